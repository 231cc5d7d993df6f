import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {runKillRounds} from '@baken/receiver/testing/kill-rounds';
import {startPostgres} from '@baken/receiver/testing/start-postgres';

// Usage: kill-receiver.ts [rounds on each database, 20]. Ends with code 1 when a confirmed signal is lost, or when the
// loss of the control receiver, which confirms before it stores, is not seen.
const rounds = Number(process.argv[2] ?? 20);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('Write a whole number of rounds, 1 or more.');
const CONTROL_ROUNDS = 2;

for (const kind of ['PGlite', 'PostgreSQL']) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'baken-kill-'));
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined;
  const place = {dataFolder, ...(postgres && {databaseUrl: postgres.url})};
  try {
    const figures = await runKillRounds({rounds, place});
    console.log(kind, JSON.stringify(figures));
    const control = await runKillRounds({rounds: Math.min(rounds, CONTROL_ROUNDS), place, program: 'early-receiver'});
    console.log(`${kind}, control`, JSON.stringify(control));
    if (figures.lost > 0 || control.lost === 0) process.exitCode = 1;
  } finally {
    await postgres?.stop();
    await rm(dataFolder, {recursive: true, force: true});
  }
}
console.log(process.exitCode === 1 ? 'FAILED' : 'No confirmed signal was lost, and the control was seen to lose some.');
