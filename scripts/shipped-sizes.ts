import {readFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';

import {compileSamples} from '@baken/demo/compile-samples';

/** What a page fetches from us, in the bytes that brotli makes of it. */
export interface PageSize {
  readonly name: string;
  /** What it should be. */
  readonly goal: number;
  /** The most that it may be: the goal, or what was reached on the way to it. It only goes down. */
  readonly ceiling: number;
  readonly files: readonly {readonly name: string; readonly bytes: number}[];
}

const dist = new URL('../packages/embed/dist/', import.meta.url);

/** Measures the shipped files and the largest Dutch sample. `npm run build` must have run. */
export async function measurePages(): Promise<readonly PageSize[]> {
  const shipped = (name: string) => ({name, bytes: brotliCompressSync(readFileSync(new URL(name, dist))).length});
  const addresses = {endpoint: 'https://signalen.voorbeeld.example/v1/signals', pages: 'https://www.voorbeeld.example'};
  const samples = (await compileSamples(addresses))
    .flatMap(({files}) => files)
    .filter(({language}) => language === 'nl')
    .map((file) => ({
      name: `${file.gemeente.id}.nl.json`,
      bytes: brotliCompressSync(`${JSON.stringify(file)}\n`).length,
    }))
    .toSorted((one, other) => other.bytes - one.bytes);
  const style = shipped('baken.css');
  return [
    {name: 'a page with the form', goal: 28_000, ceiling: 27_430, files: [shipped('baken.js'), style, ...samples.slice(0, 1)]},
    {name: 'a page with the report button', goal: 3000, ceiling: 3000, files: [shipped('baken-button.js'), style]},
  ];
}

/** Adds up the files of a page. */
export const sumOf = ({files}: PageSize): number => files.reduce((sum, {bytes}) => sum + bytes, 0);
