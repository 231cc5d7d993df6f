import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {basename, dirname, extname, join} from 'node:path';
import {parseArgs} from 'node:util';

import {compileGemeente, type CompileResult} from '@baken/model/compile/compile-gemeente';
import {fillIn, type Finding, type Messages} from '@baken/model/compile/report';
import {collectFiles, type SourceFile} from '@baken/model/compile/source-files';
import type {StaffContent} from '@baken/model/schemas/content';

import {describeMeldroute} from './describe-route.js';
import {drawRoute} from './draw-route.js';
import {listRoute} from './list-route.js';
import {findStaffFolder, loadContent, loadStaffContent} from './load-content.js';
import {readThemeArguments, runTheme} from './theme-command.js';

/** Where a command writes, and which day it is. */
export interface CliSetup {
  /** Shows one line or more. */
  readonly print: (text: string) => void;
  /** An ISO day. */
  readonly today: string;
}

const options = {show: {type: 'boolean'}, out: {type: 'string'}, 'staff-content': {type: 'string'}} as const;

function readArguments(args: readonly string[]) {
  try {
    const {positionals, values} = parseArgs({args: [...args], options, allowPositionals: true});
    const [command, file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return undefined;
    const {out, show = false} = values;
    const about = {file, staffContent: values['staff-content']};
    if (command === 'check' && out === undefined) return {command, show, ...about} as const;
    if (out === undefined || show) return undefined;
    if (command === 'build') return {command, out, ...about} as const;
    if (command === 'route' && ['.svg', '.md'].includes(extname(out))) return {command, out, ...about} as const;
    return undefined;
  } catch {
    // `parseArgs` throws on an unknown option: the usage says more than its message.
    return undefined;
  }
}

function sayFinding(kind: 'error' | 'warning', finding: Finding, messages: Messages): string {
  const {file, key, line, column, found, message} = finding;
  const say = (name: string): string => fillIn(messages[`cli.${name}`] ?? name, {file, line, column, found});
  const place = line === undefined ? file : say(column === undefined ? 'place' : 'column');
  return [
    `${say(kind)}  ${place}${key === '' ? '' : `: ${key}`}`,
    `  ${say(found === '' ? 'nothing' : 'found')}`,
    `  ${message}`,
  ].join('\n');
}

/**
 * The compiled files by name: `diemen.nl.json`, `diemen.contacts.nl.json`, `diemen.safety.pl.json` for a language that is
 * not switched on, and for staff `diemen.staff.nl.json`.
 */
function nameOutput(
  result: CompileResult & {readonly ok: true},
  files: readonly SourceFile[],
): Record<string, unknown> {
  const names = files.map((file) => basename(file.name, '.json'));
  const [publicName, staffName] = result.staff ? [names[1], names[0]] : [names[0]];
  const byName = [
    [publicName, result.compiled],
    [`${publicName}.contacts`, result.contacts],
    [`${publicName}.safety`, result.safety],
    [staffName, result.staff ?? {}],
  ] as const;
  return Object.fromEntries(
    byName.flatMap(([name, compiled]) =>
      Object.entries(compiled).map(([language, file]) => [`${name}.${language}.json`, file]),
    ),
  );
}

/** Writes files by name into a folder, and says which. Gives the exit code. */
async function writeOutput(
  folder: string,
  output: Readonly<Record<string, string>>,
  say: (name: string, details: Readonly<Record<string, string>>) => void,
): Promise<0 | 1> {
  try {
    await mkdir(folder, {recursive: true});
    for (const [name, text] of Object.entries(output)) {
      const path = join(folder, name);
      await writeFile(path, text);
      say('written', {file: path});
    }
    return 0;
  } catch {
    say('unwritable', {file: folder});
    return 1;
  }
}

/**
 * Runs `baken check`, `baken build`, `baken route` or `baken theme`. Gives the exit code: 0 when all is well, 1 when
 * the configuration has errors or something cannot be read or written, 2 when the command itself is wrong.
 */
export async function runCli(args: readonly string[], setup: CliSetup): Promise<0 | 1 | 2> {
  const content = await loadContent();
  const {messages} = content;
  const say = (name: string, details = {}): void => setup.print(fillIn(messages[`cli.${name}`] ?? name, details));
  const theme = args[0] === 'theme' ? readThemeArguments(args.slice(1)) : undefined;
  if (theme) return runTheme(theme, {...setup, messages});
  const command = readArguments(args);
  if (!command) {
    say('usage');
    return 2;
  }

  const files = await collectFiles(command.file, (name) => readFile(name, 'utf8').catch(() => undefined));
  if (files.length === 0) {
    say('unreadable', {file: command.file});
    return 1;
  }
  const folder = command.staffContent ?? findStaffFolder();
  let staffContent: StaffContent | undefined;
  try {
    staffContent = folder === undefined ? undefined : await loadStaffContent(folder);
  } catch {
    say('staff-wrong', {folder});
    return 1;
  }
  const result = compileGemeente({files, content, staffContent, today: setup.today});
  const errors = result.ok ? [] : result.errors;
  if (command.command === 'check' && command.show && result.merged) setup.print(JSON.stringify(result.merged, null, 2));
  for (const finding of errors) setup.print(sayFinding('error', finding, messages));
  for (const finding of result.warnings) setup.print(sayFinding('warning', finding, messages));
  say(result.ok ? 'clean' : 'count', {errors: errors.length, warnings: result.warnings.length});
  if (!result.ok) {
    if (command.command !== 'check') say('not-built');
    return 1;
  }
  if (command.command === 'check') return 0;

  if (command.command === 'build') {
    const output = Object.entries(nameOutput(result, files));
    const texts = output.map(([name, compiled]) => [name, `${JSON.stringify(compiled)}\n`]);
    return writeOutput(command.out, Object.fromEntries(texts), say);
  }
  const [staff] = Object.values(result.staff ?? {});
  if (!staff) {
    say('route-public');
    return 1;
  }
  const isList = extname(command.out) === '.md';
  const described = describeMeldroute(staff, messages, isList);
  const text = isList ? listRoute(described) : drawRoute(described);
  return writeOutput(dirname(command.out), {[basename(command.out)]: text}, say);
}
