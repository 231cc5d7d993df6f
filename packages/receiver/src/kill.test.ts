import assert from 'node:assert/strict';
import {test} from 'node:test';

import {runKillRounds} from './testing/kill-rounds.js';
import {testBoth} from './testing/test-both.js';

testBoth('kill -9 under load', ({place}) => {
  test('loses no signal that was confirmed', {timeout: 120_000}, async () => {
    const figures = await runKillRounds({rounds: 2, place: place()});
    assert.ok(figures.confirmed > 0);
    assert.equal(figures.lost, 0, JSON.stringify(figures));
  });

  test('is seen to lose signals of a receiver that confirms before it stores', {timeout: 120_000}, async () => {
    const figures = await runKillRounds({rounds: 2, place: place(), program: 'early-receiver'});
    assert.ok(figures.lost > 0, JSON.stringify(figures));
  });
});
