import type {CardContact} from '@baken/model/rules/contact-card';
import {addDays, wallClock} from '@baken/model/rules/dutch-calendar';
import type {Opening} from '@baken/model/rules/opening-hours';

import type {Words} from '../parts/words.js';

/** Whether someone is open, in words. `tone` are the classes of its look; the words say the same. */
export interface SaidOpening {
  readonly tone: 'open always' | 'open' | 'shut' | '';
  readonly text: string;
}

function sayTime(time: string, words: Words): string {
  const [hour = '', minute = ''] = time.split(':');
  return words.get('hours.time', {hour: Number(hour), minute});
}

/** Names a day: by its weekday when it is the only such day in sight, else with its date. */
function sayDay(moment: Date, isNear: boolean, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    ...(isNear ? {} : {day: 'numeric', month: 'long'}),
  }).format(moment);
}

function sayClosed(opensAt: Date, now: Date, words: Words, language: string): string {
  const {day: today} = wallClock(now);
  const {day, time} = wallClock(opensAt);
  const from = sayTime(time, words);
  if (day === today) return words.get('card.closed.today', {from});
  if (day === addDays(today, 1)) return words.get('card.closed.tomorrow', {from});
  return words.get('card.closed.day', {from, days: sayDay(opensAt, day < addDays(today, 7), language)});
}

function sayOpen(until: Date, now: Date, words: Words, language: string): string {
  const {day: today} = wallClock(now);
  const {time} = wallClock(until);
  const to = sayTime(time === '00:00' ? '24:00' : time, words);
  // Midnight ends the day before it.
  const last = new Date(until.getTime() - 1);
  const {day} = wallClock(last);
  const days = day === today ? [] : [sayDay(last, day < addDays(today, 7), language)];
  return words.get('card.open.until', {to: [...days, to].join(' ')});
}

/** Says whether a contact is open now, until when, or when it opens. */
export function sayOpening(
  card: CardContact,
  opening: Opening,
  now: Date,
  words: Words,
  language: string,
): SaidOpening {
  if (opening.state === 'open') {
    if (card.opening?.always) return {tone: 'open always', text: words.get('card.open.always')};
    const {until} = opening;
    return {tone: 'open', text: until ? sayOpen(until, now, words, language) : words.get('card.open.now')};
  }
  if (opening.state === 'closed') {
    const {opensAt} = opening;
    return {tone: 'shut', text: opensAt ? sayClosed(opensAt, now, words, language) : words.get('card.closed.unsure')};
  }
  if (opening.holiday !== undefined) return {tone: '', text: words.get('card.unknown.holiday')};
  return {tone: '', text: words.get(card.url ?? card.chat ? 'card.unknown.site' : 'card.unknown.hours')};
}
