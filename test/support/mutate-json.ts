import fc from 'fast-check';

/** One change to a JSON value. `at` chooses the place; what falls outside counts round. */
interface Change {
  readonly kind: 'remove' | 'replace' | 'rename' | 'add' | 'repeat' | 'copy' | 'letter';
  readonly at: number;
  readonly from: number;
  readonly key: string;
  readonly value: unknown;
}

type Container = Record<string, unknown> | unknown[];
type Place = readonly [container: Container, key: string | number];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const listPlaces = (value: unknown): readonly Place[] =>
  isContainer(value)
    ? Object.keys(value).flatMap((key): readonly Place[] => {
        const place = Array.isArray(value) ? Number(key) : key;
        return [[value, place], ...listPlaces(Reflect.get(value, key))];
      })
    : [];

/** Sets an own key, `__proto__` too, as `JSON.parse` does. */
function setKey(container: Container, key: string | number, value: unknown): void {
  Object.defineProperty(container, key, {value, enumerable: true, configurable: true, writable: true});
}

function applyChange(root: {whole: unknown}, change: Change): void {
  const places = listPlaces(root);
  const [container, key] = places[change.at % places.length] ?? [root, 'whole'];
  const [otherContainer, otherKey] = places[change.from % places.length] ?? [root, 'whole'];
  const value: unknown = Reflect.get(container, key);
  switch (change.kind) {
    case 'remove':
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else Reflect.deleteProperty(container, key);
      break;
    case 'replace':
      setKey(container, key, structuredClone(change.value));
      break;
    case 'rename':
      if (!Array.isArray(container)) Reflect.deleteProperty(container, key);
      setKey(container, Array.isArray(container) ? key : change.key, value);
      break;
    case 'add':
      if (Array.isArray(value)) value.push(structuredClone(change.value));
      else if (isContainer(value)) setKey(value, change.key, structuredClone(change.value));
      break;
    case 'repeat':
      if (Array.isArray(container)) container.push(structuredClone(value));
      break;
    case 'copy':
      setKey(container, key, structuredClone(Reflect.get(otherContainer, otherKey)));
      break;
    case 'letter':
      if (typeof value === 'string') setKey(container, key, value.slice(1) + change.key);
      break;
  }
}

const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'some'),
  fc.constantFrom('id', 'off', 'after', 'when', 'phone', 'texts', 'steps', 'extends', 'format', 'questions', 'nl', 'u'),
  fc.string({maxLength: 8}),
);

const values = fc.oneof(
  fc.jsonValue({maxDepth: 3}),
  fc.constantFrom(
    null,
    '',
    '112',
    '*',
    'javascript:alert(1)',
    '<b>',
    '{x}',
    '\u0000\u001b[2J',
    '\ud800',
    -1,
    1e308,
    true,
    [],
    {},
  ),
  fc.constantFrom({toString: 1, valueOf: 1}, {length: 1e9}, {some: 1}, [null], [[]], {id: '__proto__'}),
  keys.map((key) => {
    const value = {};
    setKey(value, key, {polluted: true});
    return value;
  }),
);

const changes: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('remove', 'replace', 'rename', 'add', 'repeat', 'copy', 'letter'),
  at: fc.nat(100_000),
  from: fc.nat(100_000),
  key: keys,
  value: values,
});

/** Makes damaged copies of JSON values: one to four changes each, anywhere. The originals stay as they are. */
export function mutateJson(originals: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(changes, {minLength: 1, maxLength: 4}))
    .map(([original, list]) => {
      const root = {whole: structuredClone(original)};
      for (const change of list) applyChange(root, change);
      return root.whole;
    });
}
