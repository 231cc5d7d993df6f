import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import type {WidgetName} from './widgets.js';

const root = fileURLToPath(new URL('snapshots', import.meta.url));

/** The file of an example, by a name that every file system takes. */
const fileOf = (widget: WidgetName, example: string): string =>
  join(root, widget, `${example.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.txt`);

/** Compares the tree of an example with its file; gives the first line that differs, or nothing. */
export function compareSnapshot(widget: WidgetName, example: string, lines: readonly string[]): string | undefined {
  const file = fileOf(widget, example);
  if (!existsSync(file)) return `${widget}, "${example}": there is no ${file}`;
  const kept = readFileSync(file, 'utf8').trimEnd().split('\n');
  const at = Array.from({length: Math.max(kept.length, lines.length)}, (_, index) => index)
    .find((index) => kept[index] !== lines[index]);
  if (at === undefined) return undefined;
  const tell = (line: string | undefined): string => (line === undefined ? '(nothing)' : line.trim());
  return `${file}:${at + 1}\n  was ${tell(kept[at])}\n  is  ${tell(lines[at])}`;
}

/** Lists the files of a widget that belong to none of its examples. */
export function findStale(widget: WidgetName, examples: readonly string[]): readonly string[] {
  const folder = join(root, widget);
  const wanted = new Set(examples.map((example) => fileOf(widget, example)));
  return (existsSync(folder) ? readdirSync(folder) : []).map((file) => join(folder, file))
    .filter((file) => !wanted.has(file))
    .map((file) => `${file} belongs to no example`);
}

/** Writes the trees of a widget and takes away all that it had. */
export function writeSnapshots(widget: WidgetName, trees: ReadonlyMap<string, readonly string[]>): void {
  const folder = join(root, widget);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  for (const [example, lines] of trees) writeFileSync(fileOf(widget, example), `${lines.join('\n')}\n`);
}
