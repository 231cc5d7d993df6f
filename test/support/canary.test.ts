import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {canaryFor, findCanaries} from './canary.js';

describe('the search for what was typed', () => {
  const canary = canaryFor('what');
  const around = [`x${canary}y`, `voor ${canary}`, `er staat ${canary} tussen`];
  const hidings: Readonly<Record<string, (text: string) => string>> = {
    'the text itself': (text) => text,
    'lower case': (text) => text.toLowerCase(),
    'percent encoding': encodeURIComponent,
    'a query': (text) => new URLSearchParams({q: text}).toString(),
    'base64': (text) => Buffer.from(text).toString('base64'),
    'base64url': (text) => Buffer.from(text).toString('base64url'),
    'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
    'hex': (text) => Buffer.from(text).toString('hex').toUpperCase(),
    'UTF-16': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
    'JSON': (text) => JSON.stringify({text}),
    'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)),
    'HTML': (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    'the text backwards': (text) => [...text].reverse().join(''),
  };

  for (const [name, hide] of Object.entries(hidings)) {
    it(`finds it in ${name}, whatever stands around it`, () => {
      for (const text of around) assert.notDeepEqual(findCanaries([canary], {somewhere: hide(text)}), [], hide(text));
    });
  }

  it('names the place and finds nothing where nothing is', () => {
    const places = {storage: '{"a":"kanarie"}', address: `https://example.nl/?q=${encodeURIComponent(canary)}`};
    assert.deepEqual(findCanaries([canary], places), [`${canary} in address (percent)`]);
  });
});
