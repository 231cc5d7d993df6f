import assert from 'node:assert/strict';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';

import {readShippedFiles} from './shipped-files.js';
import {createDist} from './testing/create-dist.js';

test('without a build the error names the file and the command that makes it', async () => {
  const message = '/nowhere/baken.css is not there. Make it first: npm run build';
  await assert.rejects(readShippedFiles('/nowhere'), {message});
});

test('a script without a hash is refused: its page would load it unprotected', async (context) => {
  const dist = await createDist();
  context.after(() => rm(dist, {recursive: true}));
  await writeFile(join(dist, 'integrity.json'), '{"baken.js": "sha384-form"}');
  await assert.rejects(readShippedFiles(dist), /no sha384 hash for baken-button\.js/);
});

test('only scripts and style sheets of the folder are served', async (context) => {
  const dist = await createDist();
  context.after(() => rm(dist, {recursive: true}));
  await writeFile(join(dist, '.env'), 'SECRET=1');
  const {resources} = await readShippedFiles(dist);
  const scripts = ['baken-button.js', 'baken-contacts.js', 'baken-staff.js', 'baken.css', 'baken.js'];
  assert.deepEqual([...resources.keys()].sort(), scripts);
});
