// `npm run build`: writes the shipped files to packages/embed/dist, and what only staff may see to an archive of its
// own, packages/content-staff/dist. `--open-roots` writes the shipped files with open shadow roots to
// packages/embed/dist-open, for tests that must look inside.
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';

import {build} from 'vite';

import {root} from './install-packages.mjs';
import {runNpm} from './run-npm.mjs';

/** In this order: the button has the hash of `baken.js` in it. */
const entries = ['baken', 'baken-button', 'baken-contacts', 'baken-staff'];

/** A gemeente gets it by hand, for its intranet; it is in no package and in no shipped file. */
function packStaffContent() {
  const folder = join(root, 'packages/content-staff');
  const target = join(folder, 'dist');
  // First away: npm would pack the archive of the last time too.
  rmSync(target, {recursive: true, force: true});
  mkdirSync(target);
  runNpm(['pack', '--offline', '--ignore-scripts', '--pack-destination', target], {cwd: folder, quiet: true});
}

const isOpen = process.argv.includes('--open-roots');
process.env['BAKEN_OPEN_ROOTS'] = isOpen ? '1' : '';
rmSync(join(root, 'packages/embed', isOpen ? 'dist-open' : 'dist'), {recursive: true, force: true});
for (const entry of entries) {
  await build({root, configFile: join(root, 'vite.config.ts'), mode: `ship-${entry}`, logLevel: 'warn'});
}
if (!isOpen) packStaffContent();
