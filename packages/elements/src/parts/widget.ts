import {render, type TemplateResult} from 'lit/html.js';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {BaseElement} from './base-element.js';

/** Goes along with a widget: hears when it enters and leaves the page, and when it is about to be drawn. */
export interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdate?(): void;
}

/** The properties that are kept when a page sets them before the element is defined. */
const properties = ['configSrc', 'configIntegrity', 'topic', 'gemeente'] as const;

/** Draws one template into its own root, once for all that changed together: what our widgets need of a base class. */
export abstract class Widget extends BaseElement {
  static readonly observedAttributes = ['config-src', 'config-integrity', 'topic'];

  /** Where the widget is drawn. */
  readonly renderRoot: ShadowRoot;

  /** Settles when the last drawing that was asked for is done. */
  updateComplete: Promise<void> = Promise.resolve();

  readonly #controllers: Controller[] = [];
  #gemeente: CompiledGemeente | undefined;
  #isPending = false;
  /** It was on the page: before that nothing is asked and nothing is drawn. */
  #isStarted = false;

  constructor(styles: CSSStyleSheet[], mode: ShadowRootMode = 'open') {
    super();
    this.renderRoot = this.attachShadow({mode});
    this.renderRoot.adoptedStyleSheets = styles;
    for (const name of properties) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /** Where the file of the gemeente is, when no `baken-gemeente` stands around the widget. */
  get configSrc(): string | undefined {
    return this.#read('config-src');
  }

  set configSrc(value: string | undefined) {
    this.#write('config-src', value);
  }

  /** The hash that this file must have (`sha384-…`). */
  get configIntegrity(): string | undefined {
    return this.#read('config-integrity');
  }

  set configIntegrity(value: string | undefined) {
    this.#write('config-integrity', value);
  }

  /** The subject of the page, one of the topics of the gemeente: it chooses the first questions. */
  get topic(): string | undefined {
    return this.#read('topic');
  }

  set topic(value: string | undefined) {
    this.#write('topic', value);
  }

  /** The compiled file, from `acceptGemeente`. Anything else shows the fallback. */
  get gemeente(): CompiledGemeente | undefined {
    return this.#gemeente;
  }

  set gemeente(value: CompiledGemeente | undefined) {
    this.#gemeente = value;
    this.requestUpdate();
  }

  /** Lets something go along with this widget. */
  addController(controller: Controller): void {
    this.#controllers.push(controller);
  }

  connectedCallback(): void {
    this.#isStarted = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Draws soon: once, however often it is asked. */
  requestUpdate(): void {
    if (this.#isPending || !this.#isStarted) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      if (this.#isPending) this.performUpdate();
    });
  }

  /** Draws now. */
  performUpdate(): void {
    if (!this.#isStarted) return;
    this.#isPending = false;
    for (const controller of this.#controllers) controller.hostUpdate?.();
    this.update();
  }

  /** Puts what `render` gives into the root. */
  protected update(): void {
    render(this.render(), this.renderRoot);
  }

  /** Gives what the widget looks like now. */
  protected abstract render(): TemplateResult;

  #read(name: string): string | undefined {
    return this.getAttribute(name) ?? undefined;
  }

  #write(name: string, value: string | undefined): void {
    if (value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}
