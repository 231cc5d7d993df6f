import {spawn} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import type {Readable, Writable} from 'node:stream';

/** A page in Chromium that is driven by its own protocol. */
export interface BrowserPage {
  /** Sends a command of the Chrome DevTools Protocol, and gives its result. Rejects with what Chromium says. */
  send(method: string, params?: object): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

const ANSWER_MS = 30_000;
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe', 'msedge.exe'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds Chromium or a browser made of it: what `BAKEN_CHROMIUM` names, or what is installed. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const {BAKEN_CHROMIUM: given, PATH = ''} = environment;
  if (given) return isProgram(given) ? given : undefined;
  const folders = PATH.split(delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(isProgram);
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: {readonly message: string};
}

/** Opens an empty page in a browser without a window, which keeps nothing. Rejects when it does not start. */
export async function openBrowser(program: string): Promise<BrowserPage> {
  const profile = await mkdtemp(join(tmpdir(), 'baken-browser-'));
  const child = spawn(
    program,
    [
      ...['--headless=new', '--remote-debugging-pipe', '--hide-scrollbars', '--no-first-run', '--disable-gpu'],
      `--user-data-dir=${profile}`,
      // Chromium's own sandbox refuses to run as root, which is who a container runs as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    // In a group of its own: it touches the terminal, for which a job in the background is put to sleep.
    {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32'},
  );
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  const give = (answer: Answer): void => {
    waiting.get(answer.id ?? 0)?.(answer);
    waiting.delete(answer.id ?? 0);
  };
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) give(JSON.parse(message) as Answer);
  });
  // What is written to a program that is gone says so here; the answer that does not come says it too.
  input.on('error', () => undefined);
  void ended.then(() => {
    for (const id of waiting.keys()) give({id, error: {message: 'The browser ended.'}});
  });

  let last = 0;
  const send = async (method: string, params: object = {}, sessionId?: string) => {
    const id = ++last;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      setTimeout(() => give({id, error: {message: `${method}: no answer.`}}), ANSWER_MS).unref();
      input.write(`${JSON.stringify({id, method, params, ...(sessionId === undefined ? {} : {sessionId})})}\0`);
    });
    if (answer.error) throw new Error(answer.error.message);
    return answer.result ?? {};
  };
  const close = async (): Promise<void> => {
    await send('Browser.close').catch(() => child.kill());
    await ended;
    await rm(profile, {recursive: true, force: true, maxRetries: 3});
  };
  try {
    const {targetId} = await send('Target.createTarget', {url: 'about:blank'});
    const {sessionId} = await send('Target.attachToTarget', {targetId, flatten: true});
    return {send: (method, params) => send(method, params, String(sessionId)), close};
  } catch (error) {
    await close();
    throw error;
  }
}
