import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {runCli} from './run-cli.js';

async function run(...args: readonly string[]): Promise<{code: number; said: string}> {
  const lines: string[] = [];
  const code = await runCli(['theme', ...args], {print: (line) => lines.push(line), today: '2026-11-22'});
  return {code, said: lines.join('\n')};
}

describe('baken theme', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baken-theme-'));
  });
  after(() => rm(folder, {recursive: true}));

  const write = async (name: string, css: string): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, css);
    return file;
  };

  it('says what it read, and of each property where it comes from', async () => {
    const file = await write('root.css', ':root {--utrecht-link-color: #004; --nl-button-border-radius: 3px}');
    const {code, said} = await run(file);
    assert.equal(code, 0);
    assert.match(said, /^Gelezen: :root\n\nLICHT\n/);
    assert.match(said, /\n {2}UIT THEMA {3}link: --utrecht-link-color is "#004", contrast \d+,\d\d op sunken\n/);
    assert.match(said, /\n {2}UIT THEMA {3}button-radius: --nl-button-border-radius is "3px"\n/);
    assert.match(said, /\n {2}STANDAARD {3}font: uw huisstijl zegt hier niets over\n/);
    assert.match(said, /\n {2}text op surface {4,}\d\d,\d\d\n/);
    assert.match(said, /\nUit het thema: 2\. Standaard: 11\. Vervangen: 0\.\n/);
    assert.match(said, /\nU hoeft niets te veranderen\.$/);
    assert.doesNotMatch(said, /DONKER/);
  });

  it('reads a theme class, with var() in var(), over two files', async () => {
    const one = await write('brand.css', '.acme-theme {--acme-blue: #013; --acme-ink: var(--acme-none, var(--acme-blue))}');
    const two = await write('components.css', '@import "more.css"; .acme-theme {--utrecht-link-color: var(--acme-ink)}');
    const {code, said} = await run(one, two);
    assert.equal(code, 0);
    assert.match(said, /^Gelezen: \.acme-theme\nLET OP {2}Niet gelezen: "more\.css"\./);
    assert.match(said, /link: --utrecht-link-color is "#013"/);
  });

  for (const [reason, declaration, expected] of [
    ['low contrast', '--utrecht-link-color: #ccc', /link: --utrecht-link-color\. De widget neemt #005d73\.\n {4}"#ccc" heeft contrast 1,\d\d op sunken\. Nodig is 4,6\./],
    ['half transparent', '--utrecht-link-color: #0008', /De widget neemt #005d73\.\n {4}"#0008" is doorzichtig\./],
    ['empty', '--utrecht-link-color: ', /De widget neemt #005d73\.\n {4}Deze eigenschap is leeg\./],
    ['no colour', '--utrecht-link-color: 3px', /De widget neemt #005d73\.\n {4}"3px" is geen kleur\./],
    ['no size', '--utrecht-button-border-radius: rond', /button-radius: --utrecht-button-border-radius\n {4}"rond" is geen maat\./],
    ['no weight', '--utrecht-form-label-font-weight: bold', /label-weight: --utrecht-form-label-font-weight\n {4}"bold" is geen dikte\./],
  ] as const) {
    it(`says what is replaced, by what and why: ${reason}`, async () => {
      const {code, said} = await run(await write('replaced.css', `:root {${declaration};}`));
      assert.equal(code, 0);
      assert.match(said, expected);
      assert.match(said, /Vervangen: 1\./);
    });
  }

  it('says what only a browser can tell', async () => {
    const {said} = await run(await write('system.css', ':root {--utrecht-link-color: LinkText}'));
    assert.match(said, /ONBEKEND {4}link: --utrecht-link-color is "LinkText"\./);
  });

  for (const css of [
    ':root {--utrecht-link-color: light-dark(#004, #ddf)}',
    ':root {--utrecht-link-color: #004} @media (prefers-color-scheme: dark) {:root {--utrecht-link-color: #ddf}}',
    '.acme {--utrecht-link-color: #004} .acme--dark {--utrecht-link-color: #ddf}',
  ]) {
    it(`judges light and dark apart: ${css}`, async () => {
      const {said} = await run(await write('schemes.css', css));
      const [light = '', dark = ''] = said.split('\nDONKER\n');
      assert.match(light, /link: --utrecht-link-color is "[^"]*#004/);
      assert.match(dark, /link: --utrecht-link-color is "[^"]*#ddf/);
      assert.equal(said.match(/Vervangen: 0/g)?.length, 2);
    });
  }

  it('says in which line the style sheet is wrong', async () => {
    const {code, said} = await run(await write('wrong.css', ':root {\n  --a: 1px;\n'));
    assert.equal(code, 1);
    assert.match(said, /wrong\.css, regel 1: dit is geen goede CSS \(Unclosed block\)\.$/);
  });

  it('says that a style sheet has no tokens for the page', async () => {
    const {code, said} = await run(await write('none.css', 'p {color: red; --a: red}'));
    assert.equal(code, 1);
    assert.match(said, /none\.css staan geen eigenschappen die met -- beginnen\./);
  });

  it('reads an address, and says what is wrong with one', async () => {
    const server = createServer(({url}, response) => {
      if (url === '/ok.css') response.writeHead(200, {'content-type': 'text/css'}).end(':root {--utrecht-link-color: #004}');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const good = await run(`${origin}/ok.css`);
    const bad = await run(`${origin}/gone.css`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    assert.match(good.said, /link: --utrecht-link-color is "#004"/);
    assert.equal(bad.code, 1);
    assert.equal(bad.said, `Het adres ${origin}/gone.css geeft fout 404. Kijk of het klopt.`);
  });

  const mess = `.acme-theme {--utrecht-link-color: #ccc; --utrecht-button-background-color: #ff8; --utrecht-button-color: #fff;
    --utrecht-textbox-border-color: ; --nl-button-border-radius: x; --utrecht-form-label-font-weight: bold;
    --utrecht-heading-2-color: light-dark(#000, #fff)}`;

  it('--out writes a style sheet, with which nothing is replaced any more', async () => {
    const theme = await write('mess.css', mess);
    const out = join(folder, 'mend.css');
    const before = await run(theme, '--out', out);
    assert.equal(before.code, 0);
    assert.match(before.said, /Vervangen: [1-9]/);
    assert.ok(before.said.endsWith(`\nGeschreven: ${out}`));
    const mended = await readFile(out, 'utf8');
    assert.match(mended, /^\/\* Gemaakt met baken theme\. [^*]*\*\/\n:root \{\n( {2}--baken-[\w-]+: [^;]+;\n)+\}\n$/);
    const {said} = await run(theme, out);
    assert.equal(said.match(/Vervangen: 0\./g)?.length, 2);
    assert.match(said, /U hoeft niets te veranderen\./);
  });

  it('--out writes all that it found as JSON', async () => {
    const out = join(folder, 'mess.json');
    await run(await write('mess.css', mess), '--out', out);
    const {selectors, reports, overrides} = JSON.parse(await readFile(out, 'utf8')) as {
      readonly selectors: readonly string[];
      readonly reports: readonly {scheme: string; lines: readonly {property: string; reason?: string}[]; pairs: readonly object[]}[];
      readonly overrides: Readonly<Record<string, string>>;
    };
    assert.deepEqual(selectors, ['.acme-theme']);
    assert.deepEqual(reports.map(({scheme}) => scheme), ['light', 'dark']);
    assert.equal(reports[0]?.lines.find(({property}) => property === 'link')?.reason, 'contrast');
    assert.ok((reports[0]?.pairs.length ?? 0) > 20);
    assert.equal(overrides['--baken-button-border-radius'], '8px');
  });

  it('says where it cannot write', async () => {
    const out = join(folder, 'no', 'such', 'folder.css');
    const {code, said} = await run(await write('root.css', ':root {--utrecht-link-color: #004}'), '--out', out);
    assert.equal(code, 1);
    assert.ok(said.endsWith(`Het bestand ${out} kan ik niet schrijven. Kies een andere plaats.`));
  });

  for (const args of [[], ['--out', 'x.css'], ['x.css', '--out', 'x.txt'], ['x.css', '--picture', 'x.jpg'], ['x.css', '--colour']]) {
    it(`shows how it works for: baken theme ${args.join(' ')}`, async () => {
      const {code, said} = await run(...args);
      assert.equal(code, 2);
      assert.match(said, /^Zo werkt het:[^]*baken theme <huisstijl\.css of adres>/);
    });
  }
});
