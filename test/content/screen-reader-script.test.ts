import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {readContent, readTexts} from './read-content.js';

const page = readFileSync(new URL('../../docs/developers/screen-reader-script.md', import.meta.url), 'utf8');
const staffTexts = ['meldroute', 'handover', 'widgets'].flatMap((file) =>
  Object.values(readContent<Readonly<Record<string, string>>>(`../content-staff/texts/nl/${file}.json`)),
);
const publicTexts = readTexts('nl').flatMap(([, text]) => (typeof text === 'string' ? [text] : Object.values(text)));

/** Matches a sentence with anything in its placeholders. */
const toPattern = (text: string): RegExp =>
  new RegExp(`^${text.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+')}$`);
const patterns = [...staffTexts, ...publicTexts].map(toPattern);

test('the script for screen readers lets people listen only for sentences that the widgets have', () => {
  const [, script = ''] = page.split('\n## The walk\n');
  const sentences = [...script.matchAll(/\*\*(.+?)\*\*/gs)].map(([, sentence = '']) => sentence.replace(/\s+/g, ' '));
  assert.ok(sentences.length >= 60, `${sentences.length} sentences`);
  assert.deepEqual(sentences.filter((one) => !patterns.some((pattern) => pattern.test(one))), []);
});

test('the script for screen readers says that no real one has been run, as long as no run is written down', () => {
  const hasRun = !page.includes('| none yet |');
  assert.equal(page.includes('No real screen reader has been run'), !hasRun);
});
