import {readdir, readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';

import {createResource, type Resource} from './site.js';

/** The files that a gemeente puts on its server, and the hashes that belong in its pages. */
export interface ShippedFiles {
  /** By file name. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** `sha384-…` by file name, as `npm run build` wrote them down. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** What the pages of the demo ask for. */
const needed = ['baken.css', 'baken.js', 'baken-button.js', 'baken-contacts.js', 'baken-staff.js'];

/** Reads what `npm run build` made. Rejects when a file that the pages need is not there. */
export async function readShippedFiles(distDir: string): Promise<ShippedFiles> {
  const names = await readdir(distDir).catch((): string[] => []);
  for (const name of [...needed, 'integrity.json']) {
    if (!names.includes(name)) throw new Error(`${join(distDir, name)} is not there. Make it first: npm run build`);
  }
  const resources = new Map<string, Resource>();
  for (const name of names.filter((name) => ['.js', '.css'].includes(extname(name)))) {
    resources.set(name, createResource(name, await readFile(join(distDir, name))));
  }
  const integrity = JSON.parse(await readFile(join(distDir, 'integrity.json'), 'utf8')) as Record<string, string>;
  for (const name of needed.filter((name) => name.endsWith('.js'))) {
    if (!integrity[name]?.startsWith('sha384-')) {
      throw new Error(`${join(distDir, 'integrity.json')}: no sha384 hash for ${name}. Make it again: npm run build`);
    }
  }
  return {resources, integrity};
}
