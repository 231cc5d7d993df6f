import type {DeliveryState} from '@baken/model/rules/delivery';
import {handoverTopics} from '@baken/model/rules/handover';
import type {Outcome} from '@baken/model/rules/walk-meldroute';

import {need} from '../parts/words.js';
import {makePlan} from './meldroute-wizard-plan.js';
import {outcomeScreen, recordScreen, reviewScreen} from './meldroute-wizard-register.js';
import {resultScreen} from './meldroute-wizard-result.js';
import {questionScreen} from './meldroute-wizard-steps.js';
import {sayAnswers, type WizardView} from './meldroute-wizard-view.js';

const states: readonly DeliveryState[] = [
  {kind: 'sending'},
  {kind: 'waiting', outcome: 'unsent', automatic: true},
  {kind: 'waiting', outcome: 'unsent', automatic: false},
  {kind: 'waiting', outcome: 'uncertain', automatic: true},
  {kind: 'refused', reason: 'other', problems: []},
  {kind: 'refused', reason: 'too-large', problems: []},
  {kind: 'received', receipt: {id: '-', digest: '-', reference: '-', receivedAt: '-'}},
];

/** Sentences that no screen of the rehearsal shows. */
const later = [
  'wizard.when.today',
  'wizard.when.tomorrow',
  'wizard.when.late',
  'wizard.open',
  'wizard.open.today',
  'wizard.open.day',
  'wizard.closed',
  'wizard.closed.today',
  'wizard.closed.day',
  'wizard.instead',
  'wizard.registered',
  'wizard.registered.plain',
  'wizard.noreader.title',
  'wizard.noreader.text',
  'wizard.integrity.title',
  'wizard.integrity.text',
  'wizard.register',
  'wizard.register.hint',
  'wizard.register.again',
  'wizard.earlier.kept',
  'wizard.earlier.number',
  'wizard.earlier.changed',
  'wizard.earlier.untick',
  'wizard.earlier.maybe',
  'wizard.earlier.before',
  'wizard.earlier.code',
  'wizard.earlier.readers',
  'wizard.earlier.involved',
  'wizard.earlier.second',
  'wizard.earlier.apart',
  'wizard.earlier.call',
  'wizard.earlier.call.code',
  'wizard.earlier.avoid',
  'wizard.earlier.tell',
  'wizard.uncertain.change',
  'wizard.danger.title',
  'wizard.danger.text',
  'wizard.doubt.title',
  'wizard.sure.first',
  'wizard.sure.all',
  'wizard.nobody',
  'wizard.others',
  'wizard.mail',
  'wizard.chat',
  'wizard.visit',
  'wizard.wiped',
  'wizard.consent.note',
  'wizard.consent.refused',
  'wizard.sure.empty',
  'wizard.step.last',
  'wizard.error.one',
  'wizard.error.many',
  'wizard.weighing.title',
  'wizard.weighing.text',
  'wizard.weighing.error',
  'wizard.complete.title',
  'wizard.complete.text',
  'wizard.missing.title',
  'wizard.missing.text',
  'wizard.consent.unasked',
  'wizard.consent.title',
  'wizard.consent.change',
  'wizard.taken.hint',
  'wizard.taken.drop',
  'wizard.copied',
  'wizard.copy.failed',
  'wizard.changed',
  'wizard.print.title',
  'wizard.print.failed',
  'error.long',
  'error.email',
  'error.phone',
  'error.refused',
  'leave.cover',
  'leave.link',
];

const counted = ['wizard.step', 'wizard.taken', 'wizard.when.workdays', 'error.title', 'leave.more'];

/**
 * Draws every screen once, to nowhere. A file with a missing sentence, a wrong number or an unsafe address throws
 * here, before the first screen is shown: an employee sees the whole wizard or the fallback, never half of it.
 */
export function rehearse(view: WizardView): void {
  const {staff, words} = view;
  const {meldroute, handover, signs, endpoints} = staff.staff;
  for (const node of meldroute.nodes) {
    for (const {id} of node.answers) questionScreen(node, [id], view);
    sayAnswers(node, node.answers.map(({id}) => id), words);
  }
  const everything: Outcome = {
    added: meldroute.routes.map(({id}) => id),
    flags: [],
    involved: [],
    consent: {},
    isComplete: true,
  };
  const plan = makePlan({staff, words, outcome: everything, made: new Date(), now: new Date()});
  resultScreen({...view, plan});
  for (const {text} of signs) need(text);
  for (const step of handover.steps) recordScreen(step, view);
  for (const role of endpoints.flatMap(({readers}) => readers)) words.get(`role.${role}`);
  reviewScreen(handover.steps, view);
  for (const state of states) outcomeScreen(state, view);
  for (const topic of Object.keys(handoverTopics)) words.get(`wizard.topic.${topic}`);
  for (const key of later) words.get(key);
  for (const key of counted) for (const count of [1, 2]) words.count(key, count);
}
