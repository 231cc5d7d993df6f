import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {guardCompiled} from '@baken/model/rules/guard';

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
    assert.ok(names.length >= 7);
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
    assert.deepEqual((await readdir(out)).sort(), ['blaricum.en.json', 'blaricum.nl.json']);
    assert.equal(guardCompiled(JSON.parse(await readFile(join(out, 'blaricum.nl.json'), 'utf8'))), undefined);
  });

  it('build of a staff file writes the public files and the staff files, and keeps them apart', async () => {
    const out = join(folder, 'staff');
    assert.equal((await run('build', sample('diemen.staff.json'), '--out', out)).code, 0);
    assert.deepEqual((await readdir(out)).sort(), [
      'diemen.en.json',
      'diemen.nl.json',
      'diemen.staff.en.json',
      'diemen.staff.nl.json',
    ]);
    assert.doesNotMatch(await readFile(join(out, 'diemen.nl.json'), 'utf8'), /directe lijn/);
    assert.match(await readFile(join(out, 'diemen.staff.nl.json'), 'utf8'), /directe lijn/);
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
  ]) {
    it(`explains itself for: baken ${args.join(' ')}`, async () => {
      const {code, said} = await run(...args);
      assert.equal(code, 2);
      assert.match(said, /baken build <bestand> --out <map>/);
    });
  }
});
