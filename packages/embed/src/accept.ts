import {acceptGemeente} from '@baken/elements/services';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {guardCompiled} from '@baken/model/rules/guard';

import {GemeenteError} from './gemeente-error.js';

let guard = guardCompiled;

/** Checks compiled files with another guard, which must refuse all that `guardCompiled` refuses. */
export function guardWith(stricter: typeof guardCompiled): void {
  guard = stricter;
}

/**
 * Checks a compiled file and makes the value that widgets accept as `gemeente`: a frozen copy that nobody else holds.
 * `file` is its name in the error. Throws a `GemeenteError` when the file is not what `baken build` writes.
 */
export function acceptCompiled(data: unknown, file: string): CompiledGemeente {
  const copy: unknown = JSON.parse(JSON.stringify(data ?? null));
  const reason = guard(copy);
  if (reason !== undefined) {
    throw new GemeenteError(file, 'refused', `its check "${reason}" fails. Put baken build's file there.`);
  }
  return acceptGemeente(copy as CompiledGemeente);
}
