import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import type {Signal} from '@baken/model/rules/signal';

import {sealSignal} from './envelope.js';

const signal: Signal = {
  schema: 'baken.signal/1',
  id: 'b6ac0bd4-6b1c-4a07-9b1c-0a4b3a8f0c11',
  createdAt: '2026-11-22T12:00:00.000Z',
  language: 'nl',
  channel: 'public',
  gemeente: '0376',
  questions: 'public@1',
  answers: {what: 'Een huis met dichte ramen', signs: ['ALG-01', 'ALG-02']},
  contact: null,
  attachments: [],
  client: {version: '0.1.0'},
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a sealed signal', () => {
  it('is made by what was there when the module loaded, not by what a page put in its place later', async (test) => {
    test.mock.method(JSON, 'stringify', () => '{}');
    test.mock.method(TextEncoder.prototype, 'encode', () => new Uint8Array());
    const {body, digest} = await sealSignal(signal);
    test.mock.restoreAll();
    assert.deepEqual(JSON.parse(body), signal);
    assert.equal(digest, sha256(body));
  });

  it('is the signal as JSON, with the SHA-256 of its bytes', async () => {
    const envelope = await sealSignal(signal);
    assert.equal(envelope.id, signal.id);
    assert.deepEqual(JSON.parse(envelope.body), signal);
    assert.equal(envelope.digest, sha256(envelope.body));
  });

  it('carries every text as it was typed, with only half characters replaced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'}), async (binary, grapheme) => {
        const what = `${binary}\uD83D${grapheme}\uDC00`;
        const envelope = await sealSignal({...signal, answers: {what, signs: [what]}});
        const bytes = Buffer.from(envelope.body, 'utf8');
        const expected = Buffer.from(what, 'utf8').toString('utf8');
        assert.deepEqual(JSON.parse(bytes.toString('utf8')).answers, {what: expected, signs: [expected]});
        assert.equal(envelope.digest, sha256(envelope.body));
      }),
      {numRuns: 500},
    );
  });

  it('has no half character as an escape, which databases refuse', async () => {
    const {body} = await sealSignal({...signal, answers: {what: 'a\uD800b\uDFFFc\u{1F600}'}});
    assert.deepEqual(JSON.parse(body).answers, {what: 'a\uFFFDb\uFFFDc\u{1F600}'});
  });

  it('is not spoiled by a page that gives arrays and strings a toJSON', async () => {
    const before = await sealSignal(signal);
    const prototypes = [Array.prototype, String.prototype, Object.prototype] as {toJSON?: () => string}[];
    try {
      for (const prototype of prototypes) prototype.toJSON = () => 'spoiled';
      assert.deepEqual(await sealSignal(signal), before);
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON;
    }
  });

  it('is not shown to a page that replaces JSON, TextEncoder or crypto after loading', async () => {
    const before = await sealSignal(signal);
    const {JSON: json, TextEncoder: encoder} = globalThis;
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    const spy = (): never => assert.fail('the page saw the signal');
    try {
      globalThis.JSON = {...json, stringify: spy};
      globalThis.TextEncoder = spy as unknown as typeof TextEncoder;
      Object.defineProperty(globalThis, 'crypto', {configurable: true, get: spy});
      assert.deepEqual(await sealSignal(signal), before);
    } finally {
      globalThis.JSON = json;
      globalThis.TextEncoder = encoder;
      Object.defineProperty(globalThis, 'crypto', own);
    }
  });

  it('is refused with the remedy where the page is not a secure context', () => {
    const script = `
      Object.defineProperty(globalThis, 'crypto', {value: {}});
      const {sealSignal} = await import('./envelope.ts');
      console.log(await sealSignal({}).then(() => 'sealed', (error) => error.message));`;
    const output = execFileSync(
      process.execPath,
      ['--conditions=baken-source', '--import', 'tsx', '--input-type=module', '--eval', script],
      {cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8'},
    );
    assert.equal(output.trim(), 'sealSignal: no crypto.subtle. Serve the page over https.');
  });
});
