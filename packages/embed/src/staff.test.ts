import {expect} from '@open-wc/testing';

import {isAccepted} from '@baken/elements/services';

import {GemeenteError} from './gemeente-error.js';
import {loadGemeente} from './load-gemeente.js';
import './staff.js';

const load = (name: string): Promise<unknown> => {
  const src = new URL(`./fixtures/${name}.json?staff`, import.meta.url).href;
  return loadGemeente({src, language: 'nl'}).catch((error: unknown) => error);
};

describe('with the guard for staff', () => {
  it('the staff file is asked with the cookies of the intranet, a public file without', async () => {
    const {fetch} = globalThis;
    const asked: (RequestCredentials | undefined)[] = [];
    globalThis.fetch = async (_url, init) => {
      asked.push(init?.credentials);
      throw new TypeError('not asked');
    };
    try {
      const secondCopy = './load-file.ts?second';
      const {loadFile} = (await import(secondCopy)) as typeof import('./load-file.js');
      for (const src of ['/diemen.staff.json', '/diemen.json', '/diemen.staff.json?v=2', '/staff.json']) {
        const accept = (): never => expect.fail('nothing was loaded');
        await loadFile({src, language: 'nl'}, '', accept).catch(() => undefined);
      }
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked).to.deep.equal(['same-origin', 'omit', 'same-origin', 'omit']);
  });

  it('a sound staff file is accepted, and the public file of the same gemeente too', async () => {
    expect(isAccepted(await load('example.staff'))).to.equal(true);
    expect(isAccepted(await load('example'))).to.equal(true);
  });

  it('a staff file that would send somewhere unsafe is refused, and the error names the check', async () => {
    const error = (await load('unsafe-endpoint.staff')) as GemeenteError;
    expect(error).to.be.instanceOf(GemeenteError);
    expect(error.fault).to.equal('refused');
    expect(error.message).to.contain('"staff-endpoint"').and.to.contain('unsafe-endpoint.staff.nl.json');
  });

  it('a public file is checked as before', async () => {
    expect(((await load('without-112')) as GemeenteError).message).to.contain('"112"');
  });
});
