import Color from 'colorjs.io';
import {list} from 'postcss';

/** Red, green and blue from 0 to 255, as they are drawn. */
export type Shade = readonly [red: number, green: number, blue: number];

/** What a text says as a colour. */
export type Reading =
  | {readonly kind: 'color'; readonly shade: Shade}
  /** A colour that lets something through. */
  | {readonly kind: 'clear'}
  /** It may well be a colour, but only a browser can tell which. */
  | {readonly kind: 'unknown'}
  | {readonly kind: 'none'};

/** What the colour of a text depends on. */
export interface ColorSetting {
  readonly scheme: 'light' | 'dark';
  /** The colour of the text around it: what `currentColor` is. */
  readonly text: Shade;
}

const systemColor =
  /^(?:accentcolor(?:text)?|activetext|buttonborder|buttonface|buttontext|canvas(?:text)?|field(?:text)?|graytext|highlight(?:text)?|linktext|mark(?:text)?|selecteditem(?:text)?|visitedtext)$/i;
const computed = /^(?:color-mix|color-contrast|contrast-color|device-cmyk|if|attr|env)\(|\bfrom\b|calc\(|\bnone\b/i;

function toColor(text: string, setting: ColorSetting): Color | undefined {
  const [, name = '', inside = ''] = /^(light-dark|color-mix)\((.*)\)$/is.exec(text) ?? [];
  const [one = '', two = '', three = ''] = list.comma(inside);
  if (name.toLowerCase() === 'light-dark') return toColor(setting.scheme === 'dark' ? two : one, setting);
  if (name.toLowerCase() === 'color-mix') return mix(one, two, three, setting);
  if (/^currentcolor$/i.test(text)) return new Color('srgb', setting.text.map((channel) => channel / 255) as [number, number, number]);
  if (computed.test(text)) return undefined;
  try {
    return new Color(text);
  } catch {
    return undefined;
  }
}

/** Mixes as `color-mix(in srgb, red 20%, blue)` does; gives nothing in a colour space with a turning hue. */
function mix(space: string, one: string, other: string, setting: ColorSetting): Color | undefined {
  const [, id = ''] = /^in\s+(srgb|srgb-linear|lab|oklab|xyz|xyz-d50|xyz-d65|display-p3)$/i.exec(space.trim()) ?? [];
  const parts = [one, other].map((part) => {
    const [, before, after] = /^(?:([\d.]+)%\s+)?.*?(?:\s+([\d.]+)%)?$/s.exec(part) ?? [];
    const color = toColor(part.replace(/(?:^[\d.]+%\s+)|(?:\s+[\d.]+%$)/g, ''), setting);
    const share = before ?? after;
    return {color, share: share === undefined ? undefined : Number(share) / 100};
  });
  const [first, second] = parts;
  if (id === '' || !first?.color || !second?.color) return undefined;
  const share = first.share ?? 1 - (second.share ?? 0.5);
  const rest = second.share ?? 1 - share;
  if (share + rest === 0) return undefined;
  const mixed = first.color.mix(second.color, rest / (share + rest), {space: id.toLowerCase(), premultiplied: true});
  mixed.alpha *= Math.min(1, share + rest);
  return mixed;
}

/** Reads a colour as CSS writes it, every `var()` filled in. */
export function readColor(text: string, setting: ColorSetting): Reading {
  const plain = text.trim();
  const color = toColor(plain, setting);
  if (!color) return {kind: systemColor.test(plain) || computed.test(plain) ? 'unknown' : 'none'};
  if (color.alpha < 0.999) return {kind: 'clear'};
  const [red, green, blue] = color.to('srgb').coords.map((channel) =>
    Math.round(Math.min(1, Math.max(0, channel ?? 0)) * 255),
  );
  return {kind: 'color', shade: [red ?? 0, green ?? 0, blue ?? 0]};
}

/** Mixes two colours as they are drawn; `share` of the first, from 0 to 1. */
export function mixShades(one: Shade, other: Shade, share: number): Shade {
  const [red, green, blue] = one.map((channel, at) => Math.round(channel * share + (other[at] ?? 0) * (1 - share)));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

const linear = (channel: number): number =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

/** The relative luminance of WCAG 2, from 0 to 1. */
export const luminance = ([red, green, blue]: Shade): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: Shade, other: Shade): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Writes a colour as `#005d73`. */
export const toHex = (shade: Shade): string =>
  `#${shade.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
