import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {bridge} from './bridge.js';
import {makeTable} from './make-table.js';

describe('the table that a visitor fetches', () => {
  it('says what bridge.json says; if not, run `npm run theme:table`', () => {
    assert.equal(readFileSync(new URL('table.ts', import.meta.url), 'utf8'), makeTable(bridge));
  });

  it('is refused for a name of no known family', () => {
    const properties = {link: {names: ['--acme-link-color'], default: 'red'}};
    assert.throws(() => makeTable({...bridge, properties}), /--acme-link-color.*baken, utrecht/);
  });
});

describe('bridge.json', () => {
  it('begins each chain with a name of ours, of which no theme can have a say', () => {
    for (const [property, {names}] of Object.entries(bridge.properties)) {
      assert.match(names[0] ?? '', /^--baken-[a-z0-9-]+$/, property);
      assert.deepEqual(names.slice(1).filter((name) => name.startsWith('--baken-')), [], property);
      assert.equal(new Set(names).size, names.length, property);
    }
  });

  it('keeps the order of the families, but for what a theme says less exactly', () => {
    const order = ['utrecht', 'nl', 'ams', 'basis'];
    for (const [property, {names}] of Object.entries(bridge.properties)) {
      const exact = names.slice(1).filter((name) => !/^--utrecht-button-(hover-)?(background-)?color$/.test(name));
      const places = exact.map((name) => order.findIndex((family) => name.startsWith(`--${family}-`)));
      assert.deepEqual(places, places.toSorted(), property);
    }
  });

  it('names a least contrast with each colour on which it must be seen', () => {
    const known = [...Object.keys(bridge.colors), ...Object.keys(bridge.mixes), ...Object.keys(bridge.properties)];
    for (const [property, {on, least}] of Object.entries(bridge.properties)) {
      assert.equal(on === undefined, least === undefined, property);
      if (on !== undefined) assert.ok(known.includes(on), `${property} on ${on}`);
      if (least !== undefined) assert.ok(least >= 3, property);
    }
  });
});
