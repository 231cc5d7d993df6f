import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {createDist} from './testing/create-dist.js';

let distDir: string;
let dataDir: string;

before(async () => {
  distDir = await createDist();
  dataDir = await mkdtemp(join(tmpdir(), 'baken-demo-data-'));
});
after(() => Promise.all([distDir, dataDir].map((folder) => rm(folder, {recursive: true}))));

/** Starts the demo as `npm start` does; `printed` holds all it wrote so far. */
function run(env: Record<string, string> = {}): {child: ChildProcess; printed: () => string} {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const ports = {DEMO_PORT: '0', RECEIVER_PORT: '0', INBOX_PORT: '0', INTEGRITY_PORT: '0', DATABASE_URL: ''};
  const child = spawn(process.execPath, ['--conditions=baken-source', '--import', 'tsx', main], {
    env: {...process.env, ...ports, DATA_DIR: dataDir, DIST_DIR: distDir, ...env},
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  return {child, printed: () => text};
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`the demo prints its addresses, and ends cleanly on ${signal}`, async (context) => {
    const {child, printed} = run();
    context.after(() => child.kill('SIGKILL'));
    while (!printed().includes('Stop with Ctrl+C')) {
      await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
      assert.equal(child.exitCode, null, printed());
    }
    for (const name of ['Pages', 'Inbox', 'Receiver', 'Integrity']) {
      const url = new RegExp(`${name}: +(http://127\\.0\\.0\\.1:\\S+)`).exec(printed())?.[1] ?? '';
      assert.equal((await fetch(url)).status, 200, name);
    }
    assert.match(printed(), /a power cut can lose signals/);
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
}

test('a port that is no number is an error that says what to write, and the demo does not start', async () => {
  const {child, printed} = run({INBOX_PORT: '80a'});
  assert.deepEqual(await once(child, 'close'), [1, null]);
  assert.match(printed(), /INBOX_PORT is "80a"\. Write a number from 0 to 65535\./);
});
