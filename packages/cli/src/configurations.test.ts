import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {checkPromises, mutateConfigurations, readSamples} from '../../../test/support/mutate-configuration.js';

const samples = await readSamples();

describe('any configuration', () => {
  it('never throws or pollutes, and is accepted, or refused with file, place and remedy (500 generated)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(mutateConfigurations(samples), (files) => void seen.add(checkPromises(samples, files))),
      {numRuns: 500, includeErrorInReport: true},
    );
    assert.deepEqual([...seen].sort(), ['accepted', 'rejected']);
  });
});

describe('the messages of baken check', () => {
  it('are all in use', async () => {
    const folders = ['../../model/src/compile/', '../../model/src/schemas/', './'].map(
      (path) => new URL(path, import.meta.url),
    );
    const names = await Promise.all(
      folders.map(async (folder) => (await readdir(folder)).map((name) => new URL(name, folder))),
    );
    const sources = await Promise.all(names.flat().map((name) => readFile(name, 'utf8')));
    const code = sources.join('\n');
    const unused = Object.keys(samples.content.messages).filter(
      (name) => !name.startsWith('type-') && !code.includes(`'${name.replace(/^cli\./, '')}'`),
    );
    assert.deepEqual(unused, []);
  });

  it('speak to editors in sentences of at most 20 words', () => {
    for (const [name, message] of Object.entries(samples.content.messages)) {
      if (name.startsWith('cli.')) continue;
      for (const sentence of message.split(/[.?!:] /)) {
        assert.ok(sentence.split(' ').length <= 20, `${name}: ${sentence}`);
      }
    }
  });
});
