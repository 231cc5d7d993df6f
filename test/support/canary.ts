/** A text that looks different in most encodings: capitals, a quote, an ampersand and a letter with an accent. */
export function canaryFor(field: string): string {
  return `Kanarie-${field}-"&é`;
}

const reverse = (text: string): string => [...text].reverse().join('');

/** The part of a base64 text that does not depend on what stands before or after it. */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset, 0x20), bytes]).toString('base64').replace(/=+$/, '');
    return shifted.slice(offset === 0 ? 0 : 4, -3);
  });

/** All the ways in which a text may lie somewhere, by name. Compare without regard to capitals. */
export function disguisesOf(text: string): Readonly<Record<string, readonly string[]>> {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const cores = [...base64Cores(utf8), ...base64Cores(utf16)];
  return {
    'as it is': [text],
    'percent': [encodeURIComponent(text), encodeURIComponent(text).replaceAll('%20', '+'), escape(text)],
    'base64': [...cores, ...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_'))],
    'hex': [utf8.toString('hex'), utf16.toString('hex')],
    'UTF-16': [utf16.toString('latin1')],
    'JSON': [JSON.stringify(text).slice(1, -1), JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
    'HTML': [
      text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
      text.replaceAll('&', '&amp;'),
      text.replaceAll('&', '&#38;').replaceAll('"', '&#34;'),
    ],
    'reversed': [reverse(text)],
  };
}

/** Looks for texts in what was collected, in all disguises. Gives one sentence for each find; none is good. */
export function findCanaries(canaries: readonly string[], places: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (const [place, content] of Object.entries(places)) {
    const haystack = content.toLowerCase();
    for (const canary of canaries) {
      for (const [disguise, needles] of Object.entries(disguisesOf(canary))) {
        if (needles.some((needle) => haystack.includes(needle.toLowerCase()))) {
          found.push(`${canary} in ${place} (${disguise})`);
        }
      }
    }
  }
  return found;
}
