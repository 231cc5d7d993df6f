import type {Context} from '@lit/context';

import {BaseElement} from '@baken/elements/parts/base-element';
import {nearestLanguage} from '@baken/elements/parts/nearest-language';
import {gemeenteContext} from '@baken/elements/services';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {loadGemeente} from './load-gemeente.js';

type Callback = (gemeente: CompiledGemeente | undefined, unsubscribe?: () => void) => void;

interface ContextRequest extends Event {
  readonly context?: Context<unknown, unknown>;
  readonly contextTarget?: unknown;
  readonly callback?: Callback;
  readonly subscribe?: boolean;
}

interface Consumer {
  readonly target: Node;
  readonly callback: Callback;
  readonly isSubscribed: boolean;
  /** The same function for every answer: a consumer takes another one for another provider, and calls the old one. */
  readonly unsubscribe: () => void;
}

/**
 * Provides the compiled file of one gemeente to all widgets inside, each in the language in force where it stands.
 * Loads nothing before a widget asks. Any script on the page can ask too: the file is public, and frozen.
 *
 * @summary Says once, for all widgets inside, which gemeente this is.
 * @tag baken-gemeente
 * @slot - The widgets, and whatever the page puts around them.
 * @attribute {string} config-src - Where the file of the gemeente is, `/assets/blaricum.json`.
 * @attribute {string} config-integrity - The hash that the file must have (`sha384-…`); of each language, with spaces.
 */
export class GemeenteElement extends BaseElement {
  static readonly observedAttributes = ['config-src', 'config-integrity', 'lang'];

  readonly #consumers = new Map<Callback, Consumer>();
  #isChanging = false;

  constructor() {
    super();
    this.addEventListener('context-request', this.#handleRequest);
  }

  attributeChangedCallback(): void {
    if (this.#isChanging || this.#consumers.size === 0) return;
    this.#isChanging = true;
    // Once for all attributes that change together: an address with the hash of another file would be refused.
    queueMicrotask(() => {
      this.#isChanging = false;
      for (const consumer of [...this.#consumers.values()]) this.#serve({...consumer});
    });
  }

  readonly #handleRequest = (event: Event): void => {
    const {context, contextTarget, callback, subscribe} = event as ContextRequest;
    if (context !== gemeenteContext || typeof callback !== 'function') return;
    event.stopPropagation();
    const target = contextTarget instanceof Node ? contextTarget : this;
    const unsubscribe =
      this.#consumers.get(callback)?.unsubscribe ??
      (() => {
        this.#consumers.delete(callback);
      });
    this.#serve({target, callback, isSubscribed: subscribe === true, unsubscribe});
  };

  #serve(consumer: Consumer): void {
    this.#consumers.set(consumer.callback, consumer);
    void this.#load(consumer.target).then((gemeente) => {
      // A newer request of the same widget, or its end, makes this answer void.
      if (this.#consumers.get(consumer.callback) !== consumer) return;
      if (!consumer.isSubscribed) this.#consumers.delete(consumer.callback);
      consumer.callback(gemeente, consumer.unsubscribe);
    });
  }

  async #load(target: Node): Promise<CompiledGemeente | undefined> {
    const src = this.getAttribute('config-src');
    if (!src) {
      console.error('Baken: <baken-gemeente> needs config-src.');
      return undefined;
    }
    const integrity = this.getAttribute('config-integrity') ?? undefined;
    try {
      return await loadGemeente({src, integrity, language: nearestLanguage(target) ?? ''});
    } catch (error) {
      console.error(String(error));
      return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baken-gemeente': GemeenteElement;
  }
}
