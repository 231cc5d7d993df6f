import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {changeConsent, chooseConsent, type ConsentState, listRefused, pickConsent, readConsent} from './consent.js';
import {type ConsentChoice, consentChoices, type MeldrouteNode} from './meldroute.js';

const node: MeldrouteNode = {
  id: 'consent',
  kind: 'consent',
  to: 'end',
  answers: ['help', 'police'].flatMap((purpose) =>
    consentChoices.map((choice) => ({id: `${purpose}-${choice}`, purpose, choice})),
  ),
};

describe('changeConsent', () => {
  const steps: readonly [state: ConsentState, choice: ConsentChoice, next: ConsentState][] = [
    ['unasked', 'yes', 'yes'],
    ['unasked', 'no', 'no'],
    ['unasked', 'later', 'later'],
    ['later', 'yes', 'yes'],
    ['later', 'no', 'no'],
    ['later', 'later', 'later'],
    ['yes', 'no', 'no'],
    ['yes', 'yes', 'yes'],
    ['yes', 'later', 'yes'],
    ['no', 'yes', 'yes'],
    ['no', 'no', 'no'],
    ['no', 'later', 'no'],
  ];
  for (const [state, choice, next] of steps) {
    it(`goes from ${state} with ${choice} to ${next}`, () => assert.equal(changeConsent(state, choice), next));
  }
});

describe('chooseConsent', () => {
  it('keeps one answer for each purpose, and leaves the others alone', () => {
    const asked = chooseConsent(node, ['police-later'], 'help', 'yes');
    assert.deepEqual(asked, ['police-later', 'help-yes']);
    assert.deepEqual(chooseConsent(node, asked, 'help', 'no'), ['police-later', 'help-no']);
  });

  it('changes nothing by a step that does not exist', () => {
    assert.deepEqual(chooseConsent(node, ['help-yes'], 'help', 'later'), ['help-yes']);
    assert.deepEqual(chooseConsent(node, ['help-yes'], 'registration', 'yes'), ['help-yes']);
  });
});

describe('readConsent', () => {
  const read = (...chosen: string[]): object => readConsent(pickConsent(node, chosen));

  it('says what was answered by purpose, and leaves out what was not asked', () => {
    assert.deepEqual(read('police-no', 'unknown'), {police: 'no'});
  });

  it('does not choose between two answers about one purpose', () => {
    assert.deepEqual(read('help-yes', 'help-no', 'police-yes'), {police: 'yes'});
  });
});

it('an answer of another question can speak of several purposes; what is said after it counts', () => {
  const before = {id: 'help-only', consent: {help: 'yes', police: 'no'}} as const;
  assert.deepEqual(readConsent([before]), {help: 'yes', police: 'no'});
  assert.deepEqual(readConsent([before, ...pickConsent(node, ['police-later'])]), {help: 'yes', police: 'later'});
});

it('a refusal is named by its purpose, so that the weighing can be recorded', () => {
  assert.deepEqual(listRefused({help: 'no', police: 'later', sharing: 'yes'}), ['help']);
  assert.deepEqual(listRefused({police: 'later'}), []);
});
