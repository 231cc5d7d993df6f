import {type FieldProblem, isRecord, readProblems} from './problem.js';
import type {Envelope, Receipt} from './signal.js';

/**
 * Where a signal stands. Three outcomes, never two: `received` (the backend proved that it is stored),
 * not sent (`waiting` with `unsent`, or `refused`), and `uncertain` (it may be stored: the visitor may send again).
 */
export type DeliveryState =
  | {readonly kind: 'sending'}
  /** `automatic`: the next try starts by itself, or runs already. `unsent` then means "not yet". */
  | {readonly kind: 'waiting'; readonly outcome: 'unsent' | 'uncertain'; readonly automatic: boolean}
  | Refusal
  | {readonly kind: 'received'; readonly receipt: Receipt};

/** The backend will not store this body. Only `invalid` has problems, at least one. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: 'invalid' | 'too-large' | 'other';
  readonly problems: readonly FieldProblem[];
}

/** One signal on its way. The same bytes go out on every try, until a receipt, a refusal or `stop`. */
export interface Delivery {
  readonly state: DeliveryState;
  /** Tries at once (two seconds after the last try at the earliest) instead of waiting for the next automatic try. */
  tryNow(): void;
  /**
   * Starts no new try; a request under way may still arrive, and its outcome is still told. `abort` breaks that request
   * off: it may have arrived all the same, so `state` is then `uncertain`, unless a receipt came first.
   */
  stop(abort?: boolean): void;
}

/** What one try came to. `unsent`: surely not stored. `retryAfter`: milliseconds that the backend asks for. */
export type Verdict =
  | {readonly kind: 'received'; readonly receipt: Receipt}
  | Refusal
  | {readonly kind: 'retry'; readonly outcome: 'unsent' | 'uncertain'; readonly retryAfter?: number | undefined};

/** The verdict on a try that gave no answer: the signal may have arrived before the line broke. */
export const NO_ANSWER: Verdict = {kind: 'retry', outcome: 'uncertain'};

/** Automatic tries end this many milliseconds after the first. */
export const AUTOMATIC = 600_000;

/** The least time between the starts of two tries, in milliseconds. So there are at most 30 in a minute. */
export const SHORTEST_GAP = 2000;

const BACKOFF_BASE = 1000;
const BACKOFF_CAP = 30_000;
const LONGEST_RETRY_AFTER = 120_000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads `Retry-After`, seconds or an HTTP date, as milliseconds from `now`, at most two minutes. */
function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait > 0 ? Math.min(wait, LONGEST_RETRY_AFTER) : undefined;
}

/**
 * Decides what the answer to one try means. `body` is the parsed JSON, `undefined` when there was none;
 * `now` is the time of the answer in milliseconds since 1970. Only 200 or 201 with our own `id` and `digest`
 * is proof of storage: a login page, a proxy or a cache can answer 200 as well.
 */
export function classifyAnswer(
  answer: {
    readonly status: number;
    readonly body: unknown;
    readonly retryAfter: string | null;
    readonly now: number;
  },
  envelope: Envelope,
): Verdict {
  const {status, body} = answer;
  if (status === 200 || status === 201) {
    if (!isRecord(body) || body['id'] !== envelope.id || body['digest'] !== envelope.digest) return NO_ANSWER;
    const {id, digest} = envelope;
    const receipt = {id, digest, reference: textOf(body['reference']), receivedAt: textOf(body['receivedAt'])};
    return {kind: 'received', receipt};
  }
  if (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) {
    const problems = status === 400 || status === 422 ? readProblems(body) : [];
    const reason = problems.length > 0 ? 'invalid' : status === 413 ? 'too-large' : 'other';
    return {kind: 'refused', reason, problems};
  }
  // A 503 too may come after the signal was stored: from a proxy, or from a backend whose database broke off.
  const outcome = status === 429 ? 'unsent' : 'uncertain';
  return {kind: 'retry', outcome, retryAfter: readRetryAfter(answer.retryAfter, answer.now)};
}

/**
 * Weighs a verdict after an earlier try that may have arrived. A receipt ends the doubt. So does a refusal that names
 * fields: who names them has read the signal, and would have refused the same bytes before. Any other refusal can
 * come from something in between and proves nothing about the earlier try.
 */
export function keepDoubt(verdict: Verdict, doubted: boolean): Verdict {
  if (!doubted || verdict.kind === 'received') return verdict;
  if (verdict.kind === 'refused') return verdict.reason === 'invalid' ? verdict : NO_ANSWER;
  return {...verdict, outcome: 'uncertain'};
}

/**
 * Says how many milliseconds to wait after this many tries: the shortest gap, plus a random part that doubles
 * (full jitter, so that visitors do not all return at once), at most 30 seconds. `random` is in [0, 1).
 */
export function backoff(tries: number, random: number): number {
  return SHORTEST_GAP + random * Math.min(BACKOFF_CAP - SHORTEST_GAP, BACKOFF_BASE * 2 ** (tries - 1));
}

/**
 * Says how many milliseconds one try may last: 15 seconds, and more for a large body on a slow line (8 kB/s). `length` is
 * in characters, most of which are one byte: to count bytes would show the body to a page that replaced what counts.
 */
export function timeLimit(length: number): number {
  return 15_000 + length / 8;
}
