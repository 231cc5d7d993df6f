import type {Plugin} from 'vite';

/** What our templates never use, as it stands in lit-html's published module, and what stands there instead. */
const trims: readonly (readonly [what: string, was: RegExp, is: string])[] = [
  [
    'directives',
    /function (\w)\((\w),(\w),\w=\2,\w\)\{if\(\3===\w\)return \3;let [^{}]*_\$litDirective\$[^{}]*,\3\}(?=class )/,
    'function $1($2,$3){return $3}',
  ],
  ['directives on an element', /else \w\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(\w\)\);/, ''],
  ['the part of such a directive', /:6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/, ':0'],
  [
    'values in a comment',
    /else\{let (\w)=-1;for\(;-1!==\(\1=\w\.data\.indexOf\(\w,\1\+1\)\);\)\w\.push\(\{type:7,index:\w\}\),\1\+=\w\.length-1\}/,
    '',
  ],
  ['directives that hear of the page', /setConnected\(\w\)\{[^{}]*\}/, ''],
  [
    'polyfills and the list of versions',
    /,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w,\w\),\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
    ';',
  ],
];

/**
 * Leaves out of lit-html what our templates never use: directives, values in comments, old browsers.
 * Takes the code of its published module; throws when a piece is not found exactly once.
 */
export function trimLit(code: string): string {
  let trimmed = code;
  for (const [what, was, is] of trims) {
    const count = trimmed.match(new RegExp(was, 'g'))?.length ?? 0;
    if (count !== 1) {
      throw new Error(
        `lit-html has "${what}" ${count} times in the form that scripts/vite/trim-lit.ts knows, not once. ` +
          'Read the new lit-html.js and adapt the pattern, or drop it.',
      );
    }
    trimmed = trimmed.replace(was, is);
  }
  return trimmed;
}

/** Does that while Vite builds, and fails when a chunk has a directive all the same: it would do nothing. */
export const trimLitPlugin = (): Plugin => ({
  name: 'baken:trim-lit',
  apply: 'build',
  transform(code, id) {
    return /\/node_modules\/lit-html\/(\w+\/)?lit-html\.js$/.test(id) ? {code: trimLit(code), map: null} : undefined;
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && chunk.code.includes('_$litDirective$')) {
        this.error(`${chunk.fileName} uses a directive of Lit. The shipped files have none: write it without.`);
      }
    }
  },
});
