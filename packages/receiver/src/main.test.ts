import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {PGLITE_WARNING} from './open-pglite.js';
import {ask} from './testing/ask.js';
import {makeSignal} from './testing/make-signal.js';
import {runChild, startChild} from './testing/start-child.js';

const ORIGIN = 'https://www.blaricum.example';
const CANARY = 'kanarie';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baken-main-'));
});
after(() => rm(folder, {recursive: true, force: true}));

const sendBroken = (address: string, text: string): Promise<void> =>
  new Promise((resolve) => {
    const {hostname, port} = new URL(address);
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', () => resolve());
  });

test('nothing that a client sends, and no address of one, is ever written', {timeout: 120_000}, async () => {
  const receiver = await startChild({DATA_DIR: folder, ALLOWED_ORIGINS: ORIGIN});
  const {address} = receiver;
  const started = receiver.output();
  const names = [
    'accept', 'accept-language', 'authorization', 'cookie', 'forwarded', 'from', 'idempotency-key', 'referer',
    'user-agent', 'via', 'x-forwarded-for', 'x-real-ip', `x-${CANARY}`,
  ];
  const wild = Object.fromEntries(names.map((name) => [name, `${CANARY} 203.0.113.7`]));
  const headers = {...wild, origin: ORIGIN, 'content-type': 'application/json'};
  const ids: string[] = [];
  const references: string[] = [];
  for (let turn = 0; turn < 25; turn += 1) {
    const signal = makeSignal({answers: {what: CANARY}, contact: {name: CANARY, phone: '06 12345678'}});
    const body = JSON.stringify(signal);
    ids.push(signal.id);
    const {text, status} = await ask(address, {body, headers, path: `/v1/signals?${CANARY}=${CANARY}`});
    assert.equal(status, 201);
    references.push((JSON.parse(text) as {reference: string}).reference);
    await ask(address, {body: `${body} `, headers});
    await ask(address, {body: JSON.stringify({...signal, [CANARY]: CANARY, language: CANARY}), headers});
    await ask(address, {body: CANARY, headers});
    await ask(address, {body, headers: {...headers, origin: `https://${CANARY}.example`}});
    await ask(address, {body, headers: {...headers, 'content-type': CANARY}});
    await ask(address, {body, headers: {...headers, 'content-encoding': CANARY}});
    await ask(address, {body: `"${CANARY.repeat(40_000)}"`, headers});
    await ask(address, {method: 'GET', path: `/${CANARY}/${signal.id}`, headers});
    await ask(address, {method: 'DELETE', headers});
    await ask(address, {method: 'OPTIONS', headers});
    await sendBroken(address, `${CANARY}\r\n\r\n`);
    await sendBroken(address, `POST /v1/signals HTTP/1.1\r\nHost: ${CANARY}\r\nContent-Length: 99\r\n\r\n${CANARY}`);
  }
  assert.equal(await receiver.end('SIGTERM'), 0);
  const written = receiver.output().slice(started.length);
  const lines = written.trimEnd().split('\n');
  assert.ok(lines.length >= 25 * 12, `only ${lines.length} lines`);
  for (const canary of [CANARY, '203.0.113', '127.0.0.1', '::1', '06 12', 'blaricum', ...ids, ...references]) {
    assert.ok(!written.toLowerCase().includes(canary.toLowerCase()), `${canary} was written`);
  }
  for (const line of lines) {
    const entry = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const allowed = ['event', 'route', 'status', 'ms', 'size', 'code'];
    for (const key of Object.keys(entry)) assert.ok(allowed.includes(key), key);
    if ('route' in entry) {
      assert.match(String(entry['route']), /^(none|(POST|OPTIONS) \/v1\/signals)$/);
    }
  }
});

test('on PGlite the start says that a power cut can lose signals; so does the README', {timeout: 60_000}, async () => {
  const receiver = await startChild({DATA_DIR: folder});
  assert.equal(await receiver.end('SIGTERM'), 0);
  assert.ok(receiver.output().includes(PGLITE_WARNING));
  assert.match(PGLITE_WARNING, /power cut can lose signals/);
  assert.match(await readFile(new URL('../README.md', import.meta.url), 'utf8'), /power cut can lose signals/);
});

test('a second receiver on a folder refuses before it opens the data, and the first goes on', {timeout: 60_000}, async () => {
  const began = performance.now();
  const first = await startChild({DATA_DIR: folder});
  const start = performance.now() - began;
  let second = await runChild({DATA_DIR: folder});
  // Another program may have had the processor: a slow refusal counts when it is slow three times.
  for (let turn = 1; turn < 3 && second.ms >= start; turn += 1) second = await runChild({DATA_DIR: folder});
  assert.notEqual(second.code, 0);
  assert.match(second.output, /^The receiver did not start\. The data folder .+ in use by process \d+.+Stop process/);
  assert.ok(second.output.includes(folder));
  assert.ok(second.ms < start, `it took ${Math.round(second.ms)} ms, and a whole start ${Math.round(start)} ms`);
  assert.equal((await ask(first.address, {body: JSON.stringify(makeSignal())})).status, 201);
  assert.equal(await first.end('SIGTERM'), 0);
});

test('of two receivers that take over after a crash exactly one starts', {timeout: 60_000}, async () => {
  const crashed = await startChild({DATA_DIR: folder});
  await crashed.end('SIGKILL');
  const results = await Promise.allSettled([startChild({DATA_DIR: folder}), startChild({DATA_DIR: folder})]);
  const running = results.filter((result) => result.status === 'fulfilled');
  assert.equal(running.length, 1);
  const [refused] = results.filter((result) => result.status === 'rejected');
  assert.match(String(refused?.reason), /in use by process/);
  await running[0]?.value.end('SIGTERM');
});

test('a corrupt lock does not keep the receiver from starting', {timeout: 60_000}, async () => {
  for (const name of await readdir(folder)) {
    if (name.startsWith('receiver.lock.')) await writeFile(join(folder, name), '{"pid":');
  }
  const receiver = await startChild({DATA_DIR: folder});
  assert.equal(await receiver.end('SIGTERM'), 0);
});

test('settings that cannot be meant are refused with what to write', {timeout: 60_000}, async () => {
  for (const [env, message] of [
    [{PORT: 'http'}, /PORT is not a port\. Write a number/],
    [{ALLOWED_ORIGINS: `${ORIGIN}, *`}, /An allowed origin is "\*"\. Write scheme/],
    [{DATABASE_URL: 'postgresql://baken:geheim@127.0.0.1:1/x'}, /PostgreSQL does not answer \(ECONNREFUSED\)/],
  ] as const) {
    const {code, output} = await runChild({DATA_DIR: folder, ...env});
    assert.equal(code, 1);
    assert.match(output, message);
    assert.ok(!output.includes('geheim'));
  }
});
