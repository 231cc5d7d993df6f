/**
 * The long run of edits to the default meldroute: `npm run campaign:edit-meldroute`, with the number of edited
 * meldroutes as the first argument (100,000 without it) and a seed as the second.
 */
import {readFileSync} from 'node:fs';

import type {Meldroute} from '@baken/model/rules/meldroute';

import {createSubject, tryEdits} from '../support/mutate-meldroute.js';

const [runs = 100_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv.slice(2).map(Number);
const file = new URL('../../packages/content-staff/meldroute.json', import.meta.url);
const meldroute = JSON.parse(readFileSync(file, 'utf8')) as Meldroute;
const start = Date.now();
const {edits, found} = tryEdits(createSubject(meldroute), runs, seed);
const seconds = Math.round((Date.now() - start) / 1000);
console.log(`${runs} edited meldroutes, ${edits} edits, seed ${seed}, ${seconds} s. Planted, and all found:`, found);
