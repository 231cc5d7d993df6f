import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {CardContact} from './contact-card.js';
import {writeVCard} from './vcard.js';

const comensha: CardContact = {
  id: 'comensha',
  name: 'CoMensha',
  phone: {dial: '+31334481186', shown: '033-448 11 86'},
  email: 'info@comensha.nl',
  hours: 'Maandag tot en met vrijdag, 9.00 tot 17.00 uur.',
  languages: ['nl', 'en'],
  roles: ['advice'],
  topics: ['arbeid'],
};

/** Reads a card back as an address book does: unfolds the lines, then splits them. */
const read = (card: string): readonly (readonly [name: string, value: string])[] =>
  card.replace(/\r\n /g, '').trimEnd().split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1)];
  });

const names = (contact: CardContact): readonly string[] => read(writeVCard(contact)).map(([name]) => name);

describe('writeVCard', () => {
  it('writes what the contact holds, and nothing else', () => {
    assert.deepEqual(read(writeVCard(comensha)), [
      ['BEGIN', 'VCARD'],
      ['VERSION', '4.0'],
      ['KIND', 'org'],
      ['FN', 'CoMensha'],
      ['TEL;TYPE=voice', '+31334481186'],
      ['EMAIL', 'info@comensha.nl'],
      ['LANG', 'nl'],
      ['LANG', 'en'],
      ['NOTE', 'Maandag tot en met vrijdag\\, 9.00 tot 17.00 uur.'],
      ['END', 'VCARD'],
    ]);
    const bare = {id: 'x', name: 'X', languages: [], roles: [], topics: []};
    assert.deepEqual(names(bare), ['BEGIN', 'VERSION', 'KIND', 'FN', 'END']);
  });

  it('writes every way to reach someone', () => {
    const all = {
      ...comensha,
      phoneAbroad: {dial: '+31703334444', shown: '+31 70 333 44 44'},
      url: 'https://comensha.example/',
      chat: 'https://chat.example/',
      note: 'Geeft advies.',
    };
    const values = read(writeVCard(all)).map((pair) => pair.join(':'));
    for (const line of [
      'TEL;TYPE=voice:+31703334444',
      'URL:https://comensha.example/',
      'URL:https://chat.example/',
      'NOTE:Geeft advies.\\nMaandag tot en met vrijdag\\, 9.00 tot 17.00 uur.',
    ]) assert.ok(values.includes(line), line);
  });

  it('ends every line with a return and a line feed', () => {
    assert.match(writeVCard(comensha), /^(?:[^\r\n]+\r\n)+$/);
  });

  it('keeps a name with marks of its own as one name', () => {
    const name = 'Bureau A; B, C\\D';
    assert.deepEqual(read(writeVCard({...comensha, name}))[3], ['FN', 'Bureau A\\; B\\, C\\\\D']);
  });

  for (const [what, bad] of [
    ['a line feed', 'X\nTEL:0900'],
    ['a return', 'X\rTEL:0900'],
    ['both', 'X\r\nEND:VCARD\r\nBEGIN:VCARD'],
    ['a next line', 'X\u0085TEL:0900'],
    ['a line separator', 'X\u2028TEL:0900'],
    ['a vertical tab', 'X\u000BTEL:0900'],
    ['a null', 'X\u0000TEL:0900'],
  ] as const) {
    it(`lets no ${what} begin a property, in whichever field`, () => {
      const phone = {dial: bad, shown: '0900'};
      const contacts: readonly CardContact[] = [
        {...comensha, name: bad},
        {...comensha, note: bad},
        {...comensha, hours: bad},
        {...comensha, phone},
        {...comensha, email: bad},
        {...comensha, languages: [bad, 'en']},
        {...comensha, url: bad},
      ];
      for (const contact of contacts) {
        const usual = names({...contact, ...(contact.url === undefined ? {} : {url: 'x'})});
        assert.deepEqual(names(contact), usual);
        assert.deepEqual(usual.filter((name) => /^(BEGIN|END)/.test(name)), ['BEGIN', 'END']);
        assert.equal(usual.filter((name) => name.startsWith('TEL')).length, 1);
        assert.ok(!/[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/.test(writeVCard(contact)));
      }
    });
  }

  it('folds at 75 octets, never inside a letter', () => {
    const note = 'Zorgcoördinator é ' + '😀漢字ß'.repeat(40);
    const card = writeVCard({...comensha, note});
    for (const line of card.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(Buffer.from(line).toString(), line);
      assert.ok(!line.includes('\uFFFD'));
    }
    const isFull = (line: string): boolean => line.startsWith(' ') && Buffer.byteLength(line) > 70;
    assert.ok(card.split('\r\n').some(isFull), 'lines are as long as they may be');
    assert.ok(read(card).some(([, value]) => value.startsWith(note)));
  });
});
