import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {measurePages, sumOf} from '../../scripts/shipped-sizes.js';

const read = (name: string): string => readFileSync(new URL(`../../packages/embed/dist/${name}`, import.meta.url), 'utf8');

describe('what a visitor fetches', async () => {
  for (const page of await measurePages()) {
    const {limit} = page;
    if (limit === undefined) continue;
    it(`is at most ${limit} bytes of brotli for ${page.name}`, (test) => {
      for (const {name, bytes} of page.files) test.diagnostic(`${name}: ${bytes}`);
      const sum = sumOf(page);
      test.diagnostic(`together: ${sum}`);
      assert.ok(sum <= limit, `${sum} bytes. Run \`npm run size\` and see which file grew.`);
    });

    it(`comes in at most 3 requests for ${page.name}`, () => assert.ok(page.files.length <= 3));
  }

  it('is all: baken.js asks for the file of the gemeente and sends a signal, and asks for nothing else', () => {
    const code = read('baken.js');
    // One to take it from the page, by the loader and by the sender.
    assert.equal(code.match(/\bfetch\b/g)?.length, 2);
    assert.doesNotMatch(code, /\bimport\s*\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|Worker\b|new Image\b/);
    assert.doesNotMatch(code, /createElement\((["'`])(script|link|img|iframe|object|embed|video|audio|source)\1/);
  });

  for (const name of ['baken.js', 'baken.css', 'baken-button.js']) {
    it(`has no address in a style of ${name}`, () => assert.doesNotMatch(read(name), /\burl\(|@import/));
  }
});
