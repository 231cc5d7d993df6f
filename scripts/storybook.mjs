// `npm run storybook` shows every story; `npm run storybook:build` writes those for everyone to storybook-static,
// and with `-- --staff` all of them, for staff only, to .cache/storybook-staff.
import {spawnSync} from 'node:child_process';

import {root} from './install-packages.mjs';

const [command, ...given] = process.argv.slice(2);
const isStaff = command === 'dev' || given.includes('--staff');
const args =
  command === 'dev'
    ? ['--host', '127.0.0.1', '--port', '6006', '--no-open']
    : ['--output-dir', isStaff ? '.cache/storybook-staff' : 'storybook-static'];
const others = given.filter((arg) => arg !== '--staff');

/** @param {string[]} command */
const run = ([program = '', ...rest]) => {
  const env = {...process.env, BAKEN_STAFF_STORIES: isStaff ? '1' : ''};
  const options = /** @type {const} */ ({cwd: root, stdio: 'inherit', env});
  const {status} = spawnSync(process.execPath, [`node_modules/${program}`, ...rest], options);
  if (status !== 0) process.exit(1);
};

run(['@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements-manifest.config.mjs']);
run(['storybook/dist/bin/dispatcher.js', command ?? 'build', ...args, '--disable-telemetry', ...others]);
