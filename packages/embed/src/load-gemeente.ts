import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptCompiled} from './accept.js';
import {GemeenteError} from './gemeente-error.js';

// Taken when the module loads, so that a page that replaces it later does not choose what we read.
const {fetch} = globalThis;

/** Where the file of a gemeente is: `x.json`, without the language in it. */
export interface GemeenteSource {
  readonly src: string;
  /** BCP 47, only the language counts; empty for the first language of the gemeente. */
  readonly language: string;
  /** Hashes for `fetch`: those of all languages, with spaces between them. */
  readonly integrity?: string | undefined;
}

/** Every gemeente has it; what is asked in vain falls back to it, and from there to the gemeente's first language. */
const NATIONAL_LANGUAGE = 'nl';

const requests = new Map<string, Promise<CompiledGemeente>>();
const sources = new WeakMap<CompiledGemeente, GemeenteSource>();

/** Names the compiled file: `.<language>` comes before `.json`. */
function fileOf(src: string, language: string): string {
  if (!/\.json(?=\?|$)/.test(src)) {
    throw new GemeenteError(src, 'source', 'config-src must end in .json.');
  }
  return new URL(src.replace(/\.json(?=\?|$)/, `.${language}.json`), document.baseURI).href;
}

async function request(file: string, integrity: string | undefined): Promise<CompiledGemeente> {
  let response;
  try {
    response = await fetch(file, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(integrity ? {integrity} : {}),
    });
  } catch {
    throw new GemeenteError(file, 'unreachable', 'no answer. Check the address, connect-src and config-integrity.');
  }
  if (!response.ok) {
    throw new GemeenteError(file, 'missing', `the answer is ${response.status}. Put baken build's file there.`);
  }
  const data: unknown = await response.json().catch(() => {
    throw new GemeenteError(file, 'not-json', "it is not JSON. Put baken build's file there.");
  });
  return acceptCompiled(data, file);
}

function requestOnce({src, integrity}: GemeenteSource, language: string): Promise<CompiledGemeente> {
  const file = fileOf(src, language);
  const key = `${file} ${integrity ?? ''}`;
  const known = requests.get(key);
  if (known) return known;
  const asked = request(file, integrity);
  requests.set(key, asked);
  asked.then(
    (gemeente) => sources.set(gemeente, {src, language, integrity}),
    () => requests.delete(key),
  );
  return asked;
}

/**
 * Loads the compiled file of a gemeente, one request per file for all widgets of the page, checks and accepts it.
 * A language that the gemeente does not have gives its first language. Rejects with a `GemeenteError`.
 */
export async function loadGemeente(source: GemeenteSource): Promise<CompiledGemeente> {
  if (!globalThis.crypto?.subtle) {
    throw new GemeenteError(source.src, 'insecure', 'the page must be on https.');
  }
  const [wanted = ''] = source.language.toLowerCase().split('-');
  const language = /^[a-z]{2,3}$/.test(wanted) ? wanted : NATIONAL_LANGUAGE;
  try {
    return await requestOnce(source, language);
  } catch (error) {
    const isAbsent = error instanceof GemeenteError && (error.fault === 'missing' || error.fault === 'not-json');
    if (!isAbsent || language === NATIONAL_LANGUAGE) throw error;
    const national = await requestOnce(source, NATIONAL_LANGUAGE);
    const [first] = national.languages;
    return first === undefined || first === NATIONAL_LANGUAGE ? national : requestOnce(source, first);
  }
}

/** Gives the same gemeente in another of its languages. Rejects for a file that `loadGemeente` did not load. */
export async function translateGemeente(gemeente: CompiledGemeente, language: string): Promise<CompiledGemeente> {
  const source = sources.get(gemeente);
  if (!source) throw new GemeenteError(gemeente.gemeente.id, 'source', 'set `gemeente` anew for another language.');
  return loadGemeente({...source, language});
}
