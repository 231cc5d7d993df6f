import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {globSync} from '../../scripts/glob-sync.mjs';
import {type Conformance, drawPages, findFaults, hasTest, pathOf, readConformance, type Row} from './conformance.js';
import {widgetNames} from './widgets.js';

/** Level A and AA of WCAG 2.2, as W3C numbers them; 4.1.1 was removed. */
const criteria = [
  '1.1.1 A, 1.2.1 A, 1.2.2 A, 1.2.3 A, 1.2.4 AA, 1.2.5 AA, 1.3.1 A, 1.3.2 A, 1.3.3 A, 1.3.4 AA, 1.3.5 AA, 1.4.1 A, 1.4.2 A',
  '1.4.3 AA, 1.4.4 AA, 1.4.5 AA, 1.4.10 AA, 1.4.11 AA, 1.4.12 AA, 1.4.13 AA, 2.1.1 A, 2.1.2 A, 2.1.4 A, 2.2.1 A, 2.2.2 A',
  '2.3.1 A, 2.4.1 A, 2.4.2 A, 2.4.3 A, 2.4.4 A, 2.4.5 AA, 2.4.6 AA, 2.4.7 AA, 2.4.11 AA, 2.5.1 A, 2.5.2 A, 2.5.3 A, 2.5.4 A',
  '2.5.7 AA, 2.5.8 AA, 3.1.1 A, 3.1.2 AA, 3.2.1 A, 3.2.2 A, 3.2.3 AA, 3.2.4 AA, 3.2.6 A, 3.3.1 A, 3.3.2 A, 3.3.3 AA',
  '3.3.4 AA, 3.3.7 A, 3.3.8 AA, 4.1.2 A, 4.1.3 AA',
].join(', ').split(', ');

const conformance = readConformance();

test('the tables have each of the 55 criteria of WCAG 2.2 A and AA once, in order', () => {
  assert.equal(criteria.length, 55);
  assert.deepEqual(conformance.criteria.map(({id, level}) => `${id} ${level}`), criteria);
});

test('every widget has one row for each criterion, no claim stands without evidence, and every test that is named exists', () => {
  assert.deepEqual(findFaults(conformance), []);
});

test('the pages with the tables are as the data says: npm run accessibility', () => {
  for (const [path, text] of drawPages(conformance)) assert.equal(readFileSync(pathOf(path), 'utf8'), text, path);
});

test('every widget that has examples has its tables', () => {
  const folders = globSync('packages/elements/src', /\.examples\.ts$/).map((file) => file.split('/').at(-2));
  assert.deepEqual(folders.toSorted(), widgetNames.toSorted());
});

test('no check by hand is claimed as long as the documentation says that nobody did one', () => {
  const checks = conformance.criteria.flatMap(({rows}) => rows.flatMap(({manual}) => manual ?? []));
  const page = readFileSync(pathOf('docs/accessibility/README.md'), 'utf8');
  assert.equal(page.includes('Niemand heeft met de hand getoetst'), checks.length === 0);
});

test('criterion 1.3.5 is not met where someone fills in who they are, and the tables say so', () => {
  const rows = conformance.criteria.find(({id}) => id === '1.3.5')?.rows.filter(({result}) => result === 'voldoet niet');
  assert.deepEqual(rows?.flatMap((row) => row.widgets), ['signal-form', 'meldroute-wizard']);
});

const makeOne = (...rows: readonly Row[]): Conformance => ({
  on: '2026-11-23',
  tests: {good: {file: 'a.test.ts', name: 'does it for ${name}'}},
  criteria: [{id: '1.1.1', level: 'A', name: 'Iets', rows}],
});
const source = 'it(`does it for ${name}`, async () => {});';

test('a good row has no fault: tested, done by hand, without a use, or not judged', () => {
  const manual = {on: '2026-11-23', by: 'A. Toetser', steps: ['Open het formulier.', 'Luister.']};
  const good: readonly Row[] = [
    {widgets: '*', result: 'voldoet', tests: ['good']},
    {widgets: '*', result: 'deels getoetst', manual, tests: ['good'], open: 'De rest.'},
  ];
  for (const row of good) assert.deepEqual(findFaults(makeOne(row), () => source), []);
});

const refused: readonly (readonly [why: string, rows: readonly Row[], fault: RegExp])[] = [
  ['a claim without evidence', [{widgets: '*', result: 'voldoet'}], /"voldoet" without evidence/],
  ['a widget without a row', [{widgets: ['signal-form'], result: 'niet beoordeeld'}], /quick-exit has 0 rows/],
  ['two rows for a widget', [
    {widgets: '*', result: 'niet beoordeeld'},
    {widgets: ['quick-exit'], result: 'niet beoordeeld'},
  ], /quick-exit has 2 rows/],
  ['a test that is not listed', [{widgets: '*', result: 'voldoet', tests: ['none']}], /there is no test "none"/],
  ['a check by hand without steps', [
    {widgets: '*', result: 'voldoet', manual: {on: '2026-11-23', by: 'A. Toetser', steps: []}},
  ], /needs a day, a name and steps/],
  ['what is tested in part, without what is open', [{widgets: '*', result: 'deels getoetst', tests: ['good']}], /"open"/],
  ['what has no use, without a reason', [{widgets: '*', result: 'niet van toepassing'}], /without a reason/],
  ['evidence for what is not judged', [{widgets: '*', result: 'niet beoordeeld', tests: ['good']}], /not judged/],
];

for (const [why, rows, fault] of refused) {
  test(`refuses ${why}`, () => assert.match(findFaults(makeOne(...rows), () => source).join('\n'), fault));
}

test('a test that is skipped, renamed or only mentioned is no evidence', () => {
  assert.ok(hasTest(source, 'does it for ${name}'));
  for (const other of ['it.skip(`does it for ${name}`, () => {});', '// does it for ${name}', "it('does it', () => {});"]) {
    assert.ok(!hasTest(other, 'does it for ${name}'), other);
  }
});
