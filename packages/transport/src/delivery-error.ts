import type {Verdict} from '@baken/model/rules/delivery';

/**
 * Tells why a try did not end in a receipt. A sender that rejects with anything else leaves the outcome uncertain.
 */
export class DeliveryError extends Error {
  readonly verdict: Exclude<Verdict, {kind: 'received'}>;

  constructor(verdict: Exclude<Verdict, {kind: 'received'}>) {
    super(verdict.kind);
    this.verdict = verdict;
  }
}
