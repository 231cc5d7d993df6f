// `npm run pictures:compare`: shows what a change altered, between two folders of pictures, or since a git ref.
import {rmSync} from 'node:fs';
import {join, resolve} from 'node:path';

import {launchChromium} from '../test/support/chromium.js';
import {nameOf} from './pictures/cells.js';
import {checkOut} from './pictures/check-out.js';
import {comparePictures} from './pictures/compare-pictures.js';
import {type Block, drawSheets} from './pictures/draw-sheets.js';
import {readOptions, usage} from './pictures/options.js';
import {takePictures} from './pictures/take-pictures.js';

try {
  const {part, out, share, names} = readOptions(process.argv.slice(2));
  const [before, after] = names;
  if (before === undefined || names.length > 2) {
    throw new Error(`Write two folders with pictures, or a git ref to compare what is here with.\n\n${usage}`);
  }
  const browser = await launchChromium();
  try {
    const folders = {before: resolve(before), after: resolve(after ?? join(out, 'after'))};
    if (after === undefined) {
      folders.before = resolve(out, 'before');
      const old = checkOut(before);
      try {
        await takePictures({browser, part, out: folders.before, project: old.folder, onProgress: console.log});
      } finally {
        old.remove();
      }
      await takePictures({browser, part, out: folders.after, onProgress: console.log});
    }
    const compared = resolve(out, 'differences');
    const {differences, looked} = await comparePictures({browser, ...folders, out: compared, part, share});
    rmSync(join(compared, 'sheets'), {recursive: true, force: true});
    const sheets = new Map<string, Block[]>();
    for (const {cell, block} of differences) {
      const name = `${cell.widget}.${cell.theme}.${cell.scheme}`;
      sheets.set(name, [...(sheets.get(name) ?? []), block]);
    }
    for (const [name, blocks] of sheets) {
      for (const sheet of await drawSheets(browser, compared, name, blocks)) console.log(sheet);
    }
    for (const {cell, pixels, share: found, block} of differences) {
      const only = `only ${block.figures[0]?.label}`;
      console.log(`${pixels === undefined ? only : `${pixels} px (${(found * 100).toFixed(2)} %)`}: ${nameOf(cell)}`);
    }
    console.log(`${differences.length} of ${looked} pictures differ`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
