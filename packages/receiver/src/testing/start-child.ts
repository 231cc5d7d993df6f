import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** A receiver in a process of its own. */
export interface ChildReceiver {
  readonly address: string;
  /** All that it wrote so far, to both streams. */
  readonly output: () => string;
  /** Sends the signal and resolves when the process is gone, with its exit code (null after a signal). */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** How a process ended by itself. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
  readonly ms: number;
}

const spawnReceiver = (program: 'main' | 'early-receiver', env: Readonly<Record<string, string>>): ChildProcess => {
  const path = program === 'main' ? '../main.ts' : './early-receiver.ts';
  return spawn(
    process.execPath,
    ['--conditions=baken-source', '--import', 'tsx', fileURLToPath(new URL(path, import.meta.url))],
    {env: {PATH: process.env['PATH'], PORT: '0', ...env}, stdio: ['ignore', 'pipe', 'pipe']},
  );
};

const collect = (child: ChildProcess): (() => string) => {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Uint8Array) => (output += String(chunk)));
  }
  return () => output;
};

/**
 * Starts a receiver and resolves when it listens; rejects when it ends or needs more than 60 seconds.
 * `early-receiver` is the control: it answers before it stores.
 */
export async function startChild(
  env: Readonly<Record<string, string>>,
  program: 'main' | 'early-receiver' = 'main',
): Promise<ChildReceiver> {
  const child = spawnReceiver(program, env);
  const output = collect(child);
  const endNow = (): void => void child.kill('SIGKILL');
  process.once('exit', endNow);
  const exited = once(child, 'close').then(([code]) => {
    process.off('exit', endNow);
    return code as number | null;
  });
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      endNow();
      reject(new Error(`The receiver did not listen within 60 seconds:\n${output()}`));
    }, 60_000);
    child.stdout?.on('data', () => {
      const [, found] = /listens at (http:\S+)/.exec(output()) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    void exited.then(() => {
      clearTimeout(timer);
      reject(new Error(`The receiver ended:\n${output()}`));
    });
  });
  return {
    address,
    output,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Runs a receiver that is expected to refuse; kills it after 20 seconds. */
export async function runChild(env: Readonly<Record<string, string>>): Promise<Ending> {
  const started = performance.now();
  const child = spawnReceiver('main', env);
  const output = collect(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  return {code: code as number | null, output: output(), ms: performance.now() - started};
}
