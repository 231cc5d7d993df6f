import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Ajv2020, type AnySchema} from 'ajv/dist/2020.js';

import {contentFolder} from './load-content.js';
import {makeSchemas} from './make-schemas.js';

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
const schemas = await makeSchemas();
const samples = fileURLToPath(new URL('../../demo/gemeenten/', import.meta.url));

function validate(schema: string, value: unknown): string {
  const ajv = new Ajv2020({strict: false, validateFormats: false});
  return ajv.validate(JSON.parse(schemas[`${schema}.schema.json`] ?? '') as AnySchema, value) ? '' : ajv.errorsText();
}

describe('the JSON Schemas in the content package', () => {
  it('are those of the model: `npm run schemas` writes them', async () => {
    const folder = join(contentFolder, 'schemas');
    assert.deepEqual((await readdir(folder)).sort(), Object.keys(schemas).sort());
    for (const [name, text] of Object.entries(schemas)) {
      assert.equal(await readFile(join(folder, name), 'utf8'), text, `${name} is out of date`);
    }
  });

  it('have no description that stands nowhere', async () => {
    const words = (await readJson(fileURLToPath(new URL('schema-words.json', import.meta.url)))) as Record<
      string,
      Record<string, string>
    >;
    const all = Object.values(schemas).join('');
    const unused = Object.values(words)
      .flatMap((list) => Object.entries(list))
      .filter(([, text]) => !all.includes(JSON.stringify(text)));
    assert.deepEqual(unused, []);
  });

  it('fit every sample gemeente by its $schema', async () => {
    for (const name of await readdir(samples)) {
      const value = (await readJson(join(samples, name))) as {readonly $schema: string};
      const [, schema = ''] = /schemas\/([\w-]+)\.schema\.json$/.exec(value.$schema) ?? [];
      assert.equal(validate(schema, value), '', name);
    }
  });

  it('fit the content', async () => {
    for (const name of ['forms', 'signs', 'questions', 'topics', 'contacts']) {
      assert.equal(validate(name, await readJson(join(contentFolder, `${name}.json`))), '', name);
    }
  });

  it('refuse an unknown key, a wrong code and a removed format', () => {
    const format = 'baken.gemeente-source/1';
    for (const wrong of [
      {format, nmae: 'x'},
      {format, code: '12'},
      {format: null},
      {format, contacts: [{id: 'x', phne: {}}]},
    ]) {
      assert.notEqual(validate('gemeente', wrong), '');
    }
    assert.equal(validate('gemeente', {format, code: null}), '');
  });
});
