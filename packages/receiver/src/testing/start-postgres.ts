import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {accessSync, constants, readdirSync} from 'node:fs';
import {chown, mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';

/** A PostgreSQL server of its own, at 127.0.0.1 only, with empty data in a temporary folder. */
export interface TestPostgres {
  readonly url: string;
  /** Stops the server, does the work without it, and starts it again on the same data and port. */
  restart(between: () => Promise<void>): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const tryRun = (command: string, parameters: readonly string[]): string | undefined => {
  try {
    return execFileSync(command, parameters, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    return undefined;
  }
};

const foldersOf = (root: string): readonly string[] => {
  try {
    return readdirSync(root).sort((one, other) => Number(other) - Number(one));
  } catch {
    return [];
  }
};

/**
 * Finds the folder with `initdb` and `postgres`: what pg_config says, Debian's folders (newest first), or PATH.
 * Gives nothing when PostgreSQL is not installed.
 */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = [
    tryRun('pg_config', ['--bindir']) ?? '',
    ...foldersOf(debian).map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => canRun(join(folder, name))));
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** `initdb` and `postgres` refuse to run as root. */
const findUser = (): User => {
  if (process.getuid?.() !== 0) return {};
  const name = ['postgres', 'nobody'].find((each) => tryRun('id', [each]) !== undefined);
  const [uid, gid] = ['-u', '-g'].map((option) => name && tryRun('id', [option, name]));
  if (uid === undefined || gid === undefined) {
    throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody. Run as another user.');
  }
  return {uid: Number(uid), gid: Number(gid)};
};

const findPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const waitUntilReady = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`PostgreSQL was not ready in 30 seconds:\n${said}`)), 30_000);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    server.stderr?.on('data', (chunk: Uint8Array) => {
      said += String(chunk);
      if (said.includes('database system is ready to accept connections')) settle(resolve);
    });
    server.once('exit', () => settle(() => reject(new Error(`PostgreSQL ended:\n${said}`))));
  });

/**
 * Starts a PostgreSQL server; `settings` are server settings by name. Also ends it when this process ends.
 * Throws when PostgreSQL is not installed.
 */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const binaries = findPostgres();
  if (binaries === undefined) throw new Error('PostgreSQL is not installed. Install the package postgresql.');
  const user = findUser();
  const folder = await mkdtemp(join(tmpdir(), 'baken-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = {...user, cwd: folder, env: {PATH: process.env['PATH'], LC_ALL: 'C'}};
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'baken', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    {...options, stdio: ['ignore', 'ignore', 'inherit'], timeout: 60_000},
  );
  const port = await findPort();
  const all = {listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings};
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn(
      join(binaries, 'postgres'),
      ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {...options, stdio: ['ignore', 'ignore', 'pipe']},
    );
    await waitUntilReady(server);
  };
  const end = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    const timer = setTimeout(() => server?.kill('SIGQUIT'), 10_000);
    await ended;
    clearTimeout(timer);
  };
  const endNow = (): void => void server?.kill('SIGQUIT');
  const endBySignal = (): void => process.exit(1);
  process.once('exit', endNow);
  process.once('SIGTERM', endBySignal);
  process.once('SIGINT', endBySignal);
  const stop = async (): Promise<void> => {
    process.off('exit', endNow);
    process.off('SIGTERM', endBySignal);
    process.off('SIGINT', endBySignal);
    await end();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    await start();
  } catch (failure) {
    await stop();
    throw failure;
  }
  return {
    url: `postgresql://baken@127.0.0.1:${port}/postgres`,
    restart: async (between) => {
      await end();
      await between();
      await start();
    },
    stop,
  };
}
