import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {trimLit} from '../../scripts/vite/trim-lit.js';

describe('trimLit', () => {
  const lit = readFileSync(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url), 'utf8');

  it('leaves directives and old browsers out of the installed lit-html, and nothing that it cannot run without', async () => {
    const code = trimLit(lit);
    assert.doesNotMatch(code, /_\$litDirective\$|litHtmlPolyfillSupport|litHtmlVersions|setConnected|type:[67]/);
    assert.match(code, /export\{.*\bas html\b.*\bas render\b/);
    // A piece that is cut in its middle is no longer a script: this would reject.
    const parsed = await import('vite').then(({parseAst}) => parseAst(code));
    assert.ok(parsed.body.length > 0);
  });

  it('stops the build when lit-html has a piece in another form', () => {
    assert.throws(() => trimLit(lit.replace('setConnected(', 'connect(')), /0 times/);
  });
});
