import {parseAst, type Plugin} from 'vite';

import {minifyCss, minifyHtml} from './minify-template.js';

interface Quasi {
  readonly start: number;
  readonly end: number;
  readonly value: {readonly raw: string};
}

const ways: Readonly<Record<string, (pieces: readonly string[]) => string[]>> = {
  html: minifyHtml,
  svg: minifyHtml,
  css: minifyCss,
};

const ourSource = /\/packages\/(elements|embed|theme)\/src\/.*\.ts$/;

function* findTemplates(node: unknown): Generator<{readonly tag: string; readonly quasis: readonly Quasi[]}> {
  if (Array.isArray(node)) {
    for (const one of node) yield* findTemplates(one);
  } else if (typeof node === 'object' && node !== null) {
    const {type, tag, quasi} = node as {
      readonly type?: string;
      readonly tag?: {readonly name?: string};
      readonly quasi?: {readonly quasis: readonly Quasi[]};
    };
    if (type === 'TaggedTemplateExpression' && tag?.name !== undefined && quasi) {
      yield {tag: tag.name, quasis: quasi.quasis};
    }
    for (const inner of Object.values(node)) yield* findTemplates(inner);
  }
}

/** Shortens every `html`, `svg` and `css` template in a TypeScript source. */
export function minifyTemplates(code: string): string {
  const edits: {readonly at: number; readonly was: string; readonly is: string}[] = [];
  for (const {tag, quasis} of findTemplates(parseAst(code, {lang: 'ts'}))) {
    const pieces = quasis.map(({value}) => value.raw);
    const shorter = ways[tag]?.(pieces);
    if (!shorter) continue;
    let from = quasis[0]?.start ?? 0;
    pieces.forEach((was, index) => {
      // Whether an element's range includes its backtick and braces differs between parsers: the text tells.
      const at = code.indexOf(was, Math.max(from, quasis[index]?.start ?? 0));
      edits.push({at, was, is: shorter[index] ?? was});
      from = at + was.length;
    });
  }
  return edits
    .toSorted((one, other) => other.at - one.at)
    .reduce((text, {at, was, is}) => text.slice(0, at) + is + text.slice(at + was.length), code);
}

/** Shortens the templates of our own packages while Vite builds. */
export const minifyTemplatesPlugin = (): Plugin => ({
  name: 'baken:minify-templates',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    return ourSource.test(id) ? {code: minifyTemplates(code), map: null} : undefined;
  },
});
