/** One step of the database, the same SQL on PGlite and PostgreSQL. A published step never changes. */
export interface Migration {
  readonly number: number;
  /** One statement. */
  readonly sql: string;
}

/** All steps, in order, numbered from 1 without gaps. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    // The body is bytea: it must come back byte for byte, and text cannot hold NUL.
    sql: `
      create table signal (
        id uuid primary key,
        gemeente text not null check (gemeente ~ '^[0-9]{4}$'),
        channel text not null check (channel in ('public', 'staff')),
        body bytea not null,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        reference text not null unique,
        received_at timestamptz not null
      )`,
  },
];
