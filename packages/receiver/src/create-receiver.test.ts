import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {test} from 'node:test';

import {problemSchema} from '@baken/model/schemas/signal';

import {createReceiver, defaultLimits} from './create-receiver.js';
import {LARGEST_BODY} from './read-body.js';
import {routes} from './routes.js';
import type {SignalStore} from './storage.js';
import {ask, type Answer} from './testing/ask.js';
import {makeSignal} from './testing/make-signal.js';
import {createMemoryStore, ORIGIN, withReceiver} from './testing/with-receiver.js';

const CANARY = 'kanarie-in-de-keuken';
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'];
const body = (): string => JSON.stringify(makeSignal({answers: {what: CANARY}}));

/** The headers of every answer; a header that is added or taken away must be so here too. */
const every = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};
const cors = {'access-control-allow-origin': ORIGIN, 'access-control-expose-headers': 'Retry-After'};

/** The headers without those that differ by time and size. */
const headersOf = ({headers: {date, 'content-length': length, ...rest}}: Answer): Readonly<Record<string, string>> => {
  assert.ok(date);
  assert.ok(length === undefined || /^\d+$/.test(length));
  return rest;
};

const assertProblem = ({status, headers, text}: Answer, expected: number): void => {
  assert.equal(status, expected, text);
  assert.equal(headers['content-type'], 'application/problem+json');
  const problem = problemSchema.parse(JSON.parse(text));
  assert.equal(problem.status, expected);
  assert.match(problem.detail, /^[A-Z].+\.$/);
};

/** Writes bytes as they are, and gives all that comes back until the connection ends. */
const writeRaw = async (address: string, text: string): Promise<string> => {
  const {hostname, port} = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(10_000, () => socket.destroy());
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return answer;
};

test('there are three routes, and none of them returns a signal that was stored', async () => {
  assert.deepEqual(routes.map(({method, path}) => `${method} ${path}`), [
    'POST /v1/signals', 'GET /v1/health', 'GET /v1/openapi.json',
  ]);
  const storage = createMemoryStore();
  await withReceiver({storage}, async ({address}) => {
    const {text} = await ask(address, {body: body()});
    const {id, reference} = JSON.parse(text) as {id: string; reference: string};
    const guesses = [`/v1/signals/${id}`, `/v1/signals/${reference}`, `/v1/signals?id=${id}`];
    for (const path of [...routes.map((route) => route.path), ...guesses]) {
      for (const method of METHODS) {
        const answer = await ask(address, {method, path, headers: {origin: ORIGIN}});
        assert.ok(!answer.text.includes(CANARY) && !answer.text.includes(id), `${method} ${path}`);
      }
    }
  });
  assert.equal(storage.stored.length, 1);
});

test('every other path gives 404 and every other method 405, as a problem', async () => {
  await withReceiver({storage: createMemoryStore()}, async ({address}) => {
    const unknown = ['/', '/v1/signals/', '//v1/signals', '/V1/signals', '/v1/signal', '/v1/%73ignals', '/%', '*'];
    for (const path of unknown) {
      for (const method of METHODS.filter((each) => each !== 'HEAD')) {
        assertProblem(await ask(address, {method, path, headers: {}}), 404);
      }
    }
    for (const path of new Set(routes.map((route) => route.path))) {
      const known = routes.filter((route) => route.path === path).map((route): string => route.method);
      for (const method of METHODS.filter((each) => ![...known, 'OPTIONS'].includes(each))) {
        const answer = await ask(address, {method, path, headers: {}});
        assert.equal(answer.headers['allow'], [...known, 'OPTIONS'].join(', '));
        if (method === 'HEAD') assert.deepEqual([answer.status, answer.text], [405, '']);
        else assertProblem(answer, 405);
      }
    }
  });
});

test('each route and method has exactly these headers', async () => {
  const json = {...every, 'content-type': 'application/json'};
  const problem = {...every, 'content-type': 'application/problem+json'};
  await withReceiver({storage: createMemoryStore()}, async ({address}) => {
    for (const {method, path} of routes) {
      const type: Readonly<Record<string, string>> = method === 'POST' ? {'content-type': 'application/json'} : {};
      const question = {method, path, ...(method === 'POST' && {body: body()})};
      assert.deepEqual(headersOf(await ask(address, {...question, headers: type})), json);
      const own = await ask(address, {...question, headers: {...type, origin: ORIGIN}});
      assert.deepEqual(headersOf(own), {...json, ...cors});
      const foreign = await ask(address, {...question, headers: {...type, origin: 'https://www.example'}});
      assert.deepEqual([foreign.status, headersOf(foreign)], [403, problem]);

      const bare = await ask(address, {method: 'OPTIONS', path, headers: {}});
      assert.deepEqual([bare.status, bare.text, headersOf(bare)], [204, '', {...every, allow: `${method}, OPTIONS`}]);
      const preflight = await ask(address, {method: 'OPTIONS', path, headers: {origin: ORIGIN}});
      assert.deepEqual([preflight.status, headersOf(preflight)], [204, {
        ...every,
        ...cors,
        allow: `${method}, OPTIONS`,
        'access-control-allow-methods': method,
        'access-control-allow-headers': 'Content-Type',
        'access-control-max-age': '600',
      }]);
      const stranger = await ask(address, {method: 'OPTIONS', path, headers: {origin: 'null'}});
      assert.deepEqual([stranger.status, headersOf(stranger)], [403, problem]);
      const wrong = await ask(address, {method: 'PUT', path, headers: {origin: ORIGIN}});
      assert.deepEqual(headersOf(wrong), {...problem, ...cors, allow: `${method}, OPTIONS`});
    }
    assert.deepEqual(headersOf(await ask(address, {path: '/', headers: {}})), problem);
  });
});

test('only origins on the list may send, and a near miss stores nothing', async () => {
  const storage = createMemoryStore();
  await withReceiver({storage}, async ({address}) => {
    const near = [
      'null', 'https://blaricum.example', 'http://www.blaricum.example', `${ORIGIN}:8443`, `${ORIGIN}.attacker.example`,
      'https://attacker.example/https://www.blaricum.example', ORIGIN.toUpperCase(), `${ORIGIN}/`, '*', '',
    ];
    for (const origin of near) {
      assertProblem(await ask(address, {body: body(), headers: {'content-type': 'application/json', origin}}), 403);
    }
    assert.equal(storage.stored.length, 0);
    const own = await ask(address, {body: body(), headers: {'content-type': 'application/json', origin: ORIGIN}});
    assert.equal(own.status, 201);
    assert.equal((await ask(address, {body: body()})).status, 201, 'a server sends no Origin');
  });
});

test('an allowed origin that no browser could send is refused at the start', () => {
  const wrong = ['*', 'null', 'www.blaricum.example', `${ORIGIN}/`, `${ORIGIN}/pad`, 'https://*.example', 'file:///x'];
  for (const origin of wrong) {
    const options = {storage: createMemoryStore(), log: () => {}, allowedOrigins: [origin]};
    assert.throws(() => createReceiver(options), /An allowed origin is .+Write scheme, host/, origin);
  }
});

test('a body must be JSON in UTF-8 without compression', async () => {
  const storage = createMemoryStore();
  await withReceiver({storage}, async ({address}) => {
    const wrong = ['', 'text/plain', 'multipart/form-data', 'application/jsonx', 'application/json; charset=latin1'];
    for (const type of wrong) assertProblem(await ask(address, {body: body(), headers: {'content-type': type}}), 415);
    for (const encoding of ['gzip', 'br', 'deflate', 'identity, gzip', 'x']) {
      const headers = {'content-type': 'application/json', 'content-encoding': encoding};
      assertProblem(await ask(address, {body: body(), headers}), 415);
    }
    assert.equal(storage.stored.length, 0);
    for (const type of ['application/json', 'Application/JSON;charset=utf-8', 'application/json; charset="UTF-8"']) {
      assert.equal((await ask(address, {body: body(), headers: {'content-type': type}})).status, 201);
    }
  });
});

test('a body may have 256 KiB and not one byte more, with a length or in chunks', async () => {
  await withReceiver({storage: createMemoryStore()}, async ({address}) => {
    for (const chunked of [false, true]) {
      assert.equal((await ask(address, {body: body().padEnd(LARGEST_BODY), chunked})).status, 201);
      assertProblem(await ask(address, {body: body().padEnd(LARGEST_BODY + 1), chunked}), 413);
      assertProblem(await ask(address, {body: body().padEnd(20 * LARGEST_BODY), chunked}), 413);
    }
  });
});

test('a failing database gives 503 with Retry-After, and nothing of its message', async () => {
  const failure = Object.assign(new Error(CANARY), {code: '53100', detail: CANARY});
  const storage: SignalStore = {store: () => Promise.reject(failure), check: () => Promise.reject(failure)};
  await withReceiver({storage}, async ({address, entries}) => {
    for (const question of [{body: body()}, {method: 'GET', path: '/v1/health', headers: {}}]) {
      const answer = await ask(address, question);
      assertProblem(answer, 503);
      assert.equal(answer.headers['retry-after'], '5');
      assert.ok(!answer.text.includes(CANARY));
    }
    assert.ok(!JSON.stringify(entries).includes(CANARY));
    assert.deepEqual(entries[0], {event: 'storage-failed', code: '53100'});
  });
});

test('a signal is confirmed after it is stored, not before', async () => {
  let finish = (): void => {};
  const memory = createMemoryStore();
  const storage: SignalStore = {
    ...memory,
    store: async (signal) => {
      await new Promise<void>((resolve) => (finish = resolve));
      return memory.store(signal);
    },
  };
  await withReceiver({storage}, async ({address}) => {
    let answered = false;
    const answer = ask(address, {body: body()}).then((each) => {
      answered = true;
      return each;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(answered, false);
    finish();
    assert.equal((await answer).status, 201);
  });
});

test('a mistake of the receiver gives 500 as a problem, and it goes on', async () => {
  let stored = 0;
  const storage = {
    ...createMemoryStore(),
    // Resolves with something that no database gives.
    store: async () => ((stored += 1) === 1 ? (undefined as never) : createMemoryStore().store({} as never)),
  };
  await withReceiver({storage}, async ({address, entries}) => {
    assertProblem(await ask(address, {body: body()}), 500);
    assert.deepEqual(entries[0], {event: 'failed'});
    assert.equal((await ask(address, {body: body()})).status, 201);
  });
});

test('what is not HTTP is answered as a problem with the same headers, and then closed', async () => {
  await withReceiver({storage: createMemoryStore()}, async ({address, entries}) => {
    const cases = [
      ['Iemand slaapt in de keuken\r\n\r\n', '400 Bad Request'],
      [`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
      ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400 Bad Request'],
    ] as const;
    for (const [text, status] of cases) {
      const answer = await writeRaw(address, text);
      assert.ok(answer.startsWith(`HTTP/1.1 ${status}\r\n`), answer);
      for (const [name, value] of Object.entries(every)) {
        assert.ok(answer.toLowerCase().includes(`${name}: ${value}\r\n`.toLowerCase()), name);
      }
      assert.match(answer, /\r\ncontent-type: application\/problem\+json\r\n/);
    }
    const odd = await writeRaw(address, 'GET /v1/health HTTP/1.1\r\nHost: x\r\nExpect: x\r\nConnection: close\r\n\r\n');
    assert.match(odd, /^HTTP\/1\.1 200 [^]+content-security-policy/);
    assert.deepEqual(entries.slice(0, 2), [
      {event: 'broken-request', status: 400}, {event: 'broken-request', status: 431},
    ]);
  });
});

test('a client that sends too slowly is answered with 408 and closed', async () => {
  assert.deepEqual(defaultLimits, {
    headersTimeout: 10_000, requestTimeout: 60_000, checkInterval: 2000, maxConnections: 1000, stopTimeout: 5000,
  });
  const limits = {headersTimeout: 300, requestTimeout: 600, checkInterval: 100};
  await withReceiver({storage: createMemoryStore(), limits}, async ({address}) => {
    const head = 'POST /v1/signals HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    for (const text of [head, `${head}Content-Length: 100\r\n\r\n{`]) {
      assert.match(await writeRaw(address, text), /^HTTP\/1\.1 408 [^]+too slowly/);
    }
    // What claims to be too large is refused before it comes, and never answered a second time.
    const answer = await writeRaw(address, `${head}Content-Length: ${LARGEST_BODY + 1}\r\n\r\n{`);
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.equal(answer.split('HTTP/1.1').length, 2, answer);
  });
});

test('a connection more than the limit is closed, and those before it go on', async () => {
  await withReceiver({storage: createMemoryStore(), limits: {maxConnections: 2}}, async ({address}) => {
    const {hostname, port} = new URL(address);
    const question = 'GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n';
    const open = [connect(Number(port), hostname), connect(Number(port), hostname)];
    const askAll = async (): Promise<void> => {
      for (const socket of open) {
        socket.write(question);
        const [answer] = await once(socket, 'data');
        assert.match(String(answer), /^HTTP\/1\.1 200 /);
      }
    };
    await askAll();
    assert.equal(await writeRaw(address, question), '');
    await askAll();
    for (const socket of open) socket.destroy();
  });
});

test('stopping answers what is under way and takes nothing new', async () => {
  let finish = (): void => {};
  const memory = createMemoryStore();
  const slow: SignalStore = {
    ...memory,
    store: async (signal) => {
      await new Promise<void>((resolve) => (finish = resolve));
      return memory.store(signal);
    },
  };
  const receiver = createReceiver({storage: slow, allowedOrigins: [], log: () => {}});
  const address = await receiver.start({port: 0});
  const under = ask(address, {body: body()});
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = receiver.stop();
  await assert.rejects(ask(address, {body: body()}), /ECONNREFUSED/);
  finish();
  assert.equal((await under).status, 201);
  await stopped;
});

test('a port that is taken is said, not waited for', async () => {
  await withReceiver({storage: createMemoryStore()}, async ({address}) => {
    const second = createReceiver({storage: createMemoryStore(), allowedOrigins: [], log: () => {}});
    await assert.rejects(second.start({port: Number(new URL(address).port)}), /EADDRINUSE/);
  });
});

test('a receiver for some gemeenten refuses the others', async () => {
  await withReceiver({storage: createMemoryStore(), gemeenten: ['0384']}, async ({address}) => {
    const answer = await ask(address, {body: body()});
    assertProblem(answer, 400);
    assert.match(answer.text, /"pointer":"\/gemeente"/);
  });
});
