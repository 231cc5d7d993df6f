import {createServer, type IncomingMessage, request as ask, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';

/**
 * Where the network breaks while a page sends. `before`: no connection. `request`: half of the body goes through.
 * `stored`: the backend has it, its answer is lost. `answer`: half of the answer comes through.
 * `held`: nothing comes through for as long as it lasts, in either direction.
 */
export const cuts = ['before', 'request', 'stored', 'answer', 'held'] as const;
export type Cut = (typeof cuts)[number];

/** One POST that reached the proxy. Times are `performance.now()` of this process. */
export interface Attempt {
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly cut: Cut | undefined;
  /** What the backend answered, if it was asked as a whole. */
  readonly status?: number;
  readonly answeredAt?: number;
}

/** A network between a page and its backend that breaks on request. */
export interface FaultProxy {
  /** Stands in for the backend's address; without a slash at the end. */
  readonly origin: string;
  /** Every POST with a whole body, in order of arrival. */
  readonly attempts: readonly Attempt[];
  /** How many POSTs the present cut has broken. For `before` that cannot be known: 0. */
  readonly broken: number;
  /** Breaks each POST from now on at one place. Preflights and GETs pass, except with `before`. */
  cut(at: Cut): Promise<void>;
  /** Makes the network whole. What was held goes on. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly headers: string[];
  readonly body: Buffer;
}

/** Starts a proxy on a free port of 127.0.0.1 in front of `backend` (`http://127.0.0.1:4000`). */
export async function startFaultProxy(backend: string): Promise<FaultProxy> {
  const attempts: Attempt[] = [];
  const sockets = new Set<Socket>();
  let present: Cut | undefined;
  let broken = 0;
  let release: (() => void)[] = [];

  const forward = (request: IncomingMessage, body: Buffer, half: boolean): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const {host: _, ...headers} = request.headers;
      const how = {method: request.method, headers, agent: false};
      const up = ask(new URL(request.url ?? '/', backend), how, (answer) => {
        answer.toArray().then((chunks) => {
          resolve({status: answer.statusCode ?? 502, headers: answer.rawHeaders, body: Buffer.concat(chunks)});
        }, reject);
      });
      up.on('error', reject);
      if (half) {
        // The backend must have seen the first half before the connection breaks, or this would be `before`.
        up.write(body.subarray(0, Math.ceil(body.length / 2)), () => up.destroy(new Error('cut during the request')));
      } else {
        up.end(body);
      }
    });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const isPost = request.method === 'POST';
    const at = isPost ? present : undefined;
    const attempt: {-readonly [Key in keyof Attempt]: Attempt[Key]} = {
      body: body.toString(),
      headers: request.headers,
      cut: at,
    };
    if (isPost) attempts.push(attempt);
    if (at !== undefined) broken++;
    if (at === 'held') await new Promise<void>((resolve) => release.push(resolve));
    if (at === 'request') {
      await forward(request, body, true).catch(() => undefined);
      request.socket.resetAndDestroy();
      return;
    }
    const reply = await forward(request, body, false).catch(() => undefined);
    if (!reply) {
      request.socket.resetAndDestroy();
      return;
    }
    attempt.status = reply.status;
    attempt.answeredAt = performance.now();
    if (at === 'stored') {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(reply.status, reply.headers);
    if (at === 'answer') {
      response.write(reply.body.subarray(0, Math.ceil(reply.body.length / 2)), () => request.socket.resetAndDestroy());
    } else {
      response.end(reply.body);
    }
  };

  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const unlisten = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      for (const socket of sockets) socket.resetAndDestroy();
    });
  await listen(0);
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    attempts,
    get broken() {
      return broken;
    },
    cut: async (at) => {
      present = at;
      broken = 0;
      if (at === 'before') await unlisten();
    },
    restore: async () => {
      present = undefined;
      for (const go of release.splice(0)) go();
      release = [];
      if (!server.listening) await listen(port);
    },
    close: async () => {
      for (const go of release.splice(0)) go();
      await unlisten();
    },
  };
}
