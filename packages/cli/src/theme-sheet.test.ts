import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {readThemeSheet} from './theme-sheet.js';

const readSheet = (...sheets: readonly string[]) =>
  readThemeSheet(sheets.map((css, index) => ({name: `${index}.css`, css})));

describe('the tokens of a style sheet', () => {
  for (const selector of [
    ':root',
    ':host',
    'html',
    'body',
    '*',
    '.acme-theme',
    'body.acme-theme',
    '.acme-theme.compact',
    '#page',
    '[data-theme="acme"]',
    ':root:where(.acme, .other)',
    'p, .acme-theme',
  ]) {
    it(`are read for ${selector}`, () => {
      assert.deepEqual([...readSheet(`${selector} {--a: 1px}`).light], [['--a', '1px']]);
    });
  }

  for (const rule of [
    'p {--a: 1px}',
    '.acme-theme .card {--a: 1px}',
    '.acme-theme > p {--a: 1px}',
    '.acme-theme:hover {--a: 1px}',
    '@media print {:root {--a: 1px}}',
    '@media (min-width: 40em) {:root {--a: 1px}}',
    '@media (forced-colors: active) {:root {--a: 1px}}',
    '@property --a {syntax: "<length>"; inherits: true; initial-value: 1px}',
    '@keyframes a {from {--a: 1px}}',
  ]) {
    it(`are not read in ${rule}`, () => {
      const {light, selectors} = readSheet(rule);
      assert.deepEqual([...light], []);
      assert.deepEqual(selectors, []);
    });
  }

  it('are those of the last that says it, of a later sheet before an earlier one', () => {
    const {light, selectors} = readSheet(':root {--a: 1px} :root {--a: 2px; --b: 3px}', '.x {--b: 4px}');
    assert.deepEqual([...light], [['--a', '2px'], ['--b', '4px']]);
    assert.deepEqual(selectors, [':root', '.x']);
  });

  it('are those marked as important before a later one that is not', () => {
    assert.equal(readSheet(':root {--a: 1px !important} :root {--a: 2px}').light.get('--a'), '1px');
    assert.equal(readSheet(':root {--a: 1px !important} :root {--a: 2px !important}').light.get('--a'), '2px');
  });

  it('may be empty, and have commas and brackets', () => {
    const {light} = readSheet(':root {--a: ; --b: rgb(0, 0, 1); --c: {x: 1};}');
    assert.deepEqual([...light], [['--a', ''], ['--b', 'rgb(0, 0, 1)'], ['--c', '{x: 1}']]);
  });

  it('are read inside layers and what asks for support', () => {
    assert.equal(readSheet('@layer a {@supports (color: red) {:root {--a: 1px}}}').light.get('--a'), '1px');
  });

  it('name what @import asks for, and that is not read', () => {
    assert.deepEqual(readSheet('@import url("other.css") screen; :root {--a: 1px}').imports, ['url("other.css") screen']);
  });
});

describe('the dark scheme', () => {
  it('is not there when the style sheet does not speak of it', () => {
    assert.equal(readSheet(':root {--a: 1px}').dark, undefined);
  });

  for (const css of [
    '@media (prefers-color-scheme: dark) {:root {--a: dark}}',
    '.acme-theme--dark {--a: dark}',
    '[data-color-scheme=dark] {--a: dark}',
    '.acme-theme--color-scheme-dark {--a: dark}',
  ]) {
    it(`has what it says over the light one: ${css}`, () => {
      const {light, dark} = readSheet(css, '.acme-theme {--a: light; --b: both}');
      assert.deepEqual([...light], [['--a', 'light'], ['--b', 'both']]);
      assert.deepEqual(new Map(dark), new Map([['--a', 'dark'], ['--b', 'both']]));
    });
  }

  for (const css of [':root {--a: light-dark(#000, #fff)}', ':root {color-scheme: light dark; --a: red}']) {
    it(`has the same tokens: ${css}`, () => {
      const {light, dark} = readSheet(css);
      assert.deepEqual(dark, light);
    });
  }

  it('is not a rule for light alone', () => {
    const {light, dark} = readSheet('@media (prefers-color-scheme: light) {:root {--a: light}}');
    assert.equal(light.get('--a'), 'light');
    assert.equal(dark, undefined);
  });
});
