import {expect} from '@open-wc/testing';

import type {CardContact} from '@baken/model/rules/contact-card';
import type {CompiledStaff} from '@baken/model/rules/staff';
import type {Outcome} from '@baken/model/rules/walk-meldroute';

import {StaffWords} from '../parts/staff-words.js';
import {makePlan, type Plan, writePlan} from './meldroute-wizard-plan.js';
import {exampleStaff} from './meldroute-wizard.examples.js';

const card = (id: string, more: Partial<CardContact>): CardContact => ({
  id,
  name: id.toUpperCase(),
  languages: [],
  roles: [],
  topics: [],
  ...more,
});

const office = {weekly: [{days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00'}], holidays: 'closed'} as const;

const cards = [
  card('desk', {phone: {dial: '0201234567', shown: '020-123 45 67'}, opening: office, whenClosed: ['involved', 'night']}),
  card('involved', {email: 'x@voorbeeld.example', opening: {always: true}, roles: ['leidinggevende']}),
  card('night', {phone: {dial: '09001234', shown: '0900-1234'}, opening: {always: true}}),
  card('silent', {}),
];

const plan = (when: string, more: Partial<Outcome> = {}, later = when): {readonly plan: Plan; readonly words: StaffWords} => {
  const file = exampleStaff('nl');
  const deadline = {kind: 'workdays', days: 2} as const;
  const staff: CompiledStaff = {
    ...file,
    staff: {
      ...file.staff,
      cards,
      meldroute: {...file.staff.meldroute, routes: [{id: 'nazorg', contacts: ['silent', 'desk'], deadline, again: 14}]},
    },
  };
  const words = new StaffWords(staff);
  const made = new Date(when);
  const outcome = {added: ['nazorg'], flags: [], involved: [], consent: {}, isComplete: true, ...more};
  return {plan: makePlan({staff, words, outcome, made, now: new Date(later)}), words};
};

describe('the plan of the wizard', () => {
  it('says the day and the hour in the Netherlands, wherever the computer stands', () => {
    const [step] = plan('2026-11-24T09:40:00Z').plan.steps;
    expect([step?.tag, step?.day, step?.time, step?.again]).to.deep.equal([
      '2 werkdagen',
      'do 26 november',
      'voor 17.00 uur',
      'en nog eens op do 10 december',
    ]);
    expect(plan('2026-11-24T09:40:00Z').plan.made).to.equal('Opgesteld op dinsdag 24 november 2026, 10.40 uur.');
  });

  it('skips weekends and public holidays', () => {
    expect(plan('2026-12-24T09:00:00Z').plan.steps[0]?.day).to.equal('di 29 december');
  });

  it('counts from when it was made, and says how long there is from now', () => {
    const made = '2026-11-24T09:40:00Z';
    const tags = ['2026-11-24T22:59:00Z', '2026-11-25T07:00:00Z', '2026-11-26T07:00:00Z', '2026-11-26T16:00:01Z'].map(
      (later) => {
        const [step] = plan(made, {}, later).plan.steps;
        return [step?.tag, step?.day, step?.isLate];
      },
    );
    expect(tags).to.deep.equal([
      ['2 werkdagen', 'do 26 november', false],
      ['Morgen', 'do 26 november', false],
      ['Vandaag', 'do 26 november', false],
      ['Te laat: doe het nu', 'do 26 november', true],
    ]);
    expect(plan('2026-11-26T09:40:00Z', {}, '2026-11-28T09:40:00Z').plan.steps[0]?.tag, 'on Saturday').to.equal('1 werkdag');
  });

  it('says when it will be another plan by itself: someone opens or closes, or it is too late', () => {
    const [step] = plan('2026-11-24T09:40:00Z').plan.steps;
    expect(step?.changes.map((change) => change.toISOString())).to.deep.equal([
      '2026-11-24T16:00:00.000Z',
      '2026-11-26T16:00:00.001Z',
    ]);
  });

  it('names who can be reached now while the first contact is closed, and never who is involved', () => {
    const open = plan('2026-11-24T09:40:00Z').plan.steps[0];
    expect([open?.contact?.card.id, open?.contact?.hours, open?.instead]).to.deep.equal(['desk', 'tot 17.00 uur', undefined]);
    const night = plan('2026-11-24T20:00:00Z').plan.steps[0];
    expect([night?.contact?.card.id, night?.contact?.hours]).to.deep.equal(['desk', 'weer open op wo 25 november, 9.00 uur']);
    expect(night?.instead?.card.id).to.equal('involved');
    const outside = plan('2026-11-24T20:00:00Z', {flags: ['integrity'], involved: ['leidinggevende']}).plan.steps[0];
    expect(outside?.instead?.card.id).to.equal('night');
  });

  it('passes over a contact without a way to reach it', () => {
    expect(plan('2026-11-24T09:40:00Z').plan.steps[0]?.contact?.card.id).to.equal('desk');
  });

  it('holds before the last question what is certain, and nothing that only stands at the end', () => {
    const file = exampleStaff('nl');
    const words = new StaffWords(file);
    const now = new Date();
    const make = (isComplete: boolean): readonly string[] =>
      makePlan({
        staff: file,
        words,
        outcome: {added: ['call-112'], flags: [], involved: [], consent: {}, isComplete},
        made: now,
        now,
      }).steps.map(({route}) => route.id);
    expect(make(false)).to.deep.equal(['call-112']);
    expect(make(true)).to.deep.equal(['call-112', 'report']);
  });

  it('writes it as plain text', () => {
    const {plan: drawn, words} = plan('2026-11-24T20:00:00Z');
    const text = writePlan(drawn, [{purpose: 'help', label: 'Hulp', said: 'Ja', steps: []}], words);
    expect(text).to.contain('1. 2 werkdagen, do 26 november, voor 17.00 uur: Zorg voor jezelf');
    expect(text).to.contain('DESK: 020-123 45 67');
    expect(text).to.contain('- Hulp: Ja');
  });
});
