import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {sharePolicy} from '../../scripts/vite/share-policy.js';

describe('sharePolicy', () => {
  const lit = readFileSync(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url), 'utf8');

  it('lets the installed lit-html use our policy and make none of its own', () => {
    const code = sharePolicy(lit);
    assert.match(code, /^import \{bakenPolicy\} from ".*\/packages\/embed\/src\/policy\.ts";/);
    assert.doesNotMatch(code, /createPolicy/);
    assert.match(code, /=bakenPolicy,/);
  });

  it('stops the build when lit-html makes its policy in another way', () => {
    assert.throws(() => sharePolicy(lit.replace('createPolicy("lit-html"', 'createPolicy(name')), /0 times/);
  });
});
