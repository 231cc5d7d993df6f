import {fileURLToPath} from 'node:url';

import type {Plugin} from 'vite';

const litPolicy = /\b(\w+)=\w+\.trustedTypes,(\w+)=\1\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\3\}\):void 0/;
const policyFile = fileURLToPath(new URL('../../packages/embed/src/policy.ts', import.meta.url));

/**
 * Lets lit-html use our one Trusted Types policy in place of its own, so that a page lists only `trusted-types baken`.
 * Takes the code of lit-html's published module, trimmed of what else asks for Trusted Types; throws when its policy is
 * not found exactly once.
 */
export function sharePolicy(code: string): string {
  const count = code.match(new RegExp(litPolicy, 'g'))?.length ?? 0;
  if (count !== 1) {
    throw new Error(
      `lit-html makes its Trusted Types policy ${count} times in the form that scripts/vite/share-policy.ts knows, not ` +
        'once. Read the new lit-html.js and adapt the pattern: else the shipped files break under `trusted-types baken`.',
    );
  }
  return `import {bakenPolicy} from ${JSON.stringify(policyFile)};\n${code.replace(litPolicy, '$2=bakenPolicy')}`;
}

/** Does that while Vite builds, and fails when a chunk still asks for lit-html's own policy. */
export const sharePolicyPlugin = (): Plugin => ({
  name: 'baken:share-policy',
  apply: 'build',
  transform(code, id) {
    return /\/node_modules\/lit-html\/(\w+\/)?lit-html\.js$/.test(id) ? {code: sharePolicy(code), map: null} : undefined;
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && /createPolicy\(["'`](?!baken["'`])/.test(chunk.code)) {
        this.error(`${chunk.fileName} makes a Trusted Types policy that is not "baken".`);
      }
    }
  },
});
