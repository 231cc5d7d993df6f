import fc from 'fast-check';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {mutateJson} from './mutate-json.js';

/** A file with little in it, so that a change often hits what the guard looks at. */
const slim = (file: CompiledGemeente): CompiledGemeente => ({
  ...file,
  steps: file.steps.slice(0, 1),
  signs: {},
  urgent: [],
  topics: {},
  contacts: file.contacts.slice(0, 1),
  texts: {},
});

/**
 * Makes what could stand at the address of a compiled file: mostly a damaged copy of a real one,
 * sometimes any JSON at all. Every value has gone through JSON once, as it does on the web.
 */
export function mutateCompiled(compiled: readonly CompiledGemeente[]): fc.Arbitrary<unknown> {
  return fc
    .oneof(
      {arbitrary: mutateJson(compiled), weight: 5},
      {arbitrary: mutateJson(compiled.map(slim)), weight: 4},
      {arbitrary: fc.jsonValue(), weight: 1},
    )
    .map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown);
}
