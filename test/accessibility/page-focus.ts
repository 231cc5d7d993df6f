// Runs in the browser: keeps what happens to the focus while a test presses Tab.
import {inspectElement, type Rect} from '../support/inspect-element.js';
import {controlsIn, describe, everyElement, openDialogIn, upFrom} from './page-checks.js';

/** What went wrong on a walk with Tab through one example. */
export interface Walked {
  /** Where Tab passed by a control, met it in another order than that of the document, or did not get out. */
  readonly order: readonly string[];
  readonly covered: readonly string[];
  readonly ringless: readonly string[];
  /** The words on the page are the same as before the walk. */
  readonly isSame: boolean;
}

const findFocused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** Tab stops once at a group of radio buttons: at the one that is chosen, or at one end. */
const stopOf = (control: Element): unknown =>
  control instanceof HTMLInputElement && control.type === 'radio' ? `radio ${control.name}` : control;

const wordsOf = (place: Element): string =>
  [place, ...everyElement(place)].map(({shadowRoot}) => shadowRoot?.textContent ?? '').join('') + place.textContent;

const hitAt = (x: number, y: number): Element | null => {
  let hit = document.elementFromPoint(x, y);
  for (let inner = hit; inner; inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null) {
    if (inner === hit && inner !== document.elementFromPoint(x, y)) break;
    hit = inner;
  }
  return hit;
};

/** The share of a control that is in sight, from 0 to 1. */
function shareInSight(control: Element, {x, y, width, height}: Rect): number {
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  const own = new Set<Element>([control, ...((control as Partial<HTMLInputElement>).labels ?? [])]);
  const hits = steps.flatMap((across) => steps.map((down) => hitAt(x + width * across, y + height * down)));
  return hits.filter((hit) => hit && [...upFrom(hit)].some((one) => own.has(one))).length / hits.length;
}

/** A walk over the controls of an example, from one button before it to one after it or the other way round. */
export class FocusWalk {
  readonly #place: Element;
  readonly #end: HTMLElement;
  readonly #isStrict: boolean;
  readonly #dialog: Element | undefined;
  readonly #stops: Element[] = [];
  readonly #covered: string[] = [];
  readonly #ringless: string[] = [];
  readonly #before: string;
  readonly #expected: readonly HTMLElement[];

  /** When not `isStrict`, a control may be covered for less than half: a high field in a low window. */
  constructor(
    place: Element,
    {start, end, isBack, isStrict}: {start: HTMLElement; end: HTMLElement; isBack: boolean; isStrict: boolean},
  ) {
    this.#place = place;
    this.#end = end;
    this.#isStrict = isStrict;
    this.#before = wordsOf(place);
    this.#dialog = openDialogIn(place);
    const inOrder = controlsIn(place);
    this.#expected = isBack ? inOrder.toReversed() : inOrder;
    // In a dialog the focus stays where the dialog put it.
    if (!this.#dialog) {
      start.focus();
      scrollTo(0, isBack ? document.documentElement.scrollHeight : 0);
    }
    addEventListener('keydown', this.#handleKey, true);
  }

  /** Presses of Tab that are enough to come to the end. */
  get presses(): number {
    return new Set(this.#expected.map(stopOf)).size + 2;
  }

  // Before Tab moves the focus, all that the last Tab did is done: scrolling too.
  readonly #handleKey = (event: Event): void => {
    const focused = findFocused();
    if (focused === this.#end) event.preventDefault();
    if (!focused || !this.#expected.some((control) => control === focused)) return;
    this.#stops.push(focused);
    const {hiddenBy, ringed, rect} = inspectElement(focused, []);
    const isCovered = hiddenBy !== undefined && (this.#isStrict || shareInSight(focused, rect) < 0.5);
    if (isCovered) this.#covered.push(`${describe(focused)} is hidden by ${hiddenBy}`);
    if (!ringed) this.#ringless.push(describe(focused));
  };

  /** Ends the walk and tells what it met. */
  finish(): Walked {
    removeEventListener('keydown', this.#handleKey, true);
    const expected = [...new Set(this.#expected.map(stopOf))];
    let met = this.#stops.map(stopOf);
    if (this.#dialog) {
      // Tab goes round in it, over the window of the browser.
      met = met.slice(0, expected.length);
      const first = met.indexOf(expected[0]);
      met = [...met.slice(first), ...met.slice(0, first)];
    }
    const name = (stop: unknown): string => (stop instanceof Element ? describe(stop) : String(stop));
    const at = Array.from({length: Math.max(met.length, expected.length)}, (_, index) => index)
      .find((index) => met[index] !== expected[index]);
    const order = at === undefined ? [] : [`stop ${at + 1} is ${name(met[at])}, not ${name(expected[at])}`];
    const focused = findFocused();
    if (!this.#dialog && focused !== this.#end) {
      order.push(`Tab ends at ${focused ? describe(focused) : 'nothing'}, not behind the widget`);
    }
    return {order, covered: this.#covered, ringless: this.#ringless, isSame: wordsOf(this.#place) === this.#before};
  }
}
