import type * as z from 'zod/mini';

import {readablePath} from './merge.js';
import {findNearest} from './nearest.js';
import type {Details} from './report.js';

/** One wrong value: where, the message that fits, and what fills the message. */
export interface Explained {
  /** Keys and indexes from the top of the file. */
  readonly keys: readonly PropertyKey[];
  /** The path as people read it. */
  readonly path: string;
  readonly value: unknown;
  /** The name of the message. */
  readonly code: string;
  readonly details: Details;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Lists the keys that a strict object may have at this place. */
export function listKeys(schema: Schema, keys: readonly PropertyKey[]): readonly string[] {
  const {def} = (schema as z.core.$ZodTypes)._zod;
  const [first, ...rest] = keys;
  if (def.type === 'optional' || def.type === 'nullable') return listKeys(def.innerType, keys);
  if (def.type === 'union') return def.options.flatMap((option) => listKeys(option, keys));
  if (def.type === 'object') {
    if (first === undefined) return Object.keys(def.shape);
    const inner = Object.hasOwn(def.shape, first) ? def.shape[String(first)] : undefined;
    return inner ? listKeys(inner, rest) : [];
  }
  if (first === undefined) return [];
  if (def.type === 'array') return listKeys(def.element, rest);
  return def.type === 'record' ? listKeys(def.valueType, rest) : [];
}

function valueAt(root: unknown, keys: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Of a value that may have several shapes, the shape that it was meant to have: the one whose type fits. */
const findMeant = (issues: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  issues.find((branch) => branch.every((issue) => issue.path.length > 0 || issue.code !== 'invalid_type'));

/** Tells whether the schema names a message of its own. */
const isOwn = ({message}: Issue): boolean => message !== 'Invalid input';

/** Says for each issue of a schema which sentence fits. Zod's own sentences are not used. */
export function explainIssues(
  schema: Schema,
  root: unknown,
  issues: readonly Issue[],
  above: readonly PropertyKey[] = [],
): readonly Explained[] {
  return issues.flatMap((issue): readonly Explained[] => {
    const keys = [...above, ...issue.path];
    const value = valueAt(root, keys);
    const say = (code: string, details: Details = {}, extra: readonly PropertyKey[] = []): Explained => ({
      keys: [...keys, ...extra],
      path: readablePath(root, [...keys, ...extra]),
      value: extra.length > 0 ? valueAt(root, [...keys, ...extra]) : value,
      code,
      details,
    });
    switch (issue.code) {
      case 'unrecognized_keys': {
        const known = listKeys(schema, keys);
        return issue.keys.map((name) =>
          // Of several shapes another one has this key: no nearest key would say what is wrong.
          known.includes(name)
            ? say('key-elsewhere', {name}, [name])
            : say('unknown-key', {name, nearest: findNearest(name, known)}, [name]),
        );
      }
      case 'invalid_union': {
        const meant = findMeant(issue.errors);
        return meant ? explainIssues(schema, root, meant, keys) : [say(issue.message)];
      }
      case 'invalid_key':
        return [say(issue.issues[0]?.message ?? 'text-key')];
      case 'invalid_type':
        if (value === undefined) return [say('missing')];
        return [say(isOwn(issue) ? issue.message : `type-${issue.expected}`)];
      case 'invalid_value':
        return [say(value === undefined ? 'missing' : 'one-of', {values: issue.values.map(String).join(', ')})];
      case 'too_small':
        return [say(isOwn(issue) ? issue.message : 'too-few')];
      default:
        return [say(issue.message)];
    }
  });
}
