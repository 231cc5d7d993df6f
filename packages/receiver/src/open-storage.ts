import {openPglite} from './open-pglite.js';
import {openPostgres} from './open-postgres.js';
import {createStorage, migrate, type Storage} from './storage.js';

/** Opens the database and brings its tables up to date: PostgreSQL when there is a URL, else PGlite in the folder. */
export async function openStorage(place: {
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
}): Promise<Storage> {
  const database = await (place.databaseUrl ? openPostgres(place.databaseUrl) : openPglite(place.dataFolder));
  try {
    await migrate(database);
  } catch (failure) {
    await database.close();
    throw failure;
  }
  return createStorage(database);
}
