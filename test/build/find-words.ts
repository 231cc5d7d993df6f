/** A text of fewer characters also stands in the code of others: it counts only between quotes. */
export const SHORT = 12;

/** A part of a text of fewer characters could be of any sentence. */
const SHORT_PART = 20;

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' '};
const control: Readonly<Record<string, string>> = {n: ' ', r: ' ', t: ' ', b: ' ', f: ' ', v: ' '};

const escape = new RegExp(
  [
    String.raw`\\u\{(?<point>[0-9a-f]{1,6})\}|\\u(?<unit>[0-9a-f]{4})|\\x(?<byte>[0-9a-f]{2})|\\(?<sign>[^])`,
    String.raw`&#x(?<hex>[0-9a-f]{1,6});|&#(?<decimal>\d{1,7});|&(?<entity>${Object.keys(entities).join('|')});`,
  ].join('|'),
  'gi',
);

const unescape = (text: string): string =>
  text.replace(escape, (whole: string, ...rest: unknown[]) => {
    const {point, unit, byte, sign, hex, decimal, entity} = rest.at(-1) as Record<string, string | undefined>;
    if (entity !== undefined) return entities[entity.toLowerCase()] ?? whole;
    if (sign !== undefined) return control[sign] ?? sign;
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    const code = decimal === undefined ? Number.parseInt(point ?? byte ?? hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/**
 * Gives a text as a reader sees it, however it was written down: as JSON, as JavaScript, as HTML, one in the other, or
 * broken over lines.
 */
export function readAsPlain(text: string): string {
  let plain = text;
  // JSON of HTML, JavaScript with JSON in it: each has one more layer.
  for (let layers = 0; layers < 3 && /[\\&]/.test(plain); layers += 1) plain = unescape(plain);
  return plain.normalize('NFC').replace(/\s+/g, ' ');
}

const BASE = 31;
const TABLE = 1 << 20;

/** Finds texts of at least `SHORT` characters in one pass: by the hash of their first characters. */
function createLongSearch(wanted: readonly string[]): (plain: string) => readonly string[] {
  const byStart = new Map<string, string[]>();
  const table = new Uint8Array(TABLE);
  const add = (hash: number, character: number): number => (Math.imul(hash, BASE) + character) | 0;
  let power = 1;
  for (let at = 0; at < SHORT; at += 1) power = Math.imul(power, BASE);
  for (const text of wanted) {
    const start = text.slice(0, SHORT);
    let hash = 0;
    for (let at = 0; at < SHORT; at += 1) hash = add(hash, start.charCodeAt(at));
    table[hash & (TABLE - 1)] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), text]);
  }
  return (plain) => {
    const found: string[] = [];
    let hash = 0;
    for (let end = 0; end < plain.length; end += 1) {
      hash = add(hash, plain.charCodeAt(end));
      if (end >= SHORT) hash = (hash - Math.imul(power, plain.charCodeAt(end - SHORT))) | 0;
      if (end < SHORT - 1 || table[hash & (TABLE - 1)] === 0) continue;
      const start = end - SHORT + 1;
      const candidates = byStart.get(plain.slice(start, end + 1)) ?? [];
      found.push(...candidates.filter((text) => plain.startsWith(text, start)));
    }
    return found;
  };
}

function createShortSearch(wanted: readonly string[]): (plain: string) => readonly string[] {
  const texts = new Set(wanted);
  const lengths = [...new Set(wanted.map((text) => text.length))];
  return (plain) => {
    const found: string[] = [];
    for (const {0: quote, index} of plain.matchAll(/["'`]/g)) {
      for (const length of lengths) {
        if (plain[index + length + 1] !== quote) continue;
        const text = plain.slice(index + 1, index + length + 1);
        if (texts.has(text)) found.push(text);
      }
    }
    return found;
  };
}

/** Finds, in any file, ids and texts that may not be there: each with the number of times that it was found. */
export type Search = (text: string) => Readonly<Record<string, number>>;

/**
 * Makes a search. An id counts as a word of its own, a long text anywhere, a short one between quotes. Of a text with
 * `{placeholders}` the longest part between them counts too, because a compiled file has them filled.
 */
export function createSearch(ids: readonly string[], texts: readonly string[]): Search {
  const whole = texts.map(readAsPlain);
  const parts = whole
    .filter((text) => /\{\w+\}/.test(text))
    .map((text) => text.split(/\{\w+\}/).reduce((one, other) => (other.length > one.length ? other : one)).trim())
    .filter((part) => part.length >= SHORT_PART);
  const findLong = createLongSearch([...new Set([...whole, ...parts])].filter((text) => text.length >= SHORT));
  const findShort = createShortSearch([...new Set(whole)].filter((text) => text.length < SHORT));
  const id = new RegExp(`(?<![A-Za-z0-9])(?:${ids.join('|')})(?![A-Za-z0-9])`, 'g');
  return (text) => {
    const plain = readAsPlain(text);
    const counts: Record<string, number> = {};
    const foundIds = ids.length === 0 ? [] : (plain.match(id) ?? []);
    for (const hit of [...foundIds, ...findLong(plain), ...findShort(plain)]) counts[hit] = (counts[hit] ?? 0) + 1;
    return counts;
  };
}

/**
 * Takes out the texts that prove nothing, because the public says them too, alone or in the middle of a sentence.
 * A short text is a word or two: there it counts whatever its capitals are.
 */
export function leaveOutPublic(
  texts: readonly string[],
  publicTexts: readonly string[],
): {readonly texts: readonly string[]; readonly excluded: readonly string[]} {
  const all = [...new Set(publicTexts.map(readAsPlain))].join('\n');
  const small = all.toLowerCase();
  const isWord = (character = ' '): boolean => /[\p{L}\p{N}]/u.test(character);
  const isPublic = (text: string): boolean => {
    const plain = readAsPlain(text);
    if (plain.length >= SHORT) return all.includes(plain);
    const word = plain.toLowerCase();
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
      if (!isWord(small[at - 1]) && !isWord(small[at + word.length])) return true;
    }
    return false;
  };
  return {texts: texts.filter((text) => !isPublic(text)), excluded: texts.filter(isPublic)};
}
