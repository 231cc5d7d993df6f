import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';

import type {Page} from '../support/browser.js';
import {Faults, type OpenGallery} from './open-gallery.js';
import type {WidgetName} from './widgets.js';

interface Result {
  readonly id: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly any: readonly Check[];
    readonly all: readonly Check[];
    readonly none: readonly Check[];
  }[];
}

interface Check {
  readonly id: string;
  readonly data?: {readonly messageKey?: string} | null;
}

/** Everything in WCAG 2.2 A and AA that axe has a rule for; that for the size of targets is off unless asked. */
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: {'target-size': {enabled: true}},
  resultTypes: ['violations', 'incomplete'],
};

/** How an example is shown: in a language, light or dark, on a narrow or a wide page. */
export interface Cell {
  readonly language: string;
  readonly scheme: 'light' | 'dark';
  readonly width: 320 | 1280;
}

const staff: readonly WidgetName[] = ['meldroute-wizard', 'risk-checklist'];

/** Every way in which the examples of a widget are shown to axe; those for staff have Dutch and English. */
export const cellsOf = (widget: WidgetName): readonly Cell[] =>
  (staff.includes(widget) ? ['nl', 'en'] : ['nl', 'ar', 'pl']).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      ([320, 1280] as const).map((width) => ({language, scheme, width}))));

/** What axe found, and what it could not decide. Results are named without words: they are those of many places. */
export interface AxeFound {
  readonly runs: number;
  readonly violations: readonly string[];
  readonly incomplete: readonly string[];
}

async function runAxe(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (options) => {
    const {axe} = globalThis as unknown as {
      axe: {run(where: Document, how: object): Promise<Record<'violations' | 'incomplete', readonly Result[]>>};
    };
    const results = await axe.run(document, options as object);
    return (['violations', 'incomplete'] as const).flatMap((kind) =>
      results[kind].flatMap(({id, nodes}) =>
        nodes.map(({html, any, all, none}) => {
          const why = [...any, ...all, ...none].map((check) => check.data?.messageKey ?? check.id).join(',');
          const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
          const classes = [...(element?.classList ?? [])].map((name) => `.${name}`).join('');
          return `${kind} ${id} ${why} <${element?.localName}${classes}>`;
        })));
  }, options);
}

/** Shows the examples of a widget to axe, with every fold open, each in the cells that `choose` gives for its number. */
export async function findWithAxe(
  gallery: OpenGallery,
  widget: WidgetName,
  choose: (cells: readonly Cell[], example: number) => readonly Cell[],
): Promise<AxeFound> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const cells = cellsOf(widget);
  const violations = new Faults();
  const incomplete = new Set<string>();
  let runs = 0;
  let count: number | undefined;
  for (const language of new Set(cells.map((cell) => cell.language))) {
    const choice = (index: number) => choose(cells, index).filter((cell) => cell.language === language);
    if (count !== undefined && !Array.from({length: count}, (_, index) => choice(index)).flat().length) continue;
    const {page, names, ask, set} = await gallery.open(widget, language);
    count = names.length;
    await page.addScript(source);
    for (const [index, name] of names.entries()) {
      const chosen = choice(index);
      if (chosen.length === 0) continue;
      await ask('show', name);
      await ask('unfold', true);
      for (const {scheme, width} of chosen) {
        await set({size: [width, 900], media: {'prefers-color-scheme': scheme}});
        runs++;
        const lines = await runAxe(page);
        for (const line of lines) {
          if (line.startsWith('incomplete ')) incomplete.add(line.replace('incomplete ', ''));
          else violations.add(`${name}, ${language}, ${scheme}, ${width} px`, [line]);
        }
      }
    }
    await page.close();
  }
  return {runs, violations: violations.list(), incomplete: [...incomplete].toSorted()};
}

/** A result that axe leaves to people, and what a person decided. */
export interface Decision {
  readonly widget: WidgetName;
  readonly result: string;
  readonly decision: string;
  readonly on: string;
}

/** What is known of axe: the decisions, and the last time that all examples were shown in all cells. */
export interface AxeRecord {
  readonly decisions: readonly Decision[];
  readonly whole: {readonly on: string; readonly runs: number; readonly violations: number} | null;
}

/** The file with what is known of axe. */
export const axeFile = new URL('axe-incomplete.json', import.meta.url);

/** Reads what is known of axe. */
export const readAxeRecord = async (): Promise<AxeRecord> => JSON.parse(await readFile(axeFile, 'utf8')) as AxeRecord;
