import {createHash} from 'node:crypto';
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Answers one request in its own way; `store` is what an honest backend does. */
export type Answer = (response: ServerResponse, store: () => Record<string, string>) => void;

/** One request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A backend that answers as it is told, once each, and honestly after that. */
export interface FaultServer {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** The stored bodies by id. */
  readonly stored: ReadonlyMap<string, Buffer>;
  /** Sets how the next requests are answered. */
  plan(...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

/** Answers with a status, JSON or text, and headers. */
export const reply =
  (status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) => {
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(status, {'content-type': type, ...headers});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** What can go wrong between a page and a backend. */
export const faults = {
  honest: (response, store) => reply(201, store())(response, store),
  resetBeforeStoring: (response) => response.socket!.resetAndDestroy(),
  resetAfterStoring: (response, store) => {
    store();
    response.socket!.resetAndDestroy();
  },
  resetInAnswer: (response, store) => {
    const text = JSON.stringify(store());
    response.writeHead(201, {'content-type': 'application/json', 'content-length': text.length});
    response.write(text.slice(0, 20));
    setTimeout(() => response.socket?.resetAndDestroy(), 20);
  },
  truncated: (response, store) => {
    const text = JSON.stringify(store());
    response.writeHead(201, {'content-type': 'application/json', 'content-length': text.length});
    response.end(text.slice(0, 20));
    response.socket?.end();
  },
  garbled: (response, store) => {
    store();
    response.end(Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x22, 0x7d]));
  },
  silent: (_response, store) => void store(),
  slowAnswer: (response, store) => {
    response.writeHead(201, {'content-type': 'application/json'});
    response.write(JSON.stringify(store()).slice(0, 5));
  },
  otherDigest: (response, store) => reply(201, {...store(), digest: '0'.repeat(64)})(response, store),
  otherId: (response, store) => reply(201, {...store(), id: 'other'})(response, store),
  endless: (response, store) => {
    response.writeHead(201, {'content-type': 'application/json'});
    response.write(JSON.stringify(store()).slice(0, -1));
    const writing = setInterval(() => response.write(`,"${'x'.repeat(1000)}":0`), 5);
    response.on('close', () => clearInterval(writing));
  },
} as const satisfies Record<string, Answer>;

/** Starts a backend on a free port of 127.0.0.1. */
export async function startFaultServer(): Promise<FaultServer> {
  const arrivals: Arrival[] = [];
  const stored = new Map<string, Buffer>();
  let planned: Answer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      arrivals.push({method: request.method!, url: request.url!, headers: request.headers, body});
      const answer = planned.shift() ?? faults.honest;
      answer(response, () => {
        const id = /"id":"([^"]+)"/.exec(body.toString('utf8'))?.[1] ?? 'none';
        stored.set(id, stored.get(id) ?? body);
        const digest = createHash('sha256').update(stored.get(id)!).digest('hex');
        return {id, digest, reference: 'K7-3F', receivedAt: '2026-11-22T12:00:00.000Z'};
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/signals`,
    arrivals,
    stored,
    plan: (...answers) => {
      planned = [...answers];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
