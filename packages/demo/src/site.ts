import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {extname} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

import type {Html} from './html.js';

/** One thing that a site serves, made before the first visitor asks for it. */
export interface Resource {
  readonly type: string;
  readonly body: Buffer;
  /** Compressed; undefined when that does not help. */
  readonly brotli: Buffer | undefined;
}

/** A site: everything it serves, by path. A path that is not here does not exist, so no path reaches a disk. */
export interface Site {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly headers: Readonly<Record<string, string>>;
  readonly missing: Resource;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Makes a resource from the bytes of a file; the name tells the type. Unknown types are refused. */
export function createResource(name: string, body: Buffer): Resource {
  const type = types[extname(name)];
  if (type === undefined) {
    throw new Error(`${name}: the demo serves ${Object.keys(types).join(', ')} and nothing else.`);
  }
  let made: Buffer | undefined;
  return {
    type,
    body,
    // Made when it is asked for: most files of most samples never are, and together they would hold up the start.
    get brotli() {
      made ??= brotliCompressSync(body);
      return made.length < body.length ? made : undefined;
    },
  };
}

/** Makes a resource from a page. */
export function createPage(page: Html): Resource {
  return createResource('page.html', Buffer.from(page.text));
}

/** Tells whether a request may be answered in brotli. */
export function acceptsBrotli(acceptEncoding: string | undefined): boolean {
  return (acceptEncoding ?? '').split(',').some((part) => /^\s*br\s*(;\s*q=(1|0\.\d*[1-9]))?\s*$/.test(part));
}

/** Answers with a resource. A HEAD request gets the headers alone. */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  resource: Resource,
  headers: Readonly<Record<string, string>>,
): void {
  const brotli = acceptsBrotli(request.headers['accept-encoding']) ? resource.brotli : undefined;
  const body = brotli ?? resource.body;
  response.writeHead(status, {
    // Not `no-store`: that would keep the page out of the back/forward cache, which the tests need to be on.
    'cache-control': 'no-cache',
    ...headers,
    'content-type': resource.type,
    'content-length': body.length,
    vary: 'accept-encoding',
    ...(brotli ? {'content-encoding': 'br'} : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The path of a request, without its query; the empty text when it is no path. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}

/** Refuses every method but GET and HEAD. Tells whether it did. */
export function refuseMethod(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  response.writeHead(405, {...headers, allow: 'GET, HEAD'}).end();
  return true;
}

/** Answers while the site is being made: its port must be known first. */
export const notYet: RequestListener = (_, response) => {
  response.writeHead(503, {'retry-after': '1'}).end();
};

/** Serves a site. */
export function serveSite({resources, headers, missing}: Site): RequestListener {
  return (request, response) => {
    if (refuseMethod(request, response, headers)) return;
    const path = pathOf(request);
    const resource = resources.get(path);
    if (resource) {
      answer(request, response, 200, resource, headers);
    } else if (resources.has(`${path}/`)) {
      response.writeHead(308, {...headers, location: `${path}/`}).end();
    } else {
      answer(request, response, 404, missing, headers);
    }
  };
}
