import {createServer, type RequestListener, type Server} from 'node:http';
import {fileURLToPath} from 'node:url';

import {createReceiver} from '@baken/receiver/create-receiver';
import {openStorage} from '@baken/receiver/open-storage';
import type {Storage} from '@baken/receiver/storage';

import {buildSite, readStyles} from './build-site.js';
import {compileSamples} from './compile-samples.js';
import {serveInbox} from './inbox.js';
import {close, explainPort, listen, LOOPBACK} from './listen.js';
import {openIntegrity} from './open-integrity.js';
import {readShippedFiles} from './shipped-files.js';
import {notYet, serveSite} from './site.js';

/** The ports of the demo; 0 takes a free one. */
export interface DemoPorts {
  readonly pages: number;
  readonly receiver: number;
  readonly inbox: number;
  /** A second receiver, for signals about someone of a gemeente. */
  readonly integrity: number;
}

/** The ports when nothing else is said. */
export const defaultPorts: DemoPorts = {pages: 4100, receiver: 4101, inbox: 4102, integrity: 4103};

/** The environment variable of each port. */
export const portVariables = {
  pages: 'DEMO_PORT',
  receiver: 'RECEIVER_PORT',
  inbox: 'INBOX_PORT',
  integrity: 'INTEGRITY_PORT',
} as const;

/** Where the demo runs, and where it keeps what it receives. */
export interface DemoOptions {
  readonly ports?: Partial<DemoPorts>;
  /** Folder for PGlite; `.data` at the root of the project without it. Not used with `databaseUrl`. */
  readonly dataDir?: string;
  /** PostgreSQL instead of PGlite. */
  readonly databaseUrl?: string | undefined;
  /** Folder with the shipped files; that of `npm run build` without it. */
  readonly distDir?: string;
}

/** A running demo. The addresses end without a slash. */
export interface Demo {
  readonly pages: string;
  readonly receiver: string;
  readonly inbox: string;
  readonly integrity: string;
  /** Ids of the sample gemeenten: the pages of one are under `${pages}/${id}/`. */
  readonly gemeenten: readonly string[];
  /** Resolves when all is closed and stored. Calling it again gives the same promise. */
  stop(): Promise<void>;
}

/** A server whose port is known before it has something to serve. */
interface OpenServer {
  readonly origin: string;
  serve(listener: RequestListener): void;
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * Compiles the sample gemeenten, and starts the two receivers, the pages and the inbox on loopback.
 * Rejects, with nothing left running, when a port is taken, the data is in use or a file is missing.
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const ports = {...defaultPorts, ...options.ports};
  const closers: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const closer of closers.reverse()) await closer();
  };
  const stop = (): Promise<void> => (stopping ??= closeAll());

  const open = async (what: 'pages' | 'inbox'): Promise<OpenServer> => {
    let listener = notYet;
    const server: Server = createServer((request, response) => listener(request, response));
    const port = await listen(server, ports[what], portVariables[what]);
    closers.push(() => close(server));
    return {
      origin: `http://${LOOPBACK}:${port}`,
      serve(next) {
        listener = next;
      },
    };
  };

  try {
    const shipped = await readShippedFiles(options.distDir ?? fromRoot('packages/embed/dist'));
    const pages = await open('pages');
    const inbox = await open('inbox');
    const receive = async (what: 'receiver' | 'integrity', storage: Storage): Promise<string> => {
      closers.push(() => storage.close());
      const server = createReceiver({
        storage,
        allowedOrigins: [pages.origin, pages.origin.replace(LOOPBACK, 'localhost')],
        log: () => {},
      });
      const origin = await server.start({port: ports[what], host: LOOPBACK})
        .catch(explainPort(ports[what], portVariables[what]));
      closers.push(() => server.stop());
      return origin;
    };
    const place = {databaseUrl: options.databaseUrl, dataFolder: options.dataDir ?? fromRoot('.data')};
    const storage = await openStorage(place);
    const receiver = await receive('receiver', storage);
    const storedApart = await openIntegrity(place);
    const integrity = await receive('integrity', storedApart);

    const samples = await compileSamples({
      endpoint: `${receiver}/v1/signals`,
      integrity: `${integrity}/v1/signals`,
      pages: pages.origin,
    });
    const gemeenten = samples.flatMap(({files, staff}) => [...staff, ...files].slice(0, 1));
    const receivers = [receiver, integrity];
    pages.serve(serveSite(await buildSite({samples, shipped, receivers, inbox: `${inbox.origin}/`})));
    inbox.serve(
      serveInbox({storage, integrity: storedApart, gemeenten, pages: `${pages.origin}/`, styles: await readStyles()}),
    );
    const ids = gemeenten.map(({gemeente}) => gemeente.id);
    return {pages: pages.origin, receiver, inbox: inbox.origin, integrity, gemeenten: ids, stop};
  } catch (failure) {
    await stop();
    throw failure;
  }
}
