const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
};

/** Counts how deep arrays and objects are nested. Never throws, also when the text is not JSON. */
export function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

/** A key that `JSON.parse` or a later reader would treat in a way of its own. */
export interface OddKey {
  readonly path: readonly (string | number)[];
  readonly kind: 'repeated' | 'prototype';
}

interface Frame {
  /** Nothing for an array. */
  readonly keys: Set<string> | undefined;
  at: string | number;
  expectsKey: boolean;
}

/**
 * Finds keys that are written twice in one object, and keys named `__proto__`.
 * `JSON.parse` keeps the last of two and says nothing, so two readers could see two different signals.
 * The text must be JSON.
 */
export function findOddKeys(text: string): readonly OddKey[] {
  const found: OddKey[] = [];
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const frame = frames.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      if (frame?.keys && frame.expectsKey) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        const repeated = frame.keys.has(key);
        frame.keys.add(key);
        frame.at = key;
        frame.expectsKey = false;
        if (repeated || key === '__proto__') {
          found.push({path: frames.map((each) => each.at), kind: key === '__proto__' ? 'prototype' : 'repeated'});
        }
      }
      at = end;
    } else if (character === '{') frames.push({keys: new Set(), at: '', expectsKey: true});
    else if (character === '[') frames.push({keys: undefined, at: 0, expectsKey: false});
    else if (character === '}' || character === ']') frames.pop();
    else if (character === ',' && frame) {
      if (frame.keys) frame.expectsKey = true;
      else frame.at = Number(frame.at) + 1;
    }
  }
  return found;
}
