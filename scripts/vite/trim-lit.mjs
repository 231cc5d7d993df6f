import {readFileSync} from 'node:fs';

/**
 * What our templates never use, from `lit-html.trims.txt`: lines `- ` with a piece of lit-html's published module,
 * and `+ ` with what stands there instead, if anything. Lines `# ` say why.
 *
 * @type {readonly {was: string, is: string}[]}
 */
const trims = readFileSync(new URL('lit-html.trims.txt', import.meta.url), 'utf8')
  .split(/^- /m)
  .slice(1)
  .map((block) => {
    const [was = '', next = ''] = block.split('\n');
    return {was, is: next.startsWith('+ ') ? next.slice(2) : ''};
  });

const litModule = /\/node_modules\/lit-html\/lit-html\.js$/;

/**
 * Leaves out of lit-html what our templates never use. Takes the code of its published module; throws when a piece is
 * not found exactly once.
 *
 * @param {string} code
 */
export function trimLit(code) {
  return trims.reduce((text, {was, is}) => {
    const count = text.split(was).length - 1;
    if (count === 1) return text.replace(was, () => is);
    throw new Error(
      `lit-html has "${was}" ${count} times, not once. Read the new lit-html.js and adapt ` +
        'scripts/vite/lit-html.trims.txt, or drop the piece there.',
    );
  }, code);
}

/**
 * Does that while Vite builds, and fails when a chunk has a directive all the same: it would do nothing.
 *
 * @returns {import('vite').Plugin}
 */
export const trimLitPlugin = () => ({
  name: 'baken:trim-lit',
  apply: 'build',
  transform: (code, id) => (litModule.test(id) ? {code: trimLit(code), map: null} : undefined),
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && chunk.code.includes('_$litDirective$')) {
        this.error(`${chunk.fileName} uses a directive of Lit. The shipped files have none: write it without.`);
      }
    }
  },
});

/**
 * Does the same for the tests in browsers, so that they run on the lit-html that is shipped.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const trimLitInTests = () => ({
  name: 'baken:trim-lit',
  transform: ({path, body}) => (litModule.test(path) && typeof body === 'string' ? trimLit(body) : undefined),
});
