import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {guardCompiled, isSafeUrl} from './guard.js';

const sound = {
  format: 'baken.gemeente/1',
  gemeente: {id: 'x', name: 'X', code: '9901'},
  endpoint: {type: 'json', url: 'https://x.test/v1/signals'},
  exitUrl: 'https://x.test/',
  steps: [{id: 'a', title: 'A', questions: [{id: 'a', type: 'text'}]}],
  contacts: [{id: '112', name: '112', phone: {dial: '112', shown: '112'}}],
};

describe('guardCompiled', () => {
  it('lets a sound file through', () => assert.equal(guardCompiled(sound), undefined));

  it('lets through a screen without questions in a language that is not switched on', () => {
    const steps = [{id: 'safety', title: 'A', questions: [], end: true}];
    const safety = {...sound, steps, language: 'pl', languages: ['nl'], safetyLanguages: ['pl']};
    assert.equal(guardCompiled(safety), undefined);
    assert.equal(guardCompiled({...safety, language: 'nl'}), 'questions');
    assert.equal(guardCompiled({...safety, contacts: []}), '112');
  });

  const faults: readonly [fault: string, reason: string, file: unknown][] = [
    ['a file that is not compiled', 'format', {...sound, format: 'baken.gemeente-source/1'}],
    ['nothing', 'shape', null],
    ['a text', 'format', 'baken.gemeente/1'],
    ['a gemeente without a code', 'gemeente', {...sound, gemeente: {}}],
    ['an address that is a list', 'endpoint', {...sound, exitUrl: ['https://x.test/']}],
    ['a step that is nothing', 'shape', {...sound, steps: [null]}],
    ['a code that cannot be read', 'shape', {...sound, gemeente: {code: {toString: 1, valueOf: 1}}}],
    ['an endpoint without https', 'endpoint', {...sound, endpoint: {url: 'http://x.test/'}}],
    ['an endpoint that only looks like loopback', 'endpoint', {...sound, endpoint: {url: 'http://127.0.0.1.x.test/'}}],
    ['cookies to send along', 'endpoint', {...sound, endpoint: {...sound.endpoint, credentials: 'include'}}],
    ['an exit that is a script', 'endpoint', {...sound, exitUrl: 'javascript:alert(1)'}],
    ['no questions', 'questions', {...sound, steps: []}],
    ['steps that are no list', 'shape', {...sound, steps: 'abc'}],
    ['no 112', '112', {...sound, contacts: []}],
  ];
  for (const [fault, reason, file] of faults) {
    it(`refuses ${fault}`, () => assert.equal(guardCompiled(file), reason));
  }
});

describe('isSafeUrl', () => {
  it('lets loopback through for demos, and https', () => {
    for (const url of ['https://x.test', 'http://127.0.0.1:4101/v1/signals', 'http://localhost/', 'http://[::1]:1/']) {
      assert.equal(isSafeUrl(url), true, url);
    }
    for (const url of ['http://x.test/', '//x.test/', 'https:', 'ftp://x.test/', '', undefined, 'HTTP://127.0.0.1/']) {
      assert.equal(isSafeUrl(url), false, String(url));
    }
  });
});
