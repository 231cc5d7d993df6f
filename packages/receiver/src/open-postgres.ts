import {Pool} from 'pg';

import {codeOf} from './log.js';
import type {Database, Query} from './storage.js';

/** Without these, PostgreSQL says "committed" before a signal is safe. */
const SAFE_SETTINGS = ['fsync', 'synchronous_commit', 'full_page_writes'];

const refuseUnsafe = async (query: Query): Promise<void> => {
  const rows = await query<{name: string}>(
    `select name from pg_settings where name = any($1) and setting = 'off' order by name`,
    [SAFE_SETTINGS],
  ).catch((failure: unknown) => {
    // The message of the driver can hold the URL, and that holds the password.
    throw new Error(`PostgreSQL does not answer (${codeOf(failure)}). Start it, or correct DATABASE_URL.`);
  });
  if (rows.length === 0) return;
  const names = rows.map(({name}) => name).join(', ');
  throw new Error(
    `PostgreSQL has switched off: ${names}. A signal could be confirmed and then lost. ` +
      `Set to on: ${names}, for the server, the database and the user of DATABASE_URL. Then start again.`,
  );
};

/** Opens PostgreSQL. Throws when it is not reachable, or may lose what it committed. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({connectionString: url, max: 10, connectionTimeoutMillis: 5000, query_timeout: 10_000});
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const query = async <Row>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query(sql, [...values])).rows as Row[];
  try {
    await refuseUnsafe(query);
  } catch (failure) {
    await pool.end();
    throw failure;
  }
  return {
    query,
    transaction: async (work) => {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('begin');
        await work(async <Row>(sql: string, values: readonly unknown[] = []) =>
          (await client.query(sql, [...values])).rows as Row[]);
        await client.query('commit');
      } catch (failure) {
        broken = true;
        throw failure;
      } finally {
        // A connection that failed inside a transaction is thrown away, and its transaction with it.
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
