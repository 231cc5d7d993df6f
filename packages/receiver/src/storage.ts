import type {Channel, Receipt} from '@baken/model/rules/signal';

import {type Migration, migrations} from './migrations.js';
import {createReference} from './reference.js';

/** Runs one statement. A row is an object by column name. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** What PGlite and PostgreSQL have in common. A statement outside `transaction` commits before it resolves. */
export interface Database {
  readonly query: Query;
  transaction(work: (query: Query) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A signal with what the receiver adds, except the reference. */
export interface NewSignal {
  readonly id: string;
  readonly gemeente: string;
  readonly channel: Channel;
  /** The body exactly as received. */
  readonly body: Uint8Array;
  /** SHA-256 of `body`, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** ISO 8601. */
  readonly receivedAt: string;
}

/** A signal as it lies in the database. */
export interface StoredSignal extends NewSignal {
  readonly reference: string;
}

/** `stored` now, `known` with the same body from before, or `conflict`: the id has another body. */
export type StoreResult =
  | {readonly outcome: 'stored' | 'known'; readonly receipt: Receipt}
  | {readonly outcome: 'conflict'};

/** All that a route may do with the database: no way to read a signal. */
export interface SignalStore {
  /** Resolves after the commit. Rejects when the database fails; then the signal may or may not be stored. */
  store(signal: NewSignal): Promise<StoreResult>;
  /** Rejects when the database does not answer. */
  check(): Promise<void>;
}

/** The whole storage, for the process that owns it. */
export interface Storage extends SignalStore {
  /** Gives one signal, or nothing. */
  find(id: string): Promise<StoredSignal | undefined>;
  /** Gives the newest signals first, at most `limit`. */
  list(limit: number): Promise<readonly StoredSignal[]>;
  close(): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly gemeente: string;
  readonly channel: Channel;
  readonly body: Uint8Array;
  readonly digest: string;
  readonly reference: string;
  readonly received_at: Date;
}

type ReceiptRow = Pick<Row, 'id' | 'digest' | 'reference' | 'received_at'>;

const toReceipt = ({id, digest, reference, received_at}: ReceiptRow): Receipt => ({
  id,
  digest,
  reference,
  receivedAt: received_at.toISOString(),
});

const toSignal = (row: Row): StoredSignal => ({
  ...toReceipt(row),
  gemeente: row.gemeente,
  channel: row.channel,
  body: new Uint8Array(row.body),
});

/** Any number, the same in all receivers: only one of them changes the tables at a time. */
const MIGRATION_LOCK = 20_626_365;

const DRAWS = 5;

/**
 * Brings the tables up to date. Throws when the database was made by a newer release.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  await database.transaction(async (query) => {
    await query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await query('create table if not exists migration (number integer primary key)');
    const done = new Set((await query<{number: number}>('select number from migration')).map((row) => row.number));
    const newest = Math.max(0, ...done);
    if (newest > steps.length) {
      throw new Error(
        `The database is at step ${newest} and this release knows ${steps.length} steps. ` +
          'Start the release that wrote it, or a newer one.',
      );
    }
    for (const step of steps.filter(({number}) => !done.has(number))) {
      await query(step.sql);
      await query('insert into migration (number) values ($1)', [step.number]);
    }
  });
}

/** Makes the storage of a database whose tables are up to date. `draw` gives a new reference. */
export function createStorage(database: Database, draw: () => string = createReference): Storage {
  const {query} = database;
  return {
    async store({id, gemeente, channel, body, digest, receivedAt}) {
      for (let turn = 0; turn < DRAWS; turn += 1) {
        const [stored] = await query<ReceiptRow>(
          `insert into signal (id, gemeente, channel, body, digest, reference, received_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict do nothing
           returning id, digest, reference, received_at`,
          [id, gemeente, channel, body, digest, draw(), receivedAt],
        );
        if (stored) return {outcome: 'stored', receipt: toReceipt(stored)};
        const [known] = await query<ReceiptRow>(
          'select id, digest, reference, received_at from signal where id = $1',
          [id],
        );
        if (known?.digest === digest) return {outcome: 'known', receipt: toReceipt(known)};
        if (known) return {outcome: 'conflict'};
        // Neither stored nor known: the reference was taken, draw another one.
      }
      throw new Error(`Found no free reference in ${DRAWS} draws.`);
    },
    async check() {
      await query('select 1 from signal limit 1');
    },
    async find(id) {
      const [row] = await query<Row>('select * from signal where id = $1', [id]);
      return row && toSignal(row);
    },
    async list(limit) {
      const rows = await query<Row>('select * from signal order by received_at desc, id limit $1', [limit]);
      return rows.map(toSignal);
    },
    close: () => database.close(),
  };
}
