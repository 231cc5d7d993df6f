import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import test from 'node:test';

import {contentFolder, readContent, readTexts, type SignEntry} from './read-content.js';

const staff = '../content-staff';
const {signs} = readContent<{readonly signs: readonly SignEntry[]}>(`${staff}/signs.json`);
const {signs: publicSigns} = readContent<{readonly signs: readonly SignEntry[]}>('signs.json');
const {workplaces} = readContent<{
  readonly workplaces: readonly {readonly id: string; readonly signs: readonly string[]}[];
}>(`${staff}/workplaces.json`);
const sourcesOf = (path: string) =>
  readContent<{readonly sources: readonly {readonly id: string; readonly where: string}[]}>(path).sources;

/** The signs for the intranet: per group and, per weight, the numbers. */
const intranetSigns: Readonly<Record<string, {readonly S: string; readonly SS: string; readonly NU: string}>> = {
  ALG: {S: '11', SS: '', NU: ''},
  SEX: {S: '12', SS: '', NU: ''},
  ARB: {S: '12', SS: '', NU: ''},
  HUI: {S: '10', SS: '', NU: ''},
  ORG: {S: '', SS: '02 06', NU: ''},
  HUW: {S: '07', SS: '09', NU: ''},
  BAL: {S: '03 04 05 06 11', SS: '01 02 07 08 09', NU: '10'},
  WON: {S: '02 11', SS: '01 03 06 07 08 10', NU: '04'},
  SOC: {S: '05 06', SS: '01 02 03 04 07 08 09 11', NU: '10'},
  VER: {S: '01 02 05 06 07 08 10', SS: '03 09', NU: ''},
  TOE: {S: '04 05', SS: '01 02 03 07 08 09 10', NU: '06'},
};
const expected = Object.entries(intranetSigns).flatMap(([group, byWeight]) =>
  Object.entries(byWeight).flatMap(([weight, numbers]) =>
    numbers.split(' ').filter(Boolean).map((number) => `${group}-${number} ${weight}`),
  ),
);

test('there are exactly the 58 signs for the intranet, each with its weight', () => {
  assert.equal(expected.length, 58);
  assert.deepEqual(signs.map(({id, weight}) => `${id} ${weight}`).sort(), [...expected].sort());
});

test('no sign for the intranet is public, by its number or by its words', () => {
  const ids = new Set(publicSigns.map(({id}) => id));
  assert.deepEqual(signs.filter(({id}) => ids.has(id)), []);
  for (const language of ['nl', 'en']) {
    const open = new Set(readTexts(language).map(([, text]) => JSON.stringify(text)));
    const own = Object.entries(readContent<Record<string, string>>(`${staff}/texts/${language}/signs.json`));
    assert.deepEqual(own.filter(([, text]) => open.has(JSON.stringify(text))), []);
  }
});

test('every sign belongs to its form, or to the work where it is seen', () => {
  const formOf: Readonly<Record<string, string>> = {
    ALG: 'algemeen', SEX: 'seksueel', ARB: 'arbeid', HUI: 'huishoudelijk', ORG: 'orgaan', HUW: 'huwelijk',
    BAL: 'balie', WON: 'wonen', SOC: 'sociaal', VER: 'vergunning', TOE: 'toezicht',
  };
  // A child that is brought into a family is not about marrying.
  for (const {id, form} of signs) assert.equal(form, id === 'HUW-09' ? 'overig' : formOf[id.slice(0, 3)], id);
});

test('every sign says how certain it is and where that comes from, and nobody reviewed one yet', () => {
  const known = [...sourcesOf('sources.json'), ...sourcesOf(`${staff}/sources.json`)].map(({id}) => id);
  for (const {id, certainty, source, reviewed} of signs) {
    assert.ok(source && source.length > 0, id);
    assert.deepEqual(source.filter((code) => !known.includes(code)), [], id);
    assert.equal(certainty, source.every((code) => code === 'own-knowledge') ? 'K+' : 'S', id);
    assert.equal(reviewed, null, id);
  }
});

test('the list of sources holds what the public list lacks, and each is used', () => {
  const open = new Set(sourcesOf('sources.json').map(({id}) => id));
  const used = new Set(signs.flatMap(({source}) => source ?? []));
  assert.deepEqual(
    sourcesOf(`${staff}/sources.json`).filter(({id, where}) => open.has(id) || !used.has(id) || where === ''),
    [],
  );
});

test('a workplace shows signs that exist, what means danger first and each once', () => {
  const all = [...publicSigns, ...signs];
  assert.deepEqual(workplaces.map(({id}) => id), ['counter', 'home', 'social', 'permits', 'inspection']);
  for (const {id, signs: shown} of workplaces) {
    assert.equal(new Set(shown).size, shown.length, id);
    const weights = shown.map((sign) => all.find((one) => one.id === sign)?.weight ?? `no sign ${sign}`);
    const heaviest = (weight: string): number => ['NU', 'SS', 'S'].indexOf(weight);
    assert.deepEqual(weights, [...weights].sort((a, b) => heaviest(a) - heaviest(b)), id);
    assert.equal(weights[0], 'NU', id);
  }
});

test('every sign is met at some workplace', () => {
  const met = new Set(workplaces.flatMap(({signs: shown}) => shown));
  assert.deepEqual([...publicSigns, ...signs].map(({id}) => id).filter((id) => !met.has(id)), []);
});

test('no registry accepts the package, and it holds data and nothing that runs', () => {
  const own = readContent<Record<string, unknown>>(`${staff}/package.json`);
  assert.equal(own['private'], true);
  assert.equal(own['license'], readContent<Record<string, unknown>>('package.json')['license']);
  const files = readdirSync(`${contentFolder}${staff}`, {recursive: true, encoding: 'utf8'});
  // `dist` is where the archive for gemeenten is packed.
  assert.deepEqual(
    files.filter((file) => /\.\w+$/.test(file) && !/\.(json|md)$/.test(file) && !file.startsWith('dist')),
    [],
  );
});

test('no package that is published depends on it', () => {
  const packages = `${contentFolder}../`;
  for (const name of readdirSync(packages)) {
    const own = readContent<Record<string, unknown>>(`../${name}/package.json`);
    const needs = JSON.stringify([own['dependencies'], own['peerDependencies'], own['optionalDependencies']]);
    if (own['private'] !== true) assert.doesNotMatch(needs, /content-staff/, name);
  }
});
