import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, sep} from 'node:path';
import {before, test} from 'node:test';

import {guardCompiled} from '@baken/model/rules/guard';
import {guardContacts} from '@baken/model/rules/guard-contacts';
import {guardStaff} from '@baken/model/rules/guard-staff';

import {type CompleteSample, compileSamples, samplesFolder} from './compile-samples.js';

const addresses = {
  endpoint: 'http://127.0.0.1:5/v1/signals',
  integrity: 'http://127.0.0.1:7/v1/signals',
  pages: 'http://127.0.0.1:6',
};
let samples: readonly CompleteSample[];

before(async () => {
  samples = await compileSamples(addresses);
});

test('every sample gemeente compiles, and the pages accept each of its files', () => {
  const ids = samples.map(({files}) => files[0]?.gemeente.id);
  assert.deepEqual(ids, ['almere', 'blaricum', 'diemen', 'duinrand', 'groningen', 'laren', 'waterhoek']);
  for (const file of samples.flatMap(({files}) => files)) {
    assert.equal(guardCompiled(file), undefined, `${file.gemeente.id}.${file.language}`);
    assert.equal(file.example, true, file.gemeente.id);
  }
});

test('every sample is there in Dutch first, and in English', () => {
  for (const {files} of samples) assert.deepEqual(files.map(({language}) => language), ['nl', 'en']);
});

test('every sample sends to the receiver of this run, and to no other', () => {
  for (const file of samples.flatMap(({files}) => files)) {
    assert.deepEqual(file.endpoint, {type: 'json', url: addresses.endpoint});
    assert.ok(file.page === undefined || file.page === `${addresses.pages}/${file.gemeente.id}/signaal`, file.page);
  }
});

test('every sample has the numbers and the topic that its pages show', () => {
  for (const {files: [file]} of samples) {
    for (const id of ['112', 'politie']) {
      assert.ok(file?.help.includes(id) && file.contacts.some((contact) => contact.id === id && contact.phone), id);
    }
    assert.ok((file?.topics['woonoverlast']?.signs.length ?? 0) > 0, file?.gemeente.id);
  }
});

test('nothing that only staff may see is in a file of the pages', () => {
  for (const file of samples.flatMap(({files}) => files)) assert.equal('staff' in file, false, file.gemeente.id);
});

test('every sample has the files for contact cards and for staff, in the same languages', () => {
  for (const {files, contacts, staff} of samples) {
    const languages = files.map(({language}) => language);
    assert.deepEqual(contacts.map(({language}) => language), languages);
    assert.deepEqual(staff.map(({language}) => language), languages);
    for (const file of contacts) assert.equal(guardContacts(file), undefined, file.gemeente.id);
    for (const file of staff) assert.equal(guardStaff(file), undefined, file.gemeente.id);
  }
});

test('every signal of staff goes to the receivers of this run: one about someone of the gemeente apart', async () => {
  for (const {staff: {endpoints}, gemeente: {id}} of samples.flatMap(({staff}) => staff)) {
    assert.equal(endpoints[0]?.url, addresses.endpoint);
    for (const {integrity, url} of endpoints) assert.equal(url, integrity ? addresses.integrity : addresses.endpoint, id);
  }
  const {endpoint, pages} = addresses;
  for (const {staff: [file]} of await compileSamples({endpoint, pages})) {
    const urls = file?.staff.endpoints.map(({url}) => url) ?? [];
    assert.equal(new Set(urls).size, urls.length, 'in the files they are two places too');
  }
});

test('no contact of a sample for staff has a number that is made up', () => {
  for (const {staff, gemeente} of samples.flatMap((sample) => sample.staff)) {
    for (const card of staff.cards.filter(({example}) => example)) {
      assert.equal(card.phone ?? card.phoneAbroad, undefined, `${gemeente.id}: ${card.id}`);
      assert.match(card.email ?? card.url ?? '.example/', /\.example(\/|$)/, `${gemeente.id}: ${card.id}`);
    }
  }
});

test('what is made up says so once: the card marks it, so its words do not', () => {
  for (const {files, contacts, staff} of samples) {
    const cards = [...files.map((file) => file.contacts), ...contacts.map((file) => file.cards)];
    for (const card of [...cards, ...staff.map((file) => file.staff.cards)].flat()) {
      const words = [card.name, card.note].join(' ');
      if (card.example) assert.doesNotMatch(words, /voorbeeld|example/i, card.id);
      else assert.doesNotMatch(JSON.stringify(card), /\.example/, `${card.id} is made up and not marked`);
    }
  }
});

test('a mistake in a sample is an error that names the file and the key', async (context) => {
  const folder = (await mkdtemp(join(tmpdir(), 'baken-demo-gemeenten-'))) + sep;
  context.after(() => rm(folder, {recursive: true}));
  await cp(samplesFolder, folder, {recursive: true});
  const path = join(folder, 'diemen.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"exitUrl"', '"exitUrll"'));
  const compiled = compileSamples(addresses, folder);
  await assert.rejects(compiled, /diemen\.staff\.json does not compile:\n.*diemen\.json:\d+ exitUrll: /);
});
