import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {Refusal} from './problem.js';
import {DEEPEST, readSignal} from './read-signal.js';
import {makeSignal, makeStaffSignal} from './testing/make-signal.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const problemsIn = (body: Uint8Array | string, gemeenten?: readonly string[]): Readonly<Record<string, string>> => {
  try {
    readSignal(typeof body === 'string' ? encode(body) : body, gemeenten);
  } catch (failure) {
    assert.ok(failure instanceof Refusal);
    assert.equal(failure.status, 400);
    const pairs = (failure.errors ?? []).map(({pointer, detail}) => [pointer, detail] as const);
    assert.equal(new Set(pairs.map(([pointer]) => pointer)).size, pairs.length, 'a place is listed twice');
    return Object.fromEntries(pairs);
  }
  return {};
};

test('a whole signal gives its id, gemeente and channel', () => {
  const {id} = makeSignal();
  const head = readSignal(encode(JSON.stringify(makeSignal({id, channel: 'staff'}))));
  assert.deepEqual([head.id, head.gemeente, head.channel], [id, '0376', 'staff']);
});

test('every wrong place is listed at once, with what was found and what to write', () => {
  const body = {
    ...makeSignal(),
    schema: 'other',
    id: 'ABC',
    createdAt: 'gisteren',
    channel: 'phone',
    gemeente: 376,
    answers: {a: 1, b: ['fine', 2], c: 'x'.repeat(20_001), d: ['not an id'], 9: 'x'},
    contact: {name: 'x'.repeat(1001), address: 'x'},
    attachments: [{}],
    client: {},
    referrer: 'x',
    'a/b~c': 1,
  };
  assert.deepEqual(problemsIn(JSON.stringify(body)), {
    '/schema': 'Found a text of 5 characters. Write "baken.signal/1".',
    '/id': 'Found a text of 3 characters in another form. ' +
      'Write a version 4 UUID in lower case, such as 0b5e4c1e-8a0e-4a53-9d59-3f1c1d1f7a10.',
    '/createdAt': 'Found a text of 8 characters in another form. ' +
      'Write an ISO 8601 instant in UTC, such as 2026-11-22T14:00:00.000Z.',
    '/channel': 'Found a text of 5 characters. Write "public" or "staff".',
    '/gemeente': 'Found a number. Write the four digits of the CBS code, such as "0376".',
    '/answers/a': 'Found a number. Write a text or a list of ids.',
    '/answers/b/1': 'Found a number. Write an id: a letter, then letters, digits and hyphens, 64 characters at most.',
    '/answers/c': 'Found 20001 characters. Write 20000 at most.',
    '/answers/d/0': 'Found a text of 9 characters in another form. ' +
      'Write an id: a letter, then letters, digits and hyphens, 64 characters at most.',
    '/answers/9': 'This key is not the id of a question. ' +
      'Write an id: a letter, then letters, digits and hyphens, 64 characters at most.',
    '/contact/name': 'Found 1001 characters. Write 1000 at most.',
    '/contact/address': 'This key is not known here. Leave it out.',
    '/attachments': 'Found a list with items. Write an empty list.',
    '/client/version': 'This key is missing. Write a version, such as 0.1.0.',
    '/referrer': 'This key is not known here. Leave it out.',
    '/a~1b~0c': 'This key is not known here. Leave it out.',
  });
});

test('each missing key is named with its remedy', () => {
  const problems = problemsIn('{}');
  assert.deepEqual(Object.keys(problems).sort(), Object.keys(makeSignal()).map((key) => `/${key}`).sort());
  for (const detail of Object.values(problems)) assert.match(detail, /^This key is missing\. Write .+\.$/);
});

test('a staff signal may have a checklist and a route, both or neither', () => {
  for (const leave of [[], ['checklist'], ['route'], ['checklist', 'route']]) {
    const parts = Object.entries(makeStaffSignal()).filter(([key]) => !leave.includes(key));
    assert.deepEqual(problemsIn(JSON.stringify(Object.fromEntries(parts))), {}, leave.join());
  }
});

test('a checklist and a route in a public signal are refused at their place, beside all other errors', () => {
  const only = 'Only the signal of an employee has this. Leave it out, or write "staff" as the channel.';
  const {checklist, route} = makeStaffSignal();
  const problems = problemsIn(JSON.stringify({...makeSignal(), checklist, route, extra: 1}));
  assert.deepEqual(problems, {
    '/checklist': only,
    '/route': only,
    '/extra': 'This key is not known here. Leave it out.',
  });
});

test('every wrong place of a checklist and a route is listed at once, with what to write', () => {
  const anId = 'an id: letters, digits and hyphens, 64 characters at most';
  const body = {
    ...makeStaffSignal(),
    checklist: ['ALG-01', 'not an id', 3],
    route: {
      meldroute: 'default',
      choices: {danger: 'yes', 'not an id': ['a'], about: ['x'.repeat(65)]},
      routes: Array<string>(51).fill('112'),
      flags: null,
      consent: {help: 'maybe'},
      typed: 'x',
    },
  };
  assert.deepEqual(problemsIn(JSON.stringify(body)), {
    '/checklist/1': 'Found a text of 9 characters in another form. Write the id of a sign, such as ALG-01.',
    '/checklist/2': 'Found a number. Write the id of a sign, such as ALG-01.',
    '/route/meldroute': 'Found a text of 7 characters in another form. ' +
      'Write the id and the version of the meldroute, such as default@1.',
    '/route/choices/danger': 'Found a text of 3 characters. Write a list of ids of answers.',
    '/route/choices/not an id': `This key is not an id. Write ${anId}.`,
    '/route/choices/about/0': `Found a text of 65 characters in another form. Write ${anId}.`,
    '/route/routes': 'Found 51 items. Write 50 at most.',
    '/route/flags': 'Found null. Write a list of ids of flags.',
    '/route/consent/help': 'Found a text of 5 characters. Write "yes" or "no" or "later".',
    '/route/typed': 'This key is not known here. Leave it out.',
  });
});

test('too many answers, choices and purposes are counted, and none of them is listed', () => {
  const many = (count: number, value: unknown): object =>
    Object.fromEntries(Array.from({length: count}, (_, at) => [`a${at}`, value]));
  const {route} = makeStaffSignal();
  const body = (more: number): string => JSON.stringify({
    ...makeStaffSignal(),
    answers: many(500 + more, 'x'),
    route: {...route, choices: many(100 + more, ['x']), consent: many(20 + more, 'yes')},
  });
  assert.deepEqual(problemsIn(body(0)), {});
  assert.deepEqual(problemsIn(body(1)), {
    '/answers': 'Found 501 keys. Write 500 at most.',
    '/route/choices': 'Found 101 keys. Write 100 at most.',
    '/route/consent': 'Found 21 keys. Write 20 at most.',
  });
});

test('a body that is no object is refused as a whole', () => {
  for (const body of ['[]', 'null', '"x"', '1']) assert.match(problemsIn(body)[''] ?? '', /Write a JSON object/);
  for (const body of ['', '{', '{"a":}', '\uFEFF{}', 'Iemand']) assert.match(problemsIn(body)[''] ?? '', /not JSON/);
});

test('bytes that are not UTF-8 are refused', () => {
  const bytes = encode(JSON.stringify(makeSignal({answers: {what: '#'}})));
  bytes[bytes.indexOf(0x23)] = 0xff;
  assert.match(problemsIn(bytes)[''] ?? '', /not UTF-8/);
  assert.match(problemsIn(Buffer.from(JSON.stringify(makeSignal()), 'utf16le'))[''] ?? '', /not JSON/);
});

test(`${DEEPEST} levels are read and one more is refused before the parser sees it`, () => {
  const nest = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  assert.ok(!('' in problemsIn(nest(DEEPEST))));
  assert.match(problemsIn(nest(DEEPEST + 1))[''] ?? '', /Found 33 levels.+Write 32 at most/);
  assert.match(problemsIn('['.repeat(262_144))[''] ?? '', /Found 262144 levels/);
});

test('a repeated key and a prototype key are refused at their place, beside all other errors', () => {
  const text = JSON.stringify(makeSignal({answers: {what: 'x'}, language: '?'}))
    .replace('"what":"x"', '"what":"x","what":"y","__proto__":{"polluted":true}');
  const problems = problemsIn(text.replace('{', '{"__proto__":1,'));
  assert.deepEqual(Object.keys(problems).sort(), ['/__proto__', '/answers/__proto__', '/answers/what', '/language']);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('keys of the prototype of objects are ordinary question ids', () => {
  assert.deepEqual(problemsIn(JSON.stringify(makeSignal({answers: {constructor: 'x', valueOf: 'y'}}))), {});
});

test('a gemeente that is not served is refused, beside all other errors', () => {
  assert.deepEqual(problemsIn(JSON.stringify(makeSignal()), ['0376']), {});
  const problems = problemsIn(JSON.stringify({...makeSignal({gemeente: '0384'}), extra: 1}), ['0376', '0034']);
  assert.deepEqual(problems, {
    '/gemeente': 'This receiver does not serve that gemeente. Write one of 0376, 0034.',
    '/extra': 'This key is not known here. Leave it out.',
  });
});

test('no answer, and no key longer than a hundred characters, is repeated in a refusal', () => {
  const canary = 'kanarie';
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (answers, other) => {
      const long = canary.repeat(20);
      const body = {
        ...makeSignal({language: canary, gemeente: canary}),
        answers: {...answers, typed: [canary, [canary]], more: {[long]: 1}},
        contact: {name: {canary}, [long]: canary},
        checklist: [[canary]],
        route: {meldroute: canary, choices: {[long]: canary}, routes: [{canary}], consent: {help: canary}},
        other,
      };
      const problems = problemsIn(JSON.stringify(body));
      assert.ok(Object.keys(problems).length >= 5);
      assert.ok(!JSON.stringify(problems).includes(canary));
    }),
    {numRuns: 200},
  );
});
