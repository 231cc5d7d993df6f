/**
 * A public holiday as a rule that works in any year, as `contacts.json` of the content package holds it: a fixed `date`
 * (`MM-DD`), or days from Easter Sunday (`easter`). `onSunday` is the date to use when the fixed one is a Sunday.
 * `years` means every so many years, counted from a year.
 */
export interface HolidayRule {
  readonly id: string;
  readonly date?: string;
  readonly onSunday?: string;
  readonly easter?: number;
  readonly years?: {readonly every: number; readonly from: number};
}

/** A moment as clocks in the Netherlands show it: an ISO day and `HH:MM`. */
export interface WallClock {
  readonly day: string;
  readonly time: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const isoDay = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

/** Says what day and time it is in the Netherlands. Throws a `RangeError` for an invalid date. */
export function wallClock(instant: Date): WallClock {
  const parts = new Map(clock.formatToParts(instant).map(({type, value}) => [type, value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

/** How far clocks in the Netherlands are before UTC, in milliseconds. */
function offsetAt(utc: number): number {
  const {day, time} = wallClock(new Date(utc));
  return Date.parse(`${day}T${time}Z`) - Math.floor(utc / 60_000) * 60_000;
}

/**
 * Finds the moment of a time in the Netherlands; `24:00` is the end of the day. When the clock goes back, a time comes
 * twice: the first, or the `last` when asked. When it goes forward, a time that is skipped is the moment of the change.
 * Throws a `RangeError` for a day or time that is none.
 */
export function toInstant(day: string, time: string, which: 'first' | 'last' = 'first'): Date {
  const [hours, minutes] = time.split(':').map(Number);
  const utc = Date.parse(`${day}T00:00Z`) + ((hours ?? NaN) * 60 + (minutes ?? NaN)) * 60_000;
  const [before, after] = [utc - offsetAt(utc - DAY), utc - offsetAt(utc + DAY)];
  if (before === after) return new Date(before);
  const real = [before, after].filter((candidate) => offsetAt(candidate) === utc - candidate);
  // Clocks change on a whole hour of UTC.
  const skipped = Math.floor(before / HOUR) * HOUR;
  return new Date(real.length === 0 ? skipped : which === 'first' ? Math.min(...real) : Math.max(...real));
}

/** Gives the ISO day so many days later, or earlier when negative. */
export function addDays(day: string, count: number): string {
  return isoDay(Date.parse(day) + count * DAY);
}

/** Gives the ISO weekday of an ISO day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

/** Gives the ISO day of Easter Sunday, by the rule of Gauss as Meeus wrote it down for the Gregorian calendar. */
export function easterSunday(year: number): string {
  const century = Math.floor(year / 100);
  const leapless = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const moon = (((19 * (year % 19) + leapless + 15) % 30) + 30) % 30;
  const late = moon === 29 || (moon === 28 && year % 19 > 10) ? 1 : 0;
  const full = Date.UTC(year, 2, 21) + (moon - late) * DAY;
  return addDays(isoDay(full), 7 - (weekdayOf(isoDay(full)) % 7));
}

/**
 * Names the public holiday on an ISO day, by the id of its rule, or nothing. Goede Vrijdag is none: the rules leave it
 * out, because most offices are open.
 */
export function findHoliday(day: string, rules: readonly HolidayRule[]): string | undefined {
  const year = Number(day.slice(0, 4));
  const sunday = easterSunday(year);
  return rules.find(({date, onSunday, easter, years}) => {
    if (years && (year - years.from) % years.every !== 0) return false;
    if (easter !== undefined) return addDays(sunday, easter) === day;
    const usual = `${year}-${date}`;
    return day === (onSunday !== undefined && weekdayOf(usual) === 7 ? `${year}-${onSunday}` : usual);
  })?.id;
}

/** Tells whether people work in offices on an ISO day: Monday to Friday, and no public holiday. */
export function isWorkday(day: string, rules: readonly HolidayRule[]): boolean {
  return weekdayOf(day) < 6 && findHoliday(day, rules) === undefined;
}

/** Gives the ISO day that is so many working days after a day; 0 is the day itself, or the first working day after. */
export function addWorkdays(day: string, count: number, rules: readonly HolidayRule[]): string {
  let found = day;
  let left = count;
  if (left === 0) {
    while (!isWorkday(found, rules)) found = addDays(found, 1);
  }
  while (left > 0) {
    found = addDays(found, 1);
    if (isWorkday(found, rules)) left -= 1;
  }
  return found;
}
