import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {DEEPEST, parseJson} from './parse-json.js';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('parseJson', () => {
  const sound = [
    'null',
    ' true ',
    '-0.5e+3',
    '""',
    '"\\u00e9\\n\\"\\\\\\/"',
    '[]',
    '{}',
    '[1,[2,{"a":null}],"x"]',
    '{"a":{"b":[1,2]},"c":"d"}',
    '{"toString":1,"":2}',
    '\r\n\t{"a" :\n1 }\n',
    '"\u2028 \ud83d\ude00"',
  ];
  for (const text of sound) {
    it(`reads ${JSON.stringify(text)} as JSON.parse does`, () => {
      assert.deepEqual(parseJson(text), {value: JSON.parse(text), lines: (parseJson(text) as {lines: unknown}).lines});
    });
  }

  const broken = [
    '',
    ' ',
    '{',
    '[',
    '"',
    '{"a"',
    '{"a":',
    '{"a":1',
    '[1',
    '{a:1}',
    "{'a':1}",
    '[1,]',
    '{"a":1,}',
    '[1 2]',
    '01',
    '1.',
    '.5',
    '+1',
    '1e',
    'NaN',
    'tru',
    'undefined',
    '"\\x"',
    '"\n"',
    '"\\u12"',
    '[] []',
    '{"a":1}}',
    '/* */ 1',
    '{,}',
  ];
  for (const text of broken) {
    it(`refuses ${JSON.stringify(text)} as JSON.parse does, and says where`, () => {
      assert.throws(() => JSON.parse(text));
      const result = parseJson(text);
      assert.ok('problem' in result);
      assert.ok(result.problem.line >= 1 && result.problem.column >= 1);
    });
  }

  it('points at the line, the character and the key of a mistake', () => {
    assert.deepEqual(parseJson('{\n  "a": {\n    "b": [1, tru]\n  }\n}'), {
      problem: {code: 'json', line: 3, column: 14, key: 'a/b/1', found: 'tru'},
    });
    assert.deepEqual(parseJson('{\n  "a": 1\n  "b": 2\n}'), {
      problem: {code: 'json-comma', line: 3, column: 3, key: '', found: '"'},
    });
    assert.deepEqual(parseJson('{"a": "b'), {problem: {code: 'json', line: 1, column: 7, key: 'a', found: '"b'}});
    assert.deepEqual(parseJson('[1,\n'), {problem: {code: 'json-end', line: 2, column: 1, key: '1', found: ''}});
  });

  it('remembers the line of every value', () => {
    const result = parseJson('\uFEFF{\n"a": [\n1,\n2],\n"b": "c"}');
    assert.ok('lines' in result);
    assert.deepEqual(Object.fromEntries(result.lines), {'': 1, a: 2, 'a/0': 3, 'a/1': 4, b: 5});
  });

  it('refuses a key that stands twice, of which JSON.parse keeps the last without a word', () => {
    const result = parseJson('{"a": 1, "b": {"a": 1,\n"a": 2}}');
    assert.deepEqual(result, {problem: {code: 'json-twice', line: 2, column: 1, key: 'b/a', found: 'a'}});
  });

  for (const key of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']) {
    it(`refuses the key ${key}`, () => {
      const result = parseJson(`{"a": {"${key}": {"polluted": true}}}`);
      assert.ok('problem' in result && result.problem.code === 'json-key');
    });
  }

  it(`refuses what is nested deeper than ${DEEPEST}, and overflows no stack`, () => {
    assert.ok('value' in parseJson(nested(DEEPEST)));
    for (const depth of [DEEPEST + 1, 400_000]) {
      const result = parseJson(nested(depth));
      assert.ok('problem' in result && result.problem.code === 'json-deep');
    }
  });

  it('reads a long string and a long list', () => {
    const text = JSON.stringify({a: 'é\\"'.repeat(200_000), b: Array.from({length: 50_000}, (_, index) => index)});
    const result = parseJson(text);
    assert.ok('value' in result);
    assert.deepEqual(result.value, JSON.parse(text));
  });
});
