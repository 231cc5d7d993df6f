import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, afterEach, before, describe, it} from 'node:test';

import {type FaultProxy, startFaultProxy} from './fault-proxy.js';
import {until} from './until.js';

describe('the network that breaks', () => {
  const stored: string[] = [];
  let halves = 0;
  const backend = createServer((request, response) => {
    void request
      .toArray()
      .then((chunks) => {
        if (request.method === 'POST') stored.push(Buffer.concat(chunks as Buffer[]).toString());
        response.writeHead(201, {'content-type': 'text/plain', 'x-answer': 'yes'});
        response.end('the whole answer');
      })
      .catch(() => halves++);
  });
  let proxy: FaultProxy;
  const send = (body: string) => fetch(`${proxy.origin}/v1/signals`, {method: 'POST', body});

  before(async () => {
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    proxy = await startFaultProxy(`http://127.0.0.1:${(backend.address() as AddressInfo).port}`);
  });
  afterEach(async () => {
    await proxy.restore();
    stored.length = 0;
    halves = 0;
  });
  after(async () => {
    await proxy.close();
    backend.close();
    backend.closeAllConnections();
  });

  it('passes everything on while it is whole', async () => {
    const answer = await send('one');
    assert.deepEqual([answer.status, answer.headers.get('x-answer')], [201, 'yes']);
    assert.equal(await answer.text(), 'the whole answer');
    assert.deepEqual(stored, ['one']);
    assert.equal(proxy.attempts.at(-1)?.status, 201);
  });

  it('refuses the connection before anything is sent', async () => {
    await proxy.cut('before');
    const isRefused = (error: Error & {cause?: {code?: string}}) => error.cause?.code === 'ECONNREFUSED';
    await assert.rejects(send('two'), isRefused);
    assert.deepEqual(stored, []);
    await proxy.restore();
    assert.equal((await send('two')).status, 201);
  });

  it('breaks off in the middle of the request: the backend gets half', async () => {
    await proxy.cut('request');
    await assert.rejects(send('a body of some length'));
    await until('the backend to see half a body', () => halves === 1);
    assert.deepEqual(stored, []);
    assert.equal(proxy.broken, 1);
  });

  it('loses the answer after the backend stored it', async () => {
    await proxy.cut('stored');
    await assert.rejects(send('three'));
    assert.deepEqual(stored, ['three']);
    assert.equal(proxy.attempts.at(-1)?.status, 201);
  });

  it('breaks off in the middle of the answer', async () => {
    await proxy.cut('answer');
    const answer = await send('four');
    assert.equal(answer.status, 201);
    await assert.rejects(answer.text());
    assert.deepEqual(stored, ['four']);
  });

  it('holds a request until it is whole again', async () => {
    await proxy.cut('held');
    const sending = send('five');
    await until('the request to be held', () => proxy.broken === 1);
    assert.deepEqual(stored, []);
    await proxy.restore();
    assert.equal((await sending).status, 201);
    assert.deepEqual(stored, ['five']);
  });
});
