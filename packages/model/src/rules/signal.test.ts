import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {signalSchema} from '../schemas/signal.js';
import {COMPILED_FORMAT, type CompiledGemeente} from './gemeente.js';
import {buildSignal, roundToHour} from './signal.js';

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
    {
      id: 'all',
      title: 'All',
      questions: [
        {id: 'what', type: 'text'},
        {id: 'signs', type: 'signs'},
        {id: 'my-phone', type: 'line', contact: 'phone'},
      ],
    },
    {id: 'never', title: 'Never', when: {what: ['no such answer']}, questions: [{id: 'hidden', type: 'text'}]},
  ],
  signs: {},
  urgent: [],
  topics: {},
  contacts: [],
  help: [],
  texts: {},
};

const build = (answers: Record<string, string | string[]>): ReturnType<typeof buildSignal> =>
  buildSignal({
    gemeente,
    answers,
    id: '4052b904-5dfb-478e-80e5-de349599b9a2',
    now: new Date('2026-11-22T15:58:59.999Z'),
    version: '1.2.3',
  });

describe('buildSignal', () => {
  it('sends the answers on the route exactly, and how to reach the reporter apart from them', () => {
    const signal = build({what: ' Één zin.\n😀 ', signs: ['ALG-01'], 'my-phone': '06', hidden: 'old'});
    assert.deepEqual(signal.answers, {what: ' Één zin.\n😀 ', signs: ['ALG-01']});
    assert.deepEqual(signal.contact, {phone: '06'});
  });

  it('sends no contact when none was given', () => assert.equal(build({what: 'x'}).contact, null));

  it('tells the hour, not the minute', () => assert.equal(build({}).createdAt, '2026-11-22T15:00:00.000Z'));

  it('makes what the contract allows, and holds nothing of the page', () => {
    const signal = build({what: 'x', 'my-phone': '06'});
    assert.equal(signalSchema.safeParse(signal).success, true);
    assert.deepEqual(Object.keys(signal), [
      'schema',
      'id',
      'createdAt',
      'language',
      'channel',
      'gemeente',
      'questions',
      'answers',
      'contact',
      'attachments',
      'client',
    ]);
  });
});

describe('roundToHour', () => {
  it('never rounds up', () => assert.equal(roundToHour(new Date('2026-12-31T23:59:59.999Z')), '2026-12-31T23:00:00.000Z'));
});
