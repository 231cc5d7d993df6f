/**
 * The long run of the delivery model: `node --conditions=baken-source --import tsx test/campaigns/delivery-model.ts`,
 * with the number of random schedules as the first argument (100,000 without it).
 */
import fc from 'fast-check';

import {classifyAnswer} from '@baken/model/rules/delivery';
import {deliver} from '@baken/transport/deliver';
import {DeliveryError} from '@baken/transport/delivery-error';

import {play, schedules} from '../../packages/transport/test/delivery-model.js';

const runs = Number(process.argv[2] ?? 100_000);
const outcomes: Record<string, number> = {};
const start = Date.now();

await fc.assert(
  fc.asyncProperty(schedules, async (schedule) => {
    const state = await play({deliver, classifyAnswer, DeliveryError}, schedule);
    const name = state.kind === 'waiting' ? state.outcome : state.kind;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }),
  {numRuns: runs, includeErrorInReport: true},
);
console.log(`${runs} schedules, no promise broken, ${Math.round((Date.now() - start) / 1000)} s.`, outcomes);
