import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {isSafeUrl} from '@baken/model/rules/guard';

import {leaveCover} from './leave-cover.js';

/** Where to go, and the words of the layer that covers the page until then. */
export interface LeaveTarget {
  /** A neutral https page. Anything unsafe becomes an empty page. */
  readonly exitUrl: string;
  /** Without words the layer says the host name of the exit. */
  readonly words?: {readonly title: string; readonly link: string} | undefined;
}

/** Why to wipe: the visitor leaves at once, or the page is hidden by any navigation. */
export type LeaveReason = 'exit' | 'pagehide';

const wipes = new Set<(reason: LeaveReason) => void>();
let left: {readonly target: LeaveTarget; readonly location: Pick<Location, 'replace'>} | undefined;
let listening = false;

/** Leaving goes on, whatever fails on the way: a page that threw away `showModal` must not keep someone here. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    console.error('Baken: a step of leaving failed.', error instanceof Error ? error.name : '');
  }
}

function wipeAll(reason: LeaveReason): void {
  for (const wipe of wipes) attempt(() => wipe(reason));
}

function listen(): void {
  if (listening) return;
  listening = true;
  // A page that asks "leave this site?" must not hold who leaves; a handler that was there before ours still can.
  window.addEventListener('beforeunload', (event) => {
    if (left) event.stopImmediatePropagation();
  });
  window.addEventListener('pagehide', () => wipeAll(left ? 'exit' : 'pagehide'));
  window.addEventListener('pageshow', ({persisted}) => {
    if (persisted && left) leave(left.target, left.location);
  });
}

/**
 * Registers what wipes answers, and returns the way to unregister. Called at `exit` (wipe everything) and at every
 * `pagehide` (a send under way may keep its sealed bytes), because browsers restore whole pages on Back.
 */
export function onLeave(wipe: (reason: LeaveReason) => void): () => void {
  listen();
  wipes.add(wipe);
  return () => wipes.delete(wipe);
}

/**
 * Leaves at once: wipes, covers the page, takes the name off it, keeps it out of the referrer and replaces it.
 * All in this one call, in this order; `location` can be another one in tests.
 */
export function leave(target: LeaveTarget, location: Pick<Location, 'replace'> = window.location): void {
  const url = isSafeUrl(target.exitUrl) ? target.exitUrl : 'about:blank';
  const words = target.words ?? {title: new URL(url).host, link: new URL(url).host};
  left = {target, location};
  listen();
  wipeAll('exit');
  attempt(() => leaveCover({...words, url, go: () => location.replace(url)}));
  attempt(() => {
    document.title = words.title;
  });
  attempt(() => {
    const meta = document.createElement('meta');
    meta.name = 'referrer';
    meta.content = 'no-referrer';
    document.head.append(meta);
  });
  location.replace(url);
}

/** Where to go from the pages of a gemeente, and its words for it; a link on the page may say where instead. */
export function leaveTarget(gemeente: CompiledGemeente | undefined, exitUrl = gemeente?.exitUrl ?? ''): LeaveTarget {
  // A file without texts must not keep anyone here.
  const title = gemeente?.texts?.['leave.cover'];
  const link = gemeente?.texts?.['leave.link'];
  return {exitUrl, words: title && link ? {title, link} : undefined};
}

const WINDOW_MS = 5000;
const PRESSES = 3;

export interface LeaveKeysOptions {
  /** Called at the third press within five seconds. */
  readonly onLeave: () => void;
  /** Called after a press with how many are still needed (2, 1), and with 0 when the five seconds are over. */
  readonly onCount: (more: number) => void;
}

function inOpenDialog(start: Node): boolean {
  for (let at: Node | null = start; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at instanceof HTMLDialogElement && at.open) return true;
  }
  return false;
}

/**
 * Listens for Escape, three times within five seconds, wherever the focus is. It listens in capture on the window and
 * on the widget's own root, because a page may stop events on their way; and to key-up as well, because an open list
 * of a `select` keeps the key-down to itself. One press counts once, a held key too. Other keys do not reset the
 * count: hands shake. A press that ends the composing of a character does not count. The widget calls `hostConnected`
 * and `hostDisconnected` with its root.
 */
export class LeaveKeys {
  readonly #host: HTMLElement;
  readonly #options: LeaveKeysOptions;
  #presses: number[] = [];
  #last: Event | undefined;
  #down = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, options: LeaveKeysOptions) {
    this.#host = host;
    this.#options = options;
  }

  hostConnected(root: Node): void {
    this.#listen('addEventListener', root);
  }

  hostDisconnected(root: Node): void {
    this.#listen('removeEventListener', root);
    this.#reset();
  }

  /** One by one, not by a signal: older releases of zone.js take away all listeners of a type with the first. */
  #listen(how: 'addEventListener' | 'removeEventListener', root: Node): void {
    for (const target of [window, root]) {
      for (const type of ['keydown', 'keyup']) target[how](type, this.#handleKey, true);
    }
  }

  readonly #handleKey = (event: Event): void => {
    if (event === this.#last || !(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    this.#last = event;
    if (event.type === 'keyup') {
      const seen = this.#down;
      this.#down = false;
      if (!seen) this.#count();
      return;
    }
    // Escape would close the dialog around us, and the answers would be out of sight.
    if (inOpenDialog(this.#host)) event.preventDefault();
    this.#down = true;
    if (!event.repeat && !event.isComposing) this.#count();
  };

  #count(): void {
    const now = Date.now();
    this.#presses = [...this.#presses.filter((press) => now - press < WINDOW_MS), now];
    const more = PRESSES - this.#presses.length;
    clearTimeout(this.#timer);
    if (more <= 0) {
      this.#reset();
      this.#options.onLeave();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#reset();
      this.#options.onCount(0);
    }, WINDOW_MS);
    this.#options.onCount(more);
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.#presses = [];
  }
}
