import {readdirSync} from 'node:fs';
import {join} from 'node:path';

/** The colour schemes of a picture: two of the page, and the colours that a system forces on it. */
export const schemes = ['light', 'dark', 'forced'] as const;

/** The widths of a picture, in CSS pixels. */
export const widths = [320, 390, 768, 1280] as const;

/** One picture: which example, and how the page around it was. */
export interface Cell {
  /** The name of the file with its stories: `signal-form`. */
  readonly widget: string;
  /** The name of the story, in kebab case. */
  readonly example: string;
  readonly theme: string;
  readonly scheme: string;
  readonly language: string;
  readonly width: number;
}

/** Tells where the picture of a cell is, from the folder of a run. */
export function pathOf({widget, example, theme, scheme, language, width}: Cell): string {
  return `cells/${widget}/${example}/${theme}.${scheme}.${language}.${width}.png`;
}

/** Tells what a path of `pathOf` shows, or `undefined` of any other path. */
export function cellOf(path: string): Cell | undefined {
  const found = /^cells\/([^/]+)\/([^/]+)\/([^/.]+)\.([^/.]+)\.([^/.]+)\.(\d+)\.png$/.exec(path);
  if (!found) return undefined;
  const [, widget = '', example = '', theme = '', scheme = '', language = '', width] = found;
  return {widget, example, theme, scheme, language, width: Number(width)};
}

/** Names a cell for a reader. */
export function nameOf({widget, example, theme, scheme, language, width}: Cell): string {
  return `${widget} / ${example} / ${theme}, ${scheme}, ${language}, ${width} px`;
}

/** Lists the pictures in the folder of a run, as paths from it. Throws when it is not such a folder. */
export function listPictures(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'cells'), {recursive: true, encoding: 'utf8'})
      .map((path) => `cells/${path.replaceAll('\\', '/')}`)
      .filter((path) => cellOf(path))
      .toSorted();
  } catch {
    throw new Error(`${folder} holds no pictures. Write a folder that \`npm run pictures -- --out <folder>\` made.`);
  }
}
