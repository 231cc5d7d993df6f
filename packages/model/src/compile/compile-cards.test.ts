import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {smallContent} from '../../test/small-gemeente.js';
import type {CardContact} from '../rules/contact-card.js';
import type {Content} from '../schemas/content.js';
import type {ResolvedContact} from '../schemas/gemeente.js';
import {compileCards, compileCardTexts, compileHolidays, linkCards} from './compile-cards.js';
import {createReport, type Report} from './report.js';
import type {Words} from './words.js';

const sentences: Readonly<Record<string, string>> = {
  ...smallContent.texts['nl']?.['contacts'] as Readonly<Record<string, string>>,
  'contact.desk.name': 'Desk',
  'contact.desk.note': 'Free help.',
  'contact.desk.about': 'Help.',
  'contact.night.name': 'Night line',
  'card.save': 'Save',
};

const makeWords = (report: Report): Words => ({
  find: (key) => sentences[key],
  need: (key, at) => {
    if (sentences[key] === undefined) report.error(`texts/nl/${key}`, undefined, 'text-missing', {name: key}, at);
    return sentences[key] ?? '';
  },
  list: () => [],
  fill: (sentence) => sentence,
  checkOwn: () => undefined,
});

const desk: ResolvedContact = {
  id: 'desk',
  phone: {dial: '+31201234567', shown: '020-123 45 67', certainty: 'S', source: 'TEST'},
  phoneAbroad: {dial: '+31201234568', shown: '+31 20 123 45 68'},
  hours: {weekly: [{days: ['mo', 'su'], from: '22:00', to: '06:00'}], holidays: 'unknown', certainty: 'K+'},
  cost: {value: 'free', certainty: 'S'},
  anonymous: {value: 'possible', certainty: 'S'},
  phoneBill: {value: 'unknown'},
  languages: ['nl', 'pl'],
  roles: ['advice'],
  topics: ['arbeid'],
  whenClosed: ['night'],
};
const night: ResolvedContact = {id: 'night', chat: {url: 'https://night.example/'}, hours: {always: true}};

const compile = (
  contacts: readonly ResolvedContact[],
  confirmed: readonly string[] = [],
  at: 'contacts' | 'staffContacts' = 'contacts',
) => {
  const report = createReport({messages: {}, origins: new Map(), entry: 'x.json'});
  const known = new Set(contacts.map(({id}) => id));
  const source = {contacts, at, confirmed: new Set(confirmed), known};
  const cards = linkCards(compileCards(source, 'nl', makeWords(report), report), []);
  const say = ({key, message}: {readonly key: string; readonly message: string}): string => `${key} ${message}`;
  return {cards, errors: report.errors.map(say), warnings: report.warnings.map(say)};
};

describe('compileCards', () => {
  it('gives a card all that is known of a contact, and leaves out what is not', () => {
    const {cards, errors, warnings} = compile([desk, night]);
    assert.deepEqual([errors, warnings], [[], []]);
    assert.deepEqual(cards, [
      {
        id: 'desk',
        name: 'Desk',
        phone: {dial: '+31201234567', shown: '020-123 45 67'},
        hours: 'Mo en su, 22:00-6:00. Perhaps closed on holidays.',
        note: 'Help.',
        phoneAbroad: {dial: '+31201234568', shown: '+31 20 123 45 68'},
        opening: {weekly: [{days: [1, 7], from: '22:00', to: '06:00'}], holidays: 'unknown'},
        cost: 'free',
        anonymous: 'possible',
        languages: ['nl', 'pl'],
        roles: ['advice'],
        topics: ['arbeid'],
        whenClosed: ['night'],
      },
      {
        id: 'night',
        name: 'Night line',
        chat: 'https://night.example/',
        hours: 'Always',
        opening: {always: true},
        languages: [],
        roles: [],
        topics: [],
      },
    ]);
  });

  it('shows the note that a gemeente wrote itself', () => {
    const {cards} = compile([{...desk, note: {nl: 'Own words.'}}, night]);
    assert.equal(cards[0]?.note, 'Own words.');
  });

  for (const name of ['phone', 'phoneAbroad', 'hours', 'cost', 'anonymous'] as const) {
    for (const certainty of ['K?', 'S-old'] as const) {
      it(`leaves out ${name} that is ${certainty} until a person confirms it`, () => {
        const contact = {...desk, [name]: {...desk[name], certainty}} as ResolvedContact;
        const shown = name === 'hours' ? 'opening' : name;
        const {cards, warnings} = compile([contact, night]);
        assert.equal(cards[0]?.[shown], undefined);
        if (name === 'hours') assert.equal(cards[0]?.hours, undefined);
        assert.deepEqual(warnings, [`contacts/desk/${name} uncertain`]);
        const confirmed = compile([contact, night], [`contacts/desk/${name}`]);
        assert.notEqual(confirmed.cards[0]?.[shown], undefined);
        assert.deepEqual(confirmed.warnings, []);
      });
    }
  }

  it('leaves out a contact of which nobody is sure, and every way to it', () => {
    const {cards, errors} = compile([desk, {...night, certainty: 'K?'}]);
    assert.deepEqual(cards.map(({id, whenClosed}) => [id, whenClosed]), [['desk', undefined]]);
    assert.deepEqual(errors, []);
  });

  it('leaves out a contact whose only channel is uncertain', () => {
    assert.deepEqual(compile([{...night, chat: {url: 'https://night.example/', certainty: 'K?'}}]).cards, []);
  });

  it('keeps a contact that never had a channel: a sample shows where one will stand', () => {
    assert.equal(compile([{id: 'desk', example: true}]).cards[0]?.example, true);
  });

  it('confirms facts of staff contacts under their own key', () => {
    const uncertain: ResolvedContact = {...desk, cost: {value: 'free', certainty: 'K?'}};
    assert.equal(compile([uncertain, night], ['contacts/desk/cost'], 'staffContacts').cards[0]?.cost, undefined);
    assert.equal(compile([uncertain, night], ['staffContacts/desk/cost'], 'staffContacts').cards[0]?.cost, 'free');
  });

  it('refuses a contact in whenClosed that does not exist, or that is the closed one itself', () => {
    assert.deepEqual(compile([{...desk, whenClosed: ['nigth', 'night']}, night]).errors, [
      'contacts/desk/whenClosed contact-unknown',
    ]);
    const {errors} = compile([{...desk, whenClosed: ['desk']}, night]);
    assert.deepEqual(errors, ['contacts/desk/whenClosed closed-self']);
  });
});

describe('linkCards', () => {
  const card = (id: string, rest: Partial<CardContact> = {}): CardContact =>
    ({id, name: id, languages: [], roles: [], topics: [], ...rest});
  const always = {opening: {always: true}} as const;
  const emergency = card('112', {...always, phone: {dial: '112', shown: '112'}});
  const police = card('police', always);
  const help = ['112', 'police', 'gone', 'desk'];
  const chainsOf = (...cards: readonly CardContact[]) =>
    Object.fromEntries(linkCards(cards, help).map(({id, whenClosed}) => [id, whenClosed]));

  it('gives who names nobody the contacts of help: also when nobody knows the hours', () => {
    const office = {opening: {weekly: [{days: [1], from: '09:00', to: '17:00'}]}};
    assert.deepEqual(chainsOf(emergency, police, card('office', office), card('unknown')), {
      '112': undefined,
      police: undefined,
      office: ['police'],
      unknown: ['police'],
    });
  });

  it('names in the place of nobody themselves, and never 112: that is for danger', () => {
    assert.deepEqual(chainsOf(emergency, card('desk')), {'112': undefined, desk: undefined});
  });

  it('leaves a chain of its own as it is, unless nobody of it has a card', () => {
    const chains = chainsOf(police, card('a', {whenClosed: ['b']}), card('b', {whenClosed: ['lost']}));
    assert.deepEqual(chains, {police: undefined, a: ['b'], b: ['police']});
  });
});

describe('compileCardTexts', () => {
  const content: Content = {
    ...smallContent,
    texts: {nl: {...smallContent.texts['nl'], card: {'card.save': 'Save', 'contact.desk.about': 'Help.'}}},
  };

  it('gives the sentences of the card alone, and how a time is written', () => {
    const report = createReport({messages: {}, origins: new Map(), entry: 'x.json'});
    assert.deepEqual(compileCardTexts(content, 'nl', makeWords(report)), {
      'card.save': 'Save',
      'hours.time': '{hour}:{minute}',
    });
    assert.deepEqual(report.errors, []);
  });
});

describe('compileHolidays', () => {
  const withHolidays = (holidays: Readonly<Record<string, unknown>>): Content => ({
    ...smallContent,
    contacts: {...smallContent.contacts, holidays},
  });

  it('gives the rules and nothing around them', () => {
    const rules = [{id: 'koningsdag', date: '04-27', onSunday: '04-26'}, {id: 'pasen', easter: 0}];
    assert.deepEqual(compileHolidays(withHolidays({rules, certainty: 'K+'})), rules);
  });

  it('has none without rules', () => assert.deepEqual(compileHolidays(smallContent), []));

  it('refuses a rule that is none', () => {
    assert.throws(() => compileHolidays(withHolidays({rules: [{id: 'koningsdag', date: '27-04'}]})));
  });
});
