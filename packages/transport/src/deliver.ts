import {
  AUTOMATIC,
  backoff,
  type Delivery,
  type DeliveryState,
  keepDoubt,
  NO_ANSWER,
  SHORTEST_GAP,
  timeLimit,
  type Verdict,
} from '@baken/model/rules/delivery';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Envelope, Receipt} from '@baken/model/rules/signal';

import {DeliveryError} from './delivery-error.js';
import {createJsonSender, type Send} from './json-sender.js';

/** Time, chance and connection, so that a test can play ten minutes in no time. */
export interface World {
  /** Milliseconds that only go up: the clock on the wall may be wrong or set back. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /** Runs something after some milliseconds. Returns what cancels it. */
  after(wait: number, run: () => void): () => void;
  /** False when the device surely has no connection. */
  isOnline(): boolean;
  /** Runs something each time that the connection comes back. Returns what ends that. */
  onOnline(run: () => void): () => void;
}

const page: World = {
  now: () => performance.now(),
  random: () => Math.random(),
  after: (wait, run) => {
    const timer = setTimeout(run, wait);
    return () => clearTimeout(timer);
  },
  isOnline: () => navigator.onLine,
  onOnline: (run) => {
    addEventListener('online', run);
    return () => removeEventListener('online', run);
  },
};

const refuseOffline: Send = () => Promise.reject(new DeliveryError({kind: 'retry', outcome: 'unsent'}));

/** A host's own function proves storage by what it resolves with: a bare `fetch` answer of any status is no proof. */
function readReceipt(value: unknown, {id, digest}: Envelope): Verdict {
  const {reference, receivedAt} = (value ?? {}) as Partial<Receipt>;
  if (typeof reference !== 'string' || typeof receivedAt !== 'string') return NO_ANSWER;
  return {kind: 'received', receipt: {id, digest, reference, receivedAt}};
}

/**
 * Sends a signal until there is an outcome: at once, then by itself for ten minutes, then on `tryNow` only.
 * `send` replaces the gemeente's own endpoint; it must settle soon after its abort signal fires. `onState` hears
 * each change after the first `sending`. An automatic try leaves the state as it is, so a screen does not flicker:
 * only the visitor's own `tryNow` brings `sending` back.
 */
export function deliver(
  job: {
    readonly gemeente: Pick<CompiledGemeente, 'endpoint'>;
    readonly envelope: Envelope;
    readonly send?: Send | undefined;
    readonly onState: (state: DeliveryState) => void;
  },
  world: World = page,
): Delivery {
  const {url, credentials} = job.gemeente.endpoint;
  const send = job.send ?? createJsonSender(url, credentials);
  const envelope: Envelope = Object.freeze({...job.envelope});
  const limit = timeLimit(envelope.body.length);
  const start = world.now();
  let state: DeliveryState = {kind: 'sending'};
  let controller: AbortController;
  let tries = 0;
  let lastStart = start - SHORTEST_GAP;
  let notBefore = start;
  let busy = false;
  let doubted = false;
  /** No new try starts: received, refused or stopped. */
  let over = false;
  let cancelNext = (): void => {};

  const show = (next: DeliveryState): void => {
    state = next;
    job.onState(next);
  };
  const showWaiting = (automatic: boolean, mayHaveArrived = doubted): void => {
    const outcome = mayHaveArrived ? 'uncertain' : 'unsent';
    if (state.kind !== 'waiting' || state.outcome !== outcome || state.automatic !== automatic) {
      show({kind: 'waiting', outcome, automatic});
    }
  };

  const end = (): void => {
    over = true;
    cancelNext();
    endOnline();
  };

  const settle = (found: Verdict): void => {
    if (state.kind === 'received' || state.kind === 'refused') return;
    const verdict = keepDoubt(found, doubted);
    busy = false;
    if (verdict.kind !== 'retry') {
      end();
      show(verdict);
      return;
    }
    doubted = verdict.outcome === 'uncertain';
    const now = world.now();
    notBefore = Math.max(notBefore, now + (verdict.retryAfter ?? 0));
    const next = Math.max(notBefore, now + backoff(tries, world.random()));
    const automatic = !over && next - start <= AUTOMATIC;
    if (automatic) plan(next);
    showWaiting(automatic);
  };

  const attempt = (use: Send): void => {
    busy = true;
    lastStart = world.now();
    controller = new AbortController();
    let open = true;
    const finish = (verdict: Verdict): void => {
      cancelLimit();
      // A receipt counts also when it comes after the time limit.
      if (open || verdict.kind === 'received') settle(verdict);
      open = false;
    };
    const cancelLimit = world.after(limit, () => {
      controller.abort();
      finish(NO_ANSWER);
    });
    (async () => use(envelope, controller.signal))().then(
      (value) => finish(readReceipt(value, envelope)),
      (error: unknown) => finish(error instanceof DeliveryError ? error.verdict : NO_ANSWER),
    );
  };

  const tryAutomatically = (): void => {
    if (world.now() - start > AUTOMATIC) return showWaiting(false);
    tries++;
    // The hint says nothing about loopback, the only plain http that a gemeente's file may name.
    attempt(url.startsWith('http:') || world.isOnline() ? send : refuseOffline);
  };

  const plan = (at: number, run = tryAutomatically): void => {
    cancelNext();
    cancelNext = world.after(Math.max(at, lastStart + SHORTEST_GAP) - world.now(), run);
  };

  const endOnline = world.onOnline(() => {
    if (!busy && state.kind === 'waiting' && state.automatic) plan(notBefore);
  });

  tryAutomatically();
  return {
    get state() {
      return state;
    },
    tryNow: () => {
      if (over) return;
      if (state.kind !== 'sending') show({kind: 'sending'});
      // The visitor asks, so the hint that there is no connection is put to the test.
      if (!busy) plan(world.now(), () => attempt(send));
    },
    stop: (abort) => {
      if (abort) controller.abort();
      if (over) return;
      end();
      showWaiting(false, doubted || busy);
    },
  };
}
