/** JSON nested deeper than this is refused: no configuration needs it, and it could exhaust the stack. */
export const DEEPEST = 32;

/** What is wrong with a JSON text: the name of a message, where, and what stands there. */
export interface JsonProblem {
  readonly code: 'json' | 'json-end' | 'json-comma' | 'json-deep' | 'json-key' | 'json-twice';
  readonly line: number;
  readonly column: number;
  /** The key around the problem: `contacts/0/phone`. */
  readonly key: string;
  readonly found: string;
}

/** A JSON value with the line on which each value starts, by path (`contacts/0/phone`; the whole is ``). */
export interface ParsedJson {
  readonly value: unknown;
  readonly lines: ReadonlyMap<string, number>;
}

const literals = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON and remembers lines, which `JSON.parse` does not do in any portable way. It also refuses what
 * `JSON.parse` lets through and what would do harm later: a key that stands twice, a key that reaches into
 * the prototype, and nesting deeper than `DEEPEST`. Never throws.
 */
export function parseJson(text: string): ParsedJson | {readonly problem: JsonProblem} {
  const lines = new Map<string, number>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let lineStart = at;
  let problem: JsonProblem | undefined;

  const fail = (code: JsonProblem['code'], path: string, found = text.slice(at, at + 1)): undefined => {
    problem ??= {code: at >= text.length ? 'json-end' : code, line, column: at - lineStart + 1, key: path, found};
    return undefined;
  };
  const skip = (): void => {
    for (; at < text.length; at += 1) {
      const character = text[at];
      if (character === '\n') {
        line += 1;
        lineStart = at + 1;
      } else if (character !== ' ' && character !== '\t' && character !== '\r') return;
    }
  };
  const readToken = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const readString = (path: string): string | undefined => {
    const token = readToken(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    if (token === undefined) return fail('json', path, text.slice(at, at + 20).split('\n')[0]);
    at += token.length;
    return JSON.parse(token) as string;
  };
  const isNext = (character: string): boolean => {
    skip();
    return text[at] === character;
  };
  /** Reads the items between two brackets; `readItem` reads one. */
  const readItems = (close: string, path: string, readItem: () => void): void => {
    at += 1;
    if (isNext(close)) {
      at += 1;
      return;
    }
    while (problem === undefined) {
      skip();
      readItem();
      if (problem !== undefined) return;
      if (isNext(close)) {
        at += 1;
        return;
      }
      if (!isNext(',')) fail('json-comma', path);
      at += 1;
      if (isNext(close)) fail('json-comma', path, `,${close}`);
    }
  };
  const readValue = (path: string, depth: number): unknown => {
    skip();
    if (depth > DEEPEST) return fail('json-deep', path);
    lines.set(path, line);
    const inside = (key: string | number): string => (path === '' ? String(key) : `${path}/${key}`);
    if (text[at] === '{') {
      const result: Record<string, unknown> = {};
      readItems('}', path, () => {
        const start = at;
        const key = readString(path);
        if (key === undefined) return;
        if (forbidden.has(key) || Object.hasOwn(result, key)) {
          at = start;
          fail(forbidden.has(key) ? 'json-key' : 'json-twice', inside(key), key);
          return;
        }
        if (!isNext(':')) {
          fail('json', inside(key));
          return;
        }
        at += 1;
        result[key] = readValue(inside(key), depth + 1);
      });
      return result;
    }
    if (text[at] === '[') {
      const result: unknown[] = [];
      readItems(']', path, () => result.push(readValue(inside(result.length), depth + 1)));
      return result;
    }
    if (text[at] === '"') return readString(path);
    const word = readToken(/[-+.\w]+/y) ?? '';
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word);
    if (!isNumber && !literals.has(word)) return fail('json', path, word === '' ? text[at] : word.slice(0, 20));
    at += word.length;
    return isNumber ? Number(word) : literals.get(word);
  };

  const value = readValue('', 1);
  skip();
  if (problem === undefined && at < text.length) fail('json', '');
  return problem === undefined ? {value, lines} : {problem};
}
