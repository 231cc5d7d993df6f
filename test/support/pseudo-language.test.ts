import assert from 'node:assert/strict';
import test from 'node:test';

import {compilePseudo, lengthen} from './pseudo-language.js';

test('a sentence becomes 40 % longer, between brackets, and keeps what is filled in', () => {
  assert.equal(lengthen('Bel {number}'), '[Beel {number}ee]');
  for (const sentence of ['Ja', 'Terug', 'Wacht niet op dit formulier.', 'Stap {step} van {total}', 'grrr']) {
    const long = lengthen(sentence);
    assert.ok(long.length >= 1.4 * sentence.length, long);
    assert.match(long, /^\[.*\]$/);
    assert.deepEqual(long.match(/\{\w+\}/g), sentence.match(/\{\w+\}/g));
  }
});

test('the made-up gemeente is there in the pseudo-language, with all its words', () => {
  const {steps, texts, signs} = compilePseudo();
  const words = [
    ...steps.map(({title}) => title),
    ...Object.values(texts),
    ...Object.values(signs).flatMap((form) => [form.name, ...Object.values(form.signs)]),
  ];
  assert.ok(words.length > 150);
  assert.deepEqual(words.filter((word) => !/^\[.*\]$/.test(word)), []);
});
