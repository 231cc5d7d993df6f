import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import contacts from '@baken/content/contacts.json' with {type: 'json'};

import {
  addDays, addWorkdays, easterSunday, findHoliday, type HolidayRule, isWorkday, toInstant, wallClock, weekdayOf,
} from './dutch-calendar.js';

const rules: readonly HolidayRule[] = contacts.holidays.rules;

const holidaysIn = (year: number): readonly string[] =>
  Array.from({length: 366}, (_, place) => addDays(`${year}-01-01`, place))
    .filter((day) => day.startsWith(`${year}`) && findHoliday(day, rules) !== undefined);

describe('the Dutch calendar', () => {
  it('knows the public holidays of each year', () => {
    assert.deepEqual(holidaysIn(2025), [
      '2025-01-01', '2025-04-20', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-08', '2025-06-09',
      '2025-12-25', '2025-12-26',
    ]);
    assert.deepEqual(holidaysIn(2026), [
      '2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25', '2026-12-25',
      '2026-12-26',
    ]);
    assert.deepEqual(holidaysIn(2027), [
      '2027-01-01', '2027-03-28', '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-16', '2027-05-17', '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('names a holiday by the id of its rule', () => {
    assert.equal(findHoliday('2025-04-26', rules), 'koningsdag');
    assert.equal(findHoliday('2025-04-27', rules), undefined);
    assert.equal(findHoliday('2026-05-05', rules), undefined, 'Bevrijdingsdag is a day off in lustrum years');
    assert.equal(findHoliday('2030-05-05', rules), 'bevrijdingsdag');
    assert.equal(findHoliday('2026-04-03', rules), undefined, 'Goede Vrijdag is no public holiday');
  });

  it('finds Easter in years of every kind', () => {
    // The earliest and latest dates there are, and the two exceptions of the rule.
    const known = ['1818-03-22', '1943-04-25', '1954-04-18', '1981-04-19', '2000-04-23', '2008-03-23', '2024-03-31',
      '2038-04-25', '2049-04-18', '2076-04-19', '2285-03-22'];
    assert.deepEqual(known.map((day) => easterSunday(Number(day.slice(0, 4)))), known);
    for (let year = 1800; year < 2400; year++) {
      const day = easterSunday(year);
      assert.equal(weekdayOf(day), 7, day);
      assert.ok(day >= `${year}-03-22` && day <= `${year}-04-25`, day);
    }
  });

  it('counts working days past weekends and holidays', () => {
    const count: readonly (readonly [day: string, days: number, found: string])[] = [
      ['2026-11-23', 0, '2026-11-23'],
      ['2026-11-21', 0, '2026-11-23'],
      ['2026-11-20', 1, '2026-11-23'],
      ['2026-11-21', 1, '2026-11-23'],
      ['2026-12-24', 1, '2026-12-28'],
      ['2026-12-25', 0, '2026-12-28'],
      ['2026-12-31', 1, '2027-01-04'],
      ['2026-04-02', 2, '2026-04-07'],
      ['2026-05-13', 1, '2026-05-15'],
      ['2026-05-04', 1, '2026-05-05'],
      ['2025-05-02', 1, '2025-05-06'],
      ['2026-11-23', 10, '2026-12-07'],
    ];
    for (const [day, days, found] of count) assert.equal(addWorkdays(day, days, rules), found, `${day} + ${days}`);
    assert.equal(isWorkday('2026-04-06', rules), false);
    assert.equal(isWorkday('2026-04-04', rules), false);
    assert.equal(isWorkday('2026-04-03', rules), true);
  });

  it('reads the clock of the Netherlands, on both sides of a change', () => {
    const seen = (utc: string): string => Object.values(wallClock(new Date(utc))).join(' ');
    assert.equal(seen('2026-03-29T00:59:59.999Z'), '2026-03-29 01:59');
    assert.equal(seen('2026-03-29T01:00Z'), '2026-03-29 03:00');
    assert.equal(seen('2026-10-25T00:59Z'), '2026-10-25 02:59');
    assert.equal(seen('2026-10-25T01:00Z'), '2026-10-25 02:00');
    assert.equal(seen('2026-12-31T23:00Z'), '2027-01-01 00:00');
    assert.throws(() => wallClock(new Date(NaN)), RangeError);
  });

  it('finds the moment of a time, also one that comes twice or never', () => {
    const moment = (day: string, time: string, which?: 'last'): string =>
      toInstant(day, time, which).toISOString().slice(0, 16);
    assert.equal(moment('2026-01-15', '09:00'), '2026-01-15T08:00');
    assert.equal(moment('2026-07-15', '09:00'), '2026-07-15T07:00');
    assert.equal(moment('2026-07-15', '24:00'), '2026-07-15T22:00');
    assert.equal(moment('2026-03-29', '01:59'), '2026-03-29T00:59');
    assert.equal(moment('2026-03-29', '02:30'), '2026-03-29T01:00', 'skipped: the moment of the change');
    assert.equal(moment('2026-03-29', '03:00'), '2026-03-29T01:00');
    assert.equal(moment('2026-03-29', '24:00'), '2026-03-29T22:00');
    assert.equal(moment('2026-10-25', '02:30'), '2026-10-25T00:30');
    assert.equal(moment('2026-10-25', '02:30', 'last'), '2026-10-25T01:30');
    assert.equal(moment('2026-10-25', '03:00'), '2026-10-25T02:00');
    assert.throws(() => toInstant('2026-02-30', 'noon'), RangeError);
  });

  it('comes back to the same time from every hour of two years', () => {
    for (let utc = Date.UTC(2026, 0, 1); utc < Date.UTC(2028, 0, 1); utc += 3_600_000) {
      const {day, time} = wallClock(new Date(utc));
      const found = [toInstant(day, time).getTime(), toInstant(day, time, 'last').getTime()];
      assert.ok(found.includes(utc), new Date(utc).toISOString());
    }
  });
});
