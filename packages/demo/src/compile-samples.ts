import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

import {loadContent} from '@baken/cli/load-content';
import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import {collectFiles} from '@baken/model/compile/source-files';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {sourceFormats} from '@baken/model/schemas/gemeente';

import type {Address} from './words.js';

/** A sample gemeente, compiled. */
export interface Sample {
  readonly address: Address;
  /** One per language, the default language first. */
  readonly files: readonly CompiledGemeente[];
}

/** The folder with the files of the sample gemeenten, and of the regions that they extend. */
export const samplesFolder = fileURLToPath(new URL('../gemeenten/', import.meta.url));

/** The addresses of this run; they take the place of those in the files, because ports may differ. */
export interface SampleAddresses {
  readonly endpoint: string;
  /** Origin of the pages. */
  readonly pages: string;
}

function place(file: CompiledGemeente, {endpoint, pages}: SampleAddresses): CompiledGemeente {
  const page = file.page === undefined ? {} : {page: `${pages}/${file.gemeente.id}/signaal`};
  return {...file, endpoint: {type: 'json', url: endpoint}, ...page};
}

/** Compiles every sample gemeente, in the order of their file names. Rejects with all errors of the first wrong one. */
export async function compileSamples(addresses: SampleAddresses, folder = samplesFolder): Promise<readonly Sample[]> {
  const content = await loadContent();
  const today = new Date().toISOString().slice(0, 10);
  const samples: Sample[] = [];
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const files = await collectFiles(folder + name, (path) => readFile(path, 'utf8').catch(() => undefined));
    if (!files[0]?.text.includes(`"${sourceFormats.gemeente}"`)) continue;
    const result = compileGemeente({files, content, today});
    if (!result.ok) {
      const errors = result.errors.map(({file, line, key, message}) => `${file}:${line ?? 1} ${key}: ${message}`);
      throw new Error(`The sample ${name} does not compile:\n${errors.join('\n')}`);
    }
    samples.push({
      address: result.merged['address'] === 'je' ? 'je' : 'u',
      files: Object.values(result.compiled).map((file) => place(file, addresses)),
    });
  }
  return samples;
}
