/** Something wrong, or worth a look, in a configuration. */
export interface Finding {
  /** The file where the value stands that must change. */
  readonly file: string;
  /** The path of the value, with ids for things that have one: `contacts/fairwork/phone`. Empty for the whole file. */
  readonly key: string;
  /** The line in that file, where it is known; counts from 1. */
  readonly line?: number;
  readonly column?: number;
  /** What stands there now, shortened. */
  readonly found: string;
  /** What to write. */
  readonly message: string;
}

/** Where a value was written. */
export interface Origin {
  readonly file: string;
  readonly line?: number | undefined;
}

/** The place of every merged value, by path. */
export type Origins = ReadonlyMap<string, Origin>;

/** The sentences of `baken check`, by name; `{name}` is filled in. */
export type Messages = Readonly<Record<string, string>>;

/** What fills a sentence. */
export type Details = Readonly<Record<string, string | number | undefined>>;

/** Shows words of a file on one line: short, and without characters that could steer a terminal. */
function plain(text: string, longest = 60): string {
  const letters = [...text.slice(0, 2 * longest).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD')];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

/** Shows a value as JSON, shortened; a list or an object only as such. Nothing for a value that is missing. */
export function showFound(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value) && value.length > 0) return '[…]';
  if (isRecord(value) && Object.keys(value).length > 0) return '{…}';
  return plain(JSON.stringify(typeof value === 'string' ? value.slice(0, 200) : value));
}

/** Tells whether a value is an object with keys: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fills `{name}` in a sentence, in one go: what is filled in is not filled again. */
export function fillIn(sentence: string, details: Details): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(details, name) && details[name] !== undefined ? String(details[name]) : placeholder,
  );
}

/** Makes a finding of a message and what fills it. Every word that comes from a file is made safe to show. */
export function makeFinding(about: {
  readonly messages: Messages;
  readonly origin: Origin;
  readonly key: string;
  readonly value: unknown;
  readonly code: string;
  readonly details?: Details | undefined;
  readonly column?: number | undefined;
}): Finding {
  const {messages, origin, value, code, column} = about;
  const key = plain(about.key, 200);
  const safe = Object.entries({key, ...about.details}).map(([name, detail]) => [
    name,
    typeof detail === 'string' ? plain(detail, 200) : detail,
  ]);
  const sentence = Object.hasOwn(messages, code) ? (messages[code] ?? code) : code;
  // Where nothing looks like what was written, there is nothing to propose.
  const hasNoNearest = about.details && 'nearest' in about.details && about.details['nearest'] === undefined;
  const fitting = hasNoNearest ? sentence.replace(/ [^.?!]*\{nearest\}[^.?!]*[.?!]/, '') : sentence;
  return {
    file: plain(origin.file, 500),
    key,
    ...(origin.line === undefined ? {} : {line: origin.line}),
    ...(column === undefined ? {} : {column}),
    found: showFound(value),
    message: fillIn(fitting, Object.fromEntries(safe) as Details),
  };
}

/** Collects findings. A place is a path in the merged configuration; the file comes from its origin. */
export interface Report {
  readonly errors: Finding[];
  readonly warnings: Finding[];
  /** `at` names another place when the value that must change stands there. */
  error(path: string, value: unknown, code: string, details?: Details, at?: string): void;
  warn(path: string, value: unknown, code: string, details?: Details, at?: string): void;
}

/** Finds the place of a path, or of the nearest thing around it. */
function findOrigin(origins: Origins, path: string): Origin | undefined {
  for (let around = path; around !== ''; around = around.slice(0, Math.max(0, around.lastIndexOf('/')))) {
    const origin = origins.get(around);
    if (origin) return origin;
  }
  return undefined;
}

/** Starts an empty report. What has no origin (a key that is missing) is said of the file `entry`. */
export function createReport(setup: {
  readonly messages: Messages;
  readonly origins: Origins;
  readonly entry: string;
}): Report {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const seen = new Set<string>();
  const add = (to: Finding[], path: string, value: unknown, code: string, details?: Details, at = path): void => {
    const origin = findOrigin(setup.origins, at) ?? {file: setup.entry};
    const finding = makeFinding({messages: setup.messages, origin, key: path, value, code, details});
    // The same value can be wrong in each language, in the same words: once is enough.
    const once = JSON.stringify([finding.file, finding.key, finding.message]);
    if (seen.has(once)) return;
    seen.add(once);
    to.push(finding);
  };
  return {
    errors,
    warnings,
    error: (...about) => add(errors, ...about),
    warn: (...about) => add(warnings, ...about),
  };
}
