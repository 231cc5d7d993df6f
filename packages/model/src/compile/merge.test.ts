import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {mergeLayers} from './merge.js';
import {findNearest} from './nearest.js';
import {resolveName} from './source-files.js';

const merge = (...values: readonly Record<string, unknown>[]) =>
  mergeLayers(values.map((value, index) => ({file: `${index}.json`, value})));

describe('mergeLayers', () => {
  const situations: readonly (readonly [string, readonly Record<string, unknown>[], Record<string, unknown>])[] = [
    ['objects key by key', [{a: {b: 1, c: 2}}, {a: {c: 3, d: 4}}], {a: {b: 1, c: 3, d: 4}}],
    [
      'things by id, new ones behind',
      [{a: [{id: 'x', b: 1}, {id: 'y'}]}, {a: [{id: 'z'}, {id: 'x', c: 2}]}],
      {a: [{id: 'x', b: 1, c: 2}, {id: 'y'}, {id: 'z'}]},
    ],
    ['other lists as a whole', [{a: [1, 2, 3]}, {a: [4]}], {a: [4]}],
    [
      'null by removing',
      [
        {a: 1, b: {c: 1, d: 2}},
        {a: null, b: {c: null}},
      ],
      {b: {d: 2}},
    ],
    ['null that removes nothing by nothing', [{}, {a: null, b: {c: null}}], {b: {}}],
    ['an empty list of things by keeping what is there', [{a: [{id: 'x'}]}, {a: []}], {a: [{id: 'x'}]}],
    ['another kind of value by replacing', [{a: {b: 1}}, {a: 'x'}, {a: [1]}], {a: [1]}],
    [
      'a fact with a certainty as a whole',
      [{a: {dial: '1', shown: '1', certainty: 'K?'}}, {a: {dial: '2'}}],
      {a: {dial: '2'}},
    ],
    [
      'what says its kind as a whole',
      [{a: {kind: 'workdays', days: 2}}, {a: {kind: 'today'}}],
      {a: {kind: 'today'}},
    ],
    [
      'what says no kind of its own key by key',
      [{a: {kind: 'workdays', days: 2}}, {a: {days: 3}}],
      {a: {kind: 'workdays', days: 3}},
    ],
    [
      'a thing with a kind by id',
      [{a: [{id: 'x', kind: 'one', b: 1}]}, {a: [{id: 'x', kind: 'many'}]}],
      {a: [{id: 'x', kind: 'many', b: 1}]},
    ],
    [
      'a thing with a certainty by id',
      [{a: [{id: 'x', b: 1, certainty: 'S'}]}, {a: [{id: 'x', c: 2}]}],
      {a: [{id: 'x', b: 1, certainty: 'S', c: 2}]},
    ],
  ];
  for (const [situation, layers, expected] of situations) {
    it(`merges ${situation}`, () => assert.deepEqual(merge(...layers).merged, expected));
  }

  it('remembers the file of each value', () => {
    const {origins} = merge(
      {a: {b: 1, c: 2}, d: [{id: 'x', e: 1}]},
      {a: {c: 3}},
      {d: [{id: 'x', f: 1}]},
      {a: {b: null}},
    );
    const file = (path: string) => origins.get(path)?.file;
    assert.deepEqual(['a/b', 'a/c', 'd/x/e', 'd/x/f'].map(file), ['3.json', '1.json', '0.json', '2.json']);
  });

  it('changes none of its layers', () => {
    const under = {a: {b: 1}, c: [{id: 'x', d: {e: 1}}]};
    const before = structuredClone(under);
    merge(under, {a: {b: null}, c: [{id: 'x', d: {e: 2}}]});
    assert.deepEqual(under, before);
  });

  it('reaches no prototype, even with keys that the parser refuses', () => {
    const evil = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as Record<
      string,
      unknown
    >;
    merge({}, evil, evil);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('findNearest', () => {
  it('finds the word with the fewest letters to change', () => {
    assert.equal(findNearest('langauges', ['language', 'languages', 'name']), 'languages');
    assert.equal(findNearest('NAME', ['note', 'name']), 'name');
    assert.equal(findNearest('x'.repeat(100_000), ['name']), 'name');
    assert.equal(findNearest('x', []), undefined);
  });
});

describe('resolveName', () => {
  const names: readonly (readonly [name: string, from: string, expected: string])[] = [
    ['./b.json', 'a.json', 'b.json'],
    ['../b.json', 'x/y/a.json', 'x/b.json'],
    ['../../b.json', 'a.json', '../../b.json'],
    ['./z/b.json', '/x/a.json', '/x/z/b.json'],
    ['../b.json', 'https://a.example/x/a.json', 'https://a.example/b.json'],
  ];
  for (const [name, from, expected] of names) {
    it(`finds ${name} from ${from}`, () => assert.equal(resolveName(name, from), expected));
  }
});
