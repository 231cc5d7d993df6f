import {
  gemeenteSchema,
  regioSchema,
  regioStaffSchema,
  sourceFormats,
  type SourceKind,
  staffSchema,
} from '../schemas/gemeente.js';
import {explainIssues, listKeys} from './explain.js';
import {findTwins, type Layer} from './merge.js';
import {findNearest} from './nearest.js';
import {parseJson} from './parse-json.js';
import {type Details, type Finding, isRecord, makeFinding, type Messages} from './report.js';

/**
 * A file as it stands on disk or on the web. `name` is a path or an address; `extends` and `extendsStaff` are read
 * relative to it.
 */
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
  regioStaff: regioStaffSchema,
} as const;

const links = ['extends', 'extendsStaff'] as const;
type Link = (typeof links)[number];

/** Which kind of file each kind may build on, by the key that names it. What is lower in the merge comes first. */
const buildsOn: Readonly<Record<SourceKind, Readonly<Partial<Record<Link, SourceKind>>>>> = {
  gemeente: {extends: 'regio'},
  regio: {extends: 'regio'},
  staff: {extends: 'gemeente', extendsStaff: 'regioStaff'},
  regioStaff: {extendsStaff: 'regioStaff'},
};

const kinds = Object.keys(sourceFormats) as SourceKind[];
/** Tells whether a file is for staff only. */
export const isStaffKind = (kind: SourceKind): boolean => kind === 'staff' || kind === 'regioStaff';
const publicKeys = listKeys(schemas.gemeente, []);
const staffKeys = listKeys(schemas.staff, []).filter((key) => !publicKeys.includes(key));

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

const readLink = (value: unknown, link: Link): string | undefined => {
  const name = isRecord(value) && Object.hasOwn(value, link) ? value[link] : undefined;
  return typeof name === 'string' ? name : undefined;
};

/**
 * Reads a file and all files under it: the first one, then what it extends, then the staff files that it extends.
 * `read` gives the text of a file by name, or nothing when there is none. What is missing or wrong is left for
 * `compileGemeente` to say.
 */
export async function collectFiles(
  entry: string,
  read: (name: string) => Promise<string | undefined>,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  const collect = async (name: string): Promise<void> => {
    if (files.some((file) => file.name === name)) return;
    const text = await read(name);
    if (text === undefined) return;
    files.push({name, text});
    const parsed = text.length > LONGEST_FILE ? undefined : parseJson(text);
    for (const link of links) {
      const next = parsed && 'value' in parsed ? readLink(parsed.value, link) : undefined;
      if (next !== undefined) await collect(resolveName(next, name));
    }
  };
  await collect(entry);
  return files;
}

/** The files of one gemeente, what others build on first, each with a shape that fits its format. */
export interface SourceChain {
  readonly layers: readonly (Layer & {readonly kind: SourceKind})[];
  readonly errors: readonly Finding[];
}

/** Reads the first file and what it extends, and checks each file by itself. */
export function readChain(files: readonly SourceFile[], messages: Messages): SourceChain {
  const layers: (Layer & {readonly kind: SourceKind})[] = [];
  const errors: Finding[] = [];
  const byName = new Map(files.map((file) => [file.name, file]));

  const fail = (
    file: string,
    code: string,
    about: {key?: string; line?: number | undefined; column?: number; value?: unknown; details?: Details} = {},
  ): void => {
    const {key = '', line, column, value, details} = about;
    errors.push(makeFinding({messages, origin: {file, line}, key, value, code, details, column}));
  };

  /** Reads a file, and before it what it builds on. `above` are the files that build on it, the nearest last. */
  const readFile = (file: SourceFile, above: readonly string[], link?: Link, expected?: SourceKind): void => {
    if (file.text.length > LONGEST_FILE) {
      fail(file.name, 'file-long', {line: 1, details: {count: LONGEST_FILE}});
      return;
    }
    const parsed = parseJson(file.text);
    if ('problem' in parsed) {
      const {code, found, ...place} = parsed.problem;
      fail(file.name, code, {...place, value: found === '' ? undefined : found, details: {name: found}});
      return;
    }
    const {value, lines} = parsed;
    if (!isRecord(value)) {
      fail(file.name, 'type-object', {line: 1, value});
      return;
    }
    const format = Object.hasOwn(value, 'format') ? value['format'] : undefined;
    const kind = kinds.find((known) => sourceFormats[known] === format);
    const wrongFormat = (code: string, details: Details): void =>
      fail(file.name, code, {key: 'format', line: lines.get('format'), value: format, details});
    if (!kind) {
      const nearest = findNearest(typeof format === 'string' ? format : '', Object.values(sourceFormats));
      wrongFormat('format', {nearest});
      return;
    }
    if (link && expected && kind !== expected) {
      wrongFormat('format-extends', {expected: sourceFormats[expected], name: link});
      return;
    }
    if (!link && (kind === 'regio' || kind === 'regioStaff')) {
      wrongFormat('format-regio', {name: kind === 'regio' ? 'extends' : 'extendsStaff'});
      return;
    }
    const result = schemas[kind].safeParse(value);
    for (const issue of result.success ? [] : explainIssues(schemas[kind], value, result.error.issues)) {
      const isStaffKey = issue.code === 'unknown-key' && !isStaffKind(kind) && staffKeys.includes(issue.path);
      fail(file.name, isStaffKey ? 'staff-key' : issue.code, {
        key: issue.path,
        line: lines.get(issue.keys.map(String).join('/')),
        value: issue.value,
        details: issue.details,
      });
    }
    for (const twin of findTwins(value)) fail(file.name, 'twice', {key: twin, value: twin.split('/').at(-1)});
    if (kind === 'staff' && readLink(value, 'extends') === undefined) {
      fail(file.name, 'staff-extends', {key: 'extends'});
    }
    for (const key of links) {
      const below = readLink(value, key);
      const kindBelow = buildsOn[kind][key];
      if (below === undefined || !kindBelow) continue;
      const name = resolveName(below, file.name);
      const about = {key, line: lines.get(key), value: below, details: {name, key}};
      const next = byName.get(name);
      if ([...above, file.name].includes(name)) fail(file.name, 'extends-cycle', about);
      else if (!next) fail(file.name, 'extends-missing', about);
      else readFile(next, [...above, file.name], key, kindBelow);
    }
    layers.push({file: file.name, value, lines, kind});
  };

  const [entry] = files;
  if (entry) readFile(entry, []);
  else fail('', 'no-file');
  return {layers, errors};
}
