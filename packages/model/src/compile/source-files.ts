import {sourceFormats, type SourceKind, gemeenteSchema, regioSchema, staffSchema} from '../schemas/gemeente.js';
import {explainIssues} from './explain.js';
import {findTwins, type Layer} from './merge.js';
import {findNearest} from './nearest.js';
import {parseJson, type ParsedJson} from './parse-json.js';
import {type Details, type Finding, isRecord, makeFinding, type Messages} from './report.js';

/** A file as it stands on disk or on the web. `name` is a path or an address; `extends` is read relative to it. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A file longer than this, in characters, is not a configuration. */
export const LONGEST_FILE = 1_000_000;

const schemas = {
  gemeente: gemeenteSchema('authored'),
  regio: regioSchema,
  staff: staffSchema('authored'),
} as const;

/** Which kind of file each kind may build on. */
const buildsOn: Readonly<Record<SourceKind, SourceKind>> = {gemeente: 'regio', regio: 'regio', staff: 'gemeente'};

const kinds = Object.keys(sourceFormats) as SourceKind[];
const staffKeys = ['staffEndpoint', 'staffContacts'];

/** Finds the file that `extends` names: `./regio.json` beside `gemeenten/diemen.json` is `gemeenten/regio.json`. */
export function resolveName(name: string, from: string): string {
  const [, origin = '', folder = ''] = /^([a-z]+:\/\/[^/]*)?(.*?)[^/]*$/s.exec(from) ?? [];
  const parts: string[] = [];
  for (const part of `${folder}${name}`.split('/')) {
    if (part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else parts.push(part);
  }
  return `${origin}${parts.join('/')}`;
}

const readExtends = (parsed: ParsedJson): string | undefined => {
  const name = isRecord(parsed.value) && Object.hasOwn(parsed.value, 'extends') ? parsed.value['extends'] : undefined;
  return typeof name === 'string' ? name : undefined;
};

/**
 * Reads a file and all files under it. `read` gives the text of a file by name, or nothing when there is none.
 * What is missing or wrong is left for `compileGemeente` to say.
 */
export async function collectFiles(
  entry: string,
  read: (name: string) => Promise<string | undefined>,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (let name: string | undefined = entry; name !== undefined && !files.some((file) => file.name === name);) {
    const text = await read(name);
    if (text === undefined) break;
    files.push({name, text});
    const parsed = text.length > LONGEST_FILE ? undefined : parseJson(text);
    const next = parsed && 'value' in parsed ? readExtends(parsed) : undefined;
    name = next === undefined ? undefined : resolveName(next, name);
  }
  return files;
}

/** The files of one gemeente, the lowest first, each with a shape that fits its format. */
export interface SourceChain {
  readonly layers: readonly (Layer & {readonly kind: SourceKind})[];
  readonly errors: readonly Finding[];
}

/** Reads the first file and what it extends, and checks each file by itself. */
export function readChain(files: readonly SourceFile[], messages: Messages): SourceChain {
  const layers: (Layer & {readonly kind: SourceKind})[] = [];
  const errors: Finding[] = [];
  const byName = new Map(files.map((file) => [file.name, file]));
  const visited = new Set<string>();

  const fail = (
    file: string,
    code: string,
    about: {key?: string; line?: number | undefined; column?: number; value?: unknown; details?: Details} = {},
  ): void => {
    const {key = '', line, column, value, details} = about;
    errors.push(makeFinding({messages, origin: {file, line}, key, value, code, details, column}));
  };

  const readFile = (file: SourceFile, above: SourceKind | undefined): string | undefined => {
    if (file.text.length > LONGEST_FILE) {
      fail(file.name, 'file-long', {line: 1, details: {count: LONGEST_FILE}});
      return undefined;
    }
    const parsed = parseJson(file.text);
    if ('problem' in parsed) {
      const {code, found, ...place} = parsed.problem;
      fail(file.name, code, {...place, value: found === '' ? undefined : found, details: {name: found}});
      return undefined;
    }
    const {value, lines} = parsed;
    if (!isRecord(value)) {
      fail(file.name, 'type-object', {line: 1, value});
      return undefined;
    }
    const format = Object.hasOwn(value, 'format') ? value['format'] : undefined;
    const kind = kinds.find((known) => sourceFormats[known] === format);
    const line = lines.get('format');
    if (!kind) {
      const nearest = findNearest(typeof format === 'string' ? format : '', Object.values(sourceFormats));
      fail(file.name, 'format', {key: 'format', line, value: format, details: {nearest}});
      return undefined;
    }
    if (above ? kind !== buildsOn[above] : kind === 'regio') {
      const expected = above ? sourceFormats[buildsOn[above]] : undefined;
      fail(file.name, above ? 'format-extends' : 'format-regio', {
        key: 'format',
        line,
        value: format,
        details: {expected},
      });
      return undefined;
    }
    const result = schemas[kind].safeParse(value);
    for (const issue of result.success ? [] : explainIssues(schemas[kind], value, result.error.issues)) {
      const isStaffKey = issue.code === 'unknown-key' && kind !== 'staff' && staffKeys.includes(issue.path);
      fail(file.name, isStaffKey ? 'staff-key' : issue.code, {
        key: issue.path,
        line: lines.get(issue.keys.map(String).join('/')),
        value: issue.value,
        details: issue.details,
      });
    }
    for (const twin of findTwins(value)) fail(file.name, 'twice', {key: twin, value: twin.split('/').at(-1)});
    layers.unshift({file: file.name, value, lines, kind});
    const next = readExtends(parsed);
    if (next === undefined && kind === 'staff') fail(file.name, 'staff-extends', {key: 'extends'});
    return next;
  };

  const [entry] = files;
  if (!entry) fail('', 'no-file');
  let file = entry;
  while (file) {
    visited.add(file.name);
    const below: string | undefined = readFile(file, layers[0]?.kind);
    if (below === undefined) break;
    const name = resolveName(below, file.name);
    const about = {key: 'extends', line: layers[0]?.lines?.get('extends'), value: below, details: {name}};
    const next = byName.get(name);
    if (visited.has(name)) fail(file.name, 'extends-cycle', about);
    else if (!next) fail(file.name, 'extends-missing', about);
    file = visited.has(name) ? undefined : next;
  }
  return {layers, errors};
}
