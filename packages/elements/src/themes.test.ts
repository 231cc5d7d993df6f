import {expect} from '@open-wc/testing';
import {readFile, writeFile} from '@web/test-runner-commands';
import {render} from 'lit';

import {bridge} from '@baken/theme/bridge';

import {contrast, measureContrast, paint, type Pair, type Shade} from '../../../test/support/measure-contrast.js';
import {openRoot} from '../../../test/support/open-root.js';
import {type BrandPart, type Theme, themes, titleOf} from '../../../test/support/themes.js';
import {type ThemeRow, type ThemeSummary, writeThemes} from '../../../test/support/write-themes.js';

// Before a widget makes its style sheets: what only a pointer or a keyboard does, an attribute does too.
const {replaceSync} = CSSStyleSheet.prototype;
const withStates = (css: string): string =>
  css
    .replaceAll(':focus-visible', ':is(:focus-visible, [data-focus])')
    .replaceAll(/:focus(?![-\w])/g, ':is(:focus, [data-focus])')
    .replaceAll(':hover', ':is(:hover, [data-hover])');
CSSStyleSheet.prototype.replaceSync = function (css) {
  replaceSync.call(this, withStates(css));
};

const isChromium = 'userAgentData' in navigator;
/** One of each widget; Chromium does all. */
const sample = new Set(['danger, nothing chosen', 'describe', 'describe, empty', 'review', 'open', 'a link that opens the form']);

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
  ]);
  const {exampleGemeente, signalFormExamples} = await import('./signal-form/signal-form.examples.js');
  const {contactCardExamples, drawExample} = await import('./contact-card/contact-card.examples.js');
  const {reportButtonExamples} = await import('./report-button/report-button.examples.js');
  const {quickExitExamples} = await import('./quick-exit/quick-exit.examples.js');
  return [
    ...signalFormExamples.map(({name, reach}) => ({
      name,
      show: async (place: HTMLElement) => {
        const form = document.createElement('baken-signal-form');
        form.gemeente = exampleGemeente('nl');
        place.append(form);
        await form.updateComplete;
        await reach(form);
      },
    })),
    ...contactCardExamples.map((example) => ({
      name: example.name,
      show: async (place: HTMLElement) => {
        render(drawExample(example), place);
        await place.querySelector('baken-contact-card')?.updateComplete;
      },
    })),
    ...[...reportButtonExamples, ...quickExitExamples].map((example) => ({
      name: example.name,
      show: async (place: HTMLElement) => {
        render(example.render(), place);
        await place.querySelector('baken-quick-exit')?.updateComplete;
      },
    })),
  ].filter(({name}) => isChromium || sample.has(name));
}

/** A part of a page in a theme. */
function createPlace(): HTMLElement {
  const place = document.createElement('div');
  place.lang = 'nl';
  place.style.background = 'Canvas';
  document.body.append(place);
  return place;
}

function dress(place: HTMLElement, {classes, scheme}: Theme): void {
  place.className = classes;
  place.style.colorScheme = scheme;
}

/** Every element of a widget, through its roots. */
function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const root of [element, element.shadowRoot]) {
    for (const child of root?.children ?? []) yield* everyElement(child);
  }
}

const states = ['', 'data-hover', 'data-focus'];

const colorOf = (element: Element): Shade => paint(getComputedStyle(element).color);

/** Draws a private property of the theme, and what a page says of it, on a plain element inside a widget. */
function probe(place: HTMLElement): {readonly read: (value: string) => Shade; readonly style: CSSStyleDeclaration} {
  const form = place.querySelector('baken-signal-form');
  const box = form && openRoot(form).querySelector('.baken');
  const element = document.createElement('i');
  box?.append(element);
  return {
    read: (value) => {
      element.style.color = value;
      return colorOf(element);
    },
    style: element.style,
  };
}

/** What a theme says of each property, and what is drawn, as the browser sees it. */
function readRows(place: HTMLElement): readonly ThemeRow[] {
  const {read} = probe(place);
  const page = getComputedStyle(place);
  return Object.entries(bridge.properties).map(([property, {names, on, least, default: ours}]) => {
    const name = names.find((one) => page.getPropertyValue(one) !== '');
    if (name === undefined) return {property, state: 'default'};
    if (on === undefined || least === undefined) return {property, state: 'found', name};
    const theirs = read(`var(${name}, ${ours})`);
    const ratio = contrast(theirs, read(`var(--_${on})`));
    const isDrawn = theirs.every((channel, at) => Math.abs(channel - (read(`var(--_${property})`)[at] ?? 0)) <= 1);
    return {property, state: isDrawn ? 'found' : 'replaced', name, ratio, on, least};
  });
}

describe('the widgets in a theme', function () {
  this.timeout(280_000);

  const pairs = new Map<Theme, Pair[]>(themes.map((theme) => [theme, []]));
  const rows = new Map<Theme, readonly ThemeRow[]>();
  const drawn = new Map<Theme, Readonly<Record<BrandPart, {readonly theirs: string; readonly ours: string}>>>();

  /** What a visitor recognises the gemeente by: what the theme says, and what is drawn. */
  const readBrand = (place: HTMLElement, theme: Theme): void => {
    const {read, style} = probe(place);
    const form = place.querySelector('baken-signal-form');
    const root = form && openRoot(form);
    const part = (selector: string): CSSStyleDeclaration => {
      const found = root?.querySelector(selector);
      if (!found) throw new Error(`There is no ${selector}.`);
      return getComputedStyle(found);
    };
    const color = (name: BrandPart, value: string) => ({
      theirs: read(`var(${theme.brand[name] ?? '--none'}, red)`).join(),
      ours: paint(value).join(),
    });
    style.fontFamily = `var(${theme.brand.font ?? '--none'}, none)`;
    const font = place.ownerDocument.createElement('b');
    font.style.fontFamily = style.fontFamily;
    place.append(font);
    drawn.set(theme, {
      font: {theirs: getComputedStyle(font).fontFamily, ours: part('.label').fontFamily},
      button: color('button', part('.buttons > .button').backgroundColor),
      'on-button': color('on-button', part('.buttons > .button').color),
      link: color('link', part('.side a').color),
      'input-border': color('input-border', part('textarea').borderTopColor),
    });
    font.remove();
  };

  before(async () => {
    const files = [...new Set(themes.flatMap((theme) => theme.files.map((file) => `/node_modules/${file}`)))];
    for (const file of [...files, '/packages/embed/src/baken.css']) {
      const answer = await fetch(file);
      if (!answer.ok) throw new Error(`${file} is not there. Install the packages: npm ci --ignore-scripts.`);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await answer.text());
      document.adoptedStyleSheets.push(sheet);
    }
    for (const example of await listExamples()) {
      const place = createPlace();
      await example.show(place);
      const elements = [...everyElement(place)].filter((element) => element !== place);
      for (const state of states) {
        for (const element of state ? elements : []) element.setAttribute(state, '');
        for (const theme of themes) {
          dress(place, theme);
          const named = measureContrast(place, [255, 255, 255]);
          pairs.get(theme)?.push(...named.map((pair) => ({...pair, where: `${example.name}: ${pair.where} ${state}`})));
        }
        for (const element of state ? elements : []) element.removeAttribute(state);
      }
      if (example.name === 'describe') {
        for (const theme of themes) {
          dress(place, theme);
          rows.set(theme, readRows(place));
          readBrand(place, theme);
        }
      }
      place.remove();
    }
  });

  const lowest = (theme: Theme, isText: boolean): Pair | undefined =>
    pairs
      .get(theme)
      ?.filter(({kind}) => (kind === 'text') === isText)
      .reduce((one, other) => (other.ratio < one.ratio ? other : one));

  for (const theme of themes) {
    it(`can be read in every state: ${titleOf(theme)}`, () => {
      const all = pairs.get(theme) ?? [];
      expect(all.length).to.be.greaterThan(100);
      for (const kind of ['text', 'border', 'ring', 'icon', 'tick'] as const) {
        expect(all.some((pair) => pair.kind === kind), `${kind} was measured`).to.equal(true);
      }
      // Firefox rounds the alpha of which the style sheet makes the choice.
      const slack = isChromium ? 0 : 0.02;
      const wrong = all.filter(({kind, ratio}) => ratio < (kind === 'text' ? 4.5 : 3) - slack);
      const said = wrong.map(({kind, ratio, where}) => `${kind} ${ratio.toFixed(2)} ${where}`);
      expect([...new Set(said)].slice(0, 20)).to.eql([]);
    });

    const named = Object.entries(theme.brand) as [BrandPart, string][];
    if (named.length === 0) continue;
    it(`show the font, the button, the link and the edge of a field: ${titleOf(theme)}`, () => {
      const replaced = rows.get(theme)?.filter(({state}) => state === 'replaced').map(({property}) => property);
      for (const [part, token] of named) {
        if (replaced?.includes(part)) continue;
        const {theirs, ours} = drawn.get(theme)?.[part] ?? {};
        expect(ours, `${part} is ${token}`).to.equal(theirs);
      }
    });
  }

  if (!isChromium) return;
  it('are as docs/designers/themes.md says; if not, run `npm run themes`', async () => {
    const summaries: readonly ThemeSummary[] = themes.map((theme) => ({
      title: titleOf(theme),
      rows: rows.get(theme) ?? [],
      text: lowest(theme, true)?.ratio ?? 0,
      others: lowest(theme, false)?.ratio ?? 0,
    }));
    const path = '../../../docs/designers/themes.md';
    const written = writeThemes(summaries);
    const before = await readFile({path});
    if (before?.trim() === 'write') return writeFile({path, content: written});
    const lines = before?.split('\n');
    // Only what differs: a failure that prints the whole file twice is read by nobody.
    expect(written.split('\n').filter((line, index) => line !== lines?.[index])).to.deep.equal([]);
    expect(before).to.have.lengthOf(written.length);
  });
});
