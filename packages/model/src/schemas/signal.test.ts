import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {mostKeys, signalSchema} from './signal.js';

const resident = {
  schema: 'baken.signal/1',
  id: '0b5e4c1e-8a0e-4a53-9d59-3f1c1d1f7a10',
  createdAt: '2026-11-22T14:00:00.000Z',
  language: 'nl',
  channel: 'public',
  gemeente: '0376',
  questions: 'public@1',
  answers: {what: 'x'},
  contact: null,
  attachments: [],
  client: {version: '0.1.0'},
};
const route = {
  meldroute: 'default@1',
  choices: {danger: ['no']},
  routes: ['112'],
  flags: [],
  consent: {help: 'later'},
};
const employee = {...resident, channel: 'staff', createdAt: '2026-11-22T14:07:31.250Z', checklist: ['ALG-01'], route};

const places = (signal: object): string[] =>
  (signalSchema.safeParse(signal).error?.issues ?? []).map(({path}) => `/${path.join('/')}`);

const many = (count: number, value: unknown): object =>
  Object.fromEntries(Array.from({length: count}, (_, at) => [`k${at}`, value]));

describe('signalSchema', () => {
  it('takes a signal of a resident, and one of an employee with the exact time', () => {
    assert.deepEqual([places(resident), places(employee)], [[], []]);
    assert.equal(signalSchema.parse(employee).createdAt, employee.createdAt);
  });

  it('takes no checklist and no route from a resident, however empty', () => {
    assert.deepEqual(places({...resident, checklist: [], route}), ['/checklist', '/route']);
  });

  it('names what is only for staff also when something else is wrong', () => {
    assert.deepEqual(places({...resident, id: 'x', checklist: []}).toSorted(), ['/checklist', '/id']);
  });

  it('needs every part of a route', () => {
    for (const key of Object.keys(route)) {
      const rest = Object.fromEntries(Object.entries(route).filter(([name]) => name !== key));
      assert.deepEqual(places({...employee, route: rest}), [`/route/${key}`]);
    }
  });

  const bounds: readonly (readonly [place: string, most: number, make: (count: number) => object])[] = [
    ['/checklist', 200, (count) => ({checklist: Array<string>(count).fill('ALG-01')})],
    ['/route/routes', 50, (count) => ({route: {...route, routes: Array<string>(count).fill('a')}})],
    ['/route/flags', 50, (count) => ({route: {...route, flags: Array<string>(count).fill('a')}})],
    ['/route/choices/a', 50, (count) => ({route: {...route, choices: {a: Array<string>(count).fill('a')}}})],
    ['/route/choices', mostKeys['/route/choices'], (count) => ({route: {...route, choices: many(count, ['a'])}})],
    ['/route/consent', mostKeys['/route/consent'], (count) => ({route: {...route, consent: many(count, 'no')}})],
    ['/answers', mostKeys['/answers'], (count) => ({answers: many(count, 'a')})],
    ['/checklist/0', 64, (count) => ({checklist: ['a'.repeat(count)]})],
    ['/route/routes/0', 64, (count) => ({route: {...route, routes: ['a'.repeat(count)]}})],
  ];
  for (const [place, most, make] of bounds) {
    it(`takes ${most} at ${place} and not one more`, () => {
      assert.deepEqual(places({...employee, ...make(most)}), []);
      assert.deepEqual(places({...employee, ...make(most + 1)}), [place]);
    });
  }
});
