import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {guardContacts} from './guard-contacts.js';

const sound = {
  format: 'baken.contacts/1',
  cards: [{id: '112', name: '112', phone: {dial: '112', shown: '112'}}, {id: 'x', name: 'X'}],
};

describe('guardContacts', () => {
  it('lets a sound file through', () => assert.equal(guardContacts(sound), undefined));

  const faults: readonly [fault: string, reason: string, file: unknown][] = [
    ['a file of a form', 'format', {...sound, format: 'baken.gemeente/1'}],
    ['nothing', 'shape', null],
    ['a text', 'format', 'baken.contacts/1'],
    ['cards that are no list', 'shape', {...sound, cards: {0: sound.cards[0]}}],
    ['no cards', 'shape', {format: sound.format}],
    ['a card that is nothing', 'shape', {...sound, cards: [null]}],
    ['no 112', '112', {...sound, cards: sound.cards.slice(1)}],
    ['a 112 that dials something else', '112', {...sound, cards: [{id: '112', phone: {dial: '113', shown: '112'}}]}],
  ];
  for (const [fault, reason, file] of faults) {
    it(`refuses ${fault}`, () => assert.equal(guardContacts(file), reason));
  }
});
