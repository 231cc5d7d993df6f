import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

import {findStaffFolder, loadContent, loadStaffContent} from '@baken/cli/load-content';
import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import {collectFiles} from '@baken/model/compile/source-files';
import type {CompiledContacts} from '@baken/model/rules/contact-card';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {sourceFormats} from '@baken/model/schemas/gemeente';

import type {Address} from './words.js';

/** A sample gemeente, compiled. */
export interface Sample {
  readonly address: Address;
  /** One per language, the default language first. */
  readonly files: readonly CompiledGemeente[];
}

/** A sample gemeente with all its files. */
export interface CompleteSample extends Sample {
  /** What contact cards for residents need, in the same order. */
  readonly contacts: readonly CompiledContacts[];
  /** What only staff may see, in the same order. */
  readonly staff: readonly CompiledStaff[];
}

/** The folder with the files of the sample gemeenten, and of the regions that they extend. */
export const samplesFolder = fileURLToPath(new URL('../gemeenten/', import.meta.url));

/** The addresses of this run; they take the place of those in the files, because ports may differ. */
export interface SampleAddresses {
  readonly endpoint: string;
  /** Where signals about someone of the gemeente go; without it, where the files say. */
  readonly integrity?: string;
  /** Origin of the pages. */
  readonly pages: string;
}

function place<File extends CompiledGemeente>(file: File, {endpoint, pages}: SampleAddresses): File {
  const page = file.page === undefined ? {} : {page: `${pages}/${file.gemeente.id}/signaal`};
  return {...file, endpoint: {type: 'json', url: endpoint}, ...page};
}

function placeStaff(file: CompiledStaff, addresses: SampleAddresses): CompiledStaff {
  const endpoints = file.staff.endpoints.map((one) => ({
    ...one,
    url: one.integrity ? (addresses.integrity ?? one.url) : addresses.endpoint,
  }));
  return {...place(file, addresses), staff: {...file.staff, endpoints}};
}

/**
 * Compiles every sample gemeente with its staff file, in the order of their file names.
 * Rejects with all errors of the first wrong one, and when the content for staff is not there.
 */
export async function compileSamples(
  addresses: SampleAddresses,
  folder = samplesFolder,
): Promise<readonly CompleteSample[]> {
  const staffFolder = findStaffFolder();
  if (staffFolder === undefined) throw new Error('The package @baken/content-staff is not there: run `npm ci`.');
  const [content, staffContent] = await Promise.all([loadContent(), loadStaffContent(staffFolder)]);
  const today = new Date().toISOString().slice(0, 10);
  const samples: CompleteSample[] = [];
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const files = await collectFiles(folder + name, (path) => readFile(path, 'utf8').catch(() => undefined));
    if (!files[0]?.text.includes(`"${sourceFormats.staff}"`)) continue;
    const result = compileGemeente({files, content, staffContent, today});
    if (!result.ok) {
      const errors = result.errors.map(({file, line, key, message}) => `${file}:${line ?? 1} ${key}: ${message}`);
      throw new Error(`The sample ${name} does not compile:\n${errors.join('\n')}`);
    }
    samples.push({
      address: result.merged['address'] === 'je' ? 'je' : 'u',
      files: Object.values(result.compiled).map((file) => place(file, addresses)),
      contacts: Object.values(result.contacts),
      staff: Object.values(result.staff ?? {}).map((file) => placeStaff(file, addresses)),
    });
  }
  return samples;
}
