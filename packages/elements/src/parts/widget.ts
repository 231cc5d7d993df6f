import {render, type TemplateResult} from 'lit/html.js';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {BaseElement} from './base-element.js';
import {GemeenteSource} from './gemeente-source.js';
import {LeaveKeys, onLeave} from './leave.js';

/** The properties that are kept when a page sets them before the element is defined. */
const properties = ['configSrc', 'configIntegrity', 'topic', 'gemeente'] as const;

/** Gives the root of a widget. No property of it does: a script of the page cannot get at a closed one. */
export let rootOf: (widget: Widget) => ShadowRoot;

/** Leaves as the widget does, also when a page put something else on it under this name. */
export const leaveFrom = (widget: Widget): void => (Object.getPrototypeOf(widget) as Widget).leave.call(widget);

/**
 * What our widgets have in common: a gemeente, three times Escape to leave, forgetting when the page is left, and one
 * template that is drawn into a root of their own, once for all that changed together.
 */
export abstract class Widget extends BaseElement {
  static readonly observedAttributes = ['config-src', 'config-integrity', 'topic'];

  /** Settles when the last drawing that was asked for is done. */
  updateComplete: Promise<void> = Promise.resolve();

  protected readonly source: GemeenteSource = new GemeenteSource(this);
  /** How many more presses of Escape leave the page; 0 when nobody pressed. */
  protected more = 0;
  readonly #root: ShadowRoot;
  readonly #keys = new LeaveKeys(this, {
    onLeave: () => leaveFrom(this),
    onCount: (more) => {
      this.more = more;
      this.requestUpdate();
    },
  });
  #gemeente: CompiledGemeente | undefined;
  #stopListening: (() => void) | undefined;
  #isPending = false;
  /** It was on the page: before that nothing is asked and nothing is drawn. */
  #isStarted = false;

  static {
    rootOf = (widget) => widget.#root;
  }

  constructor(styles: CSSStyleSheet[], mode: ShadowRootMode = 'open') {
    super();
    this.#root = this.attachShadow({mode});
    this.#root.adoptedStyleSheets = styles;
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

  connectedCallback(): void {
    this.#isStarted = true;
    this.source.hostConnected();
    this.#keys.hostConnected(this.#root);
    // A page that comes back from the back-forward cache must not show what was typed or chosen.
    this.#stopListening = onLeave(() => this.wipe());
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.source.hostDisconnected();
    this.#keys.hostDisconnected(this.#root);
    this.#stopListening?.();
    // Taken off the page, not moved: nothing would wipe it when the page is left, and nobody waits for its file.
    queueMicrotask(() => {
      if (!this.isConnected) this.wipe();
    });
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
    this.source.hostUpdate();
    this.update();
  }

  /** Puts what `render` gives into the root. */
  protected update(): void {
    render(this.render(), this.#root);
  }

  /** Forgets at once what was typed and chosen. A widget that keeps such things forgets them first. */
  wipe(): void {
    // Not a microtask later: on leaving there may be none before the page is frozen into the back-forward cache.
    this.performUpdate();
  }

  /** Leaves at once, as the leave button does. */
  abstract leave(): void;

  /** Gives what the widget looks like now. */
  protected abstract render(): TemplateResult;

  #read(name: string): string | undefined {
    return this.getAttribute(name) ?? undefined;
  }

  #write(name: string, value: string | undefined): void {
    if (value === undefined || value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}
