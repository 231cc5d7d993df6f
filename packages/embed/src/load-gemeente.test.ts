import {expect} from '@open-wc/testing';

import {isAccepted} from '@baken/elements/services';

import {GemeenteError} from './gemeente-error.js';
import {loadGemeente, translateGemeente} from './load-gemeente.js';

// Each test has an address of its own, because files are kept for the page.
let number = 0;
const source = (name: string): string => new URL(`./fixtures/${name}.json?test=${number}`, import.meta.url).href;

const requests = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter((name) => name.endsWith(`test=${number}`));

const failure = async (promise: Promise<unknown>): Promise<GemeenteError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof GemeenteError) return error;
  }
  throw new Error('it did not fail as expected');
};

const hashOf = async (address: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-384', await (await fetch(address)).arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

describe('loadGemeente', () => {
  beforeEach(() => {
    number++;
    performance.clearResourceTimings();
  });

  it('reads the file of the language and accepts it', async () => {
    const gemeente = await loadGemeente({src: source('example'), language: 'en-GB'});
    expect(gemeente.language).to.equal('en');
    expect(isAccepted(gemeente)).to.equal(true);
  });

  it('makes one request for all widgets of a page', async () => {
    const asked = {src: source('example'), language: 'nl'};
    const [one, other] = await Promise.all([loadGemeente(asked), loadGemeente({...asked})]);
    const later = await loadGemeente({...asked});
    expect([other === one, later === one]).to.deep.equal([true, true]);
    expect(requests()).to.have.length(1);
  });

  it('gives the first language of the gemeente for a language that it does not have', async () => {
    expect((await loadGemeente({src: source('example'), language: 'fr'})).language).to.equal('nl');
    expect((await loadGemeente({src: source('polish-first'), language: 'fr'})).language).to.equal('pl');
  });

  it('never lets the language of a page choose another file', async () => {
    expect((await loadGemeente({src: source('example'), language: '/../example.en'})).language).to.equal('nl');
    expect(requests()).to.have.length(1);
  });

  it('accepts the file with its own hash, and refuses it with another', async () => {
    const integrity = await hashOf(source('example').replace('.json', '.nl.json'));
    expect((await loadGemeente({src: source('example'), language: 'nl', integrity})).language).to.equal('nl');
    const wrong = `sha384-${btoa('0'.repeat(48))}`;
    const error = await failure(loadGemeente({src: source('example'), language: 'nl', integrity: wrong}));
    expect(error.fault).to.equal('unreachable');
    expect(error.message).to.contain('config-integrity');
  });

  for (const [name, fault, advice] of [
    ['absent', 'missing', '404'],
    ['page', 'not-json', 'baken build'],
    ['without-112', 'refused', '"112"'],
    ['unsafe-endpoint', 'refused', '"endpoint"'],
  ] as const) {
    it(`says which file, what is wrong and what to do: ${name}`, async () => {
      const error = await failure(loadGemeente({src: source(name), language: 'nl'}));
      expect(error.fault).to.equal(fault);
      expect(error.message).to.contain(`${name}.nl.json`).and.to.contain(advice);
    });
  }

  it('never uses another language in place of a file that is refused', async () => {
    const error = await failure(loadGemeente({src: source('without-112'), language: 'nl'}));
    expect(error.file).to.contain('without-112.nl.json');
    expect(requests()).to.have.length(1);
  });

  it('wants an address that ends in .json', async () => {
    const error = await failure(loadGemeente({src: '/assets/blaricum', language: 'nl'}));
    expect([error.fault, error.file]).to.deep.equal(['source', '/assets/blaricum']);
  });

  it('tries again after a failure', async () => {
    const asked = {src: source('absent'), language: 'nl'};
    const first = await failure(loadGemeente(asked));
    const second = await failure(loadGemeente(asked));
    expect(second).to.not.equal(first);
  });

  it('refuses a page without https, on which nothing can be sealed', async () => {
    Object.defineProperty(crypto, 'subtle', {value: undefined, configurable: true});
    const error = await failure(loadGemeente({src: source('example'), language: 'nl'}));
    Reflect.deleteProperty(crypto, 'subtle');
    expect(error.fault).to.equal('insecure');
    expect(requests()).to.deep.equal([]);
  });
});

describe('translateGemeente', () => {
  it('gives the same gemeente in another of its languages', async () => {
    const gemeente = await loadGemeente({src: source('example'), language: 'nl'});
    const english = await translateGemeente(gemeente, 'en');
    expect([english.language, isAccepted(english)]).to.deep.equal(['en', true]);
    expect(await translateGemeente(english, 'nl')).to.equal(gemeente);
  });

  it('gives what someone in danger needs in a language that is not switched on', async () => {
    const gemeente = await loadGemeente({src: source('safety'), language: 'nl'});
    const polish = await translateGemeente(gemeente, 'pl');
    expect([polish.language, polish.steps[0]?.id, isAccepted(polish)]).to.deep.equal(['pl', 'safety', true]);
    expect(polish.languages).to.not.contain('pl');
    expect(await translateGemeente(polish, 'nl'), 'the way back').to.equal(gemeente);
  });

  it('shows a page in such a language the first language of the gemeente, not the one screen', async () => {
    expect((await loadGemeente({src: source('safety'), language: 'pl'})).language).to.equal('nl');
  });

  it('fails for such a language when its file is not there, and never gives another in its place', async () => {
    const gemeente = await loadGemeente({src: source('safety'), language: 'nl'});
    expect(gemeente.safetyLanguages).to.deep.equal(['pl', 'ro']);
    expect((await failure(translateGemeente(gemeente, 'ro'))).fault).to.equal('missing');
  });

  it('refuses a gemeente that it did not load', async () => {
    const gemeente = await loadGemeente({src: source('example'), language: 'nl'});
    expect((await failure(translateGemeente({...gemeente}, 'en'))).fault).to.equal('source');
  });
});
