import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';

import {PGlite} from '@electric-sql/pglite';

import {lockFolder} from './lock-folder.js';
import type {Database} from './storage.js';

/** Says what PGlite cannot promise. Shown at every start. */
export const PGLITE_WARNING =
  'PGlite never flushes to disk: a power cut can lose signals that were already confirmed. ' +
  'Use PostgreSQL (DATABASE_URL) for signals that count.';

/**
 * Opens PGlite in a folder, which it makes if needed, readable by this user only.
 * Throws when another process has the folder.
 */
export async function openPglite(folder: string): Promise<Database> {
  await mkdir(folder, {recursive: true, mode: 0o700});
  const lock = await lockFolder(folder);
  try {
    const pglite = await PGlite.create(join(folder, 'pglite'));
    return {
      query: async <Row>(sql: string, values: readonly unknown[] = []) =>
        (await pglite.query<Row>(sql, [...values])).rows,
      transaction: (work) =>
        pglite.transaction((transaction) =>
          work(async <Row>(sql: string, values: readonly unknown[] = []) =>
            (await transaction.query<Row>(sql, [...values])).rows),
        ),
      close: async () => {
        await pglite.close();
        await lock.release();
      },
    };
  } catch (failure) {
    await lock.release();
    throw failure;
  }
}
