import type {Focused, Page} from './browser.js';
import {until} from './until.js';

/** How a person tells one control from another. A text must be the whole name. */
export interface Target {
  readonly role: string;
  readonly name?: string | RegExp;
  /** The question that the control belongs to. */
  readonly group?: string | RegExp;
}

/** Which way to go with Tab, and how far. */
export interface Direction {
  readonly limit?: number;
  readonly back?: boolean;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Engines differ in the spaces that they put between the parts of a name. */
export const isSameName = (one: string, other: string): boolean => one.replace(/\s/g, '') === other.replace(/\s/g, '');

const fits = (wanted: string | RegExp | undefined, found: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? isSameName(wanted, found) : wanted.test(tidy(found)));

const matches = (target: Target, focused: Focused): boolean =>
  focused.role === target.role &&
  fits(target.name, focused.name) &&
  (target.group === undefined || focused.groups.some((group) => fits(target.group, group)));

const describe = ({role, name, groups}: Focused): string =>
  `${role} "${tidy(name)}"${groups[0] ? ` of "${tidy(groups[0])}"` : ''}`;

const describeTarget = ({role, name, group}: Target): string =>
  `${role}${name === undefined ? '' : ` ${String(name)}`}${group === undefined ? '' : ` of ${String(group)}`}`;

/** A walk over a page with the keyboard alone. It rejects at a stop where a person would lose sight of the focus. */
export class Keyboard {
  readonly #page: Page;
  /** Every control that had focus, in order. */
  readonly stops: Focused[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Gives what has focus, or `undefined` outside the page. Rejects unless the focus is visible and unobscured. */
  async look(): Promise<Focused | undefined> {
    let focused = await this.#page.focused();
    // Some engines scroll to what has the focus a few frames later.
    for (const end = Date.now() + 1000; focused?.hiddenBy !== undefined && Date.now() < end;) {
      focused = await this.#page.focused();
    }
    if (!focused) return undefined;
    this.stops.push(focused);
    const where = `Stop ${this.stops.length}, ${describe(focused)}`;
    if (!focused.ringed) throw new Error(`${where}: no focus ring is drawn. Give it an outline at :focus-visible.`);
    if (focused.ringStays) {
      const before = this.stops.findLast((stop) => describe(stop) !== describe(focused));
      const last = before ? describe(before) : 'the control before';
      throw new Error(`${where}: ${last} looks the same without the focus, so it showed no focus. Give it a ring.`);
    }
    if (focused.hiddenBy !== undefined) {
      throw new Error(`${where}: hidden by ${focused.hiddenBy}. Scroll it into sight (scroll-padding, scroll-margin).`);
    }
    return focused;
  }

  /**
   * Goes to a control with Tab (`Shift+Tab` when `back`). Rejects after `limit` stops (60) with the stops it made.
   * Choose the direction in which the control lies: behind the end of the page is the window of the browser, and in
   * Firefox the keys of a test find no way back out of it.
   */
  async tabTo(target: Target, {limit = 60, back = false}: Direction = {}): Promise<Focused> {
    const made: string[] = [];
    for (let stop = 0; stop <= limit; stop++) {
      if (stop > 0) await this.#page.press(back ? 'Shift+Tab' : 'Tab');
      const focused = stop === 0 ? await this.#page.focused() : await this.look();
      if (focused && matches(target, focused)) return focused;
      made.push(focused ? describe(focused) : 'outside the page');
    }
    throw new Error(`No ${describeTarget(target)} within ${limit} stops. Stops: ${made.join('; ')}.`);
  }

  /** Chooses a radio button: Tab to its question, arrows to its name. Rejects when that does not choose it. */
  async choose(name: string | RegExp, group: string | RegExp): Promise<void> {
    let focused: Focused = await this.tabTo({role: 'radio', group});
    const target = {role: 'radio', name, group};
    const made: string[] = [];
    let arrow = 'ArrowDown';
    while (!matches(target, focused)) {
      made.push(describe(focused));
      await this.#page.press(arrow);
      const next = await this.look();
      const met = next && made.includes(describe(next));
      // WebKitGTK stops at the last radio button; the others start again at the first.
      if (met && describe(next) === made.at(-1) && arrow === 'ArrowDown') arrow = 'ArrowUp';
      else if (!next || (met && arrow === 'ArrowDown') || made.length > 60) {
        throw new Error(`No ${describeTarget(target)}. The arrows met ${[...new Set(made)].join('; ')}.`);
      }
      focused = next;
    }
    if (!focused.checked) await this.#page.press('Space');
    await this.#expectChecked(target);
  }

  /** Ticks a checkbox with Space. */
  async tick(name: string | RegExp, group?: string | RegExp): Promise<void> {
    const target = {role: 'checkbox', name, ...(group === undefined ? {} : {group})};
    const focused = await this.tabTo(target);
    if (!focused.checked) await this.#page.press('Space');
    await this.#expectChecked(target);
  }

  async #expectChecked(target: Target): Promise<void> {
    await until(`${describeTarget(target)} to be checked`, async () => {
      const focused = await this.#page.focused();
      return focused !== undefined && matches(target, focused) && focused.checked === true;
    });
  }

  /** Types into an empty field. Rejects unless the field then holds exactly the text. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo({role: 'textbox', name});
    await this.#page.type(text);
    const read = async () => (await this.#page.focused())?.value;
    await until(`the field ${String(name)} to hold the text`, async () => (await read()) === text, {
      explain: async () => `It holds ${JSON.stringify(await read())}.`,
    });
  }

  /** Goes to a button or link and presses a key on it: Enter, or Space. */
  async activate(target: Target, key: 'Enter' | 'Space' = 'Enter', direction: Direction = {}): Promise<void> {
    await this.tabTo(target, direction);
    await this.#page.press(key);
  }
}
