import {createServer, type IncomingMessage, type ServerResponse, STATUS_CODES} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';

import {type Log, sizeClass} from './log.js';
import {Refusal, toProblem} from './problem.js';
import {readBody} from './read-body.js';
import {routes} from './routes.js';
import type {SignalStore} from './storage.js';

/** What a client may take, in milliseconds and connections. */
export interface Limits {
  /** All headers must be in within this time. */
  readonly headersTimeout: number;
  /** The whole request must be in within this time. */
  readonly requestTimeout: number;
  /** How often slow requests are looked for. */
  readonly checkInterval: number;
  /** A connection more is closed at once. */
  readonly maxConnections: number;
  /** How long `stop` waits for requests under way. */
  readonly stopTimeout: number;
}

/** The limits of a receiver that is given none. */
export const defaultLimits: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  checkInterval: 2000,
  maxConnections: 1000,
  stopTimeout: 5000,
};

export interface ReceiverOptions {
  /** Stays the caller's: `stop` does not close it. */
  readonly storage: SignalStore;
  /** Origins whose pages may send, exactly as browsers write them: `https://www.example.nl`. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
  /** The CBS codes that this receiver serves; all when left out. */
  readonly gemeenten?: readonly string[] | undefined;
  readonly limits?: Partial<Limits>;
}

/** A backend for signals. It starts once. */
export interface Receiver {
  /** Listens and gives its address, such as `http://127.0.0.1:8787`. Port 0 takes a free one; rejects when taken. */
  start(place: {readonly port: number; readonly host?: string}): Promise<string>;
  /** Takes no new requests, and resolves when those under way are answered. */
  stop(): Promise<void>;
}

/** The headers of every answer, also of refusals. */
const everyHeader = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
} as const;

const checkOrigin = (origin: string): string => {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:[^*]+$/.test(origin)) {
    throw new Error(
      `An allowed origin is ${JSON.stringify(origin)}. ` +
        'Write scheme, host and, if it is not the usual one, port: https://www.example.nl',
    );
  }
  return origin;
};

const methodsOf = (path: string): readonly string[] =>
  routes.filter((route) => route.path === path).map(({method}) => method);

/** Answers what is not HTTP, or came too slowly: there is no request to answer. */
const answerBroken = (failure: Error & {readonly code?: string}, socket: Socket, log: Log): void => {
  // After an earlier answer on this connection the client could take ours for the answer to something else.
  if (!socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const refusal =
    failure.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? new Refusal(408, 'The request came in too slowly. Send it again.')
      : failure.code === 'HPE_HEADER_OVERFLOW'
        ? new Refusal(431, 'The headers are too large. Send fewer.')
        : new Refusal(400, 'This is not an HTTP request. Send one.');
  log({event: 'broken-request', status: refusal.status});
  const body = toProblem(refusal);
  const headers = {
    ...everyHeader,
    connection: 'close',
    'content-length': Buffer.byteLength(body),
    'content-type': 'application/problem+json',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('')}\r\n${body}`);
};

/** Makes a receiver; throws when an allowed origin is not an origin. It listens after `start`. */
export function createReceiver({storage, allowedOrigins, log, gemeenten, limits}: ReceiverOptions): Receiver {
  const origins = new Set(allowedOrigins.map(checkOrigin));
  const {headersTimeout, requestTimeout, checkInterval, maxConnections, stopTimeout} = {...defaultLimits, ...limits};

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const {method = '', headers: {origin}} = request;
    const [path = ''] = (request.url ?? '').split('?');
    const methods = methodsOf(path);
    let size = Number(request.headers['content-length'] ?? 0);

    const send = (status: number, headers: Readonly<Record<string, string>>, body: string): void => {
      const cors = origin !== undefined && origins.has(origin)
        ? {'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After'}
        : {};
      const length = status === 204 ? {} : {'content-length': String(Buffer.byteLength(body))};
      response.writeHead(status, {...everyHeader, ...cors, ...length, ...headers});
      response.end(body);
      const known = methods.includes(method) || (method === 'OPTIONS' && methods.length > 0);
      log({
        event: 'request',
        route: known ? `${method} ${path}` : 'none',
        status,
        ms: Math.round(performance.now() - started),
        size: sizeClass(size),
      });
    };

    try {
      if (request.httpVersion === '1.1' && request.headers.host === undefined) {
        throw new Refusal(400, 'The request has no Host. Send that header.');
      }
      if (origin !== undefined && !origins.has(origin)) {
        throw new Refusal(403, 'The Origin of this page is not on the list of this receiver. Ask its owner to add it.');
      }
      if (methods.length === 0) throw new Refusal(404, 'There is nothing at this path. See /v1/openapi.json.');
      const allow = [...methods, 'OPTIONS'].join(', ');
      if (method === 'OPTIONS') {
        const preflight = origin !== undefined && {
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': 'Content-Type',
          'access-control-max-age': '600',
        };
        send(204, {allow, ...preflight}, '');
        return;
      }
      const route = routes.find((each) => each.path === path && each.method === method);
      if (!route) throw new Refusal(405, `This path takes ${allow}.`, {headers: {allow}});
      const read = async (): Promise<Uint8Array> => {
        const body = await readBody(request);
        size = body.length;
        return body;
      };
      const reply = await route.answer({readBody: read, storage, log, gemeenten});
      send(reply.status, {'content-type': 'application/json'}, JSON.stringify(reply.body));
    } catch (failure) {
      if (!(failure instanceof Refusal)) log({event: 'failed'});
      const mistake = new Refusal(500, 'The receiver made a mistake. Tell its owner.');
      const refusal = failure instanceof Refusal ? failure : mistake;
      send(refusal.status, {'content-type': 'application/problem+json', ...refusal.headers}, toProblem(refusal));
    }
  };

  const server = createServer({
    headersTimeout,
    requestTimeout,
    connectionsCheckingInterval: checkInterval,
    // Node's own answer to a missing Host, and to an unknown Expect, lacks the headers that every answer has.
    requireHostHeader: false,
  });
  server.maxConnections = maxConnections;
  server.on('request', (request, response) => void answer(request, response));
  server.on('checkExpectation', (request, response) => void answer(request, response));
  server.on('clientError', (failure, socket) => answerBroken(failure, socket as Socket, log));

  return {
    start: ({port, host = '127.0.0.1'}) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const {address, family, port: taken} = server.address() as AddressInfo;
          resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), stopTimeout);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
