import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';

import {readFolder, readTarball} from './read-files.js';

const folder = mkdtempSync(join(tmpdir(), 'baken-read-files-'));
after(() => rmSync(folder, {recursive: true}));

describe('readTarball', () => {
  it('reads every file that npm packs, whatever its size and however long its path', () => {
    const source = join(folder, 'source');
    const deep = `${'a-long-name-of-a-folder/'.repeat(6)}file.txt`;
    const texts: Record<string, string> = {
      'package.json': '{"name": "x", "version": "1.0.0"}',
      'empty.txt': '',
      'block.txt': 'x'.repeat(512),
      'more.txt': `${'é'.repeat(700)}!`,
      [deep]: 'deep',
    };
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(join(source, path, '..'), {recursive: true});
      writeFileSync(join(source, path), text);
    }
    const args = ['pack', '--offline', '--silent', '--pack-destination', folder];
    execFileSync('npm', args, {cwd: source, stdio: 'ignore'});
    const read = Object.fromEntries(readTarball(join(folder, 'x-1.0.0.tgz')).map(({path, text}) => [path, text]));
    const expected = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`package/${path}`, text]));
    assert.deepEqual(read, expected);
  });

  it('refuses an archive that ends inside a file: what is missing could be anything', () => {
    const header = Buffer.alloc(512);
    header.write('x.txt', 0);
    header.write('00000010000', 124);
    header.write('0', 156);
    writeFileSync(join(folder, 'cut.tgz'), gzipSync(header));
    assert.throws(() => readTarball(join(folder, 'cut.tgz')), /ends inside x\.txt/);
  });
});

describe('readFolder', () => {
  it('reads every file below it, also hidden ones', () => {
    const below = join(folder, 'below');
    mkdirSync(join(below, 'a/.b'), {recursive: true});
    writeFileSync(join(below, 'a/.b/.c.txt'), 'hidden');
    writeFileSync(join(below, 'd.txt'), 'plain');
    const read = Object.fromEntries(readFolder(below).map(({path, text}) => [path, text]));
    assert.deepEqual(read, {'a/.b/.c.txt': 'hidden', 'd.txt': 'plain'});
  });

  it('throws when the folder is not there', () => assert.throws(() => readFolder(join(folder, 'nowhere'))));
});
