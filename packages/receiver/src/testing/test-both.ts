import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe} from 'node:test';

import {openStorage} from '../open-storage.js';
import type {Storage} from '../storage.js';
import {findPostgres, startPostgres, type TestPostgres} from './start-postgres.js';

/** Where the data of a suite lies. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}

/** A database that is ready while the tests of a suite run. */
export interface SuitePlace {
  place(): Place;
  /** Opens the storage; the suite closes it. */
  open(): Promise<Storage>;
}

/** Runs one suite against PGlite in a temporary folder, and against a PostgreSQL server that it starts itself. */
export function testBoth(name: string, define: (at: SuitePlace) => void): void {
  for (const kind of ['PGlite', 'PostgreSQL'] as const) {
    const missing = kind === 'PostgreSQL' && findPostgres() === undefined;
    describe(`${name} on ${kind}`, {skip: missing && 'PostgreSQL is not installed'}, () => {
      let folder = '';
      let postgres: TestPostgres | undefined;
      const opened: Storage[] = [];
      const place = (): Place => ({dataFolder: folder, ...(postgres && {databaseUrl: postgres.url})});
      before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'baken-data-'));
        if (kind === 'PostgreSQL') postgres = await startPostgres();
      });
      after(async () => {
        await Promise.allSettled(opened.map((storage) => storage.close()));
        await postgres?.stop();
        await rm(folder, {recursive: true, force: true});
      });
      define({
        place,
        open: async () => {
          const storage = await openStorage(place());
          opened.push(storage);
          return storage;
        },
      });
    });
  }
}
