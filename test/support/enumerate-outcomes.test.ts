import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Choices, Meldroute, MeldrouteNode} from '@baken/model/rules/meldroute';
import {walkMeldroute} from '@baken/model/rules/walk-meldroute';

import {enumerateOutcomes} from './enumerate-outcomes.js';

const meldroute: Meldroute = {
  id: 'small',
  version: 1,
  start: 'a',
  nodes: [
    {
      id: 'a',
      kind: 'one',
      to: 'b',
      answers: [
        {id: 'x', add: ['r1']},
        {id: 'y', consent: {help: 'later', police: 'no'}},
        {id: 'z', to: 'end', flags: ['f']},
      ],
    },
    {
      id: 'b',
      kind: 'many',
      to: 'c',
      answers: [{id: 'x', involves: ['p']}, {id: 'y', add: ['r1']}, {id: 'z', involves: ['q'], add: ['r2']}],
    },
    {
      id: 'c',
      kind: 'consent',
      to: 'end',
      answers: [
        {id: 'help-yes', purpose: 'help', choice: 'yes', add: ['r2']},
        {id: 'help-no', purpose: 'help', choice: 'no'},
        {id: 'police-yes', purpose: 'police', choice: 'yes', flags: ['f']},
      ],
    },
  ],
  routes: ['r1', 'r2'].map((id) => ({id, contacts: [], deadline: {kind: 'today'}})),
  roles: ['p', 'q'],
  flags: ['f', 'integrity'],
  purposes: ['help', 'police'],
};

/** Every list of chosen answers that is an answer. */
function listChosen({kind, answers}: MeldrouteNode): readonly (readonly string[])[] {
  if (kind === 'one' || kind === 'note') return answers.map(({id}) => [id]);
  const subsets = answers.reduce<string[][]>((sets, {id}) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
  if (kind === 'many') return subsets.filter((set) => set.length > 0);
  return subsets.filter((set) => new Set(set.map((id) => id.split('-')[0])).size === set.length);
}

/** Every complete path, one by one. */
function walkAll(choices: Choices = {}): readonly ReturnType<typeof walkMeldroute>[] {
  const walk = walkMeldroute(meldroute, choices);
  const {current} = walk;
  return current ? listChosen(current).flatMap((chosen) => walkAll({...choices, [current.id]: chosen})) : [walk];
}

const show = ({added, flags, involved}: ReturnType<typeof walkMeldroute>['outcome']): string =>
  [added, flags, involved].map((ids) => [...ids].sort().join()).join(';');

describe('enumerateOutcomes', () => {
  it('counts every path, and finds every outcome, that walking one by one gives', () => {
    const all = walkAll();
    const {paths, longest, outcomes} = enumerateOutcomes(meldroute);
    assert.equal(paths, BigInt(all.length));
    assert.equal(longest, Math.max(...all.map(({visited}) => visited.length)));
    assert.deepEqual(outcomes.map(show).sort(), [...new Set(all.map(({outcome}) => show(outcome)))].sort());
  });

  it('tells outcomes apart only by what is asked', () => {
    const {paths, outcomes} = enumerateOutcomes(meldroute, {roles: [], flags: []});
    assert.equal(paths, BigInt(walkAll().length));
    assert.deepEqual(outcomes.map(show).sort(), [';;', 'r1,r2;;', 'r1;;', 'r2;;']);
  });

  it('tells outcomes apart by consent when that is asked, and keeps what was said last', () => {
    const say = ({consent}: ReturnType<typeof walkMeldroute>['outcome']): string =>
      ['help', 'police'].map((purpose) => consent[purpose] ?? '').join();
    const {outcomes} = enumerateOutcomes(meldroute, {routes: [], roles: [], flags: [], purposes: ['help', 'police']});
    assert.deepEqual(outcomes.map(say).sort(), [...new Set(walkAll().map(({outcome}) => say(outcome)))].sort());
  });

  it('refuses a cycle, which has no number of paths', () => {
    const nodes = meldroute.nodes.map((node) => (node.id === 'c' ? {...node, to: 'a'} : node));
    assert.throws(() => enumerateOutcomes({...meldroute, nodes}), /cycle at a/);
  });
});
