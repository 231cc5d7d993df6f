import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {runNpm} from './run-npm.mjs';

/** The folder of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * @typedef {{version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean}} Locked
 * @typedef {{packages?: Record<string, Locked>}} Lockfile
 */

/**
 * Lists what the lockfile asks and the installed packages lack: one path per missing or other package.
 *
 * @param {Lockfile} wanted The parsed `package-lock.json`.
 * @param {Lockfile} installed The parsed `node_modules/.package-lock.json`, which npm writes after an installation.
 * @returns {string[]}
 */
export function findOutdated(wanted, installed) {
  return Object.entries(wanted.packages ?? {})
    .filter(([path, {version, integrity, optional, devOptional}]) => {
      if (!path.includes('node_modules/')) return false;
      const found = installed.packages?.[path];
      // Optional packages carry the binary of another platform: npm leaves those out.
      if (!found) return !optional && !devOptional;
      return found.version !== version || found.integrity !== integrity;
    })
    .map(([path]) => path);
}

/**
 * Installs the npm packages of the lockfile when they are missing or other ones. Runs no install scripts.
 * Throws when npm fails.
 *
 * @returns {void}
 */
export function installPackages() {
  /** @param {string} file @returns {Lockfile} */
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const hidden = 'node_modules/.package-lock.json';
  const isCurrent = existsSync(join(root, hidden)) && findOutdated(read('package-lock.json'), read(hidden)).length === 0;
  if (isCurrent) return;
  console.log('Installing npm packages (npm ci --ignore-scripts).');
  try {
    runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: root});
  } catch {
    throw new Error('`npm ci` failed. Look at its message above, check that the network is there, and try again.');
  }
}
