import {spawnSync} from 'node:child_process';

/**
 * Runs npm as it runs this script, or the one on the path. Throws when it fails.
 *
 * @param {string[]} args
 * @param {{cwd: string, quiet?: boolean}} options With `quiet` its output is only shown when it fails.
 * @returns {void}
 */
export function runNpm(args, {cwd, quiet = false}) {
  const npm = process.env['npm_execpath'];
  const stdio = quiet ? 'pipe' : 'inherit';
  const {status, error, stderr} = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], {cwd, stdio})
    : spawnSync('npm', args, {cwd, stdio, shell: process.platform === 'win32'});
  if (status !== 0) throw new Error(`\`npm ${args.join(' ')}\` failed. ${error?.message ?? stderr ?? 'See above.'}`);
}
