import type {FieldProblem} from '@baken/model/rules/problem';
import type {Signal} from '@baken/model/rules/signal';
import {mostKeys, signalSchema} from '@baken/model/schemas/signal';

import {Refusal} from './problem.js';
import {findOddKeys, measureDepth} from './scan-json.js';

/** How deep a body may nest arrays and objects. */
export const DEEPEST = 32;

/** A longer list of what is wrong helps nobody and costs much to make. */
const MOST_ERRORS = 200;

/** A longer key is not repeated in an answer: its place is then the object that holds it. */
const LONGEST_KEY = 100;

type Path = readonly PropertyKey[];
type Issue = NonNullable<ReturnType<typeof signalSchema.safeParse>['error']>['issues'][number];
/** What the receiver needs to know of a signal; the body itself is stored as it came. */
export type SignalHead = Pick<Signal, 'id' | 'gemeente' | 'channel'>;

const pointerTo = (path: Path): string =>
  (String(path.at(-1) ?? '').length > LONGEST_KEY ? path.slice(0, -1) : path)
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');

const valueAt = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    body,
  );

/** Says what kind of value it is, and never the value. */
const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return `a ${typeof value}`;
};

const remedies: Readonly<Record<string, string>> = {
  '/id': 'a version 4 UUID in lower case, such as 0b5e4c1e-8a0e-4a53-9d59-3f1c1d1f7a10',
  '/createdAt': 'an ISO 8601 instant in UTC, such as 2026-11-22T14:00:00.000Z',
  '/language': 'a language tag, such as nl or pt-BR',
  '/gemeente': 'the four digits of the CBS code, such as "0376"',
  '/questions': 'the id and the version of the question set, such as public@1',
  '/answers': 'an object with an answer under each question id',
  '/answers/*': 'a text or a list of ids',
  '/answers/*/*': 'an id: a letter, then letters, digits and hyphens, 64 characters at most',
  '/contact': 'null, or an object with name, phone, email, times and language as far as they are known',
  '/contact/*': 'a text',
  '/checklist': 'a list of ids of signs',
  '/checklist/*': 'the id of a sign, such as ALG-01',
  '/route': 'an object with the meldroute, choices, routes, flags and consent',
  '/route/meldroute': 'the id and the version of the meldroute, such as default@1',
  '/route/choices': 'an object with a list of answers under each node',
  '/route/choices/*': 'a list of ids of answers',
  '/route/choices/*/*': 'an id: letters, digits and hyphens, 64 characters at most',
  '/route/routes': 'a list of ids of routes',
  '/route/routes/*': 'an id: letters, digits and hyphens, 64 characters at most',
  '/route/flags': 'a list of ids of flags',
  '/route/flags/*': 'an id: letters, digits and hyphens, 64 characters at most',
  '/route/consent': 'an object with a choice under each purpose',
  '/attachments': 'an empty list',
  '/client': 'an object with the version of the client',
  '/client/version': 'a version, such as 0.1.0',
};

/** How many keys of a path are fixed, by the first; what comes after them was chosen by who wrote the signal. */
const fixedKeys: Readonly<Record<string, number>> = {answers: 1, contact: 1, checklist: 1, route: 2};

const remedyFor = (path: Path): string => {
  const fixed = fixedKeys[String(path[0])] ?? path.length;
  const pattern = path.map((key, index) => (index < fixed ? key : '*'));
  return remedies[pointerTo(pattern)] ?? 'a JSON object with the keys of a signal';
};

/** The count comes before the schema, which would list every wrong key. */
const countKeys = (body: unknown): readonly FieldProblem[] =>
  Object.entries(mostKeys).flatMap(([pointer, most]) => {
    const value = valueAt(body, pointer.split('/').slice(1));
    const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
    return count > most ? [{pointer, detail: `Found ${count} keys. Write ${most} at most.`}] : [];
  });

const explain = (issue: Issue, path: Path, value: unknown): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'This key is not known here. Leave it out.';
    case 'invalid_key':
      return path[0] === 'answers'
        ? `This key is not the id of a question. Write ${remedies['/answers/*/*']}.`
        : `This key is not an id. Write ${remedies['/route/choices/*/*']}.`;
    case 'custom':
      return 'Only the signal of an employee has this. Leave it out, or write "staff" as the channel.';
    case 'too_big':
      if (issue.maximum === 0) return `Found ${kindOf(value)} with items. Write ${remedyFor(path)}.`;
      return typeof value === 'string'
        ? `Found ${value.length} characters. Write ${issue.maximum} at most.`
        : `Found ${(value as readonly unknown[]).length} items. Write ${issue.maximum} at most.`;
    case 'invalid_value': {
      const allowed = issue.values.map((each) => JSON.stringify(each)).join(' or ');
      return `${value === undefined ? 'This key is missing' : `Found ${kindOf(value)}`}. Write ${allowed}.`;
    }
    case 'invalid_format':
      return `Found ${kindOf(value)} in another form. Write ${remedyFor(path)}.`;
    default:
      return `${value === undefined ? 'This key is missing' : `Found ${kindOf(value)}`}. Write ${remedyFor(path)}.`;
  }
};

const toProblems = (issue: Issue, body: unknown, base: Path): readonly FieldProblem[] => {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The branch that failed inside the value, if any, is the one that the writer meant.
    const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0));
    if (meant) return meant.flatMap((inner) => toProblems(inner, body, path));
  }
  const paths =
    issue.code === 'unrecognized_keys'
      ? // `findOddKeys` lists this one, wherever it is.
        issue.keys.filter((key) => key !== '__proto__').map((key) => [...path, key])
      : [path];
  return paths.map((each) => ({pointer: pointerTo(each), detail: explain(issue, each, valueAt(body, each))}));
};

const refuse = (errors: readonly FieldProblem[]): never => {
  const listed = errors.length > MOST_ERRORS ? errors.slice(0, MOST_ERRORS) : errors;
  const which =
    listed === errors
      ? 'Every place that is wrong is listed in errors.'
      : `The first ${MOST_ERRORS} of ${errors.length} places that are wrong are listed in errors.`;
  throw new Refusal(400, `The body is not a signal. ${which}`, {errors: listed});
};

const refuseWhole = (detail: string): never => refuse([{pointer: '', detail}]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The message of the parser quotes the text: it stays here.
    return refuseWhole('This is not JSON. Write one JSON object.');
  }
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return refuseWhole('These bytes are not UTF-8. Encode the JSON as UTF-8.');
  }
};

/**
 * Checks a body and gives what the receiver needs of it.
 * Throws a `Refusal` with status 400 and every wrong place at once; `gemeenten` limits the CBS codes, if given.
 */
export function readSignal(bytes: Uint8Array, gemeenten?: readonly string[]): SignalHead {
  const text = decode(bytes);
  const depth = measureDepth(text);
  if (depth > DEEPEST) refuseWhole(`Found ${depth} levels of lists and objects. Write ${DEEPEST} at most.`);
  const body = parse(text);
  const counted = countKeys(body);
  if (counted.length > 0) refuse(counted);
  const errors: FieldProblem[] = findOddKeys(text).map(({path, kind}) => ({
    pointer: pointerTo(path),
    detail:
      kind === 'repeated'
        ? 'This key is written twice in one object. Write it once.'
        : 'This key is reserved by JavaScript. Leave it out.',
  }));
  const result = signalSchema.safeParse(body);
  if (!result.success) errors.push(...result.error.issues.flatMap((issue) => toProblems(issue, body, [])));
  const gemeente = valueAt(body, ['gemeente']);
  if (gemeenten && /^\d{4}$/.test(String(gemeente)) && !gemeenten.includes(String(gemeente))) {
    errors.push({
      pointer: '/gemeente',
      detail: `This receiver does not serve that gemeente. Write one of ${gemeenten.join(', ')}.`,
    });
  }
  return result.success && errors.length === 0 ? result.data : refuse(errors);
}
