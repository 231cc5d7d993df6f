/** Starts the line that tells `scripts/test.mjs` what a suite counted; JSON follows. */
export const countMark = '\u0001baken-count ';

/**
 * Counts the tests of `node --test` and prints the sum as one marked line. A describe is not a test, unless it breaks.
 *
 * @param {AsyncIterable<{type: string, data: any}>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* countReporter(events) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const skipped = [];
  for await (const {type, data} of events) {
    const isResult = type === 'test:pass' || type === 'test:fail';
    if (!isResult) continue;
    if (data.details?.type === 'suite') {
      // A describe that throws by itself hides the tests that it had not yet named.
      if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') failed++;
      continue;
    }
    const reason = data.skip ?? data.todo;
    if (reason !== undefined) skipped.push(typeof reason === 'string' ? `${data.name} (${reason})` : data.name);
    else if (type === 'test:pass') passed++;
    else failed++;
  }
  yield `${countMark}${JSON.stringify({passed, failed, skipped})}\n`;
}
