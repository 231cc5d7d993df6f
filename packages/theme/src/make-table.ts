import type {Bridge} from './bridge.js';

/** The families of custom properties, in the order of `Bridge`; `table.ts` names each by its place. */
const families = ['baken', 'utrecht', 'nl', 'ams', 'basis'];

/** Writes `--baken-link-color`, `--utrecht-link-color` as `01.link-color`. */
function joinNames(names: readonly string[]): string {
  const groups: {digits: string; rest: string}[] = [];
  for (const name of names) {
    const family = families.findIndex((one) => name.startsWith(`--${one}-`));
    if (family < 0) throw new Error(`${name} is of no known family. Write one of: ${families.join(', ')}.`);
    const rest = name.slice(`--${families[family]}-`.length);
    const last = groups.at(-1);
    if (last?.rest === rest) last.digits += family;
    else groups.push({digits: String(family), rest});
  }
  return groups.map(({digits, rest}) => `${digits}.${rest}`).join(' ');
}

/** Makes the text of `table.ts`: what `bridge.json` says, in the few bytes that a visitor fetches. */
export function makeTable({colors, mixes, properties}: Bridge): string {
  const rows = Object.entries(properties).map(([name, {names, default: ours, on, least, instead}]) =>
    [name, ours, joinNames(names), on, least, instead].filter((field) => field !== undefined).join(';'),
  );
  const shades = Object.entries(colors).map(([name, {light, dark}]) => `${name} ${light} ${dark}`);
  const mixed = Object.entries(mixes).map(([name, value]) => `--_${name}:${value};`);
  const tables = {families: families.join(' '), colors: shades.join('|'), bridge: rows.join('|'), mixes: mixed.join('')};
  return [
    '// Written by `npm run theme:table` from bridge.json.',
    ...Object.entries(tables).map(([name, text]) => `export const ${name} =\n  ${splitText(text)};`),
    '',
  ].join('\n');
}

/** Writes a text as TypeScript, in lines of at most 120 characters. */
function splitText(text: string): string {
  return (text.match(/.{1,112}/g) ?? []).map((part) => `'${part}'`).join(' +\n  ');
}
