import type {OpeningHours} from './contact-card.js';
import {addDays, findHoliday, type HolidayRule, toInstant, wallClock, weekdayOf} from './dutch-calendar.js';

/**
 * Whether someone can be reached at a moment. `until` and `opensAt` are missing when that is always, or not known.
 * `changesAt` is the next moment at which the state is another one.
 */
export type Opening =
  | {readonly state: 'open'; readonly until?: Date; readonly changesAt?: Date}
  | {
      readonly state: 'closed';
      /** The first moment at which it is certainly open: a holiday with unknown hours is passed over. */
      readonly opensAt?: Date;
      readonly changesAt?: Date;
    }
  | {
      readonly state: 'unknown';
      /** Nobody knows because of a public holiday; without it no hours are known at all. */
      readonly holiday?: string;
      readonly changesAt?: Date;
    };

interface Span {
  readonly state: 'open' | 'unknown';
  readonly from: number;
  readonly to: number;
}

/** Someone who is open on one day of the week can be closed for three weeks: on Friday 25 December and 1 January. */
const DAYS_AHEAD = 28;

/** The spans that begin on a day. On a holiday with unknown hours nothing is known of the whole day. */
function spansOn(day: string, opening: OpeningHours, rules: readonly HolidayRule[]): readonly Span[] {
  const hours = (opening.weekly ?? []).filter(({days}) => days.includes(weekdayOf(day)));
  if (hours.length === 0) return [];
  const onHoliday = findHoliday(day, rules) === undefined ? 'open' : (opening.holidays ?? 'unknown');
  if (onHoliday === 'closed') return [];
  const spans = hours.map(({from, to}) => ({
    state: onHoliday,
    from: toInstant(day, from).getTime(),
    // The last of a time that comes twice: nobody is told "closed" while their own clock says "open".
    to: toInstant(to > from ? day : addDays(day, 1), to, 'last').getTime(),
  }));
  if (onHoliday === 'open') return spans;
  return [...spans, {state: onHoliday, from: toInstant(day, '00:00').getTime(), to: toInstant(day, '24:00').getTime()}];
}

/**
 * Says whether someone with these hours is open at a moment, in Europe/Amsterdam, and when that changes. Hours that end
 * before they begin run over midnight and belong to the day on which they begin, also when the next is a holiday.
 * Never guesses: without hours, or on a holiday that the hours say nothing of, the answer is `unknown`.
 */
export function openingAt(opening: OpeningHours | undefined, at: Date, rules: readonly HolidayRule[]): Opening {
  if (opening?.always) return {state: 'open'};
  if (!opening?.weekly || opening.weekly.length === 0) return {state: 'unknown'};
  const {day: today} = wallClock(at);
  const now = at.getTime();
  const spans: Span[] = [];
  const stateAt = (moment: number): Opening['state'] => {
    const here = spans.filter(({from, to}) => from <= moment && moment < to).map(({state}) => state);
    return here.includes('open') ? 'open' : (here[0] ?? 'closed');
  };
  let change: number | undefined;
  let opens: number | undefined;
  for (let ahead = -1; ahead < DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead);
    spans.push(...spansOn(day, opening, rules));
    if (ahead < 1) continue;
    // What happens after this day began, a later day may still change.
    const known = toInstant(day, '00:00').getTime();
    const edges = spans.flatMap(({from, to}) => [from, to]).filter((edge) => edge > now && edge <= known);
    const places = edges.sort((one, other) => one - other);
    change = places.find((edge) => stateAt(edge) !== stateAt(now));
    opens = places.find((edge) => stateAt(edge) === 'open');
    if (change !== undefined && (opens !== undefined || stateAt(now) !== 'closed')) break;
  }
  const changesAt = change === undefined ? {} : {changesAt: new Date(change)};
  const state = stateAt(now);
  if (state === 'open') return {state, ...changesAt, ...(change === undefined ? {} : {until: new Date(change)})};
  if (state === 'closed') return {state, ...changesAt, ...(opens === undefined ? {} : {opensAt: new Date(opens)})};
  const holiday = findHoliday(today, rules) ?? findHoliday(addDays(today, -1), rules);
  return {state, ...changesAt, ...(holiday === undefined ? {} : {holiday})};
}
