import {open} from 'node:fs/promises';

/** A style sheet longer than this, in bytes, is not one of a theme: the largest of the community has 0.2 MB. */
const LONGEST_SHEET = 5_000_000;
const PATIENCE_MS = 20_000;

/** Why a style sheet could not be read, as a message of the catalogue with what it is filled in with. */
export class ThemeSourceError extends Error {
  readonly details: Readonly<Record<string, string>>;

  constructor(message: string, details: Readonly<Record<string, string>>) {
    super(message);
    this.details = details;
  }
}

async function readAtMost(parts: AsyncIterable<Uint8Array>, file: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > LONGEST_SHEET) throw new ThemeSourceError('theme-long', {file});
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function fetchSheet(url: string): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(url, {signal: AbortSignal.timeout(PATIENCE_MS), headers: {accept: 'text/css'}});
  } catch {
    throw new ThemeSourceError('theme-offline', {file: url});
  }
  if (!answer.ok || !answer.body) throw new ThemeSourceError('theme-status', {file: url, status: String(answer.status)});
  const type = answer.headers.get('content-type') ?? '';
  if (/html|json|javascript|image\//i.test(type)) throw new ThemeSourceError('theme-type', {file: url, type});
  try {
    return await readAtMost(answer.body, url);
  } catch (error) {
    throw error instanceof ThemeSourceError ? error : new ThemeSourceError('theme-offline', {file: url});
  }
}

async function readSheet(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    return await readAtMost(handle.createReadStream(), file);
  } catch (error) {
    throw error instanceof ThemeSourceError ? error : new ThemeSourceError('unreadable', {file});
  }
}

/** Reads a style sheet from a file, or from an address on the web. Throws `ThemeSourceError`. */
export async function loadSheet(place: string): Promise<string> {
  if (/^https?:\/\//i.test(place)) return fetchSheet(place);
  // `C:\\huisstijl.css` is a file.
  if (/^[a-z][a-z0-9+.-]+:/i.test(place)) throw new ThemeSourceError('theme-scheme', {file: place});
  return readSheet(place);
}
