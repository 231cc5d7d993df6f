import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {createReceiver} from '@baken/receiver/create-receiver';
import {openStorage} from '@baken/receiver/open-storage';
import {fuzzReceiver} from '@baken/receiver/testing/fuzz-receiver';
import {startPostgres} from '@baken/receiver/testing/start-postgres';

// Usage: fuzz-receiver.ts [submissions to each database, 5000] [seed]. Throws, with the submission and a seed to repeat
// it, at the first 5xx and at the first signal that is not stored exactly once.
const runs = Number(process.argv[2] ?? 5000);
if (!Number.isInteger(runs) || runs < 1) throw new Error('Write a whole number of submissions, 1 or more.');
const seed = process.argv[3] === undefined ? undefined : Number(process.argv[3]);

for (const kind of ['PGlite', 'PostgreSQL']) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'baken-fuzz-'));
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined;
  try {
    const storage = await openStorage({databaseUrl: postgres?.url, dataFolder});
    const receiver = createReceiver({storage, allowedOrigins: [], log: () => {}});
    try {
      const address = await receiver.start({port: 0});
      const figures = await fuzzReceiver({address, storage, runs, ...(seed !== undefined && {seed})});
      console.log(kind, JSON.stringify(figures));
    } finally {
      await receiver.stop();
      await storage.close();
    }
  } finally {
    await postgres?.stop();
    await rm(dataFolder, {recursive: true, force: true});
  }
}
