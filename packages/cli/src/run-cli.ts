import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {parseArgs} from 'node:util';

import {compileGemeente, type CompileResult} from '@baken/model/compile/compile-gemeente';
import {fillIn, type Finding, type Messages} from '@baken/model/compile/report';
import {collectFiles, type SourceFile} from '@baken/model/compile/source-files';

import {loadContent} from './load-content.js';

/** Where a command writes, and which day it is. */
export interface CliSetup {
  /** Shows one line or more. */
  readonly print: (text: string) => void;
  /** An ISO day. */
  readonly today: string;
}

const options = {show: {type: 'boolean'}, out: {type: 'string'}} as const;

function readArguments(args: readonly string[]) {
  try {
    const {positionals, values} = parseArgs({args: [...args], options, allowPositionals: true});
    const [command, file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return undefined;
    if (command === 'check' && values.out === undefined) return {command, file, show: values.show === true} as const;
    if (command === 'build' && values.out !== undefined && !values.show)
      return {command, file, out: values.out} as const;
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

/** The compiled files by name: `diemen.nl.json`, and for a staff file `diemen.staff.nl.json` too. */
function nameOutput(
  result: CompileResult & {readonly ok: true},
  files: readonly SourceFile[],
): Record<string, unknown> {
  const names = files.map((file) => basename(file.name, '.json'));
  const [publicName, staffName] = result.staff ? [names[1], names[0]] : [names[0]];
  const output: Record<string, unknown> = {};
  for (const [language, compiled] of Object.entries(result.compiled)) {
    output[`${publicName}.${language}.json`] = compiled;
  }
  for (const [language, compiled] of Object.entries(result.staff ?? {})) {
    output[`${staffName}.${language}.json`] = compiled;
  }
  return output;
}

/**
 * Runs `baken check` or `baken build`. Gives the exit code: 0 when all is well, 1 when the configuration has
 * errors or cannot be read or written, 2 when the command itself is wrong.
 */
export async function runCli(args: readonly string[], setup: CliSetup): Promise<0 | 1 | 2> {
  const content = await loadContent();
  const {messages} = content;
  const say = (name: string, details = {}): void => setup.print(fillIn(messages[`cli.${name}`] ?? name, details));
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
  const result = compileGemeente({files, content, today: setup.today});
  const errors = result.ok ? [] : result.errors;
  if (command.command === 'check' && command.show && result.merged) setup.print(JSON.stringify(result.merged, null, 2));
  for (const finding of errors) setup.print(sayFinding('error', finding, messages));
  for (const finding of result.warnings) setup.print(sayFinding('warning', finding, messages));
  say(result.ok ? 'clean' : 'count', {errors: errors.length, warnings: result.warnings.length});
  if (!result.ok) {
    if (command.command === 'build') say('not-built');
    return 1;
  }
  if (command.command === 'check') return 0;

  try {
    await mkdir(command.out, {recursive: true});
    for (const [name, compiled] of Object.entries(nameOutput(result, files))) {
      const path = join(command.out, name);
      await writeFile(path, `${JSON.stringify(compiled)}\n`);
      say('written', {file: path});
    }
    return 0;
  } catch {
    say('unwritable', {file: command.out});
    return 1;
  }
}
