import {expect} from '@open-wc/testing';
import {render} from 'lit';

import {type HostilePage, hostilePages} from '../../../test/support/hostile-pages.js';
import {measureContrast, paint} from '../../../test/support/measure-contrast.js';

/** What a page can hand down to a widget, and someone sees or feels. */
const handedDown = [
  'visibility', 'cursor', 'userSelect', 'pointerEvents', 'textTransform', 'letterSpacing', 'wordSpacing', 'textIndent',
  'textAlign', 'whiteSpace', 'wordBreak', 'listStylePosition', 'textShadow', 'webkitTextFillColor', 'color',
] as const;

/** The column of a page, in pixels: of a wide window, and of one at 400 %. */
const widths = [1000, 320] as const;

interface Shape {
  readonly name: string;
  /** From the left and the top of the column, and how wide and high, in pixels. */
  readonly box: readonly number[];
  readonly style: readonly string[];
  /** Of the page: a link, or what stands around the box of a widget. */
  readonly isPage: boolean;
  /** It has no language of its own, and so the direction of the page. */
  readonly isPlaced: boolean;
}

interface Drawing {
  readonly shapes: readonly Shape[];
  readonly contrasts: readonly string[];
}

interface Example {
  readonly name: string;
  readonly show: (place: HTMLElement) => Promise<void>;
}

async function listExamples(): Promise<readonly Example[]> {
  await Promise.all([
    import('./signal-form/define.js'),
    import('./contact-card/define.js'),
    import('./report-button/define.js'),
    import('./quick-exit/define.js'),
    import('./meldroute-wizard/define.js'),
    import('./risk-checklist/define.js'),
  ]);
  const form = await import('./signal-form/signal-form.examples.js');
  const card = await import('./contact-card/contact-card.examples.js');
  const wizard = await import('./meldroute-wizard/meldroute-wizard.examples.js');
  const checklist = await import('./risk-checklist/risk-checklist.examples.js');
  const {reportButtonExamples} = await import('./report-button/report-button.examples.js');
  const {quickExitExamples} = await import('./quick-exit/quick-exit.examples.js');

  const find = <T extends {readonly name: string}>(examples: readonly T[], name: string): T => {
    const found = examples.find((one) => one.name === name);
    if (!found) throw new Error(`There is no example "${name}".`);
    return found;
  };
  return [
    ...['danger, nothing chosen', 'call 112', 'describe, empty', 'review'].map((name) => ({
      name: `the form: ${name}`,
      show: async (place: HTMLElement) => {
        const element = document.createElement('baken-signal-form');
        element.gemeente = form.exampleGemeente('nl');
        place.append(element);
        await element.updateComplete;
        await find(form.signalFormExamples, name).reach(element);
      },
    })),
    ...['about whom, nothing chosen', 'record, empty', 'result'].map((name) => ({
      name: `the wizard: ${name}`,
      show: async (place: HTMLElement) => {
        const element = document.createElement('baken-meldroute-wizard');
        element.gemeente = wizard.exampleStaff('nl');
        place.append(element);
        await element.updateComplete;
        await find(wizard.meldrouteWizardExamples, name).reach(element);
      },
    })),
    ...['searched', 'practice, all seen'].map((name) => ({
      name: `the checklist: ${name}`,
      show: async (place: HTMLElement) => {
        const element = document.createElement('baken-risk-checklist');
        element.gemeente = checklist.exampleStaff('nl');
        place.append(element);
        await element.updateComplete;
        await find(checklist.riskChecklistExamples, name).reach(element);
      },
    })),
    ...['closed, others open', 'a page with contacts'].map((name) => ({
      name: `the card: ${name}`,
      show: async (place: HTMLElement) => {
        render(card.drawExample(find(card.contactCardExamples, name)), place);
        await place.querySelector('baken-contact-card')?.updateComplete;
      },
    })),
    ...[...reportButtonExamples.slice(0, 1), ...quickExitExamples.slice(0, 1)].map((example) => ({
      name: `the link: ${example.name}`,
      show: async (place: HTMLElement) => {
        render(example.render(), place);
        await place.querySelector('baken-quick-exit')?.updateComplete;
      },
    })),
  ];
}

/** The column of a page. Its own box is not what is tried, so no rule of the page changes that. */
function createPlace(width: number): HTMLElement {
  const place = document.createElement('div');
  place.lang = 'nl';
  const own = {display: 'block', position: 'absolute', inset: '0 auto auto 0', width: `${width}px`, margin: '0',
    padding: '0', border: '0', background: '#fff', 'color-scheme': 'light'};
  for (const [name, value] of Object.entries(own)) place.style.setProperty(name, value, 'important');
  document.body.append(place);
  return place;
}

/** Every element in the widgets of a place, through their roots. */
function* everyElement(element: Element): Generator<Element> {
  for (const root of [element, element.shadowRoot]) {
    for (const child of root?.children ?? []) {
      yield child;
      yield* everyElement(child);
    }
  }
}

function nameOf(element: Element): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `${element.localName}${classes} "${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 20)}"`;
}

function draw(place: HTMLElement): Drawing {
  // As a page that starts with this style sheet: WebKit keeps the height of a fieldset when the root's letters shrink.
  place.style.setProperty('display', 'none', 'important');
  place.getBoundingClientRect();
  place.style.setProperty('display', 'block', 'important');
  scrollTo(0, 0);
  const {left, top} = place.getBoundingClientRect();
  const shapes = [...everyElement(place)]
    // A widget draws nothing by itself: `all: unset` makes it a line, around a box that is as it was.
    .filter(({localName}) => !localName.startsWith('baken-') && localName !== 'option')
    .map((element): Shape => {
      const rect = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return {
        name: nameOf(element),
        box: [rect.left - left, rect.top - top, rect.width, rect.height],
        style: handedDown.map((name) => `${name}: ${style[name]}`),
        isPage: element.closest('.baken, [role=status]') === null,
        isPlaced: element.closest('[lang]') === null || element.closest('[lang]') === place,
      };
    });
  const contrasts = measureContrast(place, paint('#fff')).map(({kind, ratio, where}) => `${kind} ${ratio.toFixed(1)} ${where}`);
  return {shapes, contrasts};
}

/** What someone would see of a page: nothing, or what differs. */
function listDifferences(clean: Drawing, other: Drawing, {links, grows}: HostilePage): readonly string[] {
  if (clean.shapes.length !== other.shapes.length) return ['There are more elements, or less.'];
  return other.shapes.flatMap((shape, index) => {
    const {name, box, style, isPage, isPlaced} = clean.shapes[index] ?? shape;
    const isMoved = shape.box.some((value, at) => {
      if (isPlaced && links === 'place' && at === 0) return false;
      // A link of the page may have other letters, and stand elsewhere, but it is never smaller.
      if (isPage && links === 'letters') return at >= 2 && value < (box[at] ?? 0) - 2;
      return Math.abs(value - (box[at] ?? 0)) > 2;
    });
    const changed = isPage ? [] : shape.style.filter((one, at) => one !== style[at]);
    if (!grows && isMoved) changed.push(`${box.map(Math.round)} is now ${shape.box.map(Math.round)}`);
    return changed.map((one) => `${name}: ${one}`);
  });
}

describe('a page with hostile CSS', function () {
  this.timeout(280_000);

  const languages = new Set<string>();
  const found = new Map<HostilePage, string[]>(hostilePages.map((page) => [page, []]));

  before(async () => {
    const answer = await fetch('/packages/embed/src/baken.css');
    const own = new CSSStyleSheet();
    own.replaceSync(await answer.text());
    const hostile = new CSSStyleSheet();
    // The page comes last: what is as strong as ours wins.
    document.adoptedStyleSheets = [own, hostile];
    // A page that is longer in one of the styles must not be narrower for that.
    document.documentElement.style.setProperty('overflow-y', 'scroll', 'important');
    for (const width of widths) {
      for (const {name, show} of await listExamples()) {
        const place = createPlace(width);
        await show(place);
        const clean = draw(place);
        for (const box of [...everyElement(place)].filter((element) => element.matches('.baken'))) {
          const {webkitLocale} = getComputedStyle(box) as CSSStyleDeclaration & {readonly webkitLocale?: string};
          languages.add(webkitLocale ?? '"nl"');
        }
        for (const page of hostilePages) {
          hostile.replaceSync(page.css);
          document.documentElement.dir = page.dir ?? '';
          const drawn = draw(place);
          const say = (one: string): unknown => found.get(page)?.push(`${width} px, ${name}: ${one}`);
          for (const one of listDifferences(clean, drawn, page)) say(one);
          const isSame = page.links === 'gone' || page.grows;
          for (const one of isSame ? [] : drawn.contrasts) if (!clean.contrasts.includes(one)) say(one);
          // Letters of 40 px do not fit in 320 px: there someone scrolls to the side, and only there.
          const isNarrow = page.grows && width < 640;
          for (const {name: part, box, isPage} of isNarrow ? [] : drawn.shapes) {
            const [x = 0, , w = 0] = box;
            if (isPage && page.links === 'letters') continue;
            if (x < -1 || x + w > width + 1) say(`sticks out: ${part} ${box.map(Math.round)}`);
          }
          hostile.replaceSync('');
          document.documentElement.dir = '';
        }
        place.remove();
      }
    }
  });
  after(() => {
    document.adoptedStyleSheets = [];
    document.documentElement.removeAttribute('style');
  });

  it('is no reason to forget the language, which Chromium tells a screen reader by the style of the words', () => {
    // Firefox has no such property: it reads the attribute.
    expect([...languages].map((language) => language.replaceAll('"', ''))).to.eql(['nl']);
  });

  for (const page of hostilePages) {
    it(`changes nothing that someone sees of a widget: ${page.name}`, () => {
      const differences = found.get(page) ?? [];
      expect(differences.slice(0, 25), `${differences.length} differences`).to.eql([]);
    });
  }
});
