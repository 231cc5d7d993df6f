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

/** Makes a valid signal of an employee, with what only those have. */
export function makeStaffSignal(parts: Partial<Signal> = {}): Signal {
  return makeSignal({
    createdAt: '2026-11-22T14:07:31.250Z',
    channel: 'staff',
    questions: 'handover@1',
    checklist: ['ALG-01', 'WON-05'],
    route: {
      meldroute: 'default@1',
      choices: {danger: ['no'], 'about-whom': ['other', 'colleague']},
      routes: ['112', 'advice'],
      flags: ['urgent'],
      consent: {help: 'yes', police: 'later'},
    },
    ...parts,
  });
}
