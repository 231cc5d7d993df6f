import {expect} from '@open-wc/testing';

import {isAcceptedContacts} from '@baken/elements/services';
import type {CompiledContacts} from '@baken/model/rules/contact-card';

import {GemeenteError} from './gemeente-error.js';
import {loadContacts} from './load-contacts.js';
import {loadGemeente} from './load-gemeente.js';

// Each test has an address of its own, because files are kept for the page.
let number = 0;
const source = (name: string): string => new URL(`./fixtures/${name}.json?contacts=${number}`, import.meta.url).href;

const requests = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter((name) => name.endsWith(`contacts=${number}`))
    .map((name) => new URL(name).pathname.replace(/^.*\//, ''));

const failure = async (promise: Promise<unknown>): Promise<GemeenteError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof GemeenteError) return error;
  }
  throw new Error('it did not fail as expected');
};

const idsOf = ({cards}: CompiledContacts): string[] => cards.map(({id}) => id);

describe('loadContacts', () => {
  beforeEach(() => {
    number++;
    performance.clearResourceTimings();
  });

  it('reads the file with contacts beside the one of the form, and not that one', async () => {
    const contacts = await loadContacts({src: source('example'), language: 'en-GB'});
    expect([contacts.language, isAcceptedContacts(contacts)]).to.deep.equal(['en', true]);
    expect(requests()).to.deep.equal(['example.contacts.en.json']);
  });

  it('makes one request for all cards of a page', async () => {
    const asked = {src: source('example'), language: 'nl'};
    const [one, other] = await Promise.all([loadContacts(asked), loadContacts({...asked})]);
    expect([other === one, (await loadContacts({...asked})) === one]).to.deep.equal([true, true]);
    expect(requests()).to.have.length(1);
  });

  it('gives the first language of the gemeente for a language that it does not have', async () => {
    expect((await loadContacts({src: source('example'), language: 'fr'})).language).to.equal('nl');
  });

  it('reads the cards for staff from the staff file, in the one request of the other widgets', async () => {
    const asked = {src: source('example.staff'), language: 'nl'};
    const [contacts, again] = await Promise.all([loadContacts(asked), loadContacts({...asked}), loadGemeente(asked)]);
    expect(idsOf(contacts)).to.deep.equal(['112', 'inside']);
    expect(isAcceptedContacts(contacts)).to.equal(true);
    expect((await loadContacts(asked)) === contacts && again.cards === contacts.cards).to.equal(true);
    expect(requests()).to.deep.equal(['example.staff.nl.json']);
  });

  it('never gives residents a card for staff', async () => {
    expect(idsOf(await loadContacts({src: source('example'), language: 'nl'}))).to.deep.equal(['112']);
  });

  it('gives cards in which nobody can change a number', async () => {
    for (const name of ['example', 'example.staff']) {
      const {cards: [card]} = await loadContacts({src: source(name), language: 'nl'});
      expect(() => Object.assign(card?.phone ?? {}, {dial: '0900'})).to.throw(TypeError);
    }
  });

  it('says which file, what is wrong and what to do', async () => {
    const without = await failure(loadContacts({src: source('without-112'), language: 'nl'}));
    expect(without.fault).to.equal('refused');
    expect(without.message).to.contain('"112"').and.to.contain('baken build');
    expect(without.file).to.contain('without-112.contacts.nl.json');
    expect((await failure(loadContacts({src: source('absent'), language: 'nl'}))).fault).to.equal('missing');
    expect((await failure(loadContacts({src: '/assets/blaricum', language: 'nl'}))).fault).to.equal('source');
  });

  it('refuses a staff file that is not sound', async () => {
    const unsafe = await failure(loadContacts({src: source('unsafe-endpoint.staff'), language: 'nl'}));
    expect(unsafe.message).to.contain('"staff-endpoint"');
    expect(requests()).to.deep.equal(['unsafe-endpoint.staff.nl.json']);
  });
});
