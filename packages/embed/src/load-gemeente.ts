import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptCompiled} from './accept.js';
import {GemeenteError} from './gemeente-error.js';
import {type FileSource, loadFile} from './load-file.js';

const sources = new WeakMap<CompiledGemeente, FileSource>();

/**
 * Loads the compiled file of a gemeente, one request per file for all widgets of the page, checks and accepts it.
 * A language that the gemeente does not have gives its first language, as long as it `isWanted`. Rejects with a
 * `GemeenteError`.
 */
export async function loadGemeente(source: FileSource, isWanted?: () => boolean): Promise<CompiledGemeente> {
  const gemeente = await loadFile(source, '', acceptCompiled, isWanted);
  sources.set(gemeente, source);
  return gemeente;
}

/** Gives the same gemeente in another of its languages. Rejects for a file that `loadGemeente` did not load. */
export async function translateGemeente(gemeente: CompiledGemeente, language: string): Promise<CompiledGemeente> {
  const source = sources.get(gemeente);
  if (!source) throw new GemeenteError(gemeente.gemeente.id, 'source', 'set `gemeente` anew for another language.');
  return loadGemeente({...source, language});
}
