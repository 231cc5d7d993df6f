import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createWords} from './words.js';

test('a page says u or je throughout', () => {
  assert.match(createWords('u')('nuisance.report.heading'), /^Denkt u /);
  assert.match(createWords('je')('nuisance.report.heading'), /^Denk je /);
});

test('a sentence with a placeholder that nobody fills is an error that names both', () => {
  assert.throws(() => createWords('u')('home.heading'), /"home\.heading" needs a value for \{gemeente\}/);
});
