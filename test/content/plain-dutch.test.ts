import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import test from 'node:test';

import {findHard} from '@baken/model/compile/check-plain';
import type {Content} from '@baken/model/schemas/content';

import {type Catalogue, contentFolder, readContent, readTexts, wordingsOf} from './read-content.js';

const plain = readContent<Content['plain']>('check/plain.json');
const staff = '../content-staff/texts/nl';
const texts = [
  ...readTexts('nl'),
  ...readdirSync(contentFolder + staff).flatMap((file) => Object.entries(readContent<Catalogue>(`${staff}/${file}`))),
];

/** What is hard in a text, in short. */
const inShort = (text: string): readonly string[] =>
  findHard(text, plain).map((hard) => (hard.code === 'plain-long' ? `${hard.count} words` : hard.name));

test('no Dutch sentence has more than 15 words or a difficult word, for residents nor for staff', () => {
  const hard = texts.flatMap(([key, text]) =>
    wordingsOf(text).flatMap((wording) => inShort(wording).map((found) => `${key}: ${found}: ${wording}`)),
  );
  assert.deepEqual(hard, []);
});

test('a long sentence and a difficult word are found, whatever stands around them', () => {
  assert.equal(plain.longest, 15);
  const words = (count: number): string => Array.from({length: count}, () => 'woord').join(' ');
  assert.deepEqual(inShort(`${words(15)}. ${words(15)}?`), []);
  assert.deepEqual(inShort(`Kort. ${words(16)}.`), ['16 words']);
  assert.deepEqual(inShort('Bel 112, teneinde hulp te krijgen.'), ['teneinde']);
  assert.deepEqual(inShort('Indien u dit leest met betrekking tot ons.'), ['indien', 'met betrekking tot']);
});

test('a word that only holds a difficult one is not difficult', () => {
  assert.deepEqual(inShort('Wij gaan mee met de mededeling over de medewerker.'), []);
});

test('what to write in place of a difficult word is not difficult itself', () => {
  for (const [word, instead] of Object.entries(plain.words)) assert.deepEqual(inShort(instead), [], word);
});
