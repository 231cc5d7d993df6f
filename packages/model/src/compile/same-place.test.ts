import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {isSamePlace} from './same-place.js';

const place = 'https://x.example/v1/signals';

describe('two addresses are the same place', () => {
  const same = [
    'https://x.example/v1/signals',
    'HTTPS://X.Example/v1/signals',
    'https://x.example:443/v1/signals',
    'https://x.example./v1/signals',
    'https://x.example/v1/signals/',
    'https://x.example//v1/signals',
    'https://x.example/v1/./x/../signals',
    'https://x.example/v1/%73ignals',
    'https://x.example/v1/signals?for=integrity',
    'https://x.example/v1/signals#integrity',
  ];
  for (const other of same) it(other, () => assert.equal(isSamePlace(place, other), true));

  it('also when this computer is called by another name', () => {
    for (const other of ['http://localhost:4101/v1', 'http://[::1]:4101/v1/', 'http://127.0.0.1:4101/v1']) {
      assert.equal(isSamePlace('http://127.0.0.1:4101/v1', other), true, other);
    }
  });

  it('also when they cannot be read as an address, and are the same text', () => {
    assert.equal(isSamePlace('https://%/', 'https://%/'), true);
    assert.equal(isSamePlace('https://x.example/%', 'https://x.example/%'), true);
  });
});

describe('two addresses are different places', () => {
  const others = [
    'https://y.example/v1/signals',
    'https://integrity.x.example/v1/signals',
    'https://x.example:8443/v1/signals',
    'https://x.example/v1/integrity',
    'https://x.example/v1/signals/integrity',
    'https://x.example/',
    'https://%/',
  ];
  for (const other of others) it(other, () => assert.equal(isSamePlace(place, other), false));

  it('by port on this computer', () => {
    assert.equal(isSamePlace('http://127.0.0.1:4101/v1/signals', 'http://127.0.0.1:4103/v1/signals'), false);
    assert.equal(isSamePlace('http://[::1]/v1', 'http://[::1]:4103/v1'), false);
  });
});
