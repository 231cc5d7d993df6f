import {expect} from '@open-wc/testing';

import {defineOnce} from './define-once.js';

const listen = (): {readonly warnings: string[]; readonly stop: () => void} => {
  const {warn} = console;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => warnings.push(parts.join(' '));
  return {
    warnings,
    stop: () => {
      console.warn = warn;
    },
  };
};

describe('defineOnce', () => {
  it('defines an element', () => {
    class One extends HTMLElement {}
    defineOnce('test-one', One);
    expect(customElements.get('test-one')).to.equal(One);
  });

  it('keeps silent about a second copy of the same version', () => {
    const {warnings, stop} = listen();
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    defineOnce('test-twice', First);
    defineOnce('test-twice', Second);
    stop();
    expect(customElements.get('test-twice')).to.equal(First);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves a tag to the library that took it, and says so once', () => {
    customElements.define('test-taken', class extends HTMLElement {});
    const {warnings, stop} = listen();
    defineOnce('test-taken', class extends HTMLElement {});
    stop();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<test-taken>').and.to.contain('another script');
  });

  it('names the other version of Baken that took a tag', () => {
    class Old extends HTMLElement {}
    Object.defineProperty(Old, Symbol.for('baken.version'), {value: '0.0.7'});
    customElements.define('test-old', Old);
    const {warnings, stop} = listen();
    defineOnce('test-old', class extends HTMLElement {});
    stop();
    expect(warnings[0]).to.contain('Baken 0.0.7');
  });
});
