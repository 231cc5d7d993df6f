import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';

/** A small server for pages of a test. */
export interface Pages {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** What answers a request; without an answer the folder does. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** Serves a folder on a free port of 127.0.0.1. `answer` goes first and tells whether it did. */
export async function servePages(folder: string, answer: Answer = () => false): Promise<Pages> {
  const server = createServer((request, response) => {
    void (async () => {
      if (await answer(request, response)) return;
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      const body = await readFile(join(folder, path)).catch(() => undefined);
      response.writeHead(body ? 200 : 404, {'content-type': types[extname(path)] ?? 'text/plain'});
      response.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
