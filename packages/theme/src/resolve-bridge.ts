import {bridge} from './bridge.js';

/** The custom properties of a page by their names, `--utrecht-link-color`, with their values as they are written. */
export type Tokens = ReadonlyMap<string, string>;

/** What a page says of one of our properties. */
export interface Decision {
  /** By its name in `bridge.json`. */
  readonly property: string;
  /** The custom property that decides, or nothing where the page has none of them. */
  readonly name?: string;
  /** Its value with every `var()` filled in; empty when the page declares it empty. */
  readonly value?: string;
}

/** What is read as one: a comment, a text in quotes, the start of a `var()`, or a character. */
const piece = /\/\*.*?\*\/|(["'])(?:\\.|(?!\1).)*\1|(?<![\w-])var\(|\\.|./gisu;

/** Divides what comes after `var(`: its inside at the first comma, and what comes after it. */
function splitVar(pieces: readonly string[]): {inside: string[]; last?: string; after: string} {
  let depth = 1;
  let comma = -1;
  const end = pieces.findIndex((one, at) => {
    if (one.endsWith('(')) depth++;
    else if (one === ')') depth--;
    else if (one === ',' && depth === 1 && comma < 0) comma = at;
    return depth === 0;
  });
  const inside = pieces.slice(0, end < 0 ? undefined : end);
  const after = end < 0 ? '' : pieces.slice(end + 1).join('');
  if (comma < 0) return {inside, after};
  return {inside: inside.slice(0, comma), last: inside.slice(comma + 1).join(''), after};
}

function fill(value: string, tokens: Tokens, open: readonly string[]): string | undefined {
  const pieces = (value.match(piece) ?? []).map((one) => (one.startsWith('/*') ? '' : one));
  const at = pieces.findIndex((one) => one.toLowerCase() === 'var(');
  if (at < 0) return pieces.join('');
  const {inside, last, after} = splitVar(pieces.slice(at + 1));
  const name = inside.join('').trim();
  const known = open.includes(name) ? undefined : tokens.get(name);
  const theirs = known === undefined ? undefined : fillIn(known, tokens, [...open, name]);
  const filled = theirs ?? (last === undefined ? undefined : fillIn(last, tokens, open));
  const rest = fill(after, tokens, open);
  return filled === undefined || rest === undefined ? undefined : `${pieces.slice(0, at).join('')}${filled}${rest}`;
}

/**
 * Fills in every `var()` of a value as a browser does, and leaves out comments. Gives nothing when one has neither a
 * value nor a fallback, or leads back to itself: such a custom property counts as not there.
 */
export function fillIn(value: string, tokens: Tokens, open: readonly string[] = []): string | undefined {
  return fill(value, tokens, open)?.trim();
}

/** Tells for each property of the bridge which token of a page decides, and its value. */
export function resolveBridge(tokens: Tokens): readonly Decision[] {
  return Object.entries(bridge.properties).map(([property, {names}]) => {
    for (const name of names) {
      const written = tokens.get(name);
      const value = written === undefined ? undefined : fillIn(written, tokens, [name]);
      if (value !== undefined) return {property, name, value};
    }
    return {property};
  });
}
