// `npm run themes`: measures the widgets in every theme and writes docs/designers/themes.md.
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {root} from './install-packages.mjs';

// The test that compares the file with what it measured writes it when it finds this word.
writeFileSync(join(root, 'docs/designers/themes.md'), 'write\n');
const runner = 'node_modules/@web/test-runner/dist/bin.js';
const {status} = spawnSync(process.execPath, [runner, '--files', 'packages/elements/src/themes.test.ts', '--', 'chromium'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
