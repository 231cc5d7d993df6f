import {classifyAnswer, NO_ANSWER, type Verdict} from '@baken/model/rules/delivery';
import type {Envelope, Receipt} from '@baken/model/rules/signal';

import {DeliveryError} from './delivery-error.js';

/** Sends one signal once. Resolves when the backend proved that it is stored. */
export type Send = (envelope: Envelope, signal?: AbortSignal) => Promise<Receipt>;

// Taken when the module loads, so that a page that replaces them later does not see what we send.
const {fetch, TextEncoder} = globalThis;

/** Browsers share 64 KiB among all requests that may outlive the page. */
const LONGEST_KEEPALIVE = 60 * 1024;
const LONGEST_ANSWER = 64_000;

/** Reads an answer as JSON, or `undefined` when it is something else, too long or broken off. */
async function readJson(response: Response): Promise<unknown> {
  try {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let size = 0; reader && size <= LONGEST_ANSWER; ) {
      const {done, value} = await reader.read();
      if (done) return JSON.parse(text);
      size += value.length;
      text += decoder.decode(value, {stream: true});
    }
    await reader?.cancel();
  } catch {
    // Broken off, or no JSON.
  }
  return undefined;
}

/**
 * Makes the sender for a backend that takes the signal as JSON. Each call is one request to `url`, and nothing else.
 * It carries no cookie, unless `credentials` says `same-origin`: then those of the page's own origin. Rejects with a `DeliveryError`. It has no time limit of its own: the abort signal ends it.
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
      verdict = classifyAnswer({status, body: await readJson(response), retryAfter, now: Date.now()}, envelope);
    } catch {
      // No answer, a redirect, or out of time: the signal may have arrived.
    }
    if (verdict.kind === 'received') return verdict.receipt;
    throw new DeliveryError(verdict);
  };
}
