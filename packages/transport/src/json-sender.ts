import {classifyAnswer, NO_ANSWER, type Verdict} from '@baken/model/rules/delivery';
import type {Envelope, Receipt} from '@baken/model/rules/signal';

import {DeliveryError} from './delivery-error.js';

/** Sends one signal once. Resolves when the backend proved that it is stored. */
export type Send = (envelope: Envelope, signal?: AbortSignal) => Promise<Receipt>;

// Taken when the module loads, so that a page that replaces them later does not see what we send.
const {fetch, TextEncoder} = globalThis;

/** Browsers share 64 KiB among all requests that may outlive the page. */
const LONGEST_KEEPALIVE = 60 * 1024;

/**
 * Makes the sender for a backend that takes the signal as JSON. Each call is one request to `url`, and nothing else.
 * It carries no cookie, unless `credentials` says `same-origin`: then those of the page's own origin.
 * Rejects with a `DeliveryError`. It has no limit of time or size of its own: the abort signal ends it.
 */
export function createJsonSender(url: string, credentials: 'omit' | 'same-origin' = 'omit'): Send {
  return async (envelope, signal) => {
    const body = new TextEncoder().encode(envelope.body);
    let verdict: Verdict = NO_ANSWER;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body,
        mode: 'cors',
        credentials,
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
        keepalive: body.length <= LONGEST_KEEPALIVE,
        signal: signal ?? null,
      });
      const {status, headers} = response;
      const retryAfter = headers.get('retry-after');
      // Something else than JSON, or broken off: the status alone then says what it says.
      const answer: unknown = await response.json().catch(() => undefined);
      verdict = classifyAnswer({status, body: answer, retryAfter, now: Date.now()}, envelope);
    } catch {
      // No answer, a redirect, or out of time: the signal may have arrived.
    }
    if (verdict.kind === 'received') return verdict.receipt;
    throw new DeliveryError(verdict);
  };
}
