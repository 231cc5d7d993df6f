import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {
  type Catalogue,
  type ContactEntry,
  contentFolder,
  listCatalogues,
  readContent,
  readTexts,
  wordingsOf,
} from './read-content.js';

const languages = ['nl', 'en'];
const everyWording = languages.flatMap((language) =>
  readTexts(language).flatMap(([key, text]) => wordingsOf(text).map((wording) => ({language, key, wording}))),
);

/** Fails with every text that breaks a rule, so that one run shows all the work. */
function assertNone(broken: typeof everyWording): void {
  assert.deepEqual(
    broken.map(({language, key, wording}) => `${language} ${key}: ${wording}`),
    [],
  );
}

test('Dutch and English have the same catalogues with the same keys, in the same order', () => {
  assert.deepEqual(listCatalogues('nl'), listCatalogues('en'));
  for (const file of listCatalogues('nl')) {
    const [dutch, english] = languages.map((language) => readContent<Catalogue>(`texts/${language}/${file}`));
    assert.deepEqual(Object.keys(dutch ?? {}), Object.keys(english ?? {}), file);
  }
});

test('no key stands in two catalogues or twice in one', () => {
  for (const language of languages) {
    const keys = listCatalogues(language).flatMap((file) => {
      const written = readFileSync(`${contentFolder}texts/${language}/${file}`, 'utf8');
      return [...written.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
    });
    assert.deepEqual(keys.filter((key, place) => keys.indexOf(key) !== place), []);
    assert.equal(keys.length, readTexts(language).length);
  }
});

test('a text is a sentence, or one sentence for u and one for je', () => {
  for (const language of languages) {
    for (const [key, text] of readTexts(language)) {
      if (language === 'en') assert.equal(typeof text, 'string', `en ${key}`);
      if (typeof text !== 'string') assert.deepEqual(Object.keys(text).sort(), ['je', 'u'], `${language} ${key}`);
    }
  }
  assertNone(everyWording.filter(({wording}) => wording === '' || wording !== wording.trim()));
});

test('a gemeente that says u never says je, and the other way round', () => {
  const formal = /(?<![\p{L}-])(u|uw)(?![\p{L}-])/iu;
  const informal = /(?<![\p{L}-])(je|jij|jou|jouw|jullie)(?![\p{L}-])/iu;
  const broken: string[] = [];
  for (const [key, text] of readTexts('nl')) {
    // A child is always addressed as "je", also by a gemeente that says "u".
    const child = key.startsWith('step.young.');
    if (typeof text === 'string') {
      if (formal.test(text) || (informal.test(text) && !child)) broken.push(`${key}: ${text}`);
      continue;
    }
    if (informal.test(text.u)) broken.push(`${key} (u): ${text.u}`);
    if (formal.test(text.je)) broken.push(`${key} (je): ${text.je}`);
    if (text.u === text.je) broken.push(`${key}: u and je are the same`);
  }
  assert.deepEqual(broken, []);
});

test('no catalogue holds HTML or other markup', () => {
  assertNone(everyWording.filter(({wording}) => /[<>&[\]|*_`]/.test(wording)));
});

test('English sentences have at most 20 words', () => {
  const countWords = (sentence: string): number => sentence.trim().split(/\s+/).length;
  assertNone(
    everyWording.filter(
      ({language, wording}) =>
        language === 'en' && wording.split(/(?<=[.!?]["']?)\s+/).some((sentence) => countWords(sentence) > 20),
    ),
  );
});

test('a text uses the placeholders that exist, the same ones in both languages', () => {
  const known = [
    'gemeente', 'reader', 'within', 'count', 'step', 'total', 'number', 'language', 'name', 'detail', 'max',
    'days', 'first', 'last', 'from', 'to', 'hour', 'minute',
  ];
  const placeholders = (wording: string): readonly string[] =>
    [...new Set([...wording.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? ''))].sort();
  const english = new Map(readTexts('en'));
  for (const [key, text] of readTexts('nl')) {
    const other = english.get(key) ?? '';
    for (const wording of wordingsOf(text)) {
      assert.deepEqual(placeholders(wording).filter((name) => !known.includes(name)), [], key);
      assert.deepEqual(placeholders(wording), wordingsOf(other).flatMap(placeholders), key);
    }
  }
});

test('no text promises what software cannot keep', () => {
  const promises = [
    /100 ?(%|procent|percent)/i, /(volledig|helemaal|geheel|totaal) (anoniem|veilig)/i, /herleidbaar/i,
    /niemand kan/i, /sporen/i, /hacken/i, /alleen (u|jij) en wij/i, /weten niet wie (u|je|jij)/i,
    /merkt? er niets van/i, /versleuteld/i,
    /de politie krijgt/i, /altijd iets/i, /verloren gaan/i, /gewist/i, /garan(tie|deren)/i, /onvindbaar/i,
    /(completely|fully|totally) (anonymous|safe|secure)/i, /untraceable/i, /(no one|nobody) can (see|find|know)/i,
    /your traces/i, /hacked/i, /only you and we/i, /do not know who you are/i, /notice nothing/i, /encrypted/i,
    /the police (will|do|does) (not )?(get|receive)/i, /always (act|do something)/i, /never (be |get )?lost/i,
    /erased/i, /guarantee/i,
  ];
  assertNone(everyWording.filter(({wording}) => promises.some((promise) => promise.test(wording))));
});

test('every phone number in a text is the number of a contact', () => {
  const {contacts} = readContent<{readonly contacts: readonly ContactEntry[]}>('contacts.json');
  const numbers = contacts.flatMap(({phone, phoneAbroad}) => [phone?.shown, phoneAbroad?.shown]);
  const inText = /(?<![\d.])(?:\+\d[\d -]{5,}\d|0[\d -]{5,}\d|1\d\d|14 ?0\d+)(?![\d.]\d)/g;
  assert.ok(everyWording.some(({wording}) => wording.match(inText)), 'the pattern finds 112');
  const unknownIn = (wording: string): readonly string[] =>
    (wording.match(inText) ?? []).filter((number) => !numbers.includes(number));
  assertNone(everyWording.filter(({wording}) => unknownIn(wording).length > 0));
});

test('no text holds a web address: addresses stand in contacts, with their source', () => {
  const address = /https?:|www\.|(?<!@voorbeeld|@example)\.(nl|com|nu|org)\b/i;
  assertNone(everyWording.filter(({wording}) => address.test(wording)));
});
