import assert from 'node:assert/strict';
import {test} from 'node:test';

import {html} from './html.js';

test('text that looks like HTML is shown, not run', () => {
  const typed = `<img src=x onerror="alert('1')">&amp;`;
  assert.equal(
    html`<p title="${typed}">${typed}</p>`.text,
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">' +
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>',
  );
});

test('an object with the shape of HTML is not taken for HTML', () => {
  const forged = JSON.parse('{"text": "<script></script>"}') as string;
  assert.doesNotMatch(html`${[forged]}`.text, /<script>/);
});

test('lists are written one after another, and nothing is left where there is no value', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  assert.equal(html`<ul>${items}${undefined}${0}</ul>`.text, '<ul><li>a</li><li>b</li>0</ul>');
});
