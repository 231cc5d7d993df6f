/** What passes through the page's Trusted Types. The results are trusted values; TypeScript only knows the text. */
export interface BakenPolicy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: BakenPolicy): BakenPolicy;
}

const key = Symbol.for('baken.policy');
const here: string = import.meta.url;

function createPolicy(): BakenPolicy | undefined {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  try {
    return trustedTypes?.createPolicy('baken', {
      // Only Lit's own templates, literals of our code, come here: no text of a gemeente or a visitor is ever HTML.
      createHTML: (html) => html,
      createScriptURL(url) {
        if (url === new URL('baken.js', here).href) return url;
        throw new TypeError(`${url} is not the baken.js next to ${here}`);
      },
    });
  } catch {
    // The page lists no policy with our name. The browser then says what it blocked, and the fallback stays.
    return undefined;
  }
}

/**
 * The one Trusted Types policy, `baken`. It is made once per page under `Symbol.for('baken.policy')`, so that two of
 * our files live together under `trusted-types baken` without `'allow-duplicates'`. `createHTML` is what lit-html
 * needs for its templates: the build gives it this policy in place of its own. `createScriptURL` only lets through
 * the `baken.js` next to the file that made the policy. `undefined` where the browser has no Trusted Types.
 */
export const bakenPolicy: BakenPolicy | undefined = Reflect.get(globalThis, key) ?? createPolicy();

if (bakenPolicy) Object.defineProperty(globalThis, key, {value: bakenPolicy, configurable: false});
