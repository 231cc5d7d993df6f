import {createReceiver, type ReceiverOptions} from '../create-receiver.js';
import type {LogEntry} from '../log.js';
import type {NewSignal, SignalStore} from '../storage.js';

/** The origin that test receivers allow. */
export const ORIGIN = 'https://www.blaricum.example';

/** A receiver in this process, and what it logged so far. */
export interface RunningReceiver {
  readonly address: string;
  readonly entries: readonly LogEntry[];
}

/** Starts a receiver, does the work and stops it, whatever happens. */
export async function withReceiver(
  options: Pick<ReceiverOptions, 'storage'> & Partial<ReceiverOptions>,
  work: (receiver: RunningReceiver) => Promise<void>,
): Promise<void> {
  const entries: LogEntry[] = [];
  const receiver = createReceiver({allowedOrigins: [ORIGIN], log: (entry) => entries.push(entry), ...options});
  const address = await receiver.start({port: 0});
  try {
    await work({address, entries});
  } finally {
    await receiver.stop();
  }
}

/** A store in memory, for tests that are not about the database. */
export function createMemoryStore(): SignalStore & {readonly stored: readonly NewSignal[]} {
  const stored: NewSignal[] = [];
  return {
    stored,
    check: async () => {},
    store: async (signal) => {
      stored.push(signal);
      const {id, digest, receivedAt} = signal;
      return {outcome: 'stored', receipt: {id, digest, reference: '4F7K-29QM', receivedAt}};
    },
  };
}
