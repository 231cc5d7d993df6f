import {ContextConsumer} from '@lit/context';
import type {LitElement, ReactiveController} from 'lit';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {gemeenteContext, getServices, isAccepted} from '../services.js';
import {nearestLanguage} from './nearest-language.js';

/** The public properties through which a widget takes its gemeente. */
export interface GemeenteHost extends LitElement {
  configSrc: string | undefined;
  configIntegrity: string | undefined;
  gemeente: CompiledGemeente | undefined;
}

/** Finds the compiled file for a widget: its property, else its `config-src`, else the `baken-gemeente` around it. */
export class GemeenteSource implements ReactiveController {
  readonly #host: GemeenteHost;
  readonly #context: ContextConsumer<typeof gemeenteContext, GemeenteHost>;
  #asked = '';
  #src: string | undefined;
  #loaded: CompiledGemeente | undefined;

  constructor(host: GemeenteHost) {
    this.#host = host;
    this.#context = new ContextConsumer(host, {context: gemeenteContext, subscribe: true});
    host.addController(this);
  }

  /** The accepted file, or nothing: not there yet, refused, or put in by someone else. */
  get gemeente(): CompiledGemeente | undefined {
    const {configSrc, gemeente} = this.#host;
    const found = gemeente ?? (configSrc === undefined ? this.#context.value : this.#loaded);
    return isAccepted(found) ? found : undefined;
  }

  hostUpdate(): void {
    const {configSrc: src, configIntegrity: integrity} = this.#host;
    const language = nearestLanguage(this.#host) ?? '';
    const asked = src === undefined ? '' : [src, integrity, language].join(' ');
    if (asked === this.#asked) return;
    // In another language the file that is there stays until the other one is: a page may change `lang` at any time.
    if (src !== this.#src) this.#loaded = undefined;
    this.#src = src;
    this.#asked = asked;
    if (src !== undefined) void this.#load({src, integrity, language}, asked);
  }

  async #load(source: {src: string; integrity: string | undefined; language: string}, asked: string): Promise<void> {
    try {
      const loaded = await getServices()?.load(source);
      if (asked !== this.#asked) return;
      this.#loaded = loaded;
      this.#host.requestUpdate();
    } catch (error) {
      console.error(String(error));
    }
  }
}
