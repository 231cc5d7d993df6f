import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {compileSamples} from '@baken/demo/compile-samples';

import {root} from '../../scripts/install-packages.mjs';
import {createSearch, leaveOutPublic, readAsPlain, type Search} from './find-words.js';
import {readFolder, readTarball, type TextFile} from './read-files.js';

/** Gives every text in JSON: those in both forms of address, and with `keys` also the names of keys. */
const textsIn = (value: unknown, keys: boolean): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => textsIn(each, keys));
  return keys && !Array.isArray(value) ? [...Object.keys(value), ...inner] : inner;
};

const wordsOf = (folder: string, keys = false): readonly string[] =>
  readFolder(join(root, folder))
    .filter(({path}) => path.endsWith('.json'))
    .flatMap(({text}) => textsIn(JSON.parse(text), keys));

const ids = (
  JSON.parse(readFileSync(join(root, 'packages/content-staff/signs.json'), 'utf8')) as {signs: {id: string}[]}
).signs.map(({id}) => id);
const staffTexts = [...new Set(wordsOf('packages/content-staff/texts'))];
/** What a sample gemeente writes for its residents is public as well. */
const samplesTexts = readFolder(join(root, 'packages/demo/gemeenten'))
  .filter(({path}) => !path.endsWith('.staff.json'))
  .flatMap(({text}) => textsIn(JSON.parse(text), false));
const {texts, excluded} = leaveOutPublic(staffTexts, [...wordsOf('packages/content', true), ...samplesTexts]);
const search: Search = createSearch(ids, texts);

const isPrivate = (name: string): boolean => {
  const manifest = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as {readonly private?: boolean}).private === true;
};
const published = readdirSync(join(root, 'packages')).filter((name) => !isPrivate(name));

/** Packs folders as npm publishes them, and gives what is in each archive. */
const pack = (folders: readonly string[], target: string): readonly TextFile[] => {
  const args = ['pack', '--offline', '--ignore-scripts', '--silent', '--pack-destination', target, ...folders];
  execFileSync('npm', args, {cwd: root, stdio: ['ignore', 'ignore', 'inherit']});
  return readdirSync(target)
    .filter((name) => name.endsWith('.tgz'))
    .flatMap((name) => readTarball(join(target, name)).map(({path, text}) => ({path: `${name}/${path}`, text})));
};

/** Names each file with something that may not be there, and what. */
const faultsIn = (files: readonly TextFile[]): Readonly<Record<string, object>> =>
  Object.fromEntries(files.map(({path, text}) => [path, search(`${path}\n${text}`)] as const)
    .filter(([, found]) => Object.keys(found).length > 0));

const escapeAll = (text: string): string =>
  Array.from({length: text.length}, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** How a text may come into a file. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => `"${text}"`,
  'as JSON': JSON.stringify,
  'as JSON with everything escaped': (text) => `"${escapeAll(text)}"`,
  'as HTML': (text) => `"${escapeHtml(text)}"`,
  'as a minified template': (text) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
};

describe('what only staff may see', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'baken-apart-'));
  after(() => rmSync(temporary, {recursive: true}));

  it('is 58 signs and their words, of which those that the public content says too prove nothing', (test) => {
    assert.equal(new Set(ids).size, 58);
    assert.ok(texts.length > 500, `only ${texts.length} texts to look for`);
    for (const id of ids) assert.ok(!excluded.some((text) => text.includes(id)));
    test.diagnostic(`${ids.length} ids and ${texts.length} texts are looked for`);
    test.diagnostic(`${excluded.length} texts are left out, because the public content says them too:`);
    test.diagnostic(excluded.join(' | '));
  });

  for (const [way, write] of Object.entries(ways)) {
    it(`would be found, each id and each text, ${way}`, () => {
      const noise = '{"a":"b \\" & c","d":`e`}\n';
      for (const word of [...ids, ...texts]) {
        assert.ok(Object.keys(search(noise + write(word) + noise)).length > 0, word);
      }
    });
  }

  const places: Readonly<Record<string, () => readonly TextFile[] | Promise<readonly TextFile[]>>> = {
    'the packed packages': () => {
      const target = join(temporary, 'packed');
      mkdirSync(target);
      return pack(published.map((name) => `./packages/${name}`), target);
    },
    'the shipped files': () => readFolder(join(root, 'packages/embed/dist')),
    'the compiled public files of the samples': async () => {
      const samples = await compileSamples({endpoint: 'https://x.example/v1/signals', pages: 'https://x.example'});
      return samples
        .flatMap(({files, contacts}) => [...files, ...contacts])
        .map((file) => ({path: `${file.format} ${file.gemeente.id} ${file.language}`, text: JSON.stringify(file)}));
    },
    // The suite "storybook" runs before this one; by itself: npm run storybook:build.
    'the public Storybook': () => readFolder(join(root, 'storybook-static')),
  };
  for (const [place, read] of Object.entries(places)) {
    describe(`in ${place}`, () => {
      let files: readonly TextFile[] = [];
      before(async () => {
        files = await read();
      });

      it('is nowhere', (test) => {
        test.diagnostic(`${files.length} files, ${files.reduce((sum, {text}) => sum + text.length, 0)} characters`);
        assert.ok(files.length > 3, 'there is nothing to look through');
        assert.deepEqual(faultsIn(files), {});
      });

      it('would be found in the middle of each of the largest files, in every way of writing', () => {
        const largest = [...files].sort((one, other) => other.text.length - one.text.length).slice(0, 3);
        const [id = ''] = ids;
        const [longest = ''] = [...texts].sort((one, other) => other.length - one.length);
        for (const {path, text} of largest) {
          const middle = Math.floor(text.length / 2);
          const planted = Object.values(ways).map((write) => `;${write(id)};${write(longest)};`).join('');
          const found = faultsIn([{path, text: text.slice(0, middle) + planted + text.slice(middle)}]);
          const count = Object.keys(ways).length;
          assert.deepEqual(found, {[path]: {[id]: count, [readAsPlain(longest)]: count}});
        }
      });
    });
  }

  it('would be found in a file of a package', () => {
    const folder = join(temporary, 'planted');
    const target = join(temporary, 'planted-packed');
    for (const name of [folder, target]) mkdirSync(name);
    writeFileSync(join(folder, 'package.json'), '{"name": "planted", "version": "1.0.0"}');
    writeFileSync(join(folder, 'words.json'), JSON.stringify({[`sign.${ids[0]}`]: texts[0]}));
    const [found = {}] = Object.values(faultsIn(pack([folder], target)));
    assert.deepEqual(Object.keys(found).length, 2);
  });

  it('has a Storybook of everyone without its widgets, and with those for residents', () => {
    const index = readFileSync(join(root, 'storybook-static/index.json'), 'utf8');
    assert.match(index, /signal-form\.stories/);
    assert.doesNotMatch(index, /meldroute-wizard|risk-checklist/);
  });

  it('is in an archive of its own, and that is not among the shipped files', () => {
    const folder = join(root, 'packages/content-staff/dist');
    const {version} = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as {version: string};
    assert.deepEqual(readdirSync(folder), [`baken-content-staff-${version}.tgz`]);
    const packed = readTarball(join(folder, `baken-content-staff-${version}.tgz`));
    const found = Object.assign({}, ...packed.map(({text}) => search(text))) as Readonly<Record<string, number>>;
    assert.deepEqual(ids.filter((id) => !(id in found)), []);
    assert.equal(isPrivate('content-staff'), true);
  });
});
