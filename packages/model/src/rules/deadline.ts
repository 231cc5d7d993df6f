import {addDays, addWorkdays, type HolidayRule, isWorkday, toInstant, wallClock} from './dutch-calendar.js';
import type {Deadline} from './meldroute.js';

/** When a working day is over, in Europe/Amsterdam. */
const END_OF_WORK = '17:00';

/**
 * Says before what moment something must be done, or nothing when that is free. `today` lasts until 23:59, whatever day
 * it is. Working days count from the day of `now`, in Europe/Amsterdam; weekends and holidays do not count.
 */
export function dueAt(deadline: Deadline, now: Date, rules: readonly HolidayRule[]): Date | undefined {
  const {day, time} = wallClock(now);
  if (deadline.kind === 'workdays') {
    const isOver = isWorkday(day, rules) && time >= END_OF_WORK;
    return toInstant(addWorkdays(day, isOver ? Math.max(1, deadline.days) : deadline.days, rules), END_OF_WORK);
  }
  if (deadline.kind === 'today') return toInstant(day, '23:59');
  return deadline.kind === 'now' ? now : undefined;
}

/** Says when to do it once more: at the end of the first working day that is at least so many days after `due`. */
export function dueAgainAt(due: Date, days: number, rules: readonly HolidayRule[]): Date {
  return toInstant(addWorkdays(addDays(wallClock(due).day, days), 0, rules), END_OF_WORK);
}
