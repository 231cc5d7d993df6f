import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {AUTOMATIC, backoff, classifyAnswer, keepDoubt, NO_ANSWER, SHORTEST_GAP, timeLimit} from './delivery.js';

const envelope = {id: 'b6ac0bd4-6b1c-4a07-9b1c-0a4b3a8f0c11', body: '{}', digest: 'a'.repeat(64)};
const receipt = {id: envelope.id, digest: envelope.digest, reference: 'K7-3F', receivedAt: '2026-11-22T12:00:00.000Z'};
const now = Date.UTC(2026, 10, 22, 12);

const classify = (status: number, body?: unknown, retryAfter: string | null = null) =>
  classifyAnswer({status, body, retryAfter, now}, envelope);

describe('what an answer means', () => {
  it('is a receipt with 200 or 201 and our own id and digest', () => {
    assert.deepEqual(classify(200, receipt), {kind: 'received', receipt});
    assert.deepEqual(classify(201, {...receipt, more: 1}), {kind: 'received', receipt});
  });

  it('is a receipt without a reference when the backend proves storage but gives none', () => {
    const {id, digest} = envelope;
    assert.deepEqual(classify(201, {id, digest, reference: 7}), {
      kind: 'received',
      receipt: {id, digest, reference: '', receivedAt: ''},
    });
  });

  for (const [what, status, body] of [
    ['a 200 without JSON', 200, undefined],
    ['a 200 with null', 200, null],
    ['a 200 with a list', 200, [receipt]],
    ['a 200 with a text', 200, 'OK'],
    ['another id', 200, {...receipt, id: 'x'}],
    ['another digest', 201, {...receipt, digest: 'b'.repeat(64)}],
    ['no digest', 201, {id: receipt.id, reference: 'K7'}],
    ['202 with a receipt', 202, receipt],
    ['204', 204, undefined],
    ['a redirect', 302, undefined],
    ['an opaque answer', 0, undefined],
    ['408', 408, undefined],
    ['500', 500, {title: 'Oops'}],
    ['502', 502, undefined],
    ['a 503 page of a proxy', 503, undefined],
    ['a 503 of a backend', 503, {title: 'Busy'}],
    ['504', 504, undefined],
  ] as const) {
    it(`is uncertain with ${what}`, () => {
      const verdict = classify(status, body);
      assert.equal(verdict.kind === 'retry' && verdict.outcome, 'uncertain');
    });
  }

  for (const status of [400, 401, 403, 404, 405, 409, 410, 415, 422]) {
    it(`is a refusal with ${status}`, () => {
      assert.deepEqual(classify(status, {title: 'No', status}), {kind: 'refused', reason: 'other', problems: []});
    });
  }

  it('says that the signal is too large with 413', () => {
    assert.deepEqual(classify(413), {kind: 'refused', reason: 'too-large', problems: []});
  });

  it('names the fields that the backend refused, in each of the two shapes', () => {
    const problems = [{pointer: '/answers/what', detail: 'Te lang.'}];
    const expected = {kind: 'refused', reason: 'invalid', problems};
    assert.deepEqual(classify(422, {title: 'Invalid', errors: problems}), expected);
    assert.deepEqual(classify(400, {invalidParams: [{name: 'answers.what', reason: 'Te lang.'}]}), expected);
    assert.deepEqual(classify(400, {answers: {what: ['Te lang.']}}), {...expected, reason: 'other', problems: []});
  });

  it('reads no fields in a refusal that is not about fields', () => {
    const verdict = classify(403, {errors: [{pointer: '/a', detail: 'b'}]});
    assert.deepEqual(verdict, {kind: 'refused', reason: 'other', problems: []});
  });

  it('is "not now, not stored" with 429', () => {
    for (const verdict of [classify(429), classify(429, {title: 'Busy'})]) {
      assert.deepEqual(verdict, {kind: 'retry', outcome: 'unsent', retryAfter: undefined});
    }
  });

  for (const [header, wait] of [
    ['5', 5000],
    ['100000', 120_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Tue, 22 Nov 2036 12:00:00 GMT', 120_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', undefined],
    ['0', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
  ] as const) {
    it(`reads Retry-After "${header}" as ${wait} ms`, () => {
      const verdict = classify(429, undefined, header);
      assert.equal(verdict.kind === 'retry' && verdict.retryAfter, wait);
    });
  }
});

describe('doubt about an earlier try', () => {
  it('ends with a receipt, and with a refusal that names fields', () => {
    const received = classify(200, receipt);
    assert.equal(keepDoubt(received, true), received);
    const invalid = classify(422, {errors: [{pointer: '/answers/what', detail: 'Te lang.'}]});
    assert.equal(keepDoubt(invalid, true), invalid);
  });

  it('stays with every other refusal', () => {
    for (const status of [400, 401, 403, 404, 409, 413, 415, 422]) {
      assert.deepEqual(keepDoubt(classify(status, {title: 'No'}), true), NO_ANSWER);
    }
  });

  it('stays with a try that was surely not stored, and keeps what Retry-After asked', () => {
    assert.deepEqual(keepDoubt(classify(429, undefined, '5'), true), {
      kind: 'retry',
      outcome: 'uncertain',
      retryAfter: 5000,
    });
  });

  it('is not made up', () => {
    const refused = classify(403);
    assert.equal(keepDoubt(refused, false), refused);
  });
});

describe('the time between tries', () => {
  it('starts between two and three seconds, doubles its random part, and ends at thirty', () => {
    assert.deepEqual([backoff(1, 0), backoff(1, 1), backoff(2, 1), backoff(3, 1)], [2000, 3000, 4000, 6000]);
    assert.deepEqual([backoff(60, 0), backoff(60, 1)], [2000, 30_000]);
  });

  it('allows at most thirty tries a minute and lasts ten minutes', () => {
    assert.equal(60_000 / SHORTEST_GAP, 30);
    assert.equal(AUTOMATIC, 10 * 60_000);
  });

  it('gives one try fifteen seconds, and a second more for every 8,000 characters', () => {
    assert.equal(timeLimit(0), 15_000);
    assert.equal(timeLimit(80_000), 25_000);
  });
});
