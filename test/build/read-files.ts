import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {gunzipSync} from 'node:zlib';

/** One file with its text; bytes that are no text come as whatever UTF-8 makes of them. */
export interface TextFile {
  /** From the folder or inside the archive, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Reads every file below a folder. Throws when it is not there. */
export function readFolder(folder: string): readonly TextFile[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return {path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8')};
    });
}

const BLOCK = 512;

/**
 * Reads every file of a `.tgz`, as npm packs it: entries of whole blocks of 512 bytes, a header before each.
 * Throws when the archive ends inside an entry.
 */
export function readTarball(file: string): readonly TextFile[] {
  const bytes = gunzipSync(readFileSync(file));
  const files: TextFile[] = [];
  let longPath: string | undefined;
  for (let at = 0; at < bytes.length; ) {
    const field = (start: number, length: number): string =>
      bytes.toString('utf8', at + start, at + start + length).replace(/\0[^]*$/, '');
    const name = field(0, 100);
    // Two empty blocks end the archive.
    if (name === '') break;
    const size = Number.parseInt(field(124, 12), 8);
    const kind = field(156, 1);
    const prefix = field(345, 155);
    const start = at + BLOCK;
    if (!(start + size <= bytes.length)) throw new Error(`${file}: the archive ends inside ${name}.`);
    const text = bytes.toString('utf8', start, start + size);
    // A path of more than 100 bytes stands in an entry of its own before the file.
    if (kind === 'x') longPath = /\d+ path=(.*)\n/.exec(text)?.[1];
    else {
      if (kind === '0' || kind === '') files.push({path: longPath ?? (prefix ? `${prefix}/${name}` : name), text});
      longPath = undefined;
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
