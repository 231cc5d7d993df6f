import {bridge, colors, families, mixes} from './table.js';

const family = families.split(' ');

const each = (rows: string, separator: string, draw: (...fields: string[]) => string): string =>
  rows.split('|').map((row) => draw(...row.split(separator))).join('');

const declare = (name: string, value: string): string => `--_${name}:${value};`;

/** Writes `01.link-color` as `var(--baken-link-color,var(--utrecht-link-color,…))`. */
const chain = (names: string, last: string): string =>
  names.split(' ').reduceRight((after, group) => {
    const [digits, rest] = group.split('.') as [string, string];
    return [...digits].reduceRight((inner, digit) => `var(--${family[+digit]}-${rest},${inner})`, after);
  }, last);

/**
 * Gives a colour, or `instead` when its contrast with `on` is less than `least`, or when it is not opaque.
 *
 * What is not opaque gets a luminance below zero, which has contrast with nothing. Mixed with a colour that has only an
 * alpha, and that of the cube root of the luminance of `on`, a colour keeps its channels and carries this luminance.
 * Its alpha then becomes 1 or 0, and what it lets through is `instead`.
 */
const readable = (color: string, on: string, least: string, instead: string): string =>
  `color(from color-mix(in xyz,color(from color-mix(in xyz,color(from ${color} xyz x calc(y + 1e3*alpha - 1e3) z/1),` +
  `color(from var(--_${on}) xyz none none none/pow(y,1/3))) xyz x y z/calc(1e6*max((pow(2*alpha - 1,3) + .05)/(y + ` +
  `.05),(y + .05)/(pow(2*alpha - 1,3) + .05)) - ${least}e6)) 99.99%,${instead}) xyz x y z/1)`;

const rules = (isNew: boolean): string =>
  '.baken{' +
  each(colors, ' ', (name, light, dark) =>
    declare(name, `var(--baken-color-${name},${isNew ? `light-dark(${light},${dark})` : light})`),
  ) +
  each(bridge, ';', (name, ours, names, on, least, instead = ours) => {
    const theirs = `var(--_baken-${name})`;
    try {
      // An empty token, or one that is no colour, makes this invalid, and what is registered then has its first value.
      CSS.registerProperty({
        name: `--_baken-${name}`,
        syntax: '<color>|<length>|<number>',
        inherits: false,
        initialValue: on ? '#0000' : ours,
      });
    } catch {
      // A second copy on the page did it; a font has no syntax to register; in Node there is nothing to draw.
    }
    return (
      declare(`baken-${name}`, chain(names, ours)) +
      declare(name, isNew && on ? readable(theirs, on, least, instead) : theirs)
    );
  }) +
  mixes;

/**
 * The custom properties that all widgets draw with, as the text of a style sheet for `.baken`.
 * They are private (`--_…`) and resolved inside the widget, because a theme often sits on `body` or lower.
 * Dark follows the `color-scheme` of the page. A browser that cannot compute with colours gets the light values, and a
 * theme's colours as they are.
 */
export const tokens: string =
  `${rules(true)}}@supports not (color:color(from light-dark(red,red) xyz x y none/pow(z,1))){${rules(false)}}}`;
