import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';

import {root} from '../install-packages.mjs';

/**
 * Lets a copy of the project, in a folder below `project`, find its own packages. The packages of npm it finds in the
 * folders above.
 */
export function linkPackages(folder: string, project: string = root): void {
  mkdirSync(join(folder, 'node_modules/@baken'), {recursive: true});
  for (const name of readdirSync(join(folder, 'packages'))) {
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@baken', name), 'dir');
    const own = `packages/${name}/node_modules`;
    if (existsSync(join(project, own))) symlinkSync(join(project, own), join(folder, own), 'dir');
  }
}

/**
 * Puts the project as it was at a git ref in a folder of its own below this one, with the packages of npm that are
 * installed now. Throws when git does not know the ref.
 */
export function checkOut(ref: string, project: string = root): {readonly folder: string; readonly remove: () => void} {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  let commit: string;
  try {
    commit = git('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`);
  } catch (error) {
    throw new Error(`Git knows no commit "${ref}". Write one that it knows, or two folders with pictures.`, {cause: error});
  }
  mkdirSync(join(project, '.cache'), {recursive: true});
  const folder = mkdtempSync(join(project, '.cache/pictures-'));
  const remove = (): void => {
    rmSync(folder, {recursive: true, force: true});
    git('worktree', 'prune');
  };
  try {
    git('worktree', 'add', '--detach', '--force', folder, commit);
    linkPackages(folder, project);
  } catch (error) {
    remove();
    throw error;
  }
  return {folder, remove};
}
