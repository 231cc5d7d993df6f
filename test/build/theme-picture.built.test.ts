import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {inflateSync} from 'node:zlib';

import {runCli} from '../../packages/cli/src/run-cli.js';
import {findChromium} from '../../scripts/engines.mjs';

/** The size of a PNG, and its rows of bytes, each after the number of its filter. */
function readPng(bytes: Buffer): {readonly width: number; readonly height: number; readonly pixels: Buffer} {
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const start = at + 8;
    if (bytes.toString('latin1', at + 4, start) === 'IDAT') data.push(bytes.subarray(start, start + bytes.readUInt32BE(at)));
  }
  return {width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), pixels: inflateSync(Buffer.concat(data))};
}

describe('baken theme --picture', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baken-picture-'));
    process.env['BAKEN_CHROMIUM'] = findChromium();
  });
  after(() => rm(folder, {recursive: true}));

  const draw = async (name: string, css: string) => {
    const theme = join(folder, `${name}.css`);
    const picture = join(folder, `${name}.png`);
    await writeFile(theme, css);
    const lines: string[] = [];
    const code = await runCli(['theme', theme, '--picture', picture], {print: (line) => lines.push(line), today: '2026-11-22'});
    assert.equal(code, 0, lines.join('\n'));
    assert.equal(lines.at(-1), `Geschreven: ${picture}`);
    return readPng(await readFile(picture));
  };

  it('draws the widgets in the theme, in each scheme beside the other', async () => {
    const plain = await draw('plain', ':root {--utrecht-link-color: #004}');
    const both = await draw('both', ':root {color-scheme: light dark; --utrecht-button-border-radius: 0}');
    assert.equal(plain.width, 1280);
    assert.equal(both.width, 2560);
    assert.ok(plain.height > 2000, `${plain.height} px high`);
    // A page that stays empty has hardly a byte that differs.
    assert.ok(new Set(plain.pixels).size > 100);
    assert.notDeepEqual(plain.pixels, (await draw('other', ':root {--utrecht-link-color: #400}')).pixels);
  });
});
