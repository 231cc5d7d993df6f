import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {guardCompiled} from '@baken/model/rules/guard';
import {guardContacts} from '@baken/model/rules/guard-contacts';
import {guardStaff} from '@baken/model/rules/guard-staff';

import {runCli} from './run-cli.js';

const samples = fileURLToPath(new URL('../../demo/gemeenten/', import.meta.url));
const sample = (name: string): string => join(samples, name);

async function run(...args: readonly string[]): Promise<{code: number; said: string}> {
  const lines: string[] = [];
  const code = await runCli(args, {print: (line) => lines.push(line), today: '2026-11-22'});
  return {code, said: lines.join('\n')};
}

describe('baken', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baken-cli-'));
    const source = JSON.parse(await readFile(sample('diemen.json'), 'utf8')) as Record<string, unknown>;
    await writeFile(join(folder, 'wrong.json'), JSON.stringify({...source, nmae: 'x', help: ['politie']}, null, 2));
  });
  after(() => rm(folder, {recursive: true}));

  it('check says of every sample gemeente that it has no errors', async () => {
    const names = (await readdir(samples)).filter((name) => !/^(regio|flevoland|cluster)/.test(name));
    assert.ok(names.length >= 14);
    for (const name of names) {
      const {code, said} = await run('check', sample(name));
      assert.equal(code, 0, said);
      assert.match(said, /Geen fouten\./);
    }
  });

  it('check lists facts that nobody confirmed', async () => {
    const {said} = await run('check', sample('diemen.json'));
    assert.match(said, /LET OP {2}content\/contacts\.json: contacts\/fairwork\/phone\n/);
  });

  it('check names file, line, key, what stands there and what to write, and ends with 1', async () => {
    const {code, said} = await run('check', join(folder, 'wrong.json'));
    assert.equal(code, 1);
    assert.match(
      said,
      /FOUT {2}\S+wrong\.json, regel \d+: nmae\n {2}Er staat nu: "x"\n {2}De sleutel “nmae” bestaat hier niet\. Bedoelt u “name”\?/,
    );
  });

  it('check --show prints the merged configuration', async () => {
    const {said} = await run('check', sample('blaricum.json'), '--show');
    assert.match(said, /"entry": "zorgcoordinator-regio"/);
    assert.match(said, /"code": "0376"/);
  });

  it('build writes one file for each language that the guard lets through', async () => {
    const out = join(folder, 'out');
    assert.equal((await run('build', sample('blaricum.json'), '--out', out)).code, 0);
    assert.deepEqual((await readdir(out)).sort(), [
      'blaricum.contacts.en.json',
      'blaricum.contacts.nl.json',
      'blaricum.en.json',
      'blaricum.nl.json',
    ]);
    const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), 'utf8'));
    assert.equal(guardCompiled(await read('blaricum.nl.json')), undefined);
    assert.equal(guardContacts(await read('blaricum.contacts.nl.json')), undefined);
  });

  it('build of a staff file writes the public files and the staff files, and keeps them apart', async () => {
    const out = join(folder, 'staff');
    assert.equal((await run('build', sample('diemen.staff.json'), '--out', out)).code, 0);
    assert.deepEqual((await readdir(out)).sort(), [
      'diemen.contacts.en.json',
      'diemen.contacts.nl.json',
      'diemen.en.json',
      'diemen.nl.json',
      'diemen.staff.en.json',
      'diemen.staff.nl.json',
    ]);
    for (const name of ['diemen.nl.json', 'diemen.contacts.nl.json']) {
      assert.doesNotMatch(await readFile(join(out, name), 'utf8'), /directe lijn|meldroute/);
    }
    const staff = await readFile(join(out, 'diemen.staff.nl.json'), 'utf8');
    assert.match(staff, /directe lijn/);
    assert.equal(guardStaff(JSON.parse(staff)), undefined);
  });

  it('says that the folder with texts for staff is another one, and what to do', async () => {
    const {code, said} = await run('check', sample('diemen.staff.json'), '--staff-content', folder);
    assert.equal(code, 1);
    assert.match(said, /is niet de map met teksten voor medewerkers\. Pak het archief/);
  });

  it('route draws the meldroute of a gemeente, with its own desk, as a picture with a name', async () => {
    const out = join(folder, 'pictures', 'groningen.svg');
    assert.equal((await run('route', sample('groningen.staff.json'), '--out', out)).code, 0);
    const svg = await readFile(out, 'utf8');
    assert.match(svg, /role="img" aria-labelledby="title desc"/);
    assert.match(svg, /<title id="title">Meldroute van Groningen\. Versie groningen@1\.<\/title>/);
    const words = svg.replace(/<\/tspan><tspan[^>]*>/g, ' ').replace(/<[^>]+>/g, '\n');
    for (const part of [
      '1. Wat is er aan de hand?',
      'Iemand van het Zorg- en Veiligheidshuis',
      'Bel 112',
      'Wie: Zorg- en Veiligheidshuis. Contact: Zorg- en Veiligheidshuis. Termijn: dezelfde werkdag.',
    ]) {
      assert.ok(words.includes(part), part);
    }
  });

  it('route draws no words outside the picture and no box over another', async () => {
    const out = join(folder, 'diemen.svg');
    await run('route', sample('diemen.staff.json'), '--out', out);
    const svg = await readFile(out, 'utf8');
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    const numbers = /<rect fill="#f3f6f9"[^>]* x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g;
    const boxes = [...svg.matchAll(numbers)].map(([, ...values]) => values.map(Number));
    assert.equal(boxes.length, 28);
    for (const [x = NaN, y = NaN, w = NaN, h = NaN] of boxes) {
      assert.ok(x >= 0 && y >= 0 && x + w <= width && y + h <= height);
      const over = boxes.filter(
        ([x2 = 0, y2 = 0, w2 = 0, h2 = 0]) => x < x2 + w2 && x2 < x + w && y < y2 + h2 && y2 < y + h,
      );
      assert.equal(over.length, 1, `${x} ${y}`);
    }
    for (const [, y] of svg.matchAll(/<tspan x="[\d.-]+" y="([\d.]+)"/g)) assert.ok(Number(y) < height);
  });

  it('route writes the same as a list, when asked for .md', async () => {
    const out = join(folder, 'diemen.md');
    assert.equal((await run('route', sample('diemen.staff.json'), '--out', out)).code, 0);
    const list = await readFile(out, 'utf8');
    assert.match(list, /^# Meldroute van Diemen\n/);
    assert.match(list, / {3}- Ik heb zelf steun nodig \[support\] \(\d+, \d+\) → Einde: dit ga je doen\n/);
    assert.match(list, /\n1\. Bel 112 \[call-112\]\n {3}- Wie: Politie en ambulance\.\n {3}- Contact: Noodnummer\.\n/);
  });

  it('route says so when the file is a public one', async () => {
    const {code, said} = await run('route', sample('diemen.json'), '--out', join(folder, 'x.svg'));
    assert.equal(code, 1);
    assert.match(said, /Dit is een openbaar bestand/);
  });

  it('build writes nothing when there is an error', async () => {
    const out = join(folder, 'none');
    const {code, said} = await run('build', join(folder, 'wrong.json'), '--out', out);
    assert.equal(code, 1);
    assert.match(said, /Er is niets geschreven/);
    await assert.rejects(readdir(out));
  });

  it('build says so when it cannot write', async () => {
    const {code, said} = await run('build', sample('diemen.json'), '--out', join(folder, 'wrong.json'));
    assert.equal(code, 1);
    assert.match(said, /kan ik niet schrijven/);
  });

  it('says so when there is no such file', async () => {
    const {code, said} = await run('check', join(folder, 'nothing.json'));
    assert.equal(code, 1);
    assert.match(said, /nothing\.json is niet te lezen/);
  });

  for (const args of [
    [],
    ['check'],
    ['build', 'x.json'],
    ['chek', 'x.json'],
    ['check', 'x.json', '--nope'],
    ['check', 'x', 'y'],
    ['route', 'x.json', '--out', 'x.png'],
  ]) {
    it(`explains itself for: baken ${args.join(' ')}`, async () => {
      const {code, said} = await run(...args);
      assert.equal(code, 2);
      assert.match(said, /baken build <bestand> --out <map>/);
    });
  }
});
