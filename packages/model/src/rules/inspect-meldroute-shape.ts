import {consentChoices, type Meldroute, nodeKinds} from './meldroute.js';

/** Takes note of a value that has another shape than it should. */
type Note = (path: string) => void;
type Check = (value: unknown, path: string, note: Note) => void;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in a path for one item of a list: its id, or its place when it has none. */
const nameOf = (item: unknown, index: number): string =>
  isRecord(item) && typeof item['id'] === 'string' ? item['id'] : String(index);

const check =
  (isRight: (value: unknown) => boolean): Check =>
  (value, path, note) => {
    if (!isRight(value)) note(path);
  };

const text = check((value) => typeof value === 'string');
const count = check((value) => Number.isInteger(value));
const mark = check((value) => typeof value === 'boolean');
const texts = check((value) => Array.isArray(value) && value.every((item) => typeof item === 'string'));
const oneOf = (values: readonly string[]): Check =>
  check((value) => typeof value === 'string' && values.includes(value));

const optional =
  (inner: Check): Check =>
  (value, path, note) => {
    if (value !== undefined) inner(value, path, note);
  };

const listOf =
  (inner: Check): Check =>
  (value, path, note) => {
    if (!Array.isArray(value)) return note(path);
    for (const [index, item] of value.entries()) inner(item, `${path}/${nameOf(item, index)}`, note);
  };

const recordOf =
  (inner: Check): Check =>
  (value, path, note) => {
    if (!isRecord(value)) return note(path);
    for (const [key, item] of Object.entries(value)) inner(item, `${path}/${key}`, note);
  };

const object =
  (keys: Readonly<Record<string, Check>>): Check =>
  (value, path, note) => {
    if (!isRecord(value)) return note(path);
    for (const [key, inner] of Object.entries(keys)) inner(value[key], path === '' ? key : `${path}/${key}`, note);
  };

const deadline: Check = (value, path, note) => {
  const days = isRecord(value) && value['kind'] === 'workdays' ? {days: count} : {};
  object({kind: oneOf(['now', 'today', 'workdays', 'free']), ...days})(value, path, note);
};

const answer = object({
  id: text,
  to: optional(text),
  add: optional(texts),
  flags: optional(texts),
  involves: optional(texts),
  danger: optional(mark),
  purpose: optional(text),
  choice: optional(oneOf(consentChoices)),
  consent: optional(recordOf(oneOf(consentChoices))),
});

const node = object({
  id: text,
  kind: oneOf(nodeKinds),
  answers: listOf(answer),
  to: optional(text),
  usual: optional(text),
});

const route = object({
  id: text,
  contacts: texts,
  deadline,
  again: optional(count),
  via: optional(texts),
  instead: optional(texts),
  unless: optional(texts),
  always: optional(mark),
  unread: optional(mark),
  emergency: optional(mark),
  register: optional(mark),
  when: optional(recordOf(object({deadline: optional(deadline), contacts: optional(texts)}))),
});

const meldroute = object({
  id: text,
  version: count,
  start: text,
  nodes: listOf(node),
  routes: listOf(route),
  roles: texts,
  flags: texts,
  purposes: texts,
});

/** Tells whether a value has the shape of a meldroute, and names the path of each part that has not. */
export function isMeldroute(value: unknown, note: Note): value is Meldroute {
  let isRight = true;
  meldroute(value, '', (path) => {
    isRight = false;
    note(path);
  });
  return isRight;
}
