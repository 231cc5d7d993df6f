import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Verdict} from '@baken/model/rules/delivery';
import type {Envelope} from '@baken/model/rules/signal';

import {type Answer, faults, type FaultServer, reply, startFaultServer} from '../test/fault-server.js';

import {DeliveryError} from './delivery-error.js';
import {sealSignal} from './envelope.js';
import {createJsonSender} from './json-sender.js';

const CANARY = 'kanarie-zonder-kooi';

const seal = (what = CANARY): Promise<Envelope> =>
  sealSignal({
    schema: 'baken.signal/1',
    id: crypto.randomUUID(),
    createdAt: '2026-11-22T12:00:00.000Z',
    language: 'nl',
    channel: 'public',
    gemeente: '0376',
    questions: 'public@1',
    answers: {what},
    contact: null,
    attachments: [],
    client: {version: '0.1.0'},
  });

describe('the JSON sender', () => {
  let server: FaultServer;
  before(async () => {
    server = await startFaultServer();
  });
  after(() => server.close());

  const failure = async (answer: Answer, signal?: AbortSignal): Promise<Verdict> => {
    server.plan(answer);
    try {
      await createJsonSender(server.url)(await seal(), signal);
    } catch (error) {
      assert.ok(error instanceof DeliveryError);
      return error.verdict;
    }
    return assert.fail('resolved');
  };

  it('gives the receipt of a backend that stored these bytes', async () => {
    const envelope = await seal();
    server.plan();
    assert.deepEqual(await createJsonSender(server.url)(envelope), {
      id: envelope.id,
      digest: envelope.digest,
      reference: 'K7-3F',
      receivedAt: '2026-11-22T12:00:00.000Z',
    });
    assert.equal(server.stored.get(envelope.id)!.toString('utf8'), envelope.body);
  });

  it('makes one POST, the signal only in its body, and no header that needs more than content-type', async () => {
    const count = server.arrivals.length;
    server.plan();
    await createJsonSender(server.url)(await seal());
    assert.equal(server.arrivals.length, count + 1);
    const {method, url, headers, body} = server.arrivals.at(-1)!;
    assert.deepEqual([method, url, headers['content-type']], ['POST', '/v1/signals', 'application/json']);
    assert.ok(body.includes(CANARY));
    assert.ok(!JSON.stringify(headers).includes(CANARY));
    const ofFetchItself =
      /^(accept(-encoding|-language)?|cache-control|connection|content-length|host|pragma|sec-.+|user-agent)$/;
    assert.deepEqual(Object.keys(headers).filter((name) => !ofFetchItself.test(name)), ['content-type']);
  });

  for (const name of [
    'resetBeforeStoring', 'resetAfterStoring', 'resetInAnswer', 'truncated',
    'garbled', 'otherDigest', 'otherId',
  ] as const) {
    it(`leaves the outcome uncertain with the fault ${name}`, async () => {
      assert.deepEqual(await failure(faults[name]), {kind: 'retry', outcome: 'uncertain'});
    });
  }

  it('takes a receipt with much beside it', async () => {
    const envelope = await seal();
    server.plan((response, store) => reply(201, {...store(), more: 'x'.repeat(200_000)})(response, store));
    assert.equal((await createJsonSender(server.url)(envelope)).id, envelope.id);
  });

  for (const [what, answer] of [
    ['a 200 page of a captive portal', reply(200, '<html>Welkom</html>')],
    ['a 204', reply(204)],
    ['a redirect that keeps the body', reply(307, '', {location: '/elsewhere'})],
    ['a redirect to a page', reply(302, '', {location: '/elsewhere'})],
  ] as const) {
    it(`leaves the outcome uncertain with ${what}, after one request`, async () => {
      const count = server.arrivals.length;
      const verdict = await failure(answer);
      assert.equal(verdict.kind === 'retry' && verdict.outcome, 'uncertain');
      assert.equal(server.arrivals.length, count + 1);
    });
  }

  it('leaves the outcome uncertain when nobody listens', async () => {
    const gone = await startFaultServer();
    await gone.close();
    await assert.rejects(createJsonSender(gone.url)(await seal()), {
      verdict: {kind: 'retry', outcome: 'uncertain'},
    });
  });

  for (const name of ['silent', 'slowAnswer'] as const) {
    it(`ends at the abort signal with the fault ${name}`, {timeout: 5000}, async () => {
      const controller = new AbortController();
      const answer: Answer = (response, store) => {
        faults[name](response, store);
        setTimeout(() => controller.abort(), 50);
      };
      assert.deepEqual(await failure(answer, controller.signal), {kind: 'retry', outcome: 'uncertain'});
    });
  }

  it('hears how long to wait from 429 and 503', async () => {
    const expected = {kind: 'retry', outcome: 'unsent', retryAfter: 7000};
    assert.deepEqual(await failure(reply(429, '', {'retry-after': '7'})), expected);
    const doubted = {...expected, outcome: 'uncertain'};
    assert.deepEqual(await failure(reply(503, {title: 'Busy'}, {'retry-after': '7'})), doubted);
    const date = new Date(Date.now() + 60_000).toUTCString();
    const verdict = await failure(reply(429, '', {'retry-after': date}));
    assert.ok(verdict.kind === 'retry' && verdict.retryAfter! > 50_000 && verdict.retryAfter! <= 60_000);
  });

  it('names refused fields, a body that is too large, and other refusals', async () => {
    const problems = [{pointer: '/answers/what', detail: 'Te lang.'}];
    const invalid = {kind: 'refused', reason: 'invalid', problems};
    const headers = {'content-type': 'application/problem+json'};
    assert.deepEqual(await failure(reply(400, {title: 'Invalid', errors: problems}, headers)), invalid);
    assert.deepEqual(await failure(reply(400, {invalidParams: [{name: 'answers.what', reason: 'Te lang.'}]})), invalid);
    assert.deepEqual(await failure(reply(413, '<html>')), {kind: 'refused', reason: 'too-large', problems: []});
    assert.deepEqual(await failure(reply(403, '<html>')), {kind: 'refused', reason: 'other', problems: []});
  });

  it('survives an answer that is nested too deep to read', async () => {
    const depth = 10_000;
    const answer = reply(400, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    assert.ok(['refused', 'retry'].includes((await failure(answer)).kind));
  });

  it('asks the browser for no cookie (but for staff), referrer, cache or redirect, and to outlive the page up to 60 KiB', async () => {
    const asked: RequestInit[] = [];
    const {fetch} = globalThis;
    globalThis.fetch = async (_url, init) => {
      asked.push(init!);
      throw new TypeError('not sent');
    };
    try {
      const secondCopy = './json-sender.js?second';
      const fresh = (await import(secondCopy)) as typeof import('./json-sender.js');
      const bodies = ['x'.repeat(60 * 1024), 'x'.repeat(60 * 1024 + 1), 'é'.repeat(30 * 1024 + 1)];
      for (const body of bodies) {
        await fresh.createJsonSender(server.url)({id: 'x', body, digest: ''}).catch(() => undefined);
      }
      const staffSender = fresh.createJsonSender(server.url, 'same-origin');
      await staffSender({id: 'x', body: 'x', digest: ''}).catch(() => undefined);
    } finally {
      globalThis.fetch = fetch;
    }
    assert.deepEqual(asked.map((init) => init.keepalive), [true, false, false, true]);
    const {mode, credentials, referrerPolicy, cache, redirect, headers} = asked[0]!;
    assert.deepEqual([mode, credentials, referrerPolicy], ['cors', 'omit', 'no-referrer']);
    assert.deepEqual([cache, redirect, headers], ['no-store', 'error', {'content-type': 'application/json'}]);
    assert.equal(asked[3]!.credentials, 'same-origin');
  });

  it('is not seen by a page that replaces fetch or TextEncoder after loading', async () => {
    const envelope = await seal();
    const {fetch, TextEncoder} = globalThis;
    const spy = (): never => assert.fail('the page saw the signal');
    server.plan();
    try {
      globalThis.fetch = spy;
      globalThis.TextEncoder = spy as unknown as typeof TextEncoder;
      assert.equal((await createJsonSender(server.url)(envelope)).id, envelope.id);
    } finally {
      globalThis.fetch = fetch;
      globalThis.TextEncoder = TextEncoder;
    }
  });
});
