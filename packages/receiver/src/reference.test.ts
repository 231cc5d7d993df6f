import assert from 'node:assert/strict';
import {test} from 'node:test';

import {checkCharacter, createReference} from './reference.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const isWhole = (text: string): boolean => checkCharacter(text.slice(0, 7)) === text[7];
const draw = (): string => createReference().replace('-', '');

test('a reference is two groups of four characters that cannot be mistaken for each other', () => {
  const form = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;
  for (let turn = 0; turn < 500; turn += 1) assert.match(createReference(), form);
});

test('references are random', () => {
  assert.equal(new Set(Array.from({length: 2000}, createReference)).size, 2000);
});

test('every single wrong character is noticed', () => {
  for (let turn = 0; turn < 20; turn += 1) {
    const reference = draw();
    assert.ok(isWhole(reference));
    for (let at = 0; at < 8; at += 1) {
      for (const other of alphabet) {
        if (other === reference[at]) continue;
        const wrong = reference.slice(0, at) + other + reference.slice(at + 1);
        assert.ok(!isWhole(wrong), `${wrong} passes for ${reference}`);
      }
    }
  }
});

test('every two characters that changed places are noticed', () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const reference = draw();
    for (let one = 0; one < 8; one += 1) {
      for (let other = one + 1; other < 8; other += 1) {
        const characters = [...reference];
        [characters[one], characters[other]] = [reference.charAt(other), reference.charAt(one)];
        const wrong = characters.join('');
        if (wrong !== reference) assert.ok(!isWhole(wrong), `${wrong} passes for ${reference}`);
      }
    }
  }
});
