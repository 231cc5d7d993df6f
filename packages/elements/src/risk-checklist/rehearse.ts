import type {StaffSign} from '@baken/model/rules/staff';

import {contactItem} from '../parts/contacts.js';
import {need} from '../parts/words.js';
import {EVERYWHERE} from './find-signs.js';
import {EMERGENCY} from './risk-checklist-advice.js';
import {listScreen} from './risk-checklist-list.js';
import {practiceScreen} from './risk-checklist-practice.js';
import type {ChecklistView} from './risk-checklist-view.js';

/** Sentences that are drawn at some times only: when someone is closed, late in the day, after wiping. */
const occasional = [
  ...['today', 'tonight', 'day'].map((name) => `checklist.before.${name}`),
  ...['instead', 'open', 'open.always', 'open.until', 'closed', 'closed.until'].map((name) => `checklist.${name}`),
  ...['depends.title', 'depends.text', 'wiped', 'found.none', 'along'].map((name) => `checklist.${name}`),
  ...['all', 'none', 'first', 'next', 'done'].map((name) => `checklist.practice.${name}`),
  ...['leave.cover', 'leave.link', 'content.unreviewed'],
];

const counted = [
  ...['found', 'shown', 'hidden', 'everywhere', 'chosen', 'along.some'].map((name) => `checklist.${name}`),
  ...['urgent', 'strong', 'child'].map((name) => `checklist.because.${name}`),
  'leave.more',
];

const chosenOf = (ids: readonly string[]): Readonly<Record<string, true>> =>
  Object.fromEntries(ids.map((id) => [id, true as const]));

/**
 * Draws every screen once, to nowhere. A file with a missing sentence, a wrong number or an unsafe address throws here,
 * before the first screen is shown: an employee sees the whole list or the fallback, never half a list.
 */
export function rehearse(view: ChecklistView): void {
  const {gemeente, words} = view;
  const {signs, signGroups, workplaces, cases, cards} = gemeente.staff;
  if (!cards.some(({roles}) => roles.includes(EMERGENCY))) throw new TypeError('there is no 112');
  const all = signs.map(({id}) => id);
  for (const {text, form} of signs) {
    need(text);
    need(signGroups[form]);
  }
  for (const card of cards) contactItem(card, words);
  for (const key of occasional) words.get(key);
  for (const count of [1, 2]) for (const key of counted) words.count(key, count);
  const some = (weight: StaffSign['weight'], count: number): readonly string[] =>
    signs.filter((sign) => sign.weight === weight).slice(0, count).map(({id}) => id);
  for (const ids of [[], some('S', 1), some('S', 3), some('SS', 1), some('NU', 1)]) {
    for (const age of [undefined, 'yes'] as const) {
      listScreen({...view, chosen: chosenOf(ids), age, danger: ids[0], canOffer: () => true});
    }
  }
  for (const workplace of [EVERYWHERE, ...workplaces.map(({id}) => id)]) {
    for (const query of ['', '-']) listScreen({...view, workplace, query, kept: all});
  }
  for (const number of cases.keys()) {
    for (const isCompared of [false, true]) {
      for (const ids of [[], all]) practiceScreen({number, isCompared}, {...view, chosen: chosenOf(ids)});
    }
  }
}
