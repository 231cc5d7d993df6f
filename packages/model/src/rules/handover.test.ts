import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {signalSchema} from '../schemas/signal.js';
import {COMPILED_FORMAT, type Question, type Step} from './gemeente.js';
import {addDanger, buildStaffSignal, handoverTopics, listMissing, listUnasked} from './handover.js';
import type {Signal} from './signal.js';
import type {CompiledStaff} from './staff.js';
import {walkMeldroute} from './walk-meldroute.js';

const step = (id: string, ids: readonly string[], more: Partial<Step> = {}): Step => ({
  id,
  title: id,
  questions: ids.map((question): Question => ({id: question, type: 'text'})),
  ...more,
});
const file: CompiledStaff = {
  format: COMPILED_FORMAT,
  gemeente: {id: 'voorbeeld', name: 'Voorbeeld', code: '9901'},
  language: 'nl',
  languages: ['nl'],
  content: 'unreviewed',
  endpoint: {type: 'json', url: 'https://voorbeeld.test/v1/signals'},
  exitUrl: 'https://voorbeeld.test/',
  questionSet: 'public@1',
  steps: [step('public', ['what'])],
  signs: {},
  urgent: [],
  topics: {},
  contacts: [],
  help: [],
  texts: {},
  staff: {
    endpoints: [],
    meldroute: {
      id: 'default',
      version: 3,
      start: 'a',
      nodes: [
        {id: 'a', kind: 'one', answers: [{id: 'yes', to: 'c', add: ['calm', '112'], flags: ['urgent']}]},
        {id: 'b', kind: 'one', answers: [{id: 'old', to: 'end'}]},
        {id: 'c', kind: 'consent', to: 'end', answers: [{id: 'help-no', purpose: 'help', choice: 'no'}]},
      ],
      routes: [
        {id: 'calm', contacts: [], deadline: {kind: 'free'}},
        {id: '112', contacts: [], deadline: {kind: 'now'}, emergency: true},
      ],
      roles: [],
      flags: ['urgent'],
      purposes: ['help'],
    },
    handover: {
      id: 'handover',
      version: 2,
      steps: [
        step('facts', ['facts', 'told', 'persons', 'location', 'moment', 'means']),
        {id: 'me', title: 'Me', questions: [{id: 'staff-phone', type: 'line', contact: 'phone'}]},
        step('later', ['basis'], {when: {told: ['*']}}),
      ],
    },
    signs: [
      {id: 'ALG-01', form: 'algemeen', weight: 'SS', text: 'Strong.'},
      {id: 'ALG-13', form: 'algemeen', weight: 'NU', text: 'Danger.'},
    ],
    signGroups: {},
    workplaces: [],
    cases: [],
    cards: [],
    holidays: [],
    texts: {},
  },
};

/** The file in which no answer leads to 112. */
const quiet: CompiledStaff = {
  ...file,
  staff: {
    ...file.staff,
    meldroute: {
      ...file.staff.meldroute,
      nodes: file.staff.meldroute.nodes.map((node) => ({
        ...node,
        answers: node.answers.map((answer) => (answer.add ? {...answer, add: ['calm']} : answer)),
      })),
    },
  },
};

describe('listMissing', () => {
  it('names what is asked about and still empty', () => {
    assert.deepEqual(listMissing(file, {facts: 'x', persons: ' ', moment: 'y'}), ['who', 'where', 'how']);
  });

  it('names only what is asked on this path', () => {
    assert.deepEqual(listMissing(file, {told: 'x'}).at(-1), 'why');
  });

  it('is content with a choice, and not with an empty list', () => {
    assert.ok(!listMissing(file, {told: 'x', basis: ['seen']}).includes('why'));
    assert.ok(listMissing(file, {told: 'x', basis: []}).includes('why'));
  });
});

describe('addDanger', () => {
  const {outcome} = walkMeldroute(quiet.staff.meldroute, {a: ['yes']});

  it('makes 112 certain for a sign that means danger now, before the last question too', () => {
    assert.deepEqual(outcome.added, ['calm']);
    assert.deepEqual(addDanger(quiet.staff, outcome, ['ALG-13']).added, ['calm', '112']);
  });

  it('changes nothing for other signs, and for ids that are none', () => {
    assert.equal(addDanger(quiet.staff, outcome, ['ALG-01', 'NONE']), outcome);
  });
});

it('topics without a question are found', () => {
  assert.deepEqual(listUnasked(file.staff.handover.steps), []);
  assert.deepEqual(listUnasked(file.steps), Object.keys(handoverTopics));
});

describe('buildStaffSignal', () => {
  const build = (part: Partial<Parameters<typeof buildStaffSignal>[0]> = {}): Signal =>
    buildStaffSignal({
      file,
      choices: {a: ['yes'], b: ['old'], c: ['help-no']},
      answers: {facts: ' Één zin. ', what: 'public', 'staff-phone': '06', basis: 'off the path'},
      id: '4052b904-5dfb-478e-80e5-de349599b9a2',
      now: new Date('2026-11-22T15:58:59.999Z'),
      version: '1.2.3',
      ...part,
    });

  it('sends the handover exactly, to staff, with the exact time', () => {
    const {channel, createdAt, questions, gemeente, answers} = build();
    assert.deepEqual(
      {channel, createdAt, questions, gemeente, answers},
      {
        channel: 'staff',
        createdAt: '2026-11-22T15:58:59.999Z',
        questions: 'handover@2',
        gemeente: '9901',
        answers: {facts: ' Één zin. '},
      },
    );
  });

  it('keeps how to reach the employee apart, and sends nothing when that is empty', () => {
    assert.deepEqual(build().contact, {phone: '06'});
    assert.equal(build({answers: {facts: 'x'}}).contact, null);
  });

  it('tells the way through the meldroute without choices that were taken back', () => {
    assert.deepEqual(build().route, {
      meldroute: 'default@3',
      choices: {a: ['yes'], c: ['help-no']},
      routes: ['112', 'calm'],
      flags: ['urgent'],
      consent: {help: 'no'},
    });
  });

  it('sends the ticked signs once each, and none when the checklist was not used', () => {
    assert.deepEqual(build({checklist: ['ALG-01', 'ALG-01']}).checklist, ['ALG-01']);
    assert.equal('checklist' in build(), false);
  });

  it('says that 112 was shown when a ticked sign means danger now', () => {
    const calm = {a: ['yes'], c: ['help-no']};
    const routes = (checklist: readonly string[]) => build({file: quiet, choices: calm, checklist}).route?.routes;
    assert.deepEqual(routes(['ALG-01', 'ALG-13']), ['112', 'calm']);
    assert.deepEqual(routes(['ALG-01']), ['calm']);
  });

  it('is a signal that a receiver takes', () => {
    assert.deepEqual(signalSchema.safeParse(build({checklist: ['ALG-01']})).error?.issues, undefined);
  });
});
