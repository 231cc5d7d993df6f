import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import contacts from '@baken/content/contacts.json' with {type: 'json'};

import type {OpeningHours} from './contact-card.js';
import type {HolidayRule} from './dutch-calendar.js';
import {openingAt} from './opening-hours.js';

const rules: readonly HolidayRule[] = contacts.holidays.rules;

const week = [1, 2, 3, 4, 5];
const office = (holidays: 'closed' | 'open' | 'unknown'): OpeningHours => ({
  weekly: [{days: week, from: '09:00', to: '17:00'}],
  holidays,
});

const hoursInTheTable: Readonly<Record<string, OpeningHours>> = {
  'an office, closed on holidays': office('closed'),
  'an office, open on holidays': office('open'),
  'an office, holidays not known': office('unknown'),
  'every day in the afternoon and evening': {
    weekly: [{days: [1, 2, 3, 4, 5, 6, 7], from: '11:00', to: '21:00'}],
    holidays: 'unknown',
  },
  'two times a day': {
    weekly: [
      {days: week, from: '08:30', to: '12:00'},
      {days: [2, 4], from: '13:30', to: '17:15'},
    ],
    holidays: 'closed',
  },
  'nights, over midnight': {weekly: [{days: [5, 6, 7], from: '22:00', to: '06:00'}], holidays: 'closed'},
  'nights, holidays not known': {weekly: [{days: [4, 7], from: '20:00', to: '04:30'}], holidays: 'unknown'},
  'until the end of the day': {weekly: [{days: [3, 7], from: '18:00', to: '24:00'}], holidays: 'open'},
  'whole days that follow each other': {weekly: [{days: [6, 7, 1], from: '00:00', to: '24:00'}], holidays: 'closed'},
  'from an hour that a change of the clock skips': {
    weekly: [{days: [7], from: '02:00', to: '09:00'}],
    holidays: 'open',
  },
};

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const start = Date.UTC(2026, 0, 1);
const end = Date.UTC(2028, 0, 1);

/** Written down by hand from a calendar, apart from the rules that the code follows. */
const daysOff = new Set([
  '2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25',
  '2026-12-25', '2026-12-26', '2027-01-01', '2027-03-28', '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-16',
  '2027-05-17', '2027-12-25', '2027-12-26', '2028-01-01',
]);

/** Summer time by the dates of the law, without Intl. */
const isSummer = (utc: number): boolean =>
  (utc >= Date.UTC(2026, 2, 29, 1) && utc < Date.UTC(2026, 9, 25, 1)) ||
  (utc >= Date.UTC(2027, 2, 28, 1) && utc < Date.UTC(2027, 9, 31, 1));

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Looks at the clock on the wall, and at nothing else: what does the sign on the door say for this quarter? */
function readTheDoor(hours: OpeningHours, utc: number): 'open' | 'closed' | 'unknown' {
  const local = new Date(utc + (isSummer(utc) ? 2 : 1) * HOUR);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const begun = (daysAgo: number): {readonly isOff: boolean; readonly weekday: number} => {
    const day = new Date(local.getTime() - daysAgo * 24 * HOUR);
    return {isOff: daysOff.has(day.toISOString().slice(0, 10)), weekday: day.getUTCDay() === 0 ? 7 : day.getUTCDay()};
  };
  const said = new Set<string>();
  for (const {days, from, to} of hours.weekly ?? []) {
    const [opens, closes] = [minutesOf(from), minutesOf(to)];
    const today = begun(0);
    const yesterday = begun(1);
    const isHere = days.includes(today.weekday) && minute >= opens && (closes <= opens || minute < closes);
    const isStill = days.includes(yesterday.weekday) && closes <= opens && minute < closes;
    if (isHere) said.add(today.isOff ? `off ${hours.holidays}` : 'open');
    if (isStill) said.add(yesterday.isOff ? `off ${hours.holidays}` : 'open');
    if (days.includes(today.weekday) && today.isOff) said.add(hours.holidays === 'unknown' ? 'off unknown' : '');
  }
  if (said.has('open') || said.has('off open')) return 'open';
  return said.has('off unknown') ? 'unknown' : 'closed';
}

describe('openingAt', () => {
  for (const [name, hours] of Object.entries(hoursInTheTable)) {
    it(`says what the door says, and when that changes, in each hour of 2026 and 2027: ${name}`, () => {
      const said: ('open' | 'closed' | 'unknown')[] = [];
      for (let utc = start; utc < end; utc += QUARTER) said.push(readTheDoor(hours, utc));
      assert.ok(said.includes('open') && said.includes('closed'));
      const changes: number[] = Array.from({length: said.length}, () => Infinity);
      const opens: number[] = [...changes];
      for (let place = said.length - 2; place >= 0; place--) {
        changes[place] = said[place + 1] === said[place] ? (changes[place + 1] ?? 0) : start + (place + 1) * QUARTER;
        opens[place] = said[place + 1] === 'open' ? start + (place + 1) * QUARTER : (opens[place + 1] ?? 0);
      }
      for (let place = 0; place < said.length; place += 4) {
        const at = new Date(start + place * QUARTER);
        const found = openingAt(hours, at, rules);
        const where = at.toISOString();
        assert.equal(found.state, said[place], where);
        // After the last change within the two years the oracle knows nothing.
        if (changes[place] === Infinity || opens[place] === Infinity) continue;
        assert.equal(found.changesAt?.getTime(), changes[place], where);
        if (found.state === 'closed') assert.equal(found.opensAt?.getTime(), opens[place], where);
        if (found.state === 'open') assert.equal(found.until?.getTime(), changes[place], where);
      }
    });
  }

  const at = (utc: string, hours: OpeningHours): string => {
    const found = openingAt(hours, new Date(utc), rules);
    const moment = found.state === 'open' ? found.until : found.state === 'closed' ? found.opensAt : undefined;
    return [found.state, moment?.toISOString().slice(0, 16)].filter(Boolean).join(' ');
  };

  it('changes to the millisecond', () => {
    assert.equal(at('2026-11-23T07:59:59.999Z', office('closed')), 'closed 2026-11-23T08:00');
    assert.equal(at('2026-11-23T08:00:00.000Z', office('closed')), 'open 2026-11-23T16:00');
    assert.equal(at('2026-11-23T15:59:59.999Z', office('closed')), 'open 2026-11-23T16:00');
    assert.equal(at('2026-11-23T16:00:00.000Z', office('closed')), 'closed 2026-11-24T08:00');
  });

  it('is open without an end when it is always open', () => {
    assert.equal(at('2026-12-25T12:00Z', {always: true}), 'open');
    const daily: OpeningHours = {weekly: [{days: [...week, 6, 7], from: '00:00', to: '24:00'}], holidays: 'open'};
    assert.equal(at('2026-12-25T12:00Z', daily), 'open');
  });

  it('says nothing of hours that nobody gave', () => {
    assert.deepEqual(openingAt(undefined, new Date(), rules), {state: 'unknown'});
    assert.deepEqual(openingAt({}, new Date(), rules), {state: 'unknown'});
    assert.deepEqual(openingAt({weekly: []}, new Date(), rules), {state: 'unknown'});
  });

  it('names the holiday of which nobody knows, also when the hours forget to speak of holidays', () => {
    const hours: OpeningHours = {weekly: [{days: week, from: '09:00', to: '17:00'}]};
    assert.deepEqual(openingAt(hours, new Date('2026-04-06T10:00Z'), rules), {
      state: 'unknown',
      holiday: 'tweede-paasdag',
      changesAt: new Date('2026-04-06T22:00Z'),
    });
  });

  it('passes over a holiday of which nobody knows to the first certain opening', () => {
    assert.equal(at('2026-04-05T10:00Z', office('unknown')), 'closed 2026-04-07T07:00');
  });

  it('finds the next opening when the same weekday is a holiday twice in a row', () => {
    const friday: OpeningHours = {weekly: [{days: [5], from: '09:00', to: '10:00'}], holidays: 'closed'};
    assert.equal(at('2026-12-18T12:00Z', friday), 'closed 2027-01-08T08:00');
  });

  it('never says closed to someone whose own clock says open, when a time comes twice', () => {
    const night: OpeningHours = {weekly: [{days: [6], from: '20:00', to: '02:30'}], holidays: 'open'};
    for (const utc of ['00:15', '00:45', '01:15']) {
      assert.equal(at(`2026-10-25T${utc}Z`, night), 'open 2026-10-25T01:30', utc);
    }
  });

  it('has no opening where there is none', () => {
    assert.equal(at('2026-11-23T12:00Z', {weekly: [{days: [], from: '09:00', to: '17:00'}]}), 'closed');
  });
});
