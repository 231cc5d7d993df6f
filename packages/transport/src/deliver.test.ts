import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Delivery, DeliveryState} from '@baken/model/rules/delivery';
import type {Envelope, Receipt} from '@baken/model/rules/signal';

import {type Answer, faults, reply, startFaultServer} from '../test/fault-server.js';

import {deliver, type World} from './deliver.js';
import {sealSignal} from './envelope.js';
import type {Send} from './json-sender.js';

const seal = (): Promise<Envelope> =>
  sealSignal({
    schema: 'baken.signal/1',
    id: crypto.randomUUID(),
    createdAt: '2026-11-22T12:00:00.000Z',
    language: 'nl',
    channel: 'public',
    gemeente: '0376',
    questions: 'public@1',
    answers: {what: 'Ramen dicht, veel bezoek in de nacht, één kind \u{1F9D2}'},
    contact: null,
    attachments: [],
    client: {version: '0.1.0'},
  });

// One try may last half a second: enough for a busy machine.
const SPEED = 30;

/** The real clock, thirty times as fast, with the shortest waits. */
const fast: World = {
  now: () => performance.now() * SPEED,
  random: () => 0,
  after: (wait, run) => {
    const timer = setTimeout(run, wait / SPEED);
    return () => clearTimeout(timer);
  },
  isOnline: () => true,
  onOnline: () => () => undefined,
};

/** Delivers until a receipt, a refusal or the end of the automatic tries. */
async function run(url: string, envelope: Envelope, options: {send?: Send; world?: Partial<World>} = {}) {
  const states: DeliveryState[] = [];
  const last = await new Promise<DeliveryState>((resolve) => {
    const job = {gemeente: {endpoint: {type: 'json', url}}, envelope, send: options.send} as const;
    const onState = (state: DeliveryState): void => {
      states.push(state);
      if (state.kind !== 'sending' && !(state.kind === 'waiting' && state.automatic)) resolve(state);
    };
    deliver({...job, onState}, {...fast, ...options.world});
  });
  return {states, last};
}

const waiting = (outcome: 'unsent' | 'uncertain') => ({kind: 'waiting', outcome, automatic: true});

describe('a delivery to a backend on a bad line', () => {
  for (const [name, outcome, ...answers] of [
    ['all is well', undefined],
    ['the line breaks before storing', 'uncertain', faults.resetBeforeStoring],
    ['the line breaks after storing', 'uncertain', faults.resetAfterStoring],
    ['the line breaks in the answer', 'uncertain', faults.resetInAnswer],
    ['the answer is cut short', 'uncertain', faults.truncated],
    ['the answer is garbled', 'uncertain', faults.garbled],
    ['the backend is silent', 'uncertain', faults.silent],
    ['the answer is slow', 'uncertain', faults.slowAnswer],
    ['the answer has no end', 'uncertain', faults.endless],
    ['a portal answers', 'uncertain', reply(200, '<html>'), reply(302, '', {location: '/'})],
    ['a cache gives the receipt of another body', 'uncertain', faults.otherDigest],
    ['the backend is busy', 'unsent', reply(429, {title: 'Busy'}, {'retry-after': '3'}), reply(429)],
    ['a firewall refuses after a broken line', 'uncertain', faults.resetAfterStoring, reply(403), reply(413)],
    ['all goes wrong', 'uncertain', ...Object.values(faults).filter((fault) => fault !== faults.honest)],
  ] as [string, 'unsent' | 'uncertain' | undefined, ...Answer[]][]) {
    it(`stores the signal once, with the same bytes on every try, when ${name}`, async () => {
      const server = await startFaultServer();
      try {
        const envelope = await seal();
        server.plan(...answers);
        const {states, last} = await run(server.url, envelope);
        assert.equal(last.kind, 'received');
        const found = states.slice(0, -1);
        assert.deepEqual(found, outcome ? [waiting(outcome)] : []);
        assert.equal(server.arrivals.length, answers.length + 1);
        for (const {body} of server.arrivals) assert.deepEqual(body, Buffer.from(envelope.body, 'utf8'));
        assert.deepEqual([...server.stored.keys()], [envelope.id]);
      } finally {
        await server.close();
      }
    });
  }

  it('ends with the refused fields, and sends no more', async () => {
    const server = await startFaultServer();
    try {
      const problems = [{pointer: '/answers/what', detail: 'Te lang.'}];
      server.plan(reply(422, {errors: problems}));
      const {last} = await run(server.url, await seal());
      assert.deepEqual(last, {kind: 'refused', reason: 'invalid', problems});
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(server.arrivals.length, 1);
    } finally {
      await server.close();
    }
  });

  it('says that it waits for the visitor after ten minutes', async () => {
    const gone = await startFaultServer();
    await gone.close();
    const {states, last} = await run(gone.url, await seal(), {world: {now: () => performance.now() * SPEED * 50}});
    assert.deepEqual(last, {kind: 'waiting', outcome: 'uncertain', automatic: false});
    assert.ok(states.length <= 2);
  });

  it('tries on loopback when the device has no connection', async () => {
    const server = await startFaultServer();
    try {
      const {last} = await run(server.url, await seal(), {world: {isOnline: () => false}});
      assert.equal(last.kind, 'received');
    } finally {
      await server.close();
    }
  });
});

describe('a delivery that is stopped while a request is under way', () => {
  /** Stops a delivery once its request arrived, and tells whether the line was broken soon after. */
  const stopUnderWay = async (abort?: boolean) => {
    const server = await startFaultServer();
    const states: DeliveryState[] = [];
    let delivery: Delivery | undefined;
    let isBroken = false;
    try {
      const envelope = await seal();
      await new Promise<void>((resolve) => {
        server.plan((response) => {
          response.on('close', () => {
            isBroken = true;
          });
          resolve();
        });
        const gemeente = {endpoint: {type: 'json', url: server.url}} as const;
        delivery = deliver({gemeente, envelope, onState: (state) => states.push(state)}, fast);
      });
      delivery?.stop(abort);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return {isBroken, states, requests: server.arrivals.length};
    } finally {
      delivery?.stop(true);
      await server.close();
    }
  };
  it('lets the request arrive: the visitor pressed send', async () => {
    assert.deepEqual(await stopUnderWay(), {
      isBroken: false,
      states: [{kind: 'waiting', outcome: 'uncertain', automatic: false}],
      requests: 1,
    });
  });

  it('breaks the request off when that is asked, and says that it may have arrived all the same', async () => {
    assert.deepEqual(await stopUnderWay(true), {
      isBroken: true,
      states: [{kind: 'waiting', outcome: 'uncertain', automatic: false}],
      requests: 1,
    });
  });
});

describe('a delivery through a function of the host', () => {
  const url = 'https://signalen.example/';

  it('is received when the function resolves with a reference and a time', async () => {
    const envelope = await seal();
    const answer = {reference: 'SIG-7', receivedAt: '2026-11-22T12:00:00.000Z'};
    const {last} = await run(url, envelope, {send: () => Promise.resolve(answer as Receipt)});
    assert.deepEqual(last, {kind: 'received', receipt: {id: envelope.id, digest: envelope.digest, ...answer}});
  });

  for (const [what, result] of [
    ['nothing', undefined],
    ['a bare answer of fetch', new Response(null, {status: 500})],
    ['half a receipt', {reference: 'SIG-7'}],
  ] as const) {
    it(`is uncertain when the function resolves with ${what}`, async () => {
      const send: Send = () => Promise.resolve(result as unknown as Receipt);
      const {last} = await run(url, await seal(), {send, world: {now: () => performance.now() * SPEED * 50}});
      assert.deepEqual(last, {kind: 'waiting', outcome: 'uncertain', automatic: false});
    });
  }

  it('goes on when the function throws instead of rejecting, and hides nothing from a late receipt', async () => {
    let calls = 0;
    const send: Send = () => {
      calls++;
      if (calls === 1) throw new Error('no network stack');
      return new Promise((resolve) => {
        setTimeout(() => resolve({reference: 'A', receivedAt: 'B'} as Receipt), 700);
      });
    };
    const {states, last} = await run(url, await seal(), {send});
    assert.deepEqual(states[0], waiting('uncertain'));
    assert.equal(last.kind, 'received');
  });

  it('is not seen by a page that replaces TextEncoder after loading', async () => {
    const {TextEncoder} = globalThis;
    const envelope = await seal();
    let calls = 0;
    globalThis.TextEncoder = class extends TextEncoder {
      override encode(text?: string): Uint8Array<ArrayBuffer> {
        calls++;
        return super.encode(text);
      }
    };
    try {
      await run(url, envelope, {send: () => Promise.resolve({reference: 'A', receivedAt: 'B'} as Receipt)});
    } finally {
      globalThis.TextEncoder = TextEncoder;
    }
    assert.equal(calls, 0);
  });

  it('cannot change what the next try sends', async () => {
    const envelope = await seal();
    const bodies: string[] = [];
    await new Promise<void>((resolve) => {
      const send: Send = (given) => {
        bodies.push(given.body);
        if (bodies.length === 3) {
          delivery.stop();
          resolve();
        }
        (given as {body: string}).body = 'changed';
        return Promise.reject(new Error('not reached'));
      };
      const job = {gemeente: {endpoint: {type: 'json', url}}, envelope, send, onState: () => undefined} as const;
      const delivery = deliver(job, fast);
    });
    assert.deepEqual(new Set(bodies), new Set([envelope.body]));
  });
});

describe('a delivery in a browser', () => {
  it('waits without a connection, and tries when the connection comes back', async () => {
    const listeners = new Set<() => void>();
    const browser = {
      navigator: {onLine: false},
      addEventListener: (name: string, run: () => void) => name === 'online' && listeners.add(run),
      removeEventListener: (name: string, run: () => void) => name === 'online' && listeners.delete(run),
    };
    const names = Object.keys(browser);
    const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
    for (const [name, value] of Object.entries(browser)) {
      Object.defineProperty(globalThis, name, {configurable: true, value});
    }
    try {
      let tries = 0;
      const send: Send = () => {
        tries++;
        return Promise.resolve({reference: 'A', receivedAt: 'B'} as Receipt);
      };
      const states: DeliveryState[] = [];
      const envelope = await seal();
      await new Promise<void>((resolve) => {
        const job = {gemeente: {endpoint: {type: 'json', url: 'https://signalen.example/'}}, envelope, send} as const;
        const onState = (state: DeliveryState): void => {
          states.push(state);
          if (state.kind === 'received') return resolve();
          assert.equal(tries, 0);
          browser.navigator.onLine = true;
          for (const run of listeners) run();
        };
        deliver({...job, onState});
        assert.deepEqual(states, [], 'nothing is told before the delivery is returned');
      });
      assert.deepEqual([states[0], states[1]?.kind, tries], [waiting('unsent'), 'received', 1]);
      assert.equal(listeners.size, 0);
    } finally {
      for (const [name, own] of before) {
        if (own) Object.defineProperty(globalThis, name, own);
        else Reflect.deleteProperty(globalThis, name);
      }
    }
  });
});
