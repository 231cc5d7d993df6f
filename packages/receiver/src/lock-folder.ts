import {randomUUID} from 'node:crypto';
import {link, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';

/** Who holds a folder. A pid alone says little: pids are used again. */
export interface Holder {
  readonly pid: number;
  /** Clock ticks after boot; nothing where there is no /proc. */
  readonly startTime?: string | undefined;
  /** Changes with every boot; nothing where there is no /proc. */
  readonly bootId?: string | undefined;
  readonly host: string;
  /** The holder closed the folder. */
  readonly released?: true;
}

/** A folder that this process holds. */
export interface FolderLock {
  release(): Promise<void>;
}

const PREFIX = 'receiver.lock.';
/** How often a holder touches its lock, in milliseconds. */
const HEARTBEAT = 5000;
/** A lock of another machine or container is stale when it was not touched for this long, in milliseconds. */
const SILENCE = 30_000;
const TURNS = 20;

const codeIs = (failure: unknown, code: string): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === code;

const readOr = async (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

/** The third and following fields: the second is the name, and that may hold spaces and brackets. */
const readStat = async (pid: number): Promise<readonly string[]> => {
  const text = await readOr(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
};

/** Describes a process of this machine as the holder of a lock. */
export async function describeHolder(pid: number): Promise<Holder> {
  const bootId = (await readOr('/proc/sys/kernel/random/boot_id'))?.trim();
  return {pid, startTime: (await readStat(pid))[19], bootId, host: hostname()};
}

const isRunning = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (failure) {
    if (!codeIs(failure, 'EPERM')) return false;
  }
  const [state] = await readStat(pid);
  return state !== 'Z' && state !== 'X';
};

const isHeld = async (holder: Holder, path: string): Promise<boolean> => {
  if (holder.released) return false;
  if (holder.host !== hostname()) {
    // Its pids are not ours to look up; only its heartbeat can tell.
    const {mtimeMs} = await stat(path);
    return Math.abs(Date.now() - mtimeMs) < SILENCE;
  }
  const now = await describeHolder(holder.pid);
  return holder.bootId === now.bootId && holder.startTime === now.startTime && (await isRunning(holder.pid));
};

const readHolder = async (path: string): Promise<Holder | undefined> => {
  const text = await readFile(path, 'utf8');
  try {
    const holder = JSON.parse(text) as Holder | null;
    return typeof holder === 'object' && holder !== null && Number.isInteger(holder.pid) && holder.pid > 0
      ? holder
      : undefined;
  } catch {
    return undefined;
  }
};

const numbersIn = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder))
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => Number(name.slice(PREFIX.length)))
    .filter((number) => Number.isSafeInteger(number) && number > 0);

const explain = (folder: string, holder: Holder): string =>
  holder.host === hostname()
    ? `The data folder ${folder} is in use by process ${holder.pid}. ` +
      'Two receivers on one PGlite folder lose signals. ' +
      `Stop process ${holder.pid}, or give this receiver another DATA_DIR, or set DATABASE_URL to use PostgreSQL.`
    : `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}. ` +
      'Two receivers on one PGlite folder lose signals. ' +
      `Stop the receiver on ${holder.host}; if it already stopped, try again in ${SILENCE / 1000} seconds.`;

/**
 * Takes a folder for this process alone. Throws when another process has it, with what to do.
 *
 * Locks are numbered and the highest number counts. A stale lock is never removed to make room: the next number is
 * created, which only one taker can, and a number is never used again while a higher one exists.
 * So a slow taker cannot remove the fresh lock of a fast one.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const me = await describeHolder(process.pid);
  const pathOf = (number: number): string => join(folder, `${PREFIX}${number}`);
  const draft = join(folder, `${PREFIX}draft-${randomUUID()}`);
  const write = (holder: Holder): Promise<void> => writeFile(draft, JSON.stringify(holder), {flag: 'wx', mode: 0o600});
  await write(me);
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const highest = Math.max(0, ...(await numbersIn(folder)));
      const mine = highest + 1;
      try {
        const holder = highest > 0 ? await readHolder(pathOf(highest)) : undefined;
        if (holder && (await isHeld(holder, pathOf(highest)))) throw new Error(explain(folder, holder));
        // A link appears at once with its whole content, and fails when the name exists: as O_EXCL, without a
        // moment in which another taker reads an empty file.
        await link(draft, pathOf(mine));
      } catch (failure) {
        // Another taker was faster: look again.
        if (codeIs(failure, 'EEXIST') || codeIs(failure, 'ENOENT')) continue;
        throw failure;
      }
      const numbers = await numbersIn(folder);
      if (numbers.some((number) => number > mine)) {
        await rm(pathOf(mine), {force: true});
        continue;
      }
      await Promise.all(numbers.filter((number) => number < mine).map((number) => rm(pathOf(number), {force: true})));
      const heartbeat = setInterval(() => {
        const now = new Date();
        utimes(pathOf(mine), now, now).catch(() => {});
      }, HEARTBEAT);
      heartbeat.unref();
      return {
        async release() {
          clearInterval(heartbeat);
          await write({...me, released: true});
          await rename(draft, pathOf(mine));
        },
      };
    }
  } finally {
    await rm(draft, {force: true});
  }
  throw new Error(`Found no quiet moment to take the data folder ${folder} in ${TURNS} tries. Start again.`);
}
