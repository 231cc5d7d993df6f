import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptCompiled} from './accept.js';
import {GemeenteError} from './gemeente-error.js';
import {type FileSource, loadFile} from './load-file.js';

const sources = new WeakMap<CompiledGemeente, FileSource>();

/**
 * Loads the compiled file of a gemeente, one request per file for all widgets of the page, checks and accepts it.
 * A language that the gemeente does not have gives its first language, as long as it `isWanted`. `part` is what comes
 * before the language in the name of the file. Rejects with a `GemeenteError`.
 */
export async function loadGemeente(
  source: FileSource,
  isWanted?: () => boolean,
  part = '',
): Promise<CompiledGemeente> {
  const gemeente = await loadFile(source, part, acceptCompiled, isWanted);
  sources.set(gemeente, source);
  return gemeente;
}

/**
 * Gives the same gemeente in another of its languages, or what someone in danger needs in one that is not switched on.
 * Rejects for a file that `loadGemeente` did not load.
 */
export async function translateGemeente(gemeente: CompiledGemeente, language: string): Promise<CompiledGemeente> {
  const source = sources.get(gemeente);
  if (!source) throw new GemeenteError(gemeente.gemeente.id, 'source', 'set `gemeente` anew for another language.');
  const part = gemeente.safetyLanguages?.includes(language) ? '.safety' : '';
  return loadGemeente({...source, language}, undefined, part);
}
