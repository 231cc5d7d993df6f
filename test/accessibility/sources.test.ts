import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {globSync} from '../../scripts/glob-sync.mjs';

/** What a visitor gets of the widgets, by file: no tests, examples or stories. */
const sources = ['packages/elements/src', 'packages/embed/src']
  .flatMap((folder) => globSync(folder, /(?<!\.(test|examples|stories))\.(ts|css)$/))
  .map((file) => ({file, code: readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')}));

const findIn = (pattern: RegExp, isAllowed: (file: string) => boolean = () => false): readonly string[] =>
  sources.filter(({file}) => !isAllowed(file)).flatMap(({file, code}) =>
    [...code.matchAll(pattern)].map(([found]) => `${file}: ${found}`));

test('no widget has sound, film, pictures or drawings of text', () => {
  assert.ok(sources.length > 60, `${sources.length} sources`);
  assert.deepEqual(findIn(/(?<!\w)<(audio|video|img|picture|canvas|object|embed|track)\b|\burl\(|\bnew (Audio|Image)\b/g), []);
});

test('no widget needs a pointer, a gesture, a movement or a way to hold the device: what acts is a click', () => {
  const events = /['"](pointer|mouse|touch|drag|drop|device|gesture)\w+['"]|(?<![-\w])orientation\b/g;
  // Keeps these from the page, whatever they are, and does nothing with them.
  assert.deepEqual(findIn(events, (file) => file.endsWith('/keep-typing.ts')), []);
});

test('no widget shows or hides anything when a pointer is over it: only colours and lines change', () => {
  const rules = sources.flatMap(({file, code}) =>
    [...code.matchAll(/([^{};]*:hover[^{}]*)\{([^}]*)\}/g)].map(([, selector = '', body = '']) => ({
      where: `${file}: ${selector.trim()}`,
      properties: [...body.matchAll(/(?:^|;)\s*([-\w]+)\s*:/g)].map(([, name = '']) => name),
    })));
  assert.ok(rules.length >= 5, `${rules.length} rules`);
  const harmless = /^(color|background|border-color|text-decoration(-thickness)?)$/;
  const others = rules.flatMap(({where, properties}) =>
    properties.filter((name) => !harmless.test(name)).map((name) => `${where} sets ${name}`));
  assert.deepEqual([...others, ...findIn(/\stitle=/g)], []);
});

test('no widget has a key of its own but Escape', () => {
  const keys = findIn(/\.(key|code|keyCode)\s*[!=]==?\s*(['"\d]\S*)/g);
  assert.ok(keys.length >= 2, `${keys.length} keys`);
  assert.deepEqual(keys.filter((found) => !found.includes("'Escape'")), []);
  assert.deepEqual(findIn(/accesskey/gi), []);
});

test('no widget asks someone to log in, to remember a word or to solve a puzzle', () => {
  assert.deepEqual(findIn(/type="password"|captcha|current-password|one-time-code/gi), []);
});
