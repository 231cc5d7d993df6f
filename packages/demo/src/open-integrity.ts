import {join} from 'node:path';

import {openPostgres} from '@baken/receiver/open-postgres';
import {openStorage} from '@baken/receiver/open-storage';
import type {Storage} from '@baken/receiver/storage';

/** The schema, and the folder inside that of the other signals. */
const PLACE = 'integrity';

/**
 * Opens the place of signals about someone of the gemeente, apart from all others: a schema of its own in PostgreSQL,
 * or a folder of its own. Takes what `openStorage` takes.
 */
export async function openIntegrity({databaseUrl, dataFolder}: Parameters<typeof openStorage>[0]): Promise<Storage> {
  if (!databaseUrl) return openStorage({dataFolder: join(dataFolder, PLACE)});
  const database = await openPostgres(databaseUrl);
  await database.query(`create schema if not exists ${PLACE}`).finally(() => database.close());
  const options = `options=${encodeURIComponent(`-c search_path=${PLACE}`)}`;
  return openStorage({databaseUrl: `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}${options}`, dataFolder});
}
