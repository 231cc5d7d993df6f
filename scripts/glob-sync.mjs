import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

import {root} from './install-packages.mjs';

const left = new Set(['node_modules', 'dist', 'dist-open', '.data']);

/**
 * Lists the files below a folder whose path matches, sorted, with forward slashes, from the folder of the project.
 * Node 20 has no `fs.globSync`.
 *
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {string[]}
 */
export function globSync(folder, pattern) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {withFileTypes: true})
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return left.has(entry.name) ? [] : globSync(path, pattern);
      return pattern.test(path) ? [path] : [];
    })
    .toSorted();
}
