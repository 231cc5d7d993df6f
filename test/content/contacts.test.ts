import assert from 'node:assert/strict';
import test from 'node:test';

import {
  type ContactEntry, type FormEntry, type HolidayRule, readContent, readTexts, type Sourced,
} from './read-content.js';

const {contacts, holidays} = readContent<{
  readonly contacts: readonly (ContactEntry & {readonly whenClosed?: readonly string[]})[];
  readonly holidays: {readonly timeZone: string; readonly rules: readonly HolidayRule[]};
}>('contacts.json');
const {sources} = readContent<{
  readonly sources: readonly {readonly id: string; readonly where: string}[];
}>('sources.json');
const {forms} = readContent<{readonly forms: readonly FormEntry[]}>('forms.json');
const {topics} = readContent<{readonly topics: readonly {readonly id: string}[]}>('topics.json');
const where = new Map(sources.map(({id, where: place}) => [id, place]));

/** The facts of a contact that are known: each is confirmed by itself. */
const factsOf = (contact: ContactEntry): readonly (readonly [string, Sourced])[] => [
  ...(['phone', 'phoneAbroad', 'chat', 'url', 'email', 'hours'] as const).flatMap((name) => {
    const fact = contact[name];
    return fact ? [[name, fact] as const] : [];
  }),
  ...(['cost', 'anonymous', 'phoneBill'] as const)
    .filter((name) => contact[name].value !== 'unknown')
    .map((name) => [name, contact[name]] as const),
];

test('the national contacts are all there, 112 first', () => {
  assert.deepEqual(contacts.map(({id}) => id), [
    '112', 'politie', 'meld-misdaad-anoniem', 'comensha', 'veilig-thuis', 'arbeidsinspectie', 'marechaussee',
    'fairwork', 'slachtofferhulp', 'kindertelefoon', '113', 'centrum-seksueel-geweld', 'keerpunt', 'chat-met-fier',
    'lkha', 'buitenlandse-zaken', 'juridisch-loket', 'huis-voor-klokkenluiders', 'rijksrecherche', 'nidos',
  ]);
});

test('every fact says how certain it is and where it comes from', () => {
  for (const contact of contacts) {
    for (const [name, {certainty, source}] of factsOf(contact)) {
      const place = `${contact.id}/${name}`;
      assert.match(certainty ?? '', /^(S|S-old|K\+|K\?)$/, place);
      assert.ok(source && source.length > 0, place);
      assert.deepEqual(source.filter((code) => !where.has(code)), [], place);
      if (source.every((code) => code === 'own-knowledge')) assert.match(certainty ?? '', /^K[+?]$/, place);
    }
  }
});

test('what is not known claims no source', () => {
  for (const {id, cost, anonymous, phoneBill} of contacts) {
    for (const fact of [cost, anonymous, phoneBill]) {
      if (fact.value === 'unknown') assert.deepEqual(fact, {value: 'unknown'}, id);
    }
    assert.match(cost.value, /^(free|local|unknown)$/, id);
    assert.match(anonymous.value, /^(yes|possible|no|unknown)$/, id);
    assert.match(phoneBill.value, /^(no|yes|unknown)$/, id);
  }
});

test('every contact says on which day it was last checked', () => {
  for (const {id, lastChecked} of contacts) {
    assert.match(lastChecked, /^\d{4}-\d\d-\d\d$/, id);
    assert.equal(new Date(lastChecked).toISOString().slice(0, 10), lastChecked, id);
  }
});

test('a number to dial is complete and is the number that is shown', () => {
  for (const {id, phone, phoneAbroad} of contacts) {
    for (const number of [phone, phoneAbroad]) {
      if (!number) continue;
      assert.match(number.dial, /^(112|113|0[89]00\d{4}|\+31\d{9})$/, id);
      const digits = number.shown.replace(/[ +-]/g, '');
      assert.match(digits, /^\d+$/, id);
      assert.ok([digits, `+${digits}`, digits.replace(/^0/, '+31')].includes(number.dial), `${id}: ${number.shown}`);
    }
    if (phoneAbroad) assert.match(phoneAbroad.dial, /^\+/, id);
  }
});

test('every contact can be reached', () => {
  for (const {id, phone, chat, url, email} of contacts) assert.ok(phone ?? chat ?? url ?? email, id);
});

test('a web address is https, and its site is named by its source or known to the makers', () => {
  for (const {id, chat, url} of contacts) {
    for (const address of [chat, url]) {
      if (!address) continue;
      const {protocol, hostname, search, hash} = new URL(address.url);
      assert.deepEqual([protocol, search, hash], ['https:', '', ''], id);
      // What a person still has to confirm is not shown, so it may rest on less.
      if (address.certainty !== 'S') continue;
      assert.ok(address.source?.some((code) => where.get(code)?.includes(hostname)), `${id}: ${hostname}`);
    }
  }
});

test('an e-mail address is an address', () => {
  for (const {id, email} of contacts) if (email) assert.match(email.address, /^[a-z]+@[a-z]+\.nl$/, id);
});

test('opening hours are always, or days with a beginning and an end', () => {
  for (const {id, hours} of contacts) {
    if (!hours) continue;
    assert.notEqual(hours.always === true, hours.weekly !== undefined, id);
    if (hours.weekly) assert.match(hours.holidays ?? '', /^(closed|open|unknown)$/, id);
    for (const {days, from, to} of hours.weekly ?? []) {
      assert.ok(days.length > 0 && days.every((day) => /^(mo|tu|we|th|fr|sa|su)$/.test(day)), id);
      assert.equal(new Set(days).size, days.length, id);
      for (const time of [from, to]) assert.match(time, /^([01]\d|2[0-3]):[0-5]\d$/, id);
      assert.ok(from < to, id);
    }
  }
});

test('the facts that a person must confirm first are marked, so that a build leaves them out', () => {
  const unconfirmed = contacts.flatMap((contact) =>
    [['contact', contact] as const, ...factsOf(contact)]
      .filter(([, {certainty}]) => certainty === 'K?' || certainty === 'S-old')
      .map(([name]) => `${contact.id}/${name}`),
  );
  assert.deepEqual(unconfirmed, [
    'marechaussee/hours', 'fairwork/phone', 'chat-met-fier/contact', 'chat-met-fier/chat', 'chat-met-fier/anonymous',
  ]);
});

test('a contact is about forms of exploitation or topics that exist', () => {
  const known = [...forms.map(({id}) => id), ...topics.map(({id}) => id)];
  for (const contact of contacts) {
    assert.deepEqual(contact.topics.filter((topic) => !known.includes(topic)), [], contact.id);
    assert.ok(contact.roles.length > 0 && contact.languages.length > 0, contact.id);
  }
});

test('a contact that is not certainly open names others who are, day and night, and about the same', () => {
  for (const {id, hours, whenClosed, topics: own} of contacts) {
    const isAlwaysOpen = hours?.always === true && /^(S|K\+)$/.test(hours.certainty ?? '');
    if (isAlwaysOpen || own.length === 0) {
      assert.equal(whenClosed, undefined, `${id} is always open, or about nothing that someone else could take`);
      continue;
    }
    assert.ok(whenClosed && whenClosed.length > 0, id);
    const others = whenClosed.map((other) => contacts.find((contact) => contact.id === other));
    for (const other of others) {
      assert.equal(other?.hours?.always, true, id);
      assert.ok(other.phone ?? other.chat, id);
      for (const fact of [other, other.hours, other.phone ?? other.chat]) {
        assert.match(fact?.certainty ?? '', /^(S|K\+)$/, id);
      }
    }
    const covered = new Set(others.flatMap((other) => other?.topics ?? []));
    assert.deepEqual(own.filter((topic) => !covered.has(topic)), [], `${id}: every topic has someone who is open`);
  }
});

test('the roles of the meldroute that a national contact has find it, the right one first', () => {
  const firstWith = (role: string): string | undefined => contacts.find(({roles}) => roles.includes(role))?.id;
  const national = {
    emergency: '112', police: 'politie', inspection: 'arbeidsinspectie', 'veilig-thuis': 'veilig-thuis',
    comensha: 'comensha', 'anonymous-tips': 'meld-misdaad-anoniem', nidos: 'nidos', lkha: 'lkha',
    'suicide-prevention': '113',
  };
  for (const [role, id] of Object.entries(national)) assert.equal(firstWith(role), id, role);
});

test('what a card says of a contact leaves out what it says by itself: cost and name', () => {
  for (const language of ['nl', 'en']) {
    const abouts = readTexts(language, ['card.json']).filter(([key]) => !key.startsWith('card.'));
    assert.ok(abouts.length > 0);
    for (const [key, text] of abouts) {
      const [, id] = /^contact\.([a-z0-9-]+)\.about$/.exec(key) ?? [];
      assert.ok(contacts.some((contact) => contact.id === id), key);
      assert.doesNotMatch(String(text), /gratis|naam|free|name/i, key);
    }
  }
});

test('the Dutch public holidays are rules that work in any year', () => {
  assert.equal(holidays.timeZone, 'Europe/Amsterdam');
  assert.deepEqual(
    holidays.rules.map(({id, date, easter}) => `${id} ${date ?? easter}`),
    [
      'nieuwjaarsdag 01-01', 'eerste-paasdag 0', 'tweede-paasdag 1', 'koningsdag 04-27', 'bevrijdingsdag 05-05',
      'hemelvaartsdag 39', 'eerste-pinksterdag 49', 'tweede-pinksterdag 50', 'eerste-kerstdag 12-25',
      'tweede-kerstdag 12-26',
    ],
  );
  for (const {id, date, easter} of holidays.rules) assert.notEqual(date === undefined, easter === undefined, id);
  assert.equal(holidays.rules.find(({id}) => id === 'koningsdag')?.onSunday, '04-26');
  assert.deepEqual(holidays.rules.find(({id}) => id === 'bevrijdingsdag')?.years, {every: 5, from: 2020});
});
