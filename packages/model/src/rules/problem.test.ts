import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {readProblems} from './problem.js';

describe('readProblems', () => {
  const cases: readonly [shape: string, body: unknown, expected: readonly (readonly [string, string])[]][] = [
    [
      'RFC 9457 with errors',
      {type: 'about:blank', title: 'Wrong', status: 400, errors: [{pointer: '/answers/what', detail: 'too long'}]},
      [['/answers/what', 'too long']],
    ],
    ['VNG', {status: 400, invalidParams: [{name: 'answers.what', reason: 'te lang'}]}, [['/answers/what', 'te lang']]],
    ['problem details without fields', {type: 'about:blank', title: 'Wrong', status: 400, detail: 'No.'}, []],
    ['a list', [{pointer: '/a', detail: 'b'}], []],
    ['a text', 'Bad Request', []],
    ['nothing', undefined, []],
    ['errors of another shape', {errors: ['no', {pointer: 3}, {detail: 'x'}, {pointer: '/answers/what', detail: ['x']}]}, []],
  ];
  for (const [shape, body, expected] of cases) {
    it(`reads ${shape}`, () => {
      assert.deepEqual(
        readProblems(body).map(({pointer, detail}) => [pointer, detail]),
        expected,
      );
    });
  }
});
