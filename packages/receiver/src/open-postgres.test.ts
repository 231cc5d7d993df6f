import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {openPostgres} from './open-postgres.js';
import {ask} from './testing/ask.js';
import {makeSignal} from './testing/make-signal.js';
import {openStorage} from './open-storage.js';
import {findPostgres, startPostgres} from './testing/start-postgres.js';
import {withReceiver} from './testing/with-receiver.js';

describe('PostgreSQL', {skip: findPostgres() === undefined && 'PostgreSQL is not installed'}, () => {
  test('is refused when it confirms before it is safe, with the names of the settings', async () => {
    const postgres = await startPostgres({fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off'});
    try {
      const message = /switched off: fsync, full_page_writes, synchronous_commit\..+Set to on/;
      await assert.rejects(openPostgres(postgres.url), message);
    } finally {
      await postgres.stop();
    }
  });

  test('is refused for each single setting, also when only the connection switches it off', async () => {
    for (const settings of [{fsync: 'off'}, {full_page_writes: 'off'}]) {
      const postgres = await startPostgres(settings);
      try {
        await assert.rejects(openPostgres(postgres.url), new RegExp(`switched off: ${Object.keys(settings)[0]}\\.`));
      } finally {
        await postgres.stop();
      }
    }
    const postgres = await startPostgres();
    try {
      const url = `${postgres.url}?options=-c%20synchronous_commit%3Doff`;
      await assert.rejects(openPostgres(url), /switched off: synchronous_commit\./);
      await (await openPostgres(postgres.url)).close();
    } finally {
      await postgres.stop();
    }
  });

  test('that is not there gives a message without the password', async () => {
    await assert.rejects(openPostgres('postgresql://baken:geheim@127.0.0.1:1/x'), (failure: Error) => {
      assert.equal(failure.message, 'PostgreSQL does not answer (ECONNREFUSED). Start it, or correct DATABASE_URL.');
      return true;
    });
  });

  test('that stops gives 503 with Retry-After, and the receiver goes on when it is back', async () => {
    const postgres = await startPostgres();
    const storage = await openStorage({databaseUrl: postgres.url, dataFolder: ''});
    try {
      await withReceiver({storage}, async ({address, entries}) => {
        const body = JSON.stringify(makeSignal());
        assert.equal((await ask(address, {body})).status, 201);
        await postgres.restart(async () => {
          for (const question of [{body}, {method: 'GET', path: '/v1/health', headers: {}}]) {
            const {status, headers, text} = await ask(address, question);
            assert.deepEqual([status, headers['retry-after']], [503, '5'], text);
          }
        });
        assert.equal((await ask(address, {body})).status, 200);
        assert.ok(entries.some(({event, code}) => event === 'storage-failed' && code === 'ECONNREFUSED'));
      });
    } finally {
      await storage.close();
      await postgres.stop();
    }
  });
});
