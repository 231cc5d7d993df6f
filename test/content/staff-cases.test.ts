import assert from 'node:assert/strict';
import test from 'node:test';

import {adviseAction} from '@baken/model/rules/checklist';
import type {Weight} from '@baken/model/rules/gemeente';
import type {PracticeCase} from '@baken/model/rules/staff';

import {readContent} from './read-content.js';

const staff = '../content-staff';
const {cases} = readContent<{readonly cases: readonly PracticeCase[]}>(`${staff}/cases.json`);
const {workplaces} = readContent<{
  readonly workplaces: readonly {readonly id: string; readonly signs: readonly string[]}[];
}>(`${staff}/workplaces.json`);
type Signs = {readonly signs: readonly {readonly id: string; readonly form: string; readonly weight: Weight}[]};
const signs = ['signs.json', `${staff}/signs.json`].flatMap((path) => readContent<Signs>(path).signs);
const wordsOf = (language: string) =>
  readContent<Readonly<Record<string, string>>>(`${staff}/texts/${language}/cases.json`);

const find = (id: string): Signs['signs'][number] => {
  const sign = signs.find((one) => one.id === id);
  assert.ok(sign, `there is no sign ${id}`);
  return sign;
};

test('there are six cases, and one at least for each workplace', () => {
  assert.equal(new Set(cases.map(({id}) => id)).size, 6);
  assert.deepEqual([...new Set(cases.map(({workplace}) => workplace))].sort(), workplaces.map(({id}) => id).sort());
});

test('the signs of a case exist and are in the list of its workplace, each once', () => {
  for (const {id, workplace, signs: own, maybe = []} of cases) {
    const shown = workplaces.find((one) => one.id === workplace)?.signs ?? [];
    const named = [...own, ...maybe];
    assert.deepEqual(named.filter((sign) => !shown.includes(sign)), [], id);
    assert.equal(new Set(named).size, named.length, id);
  }
});

test('what a case says to do is what the checklist says for its signs', () => {
  for (const {id, signs: own, action} of cases) assert.equal(adviseAction(own.map(find), false).action, action, id);
});

test('the cases practise every action: danger, today, advice, and no sign at all', () => {
  assert.deepEqual([...new Set(cases.map(({action}) => action))].sort(), ['advice', 'now', 'open', 'today']);
  assert.deepEqual(cases.filter(({action}) => action === 'open').map(({signs: own}) => own), [[]]);
});

test('the case with danger says 112, and the one without signs says to ask advice all the same', () => {
  const explained = (action: string): string => {
    const {id} = cases.find((one) => one.action === action) ?? assert.fail(action);
    return Object.entries(wordsOf('nl')).filter(([key]) => key.startsWith(`case.${id}.explanation.`)).join(' ');
  };
  assert.match(explained('now'), /bel 112/);
  assert.match(explained('open'), /Vraag toch advies/);
});

test('people in a case are made up: no names, no nationality, no religion', () => {
  for (const language of ['nl', 'en']) {
    for (const [key, text] of Object.entries(wordsOf(language))) {
      const inside = text.replace(/(^|[.:?]"? )"?\p{Lu}/gu, '');
      // In English "I" is a word, and what is left with a capital would be a name.
      assert.doesNotMatch(inside, /(?<!\p{L})(?!I(?!\p{L}))\p{Lu}/u, `${language} ${key}`);
    }
  }
});

test('a case tells the story in other words than the signs', () => {
  for (const language of ['nl', 'en']) {
    const text = Object.entries(wordsOf(language)).map(([, sentence]) => sentence).join('\n');
    const list = readContent<Readonly<Record<string, string>>>(`${staff}/texts/${language}/signs.json`);
    assert.deepEqual(Object.values(list).filter((sentence) => text.includes(sentence)), []);
  }
});
