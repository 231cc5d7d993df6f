import {createHash} from 'node:crypto';

import {roundToHour} from '@baken/model/rules/signal';

import {codeOf, type Log} from './log.js';
import {createOpenapi} from './openapi.js';
import {Refusal} from './problem.js';
import {readSignal} from './read-signal.js';
import type {SignalStore} from './storage.js';

/** What a route works with. */
export interface RouteContext {
  /** Reads the body; throws a `Refusal`. */
  readonly readBody: () => Promise<Uint8Array>;
  readonly storage: SignalStore;
  readonly log: Log;
  /** The CBS codes that this receiver serves; all when left out. */
  readonly gemeenten?: readonly string[] | undefined;
}

/** A successful answer; a refusal is thrown. */
export interface Reply {
  readonly status: number;
  readonly body: object;
}

/** One method of one path. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (context: RouteContext) => Promise<Reply>;
}

/** Seconds that a client waits when the database does not answer. */
const RETRY_AFTER = '5';

const withDatabase = async <T>(log: Log, work: Promise<T>, detail: string): Promise<T> => {
  try {
    return await work;
  } catch (failure) {
    log({event: 'storage-failed', code: codeOf(failure)});
    throw new Refusal(503, detail, {headers: {'retry-after': RETRY_AFTER}});
  }
};

/** Every route of the receiver. None of them can read a signal: `SignalStore` has no way to. */
export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/signals',
    async answer({readBody, storage, log, gemeenten}) {
      const body = await readBody();
      const {id, gemeente, channel} = readSignal(body, gemeenten);
      const now = new Date();
      const result = await withDatabase(
        log,
        storage.store({
          id,
          gemeente,
          channel,
          body,
          digest: createHash('sha256').update(body).digest('hex'),
          receivedAt: channel === 'public' ? roundToHour(now) : now.toISOString(),
        }),
        'The database did not answer. The signal may or may not be stored. Send the same bytes again.',
      );
      if (result.outcome === 'conflict') {
        throw new Refusal(409, 'Another body is stored under this id. Give another signal another id.');
      }
      return {status: result.outcome === 'stored' ? 201 : 200, body: result.receipt};
    },
  },
  {
    method: 'GET',
    path: '/v1/health',
    async answer({storage, log}) {
      await withDatabase(log, storage.check(), 'The database did not answer. Signals cannot be stored now.');
      return {status: 200, body: {status: 'ok'}};
    },
  },
  {
    method: 'GET',
    path: '/v1/openapi.json',
    answer: async () => ({status: 200, body: createOpenapi()}),
  },
];
