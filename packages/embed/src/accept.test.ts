import {expect} from '@open-wc/testing';

import {isAccepted} from '@baken/elements/services';
import {guardCompiled} from '@baken/model/rules/guard';

import {acceptCompiled, guardWith} from './accept.js';
import {GemeenteError} from './gemeente-error.js';

const read = async (name: string): Promise<Record<string, unknown>> =>
  (await (await fetch(new URL(`./fixtures/${name}`, import.meta.url))).json()) as Record<string, unknown>;

const refuse = (data: unknown): GemeenteError => {
  try {
    acceptCompiled(data, 'x.nl.json');
  } catch (error) {
    if (error instanceof GemeenteError) return error;
  }
  throw new Error('it was accepted');
};

describe('acceptCompiled', () => {
  it('accepts what baken build writes', async () => {
    expect(isAccepted(acceptCompiled(await read('example.nl.json'), 'x.nl.json'))).to.equal(true);
  });

  it('takes a copy, so that whoever gave the data cannot change it later', async () => {
    const data = await read('example.nl.json');
    // Frozen outside, open inside: what a state library hands over.
    const gemeente = acceptCompiled(Object.freeze(data), 'x.nl.json');
    Object.assign(data['endpoint'] as object, {url: 'https://elsewhere.example/'});
    expect(gemeente.endpoint.url).to.equal('https://voorbeeld.example/v1/signals');
    expect(() => Object.assign(gemeente.endpoint, {url: 'https://elsewhere.example/'})).to.throw(TypeError);
  });

  it('looks at what it will use, not at what a getter says the first time', async () => {
    const data = await read('example.nl.json');
    let reads = 0;
    const endpoint = {
      type: 'json',
      get url() {
        return reads++ === 0 ? 'https://voorbeeld.example/v1/signals' : 'http://elsewhere.example/';
      },
    };
    const {url} = acceptCompiled({...data, endpoint}, 'x.nl.json').endpoint;
    expect([url, url]).to.deep.equal(Array(2).fill('https://voorbeeld.example/v1/signals'));
  });

  for (const [name, reason] of [['without-112.nl.json', '112'], ['unsafe-endpoint.nl.json', 'endpoint']] as const) {
    it(`refuses ${name} and names the check, the file and what to do`, async () => {
      const {message, fault, file} = refuse(await read(name));
      expect([fault, file]).to.deep.equal(['refused', 'x.nl.json']);
      expect(message).to.contain(`"${reason}"`).and.to.contain('x.nl.json').and.to.contain('baken build');
    });
  }

  it('refuses what is no file at all', () => {
    for (const data of [undefined, null, 1, 'text', [], {}]) expect(refuse(data).fault).to.equal('refused');
  });

  it('checks with a stricter guard when it is given one', async () => {
    const data = await read('example.nl.json');
    guardWith((file) => guardCompiled(file) ?? 'stricter');
    try {
      expect(refuse(data).message).to.contain('"stricter"');
    } finally {
      guardWith(guardCompiled);
    }
    expect(isAccepted(acceptCompiled(data, 'x.nl.json'))).to.equal(true);
  });
});
