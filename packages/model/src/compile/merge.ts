import {findNearest} from './nearest.js';
import {isRecord, type Origin, type Report} from './report.js';

/** One file of the chain, or the national defaults. */
export interface Layer {
  readonly file: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Lines by path with indexes (`contacts/0/phone`), as `parseJson` gives them. */
  readonly lines?: ReadonlyMap<string, number>;
}

/** Tells whether a value is something with an id: such things are merged, not replaced. */
const hasId = (value: unknown): value is Record<string, unknown> & {readonly id: string} =>
  isRecord(value) && Object.hasOwn(value, 'id') && typeof value['id'] === 'string';

const isListOfThings = (value: unknown): value is readonly (Record<string, unknown> & {readonly id: string})[] =>
  Array.isArray(value) && value.every(hasId);

/** A fact with a certainty of its own: a new number must not inherit how sure we were of the old one. */
const isFact = (value: Record<string, unknown>): boolean => Object.hasOwn(value, 'certainty') && !hasId(value);

/** What says its kind brings all that belongs to it: `{"kind": "today"}` takes no number of days from below. */
const isKind = (value: Record<string, unknown>): boolean => Object.hasOwn(value, 'kind') && !hasId(value);

/** What only switches off something that is not there: no new thing, but an id that was typed wrong. */
const isLost = (item: Record<string, unknown>): boolean =>
  item['off'] === true && Object.keys(item).every((key) => key === 'id' || key === 'off');

const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}/${key}`);

/**
 * Turns the path of a value inside a file into the path that people read: things with an id by their id.
 * Stops where the value has no such place.
 */
export function readablePath(root: unknown, keys: readonly PropertyKey[]): string {
  let value = root;
  let path = '';
  for (const key of keys) {
    const inner: unknown =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined;
    path = join(path, Array.isArray(value) && hasId(inner) ? inner.id : String(key));
    value = inner;
  }
  return path;
}

/**
 * Merges layers, the first one lowest: objects key by key, lists of things with an id by id, anything else is
 * replaced, and `null` removes. Gives the merged value, where each part of it was written, and the paths of what was
 * switched off before it was there.
 * Layers come from `parseJson`, which lets no key reach a prototype and limits depth.
 */
export function mergeLayers(layers: readonly Layer[]): {
  readonly merged: Record<string, unknown>;
  readonly origins: Map<string, Origin>;
  readonly lost: readonly string[];
} {
  const origins = new Map<string, Origin>();
  const lost: string[] = [];

  const mergeAll = (under: unknown, over: unknown, path: string, pointer: string, layer: Layer): unknown => {
    const mark = (): void => void origins.set(path, {file: layer.file, line: layer.lines?.get(pointer)});
    if (isRecord(over)) {
      const kept = isRecord(under) && !isFact(under) && !isKind(over) ? under : undefined;
      if (!kept || hasId(over)) mark();
      const result: Record<string, unknown> = {...kept};
      for (const [key, value] of Object.entries(over)) {
        if (value === null) {
          delete result[key];
          origins.set(join(path, key), {file: layer.file, line: layer.lines?.get(join(pointer, key))});
        } else {
          const below = kept && Object.hasOwn(kept, key) ? kept[key] : undefined;
          result[key] = mergeAll(below, value, join(path, key), join(pointer, key), layer);
        }
      }
      return result;
    }
    if (isListOfThings(over) && (over.length > 0 || isListOfThings(under))) {
      if (under === undefined) mark();
      const result = isListOfThings(under) ? [...under] : [];
      over.forEach((item, index) => {
        const place = result.findIndex((other) => other.id === item.id);
        const inside = join(path, item.id);
        const merged = mergeAll(result[place], item, inside, join(pointer, index), layer) as typeof item;
        if (place === -1 && isLost(item)) lost.push(inside);
        if (place === -1) result.push(merged);
        else result[place] = merged;
      });
      return result;
    }
    mark();
    if (!Array.isArray(over)) return over;
    return over.map((item: unknown, index) =>
      mergeAll(undefined, item, join(path, index), join(pointer, index), layer),
    );
  };

  let merged: Record<string, unknown> = {};
  for (const layer of layers) merged = mergeAll(merged, layer.value, '', '', layer) as Record<string, unknown>;
  return {merged, origins, lost};
}

/** Finds ids that stand twice in one list of a file: merging would silently make them one. Gives readable paths. */
export function findTwins(value: unknown, path = ''): readonly string[] {
  if (isListOfThings(value)) {
    const ids = value.map((item) => item.id);
    const twins = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => join(path, id));
    return [...twins, ...value.flatMap((item) => findTwins(item, join(path, item.id)))];
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => findTwins(inner, join(path, key)));
}

/** Takes what was switched off and is not there out of the merged value, and says what may be meant. */
export function dropLost({merged, lost}: Pick<ReturnType<typeof mergeLayers>, 'merged' | 'lost'>, report: Report): void {
  for (const path of lost) {
    const keys = path.split('/');
    const id = keys.pop() ?? '';
    const list = keys.reduce<unknown>(
      (value, key) => (isListOfThings(value) ? value.find((item) => item.id === key) : isRecord(value) && value[key]),
      merged,
    );
    const place = isListOfThings(list) ? list.findIndex((item) => item.id === id && isLost(item)) : -1;
    if (!Array.isArray(list) || place === -1) continue;
    list.splice(place, 1);
    const known = list.map((item: {readonly id: string}) => item.id);
    report.error(path, id, 'off-unknown', {name: id, nearest: findNearest(id, known)});
  }
}
