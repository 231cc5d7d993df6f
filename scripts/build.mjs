// `npm run build`: writes the shipped files to packages/embed/dist; `--open-roots` the same with open shadow roots to
// packages/embed/dist-open, for tests that must look inside.
import {rmSync} from 'node:fs';
import {join} from 'node:path';

import {build} from 'vite';

import {root} from './install-packages.mjs';

/** In this order: the button has the hash of `baken.js` in it. */
const entries = ['baken', 'baken-button'];

const isOpen = process.argv.includes('--open-roots');
process.env['BAKEN_OPEN_ROOTS'] = isOpen ? '1' : '';
rmSync(join(root, 'packages/embed', isOpen ? 'dist-open' : 'dist'), {recursive: true, force: true});
for (const entry of entries) {
  await build({root, configFile: join(root, 'vite.config.ts'), mode: `ship-${entry}`, logLevel: 'warn'});
}
