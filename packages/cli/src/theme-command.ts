import {writeFile} from 'node:fs/promises';
import {extname} from 'node:path';
import {parseArgs} from 'node:util';

import {CssSyntaxError} from 'postcss';

import {fillIn, type Messages, showFound} from '@baken/model/compile/report';

import {drawTheme, PictureError} from './theme-picture.js';
import {listOverrides, reportTheme, type ThemeLine, type ThemeReport} from './theme-report.js';
import {readThemeSheet} from './theme-sheet.js';
import {loadSheet, ThemeSourceError} from './theme-source.js';

interface ThemeArguments {
  readonly places: readonly string[];
  readonly out?: string | undefined;
  readonly picture?: string | undefined;
}

/** Reads what comes after `baken theme`, or gives nothing when that is wrong. */
export function readThemeArguments(args: readonly string[]): ThemeArguments | undefined {
  try {
    const options = {out: {type: 'string'}, picture: {type: 'string'}} as const;
    const {positionals, values} = parseArgs({args: [...args], options, allowPositionals: true});
    const {out, picture} = values;
    if (positionals.length === 0) return undefined;
    if (out !== undefined && !['.css', '.json'].includes(extname(out))) return undefined;
    if (picture !== undefined && extname(picture) !== '.png') return undefined;
    return {places: positionals, out, picture};
  } catch {
    // `parseArgs` throws on an unknown option: the usage says more than its message.
    return undefined;
  }
}

type Say = (name: string, details?: Readonly<Record<string, string | number>>) => string;

const round = (ratio: number): string => (Math.floor(ratio * 100 + 1e-6) / 100).toFixed(2).replace('.', ',');

function explain({reason, value = '', ratio = 0, on = '', least = 0}: ThemeLine, say: Say): string {
  const details = {value: showFound(value), ratio: round(ratio), on, least: String(least).replace('.', ',')};
  switch (reason) {
    case 'contrast':
      return say('theme-contrast', details);
    case 'clear':
      return say('theme-clear', details);
    case 'empty':
      return say('theme-empty', details);
    case 'no-color':
      return say('theme-no-color', details);
    case 'no-size':
      return say('theme-no-size', details);
    case 'no-weight':
      return say('theme-no-weight', details);
    default:
      return '';
  }
}

function sayLine(line: ThemeLine, say: Say): string {
  const {property, name = '', value = '', state, drawn = '', ratio, on = ''} = line;
  const details = {property, name, value: showFound(value), drawn, on, ratio: ratio === undefined ? '' : round(ratio)};
  if (state === 'found') return say(ratio === undefined ? 'theme-found' : 'theme-found-color', details);
  if (state === 'replaced') {
    const heading = say(drawn === '' ? 'theme-replaced' : 'theme-replaced-color', details);
    return `${heading}\n    ${explain(line, say)}`;
  }
  return say(state === 'default' ? 'theme-default' : 'theme-unknown', details);
}

function sayReport({scheme, lines, pairs}: ThemeReport, say: Say): string {
  const count = (wanted: ThemeLine['state']): number => lines.filter(({state}) => state === wanted).length;
  const width = Math.max(...pairs.map(({front, back}) => front.length + back.length));
  return [
    '',
    say(scheme === 'dark' ? 'theme-dark' : 'theme-light'),
    ...lines.map((line) => `  ${sayLine(line, say)}`),
    '',
    say('theme-pairs'),
    ...pairs.map(({front, back, ratio, least}) => {
      const pair = say('theme-pair', {front, back});
      const verdict = ratio < least ? `  ${say('theme-low', {least: String(least).replace('.', ',')})}` : '';
      return `  ${pair.padEnd(width + 5)}${round(ratio).padStart(6)}${verdict}`;
    }),
    '',
    say('theme-count', {found: count('found'), standard: count('default'), replaced: count('replaced')}),
  ].join('\n');
}

/** Writes what a page must set, as a style sheet to load after that of the theme. */
function writeOverrides(overrides: Readonly<Record<string, string>>, say: Say): string {
  const lines = Object.entries(overrides).map(([name, value]) => `  ${name}: ${value};\n`);
  return `/* ${say('theme-css')} */\n:root {\n${lines.join('')}}\n`;
}

/**
 * Runs `baken theme`: prints what the widgets make of the style sheets of a gemeente. Gives the exit code: 0, or 1 when
 * something cannot be read, drawn or written.
 */
export async function runTheme(
  {places, out, picture}: ThemeArguments,
  {messages, print, today}: {readonly messages: Messages; readonly print: (text: string) => void; readonly today: string},
): Promise<0 | 1> {
  const say: Say = (name, details = {}) => fillIn(messages[`cli.${name}`] ?? name, details);
  try {
    const sheets = await Promise.all(places.map(async (name) => ({name, css: await loadSheet(name)})));
    const {light, dark, selectors, imports} = readThemeSheet(sheets);
    if (selectors.length === 0) {
      print(say('theme-none', {file: places.join(', ')}));
      return 1;
    }
    print(say('theme-read', {selectors: selectors.slice(0, 8).join(', ')}));
    if (imports.length > 0) print(say('theme-imports', {imports: imports.join(', ')}));
    const reports = [reportTheme(light, 'light'), ...(dark ? [reportTheme(dark, 'dark')] : [])];
    for (const report of reports) print(sayReport(report, say));
    const overrides = listOverrides(reports);
    if (Object.keys(overrides).length === 0) print(say('theme-fine'));
    if (out !== undefined) {
      const json = {selectors, reports, overrides};
      const text = extname(out) === '.css' ? writeOverrides(overrides, say) : `${JSON.stringify(json, null, 2)}\n`;
      await writeFile(out, text).catch(() => {
        throw new ThemeSourceError('theme-unwritable', {file: out});
      });
      print(say('written', {file: out}));
    }
    if (picture !== undefined) {
      await drawTheme({schemes: [['light', light], ...(dark ? [['dark', dark] as const] : [])], picture, today});
      print(say('written', {file: picture}));
    }
    return 0;
  } catch (error) {
    if (error instanceof CssSyntaxError) {
      print(say('theme-syntax', {file: error.file ?? '', line: error.line ?? 0, reason: error.reason}));
    } else if (error instanceof ThemeSourceError || error instanceof PictureError) {
      print(say(error.message, error.details));
    } else {
      throw error;
    }
    return 1;
  }
}
