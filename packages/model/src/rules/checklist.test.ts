import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {adviseAction} from './checklist.js';
import type {StaffSign} from './staff.js';

type Ticked = Pick<StaffSign, 'id' | 'form' | 'weight'>;

/** `S-arbeid-1`: weight, form, number. */
const sign = (id: string): Ticked => {
  const [weight, form = ''] = id.split('-');
  return {id, form, weight: weight as StaffSign['weight']};
};
const advise = (ids: string, isChild = false): string => {
  const {action, reasons} = adviseAction(ids.split(' ').filter(Boolean).map(sign), isChild);
  return [action, ...reasons].join(' ');
};

describe('adviseAction', () => {
  const cases: readonly [situation: string, ticked: string, isChild: boolean, advice: string][] = [
    ['acts now on any sign of present danger, for that reason alone', 'S-a-1 NU-a-2 SS-a-3', false, 'now NU-a-2'],
    ['reports today on one strong sign', 'S-a-1 SS-a-2 S-a-3', false, 'today SS-a-2'],
    ['reports today on three signs', 'S-a-1 S-b-2 S-c-3', false, 'today S-a-1 S-b-2 S-c-3'],
    ['names all when both strong and many', 'S-a-1 S-a-2 S-a-3 SS-a-4', false, 'today S-a-1 S-a-2 S-a-3 SS-a-4'],
    ['asks advice on two signs', 'S-a-1 S-a-2', false, 'advice S-a-1 S-a-2'],
    ['asks advice on one sign', 'S-a-1', false, 'advice S-a-1'],
    ['leaves the way to advice open without signs', '', false, 'open'],
    ['leaves it open without signs about a child too', '', true, 'open'],
    ['takes a sign twice for one', 'S-a-1 S-a-1 S-a-1', false, 'advice S-a-1'],
    ['takes a sexual sign about a child for strong', 'S-seksueel-1', true, 'today S-seksueel-1'],
    ['takes a criminal sign about a child for strong', 'S-crimineel-1 S-a-2', true, 'today S-crimineel-1'],
    ['takes a begging sign about a child for strong', 'S-bedelarij-1', true, 'today S-bedelarij-1'],
    ['takes another sign about a child for what it is', 'S-arbeid-1', true, 'advice S-arbeid-1'],
    ['takes a sexual sign about an adult for what it is', 'S-seksueel-1', false, 'advice S-seksueel-1'],
  ];
  for (const [situation, ticked, isChild, advice] of cases) {
    it(situation, () => assert.equal(advise(ticked, isChild), advice));
  }

  it('gives no number of any kind', () => {
    const advice = adviseAction([sign('S-a-1'), sign('SS-a-2')], true);
    assert.deepEqual(Object.keys(advice), ['action', 'reasons']);
    assert.doesNotMatch(JSON.stringify(advice), /:\s*\d|%/);
  });
});
