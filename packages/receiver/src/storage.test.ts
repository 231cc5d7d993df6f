import assert from 'node:assert/strict';
import {createHash, randomUUID} from 'node:crypto';
import {before, test} from 'node:test';

import {openPglite} from './open-pglite.js';
import {openPostgres} from './open-postgres.js';
import {createStorage, type Database, migrate, type NewSignal, type Storage} from './storage.js';
import {ask} from './testing/ask.js';
import {fuzzReceiver} from './testing/fuzz-receiver.js';
import {makeSignal, makeStaffSignal} from './testing/make-signal.js';
import {testBoth} from './testing/test-both.js';
import {ORIGIN, withReceiver} from './testing/with-receiver.js';

const digestOf = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('hex');

const makeNew = (text: string, parts: Partial<NewSignal> = {}): NewSignal => {
  const body = new TextEncoder().encode(text);
  const receivedAt = '2026-11-22T14:00:00.000Z';
  return {id: randomUUID(), gemeente: '0376', channel: 'public', body, digest: digestOf(body), receivedAt, ...parts};
};

testBoth('storage', ({open, place}) => {
  let storage: Storage;
  before(async () => {
    storage = await open();
  });

  test('what is stored comes back byte for byte, also bytes that no text can hold', async () => {
    const body = Uint8Array.from({length: 1024}, (_, at) => at % 256);
    const receivedAt = '2026-11-22T14:03:07.123Z';
    const signal = makeNew('', {body, digest: digestOf(body), channel: 'staff', receivedAt});
    const result = await storage.store(signal);
    assert.equal(result.outcome, 'stored');
    const stored = await storage.find(signal.id);
    assert.deepEqual(stored, {...signal, reference: stored?.reference});
    assert.deepEqual(result, {
      outcome: 'stored',
      receipt: {id: signal.id, digest: signal.digest, reference: stored?.reference, receivedAt: signal.receivedAt},
    });
  });

  test('the same id and body give the first receipt; another body changes nothing', async () => {
    const signal = makeNew('one');
    const first = await storage.store(signal);
    assert.ok(first.outcome === 'stored');
    const later = {...signal, receivedAt: '2026-11-23T09:00:00.000Z'};
    assert.deepEqual(await storage.store(later), {outcome: 'known', receipt: first.receipt});
    const {body, digest} = makeNew('two');
    assert.deepEqual(await storage.store({...signal, body, digest}), {outcome: 'conflict'});
    assert.deepEqual((await storage.find(signal.id))?.body, signal.body);
  });

  test('the same signal twenty times at once is stored once', async () => {
    const signal = makeNew('at once');
    const results = await Promise.all(Array.from({length: 20}, () => storage.store(signal)));
    assert.equal(results.filter(({outcome}) => outcome === 'stored').length, 1);
    assert.equal(results.filter(({outcome}) => outcome === 'known').length, 19);
    assert.equal(new Set(results.map((result) => 'receipt' in result && result.receipt.reference)).size, 1);
  });

  test('the list has the newest signals first, and no more than asked', async () => {
    const late = makeNew('late', {receivedAt: '2027-02-01T00:00:00.000Z'});
    const later = makeNew('later', {receivedAt: '2027-02-02T00:00:00.000Z'});
    await storage.store(late);
    await storage.store(later);
    assert.deepEqual((await storage.list(2)).map(({id}) => id), [later.id, late.id]);
  });

  test('a signal that was sent is found exactly, with a receipt that tells only the hour', async () => {
    await withReceiver({storage}, async ({address}) => {
      const body = JSON.stringify(makeSignal({answers: {what: 'NUL \0 and half a pair \ud83d and é'}}), null, 1);
      const headers = {'content-type': 'application/json; charset=UTF-8', origin: ORIGIN};
      const hour = new Date().toISOString().slice(0, 13);
      const first = await ask(address, {body, headers});
      const receipt = JSON.parse(first.text) as Record<string, string>;
      assert.equal(first.status, 201);
      assert.deepEqual(Object.keys(receipt).sort(), ['digest', 'id', 'receivedAt', 'reference']);
      assert.equal(receipt['digest'], digestOf(body));
      assert.match(receipt['receivedAt'] ?? '', /^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/);
      assert.ok([hour, new Date().toISOString().slice(0, 13)].some((each) => receipt['receivedAt']?.startsWith(each)));
      const stored = await storage.find(receipt['id'] ?? '');
      assert.equal(Buffer.from(stored?.body ?? []).toString(), body);
      assert.deepEqual(
        [stored?.gemeente, stored?.channel, stored?.receivedAt, stored?.reference],
        ['0376', 'public', receipt['receivedAt'], receipt['reference']],
      );

      const second = await ask(address, {body, headers});
      assert.deepEqual([second.status, second.text], [200, first.text]);
      const other = await ask(address, {body: `${body} `, headers});
      assert.equal(other.status, 409);
      assert.match(other.text, /another id/);
    });
  });

  test('a staff signal is stored as it was sent, with the exact time in it and in its receipt', async () => {
    await withReceiver({storage}, async ({address}) => {
      const before = Date.now();
      const body = JSON.stringify(makeStaffSignal());
      const first = await ask(address, {body});
      assert.equal(first.status, 201);
      const {id, receivedAt} = JSON.parse(first.text) as {id: string; receivedAt: string};
      assert.ok(Date.parse(receivedAt) >= before && Date.parse(receivedAt) <= Date.now());
      const stored = await storage.find(id);
      assert.equal(Buffer.from(stored?.body ?? []).toString(), body);
      assert.deepEqual([stored?.channel, stored?.receivedAt], ['staff', receivedAt]);
      const again = await ask(address, {body});
      assert.deepEqual([again.status, again.text], [200, first.text]);
    });
  });

  test('a signal of a resident with what only staff may send is not stored', async () => {
    await withReceiver({storage}, async ({address}) => {
      for (const key of ['checklist', 'route'] as const) {
        const signal = {...makeSignal(), [key]: makeStaffSignal()[key]};
        const {status, text} = await ask(address, {body: JSON.stringify(signal)});
        const {errors} = JSON.parse(text) as {readonly errors: readonly {readonly pointer: string}[]};
        assert.deepEqual([status, errors.map(({pointer}) => pointer)], [400, [`/${key}`]]);
        assert.equal(await storage.find(signal.id), undefined);
      }
    });
  });

  test('300 generated submissions give no 5xx, and each valid one is stored once', {timeout: 120_000}, async () => {
    await withReceiver({storage}, async ({address}) => {
      const figures = await fuzzReceiver({address, storage, runs: 300});
      assert.ok(figures.stored >= 50, `only ${figures.stored} were stored`);
      assert.ok(figures.refused >= 50, `only ${figures.refused} were refused`);
      assert.ok(figures.staff >= 10, `only ${figures.staff} stored signals had a checklist or a route`);
    });
  });

  test('a reference that is taken is drawn again', async () => {
    await storage.close();
    const {databaseUrl, dataFolder} = place();
    const database = await (databaseUrl === undefined ? openPglite(dataFolder) : openPostgres(databaseUrl));
    try {
      const draws = ['AAAA-AAAA', 'AAAA-AAAA', 'AAAA-AAAA', 'BBBB-BBBB'];
      const drawing = createStorage(database, () => draws.shift() ?? 'AAAA-AAAA');
      const references: (string | undefined)[] = [];
      for (const text of ['one', 'two']) {
        const result = await drawing.store(makeNew(text));
        references.push('receipt' in result ? result.receipt.reference : undefined);
      }
      assert.deepEqual(references, ['AAAA-AAAA', 'BBBB-BBBB']);
      await assert.rejects(drawing.store(makeNew('three')), /no free reference/);
    } finally {
      await database.close();
    }
  });

  test('data stays when the storage is opened again, and migrations run once', async () => {
    const again = await open();
    const [signal] = await again.list(1);
    assert.ok(signal);
    await again.close();
  });

  test('a database of a newer release is refused, and a migration that fails leaves nothing', async () => {
    const {databaseUrl, dataFolder} = place();
    const database: Database = await (databaseUrl === undefined ? openPglite(dataFolder) : openPostgres(databaseUrl));
    try {
      const first = {number: 1, sql: 'select 1'};
      const sql = 'create table half (a int)';
      const half = [first, {number: 2, sql}, {number: 3, sql}];
      await assert.rejects(migrate(database, half), /half/);
      await assert.rejects(database.query('select * from half'), /half/);
      await migrate(database, half.slice(0, 2));
      assert.deepEqual(await database.query('select * from half'), []);
      await assert.rejects(migrate(database, [first]), /at step 2 and this release knows 1 .+newer/);
    } finally {
      await database.close();
    }
  });
});
