// `npm run size`, after `npm run build`: what a page fetches from us, in bytes of brotli.
import {measurePages, sumOf} from './shipped-sizes.js';

const row = (name: string, bytes: number, note = ''): string => `  ${name.padEnd(24)}${String(bytes).padStart(7)}${note}`;

for (const page of await measurePages()) {
  const lines = page.files.map(({name, bytes}) => row(name, bytes));
  console.log([page.name, ...lines, row('together', sumOf(page), page.limit === undefined ? '' : `  of at most ${page.limit}`), ''].join('\n'));
}
