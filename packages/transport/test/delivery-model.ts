import fc from 'fast-check';

import type {classifyAnswer, Delivery, DeliveryState} from '@baken/model/rules/delivery';
import type {Envelope} from '@baken/model/rules/signal';
import type {deliver} from '@baken/transport/deliver';
import type {DeliveryError} from '@baken/transport/delivery-error';
import type {Send} from '@baken/transport/json-sender';

/** The code under test; a sabotaged copy of it in the test that shows that this model has teeth. */
export interface Subject {
  readonly deliver: typeof deliver;
  readonly classifyAnswer: typeof classifyAnswer;
  readonly DeliveryError: typeof DeliveryError;
}

const kinds = ['none', 'reset', 'hang', 'late', 'broken', 'page', 'other-receipt', 'busy', 'proxy'] as const;

/** What happens to one request. Times are in milliseconds. */
interface Fault {
  readonly kind: (typeof kinds)[number];
  /** Whether the backend gets the request before it goes wrong. */
  readonly reaches: boolean;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly delay: number;
}

const deeds = ['tryNow', 'stop', 'abort', 'offline', 'online', 'sleep'] as const;

/** Says which promise the code under test broke, and when. */
export class BrokenPromise extends Error {}

/** What goes wrong with each request, and what the visitor and the connection do when. */
export interface Schedule {
  readonly faults: readonly Fault[];
  readonly actions: readonly {readonly at: number; readonly does: (typeof deeds)[number]}[];
  readonly startsOnline: boolean;
  /** The backend refuses the fields of this signal, each time. */
  readonly invalid: boolean;
  readonly seed: number;
}

const waits: Readonly<Record<string, number>> = {
  '5': 5000,
  '120': 120_000,
  '100000': 120_000,
  'Tue, 01 Jan 2030 00:00:00 GMT': 120_000,
};

/** Draws schedules: up to twelve bad requests, then good ones, and up to ten actions in twelve minutes. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  faults: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      reaches: fc.boolean(),
      status: fc.constantFrom(204, 301, 400, 401, 403, 404, 408, 409, 413, 415, 422, 500, 502, 503, 504),
      retryAfter: fc.constantFrom(null, '0', 'soon', ...Object.keys(waits)),
      delay: fc.integer({min: 1, max: 14_000}),
    }),
    {maxLength: 12},
  ),
  actions: fc.array(
    fc.record({
      at: fc.oneof(fc.integer({min: 0, max: 20_000}), fc.integer({min: 0, max: 720_000})),
      does: fc.constantFrom<(typeof deeds)[number][]>(...deeds, 'tryNow', 'tryNow', 'online'),
    }),
    {maxLength: 10},
  ),
  startsOnline: fc.boolean(),
  invalid: fc.boolean(),
  seed: fc.nat(),
});

const noFault: Fault = {kind: 'none', reaches: true, status: 0, retryAfter: null, delay: 50};
const sealed: Envelope = {id: 'b6ac0bd4-6b1c-4a07-9b1c-0a4b3a8f0c11', body: '{"answers":{}}', digest: 'd'.repeat(64)};

/**
 * Plays one schedule on a clock of its own, until nothing is left to happen. Rejects with the first broken promise;
 * resolves with the last state.
 */
export async function play(subject: Subject, schedule: Schedule): Promise<DeliveryState> {
  let now = 0;
  let seed = schedule.seed;
  let online = schedule.startsOnline;
  let queue: {readonly at: number; readonly run: () => void}[] = [];
  const after = (wait: number, run: () => void): (() => void) => {
    const entry = {at: now + Math.max(0, wait), run};
    queue.push(entry);
    return () => {
      queue = queue.filter((other) => other !== entry);
    };
  };

  let broken: BrokenPromise | undefined;
  // Kept instead of thrown: the code under test may take what a sender throws for a failed try.
  const check = (holds: boolean, promise: string): void => {
    if (!holds) broken ??= new BrokenPromise(`${promise} (at ${now} ms)`);
  };

  const stored = new Set<string>();
  const backend = (body: string): {readonly status: number; readonly body: unknown} => {
    check(body === sealed.body, 'I3: every try sends the same bytes');
    if (schedule.invalid) return {status: 422, body: {errors: [{pointer: '/answers/what', detail: 'Te lang.'}]}};
    stored.add(body);
    check(stored.size === 1, 'I2: one signal is stored once');
    const {id, digest} = sealed;
    return {status: 201, body: {id, digest, reference: 'ABC', receivedAt: '2026-11-22T12:00:00.000Z'}};
  };

  const starts: number[] = [];
  let underWay = 0;
  let lastEnd = 0;
  let stopped = false;
  let slept = false;
  let notBefore = 0;
  let pressedAt = -1;
  const send: Send = ({id, body, digest}, signal) =>
    new Promise((resolve, reject) => {
      const last = starts.at(-1) ?? -2000;
      const fault = schedule.faults[starts.length] ?? noFault;
      starts.push(now);
      underWay++;
      check(!stopped, 'I4: no try starts after stop');
      check(underWay === 1, 'Never two requests at once');
      check(now - last > 1999.999, 'I6: two seconds between tries');
      check(starts.filter((start) => start > now - 60_000).length <= 30, 'I6: at most 30 tries a minute');
      check(now > notBefore - 0.001 || pressedAt > last, 'Retry-After is honoured, unless the visitor presses');
      check(now <= 600_000 || pressedAt >= last, 'After ten minutes only the visitor tries');
      check(online || pressedAt >= last, 'Without a connection only the visitor tries');

      let open = true;
      const close = (): boolean => {
        if (!open) return false;
        open = false;
        underWay--;
        lastEnd = now;
        return true;
      };
      const fail = (): void => {
        if (close()) reject(new TypeError('Failed to fetch'));
      };
      const answer = (status: number, parsed: unknown, retryAfter: string | null = null): void => {
        if (!close()) return;
        const wall = Date.UTC(2026, 10, 22);
        const found = subject.classifyAnswer({status, body: parsed, retryAfter, now: wall}, {id, body, digest});
        if (found.kind === 'received') return resolve(found.receipt);
        if (fault.kind === 'busy') notBefore = Math.max(notBefore, now + (waits[retryAfter ?? ''] ?? 0));
        reject(new subject.DeliveryError(found));
      };
      signal?.addEventListener('abort', fail);
      if (fault.kind === 'late') {
        after(20_000 + fault.delay, () => backend(body));
        return;
      }
      after(fault.delay, () => {
        // What stands in between may refuse a signal or pass it on, not both: only with 408 and 5xx nobody knows.
        const passesOn = fault.reaches && (fault.status < 400 || fault.status === 408 || fault.status >= 500);
        const reaches = {busy: false, none: true, broken: true, proxy: passesOn}[fault.kind as string] ?? fault.reaches;
        const truth = reaches ? backend(body) : undefined;
        after(fault.delay / 2, () => {
          if (fault.kind === 'none') answer(truth!.status, truth!.body);
          if (fault.kind === 'reset') fail();
          if (fault.kind === 'broken') answer(201, undefined);
          if (fault.kind === 'page') answer(200, undefined);
          if (fault.kind === 'other-receipt') answer(200, {id, digest: 'e'.repeat(64), reference: 'X', receivedAt: ''});
          if (fault.kind === 'busy') answer(fault.reaches ? 503 : 429, {title: 'Busy'}, fault.retryAfter);
          if (fault.kind === 'proxy') answer(fault.status, undefined, fault.retryAfter);
        });
      });
    });

  let told: DeliveryState = {kind: 'sending'};
  const onState = (state: DeliveryState): void => {
    check(JSON.stringify(told) !== JSON.stringify(state), 'Each state is told once');
    check(told.kind !== 'received' && told.kind !== 'refused', 'Nothing comes after a receipt or a refusal');
    const unsent = state.kind === 'refused' || (state.kind === 'waiting' && state.outcome === 'unsent');
    check(!unsent || stored.size === 0, 'Not sent means not stored');
    check(state.kind !== 'received' || stored.has(sealed.body), 'I1: received means stored');
    const gaveUp = state.kind === 'waiting' && !state.automatic;
    check(!gaveUp || stopped || now >= 480_000, 'It tries for ten minutes; no Retry-After ends that sooner than two');
    check(!gaveUp || stopped || slept || !online || now === lastEnd, 'It says at once that the automatic tries end');
    check(state.kind !== 'sending' || pressedAt === now, 'Only the visitor brings back "sending"');
    told = state;
  };

  const listeners = new Set<() => void>();
  const envelope = {...sealed};
  const delivery: Delivery = subject.deliver(
    {gemeente: {endpoint: {type: 'json', url: 'https://signalen.example/'}}, envelope, send, onState},
    {
      now: () => now,
      random: () => (seed = (seed * 48_271 + 11) % 2_147_483_647) / 2_147_483_647,
      after,
      isOnline: () => online,
      onOnline: (run) => {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
  );
  envelope.body = 'changed by the caller';
  for (const {at, does} of schedule.actions) {
    after(at, () => {
      if (does === 'tryNow') {
        pressedAt = now;
        delivery.tryNow();
        delivery.tryNow();
      } else if (does === 'stop' || does === 'abort') {
        const wasUnderWay = underWay;
        stopped = true;
        delivery.stop(does === 'abort');
        delivery.stop(does === 'abort');
        const left = does === 'abort' ? 0 : wasUnderWay;
        check(underWay === left, 'Stop lets a request arrive, and breaks it off when that is asked');
      } else if (does === 'sleep') {
        slept = true;
        now += 3_600_000;
      } else {
        online = does === 'online';
        if (online) for (const run of listeners) run();
      }
    });
  }

  while (queue.length > 0 && !broken) {
    const next = queue.reduce((first, entry) => (entry.at < first.at ? entry : first));
    queue = queue.filter((entry) => entry !== next);
    // After sleep every timer is late.
    now = Math.max(now, next.at);
    next.run();
    await new Promise((resolve) => setImmediate(resolve));
    check(delivery.state === told || told.kind === 'sending', 'The state is what was told last');
  }
  const {state} = delivery;
  const decided = state.kind === 'received' || state.kind === 'refused';
  check(decided || (state.kind === 'waiting' && !state.automatic), 'It ends decided, or says that it stopped trying');
  check(decided || stopped || slept || starts.length <= schedule.faults.length, 'I7: a good connection decides');
  check(!(state.kind === 'waiting' && state.outcome === 'unsent' && stored.size > 0), 'Not sent stays not stored');
  check(state.kind !== 'refused' || stored.size === 0, 'Refused stays not stored');
  check(!decided || listeners.size === 0, 'A decided signal listens to nothing');
  if (broken) throw broken;
  return state;
}
