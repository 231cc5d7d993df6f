import {mkdirSync, openSync, readSync, closeSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

import type {Browser} from '../../test/support/browser.js';
import {servePages} from '../../test/support/serve-pages.js';
import {type Cell, pathOf} from './cells.js';

/** A picture on a sheet. */
export interface Figure {
  /** From the folder of the run. */
  readonly path: string;
  readonly label: string;
}

/** Pictures that belong beside each other. */
export interface Block {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** A row of blocks on a sheet. */
type Shelf = readonly Block[];

/** In CSS pixels: a sheet is as wide as four widths side by side, and higher only for a block that is. */
const sheet = {width: 2880, height: 6000, gap: 24, words: 64};

/** Reads the size of a PNG from its first bytes. */
function sizeOf(file: string): {readonly width: number; readonly height: number} {
  const head = Buffer.alloc(24);
  const opened = openSync(file, 'r');
  readSync(opened, head, 0, 24, 0);
  closeSync(opened);
  return {width: head.readUInt32BE(16), height: head.readUInt32BE(20)};
}

type Sizes = (path: string) => {readonly width: number; readonly height: number};

const widthOf = ({figures}: Block, sizes: Sizes): number =>
  figures.reduce((sum, {path}) => sum + sizes(path).width + sheet.gap, 0);

const heightOf = (shelf: Shelf, sizes: Sizes): number =>
  Math.max(...shelf.flatMap(({figures}) => figures.map(({path}) => sizes(path).height))) + sheet.words + sheet.gap;

/** Spreads blocks, in their order, over sheets: side by side while there is room, then below. */
export function spreadBlocks(blocks: readonly Block[], sizes: Sizes): readonly (readonly Shelf[])[] {
  const shelves: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const width = widthOf(block, sizes);
    const last = shelves.at(-1);
    if (last && width <= room) last.push(block);
    else {
      shelves.push([block]);
      room = sheet.width;
    }
    room -= width;
  }
  const sheets: Shelf[][] = [];
  let left = 0;
  for (const shelf of shelves) {
    const height = heightOf(shelf, sizes);
    const last = sheets.at(-1);
    if (last && height <= left) last.push(shelf);
    else {
      sheets.push([shelf]);
      left = sheet.height;
    }
    left -= height;
  }
  return sheets;
}

const escape = (text: string): string => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
  :root {background: #e8e8ea; color: #1a1a1a; font: 16px/1.4 system-ui, sans-serif}
  body {width: max-content; min-width: 640px; margin: 0; padding: ${sheet.gap}px}
  h1 {margin: 0; font-size: 24px}
  .shelf {display: flex; gap: ${sheet.gap}px; margin-block-start: ${sheet.gap}px; align-items: start}
  h2 {margin: 0; font-size: 18px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; contain: inline-size}
  .figures {display: flex; gap: ${sheet.gap}px; align-items: start}
  figure {margin: 0}
  img {display: block; outline: 1px solid #8a8a90}
`;

/** Writes a sheet as a page. */
function toHtml(title: string, shelves: readonly Shelf[], sizes: Sizes): string {
  const drawFigure = ({path, label}: Figure): string => {
    const {width, height} = sizes(path);
    return `<figure><figcaption>${escape(label)}</figcaption>
      <img src="/${escape(path)}" width="${width}" height="${height}" alt=""></figure>`;
  };
  const drawBlock = ({title: name, figures}: Block): string =>
    `<section><h2>${escape(name)}</h2><div class="figures">${figures.map(drawFigure).join('')}</div></section>`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><h1>${escape(title)}</h1>
    ${shelves.map((shelf) => `<div class="shelf">${shelf.map(drawBlock).join('')}</div>`).join('')}`;
}

/**
 * Draws blocks of pictures on sheets `<folder>/sheets/<name>.<number>.png`, by taking a picture of a page of them.
 * Gives the paths of the sheets.
 */
export async function drawSheets(
  browser: Browser,
  folder: string,
  name: string,
  blocks: readonly Block[],
): Promise<readonly string[]> {
  const known = new Map<string, ReturnType<Sizes>>();
  const sizes: Sizes = (path) => {
    const size = known.get(path) ?? sizeOf(join(folder, path));
    known.set(path, size);
    return size;
  };
  let html = '';
  const pages = await servePages(folder, ({url}, response) => {
    if (url !== '/') return false;
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    return true;
  });
  const page = await browser.newPage();
  const written: string[] = [];
  try {
    const sheets = spreadBlocks(blocks, sizes);
    for (const [index, shelves] of sheets.entries()) {
      html = toHtml(`${name} (${index + 1} of ${sheets.length})`, shelves, sizes);
      await page.goto(`${pages.origin}/`);
      const [width = 0, height = 0] = await page.evaluate(() => {
        const {width: across, height: down} = document.body.getBoundingClientRect();
        return [Math.ceil(across), Math.ceil(down)];
      });
      await page.viewport(width, height);
      const path = join(folder, 'sheets', `${name}.${index + 1}.png`);
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, await page.screenshot());
      written.push(path);
    }
  } finally {
    await page.close();
    await pages.close();
  }
  return written;
}

/** Puts the pictures of each widget, theme and scheme together: a block for an example, or for each language of it. */
export function toSheets(cells: readonly Cell[]): ReadonlyMap<string, readonly Block[]> {
  const sheets = new Map<string, Map<string, Cell[]>>();
  const total = (all: readonly Cell[]): number => all.reduce((sum, {width}) => sum + width + sheet.gap, 0);
  for (const cell of cells) {
    const {widget, theme, scheme, example} = cell;
    const name = `${widget}.${theme}.${scheme}`;
    const examples = sheets.get(name) ?? new Map<string, Cell[]>();
    sheets.set(name, examples);
    examples.set(example, [...(examples.get(example) ?? []), cell]);
  }
  const toBlock = (title: string, all: readonly Cell[]): Block => ({
    title,
    figures: all.map((cell) => ({path: pathOf(cell), label: `${cell.language} ${cell.width}`})),
  });
  return new Map(
    [...sheets].map(([name, examples]) => [
      name,
      [...examples].flatMap(([example, all]) => {
        if (total(all) <= sheet.width) return [toBlock(example, all)];
        const languages = [...new Set(all.map(({language}) => language))];
        return languages.map((one) => toBlock(`${example}, ${one}`, all.filter(({language}) => language === one)));
      }),
    ]),
  );
}
