import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {findOddKeys, measureDepth} from './scan-json.js';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('depth is counted as the parser would nest it', () => {
  fc.assert(
    fc.property(fc.jsonValue({maxDepth: 6}), fc.constantFrom(0, 2), (value, indent) => {
      assert.equal(measureDepth(JSON.stringify(value, null, indent)), depthOf(value));
    }),
  );
});

test('brackets inside a text are no depth', () => {
  assert.equal(measureDepth('{"a":"[[[\\"[[{{\\\\"}'), 1);
});

test('text that is not JSON is measured without an error, in linear time', () => {
  fc.assert(fc.property(fc.string(), (text) => measureDepth(text) >= 0));
  const started = performance.now();
  measureDepth(`"${'\\"'.repeat(130_000)}`);
  measureDepth('"'.repeat(262_143));
  assert.ok(performance.now() - started < 1000);
});

test('a key that is written twice is found at its place, also when it is written in another way', () => {
  assert.deepEqual(findOddKeys('{"a":1,"b":[0,{"c":"x,\\"c\\":1","\\u0063":{}}],"a":[]}'), [
    {path: ['b', 1, 'c'], kind: 'repeated'},
    {path: ['a'], kind: 'repeated'},
  ]);
});

test('__proto__ is found at any depth, in any spelling', () => {
  assert.deepEqual(findOddKeys('{"a":[{},{"__pr\\u006fto__":{"x":1}}]}'), [
    {path: ['a', 1, '__proto__'], kind: 'prototype'},
  ]);
});

test('JSON that a parser wrote has no odd keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('__proto__'));
      assert.deepEqual(findOddKeys(text), []);
    }),
  );
});
