import {readFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';

import {compileSamples} from '@baken/demo/compile-samples';
import type {CompiledContacts} from '@baken/model/rules/contact-card';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

/** What a page fetches from us, in the bytes that brotli makes of it. */
export interface PageSize {
  readonly name: string;
  /** The most that it may be; a page without one only has its size told. */
  readonly limit?: number;
  readonly files: readonly {readonly name: string; readonly bytes: number}[];
}

const dist = new URL('../packages/embed/dist/', import.meta.url);

/** Measures the shipped files and the largest sample in each language. `npm run build` must have run. */
export async function measurePages(): Promise<readonly PageSize[]> {
  const shipped = (name: string) => ({name, bytes: brotliCompressSync(readFileSync(new URL(name, dist))).length});
  const addresses = {endpoint: 'https://signalen.voorbeeld.example/v1/signals', pages: 'https://www.voorbeeld.example'};
  const samples = await compileSamples(addresses);
  /** The largest one in a language of the compiled files, of a page that needs one. */
  const largest = (part: string, files: readonly (CompiledGemeente | CompiledContacts)[], wanted = 'nl') => {
    const measured = files
      .filter(({language}) => language === wanted)
      .map((file) => ({
        name: `${file.gemeente.id}${part}.${wanted}.json`,
        bytes: brotliCompressSync(`${JSON.stringify(file)}\n`).length,
      }));
    return measured.toSorted((one, other) => other.bytes - one.bytes).slice(0, 1);
  };
  const [script, style] = [shipped('baken.js'), shipped('baken.css')];
  const forms = samples.flatMap(({files}) => files);
  const others = [...new Set(forms.map(({language}) => language))].filter((language) => language !== 'nl');
  return [
    {name: 'a page with the form', limit: 28_000, files: [script, style, ...largest('', forms)]},
    {name: 'a page with the report button', limit: 3000, files: [shipped('baken-button.js'), style]},
    {
      name: 'a page with contact cards',
      files: [shipped('baken-contacts.js'), style, ...largest('.contacts', samples.flatMap(({contacts}) => contacts))],
    },
    {
      name: 'a page for staff',
      files: [shipped('baken-staff.js'), style, ...largest('.staff', samples.flatMap(({staff}) => staff))],
    },
    // No budget holds these: the letters of a language weigh what they weigh.
    ...others.map((language) => ({
      name: `a page with the form, in ${language}`,
      files: [script, style, ...largest('', forms, language)],
    })),
  ];
}

/** Adds up the files of a page. */
export const sumOf = ({files}: PageSize): number => files.reduce((sum, {bytes}) => sum + bytes, 0);
