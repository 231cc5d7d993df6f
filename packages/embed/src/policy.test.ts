import {expect} from '@open-wc/testing';

import {bakenPolicy, type BakenPolicy} from './policy.js';

const hasTrustedTypes = 'trustedTypes' in window;
const folder = new URL('.', import.meta.url).href;
const copy = (name: string): Promise<{readonly bakenPolicy: BakenPolicy | undefined}> =>
  import(new URL(`./policy.ts?${name}`, import.meta.url).href);

describe('bakenPolicy', () => {
  it('exists where the browser has Trusted Types, and only there', () => {
    expect(bakenPolicy !== undefined).to.equal(hasTrustedTypes);
  });

  it('is one policy for two copies of our files', async () => {
    expect((await copy('second')).bakenPolicy).to.equal(bakenPolicy);
  });

  it('cannot be replaced by the page afterwards', () => {
    if (!bakenPolicy) return;
    expect(Reflect.set(globalThis, Symbol.for('baken.policy'), {})).to.equal(false);
    expect(Reflect.deleteProperty(globalThis, Symbol.for('baken.policy'))).to.equal(false);
  });

  it('makes an address of a script only for the baken.js beside it', () => {
    if (!bakenPolicy) return;
    const policy = bakenPolicy;
    expect(String(policy.createScriptURL(`${folder}baken.js`))).to.equal(`${folder}baken.js`);
    const elsewhere = 'https://elsewhere.example/baken.js';
    for (const other of [`${folder}other.js`, `${folder}x/baken.js`, elsewhere, 'baken.js', '']) {
      expect(() => policy.createScriptURL(other), other).to.throw(TypeError);
    }
  });
});
