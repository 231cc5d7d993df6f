import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {fillIn, resolveBridge} from './resolve-bridge.js';

const decide = (property: string, tokens: Readonly<Record<string, string>>) =>
  resolveBridge(new Map(Object.entries(tokens))).find((one) => one.property === property);

describe('the bridge', () => {
  it('lets our own name win, then --utrecht-*, --nl-*, --ams-* and --basis-*', () => {
    const all = {
      '--baken-heading-2-color': 'red',
      '--utrecht-heading-2-color': 'orange',
      '--utrecht-heading-color': 'yellow',
      '--nl-heading-level-2-color': 'green',
      '--ams-heading-color': 'blue',
      '--basis-heading-color': 'purple',
    };
    const order = Object.keys(all);
    for (const [index, name] of order.entries()) {
      const left = Object.fromEntries(Object.entries(all).slice(index));
      assert.equal(decide('heading-color', left)?.name, name);
    }
    assert.deepEqual(decide('heading-color', {}), {property: 'heading-color'});
  });

  it('stops at an empty token, as a browser does', () => {
    const tokens = {'--utrecht-link-color': '', '--nl-link-color': 'red'};
    assert.deepEqual(decide('link', tokens), {property: 'link', name: '--utrecht-link-color', value: ''});
  });

  it('passes over a token that leads nowhere, as a browser does', () => {
    const tokens = {'--utrecht-link-color': 'var(--gone)', '--nl-link-color': 'var(--brand)', '--brand': 'red'};
    assert.deepEqual(decide('link', tokens), {property: 'link', name: '--nl-link-color', value: 'red'});
  });

  it('passes over a token that leads back to itself', () => {
    const tokens = {'--utrecht-link-color': 'var(--a)', '--a': 'var(--b)', '--b': 'var(--utrecht-link-color)'};
    assert.deepEqual(decide('link', tokens), {property: 'link'});
  });
});

describe('a value', () => {
  const tokens = new Map(
    Object.entries({'--a': '1px', '--b': 'calc(var(--a) * 2)', '--empty': '', '--text': '"a, var(--a))"', '--gone': 'var(--x)'}),
  );
  for (const [written, filled] of [
    ['var(--a)', '1px'],
    ['  var( --a )  ', '1px'],
    ['var(--b) solid', 'calc(1px * 2) solid'],
    ['var(--x, 3px)', '3px'],
    ['var(--x, var(--y, rgb(0, 0, 1)))', 'rgb(0, 0, 1)'],
    ['var(--x,)', ''],
    ['var(--empty)', ''],
    ['var(--gone, 4px)', '4px'],
    ['VAR(--a)', '1px'],
    ['"var(--a)" var(--a)', '"var(--a)" 1px'],
    ['url(x) var(--text)', 'url(x) "a, var(--a))"'],
    ['min(var(--a),var(--x,(2px)))', 'min(1px,(2px))'],
    ['red /* the var(--x) of a comment */', 'red'],
    ['--my-var(1)', '--my-var(1)'],
    ['var(--x)', undefined],
    ['var(--x', undefined],
  ] as const) {
    it(`${JSON.stringify(written)} becomes ${JSON.stringify(filled)}`, () => {
      assert.equal(fillIn(written, tokens), filled);
    });
  }
});
