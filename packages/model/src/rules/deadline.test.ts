import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import contacts from '@baken/content/contacts.json' with {type: 'json'};

import {dueAgainAt, dueAt} from './deadline.js';
import {isWorkday, type HolidayRule, wallClock} from './dutch-calendar.js';
import type {Deadline} from './meldroute.js';

const rules: readonly HolidayRule[] = contacts.holidays.rules;

const due = (deadline: Deadline, now: string): string | undefined =>
  dueAt(deadline, new Date(now), rules)?.toISOString().slice(0, 16);

describe('dueAt', () => {
  const table: readonly (readonly [days: number, now: string, due: string, why: string])[] = [
    [0, '2026-11-23T10:00+01:00', '2026-11-23T16:00', 'Monday morning: the same day'],
    [0, '2026-11-23T16:59:59+01:00', '2026-11-23T16:00', 'the last second'],
    [0, '2026-11-23T17:00+01:00', '2026-11-24T16:00', 'the day is over'],
    [0, '2026-11-20T18:00+01:00', '2026-11-23T16:00', 'Friday evening'],
    [0, '2026-11-21T10:00+01:00', '2026-11-23T16:00', 'Saturday'],
    [0, '2026-11-22T23:30+01:00', '2026-11-23T16:00', 'late on Sunday, which is still Sunday in UTC'],
    [0, '2026-11-22T23:30Z', '2026-11-23T16:00', 'Monday in the Netherlands, Sunday in UTC'],
    [0, '2026-12-25T10:00+01:00', '2026-12-28T16:00', 'Christmas on a Friday'],
    [0, '2026-12-24T17:30+01:00', '2026-12-28T16:00', 'over before Christmas'],
    [1, '2026-11-23T10:00+01:00', '2026-11-24T16:00', 'Monday to Tuesday'],
    [1, '2026-11-23T18:00+01:00', '2026-11-24T16:00', 'in the evening one working day is still tomorrow'],
    [1, '2026-11-20T10:00+01:00', '2026-11-23T16:00', 'past a weekend'],
    [1, '2026-11-21T10:00+01:00', '2026-11-23T16:00', 'the first working day after Saturday'],
    [2, '2026-04-02T10:00+02:00', '2026-04-07T15:00', 'past Easter: Goede Vrijdag is a working day'],
    [1, '2026-03-27T10:00+01:00', '2026-03-30T15:00', 'past the change to summer time'],
    [1, '2026-10-23T10:00+02:00', '2026-10-26T16:00', 'past the change to winter time'],
    [5, '2026-12-22T10:00+01:00', '2026-12-30T16:00', 'past Christmas and a weekend'],
  ];
  for (const [days, now, expected, why] of table) {
    it(`counts ${days} working days from ${now}: ${why}`, () => {
      assert.equal(due({kind: 'workdays', days}, now), expected);
    });
  }

  it('is now, the end of this day, or nothing for what has no working days', () => {
    assert.equal(due({kind: 'now'}, '2026-11-22T03:15Z'), '2026-11-22T03:15');
    assert.equal(due({kind: 'today'}, '2026-11-22T10:00Z'), '2026-11-22T22:59');
    assert.equal(due({kind: 'today'}, '2026-11-22T23:30Z'), '2026-11-23T22:59');
    assert.equal(due({kind: 'free'}, '2026-11-22T10:00Z'), undefined);
  });

  it('lies ahead at 17:00 on a working day, and more days are never earlier, at each third hour of two years', () => {
    for (let utc = Date.UTC(2026, 0, 1); utc < Date.UTC(2028, 0, 1); utc += 3 * 3_600_000) {
      let before = 0;
      for (const days of [0, 1, 2]) {
        const found = dueAt({kind: 'workdays', days}, new Date(utc), rules);
        assert.ok(found && found.getTime() > utc && found.getTime() >= before, new Date(utc).toISOString());
        const {day, time} = wallClock(found);
        assert.ok(time === '17:00' && isWorkday(day, rules), new Date(utc).toISOString());
        before = found.getTime();
      }
    }
  });
});

describe('dueAgainAt', () => {
  const again = (from: string, days: number): string =>
    dueAgainAt(new Date(from), days, rules).toISOString().slice(0, 16);

  it('is so many days later, moved to a working day', () => {
    assert.equal(again('2026-11-24T16:00Z', 7), '2026-12-01T16:00');
    assert.equal(again('2026-11-24T16:00Z', 4), '2026-11-30T16:00', 'Saturday moves to Monday');
    assert.equal(again('2026-11-27T16:00Z', 28), '2026-12-28T16:00', 'Christmas moves past the weekend');
    assert.equal(again('2026-03-26T16:00Z', 4), '2026-03-30T15:00', 'the clock changed in between');
  });
});
