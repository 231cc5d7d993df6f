import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {COMPILED_FORMAT, type CompiledGemeente, type Question} from './gemeente.js';
import {groupSigns, hasUrgentSign} from './signs.js';

const gemeente: CompiledGemeente = {
  format: COMPILED_FORMAT,
  gemeente: {id: 'voorbeeld', name: 'Voorbeeld', code: '9901'},
  language: 'nl',
  languages: ['nl'],
  content: 'unreviewed',
  endpoint: {type: 'json', url: 'https://voorbeeld.test/'},
  exitUrl: 'https://voorbeeld.test/',
  questionSet: 'public@1',
  steps: [],
  signs: {
    algemeen: {name: 'Over de persoon', signs: {'ALG-01': 'ALG-01', 'ALG-13': 'ALG-13'}},
    seksueel: {name: 'Over seks', signs: {'SEX-01': 'SEX-01', 'SEX-13': 'SEX-13'}},
    wonen: {name: 'Over het wonen', signs: {'WON-05': 'WON-05'}},
  },
  urgent: ['ALG-13', 'SEX-13'],
  topics: {overlast: {order: ['signs', 'form'], signs: ['WON-05']}},
  contacts: [],
  help: [],
  texts: {},
};
const question: Question = {id: 'signs', type: 'signs'};
const shown = (answers: Record<string, string>, topic?: string, asked: Question = question): unknown =>
  groupSigns(gemeente, asked, answers, topic).map(({key, signs}) => [key, ...signs.map(({id}) => id)]);

describe('groupSigns', () => {
  it('shows present danger first, then the chosen form, then what holds for all', () => {
    assert.deepEqual(shown({form: 'seksueel'}), [
      ['urgent', 'ALG-13', 'SEX-13'],
      ['seksueel', 'SEX-01'],
      ['algemeen', 'ALG-01'],
    ]);
  });

  it('shows the general signs to who does not know the form', () => {
    assert.deepEqual(shown({form: 'unknown'}), [
      ['urgent', 'ALG-13'],
      ['algemeen', 'ALG-01'],
    ]);
  });

  it('shows the short list of a topic instead of a form', () => {
    assert.deepEqual(shown({}, 'overlast'), [
      ['urgent', 'ALG-13'],
      ['topic', 'WON-05'],
      ['algemeen', 'ALG-01'],
    ]);
  });

  it('shows all signs of present danger to who is not sure about danger', () => {
    assert.deepEqual(shown({}, undefined, {...question, urgent: true}), [['urgent', 'ALG-13', 'SEX-13']]);
  });
});

describe('hasUrgentSign', () => {
  it('sees one urgent sign among others', () => {
    assert.equal(hasUrgentSign(gemeente, ['ALG-01', 'SEX-13']), true);
    assert.equal(hasUrgentSign(gemeente, ['ALG-01', 'none']), false);
  });
});
