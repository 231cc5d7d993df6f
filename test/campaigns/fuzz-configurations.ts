/**
 * The long run of generated configurations and damaged compiled files:
 * `node --conditions=baken-source --import tsx test/campaigns/fuzz-configurations.ts`,
 * with the number of each as the first argument (10,000 without it).
 */
import fc from 'fast-check';

import {guardCompiled} from '@baken/model/rules/guard';

import {mutateCompiled} from '../support/mutate-compiled.js';
import {checkPromises, compileSamples, mutateConfigurations, readSamples} from '../support/mutate-configuration.js';

const runs = Number(process.argv[2] ?? 10_000);
const samples = await readSamples();
const outcomes: Record<string, number> = {};
const count = (name: string): void => {
  outcomes[name] = (outcomes[name] ?? 0) + 1;
};
const start = Date.now();

fc.assert(
  fc.property(mutateConfigurations(samples), (files) => count(checkPromises(samples, files))),
  {numRuns: runs, includeErrorInReport: true},
);
console.log(`${runs} configurations, no promise broken, ${Math.round((Date.now() - start) / 1000)} s.`, outcomes);

const reasons: Record<string, number> = {};
fc.assert(
  fc.property(mutateCompiled(compileSamples(samples)), (value) => {
    const reason = guardCompiled(value) ?? 'usable';
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }),
  {numRuns: runs, includeErrorInReport: true},
);
console.log(`${runs} damaged compiled files, the guard never threw.`, reasons);
