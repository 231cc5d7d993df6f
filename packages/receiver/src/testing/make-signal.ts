import {randomUUID} from 'node:crypto';

import type {Signal} from '@baken/model/rules/signal';

/** Makes a valid public signal with an id of its own. */
export function makeSignal(parts: Partial<Signal> = {}): Signal {
  return {
    schema: 'baken.signal/1',
    id: randomUUID(),
    createdAt: '2026-11-22T14:00:00.000Z',
    language: 'nl',
    channel: 'public',
    gemeente: '0376',
    questions: 'public@1',
    answers: {danger: 'no', who: 'other', signs: ['ALG-01'], what: 'Iemand slaapt in de keuken.'},
    contact: null,
    attachments: [],
    client: {version: '0.1.0'},
    ...parts,
  };
}
