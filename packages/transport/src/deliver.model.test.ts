import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {describe, it} from 'node:test';

import fc from 'fast-check';
import {build} from 'vite';

import {classifyAnswer} from '@baken/model/rules/delivery';

import {BrokenPromise, play, schedules, type Subject} from '../test/delivery-model.js';

import {deliver} from './deliver.js';
import {DeliveryError} from './delivery-error.js';

const RUNS = 2000;
const SABOTAGED_RUNS = 20_000;

/** Each takes one defence out of the source. */
const sabotages: readonly {what: string; file: string; find: string; put: string}[] = [
  {
    what: 'believes any 200',
    file: 'rules/delivery',
    find: 'envelope.digest) return NO_ANSWER;',
    put: "envelope.digest) return {kind: 'received', receipt: {...envelope, reference: '', receivedAt: ''}};",
  },
  {
    what: 'believes the receipt of another body',
    file: 'rules/delivery',
    find: "body['digest'] !== envelope.digest",
    put: 'false',
  },
  {what: 'forgets an uncertain try', file: 'rules/delivery', find: 'if (!doubted || ', put: 'if (true || '},
  {
    what: 'believes any refusal after an uncertain try',
    file: 'rules/delivery',
    find: "verdict.reason === 'invalid'",
    put: 'true',
  },
  {
    what: 'takes a broken line for not sent',
    file: 'rules/delivery',
    find: "{kind: 'retry', outcome: 'uncertain'}",
    put: "{kind: 'retry', outcome: 'unsent'}",
  },
  {
    what: 'takes a 503 for not sent',
    file: 'rules/delivery',
    find: 'status === 429 ?',
    put: 'status === 429 || status === 503 ?',
  },
  {what: 'takes a 408 for a refusal', file: 'rules/delivery', find: '![408, 425, 429]', put: '![425, 429]'},
  {
    what: 'waits less than the shortest gap',
    file: 'rules/delivery',
    find: 'SHORTEST_GAP = 2000',
    put: 'SHORTEST_GAP = 100',
  },
  {
    what: 'waits as long as Retry-After says',
    file: 'rules/delivery',
    find: 'Math.min(wait, LONGEST_RETRY_AFTER)',
    put: 'wait',
  },
  {what: 'ignores Retry-After', file: 'deliver', find: '(verdict.retryAfter ?? 0)', put: '0'},
  {
    what: 'forgets Retry-After when the visitor presses',
    file: 'deliver',
    find: 'Math.max(notBefore, now + (verdict.retryAfter ?? 0))',
    put: 'now + (verdict.retryAfter ?? 0)',
  },
  {
    what: 'seals again for each try',
    file: 'deliver',
    find: 'use(envelope,',
    put: "use({...envelope, body: envelope.body + ' '.repeat(tries)},",
  },
  {
    what: 'sends what the caller changed later',
    file: 'deliver',
    find: 'Object.freeze({...job.envelope})',
    put: 'job.envelope',
  },
  {what: 'sends while a request is under way', file: 'deliver', find: 'if (!busy) plan(', put: 'plan('},
  {
    what: 'skips the gap when the visitor presses',
    file: 'deliver',
    find: 'Math.max(at, lastStart + SHORTEST_GAP)',
    put: 'at',
  },
  {
    what: 'shows each automatic try',
    file: 'deliver',
    find: '    tries++;',
    put: "    tries++; if (tries > 1) show({kind: 'sending'});",
  },
  {what: 'tells the same state again', file: 'deliver', find: "if (state.kind !== 'waiting' ||", put: 'if (true ||'},
  {what: 'goes on after stop', file: 'deliver', find: '!over && next', put: 'next'},
  {what: 'promises tries after ten minutes', file: 'deliver', find: 'next - start <= AUTOMATIC', put: 'true'},
  {what: 'goes on after a long sleep', file: 'deliver', find: 'world.now() - start > AUTOMATIC', put: 'false'},
  {what: 'stops after one minute', file: 'rules/delivery', find: 'AUTOMATIC = 600_000', put: 'AUTOMATIC = 60_000'},
  {what: 'lets the visitor press after stop', file: 'deliver', find: 'if (over) return;\n      if (', put: 'if ('},
  {
    what: 'has no time limit',
    file: 'deliver',
    find: 'controller.abort();\n      finish(NO_ANSWER);',
    put: '',
  },
  {what: 'leaves a request open after its time', file: 'deliver', find: 'controller.abort();', put: ''},
  {what: 'leaves a request open that must be broken off', file: 'deliver', find: 'if (abort) ', put: 'if (false) '},
  {what: 'breaks off a request that may arrive', file: 'deliver', find: 'if (abort) ', put: ''},
  {what: 'calls a request under way not sent', file: 'deliver', find: 'doubted || busy', put: 'doubted'},
  {what: 'tries without a connection', file: 'deliver', find: 'world.isOnline()', put: 'true'},
  {
    what: 'ignores Retry-After when the connection comes back',
    file: 'deliver',
    find: 'plan(notBefore)',
    put: 'plan(0)',
  },
  {what: 'keeps listening after the outcome', file: 'deliver', find: '    endOnline();', put: ''},
];

async function sabotage({file, find, put}: {file: string; find: string; put: string}): Promise<Subject> {
  let changed = 0;
  const here = fileURLToPath(new URL('.', import.meta.url));
  const result = await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    resolve: {conditions: ['baken-source']},
    plugins: [
      {
        name: 'sabotage',
        enforce: 'pre',
        resolveId: (id) => (id === 'virtual:subject' ? '\0subject' : undefined),
        load: (id) =>
          id === '\0subject'
            ? `export * from '${here}deliver.ts'; export * from '${here}delivery-error.ts';
               export {classifyAnswer} from '@baken/model/rules/delivery';`
            : undefined,
        transform: (code, id) => {
          if (!id.endsWith(`/${file}.ts`) || !code.includes(find)) return undefined;
          changed++;
          return code.replace(find, put);
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: {input: 'virtual:subject', preserveEntrySignatures: 'strict', output: {format: 'es'}},
    },
  });
  assert.equal(changed, 1, `The text ${find} is no longer in ${file}.ts: give this sabotage the new text.`);
  const [output] = Array.isArray(result) ? result : [result];
  assert.ok(output && 'output' in output);
  return (await import(`data:text/javascript,${encodeURIComponent(output.output[0].code)}`)) as Subject;
}

describe('a delivery, whatever goes wrong and whatever the visitor does', () => {
  it(`keeps its promises in ${RUNS} random schedules`, async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const state = await play({deliver, classifyAnswer, DeliveryError}, schedule);
        const name = state.kind === 'waiting' ? state.outcome : state.kind;
        seen.set(name, (seen.get(name) ?? 0) + 1);
      }),
      {numRuns: RUNS, includeErrorInReport: true},
    );
    assert.deepEqual([...seen.keys()].sort(), ['received', 'refused', 'uncertain', 'unsent'], 'each was reached');
  });

  for (const broken of sabotages) {
    it(`is caught when it ${broken.what}`, async () => {
      const subject = await sabotage(broken);
      const found = await fc.check(
        fc.asyncProperty(schedules, async (schedule) => void (await play(subject, schedule))),
        {numRuns: SABOTAGED_RUNS, endOnFailure: true},
      );
      assert.ok(found.errorInstance instanceof BrokenPromise, 'no schedule noticed');
    });
  }
});
