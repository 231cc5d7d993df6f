import type {FieldProblem} from './problem.js';
import type {Receipt} from './signal.js';

/**
 * Where a signal stands. Three outcomes, never two: `received` (the backend proved that it is stored),
 * not sent (`waiting` with `unsent`, or `refused`), and `uncertain` (it may be stored: the visitor may send again).
 */
export type DeliveryState =
  | {readonly kind: 'sending'}
  /** `automatic`: the next try starts by itself. */
  | {readonly kind: 'waiting'; readonly outcome: 'unsent' | 'uncertain'; readonly automatic: boolean}
  | {readonly kind: 'refused'; readonly reason: 'invalid' | 'too-large' | 'other'; readonly problems: readonly FieldProblem[]}
  | {readonly kind: 'received'; readonly receipt: Receipt};

/** One signal on its way. The same bytes go out on every try, until a receipt, a refusal or `stop`. */
export interface Delivery {
  readonly state: DeliveryState;
  /** Tries at once instead of waiting for the next automatic try. */
  tryNow(): void;
  /** Starts no new try; a request under way may still arrive. */
  stop(): void;
}
