import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {root} from '../../scripts/install-packages.mjs';
import {cellOf, nameOf, pathOf} from '../../scripts/pictures/cells.js';
import {checkOut, linkPackages} from '../../scripts/pictures/check-out.js';
import {comparePictures} from '../../scripts/pictures/compare-pictures.js';
import {type Block, drawSheets, spreadBlocks, toSheets} from '../../scripts/pictures/draw-sheets.js';
import {keepAsked, type Part, readOptions} from '../../scripts/pictures/options.js';
import {takePictures, toExample} from '../../scripts/pictures/take-pictures.js';
import type {Browser} from './browser.js';
import {launchBrowser} from './browsers.js';
import {type Picture, readPng} from './picture.js';

describe('pictures of the examples', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baken-pictures-test-'));
  mkdirSync(join(root, '.cache'), {recursive: true});
  const project = mkdtempSync(join(root, '.cache/pictures-test-'));
  const part: Part = {
    widget: ['contact-card', 'report-button'],
    example: ['open', 'opens-the-form'],
    scheme: ['light'],
    language: ['nl'],
    width: ['320'],
  };
  const card = 'contact-card / open / ours, light, nl, 320 px';
  let browser: Browser;
  const take = (out: string, asked: Part = part) =>
    takePictures({browser, part: asked, out: join(folder, out), project});
  const compare = async (one: string, other: string): Promise<readonly string[]> => {
    const folders = {before: join(folder, one), after: join(folder, other), out: join(folder, `${one}-${other}`)};
    const {differences} = await comparePictures({browser, ...folders, part: {}, share: 0.0001});
    return differences.map(({cell}) => nameOf(cell));
  };
  const read = (out: string, name: string): Picture =>
    readPng(readFileSync(join(folder, out, 'cells/contact-card/open', name)));

  before(async () => {
    const copied = ['.storybook', 'packages', 'scripts', 'stories', 'test/support', 'tsconfig.json', 'vite.config.ts'];
    for (const path of copied) {
      const filter = (from: string): boolean => !/^(node_modules|dist(-open)?|\.data)$/.test(basename(from));
      cpSync(join(root, path), join(project, path), {recursive: true, filter});
    }
    linkPackages(project);
    browser = await launchBrowser('chromium');
    await take('first');
  });
  after(async () => {
    await browser?.close();
    for (const path of [folder, project]) rmSync(path, {recursive: true, force: true});
  });

  it('give no difference for what did not change', async () => {
    await take('second');
    assert.deepEqual(await compare('first', 'second'), []);
  });

  it('name the one in which a colour changed, show where, and name no other', async () => {
    const file = join(project, 'packages/elements/src/contact-card/contact-card-styles.ts');
    const styles = readFileSync(file, 'utf8');
    const planted = styles.replace('background: var(--_surface)', 'background: rebeccapurple');
    assert.notEqual(planted, styles);
    writeFileSync(file, planted);
    await take('planted');
    writeFileSync(file, styles);
    assert.deepEqual(await compare('first', 'planted'), [card]);
    const {pixels} = read('first-planted', 'ours.light.nl.320.difference.png');
    assert.ok(pixels.some((value, at) => value === 214 && pixels[at + 1] === 0 && pixels[at + 2] === 90));
  });

  it('are told of when a box cuts off what is in it', async () => {
    const file = join(project, 'packages/elements/src/contact-card/contact-card-styles.ts');
    const styles = readFileSync(file, 'utf8');
    writeFileSync(file, styles.replace('.head {', '.card { overflow: clip }\n  .head { inline-size: 400px;'));
    const {remarks} = await take('wide');
    writeFileSync(file, styles);
    assert.equal(remarks.length, 1);
    assert.match(remarks[0] ?? '', /^\d+ px too wide for article\.card: contact-card \/ open \/ ours, light, nl, 320 px$/);
  });

  it('name one that is only there before or after', async () => {
    cpSync(join(folder, 'first'), join(folder, 'less'), {recursive: true});
    rmSync(join(folder, 'less/cells/contact-card'), {recursive: true});
    assert.deepEqual(await compare('first', 'less'), [card]);
    assert.deepEqual(await compare('less', 'first'), [card]);
  });

  it('are taken in each language, width and scheme, and put on a sheet by theme and scheme', async () => {
    const all: Part = {widget: ['contact-card'], example: ['open'], language: ['nl', 'en'], width: ['320', '768']};
    const {cells, remarks} = await take('all', {...all, scheme: ['light', 'dark', 'forced']});
    assert.equal(cells.length, 12);
    assert.deepEqual(remarks, []);
    assert.equal(read('all', 'ours.light.en.768.png').width, 768);
    const page = (scheme: string) => [...read('all', `ours.${scheme}.nl.320.png`).pixels.subarray(0, 3)];
    assert.deepEqual(page('light'), [255, 255, 255]);
    assert.ok(page('dark').every((value) => value > 0 && value < 64), String(page('dark')));
    assert.deepEqual(page('forced'), [0, 0, 0]);

    const sheets = toSheets(cells);
    assert.deepEqual([...sheets.keys()], ['light', 'dark', 'forced'].map((scheme) => `contact-card.ours.${scheme}`));
    const [sheet = ''] = await drawSheets(browser, join(folder, 'all'), 'one', [...sheets.values()][0] ?? []);
    const {width} = readPng(readFileSync(sheet));
    assert.ok(width > 2 * (320 + 768), String(width));
  });

  it('show an icon in the colours that a system forces, not in ours', async () => {
    const asked: Part = {...part, widget: ['signal-form'], example: ['danger'], scheme: ['forced']};
    const [cell] = (await take('forced', asked)).cells;
    assert.ok(cell);
    const {pixels} = readPng(readFileSync(join(folder, 'forced', pathOf(cell))));
    const isRed = (at: number): boolean => (pixels[at] ?? 0) > 120 && (pixels[at + 1] ?? 0) < 60;
    assert.equal(pixels.findIndex((_, at) => at % 3 === 0 && isRed(at)), -1);
  });

  it('spread over sheets in their order: beside each other while there is room, then below', () => {
    const block = (title: string, ...paths: readonly string[]): Block => ({
      title,
      figures: paths.map((path) => ({path, label: ''})),
    });
    const sizes = (path: string) => ({width: Number(path), height: 2000});
    const blocks = [block('a', '1280'), block('b', '1280', '320'), block('c', '1200'), block('d', '1280', '1280')];
    const titles = spreadBlocks(blocks, sizes).map((shelves) => shelves.map((shelf) => shelf.map(({title}) => title)));
    assert.deepEqual(titles, [[['a'], ['b', 'c']], [['d']]]);
  });

  it('have a path that tells what they show', () => {
    const cell = {widget: 'a', example: toExample('Call112AtAHome'), theme: 'b', scheme: 'c', language: 'd', width: 320};
    assert.equal(cell.example, 'call-112-at-a-home');
    assert.deepEqual(cellOf(pathOf(cell)), cell);
    assert.equal(cellOf(pathOf(cell).replace('png', 'difference.png')), undefined);
  });

  it('are refused for a name that is not there, instead of showing nothing', () => {
    const {part: asked} = readOptions(['--widget', 'signal-form,signal-from', '--width', '320']);
    assert.throws(() => keepAsked(asked, 'widget', ['signal-form']), /no widget "signal-from". Write one of: signal-form/);
    assert.deepEqual(keepAsked(asked, 'theme', ['ours']), ['ours']);
    assert.throws(() => readOptions(['--width', 'wide']), /--width is "wide"/);
    assert.throws(() => readOptions(['--wide', '320']), /--width 320,390,768,1280/);
  });

  it('can be taken of a commit, in a folder that knows its own packages and goes again', () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {cwd: folder, stdio: 'pipe'});
    mkdirSync(join(folder, 'packages/a'), {recursive: true});
    writeFileSync(join(folder, 'packages/a/b.txt'), 'then');
    git('init');
    git('add', 'packages');
    git('commit', '-m', 'a');
    writeFileSync(join(folder, 'packages/a/b.txt'), 'now');
    const old = checkOut('HEAD', folder);
    assert.equal(readFileSync(join(old.folder, 'node_modules/@baken/a/b.txt'), 'utf8'), 'then');
    assert.equal(realpathSync(join(old.folder, 'node_modules/@baken/a')), realpathSync(join(old.folder, 'packages/a')));
    old.remove();
    assert.equal(existsSync(old.folder), false);
    assert.throws(() => checkOut('no-such-ref', folder), /Git knows no commit "no-such-ref"/);
  });
});
