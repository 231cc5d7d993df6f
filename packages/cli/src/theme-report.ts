import {bridge, type BridgeProperty} from '@baken/theme/bridge';
import {type Decision, fillIn, resolveBridge, type Tokens} from '@baken/theme/resolve-bridge';

import {contrast, luminance, readColor, type Shade, toHex} from './theme-colors.js';

/** Why a widget draws its own value where a theme has one. */
export type Reason = 'contrast' | 'clear' | 'empty' | 'no-color' | 'no-size' | 'no-weight';

/** What a theme says of one of our properties, and what a widget makes of it. */
export interface ThemeLine extends Decision {
  /** `unknown`: only a browser can tell which colour it is. */
  readonly state: 'found' | 'default' | 'replaced' | 'unknown';
  readonly reason?: Reason;
  /** Of a colour: its contrast with what it must be seen on, by its name, and the least that it must be. */
  readonly ratio?: number;
  readonly on?: string;
  readonly least?: number;
  /** The colour that is drawn, `#005d73`. */
  readonly drawn?: string;
}

/** The contrast of two colours that lie against each other, as they are drawn. */
export interface ThemePair {
  readonly front: string;
  readonly back: string;
  readonly ratio: number;
  readonly least: number;
}

/** A theme in one colour scheme. */
export interface ThemeReport {
  readonly scheme: 'light' | 'dark';
  readonly lines: readonly ThemeLine[];
  readonly pairs: readonly ThemePair[];
}

/** What lies on what in the widgets: words first, then what must only be seen. */
const pairs: readonly (readonly [front: string, backs: readonly string[], least: number])[] = [
  ['text', ['surface', 'sunken', 'tint'], 4.5],
  ['subtle', ['surface', 'sunken', 'tint'], 4.5],
  ['heading-color', ['surface', 'sunken', 'tint'], 4.5],
  ['link', ['surface', 'sunken', 'raised'], 4.5],
  ['link-hover', ['surface', 'sunken', 'tint'], 4.5],
  ['on-button', ['button', 'button-hover'], 4.5],
  ['danger', ['surface', 'danger-tint'], 4.5],
  ['warning', ['warning-tint'], 4.5],
  ['success', ['surface'], 4.5],
  ['button', ['surface', 'raised', 'tint'], 3],
  ['input-border', ['surface', 'raised'], 3],
];

/** A length or a number as a widget takes it. */
const sizes = {
  radius: /^(?:0|[+-]?[\d.]+(?:e[+-]?\d+)?(?:px|rem|em|ex|ch|cap|ic|lh|rlh|pt|pc|in|cm|mm|q|[sld]?v(?:w|h|i|b|min|max))|(?:calc|clamp|min|max|round)\(.*\))$/is,
  weight: /^(?:\d+(?:\.\d+)?|calc\(.*\))$/i,
};

function checkSize({property, value = ''}: Decision): Reason | undefined {
  if (value === '') return 'empty';
  if (property.endsWith('radius') && !sizes.radius.test(value)) return 'no-size';
  if (property.endsWith('weight') && !sizes.weight.test(value)) return 'no-weight';
  return undefined;
}

/** Judges the tokens of a page as a browser that draws the widgets does. */
export function reportTheme(tokens: Tokens, scheme: ThemeReport['scheme']): ThemeReport {
  const decisions = new Map(resolveBridge(tokens).map((decision) => [decision.property, decision]));
  const shades = new Map<string, Shade>();
  const lines = new Map<string, ThemeLine>();

  const read = (text: string) =>
    readColor(text, {scheme, text: /^currentcolor$/i.test(text.trim()) ? draw('text') : [0, 0, 0]});

  /** Reads what we say ourselves: a colour, or one made of others. */
  const readOurs = (text: string): Shade => {
    // The only thing here that no library computes: black on what is light, white on what is dark.
    if (text.startsWith('lab(from')) return luminance(draw('button')) < 0.1797 ? [255, 255, 255] : [0, 0, 0];
    const reading = read(text.replace(/var\(--_([\w-]+)\)/g, (_, name: string) => toHex(draw(name))));
    if (reading.kind !== 'color') throw new Error(`bridge.json says "${text}", which is no colour.`);
    return reading.shade;
  };

  const judge = (property: string, {on = '', least = 0, instead, default: ours}: BridgeProperty): ThemeLine => {
    const decision = decisions.get(property) ?? {property};
    const {name, value = ''} = decision;
    const seen = {on, least};
    const drawOurs = (text: string): string => {
      shades.set(property, readOurs(text));
      return toHex(shades.get(property) ?? [0, 0, 0]);
    };
    if (name === undefined) {
      const drawn = drawOurs(ours);
      const ratio = contrast(draw(property), draw(on));
      // Ours is not seen on every colour of a theme either.
      if (ratio >= least) return {...decision, ...seen, state: 'default', ratio, drawn};
      return {...decision, ...seen, state: 'default', ratio, drawn: drawOurs(instead ?? ours)};
    }
    const reading = read(value);
    const refuse = (reason: Reason, ratio?: number): ThemeLine => ({
      ...decision,
      ...seen,
      ...(ratio === undefined ? {} : {ratio}),
      state: 'replaced',
      reason,
      drawn: drawOurs(instead ?? ours),
    });
    if (value === '') return refuse('empty');
    if (reading.kind === 'none') return refuse('no-color');
    if (reading.kind === 'clear') return refuse('clear');
    if (reading.kind === 'unknown') return {...decision, ...seen, state: 'unknown', drawn: drawOurs(ours)};
    const ratio = contrast(reading.shade, draw(on));
    if (ratio < least) return refuse('contrast', ratio);
    shades.set(property, reading.shade);
    return {...decision, ...seen, state: 'found', ratio, drawn: toHex(reading.shade)};
  };

  const draw = (name: string): Shade => {
    const found = shades.get(name);
    if (found) return found;
    const color = bridge.colors[name];
    const property = bridge.properties[name];
    if (property) {
      lines.set(name, judge(name, property));
    } else if (color) {
      const theirs = fillIn(`var(--baken-color-${name}, ${color[scheme]})`, tokens) ?? '';
      const reading = read(theirs);
      shades.set(name, reading.kind === 'color' ? reading.shade : readOurs(color[scheme]));
    } else {
      shades.set(name, readOurs(bridge.mixes[name] ?? ''));
    }
    return shades.get(name) ?? [0, 0, 0];
  };

  for (const [property, {on}] of Object.entries(bridge.properties)) {
    const decision = decisions.get(property) ?? {property};
    if (on !== undefined) {
      draw(property);
    } else {
      const reason = decision.name === undefined ? undefined : checkSize(decision);
      const state = decision.name === undefined ? 'default' : 'found';
      lines.set(property, reason ? {...decision, state: 'replaced', reason} : {...decision, state});
    }
  }
  return {
    scheme,
    lines: Object.keys(bridge.properties).flatMap((property) => lines.get(property) ?? []),
    pairs: pairs.flatMap(([front, backs, least]) =>
      backs.map((back) => ({front, back, ratio: contrast(draw(front), draw(back)), least})),
    ),
  };
}

/**
 * Gives what a page must set for what is replaced: our own names with the values that the widgets draw. Where only one
 * scheme needs it, the other keeps the colour of the theme.
 */
export function listOverrides(reports: readonly ThemeReport[]): Readonly<Record<string, string>> {
  const overrides: Record<string, string> = {};
  for (const [property, {names, on, default: ours}] of Object.entries(bridge.properties)) {
    const lines = reports.map((report) => report.lines.find((line) => line.property === property));
    const [own = ''] = names;
    // An empty font needs no help: what a page would have to set there is not ours.
    if (property.endsWith('font') || lines.every((line) => line?.state !== 'replaced')) continue;
    const values = lines.map((line) => {
      if (on === undefined) return ours;
      // No `var()`: a theme has its tokens on a class, and what is set here is set for the whole page.
      return (line?.state === 'unknown' ? line.value : line?.drawn) ?? ours;
    });
    const [first = '', second = first] = values;
    overrides[own] = first === second ? first : `light-dark(${first}, ${second})`;
  }
  return overrides;
}
