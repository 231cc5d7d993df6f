import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {trimLit} from '../../scripts/vite/trim-lit.mjs';

describe('trimLit', () => {
  const lit = readFileSync(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url), 'utf8');

  it('leaves out of the installed lit-html what our templates never use, and nothing that it cannot run without', async () => {
    const code = trimLit(lit);
    assert.doesNotMatch(code, /litHtmlPolyfillSupport|litHtmlVersions|setConnected|renderBefore|creationScope|Math\.random/);
    assert.match(code, /export\{.*\bas html\b.*\bas render\b/);
    // What keeps a text of a file that looks like a template from becoming one.
    assert.match(code, /hasOwnProperty\("raw"\)/);
    // A piece that is cut in its middle is no longer a script: this would reject.
    const parsed = await import('vite').then(({parseAst}) => parseAst(code));
    assert.ok(parsed.body.length > 0);
  });

  it('stops the build when lit-html has a piece in another form', () => {
    assert.throws(() => trimLit(lit.replace('setConnected(', 'connect(')), /0 times/);
  });
});
