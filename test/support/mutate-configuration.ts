import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';

import fc from 'fast-check';

import {findStaffFolder, loadContent, loadStaffContent} from '@baken/cli/load-content';
import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import {DEEPEST} from '@baken/model/compile/parse-json';
import {collectFiles, type SourceFile} from '@baken/model/compile/source-files';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {guardCompiled} from '@baken/model/rules/guard';
import {guardContacts} from '@baken/model/rules/guard-contacts';
import {guardStaff} from '@baken/model/rules/guard-staff';
import type {Content, StaffContent} from '@baken/model/schemas/content';

import {mutateJson} from './mutate-json.js';

const folder = new URL('../../packages/demo/gemeenten/', import.meta.url);

/** The sample gemeenten, each with the files that it builds on, and the content. All frozen. */
export interface Samples {
  readonly content: Content;
  readonly staffContent: StaffContent;
  readonly chains: readonly (readonly SourceFile[])[];
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

/** Reads the sample gemeenten of the demo. */
export async function readSamples(): Promise<Samples> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = (name: string): Promise<string | undefined> =>
    readFile(new URL(name, folder), 'utf8').catch(() => undefined);
  const chains = await Promise.all(names.map((name) => collectFiles(name, read)));
  return freeze({
    content: await loadContent(),
    staffContent: await loadStaffContent(findStaffFolder() ?? ''),
    chains: chains.filter(([file]) => !/"baken\.regio(-staff)?-source\/1"/.test(file?.text ?? '')),
  });
}

/** Compiles the samples as they are. */
export function compileSamples({content, staffContent, chains}: Samples): readonly CompiledGemeente[] {
  return chains.flatMap((files) => {
    const result = compileGemeente({files, content, staffContent});
    assert.ok(result.ok, `${files[0]?.name} does not compile`);
    return [...Object.values(result.compiled), ...Object.values(result.staff ?? {})];
  });
}

/** Makes files of a gemeente that an editor, a tool or an attacker could have written. */
export function mutateConfigurations({chains}: Samples): fc.Arbitrary<readonly SourceFile[]> {
  const replaceOne = (files: readonly SourceFile[], which: number, text: string): readonly SourceFile[] =>
    files.map((file, index) => (index === which % files.length ? {...file, text} : file));
  const chain = fc.tuple(fc.constantFrom(...chains), fc.nat(5));
  const damaged = chain.chain(([files, which]) => {
    const file = files[which % files.length];
    return mutateJson([JSON.parse(file?.text ?? 'null')]).map((value) =>
      replaceOne(files, which, JSON.stringify(value, null, 2) ?? ''),
    );
  });
  const misspelt = fc
    .tuple(chain, fc.nat(5000), fc.nat(3), fc.string({maxLength: 2}))
    .map(([[files, which], at, length, letters]) => {
      const text = files[which % files.length]?.text ?? '';
      const start = at % text.length;
      return replaceOne(files, which, text.slice(0, start) + letters + text.slice(start + length));
    });
  const deep = fc
    .tuple(chain, fc.integer({min: DEEPEST, max: 20_000}))
    .map(([[files, which], depth]) =>
      replaceOne(files, which, `{"format":"baken.gemeente-source/1","texts":${'['.repeat(depth)}${']'.repeat(depth)}}`),
    );
  const any = fc.jsonValue().map((value) => [{name: 'any.json', text: JSON.stringify(value) ?? ''}]);
  return fc.oneof(
    {arbitrary: damaged, weight: 14},
    {arbitrary: misspelt, weight: 4},
    {arbitrary: any, weight: 1},
    {arbitrary: deep, weight: 1},
  );
}

const names = [
  ...['name', 'nearest', 'key', 'values', 'step', 'question', 'language', 'days', 'dial', 'expected', 'example'],
  ...['certainty', 'place', 'way', 'names', 'roles', 'contacts', 'topic', 'questions', 'longest'],
];
const placeholders = new RegExp(`\\{(${names.join('|')})\\}`);

/**
 * Checks what anyone may rely on for any files: it never throws, reaches no prototype, and either gives compiled
 * files that a page can use, or errors that each name a file, a place in it, and what to write.
 * @throws {AssertionError} when that is not so.
 */
export function checkPromises(
  {content, staffContent}: Omit<Samples, 'chains'>,
  files: readonly SourceFile[],
): 'accepted' | 'rejected' {
  const result = compileGemeente({files, content, staffContent, today: '2026-11-22'});
  assert.deepEqual(
    Reflect.ownKeys(Object.prototype).filter((key) => key === 'polluted'),
    [],
  );
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  if (result.ok) {
    const travel = (file: object): unknown => JSON.parse(JSON.stringify(file));
    for (const file of Object.values(result.compiled)) assert.equal(guardCompiled(travel(file)), undefined);
    for (const file of Object.values(result.contacts)) assert.equal(guardContacts(travel(file)), undefined);
    for (const file of Object.values(result.staff ?? {})) assert.equal(guardStaff(travel(file)), undefined);
    return 'accepted';
  }
  assert.ok(result.errors.length > 0);
  const fileNames = files.map((file) => file.name);
  for (const {file, key, line, found, message} of result.errors) {
    assert.ok(fileNames.includes(file) || /^content(-staff)?\//.test(file), `${file} is none of the files`);
    assert.ok(key !== '' || line !== undefined, `no place: ${message}`);
    assert.match(message, /^.+ .+[.?!]$/, 'the remedy is a sentence');
    assert.doesNotMatch(message, placeholders);
    assert.ok(found.length <= 120 && message.length <= 2000);
  }
  return 'rejected';
}
