import {existsSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';

import {globSync} from '../scripts/glob-sync.mjs';
import {root} from '../scripts/install-packages.mjs';

/** Where what only staff may see comes from: the widgets for staff, and the data that they show. */
const onlyForStaff =
  /^(packages\/elements\/src|@baken\/elements)\/(meldroute-wizard|risk-checklist)\/|content-staff|example-staff/;

const importsOf = (code: string): readonly string[] =>
  [...code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);

const readSource = (path: string): string | undefined => {
  const file = posix.join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/**
 * Tells whether a file shows something that only staff may see: by where it is, or by what it imports in the end.
 * Paths are from the folder of the project; `read` gives the code of one, or nothing when it is not there.
 */
export function isForStaff(path: string, read = readSource, seen: Set<string> = new Set()): boolean {
  if (onlyForStaff.test(path)) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  return importsOf(read(path) ?? '').some((specifier) =>
    specifier.startsWith('.')
      ? isForStaff(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'), read, seen)
      : onlyForStaff.test(specifier),
  );
}

/** Lists the files with stories that everyone may see, from the folder of the project. */
export function findOpenStories(): readonly string[] {
  return ['packages/elements/src', 'stories']
    .flatMap((folder) => globSync(folder, /\.stories\.ts$/))
    .filter((path) => !isForStaff(path));
}
