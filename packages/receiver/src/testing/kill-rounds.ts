import {createHash, randomBytes, randomInt} from 'node:crypto';
import {Agent, request as httpRequest} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';

import {openStorage} from '../open-storage.js';
import {makeSignal} from './make-signal.js';
import {startChild} from './start-child.js';

/** What the rounds gave. `lost` were confirmed and are not in the database with the same bytes. */
export interface KillFigures {
  readonly rounds: number;
  readonly confirmed: number;
  readonly lost: number;
  /** Under way at the kill: they may be stored or not. */
  readonly unanswered: number;
  /** The slowest start after a kill, in milliseconds. */
  readonly slowestRestart: number;
}

/** Clients that send at the same time, each the next signal after the answer to the one before. */
const CLIENTS = 8;
/** A round never sends more, however fast the machine is. */
const MOST_PER_CLIENT = 400;

const post = (address: string, agent: Agent, body: string): Promise<{status: number; digest: unknown}> =>
  new Promise((resolve, reject) => {
    const {hostname, port} = new URL(address);
    const headers = {'content-type': 'application/json', 'content-length': Buffer.byteLength(body)};
    const options = {hostname, port, path: '/v1/signals', method: 'POST', headers, agent, timeout: 10_000};
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve({status: response.statusCode ?? 0, digest: (JSON.parse(text) as {digest?: unknown}).digest});
        } catch (failure) {
          reject(failure as Error);
        }
      });
    });
    request.on('timeout', () => request.destroy(new Error('No answer in 10 seconds.')));
    request.on('error', reject);
    request.end(body);
  });

/**
 * Starts a receiver, sends signals, kills it at a random moment with SIGKILL, starts it again, and looks in the
 * database for every signal that was confirmed; `rounds` times on the same data.
 */
export async function runKillRounds(options: {
  readonly rounds: number;
  readonly place: {readonly databaseUrl?: string; readonly dataFolder: string};
  readonly program?: 'main' | 'early-receiver';
}): Promise<KillFigures> {
  const {rounds, place, program = 'main'} = options;
  const env = {DATA_DIR: place.dataFolder, ...(place.databaseUrl !== undefined && {DATABASE_URL: place.databaseUrl})};
  const confirmed = new Map<string, string>();
  let unanswered = 0;
  let slowestRestart = 0;
  for (let round = 0; round < rounds; round += 1) {
    const receiver = await startChild(env, program);
    const agent = new Agent({keepAlive: true, maxSockets: CLIENTS});
    let killed = false;
    const before = confirmed.size;
    const client = async (): Promise<void> => {
      for (let sent = 0; sent < MOST_PER_CLIENT && !killed; sent += 1) {
        const what = randomBytes(randomInt(100, 4000)).toString('base64');
        const signal = makeSignal({answers: {what}});
        const body = JSON.stringify(signal);
        try {
          const {status, digest} = await post(receiver.address, agent, body);
          const proven = status === 201 && digest === createHash('sha256').update(body).digest('hex');
          if (!proven) throw new Error(`Status ${status} without a receipt.`);
          confirmed.set(signal.id, body);
        } catch (failure) {
          if (!killed) throw failure;
          unanswered += 1;
        }
      }
    };
    const clients = Promise.allSettled(Array.from({length: CLIENTS}, client));
    const giveUp = Date.now() + 10_000;
    while (confirmed.size === before && Date.now() < giveUp) await wait(5);
    await wait(randomInt(50, 800));
    killed = true;
    await receiver.end('SIGKILL');
    agent.destroy();
    const failed = (await clients).find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    if (confirmed.size === before) throw new Error('Nothing was confirmed in this round: it shows nothing.');

    const started = performance.now();
    const again = await startChild(env, program);
    slowestRestart = Math.max(slowestRestart, performance.now() - started);
    await again.end('SIGTERM');
  }
  const storage = await openStorage(place);
  let lost = 0;
  try {
    for (const [id, body] of confirmed) {
      const stored = await storage.find(id);
      if (!stored || !Buffer.from(stored.body).equals(Buffer.from(body))) lost += 1;
    }
  } finally {
    await storage.close();
  }
  return {rounds, confirmed: confirmed.size, lost, unanswered, slowestRestart: Math.round(slowestRestart)};
}
