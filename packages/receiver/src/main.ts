import {createReceiver} from './create-receiver.js';
import {createLineLog} from './log.js';
import {PGLITE_WARNING} from './open-pglite.js';
import {openStorage} from './open-storage.js';

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const readPort = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error('PORT is not a port. Write a number from 0 to 65535.');
  return port;
};

const run = async (): Promise<void> => {
  const {PORT = '8787', HOST = '127.0.0.1', DATA_DIR = '.data', DATABASE_URL, ALLOWED_ORIGINS, GEMEENTEN} = process.env;
  const port = readPort(PORT);
  const gemeenten = listOf(GEMEENTEN);
  const storage = await openStorage({databaseUrl: DATABASE_URL, dataFolder: DATA_DIR});
  try {
    const receiver = createReceiver({
      storage,
      allowedOrigins: listOf(ALLOWED_ORIGINS),
      log: createLineLog((line) => void process.stdout.write(line)),
      gemeenten: gemeenten.length > 0 ? gemeenten : undefined,
    });
    const address = await receiver.start({port, host: HOST});
    let stopping: Promise<void> | undefined;
    const stop = (): void => {
      stopping ??= receiver.stop().then(() => storage.close());
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    say(DATABASE_URL ? 'Storage: PostgreSQL.' : `Storage: PGlite in ${DATA_DIR}. ${PGLITE_WARNING}`);
    say(`Baken receiver listens at ${address}`);
  } catch (failure) {
    await storage.close();
    throw failure;
  }
};

run().catch((failure: unknown) => {
  process.stderr.write(`The receiver did not start. ${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
