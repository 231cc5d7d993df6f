import {createReceiver} from '../create-receiver.js';
import {createLineLog} from '../log.js';
import {openStorage} from '../open-storage.js';
import type {SignalStore} from '../storage.js';

/** Milliseconds between the answer and the insert: what a receiver does that trusts its own queue. */
const DELAY = 100;

// The control of the kill test: it confirms a signal and stores it afterwards. The test must find the loss.
const {DATABASE_URL, DATA_DIR = ''} = process.env;
const storage = await openStorage({databaseUrl: DATABASE_URL, dataFolder: DATA_DIR});
const early: SignalStore = {
  check: () => storage.check(),
  store: async (signal) => {
    setTimeout(() => void storage.store(signal), DELAY);
    const {id, digest, receivedAt} = signal;
    return {outcome: 'stored', receipt: {id, digest, reference: '0000-0000', receivedAt}};
  },
};
const receiver = createReceiver({storage: early, allowedOrigins: [], log: createLineLog(() => {})});
const address = await receiver.start({port: 0});
process.on('SIGTERM', () => void receiver.stop().then(() => setTimeout(() => void storage.close(), 2 * DELAY)));
process.stdout.write(`Baken receiver listens at ${address}\n`);
