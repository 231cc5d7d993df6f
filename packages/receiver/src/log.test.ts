import assert from 'node:assert/strict';
import {test} from 'node:test';

import {codeOf, createLineLog, type LogEntry, sizeClass} from './log.js';

test('a key that is not on the list is not written', () => {
  const lines: string[] = [];
  const entry = {event: 'request', route: 'GET /v1/health', status: 200, ms: 1, size: 'none', ip: '10.0.0.1', id: 'x'};
  createLineLog((line) => lines.push(line))(entry as LogEntry);
  assert.deepEqual(lines, ['{"event":"request","route":"GET /v1/health","status":200,"ms":1,"size":"none"}\n']);
});

test('a size is logged as one of seven classes', () => {
  const sizes = [0, 1, 1024, 1025, 4096, 16_384, 65_536, 262_144, 262_145];
  assert.deepEqual(sizes.map(sizeClass), [
    'none', 'up-to-1k', 'up-to-1k', 'up-to-4k', 'up-to-4k', 'up-to-16k', 'up-to-64k', 'up-to-256k', 'larger',
  ]);
});

test('of a failure only a code is kept', () => {
  assert.equal(codeOf(Object.assign(new Error('Key (id)=(1234) exists'), {code: '23505'})), '23505');
  assert.equal(codeOf(Object.assign(new Error(), {code: 'Iemand slaapt in de keuken'})), 'unknown');
  assert.equal(codeOf(undefined), 'unknown');
});
