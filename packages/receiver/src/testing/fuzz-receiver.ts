import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {connect} from 'node:net';

import fc from 'fast-check';

import type {Storage} from '../storage.js';
import {type Answer, ask, type Question} from './ask.js';
import {makeSignal} from './make-signal.js';

/** What the submissions gave. */
export interface FuzzFigures {
  readonly runs: number;
  /** Different signals in the database. */
  readonly stored: number;
  /** How many of those have a checklist or a route. */
  readonly staff: number;
  readonly refused: number;
  /** How many answers had each status; `closed` when a connection ended without one. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  /** Milliseconds of the slowest answer. */
  readonly slowest: number;
}

interface Submission {
  readonly kind: string;
  /** Must be stored. */
  readonly valid: boolean;
  /** Must be refused with 400. */
  readonly refused?: true;
  /** How many times it is sent at once. */
  readonly copies: number;
  readonly question: Question;
}

const id = fc.uuid({version: 4});
/** Any code units: lone surrogates, NUL and all. */
const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 200}),
  fc.array(fc.integer({min: 0, max: 0xffff}), {maxLength: 50}).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\0', '\ud800', '\udfff x', '\u2028', '\uffff', "'; drop table signal; --", 'x'.repeat(20_000)),
);
const questionId = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,20}$/);
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', 'id', '\0', '~/~1'),
  fc.string({unit: 'binary', maxLength: 20}),
);
const configuredIds = fc.array(fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,20}$/), {maxLength: 5});
const byId = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,20}$/), value, {maxKeys: 8});
/** What only staff may send; in a public signal it is refused. */
const staffParts = fc.record(
  {
    checklist: configuredIds,
    route: fc.record({
      meldroute: fc.stringMatching(/^[a-z0-9-]{1,20}@[0-9]{1,6}$/),
      choices: byId(configuredIds),
      routes: configuredIds,
      flags: configuredIds,
      consent: byId(fc.constantFrom('yes' as const, 'no' as const, 'later' as const)),
    }),
  },
  {requiredKeys: []},
);
const anyone = fc
  .record({
    id,
    language: fc.constantFrom('nl', 'en', 'pt-BR', 'zh-Hant-TW'),
    gemeente: fc.stringMatching(/^[0-9]{4}$/),
    answers: fc.dictionary(questionId, fc.oneof(anyText, fc.array(questionId, {maxLength: 5})), {maxKeys: 8}),
    contact: fc.option(fc.record({name: anyText.map((text) => text.slice(0, 1000)), times: anyText})),
  })
  .map(makeSignal);
const staffSignal = fc
  .tuple(anyone, staffParts, fc.date({noInvalidDate: true, min: new Date(0), max: new Date('2100')}))
  .map(([value, parts, date]) => ({...value, channel: 'staff' as const, createdAt: date.toISOString(), ...parts}));
const signal = fc.oneof(anyone, staffSignal);

/** Writes everything outside ASCII as `\\u` escapes. */
const escapeAll = (json: string): string =>
  json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const valid: fc.Arbitrary<Submission> = fc
  .record({
    signal,
    write: fc.constantFrom<(value: unknown) => string>(
      JSON.stringify,
      (value) => JSON.stringify(value, null, '\t'),
      (value) => escapeAll(JSON.stringify(value)),
      (value) => ` \r\n${JSON.stringify(value)}\n`,
    ),
    copies: fc.integer({min: 1, max: 3}),
    chunked: fc.boolean(),
  })
  .map(({signal: value, write, copies, chunked}) => ({
    kind: 'valid', valid: true, copies, question: {body: write(value), chunked},
  }));

const part = (kind: string, body: Uint8Array | string, more: Question = {}): Submission => ({
  kind, valid: false, copies: 1, question: {body, ...more},
});

/** Changes one place: the path goes down by the given numbers. */
const change = (value: unknown, path: readonly number[], name: string, fresh: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return fresh;
  const entries = Object.entries(value);
  const at = step % (entries.length + 1);
  const [found, inner] = entries[at] ?? [name, null];
  const changed = rest.length === 0 && step % 7 === 0 ? [] : [[found, change(inner, rest, name, fresh)] as const];
  const all = [...entries.slice(0, at), ...changed, ...entries.slice(at + 1)];
  return Array.isArray(value) ? all.map(([, each]) => each) : Object.fromEntries(all);
};

const structure = fc
  .tuple(signal, fc.array(fc.nat(50), {maxLength: 3}), key, fc.oneof(fc.jsonValue(), anyText, fc.double()))
  .map(([value, path, name, fresh]) => part('structure', JSON.stringify(change(value, path, name, fresh))));

const staffInPublic = fc
  .tuple(anyone, staffParts)
  .map(([value, parts]) => ({
    ...part('staff-in-public', JSON.stringify({...value, ...parts})),
    ...(Object.keys(parts).length > 0 && {refused: true as const}),
  }));

const repeated = fc.tuple(signal, key, fc.jsonValue()).map(([value, name, fresh]) => {
  const inner = `${JSON.stringify(name)}:${JSON.stringify(fresh)},`;
  return part('repeated', JSON.stringify(value).replace('{', `{${inner}${inner}`));
});

const depth = fc
  .tuple(
    fc.oneof(fc.integer({min: 1, max: 40}), fc.constantFrom(1000, 40_000)),
    fc.constantFrom('[', '{"a":'),
    fc.boolean(),
  )
  .map(([levels, open, closed]) => {
    const close = open === '[' ? ']' : '}';
    return part('depth', `${open.repeat(levels)}1${closed ? close.repeat(levels) : ''}`);
  });

const encoding = fc
  .tuple(
    signal,
    fc.constantFrom('utf16le', 'latin1', 'cut', 'flip', 'bom', 'random'),
    fc.nat(),
    fc.uint8Array({maxLength: 600}),
  )
  .map(([value, how, at, random]) => {
    const bytes = Buffer.from(JSON.stringify({...value, answers: {...value.answers, what: 'é\u00ff'}}));
    if (how === 'random') return part('encoding', random);
    if (how === 'cut') return part('encoding', bytes.subarray(0, at % bytes.length));
    if (how === 'bom') return part('encoding', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]));
    if (how === 'flip') {
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8));
      return part('encoding', bytes);
    }
    return part('encoding', Buffer.from(bytes.toString('utf8'), how === 'latin1' ? 'latin1' : 'utf16le'));
  });

const headerText = fc.string({unit: fc.constantFrom(...'abz09 ;=,"/*%\t\u00e9\u00ff'), maxLength: 60});
const headers = fc
  .record({
    signal,
    type: fc.oneof(headerText, fc.constantFrom('application/json', 'text/plain', 'application/json; charset=utf-16')),
    more: fc.dictionary(
      fc.oneof(
        fc.constantFrom('content-encoding', 'origin', 'accept', 'cookie', 'range', 'x-forwarded-for'),
        fc.stringMatching(/^[a-z]{1,12}-[a-z]{1,12}$/),
      ),
      headerText,
      {maxKeys: 6},
    ),
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'),
    path: fc.constantFrom('/v1/signals', '/v1/signals?x=1', '/v1/signals/', '//v1/signals', '/%00', '/v1/health'),
  })
  .map(({signal: value, type, more, method, path}) =>
    part('headers', JSON.stringify(value), {headers: {'content-type': type, ...more}, method, path}),
  );

const large = fc
  .tuple(signal, fc.integer({min: 262_000, max: 700_000}), fc.boolean())
  .map(([value, size, chunked]) => part('large', JSON.stringify(value).padEnd(size), {chunked}));

const requestLine = 'POST /v1/signals HTTP/1.1\r\n';
const raw = fc
  .tuple(
    fc.constantFrom('', 'GET / HTTP/9.9\r\n', `${requestLine}Host: x\r\n`, `${requestLine}\r\n`),
    fc.oneof(
      fc.uint8Array({maxLength: 200}),
      fc.constantFrom(
        'Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345',
        'Content-Length: -1\r\n\r\n',
        'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nZZ\r\n',
        'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
        'Expect: 200-ok\r\nContent-Length: 0\r\n\r\n',
        `X: ${'y'.repeat(20_000)}\r\n\r\n`,
      ).map((text) => Buffer.from(text)),
    ),
  )
  .map(([start, rest]) => part('raw', Buffer.concat([Buffer.from(start), rest])));

const submission: fc.Arbitrary<Submission> = fc.oneof(
  {arbitrary: valid, weight: 5},
  {arbitrary: structure, weight: 5},
  {arbitrary: encoding, weight: 3},
  {arbitrary: headers, weight: 3},
  {arbitrary: staffInPublic, weight: 1},
  {arbitrary: repeated, weight: 1},
  {arbitrary: depth, weight: 1},
  {arbitrary: large, weight: 1},
  {arbitrary: raw, weight: 1},
);

/** Sends bytes that need not be HTTP; gives the first status, or nothing when the connection just ends. */
const sendRaw = (address: string, bytes: Uint8Array): Promise<number | undefined> =>
  new Promise((resolve) => {
    const {hostname, port} = new URL(address);
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.setTimeout(20_000, () => socket.destroy());
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => {});
    socket.on('close', () => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
      resolve(Number.isNaN(status) ? undefined : status);
    });
  });

const digestOf = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('hex');

/**
 * Sends generated submissions, valid ones in copies at once, and throws with a seed to repeat when one gives a 5xx,
 * a valid one is refused, a refusal lacks its form, or the database holds anything else than what was confirmed, once.
 */
export async function fuzzReceiver(options: {
  readonly address: string;
  readonly storage: Storage;
  readonly runs: number;
  readonly seed?: number;
}): Promise<FuzzFigures> {
  const {address, storage, runs, seed} = options;
  const earlier = new Set((await storage.list(100_000)).map((stored) => stored.id));
  const confirmed = new Map<string, string>();
  const statuses: Record<string, number> = {};
  const kinds: Record<string, number> = {};
  let refused = 0;
  let slowest = 0;

  const judge = (answers: readonly Answer[], {valid: mustStore, refused: mustRefuse, question}: Submission): void => {
    for (const {status, text, headers: got} of answers) {
      assert.ok(status < 500, `status ${status}: ${text}`);
      if (status >= 400) {
        refused += 1;
        assert.equal(got['content-type'], 'application/problem+json');
        assert.equal((JSON.parse(text) as {status?: unknown}).status, status);
      } else if ((question.path ?? '/v1/signals').startsWith('/v1/signals') && question.method !== 'OPTIONS') {
        const receipt = JSON.parse(text) as {id: string; digest: string};
        assert.equal(receipt.digest, digestOf(question.body ?? ''));
        confirmed.set(receipt.id, receipt.digest);
      }
    }
    if (mustRefuse) assert.deepEqual(answers.map(({status}) => status), [400]);
    if (!mustStore) return;
    const [first, ...others] = answers.map(({status}) => status).sort((one, other) => other - one);
    assert.equal(first, 201, answers[0]?.text);
    assert.ok(others.every((status) => status === 200), 'a copy was stored again');
    assert.equal(new Set(answers.map(({text}) => text)).size, 1, 'copies got different receipts');
  };

  await fc.assert(
    fc.asyncProperty(submission, async (each) => {
      kinds[each.kind] = (kinds[each.kind] ?? 0) + 1;
      const started = performance.now();
      if (each.kind === 'raw') {
        const status = await sendRaw(address, Buffer.from(each.question.body ?? ''));
        statuses[status ?? 'closed'] = (statuses[status ?? 'closed'] ?? 0) + 1;
        assert.ok(status === undefined || status < 500, `status ${status}`);
      } else {
        const answers = await Promise.all(Array.from({length: each.copies}, () => ask(address, each.question)));
        for (const {status} of answers) statuses[status] = (statuses[status] ?? 0) + 1;
        judge(answers, each);
      }
      slowest = Math.max(slowest, performance.now() - started);
    }),
    {numRuns: runs, endOnFailure: true, ...(seed !== undefined && {seed})},
  );

  const rows = (await storage.list(100_000)).filter((stored) => !earlier.has(stored.id));
  assert.equal(rows.length, confirmed.size, 'the database holds another number of signals than was confirmed');
  for (const row of rows) assert.equal(confirmed.get(row.id), digestOf(row.body), 'a body differs from what was sent');
  const staff = rows.filter(({body}) => {
    const {checklist, route} = JSON.parse(Buffer.from(body).toString()) as {checklist?: unknown; route?: unknown};
    return checklist !== undefined || route !== undefined;
  }).length;
  return {runs, stored: rows.length, staff, refused, statuses, kinds, slowest: Math.round(slowest)};
}
