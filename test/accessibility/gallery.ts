// Runs in the browser: the page on which the tests of accessibility look at the examples of one widget.
import {render, type TemplateResult} from 'lit';

import {
  describe,
  everyElement,
  findCrowding,
  findForeign,
  findOverflow,
  findJumps,
  findSmallTargets,
  findSpeaking,
  hasNews,
  isSeen,
  markControls,
  type MarkedControl,
  spaceText,
} from './page-checks.js';
import {findFaint, findFaintRings, findOwnColours} from './page-colours.js';
import {FocusWalk, type Walked} from './page-focus.js';
import {PLACE, type WidgetName} from './widgets.js';

/** Puts an example on the page and waits until it is drawn. */
type Show = (place: HTMLElement) => Promise<void>;
type Shows = Readonly<Record<string, Show>>;

const language = document.documentElement.lang;

type Drawn = HTMLElement & {readonly updateComplete: Promise<void>};

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** The examples of a widget that a visitor brings into a state by using it. */
const reached = <Element extends Drawn>(
  make: () => Element,
  examples: readonly {readonly name: string; readonly reach: (element: Element) => Promise<void>}[],
): Shows =>
  Object.fromEntries(examples.map(({name, reach}) => [name, async (place) => {
    const element = make();
    place.append(element);
    await element.updateComplete;
    await reach(element);
  }]));

/** The examples of a widget that are drawn as they are. */
const drawn = (examples: readonly {readonly name: string; readonly render: () => TemplateResult}[]): Shows =>
  Object.fromEntries(examples.map(({name, render: draw}) => [name, async (place) => void render(draw(), place)]));

// Each page has one widget: the services of the examples are registered once in a page.
const open: Readonly<Record<WidgetName, () => Promise<Shows>>> = {
  'signal-form': async () => {
    await import('@baken/elements/signal-form/define');
    const {exampleGemeente, signalFormExamples} = await import('@baken/elements/signal-form/examples');
    const make = () =>
      Object.assign(document.createElement('baken-signal-form'), {gemeente: exampleGemeente(language)});
    return reached(make, signalFormExamples);
  },
  'report-button': async () => {
    await import('@baken/elements/report-button/define');
    const {registerFormLoader} = await import('@baken/elements/report-button');
    const {exampleGemeente} = await import('@baken/elements/signal-form/examples');
    const {reportButtonExamples} = await import('@baken/elements/report-button/examples');
    registerFormLoader(() => import('@baken/elements/signal-form/define'));
    document.addEventListener('context-request', (event) => {
      event.stopPropagation();
      (event as unknown as {callback(gemeente: unknown): void}).callback(exampleGemeente(language));
    });
    const shows = drawn(reportButtonExamples);
    const [closed] = Object.values(shows);
    return {
      ...shows,
      'the dialog, open': async (place) => {
        await closed?.(place);
        place.querySelector('a')?.click();
        const root = place.querySelector('baken-report-button')?.shadowRoot;
        while (!root?.querySelector('dialog')?.open) await frame();
        await root.querySelector<Drawn>('baken-signal-form')?.updateComplete;
      },
    };
  },
  'quick-exit': async () => {
    await import('@baken/elements/quick-exit/define');
    const {quickExitExamples} = await import('@baken/elements/quick-exit/examples');
    return drawn(quickExitExamples);
  },
  'contact-card': async () => {
    await import('@baken/elements/contact-card/define');
    const {contactCardExamples, drawExample} = await import('@baken/elements/contact-card/examples');
    return drawn(contactCardExamples.map((example) => ({name: example.name, render: () => drawExample(example, language)})));
  },
  'meldroute-wizard': async () => {
    await import('@baken/elements/meldroute-wizard/define');
    const {exampleStaff, meldrouteWizardExamples} = await import('@baken/elements/meldroute-wizard/examples');
    const make = () =>
      Object.assign(document.createElement('baken-meldroute-wizard'), {gemeente: exampleStaff(language)});
    return reached(make, meldrouteWizardExamples);
  },
  'risk-checklist': async () => {
    await import('@baken/elements/risk-checklist/define');
    const {exampleStaff, riskChecklistExamples} = await import('@baken/elements/risk-checklist/examples');
    const make = () =>
      Object.assign(document.createElement('baken-risk-checklist'), {gemeente: exampleStaff(language)});
    return reached(make, riskChecklistExamples);
  },
};

/** What a test asks of the page. */
export interface Gallery {
  readonly names: readonly string[];
  /** Takes away what was shown and shows a fresh example. */
  show(name: string): Promise<void>;
  /** Opens every fold of the example, or closes all that were opened so. */
  unfold(isOpen: boolean): Promise<void>;
  /** Whether this example has anything that those before it had not; words alone are nothing new. */
  hasNews(): boolean;
  /** Text that is cut off, sticks out of its box, or lies on something else. */
  crowding(): readonly string[];
  /** What is wider than the place of the example. */
  overflow(): readonly string[];
  /** Gives the example this width, whatever the window has; nothing gives it all there is. */
  narrow(width?: number): void;
  /** Gives text the distances of WCAG 1.4.12, or its own. */
  space(isSpaced: boolean): void;
  /** Sets the `color-scheme` of the page. */
  scheme(value: string): void;
  /** Makes the text of the page larger, as a setting of the browser does: 2 is twice as large. */
  enlarge(times: number): void;
  /** Texts of which nothing in the widget says the language. */
  foreign(): readonly string[];
  /** Drawings that are told, or that stand alone. */
  speaking(): readonly string[];
  /** Answers that take away the screen or the focus when they are chosen. */
  jumps(): Promise<readonly string[]>;
  /** Lets every timer of a second and more run out; gives how many there were. */
  elapse(): Promise<number>;
  /** Puts a sticky header of 120 px and a sticky footer of 80 px on the page, as hosts have, or takes them away. */
  frame(isThere: boolean): void;
  smallTargets(): readonly string[];
  markControls(): readonly MarkedControl[];
  faint(): readonly string[];
  faintRings(): readonly string[];
  /** Borders, drawings and rings that are not drawn or have a colour of their own. */
  ownColours(): readonly string[];
  /** What moves now, and what would move when it changes. */
  motion(): readonly string[];
  /** Counts clicks from here on, and lets none do anything. */
  catchClicks(): void;
  caughtClicks(): number;
  /** Starts a walk with Tab, or with Shift+Tab; gives how many presses are enough. */
  startWalk(isBack: boolean, isStrict: boolean): number;
  finishWalk(): Walked | undefined;
}

const shows = await open[location.pathname.slice(1) as WidgetName]();
const main = document.querySelector('main') ?? document.body;
const [before, after] = [document.createElement('button'), document.createElement('button')];
before.textContent = 'Ervoor';
after.textContent = 'Erna';
let place = document.createElement('section');
main.append(before, place, after);
const [header, footer] = [document.createElement('header'), document.createElement('footer')];
Object.assign(header.style, {position: 'sticky', insetBlockStart: '0', blockSize: '120px', background: 'Canvas', zIndex: 9});
Object.assign(footer.style, {position: 'sticky', insetBlockEnd: '0', blockSize: '80px', background: 'Canvas', zIndex: 9});
let walk: FocusWalk | undefined;
let clicks = 0;
let opened: readonly Element[] = [];
const catchClick = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
  clicks++;
};

const gallery: Gallery = {
  names: Object.keys(shows),
  async show(name) {
    const next = document.createElement('section');
    next.ariaLabel = PLACE;
    place.replaceWith(next);
    place = next;
    opened = [];
    spaceText(document.body, false);
    removeEventListener('click', catchClick, true);
    scrollTo(0, 0);
    await shows[name]?.(place);
    await frame();
  },
  async unfold(isOpen) {
    const closed = [...everyElement(place)].filter((one) => one.matches('details:not([open])'));
    const folds = isOpen ? closed : opened;
    for (const fold of folds) fold.toggleAttribute('open', isOpen);
    opened = isOpen ? [...opened, ...folds] : [];
    await frame();
  },
  hasNews: () => hasNews(place),
  crowding: () => findCrowding(place),
  overflow: () => findOverflow(place),
  narrow: (width) => void (place.style.inlineSize = width === undefined ? '' : `${width}px`),
  space: (isSpaced) => spaceText(place, isSpaced),
  scheme: (value) => void (document.documentElement.style.colorScheme = value),
  enlarge: (times) => void (document.documentElement.style.fontSize = `${times * 100}%`),
  foreign: () => findForeign(place),
  speaking: () => findSpeaking(place),
  jumps: () => findJumps(place, () => new Promise((resolve) => setTimeout(resolve))),
  async elapse() {
    const count = (globalThis as unknown as {elapse(): number}).elapse();
    await frame();
    return count;
  },
  frame(isThere) {
    if (isThere) {
      document.body.prepend(header);
      document.body.append(footer);
    } else {
      header.remove();
      footer.remove();
    }
  },
  smallTargets: () => findSmallTargets(place),
  markControls: () => markControls(place),
  faint: () => findFaint(place),
  faintRings: () => findFaintRings(place),
  ownColours: () => findOwnColours(place),
  motion: () =>
    [...everyElement(place)].filter(isSeen).flatMap((element) => {
      const {transitionDuration, scrollBehavior} = getComputedStyle(element);
      const isStill = !/[1-9]/.test(transitionDuration) && scrollBehavior === 'auto';
      // Its own and those of its pseudo-elements. The document tells nothing of what moves in a root.
      const moves = element.getAnimations({subtree: true})
        .filter(({effect}) => effect instanceof KeyframeEffect && effect.target === element)
        .map(() => `${describe(element)} moves`);
      return [...moves, ...(isStill ? [] : [`${describe(element)} moves when it changes`])];
    }),
  catchClicks() {
    clicks = 0;
    addEventListener('click', catchClick, true);
  },
  caughtClicks: () => clicks,
  startWalk(isBack, isStrict) {
    const [start, end] = isBack ? [after, before] : [before, after];
    walk = new FocusWalk(place, {start, end, isBack, isStrict});
    return walk.presses;
  },
  finishWalk: () => walk?.finish(),
};

Object.assign(globalThis, {gallery});
