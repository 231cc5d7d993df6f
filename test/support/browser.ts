import type {CDPSession} from 'puppeteer-core';

import type {Inspected} from './inspect-element.js';

/** The browser engines in which a resident must be able to send a signal. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/** The control that has focus, as assistive technology and the eye meet it. */
export interface Focused extends Inspected {
  /** The ARIA role, from the engine's own accessibility tree. */
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** The names of the groups around it, the nearest first: for a radio button the question. */
  readonly groups: readonly string[];
}

/** A request that a page made. `body` only where the engine tells it. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

/** What can be handed to a page and back. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | {readonly [key: string]: Json};

/** One tab, driven the way a person drives it: keys are the browser's own input, never events made by a script. */
export interface Page {
  readonly engine: Engine;
  /** What the page wrote on the console. WebKit: from the end of the first load on. */
  console(): Promise<readonly string[]>;
  /** Every request so far. WebKit: addresses only, from the performance entries of the page that is shown. */
  requests(): Promise<readonly PageRequest[]>;
  /** Opens an address and waits for its load event. */
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Presses one key, with `Shift+` before it if need be: `Tab`, `Shift+Tab`, `ArrowDown`, `Space`, `Enter`, `a`. */
  press(key: string): Promise<void>;
  /** Types a text, one key after the other. A line feed is Enter. */
  type(text: string): Promise<void>;
  /** Sizes the page in CSS pixels and gives the size it got: a window of WebKit's MiniBrowser has a least width. */
  viewport(width: number, height: number): Promise<{readonly width: number; readonly height: number}>;
  /** Runs a function in the page's own world. It sees nothing of the test but its arguments. Rejects if it throws. */
  evaluate<Args extends readonly Json[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Runs the source of a script in the page. */
  addScript(source: string): Promise<void>;
  /** Takes a PNG of what is in view; writes it to `path` if given. */
  screenshot(path?: string): Promise<Buffer>;
  /** Tells what has focus, through closed roots and dialogs too, or `undefined` if no control has. */
  focused(): Promise<Focused | undefined>;
  /** All words and field values on the page that a reader of the accessibility tree meets, closed roots included. */
  text(): Promise<string>;
  /** The protocol of Chromium's own tools, for what only it can do: throttling, emulation. */
  readonly cdp?: CDPSession;
  close(): Promise<void>;
}

/** A running browser. Every page has storage and a cache of its own. */
export interface Browser {
  readonly engine: Engine;
  /** Name and version, for a report. */
  readonly version: string;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** Makes the source of a call out of a function and its arguments, so that every engine runs the same text. */
export function toSource(run: (...args: never[]) => unknown, args: readonly Json[] = []): string {
  // The loader of the tests wraps inner functions in a call of `__name`, which no page has.
  return `((__name) => (${String(run)})(...${JSON.stringify(args)}))((of) => of)`;
}
