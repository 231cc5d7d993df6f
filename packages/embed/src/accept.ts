import {acceptGemeente} from '@baken/elements/services';
import {guardCompiled} from '@baken/model/rules/guard';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {GemeenteError} from './gemeente-error.js';

/**
 * Checks a compiled file and makes the value that widgets accept as `gemeente`: a frozen copy that nobody else holds.
 * `file` is its name in the error. Throws a `GemeenteError` when the file is not what `baken build` writes.
 */
export function acceptCompiled(data: unknown, file: string): CompiledGemeente {
  const copy: unknown = JSON.parse(JSON.stringify(data ?? null));
  const reason = guardCompiled(copy);
  if (reason !== undefined) {
    throw new GemeenteError(file, 'refused', `its check "${reason}" fails. Put baken build's file there.`);
  }
  return acceptGemeente(copy as CompiledGemeente);
}
