import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import promises, {mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';

import {describeHolder, type FolderLock, type Holder, lockFolder} from './lock-folder.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baken-lock-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const leave = (content: Holder | string, number = 1): Promise<void> =>
  writeFile(join(folder, `receiver.lock.${number}`), typeof content === 'string' ? content : JSON.stringify(content));

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

test('a folder is taken once, and a refusal names the folder, the process and what to do', async () => {
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), (failure: Error) => {
    for (const part of [folder, `process ${process.pid}`, 'DATA_DIR', 'DATABASE_URL']) {
      assert.ok(failure.message.includes(part), part);
    }
    return true;
  });
  await lock.release();
  await (await lockFolder(folder)).release();
});

test('a refused taker leaves nothing behind', async () => {
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder));
  assert.equal((await readdir(folder)).length, 1);
  await lock.release();
  assert.equal((await readdir(folder)).length, 1);
});

test('the lock of a dead process is taken over', async () => {
  await leave({...(await describeHolder(process.pid)), pid: deadPid(), startTime: '1'}, 7);
  await (await lockFolder(folder)).release();
  assert.deepEqual(await readdir(folder), ['receiver.lock.8']);
});

test('where nothing tells when a process started, the lock of a dead one is taken over', async () => {
  await leave({...(await describeHolder(process.pid)), pid: deadPid(), startTime: undefined});
  await (await lockFolder(folder)).release();
});

test('a process that ended and was not cleared away is dead', {skip: process.platform !== 'linux'}, async () => {
  // It ends after the shell became another program, which clears nothing away.
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 5'], {stdio: ['ignore', 'pipe', 'ignore']});
  const [pid] = await once(parent.stdout, 'data');
  await leave(await describeHolder(Number(pid)));
  while ((await readFile(`/proc/${Number(pid)}/stat`, 'utf8')).split(' ')[2] !== 'Z') await wait(5);
  await (await lockFolder(folder)).release();
  parent.kill('SIGKILL');
});

test('the lock of a process that runs is respected', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)']);
  await once(other, 'spawn');
  await leave(await describeHolder(other.pid ?? 0));
  await assert.rejects(lockFolder(folder), new RegExp(`process ${other.pid}`));
  other.kill('SIGKILL');
  await once(other, 'close');
  await (await lockFolder(folder)).release();
});

test('a lock is taken over when another process has its pid now', {skip: process.platform !== 'linux'}, async () => {
  await leave({...(await describeHolder(process.pid)), startTime: '1'});
  await (await lockFolder(folder)).release();
});

test('a lock from before the machine started again is taken over', {skip: process.platform !== 'linux'}, async () => {
  await leave({...(await describeHolder(process.pid)), bootId: 'another'});
  await (await lockFolder(folder)).release();
});

test('a corrupt lock is taken over', async () => {
  for (const content of ['', '{', 'null', '[]', '{"pid":"1"}', '{"pid":-1}', '\0\0\0']) {
    await rm(folder, {recursive: true});
    folder = await mkdtemp(join(tmpdir(), 'baken-lock-'));
    await leave(content);
    await (await lockFolder(folder)).release();
  }
});

test('the lock of another machine counts as long as it is touched', async () => {
  await leave({...(await describeHolder(process.pid)), host: 'another-container'});
  await assert.rejects(lockFolder(folder), /another-container.+30 seconds/);
  const before = new Date(Date.now() - 31_000);
  await utimes(join(folder, 'receiver.lock.1'), before, before);
  await (await lockFolder(folder)).release();
});

test('of eight that take a stale lock at the same moment exactly one gets it', async () => {
  for (let turn = 0; turn < 25; turn += 1) {
    await rm(folder, {recursive: true});
    folder = await mkdtemp(join(tmpdir(), 'baken-lock-'));
    await leave({...(await describeHolder(process.pid)), pid: deadPid()}, 3);
    const results = await Promise.allSettled(Array.from({length: 8}, () => lockFolder(folder)));
    const won = results.filter((result) => result.status === 'fulfilled');
    assert.equal(won.length, 1, `turn ${turn}: ${won.length} got the lock`);
    await Promise.all(won.map((result) => result.value.release()));
  }
});

test('a slow taker of a stale lock finds that faster ones came, crashed and came again, and gives way', async () => {
  const dead = {...(await describeHolder(process.pid)), pid: deadPid()};
  await leave(dead);
  const {link} = promises;
  const held: FolderLock[] = [];
  // The slow taker has looked and is about to create its lock; meanwhile the others do all their work.
  promises.link = async (from, to) => {
    promises.link = link;
    syncBuiltinESMExports();
    held.push(await lockFolder(folder));
    await leave(dead, 2);
    held.push(await lockFolder(folder));
    await link(from, to);
  };
  syncBuiltinESMExports();
  await assert.rejects(lockFolder(folder), /in use/);
  assert.deepEqual(await readdir(folder), ['receiver.lock.3']);
  await held.at(-1)?.release();
});
