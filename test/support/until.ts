const STEP = 20;

/**
 * Waits for something to be true (or to have a value) and gives it.
 * Rejects after `limit` milliseconds (10 seconds) with what it waited for and, if given, what `explain` says.
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value> | Value,
  {limit = 10_000, explain}: {limit?: number; explain?: () => Promise<string> | string} = {},
): Promise<NonNullable<Value>> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (value) return value;
    if (Date.now() > end) {
      throw new Error(`Waited ${limit} ms for ${what}, in vain.${explain ? `\n${await explain()}` : ''}`);
    }
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}
