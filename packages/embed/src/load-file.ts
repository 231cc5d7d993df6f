import {GemeenteError} from './gemeente-error.js';

// Taken when the module loads, so that a page that replaces it later does not choose what we read.
const {fetch} = globalThis;

/** Where a compiled file of a gemeente is: `x.json`, without the language in it. */
export interface FileSource {
  readonly src: string;
  /** BCP 47, only the language counts; empty for the first language of the gemeente. */
  readonly language: string;
  /** Hashes for `fetch`: those of all languages, with spaces between them. */
  readonly integrity?: string | undefined;
}

/** Checks what was read and makes a value that widgets accept, or throws a `GemeenteError`; `file` is its address. */
export type Accept<File> = (data: unknown, file: string) => File;

/** Every gemeente has it; what is asked in vain falls back to it, and from there to the gemeente's first language. */
const NATIONAL_LANGUAGE = 'nl';

const requests = new Map<string, Promise<unknown>>();

async function request(file: string, integrity: string): Promise<unknown> {
  // The staff file may stand behind the login of the intranet; who reads a public page is nobody's business.
  const credentials = /\.staff\.\w+\.json/.test(file) ? 'same-origin' : 'omit';
  const response = await fetch(file, {credentials, referrerPolicy: 'no-referrer', integrity}).catch(() => {
    throw new GemeenteError(file, 'unreachable', 'no answer. Check the address, connect-src and config-integrity.');
  });
  if (!response.ok) {
    throw new GemeenteError(file, 'missing', `the answer is ${response.status}. Put baken build's file there.`);
  }
  return response.json().catch(() => {
    throw new GemeenteError(file, 'not-json', "it is not JSON. Put baken build's file there.");
  });
}

/**
 * Loads a compiled file of a gemeente, one request per file for all widgets of the page, and accepts it.
 * `part` is what comes before the language in its name. A language that the gemeente does not have gives its first
 * language, unless `isWanted` says by then that nobody waits for it. Rejects with a `GemeenteError`.
 */
export async function loadFile<File extends {readonly languages: readonly string[]}>(
  {src, language, integrity}: FileSource,
  part: string,
  accept: Accept<File>,
  isWanted = (): boolean => true,
): Promise<File> {
  if (!globalThis.crypto?.subtle) throw new GemeenteError(src, 'insecure', 'the page must be on https.');
  const ask = async (wanted: string): Promise<File> => {
    const named = src.replace(/\.json(?=\?|$)/, `${part}.${wanted}.json`);
    if (named === src) throw new GemeenteError(src, 'source', 'config-src must end in .json.');
    const file = new URL(named, document.baseURI).href;
    const key = `${file} ${integrity ?? ''}`;
    let asked = requests.get(key);
    if (!asked) {
      asked = request(file, integrity ?? '').then((data) => accept(data, file));
      requests.set(key, asked);
      asked.catch(() => requests.delete(key));
    }
    // One address holds one kind of file: what it is stands in its name.
    return asked as Promise<File>;
  };
  const [wanted = ''] = language.toLowerCase().split('-');
  const first = /^[a-z]{2,3}$/.test(wanted) ? wanted : NATIONAL_LANGUAGE;
  try {
    return await ask(first);
  } catch (error) {
    const isAbsent = error instanceof GemeenteError && (error.fault === 'missing' || error.fault === 'not-json');
    const askNext = (next: string): Promise<File> => {
      if (!isAbsent || first === NATIONAL_LANGUAGE || !isWanted()) throw error;
      return ask(next);
    };
    const national = await askNext(NATIONAL_LANGUAGE);
    return askNext(national.languages[0] ?? NATIONAL_LANGUAGE);
  }
}
