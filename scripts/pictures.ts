// `npm run pictures`: draws the examples of every widget in each theme, language, width and colour scheme.
import {rmSync} from 'node:fs';
import {join, resolve} from 'node:path';

import {launchChromium} from '../test/support/chromium.js';
import {drawSheets, toSheets} from './pictures/draw-sheets.js';
import {readOptions} from './pictures/options.js';
import {takePictures} from './pictures/take-pictures.js';

try {
  const {part, out} = readOptions(process.argv.slice(2));
  const folder = resolve(out);
  const browser = await launchChromium();
  try {
    const {cells, remarks} = await takePictures({browser, part, out: folder, onProgress: console.log});
    rmSync(join(folder, 'sheets'), {recursive: true, force: true});
    for (const [name, blocks] of toSheets(cells)) {
      for (const sheet of await drawSheets(browser, folder, name, blocks)) console.log(sheet);
    }
    for (const remark of remarks) console.log(remark);
  } finally {
    await browser.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
