import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {type WidgetName, widgetNames, widgets} from './widgets.js';

/** What is known of one criterion in one widget, as the documentation says it. */
export const results = ['voldoet', 'deels getoetst', 'voldoet niet', 'niet van toepassing', 'niet beoordeeld'] as const;
export type Result = (typeof results)[number];

/** A check that a person did by hand. */
export interface ManualCheck {
  /** The day, `2026-11-23`. */
  readonly on: string;
  readonly by: string;
  readonly steps: readonly string[];
}

/** What is known of a criterion in some widgets. */
export interface Row {
  readonly widgets: '*' | readonly WidgetName[];
  readonly result: Result;
  /** Keys of `tests`. */
  readonly tests?: readonly string[];
  readonly manual?: ManualCheck;
  readonly note?: string;
  /** What nobody looked at yet. */
  readonly open?: string;
}

/** A criterion of WCAG 2.2, level A or AA. */
export interface Criterion {
  readonly id: string;
  readonly level: 'A' | 'AA';
  readonly name: string;
  readonly rows: readonly Row[];
}

/** All that is known of the accessibility of the widgets. */
export interface Conformance {
  /** The day of the last judgement. */
  readonly on: string;
  readonly tests: Readonly<Record<string, {readonly file: string; readonly name: string}>>;
  readonly criteria: readonly Criterion[];
}

/** One line of a keyboard map. */
export interface MapKey {
  readonly keys: string;
  readonly on: string;
  readonly does: string;
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Reads what is known, from `docs/accessibility/conformance.json`. */
export const readConformance = (): Conformance => JSON.parse(read('docs/accessibility/conformance.json')) as Conformance;

const rowsFor = ({rows}: Criterion, widget: WidgetName): readonly Row[] =>
  rows.filter((row) => row.widgets === '*' || row.widgets.includes(widget));

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function* findRowFaults(row: Row, tests: Conformance['tests']): Generator<string> {
  const {result, manual, note, open} = row;
  const evidence = row.tests ?? [];
  for (const key of evidence) if (!tests[key]) yield `there is no test "${key}"`;
  if (!results.includes(result)) yield `"${result}" is none of ${results.join(', ')}`;
  if (manual && !(isDay(manual.on) && manual.by && manual.steps.length > 0)) yield 'a manual check needs a day, a name and steps';
  const hasEvidence = evidence.length > 0 || manual !== undefined;
  if (!hasEvidence && result !== 'niet van toepassing' && result !== 'niet beoordeeld') yield `"${result}" without evidence`;
  if (hasEvidence && result === 'niet beoordeeld') yield 'evidence for what is not judged';
  if ((result === 'deels getoetst') !== (open !== undefined)) yield '"open" says what is open of what is tested in part, of nothing else';
  if (/^(voldoet niet|niet van toepassing)$/.test(result) && !note) yield `"${result}" without a reason`;
}

/** Tells whether the source of a test file has a test of this name, as it is written there. */
export const hasTest = (source: string, name: string): boolean =>
  ["'", '`'].some((quote) => ['it', 'test'].some((call) => source.includes(`${call}(${quote}${name}${quote},`)));

/** Finds what is wrong in the data: a criterion that is missing or double, a claim without evidence, a test that is none. */
export function findFaults({on, tests, criteria}: Conformance, readFile: (path: string) => string = read): readonly string[] {
  const faults = isDay(on) ? [] : [`"${on}" is no day`];
  for (const criterion of criteria) {
    for (const row of criterion.rows) {
      for (const fault of findRowFaults(row, tests)) faults.push(`${criterion.id}: ${fault}`);
    }
    for (const widget of widgetNames) {
      const count = rowsFor(criterion, widget).length;
      if (count !== 1) faults.push(`${criterion.id}: ${widget} has ${count} rows, not 1`);
    }
  }
  const used = new Set(criteria.flatMap(({rows}) => rows.flatMap((row) => row.tests ?? [])));
  for (const [key, {file, name}] of Object.entries(tests)) {
    if (!used.has(key)) faults.push(`"${key}" is evidence for nothing`);
    if (!hasTest(readFile(file), name)) faults.push(`${file} has no test "${name}"`);
  }
  return faults;
}

const cell = (text: string): string => text.replace(/\|/g, '\\|');

const generated = '<!-- Gemaakt door `npm run accessibility`. Wijzig docs/accessibility/conformance.json. -->';

const tellEvidence = (row: Row): string => {
  const tests = (row.tests ?? []).map((key) => `[${key}](#${key})`);
  const {manual} = row;
  const byHand = manual ? [`met de hand op ${manual.on} door ${manual.by}: ${manual.steps.join(' ')}`] : [];
  return [...tests, ...byHand].join(', ') || '–';
};

/** Makes the page of a widget: its conformance, its keyboard map, and the tests behind them. */
export function drawWidget({on, tests, criteria}: Conformance, widget: WidgetName, keys: readonly MapKey[]): string {
  const rows = criteria.flatMap((criterion) => rowsFor(criterion, widget).map((row) => ({criterion, row})));
  const used = new Set(rows.flatMap(({row}) => row.tests ?? []));
  const nameOf = (text: string): string => text.replace('${widget}', widget).replace(/\$\{\w+\}/g, '…');
  return `${[
    generated,
    '',
    `# ${widgets[widget]} (\`baken-${widget}\`): WCAG 2.2, A en AA`,
    '',
    `Beoordeeld op ${on}. Wat de woorden betekenen, staat in de [toelichting](README.md#de-uitkomsten).`,
    '',
    '| criterium | niveau | uitkomst | getoetst met | toelichting |',
    '|---|---|---|---|---|',
    ...rows.map(({criterion: {id, name, level}, row}) => {
      const notes = [row.note, row.open && `Open: ${row.open}`].filter((one) => one !== undefined).join(' ');
      return `| ${id} ${name} | ${level} | ${row.result} | ${tellEvidence(row)} | ${cell(notes)} |`;
    }),
    '',
    '## Toetsen',
    '',
    '| toets | op | wat er gebeurt |',
    '|---|---|---|',
    ...keys.map((key) => `| ${key.keys} | ${key.on} | ${cell(key.does)} |`),
    '',
    '## Tests',
    '',
    ...Object.entries(tests).filter(([key]) => used.has(key)).flatMap(([key, {file, name}]) => [
      `<a id="${key}"></a>`,
      `- **${key}**: \`${file}\`, "${nameOf(name)}"`,
    ]),
  ].join('\n')}\n`;
}

/** Makes the table of how many criteria have which result, by widget. */
export function drawSummary({criteria}: Conformance): string {
  const lines = widgetNames.map((widget) => {
    const counts = results.map((result) =>
      criteria.filter((criterion) => rowsFor(criterion, widget).some((row) => row.result === result)).length);
    return `| [${widgets[widget]}](${widget}.md) | ${counts.join(' | ')} |`;
  });
  return [`| onderdeel | ${results.join(' | ')} |`, `|---|${results.map(() => '--:|').join('')}`, ...lines].join('\n');
}

const [BEGIN, END] = ['<!-- telling: npm run accessibility -->', '<!-- einde telling -->'];

/** Gives the text of every generated page, by its path in the project. */
export function drawPages(conformance: Conformance): ReadonlyMap<string, string> {
  const maps = JSON.parse(read('test/accessibility/keyboard.json')) as Readonly<Record<WidgetName, readonly MapKey[]>>;
  const readme = read('docs/accessibility/README.md');
  const [before, rest] = readme.split(BEGIN);
  const [, after] = (rest ?? '').split(END);
  if (before === undefined || after === undefined) throw new Error(`docs/accessibility/README.md has no ${BEGIN} and ${END}.`);
  return new Map([
    ...widgetNames.map((widget) => [`docs/accessibility/${widget}.md`, drawWidget(conformance, widget, maps[widget])] as const),
    ['docs/accessibility/README.md', [before, BEGIN, '\n', drawSummary(conformance), '\n', END, after].join('')],
  ]);
}

/** Gives the whole path of a file of the project. */
export const pathOf = (path: string): string => fileURLToPath(new URL(path, root));
