import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import test from 'node:test';

import {contentFolder, type FormEntry, readContent, type SignEntry} from './read-content.js';

const {signs} = readContent<{readonly signs: readonly SignEntry[]}>('signs.json');
const {forms} = readContent<{readonly forms: readonly FormEntry[]}>('forms.json');

/** The public signs: per group the form and, per weight, the numbers. A number that is missing here is not public. */
const publicSigns: Readonly<Record<string, {readonly S: string; readonly SS: string; readonly NU: string}>> = {
  ALG: {S: '04 06 08 10', SS: '01 02 03 05 07 09 12', NU: '13 14'},
  SEX: {S: '07 08 09', SS: '01 02 03 04 05 06 10 11', NU: '13'},
  ARB: {S: '02 05 06 08 09 10 11', SS: '01 03 04 07 13 14', NU: ''},
  CRI: {S: '02 05 06 07 08 11', SS: '01 03 04 09 10 12', NU: '13'},
  HUI: {S: '03 06 07 08', SS: '01 02 04 05 09 11', NU: ''},
  BED: {S: '07 08', SS: '01 02 03 04 05 06 09', NU: ''},
  ORG: {S: '', SS: '03 05 07 08', NU: '01 04'},
  HUW: {S: '', SS: '01 02 03 05 06 08', NU: '04'},
  WON: {S: '09', SS: '05', NU: ''},
  VER: {S: '04', SS: '', NU: ''},
};
const expected = Object.entries(publicSigns).flatMap(([group, byWeight]) =>
  Object.entries(byWeight).flatMap(([weight, numbers]) =>
    numbers.split(' ').filter(Boolean).map((number) => `${group}-${number} ${weight}`),
  ),
);

test('there are exactly the 86 public signs, each with its weight', () => {
  assert.equal(expected.length, 86);
  assert.deepEqual(signs.map(({id, weight}) => `${id} ${weight}`).sort(), [...expected].sort());
});

test('signs stand in the order of their ids within a group', () => {
  for (const group of Object.keys(publicSigns)) {
    const ids = signs.map(({id}) => id).filter((id) => id.startsWith(group));
    assert.deepEqual(ids, [...ids].sort());
  }
});

test('no file of this package names a sign that is not public', () => {
  const publicIds = new Set(expected.map((line) => line.split(' ')[0]));
  const files = readdirSync(contentFolder, {recursive: true, encoding: 'utf8'}).filter((file) => /\.\w+$/.test(file));
  assert.ok(files.includes('signs.json'));
  for (const file of files) {
    const ids = readFileSync(contentFolder + file, 'utf8').match(/\b[A-Z]{3}-\d\d\b/g) ?? [];
    assert.deepEqual(ids.filter((id) => !publicIds.has(id)), [], file);
  }
});

test('every sign belongs to its form', () => {
  const formOf: Readonly<Record<string, string>> = {
    ALG: 'algemeen', SEX: 'seksueel', ARB: 'arbeid', CRI: 'crimineel', HUI: 'huishoudelijk',
    BED: 'bedelarij', ORG: 'orgaan', HUW: 'huwelijk', WON: 'wonen', VER: 'vergunning',
  };
  for (const {id, form} of signs) assert.equal(form, id === 'HUW-08' ? 'overig' : formOf[id.slice(0, 3)], id);
});

test('the eight forms of exploitation stand in the agreed order and each has signs', () => {
  const ids = forms.map(({id}) => id);
  assert.deepEqual(ids, [
    'seksueel', 'arbeid', 'huishoudelijk', 'crimineel', 'bedelarij', 'orgaan', 'huwelijk', 'overig',
  ]);
  for (const form of ids) assert.ok(signs.some((sign) => sign.form === form), form);
});
