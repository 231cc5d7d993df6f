import {waitUntil as wait} from '@open-wc/testing';

/** Waits in a browser test until something holds: ten seconds at most, as another program may have the processor. */
export const waitUntil = (holds: () => unknown, explain?: string): Promise<void> => wait(holds, explain, {timeout: 10_000});
