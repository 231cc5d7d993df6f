import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {inspectMeldroute} from '@baken/model/rules/inspect-meldroute';
import type {Meldroute} from '@baken/model/rules/meldroute';

import {createSubject, faults, tryEdits} from './mutate-meldroute.js';

const file = new URL('../../packages/content-staff/meldroute.json', import.meta.url);
const subject = createSubject(JSON.parse(readFileSync(file, 'utf8')) as Meldroute);

describe('inspection of an edited meldroute', () => {
  it('finds nothing in the default', () => assert.deepEqual(inspectMeldroute(subject.meldroute, subject), []));

  it('finds every planted fault, alone and among others, and nothing after harmless edits', () => {
    const {found} = tryEdits(subject, 1000, 20_261_122);
    for (const name of Object.keys(faults)) assert.ok((found[name] ?? 0) >= 30, `${name}: ${found[name]}`);
  });
});
