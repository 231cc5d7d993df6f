import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type IncomingMessage, request as ask, type ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {buildSite} from '@baken/demo/build-site';
import {compileSamples} from '@baken/demo/compile-samples';
import {close, listen} from '@baken/demo/listen';
import {readShippedFiles} from '@baken/demo/shipped-files';
import {createResource, serveSite, type Site} from '@baken/demo/site';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {createReceiver} from '@baken/receiver/create-receiver';
import {openStorage} from '@baken/receiver/open-storage';
import type {Storage} from '@baken/receiver/storage';

import {type FaultProxy, startFaultProxy} from './fault-proxy.js';

/** A request that reached the server of the pages. */
export interface SiteRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The pages of the demo with a network that can break between them and the receiver, for tests that look inside. */
export interface TestSite {
  /** Of the pages; without a slash at the end. */
  readonly origin: string;
  /** The compiled files in the first language of each sample gemeente. */
  readonly gemeenten: readonly CompiledGemeente[];
  readonly storage: Storage;
  readonly network: FaultProxy;
  /** Every request to the pages' own server. */
  readonly requests: readonly SiteRequest[];
  stop(): Promise<void>;
}

export interface TestSiteOptions {
  /** Uses the files with open roots. */
  readonly isOpen?: boolean;
  /** Changes the HTML of each page. */
  readonly change?: (html: string) => string;
  /** More ways to change the HTML: the page `/x` is then also at `/x~name`. */
  readonly variants?: Readonly<Record<string, (html: string) => string>>;
  /** Replaces the content security policy, and puts the endpoint on the pages' own origin. */
  readonly policy?: string;
  /** More files, by path: `/host.js`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The folder with the shipped files; `isOpen` those with open roots. */
export function distFolder(isOpen: boolean): string {
  return fileURLToPath(new URL(`../../packages/embed/${isOpen ? 'dist-open' : 'dist'}`, import.meta.url));
}

/** The path of the page to which the leave button goes on a test site: tests have no other host to go to. */
export const EXIT_PATH = '/elsewhere.html';

/** Starts pages, network, receiver and an empty PGlite on free ports of 127.0.0.1. Needs what `npm run build` makes. */
export async function startTestSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const {isOpen = false, change = (html) => html, variants = {}, policy, files = {}} = options;
  const shipped = await readShippedFiles(distFolder(isOpen));
  const folder = await mkdtemp(join(tmpdir(), 'baken-site-'));
  const storage = await openStorage({dataFolder: folder});
  const requests: SiteRequest[] = [];
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => serve(request, response));
  const origin = `http://127.0.0.1:${await listen(server, 0, 'PORT')}`;
  const receiver = createReceiver({storage, allowedOrigins: [origin], log: () => {}});
  const network = await startFaultProxy(await receiver.start({port: 0}));
  const backend = policy === undefined ? network.origin : origin;

  const endpoint = `${backend}/v1/signals`;
  const samples = (await compileSamples({endpoint, integrity: endpoint, pages: origin})).map((sample) => ({
    ...sample,
    files: sample.files.map((file) => ({...file, exitUrl: `${origin}${EXIT_PATH}`})),
    staff: sample.staff.map((file) => ({...file, exitUrl: `${origin}${EXIT_PATH}`})),
  }));
  const built = await buildSite({samples, shipped, receivers: [backend], inbox: `${origin}/`});
  const resources = new Map(built.resources);
  for (const [path, {type, body}] of built.resources) {
    if (!type.startsWith('text/html')) continue;
    const html = change(body.toString());
    resources.set(path, createResource('page.html', Buffer.from(html)));
    for (const [name, vary] of Object.entries(variants)) {
      resources.set(`${path}~${name}`, createResource('page.html', Buffer.from(vary(html))));
    }
  }
  const elsewhere = '<!doctype html><html lang="nl"><title>Elsewhere</title><h1>Elsewhere</h1></html>';
  for (const [path, text] of Object.entries({...files, [EXIT_PATH]: elsewhere})) {
    resources.set(path, createResource(path, Buffer.from(text)));
  }
  const site: Site = {
    ...built,
    resources,
    headers: {...built.headers, ...(policy === undefined ? {} : {'content-security-policy': policy})},
  };
  const serveFiles = serveSite(site);
  serve = (request, response) => {
    void request.toArray().then((chunks) => {
      const body = Buffer.concat(chunks as Buffer[]);
      const {method = '', url = '', headers} = request;
      if (policy === undefined || method !== 'POST' || !url.startsWith('/v1/')) {
        requests.push({method, url, headers, body: body.toString()});
        serveFiles(request, response);
        return;
      }
      const up = ask(new URL(url, network.origin), {method, headers, agent: false}, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      up.on('error', () => request.socket.resetAndDestroy());
      up.end(body);
    });
  };
  return {
    origin,
    gemeenten: samples.flatMap(({files: [first]}) => first ?? []),
    storage,
    network,
    requests,
    stop: async () => {
      await close(server);
      await network.close();
      await receiver.stop();
      await storage.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
}
