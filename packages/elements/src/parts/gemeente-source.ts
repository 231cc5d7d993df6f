import {ContextEvent} from '@lit/context';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {gemeenteContext, getServices, isAccepted} from '../services.js';
import {nearestLanguage} from './nearest-language.js';

/** An element that takes its gemeente in one of the three ways. */
export interface GemeenteHost extends HTMLElement {
  configSrc: string | undefined;
  configIntegrity: string | undefined;
  gemeente: CompiledGemeente | undefined;
  requestUpdate(): void;
}

/** Any script on the page may provide: what it gives us to call may throw. */
function attempt(step: (() => void) | undefined): void {
  try {
    step?.();
  } catch {
    // It is not ours; we let go of it all the same.
  }
}

/**
 * Finds the compiled file for a widget: its property, else its `config-src`, else the `baken-gemeente` around it.
 * The widget calls the methods `host…` when it enters or leaves the page, and before it is drawn.
 */
export class GemeenteSource {
  readonly #host: GemeenteHost;
  #provided: CompiledGemeente | undefined;
  #unsubscribe: (() => void) | undefined;
  /** What was asked last; an answer to an earlier question may come later. */
  #handle: unknown;
  #asked = '';
  #src: string | undefined;
  #loaded: CompiledGemeente | undefined;

  constructor(host: GemeenteHost) {
    this.#host = host;
  }

  /** The accepted file, or nothing: not there yet, refused, or put in by someone else. */
  get gemeente(): CompiledGemeente | undefined {
    const {configSrc, gemeente} = this.#host;
    const found = gemeente ?? (configSrc === undefined ? this.#provided : this.#loaded);
    return isAccepted(found) ? found : undefined;
  }

  hostConnected(): void {
    const handle = (gemeente: CompiledGemeente | undefined, unsubscribe?: () => void): void => {
      const isLate = this.#handle !== handle;
      // Moved meanwhile, or another provider took over: the one before must not answer any more.
      if (unsubscribe !== this.#unsubscribe) attempt(isLate ? unsubscribe : this.#unsubscribe);
      if (isLate) return;
      this.#unsubscribe = unsubscribe;
      this.#provided = gemeente;
      this.#host.requestUpdate();
    };
    this.#handle = handle;
    this.#host.dispatchEvent(new ContextEvent(gemeenteContext, this.#host, handle, true));
  }

  hostDisconnected(): void {
    const unsubscribe = this.#unsubscribe;
    this.#handle = this.#unsubscribe = undefined;
    attempt(unsubscribe);
  }

  hostUpdate(): void {
    const {configSrc: src, configIntegrity: integrity, isConnected} = this.#host;
    const language = nearestLanguage(this.#host) ?? '';
    // Off the page nobody waits for a file, and there is no language in force.
    const isWaiting = src !== undefined && isConnected;
    const asked = isWaiting ? [src, integrity, language].join(' ') : '';
    if (asked === this.#asked) return;
    // In another language the file that is there stays until the other one is: a page may change `lang` at any time.
    if (src !== this.#src) this.#loaded = undefined;
    this.#src = src;
    this.#asked = asked;
    if (isWaiting) void this.#load({src, integrity, language}, asked);
  }

  async #load(source: {src: string; integrity: string | undefined; language: string}, asked: string): Promise<void> {
    const isWanted = (): boolean => asked === this.#asked;
    try {
      const loaded = await getServices()?.load(source, isWanted);
      if (!isWanted()) return;
      this.#loaded = loaded;
      this.#host.requestUpdate();
    } catch (error) {
      if (isWanted()) console.error(String(error));
    }
  }
}
