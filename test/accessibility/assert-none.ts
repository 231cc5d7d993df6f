import assert from 'node:assert/strict';

/** Fails with every fault on a line of its own. `remedy` says what to do when they are meant. */
export function assertNone(faults: readonly string[], remedy = ''): void {
  assert.ok(faults.length === 0, `${faults.length} faults\n${[...faults, remedy].join('\n')}`);
}
