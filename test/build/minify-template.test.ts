import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {minifyCss, minifyHtml} from '../../scripts/vite/minify-template.js';
import {minifyTemplates} from '../../scripts/vite/minify-templates.js';

const joined = (pieces: readonly string[]): string => pieces.join('${}');

describe('minifyHtml', () => {
  const cases: readonly (readonly [name: string, input: readonly string[], output: string])[] = [
    ['drops what stands between elements on lines of their own', ['<div>\n  <p>a</p>\n  <p>b</p>\n</div>'], '<div><p>a</p><p>b</p></div>'],
    ['keeps one space between elements in a line', ['<p><b>a</b>\n  <i>b</i></p>'], '<p><b>a</b> <i>b</i></p>'],
    ['keeps one space between words', ['<p>a\n   b  c</p>'], '<p>a b c</p>'],
    ['keeps the space beside a hole', ['<p>a ', ' b</p>'], '<p>a ${} b</p>'],
    ['keeps the space between two holes', ['<p>', '\n', '</p>'], '<p>${} ${}</p>'],
    ['drops what stands between a hole and the edge of a paragraph', ['<p>\n  ', '\n</p>'], '<p>${}</p>'],
    ['keeps the edges of a template that may stand in a line', [' <b>a</b> '], ' <b>a</b> '],
    ['keeps a space before a button', ['<p>a</p> <button>b</button> <button>c</button>'], '<p>a</p><button>b</button> <button>c</button>'],
    ['shortens the inside of a tag', ['<input\n  type="text"\n  .value=', '\n  ?disabled=', '\n>'], '<input type="text" .value=${} ?disabled=${}>'],
    ['keeps the space before a slash', ['<input value=', ' />'], '<input value=${} />'],
    ['keeps attribute values', ['<p title="a  b\n  ', '  c" class=\'  d \'>x</p>'], '<p title="a  b\n  ${}  c" class=\'  d \'>x</p>'],
    ['keeps preformatted text', ['<pre>  a\n  ', '  b</pre> <b>c</b>'], '<pre>  a\n  ${}  b</pre> <b>c</b>'],
    ['keeps comments', ['<p><!--  a <div>\n -->  b</p>'], '<p><!--  a <div>\n --> b</p>'],
    ['keeps a quote and a smaller-than in text', ["<p>it's  1 < 2  \" </p>"], "<p>it's 1 < 2 \"</p>"],
    ['keeps a no-break space', ['<p>a\u00a0\u00a0b</p>'], '<p>a\u00a0\u00a0b</p>'],
    ['takes SVG shapes as drawn without text', ['<path d="M0 0"/>\n  <circle r="1"/>'], '<path d="M0 0"/><circle r="1"/>'],
  ];
  for (const [name, input, output] of cases) {
    it(name, () => assert.equal(joined(minifyHtml(input)), output));
  }
});

describe('minifyCss', () => {
  const cases: readonly (readonly [name: string, input: readonly string[], output: string])[] = [
    ['drops comments and white space', ['\n/* why */\n:host {\n  color: red;\n  margin: 0 1px;\n}\n'], ':host{color:red;margin:0 1px}'],
    ['keeps the space of a descendant', ['a :hover, b > c {top: 0}'], 'a :hover,b>c{top:0}'],
    ['keeps strings', ["a::before {content: ' /* {;} \\' ';}"], "a::before{content:' /* {;} \\' '}"],
    ['keeps the space around a hole', ['a {margin: 0 ', ' 1px;}'], 'a{margin:0 ${} 1px}'],
    ['drops the edges of brackets, and keeps what stands before one', ['@media screen and ( hover ) {a {top: var( --b );}}'], '@media screen and (hover){a{top:var(--b)}}'],
    ['keeps the spaces of calc', ['a {width: calc(1px + 2px);}'], 'a{width:calc(1px + 2px)}'],
    ['keeps the words of a media query', ['@media (min-width: 1px) and (hover) {a {top: 0;}}'], '@media (min-width:1px) and (hover){a{top:0}}'],
  ];
  for (const [name, input, output] of cases) {
    it(name, () => assert.equal(joined(minifyCss(input)), output));
  }

  it('refuses a hole inside a comment', () => {
    assert.throws(() => minifyCss(['a {} /* ', ' */']), /hole inside a comment/);
  });
});

describe('minifyTemplates', () => {
  it('shortens templates inside holes too, and leaves all other code as it is', () => {
    const code = [
      "const é = '😀  x';",
      'const a: string = `  plain  `;',
      'const b = html`<div>\n  ${c.map((d) => html`<p>\n  ${d} 😀</p>`)}\n</div>`;',
      'const e = css`a {\n  top: 0;\n}`;',
    ].join('\n');
    assert.equal(
      minifyTemplates(code),
      [
        "const é = '😀  x';",
        'const a: string = `  plain  `;',
        'const b = html`<div>${c.map((d) => html`<p>${d} 😀</p>`)}</div>`;',
        'const e = css`a{top:0}`;',
      ].join('\n'),
    );
  });
});
