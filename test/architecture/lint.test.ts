import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baken-lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const name of ['scripts', 'node_modules']) symlinkSync(join(root, name), join(folder, name), 'dir');
  after(() => rmSync(folder, {recursive: true}));

  const widget = 'packages/elements/src/example/example-element.ts';
  const rule = 'packages/model/src/rules/example.ts';
  const refused: readonly (readonly [what: string, file: string, code: string, remedy: RegExp])[] = [
    ['innerHTML', widget, "document.body.innerHTML = 'a';", /html template of elements/],
    ['a binding to innerHTML', widget, 'export const a = html`<p .innerHTML=${b}></p>`;', /hole between the tags/],
    ['a style attribute', widget, 'export const a = html`<p style="${b}"></p>`;', /\*-styles\.ts/],
    ['unsafeHTML', widget, "import {unsafeHTML} from 'lit/directives/unsafe-html.js';\nunsafeHTML('');", /put the text in a hole/],
    ['unsafeSVG', widget, "import {unsafeSVG} from 'lit/directives/unsafe-svg.js';\nunsafeSVG('');", /put the text in a hole/],
    ['unsafeStatic', widget, "import {unsafeStatic} from 'lit/static-html.js';\nunsafeStatic('');", /put the text in a hole/],
    ['unsafeCSS', widget, "import {unsafeCSS} from 'lit';\nunsafeCSS('');", /--baken-\* properties/],
    ['styleMap', widget, "import {styleMap} from 'lit/directives/style-map.js';\nstyleMap({});", /Give the element a class/],
    ['localStorage', widget, "localStorage.setItem('a', 'b');", /#private field/],
    ['window.sessionStorage', widget, 'window.sessionStorage.clear();', /#private field/],
    ['document.cookie', widget, "document.cookie = 'a';", /#private field/],
    ['console.log', widget, 'console.log(1);', /console/],
    ['fetch in an element', widget, "void fetch('/a');", /getServices/],
    ['eval', widget, "eval('1');", /eval/],
    ['classic zod', 'packages/model/src/schemas/example.ts', "import {z} from 'zod';\nexport const a = z;", /zod\/mini/],
    ['zod in a rule', rule, "import * as z from 'zod/mini';\nexport const a = z;", /packages\/model\/src\/schemas/],
    ['the document in the model', rule, 'export const a = document.title;', /packages\/elements/],
    ['the network in the model', rule, "export const a = fetch('/a');", /packages\/transport/],
    ['an import without its ending', widget, "export {a} from './a';", /\.\/a\.js/],
    ['another package by its folder', widget, "export {a} from '../../../model/src/rules/a.js';", /@baken/],
  ];
  const fine = "import {html} from 'lit';\n\nconsole.warn('a');\nexport const a = html`<p>a</p>`;\n";
  /** The files, each in a folder of its own: oxlint looks at all of them in one run. */
  const paths = [...refused, ['', widget, fine] as const].map(([, file, code], index) => {
    const path = join(dirname(file), String(index), basename(file));
    mkdirSync(join(folder, dirname(path)), {recursive: true});
    writeFileSync(join(folder, path), code);
    return path;
  });
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings', '-f', 'json', 'packages'];
  const {stdout} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8'});
  const {diagnostics} = JSON.parse(stdout) as {diagnostics: readonly {readonly filename: string}[]};
  const saidOf = (index: number): string =>
    JSON.stringify(diagnostics.filter(({filename}) => filename === paths[index]));

  for (const [index, [what, , , remedy]] of refused.entries()) {
    it(`refuses ${what} and says what to do`, () => assert.match(saidOf(index), remedy));
  }

  it('accepts a warning on the console and a plain template', () => assert.equal(saidOf(refused.length), '[]'));
});
