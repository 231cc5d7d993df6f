import {weekdays} from '../schemas/contact.js';
import type {ResolvedContact} from '../schemas/gemeente.js';
import {fillIn} from './report.js';
import type {Words} from './words.js';

type Hours = NonNullable<ResolvedContact['hours']>;

/** Says opening hours in words: `Maandag tot en met vrijdag, 9.00 tot 17.00 uur.`. */
export function sayHours(hours: Hours, words: Words, language: string, at: string): string {
  if (hours.always) return words.need('hours.always', at);
  const sayTime = (time: string): string => {
    const [hour = '', minute = ''] = time.split(':');
    return fillIn(words.need('hours.time', at), {hour: Number(hour), minute});
  };
  const nameDay = (day: number | undefined): string => words.need(`day.${weekdays[day ?? 0]}`, at);
  const sayDays = (days: readonly (typeof weekdays)[number][]): string => {
    const runs: number[][] = [];
    for (const [day, id] of weekdays.entries()) {
      if (!days.includes(id)) continue;
      const run = runs.at(-1);
      if (run?.at(-1) === day - 1) run.push(day);
      else runs.push([day]);
    }
    if (runs[0]?.length === weekdays.length) return words.need('hours.daily', at);
    const parts = runs.flatMap((run) =>
      run.length < 3
        ? run.map(nameDay)
        : [fillIn(words.need('hours.span', at), {first: nameDay(run[0]), last: nameDay(run.at(-1))})],
    );
    return new Intl.ListFormat(language, {type: 'conjunction'}).format(parts);
  };
  const lines = (hours.weekly ?? []).map(({days, from, to}) =>
    fillIn(words.need('hours.line', at), {days: sayDays(days), from: sayTime(from), to: sayTime(to)}),
  );
  const {holidays} = hours;
  const onHolidays =
    holidays === 'closed' || holidays === 'unknown' ? [words.need(`hours.holidays.${holidays}`, at)] : [];
  return [...lines, ...onHolidays]
    .map((line) => `${line.charAt(0).toLocaleUpperCase(language)}${line.slice(1)}.`)
    .join(' ');
}
