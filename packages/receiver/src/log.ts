/** A body by its size in bytes: coarse on purpose, an exact size can tell which signal it was. */
export const sizeClasses = ['none', 'up-to-1k', 'up-to-4k', 'up-to-16k', 'up-to-64k', 'up-to-256k', 'larger'] as const;
export type SizeClass = (typeof sizeClasses)[number];

export const logEvents = ['request', 'broken-request', 'storage-failed', 'failed'] as const;
/**
 * `request` was answered, `broken-request` was not HTTP or came too slowly, `storage-failed` the database refused,
 * `failed` is a mistake of the receiver.
 */
export type LogEvent = (typeof logEvents)[number];

/** All that may be known of a request afterwards. There is no key for anything that a client sent. */
export interface LogEntry {
  readonly event: LogEvent;
  /** Method and path of the route table, or `none`: never the path as it was asked. */
  readonly route?: string;
  readonly status?: number;
  /** Whole milliseconds. */
  readonly ms?: number;
  readonly size?: SizeClass;
  /** A code of the database or the operating system, such as `57P01` or `ECONNREFUSED`. */
  readonly code?: string;
}

/** Takes one entry away. */
export type Log = (entry: LogEntry) => void;

/** Gives the class of a size in bytes. */
export function sizeClass(bytes: number): SizeClass {
  if (bytes === 0) return 'none';
  const limits = [1, 4, 16, 64, 256].map((kibibytes) => kibibytes * 1024);
  return sizeClasses[1 + limits.filter((limit) => bytes > limit).length] ?? 'larger';
}

/** Gives the code of a failure, and nothing of its message: that can hold an id or a part of a body. */
export function codeOf(failure: unknown): string {
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'unknown';
}

/** Makes a log of one JSON line for each entry. A key that is not in `LogEntry` is never written. */
export function createLineLog(write: (line: string) => void): Log {
  return ({event, route, status, ms, size, code}) => {
    write(`${JSON.stringify({event, route, status, ms, size, code})}\n`);
  };
}
