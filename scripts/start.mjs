// `npm start`: sets up what is missing, writes the shipped files, and serves the demo until it is stopped.
import {spawn, spawnSync} from 'node:child_process';

import {installPackages, root} from './install-packages.mjs';

installPackages();
const built = spawnSync(process.execPath, ['scripts/build.mjs'], {cwd: root, stdio: 'inherit'});
if (built.status !== 0) process.exit(1);
const args = ['--conditions=baken-source', '--import', 'tsx', 'packages/demo/src/main.ts', ...process.argv.slice(2)];
const demo = spawn(process.execPath, args, {cwd: root, stdio: 'inherit'});
// The terminal sends Ctrl+C to both; a service manager only to this process.
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(name, () => demo.kill(name));
demo.once('close', (code) => process.exit(code ?? 0));
