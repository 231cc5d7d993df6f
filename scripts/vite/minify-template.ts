/**
 * Elements around which white space is never drawn, because their boxes start on a line of their own.
 * `button`, `a`, `span` and other elements in a line are not among them: a space between two of those is seen.
 */
const onOwnLine = new Set(
  ('address article aside blockquote dd details dialog div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr legend ' +
    'li main nav ol p section summary table tbody td tfoot th thead tr ul ' +
    'circle defs ellipse g line path polygon polyline rect use').split(' '),
);

/** Elements whose text is kept as it is. */
const verbatim = new Set(['pre', 'textarea', 'script', 'style', 'title']);

const isSpace = (character: string | undefined): boolean => character !== undefined && /[ \t\n\f\r]/.test(character);

type Place = 'text' | 'tag' | 'double' | 'single' | 'comment' | 'verbatim';

/**
 * Shortens the white space of one `html` or `svg` template without changing what it draws.
 * Takes the fixed pieces between the holes and gives as many back. Runs of white space in text become one space, and
 * none beside an element that starts on its own line; attribute values, comments and `pre` stay as they are.
 */
export function minifyHtml(pieces: readonly string[]): string[] {
  let place: Place = 'text';
  let tag = '';
  // False at the start: the template may be put in the middle of a line.
  let isAfterBlock = false;
  return pieces.map((piece) => {
    let out = '';
    let at = 0;
    const take = (length: number): void => {
      out += piece.slice(at, at + length);
      at += length;
    };
    while (at < piece.length) {
      const rest = piece.slice(at);
      if (place === 'comment') {
        const end = rest.indexOf('-->');
        if (end >= 0) place = 'text';
        take(end < 0 ? rest.length : end + 3);
      } else if (place === 'verbatim') {
        const end = rest.search(new RegExp(`</${tag}`, 'i'));
        if (end >= 0) place = 'text';
        take(end < 0 ? rest.length : end);
      } else if (place === 'double' || place === 'single') {
        const end = rest.indexOf(place === 'double' ? '"' : "'");
        if (end >= 0) place = 'tag';
        take(end < 0 ? rest.length : end + 1);
      } else if (isSpace(rest[0])) {
        const length = rest.search(/[^ \t\n\f\r]|$/);
        const next = rest.slice(length);
        if (place === 'tag') {
          if (next[0] !== '>') out += ' ';
        } else {
          const opens = /^<\/?([a-z][^\s/>]*)/i.exec(next)?.[1]?.toLowerCase();
          const isBeforeBlock = opens !== undefined && onOwnLine.has(opens);
          if (!isAfterBlock && !isBeforeBlock) out += ' ';
        }
        at += length;
      } else if (place === 'tag') {
        if (rest[0] === '"') place = 'double';
        else if (rest[0] === "'") place = 'single';
        else if (rest[0] === '>') {
          place = verbatim.has(tag) ? 'verbatim' : 'text';
          isAfterBlock = onOwnLine.has(tag.replace('/', ''));
        }
        take(1);
      } else if (rest.startsWith('<!--')) {
        place = 'comment';
        isAfterBlock = false;
        take(4);
      } else if (/^<\/?[a-z]/i.test(rest)) {
        const name = /^<(\/?[a-z][^\s/>]*)/i.exec(rest)?.[1] ?? '';
        tag = name.toLowerCase();
        place = 'tag';
        take(name.length + 1);
      } else {
        isAfterBlock = false;
        take(1);
      }
    }
    // A hole in text draws something of its own.
    if (place === 'text') isAfterBlock = false;
    return out;
  });
}

/**
 * Shortens the pieces of one `css` template, or a whole style sheet: no comments, no needless white space.
 * Strings stay as they are. A space before a colon stays: it may be the one between two selectors.
 * Throws on a hole inside a comment, whose value would come out as a rule.
 */
export function minifyCss(pieces: readonly string[]): string[] {
  let isComment = false;
  let quote = '';
  return pieces.map((piece, index) => {
    let out = '';
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at] ?? '';
      if (isComment) {
        if (piece.startsWith('*/', at)) {
          isComment = false;
          at++;
        }
      } else if (quote) {
        out += character;
        if (character === '\\') out += piece[++at] ?? '';
        else if (character === quote) quote = '';
      } else if (piece.startsWith('/*', at)) {
        isComment = true;
        at++;
      } else if (isSpace(character)) {
        const isEdge = out === '' && index === 0;
        if (!isEdge && !/[\s{};,:>(]$/.test(out)) out += ' ';
      } else {
        if (/[{};,>)]/.test(character)) out = out.replace(/ $/, '');
        if (character === '}') out = out.replace(/;$/, '');
        if (character === '"' || character === "'") quote = character;
        out += character;
      }
    }
    const isLast = index === pieces.length - 1;
    if (isComment && !isLast) throw new Error('A css template has a hole inside a comment. Take it out of the comment.');
    return isLast ? out.trimEnd() : out;
  });
}
