import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

import type {Browser} from '../../test/support/browser.js';
import {servePages} from '../../test/support/serve-pages.js';
import {type Cell, cellOf, listPictures} from './cells.js';
import type {Block} from './draw-sheets.js';
import type {Part} from './options.js';

/** A picture that is not the same before and after. */
export interface Difference {
  readonly cell: Cell;
  /** Pixels that differ; `undefined` when the picture is only there before, or only after. */
  readonly pixels?: number;
  /** Which share of the larger picture that is, from 0 to 1. */
  readonly share: number;
  /** What there is to see of it, from the folder of the comparison. */
  readonly block: Block;
}

export interface CompareOptions {
  readonly browser: Browser;
  /** The folders of two runs. */
  readonly before: string;
  readonly after: string;
  /** The folder to write to; the pictures of an earlier comparison in it go. */
  readonly out: string;
  readonly part: Part;
  /** A picture in which no larger share differs counts as the same. */
  readonly share: number;
}

/**
 * Compares the PNGs at two addresses. Gives the pixels that differ, of how many, and as a data URL a picture of where
 * they are. Runs in the page: it sees nothing but its arguments.
 */
async function compareInPage(
  before: string,
  after: string,
): Promise<{readonly pixels: number; readonly of: number; readonly picture: string}> {
  const load = async (url: string): Promise<ImageBitmap> => createImageBitmap(await (await fetch(url)).blob());
  const [one, other] = await Promise.all([load(before), load(after)]);
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('This browser draws no pictures.');
  const draw = (image: ImageBitmap): ImageData => {
    context.clearRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
  const from = new Uint32Array(draw(one).data.buffer);
  const image = draw(other);
  const to = new Uint32Array(image.data.buffer);
  // Alpha, blue, green, red: what differs in pink, and the rest as a shadow, to see where that is.
  const pink = 0xff5a00d6;
  let pixels = 0;
  for (let at = 0; at < to.length; at++) {
    const colour = to[at] ?? 0;
    const isSame = from[at] === colour;
    if (!isSame) pixels++;
    const shade = 192 + ((colour >> 10) & 63);
    to[at] = isSame ? 0xff000000 | (shade << 16) | (shade << 8) | shade : pink;
  }
  if (pixels > 0) context.putImageData(image, 0, 0);
  return {pixels, of: to.length, picture: pixels > 0 ? canvas.toDataURL() : ''};
}

const isIn = (part: Part, cell: Cell | undefined): cell is Cell =>
  cell !== undefined &&
  Object.entries(part).every(([axis, names]) => names.includes(String(cell[axis as keyof Cell])));

/** Compares the pictures of two runs. Gives what differs, and how many pictures it looked at. */
export async function comparePictures(
  options: CompareOptions,
): Promise<{readonly differences: readonly Difference[]; readonly looked: number}> {
  const {browser, before, after, out, part, share: allowed} = options;
  const paths = [...new Set([...listPictures(before), ...listPictures(after)])]
    .filter((path) => isIn(part, cellOf(path)))
    .toSorted();
  if (paths.length === 0) throw new Error('Neither folder holds a picture of the part asked for.');
  rmSync(join(out, 'cells'), {recursive: true, force: true});
  const pages = await servePages(after, async ({url = ''}, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html').end('<!doctype html>');
    else if (url.startsWith('/before/')) response.end(await readFile(join(before, url.slice('/before/'.length))));
    else return false;
    return true;
  });
  const page = await browser.newPage();
  const differences: Difference[] = [];
  try {
    await page.goto(`${pages.origin}/`);
    for (const path of paths) {
      const cell = cellOf(path);
      if (!cell) continue;
      const {example, language, width} = cell;
      const target = (kind: string): string => path.replace(/png$/, `${kind}.png`);
      const keep = (kind: string): string => {
        mkdirSync(dirname(join(out, path)), {recursive: true});
        return join(out, target(kind));
      };
      const report = (found: Pick<Difference, 'pixels' | 'share'>, ...kinds: readonly string[]): void => {
        const figures = kinds.map((kind) => ({path: target(kind), label: kind}));
        differences.push({cell, ...found, block: {title: `${example}, ${language} ${width}`, figures}});
      };
      const [old, fresh] = [join(before, path), join(after, path)];
      if (!existsSync(old)) {
        copyFileSync(fresh, keep('after'));
        report({share: 1}, 'after');
        continue;
      }
      if (!existsSync(fresh)) {
        copyFileSync(old, keep('before'));
        report({share: 1}, 'before');
        continue;
      }
      if (readFileSync(old).equals(readFileSync(fresh))) continue;
      const {pixels, of, picture} = await page.evaluate(compareInPage, `/before/${path}`, `/${path}`);
      if (pixels === 0 || pixels / of <= allowed) continue;
      copyFileSync(old, keep('before'));
      copyFileSync(fresh, keep('after'));
      writeFileSync(keep('difference'), Buffer.from(picture.split(',')[1] ?? '', 'base64'));
      report({pixels, share: pixels / of}, 'before', 'after', 'difference');
    }
  } finally {
    await page.close();
    await pages.close();
  }
  return {differences, looked: paths.length};
}
