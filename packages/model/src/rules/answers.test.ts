import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {checkStep, countSteps, findRoute, holds, LONGEST_TEXT, toggleChoice} from './answers.js';
import {COMPILED_FORMAT, type CompiledGemeente, type Question, type Step} from './gemeente.js';

const option = (id: string): {id: string; label: string} => ({id, label: id});
const one = (id: string, options: readonly string[], more: Partial<Question> = {}): Question => ({
  id,
  type: 'one',
  error: `choose ${id}`,
  options: options.map(option),
  ...more,
});
const step = (id: string, questions: readonly Question[], more: Partial<Step> = {}): Step => ({
  id,
  title: id,
  questions,
  ...more,
});

const gemeente: CompiledGemeente = {
  format: COMPILED_FORMAT,
  gemeente: {id: 'voorbeeld', name: 'Voorbeeld', code: '9901'},
  language: 'nl',
  languages: ['nl'],
  content: 'unreviewed',
  endpoint: {type: 'json', url: 'https://voorbeeld.test/v1/signals'},
  exitUrl: 'https://voorbeeld.test/',
  questionSet: 'public@1',
  steps: [
    step('danger', [one('danger', ['yes', 'no'], {usual: 'no'})]),
    step('call', [], {end: true, tone: 'danger', when: {danger: ['yes']}}),
    step('who', [one('who', ['me', 'other'], {usual: 'other'})]),
    step('age', [one('age', ['adult', 'young'])], {when: {who: ['me']}}),
    step('young', [], {end: true, when: {age: ['young']}}),
    step('signs', [{id: 'signs', type: 'signs'}], {when: {who: ['other']}}),
    step('either', [{id: 'words', type: 'text'}], {when: [{age: ['adult']}, {signs: ['*']}]}),
    step(
      'reach',
      [
        {id: 'phone', type: 'line', contact: 'phone'},
        {id: 'email', type: 'line', contact: 'email'},
      ],
      {oneOf: {questions: ['phone', 'email'], error: 'one of both'}},
    ),
  ],
  signs: {},
  urgent: [],
  topics: {overlast: {order: ['signs', 'who'], signs: []}, mix: {order: ['either', 'signs'], signs: []}},
  contacts: [],
  help: [],
  texts: {'error.long': 'at most {max}', 'error.email': 'no address', 'error.phone': 'no number'},
};

const ids = (answers: Record<string, string | string[]>, topic?: string): readonly string[] =>
  findRoute(gemeente, answers, topic).steps.map(({id}) => id);

describe('findRoute', () => {
  const cases: readonly [situation: string, answers: Record<string, string | string[]>, steps: readonly string[]][] = [
    ['nothing is answered yet', {}, ['danger', 'who', 'reach']],
    ['there is danger now', {danger: 'yes'}, ['danger', 'call']],
    ['it is about the visitor', {danger: 'no', who: 'me'}, ['danger', 'who', 'age', 'reach']],
    ['the visitor is under 18', {danger: 'no', who: 'me', age: 'young'}, ['danger', 'who', 'age', 'young']],
    ['a sign is chosen', {who: 'other', signs: ['A']}, ['danger', 'who', 'signs', 'either', 'reach']],
    ['no sign is chosen', {who: 'other', signs: []}, ['danger', 'who', 'signs', 'reach']],
  ];
  for (const [situation, answers, steps] of cases) {
    it(`gives the right steps when ${situation}`, () => assert.deepEqual(ids(answers), steps));
  }

  it('forgets an answer whose own step is no longer on the route', () => {
    assert.deepEqual(ids({who: 'other', age: 'young'}), ['danger', 'who', 'signs', 'reach']);
    assert.deepEqual(findRoute(gemeente, {who: 'other', age: 'young', phone: ' '}).answers, {who: 'other'});
  });

  it('lets the steps of a topic trade places, and no others', () => {
    assert.deepEqual(ids({who: 'other', signs: ['A']}, 'mix'), ['danger', 'who', 'signs', 'reach']);
    assert.deepEqual(ids({danger: 'yes'}, 'mix'), ['danger', 'call']);
    assert.deepEqual(ids({}, 'overlast'), ['danger', 'who', 'reach']);
  });

  it('knows no topic by the name of an object property', () => {
    assert.deepEqual(ids({}, 'constructor'), ['danger', 'who', 'reach']);
    assert.deepEqual(ids({}, '__proto__'), ['danger', 'who', 'reach']);
  });

  it('stops at the step that ends the form', () => {
    assert.equal(findRoute(gemeente, {danger: 'yes'}).steps.at(-1)?.end, true);
    assert.equal(findRoute(gemeente, {danger: 'no'}).steps.at(-1)?.end, undefined);
  });
});

describe('toggleChoice', () => {
  it('keeps a choice that stands alone alone', () => {
    assert.deepEqual(toggleChoice(['a', 'b'], 'none', true, ['none']), ['none']);
    assert.deepEqual(toggleChoice(['none'], 'a', true, ['none']), ['a']);
    assert.deepEqual(toggleChoice(['a', 'b'], 'a', false, ['none']), ['b']);
    assert.deepEqual(toggleChoice(['a'], 'a', true, []), ['a']);
  });
});

describe('holds', () => {
  it('needs every key of a condition, and one condition of a list', () => {
    assert.equal(holds({a: ['1'], b: ['2']}, {a: '1'}), false);
    assert.equal(holds({a: ['1'], b: ['2']}, {a: '1', b: '2'}), true);
    assert.equal(holds([{a: ['1']}, {b: ['2']}], {b: '2'}), true);
    assert.equal(holds([{a: ['1']}, {b: ['2']}], {}), false);
  });

  it('takes blanks for no answer', () => {
    assert.equal(holds({a: ['*']}, {a: '  '}), false);
    assert.equal(holds({a: ['*']}, {a: []}), false);
    assert.equal(holds({a: ['*']}, {a: 'x'}), true);
  });
});

describe('countSteps', () => {
  it('counts with the usual answers, the review included', () => {
    assert.equal(countSteps(gemeente, {}), 5);
    assert.equal(countSteps(gemeente, {who: 'me'}), 5);
    assert.equal(countSteps(gemeente, {who: 'other', signs: ['A']}), 6);
  });
});

describe('checkStep', () => {
  const check = (id: string, answers: Record<string, string | string[]>): readonly string[] => {
    const found = gemeente.steps.find((candidate) => candidate.id === id);
    assert.ok(found);
    return checkStep(gemeente, found, answers).map(({question, message}) => `${question}: ${message}`);
  };

  it('asks for a required answer, and for nothing that may be skipped', () => {
    assert.deepEqual(check('danger', {}), ['danger: choose danger']);
    assert.deepEqual(check('either', {}), []);
  });

  it('asks for one of several, at the first of them', () => {
    assert.deepEqual(check('reach', {}), ['phone: one of both']);
    assert.deepEqual(check('reach', {email: 'naam@voorbeeld.test'}), []);
  });

  it('says what is wrong with a number or an address, and lets strange but real ones through', () => {
    assert.deepEqual(check('reach', {phone: '12', email: 'naam'}), ['phone: no number', 'email: no address']);
    assert.deepEqual(check('reach', {phone: '+31 (0)6 – 1234', email: 'a+b@c.d'}), []);
  });

  it('keeps a text that the receiver would refuse for its length', () => {
    assert.deepEqual(check('either', {words: 'a'.repeat(LONGEST_TEXT)}), []);
    assert.deepEqual(check('reach', {email: `a@b.${'c'.repeat(1000)}`}), ['email: at most 1000']);
    assert.deepEqual(check('either', {words: 'a'.repeat(LONGEST_TEXT + 1)}), ['words: at most 20000']);
  });
});
