import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import test from 'node:test';

import {
  type Catalogue,
  contentFolder,
  listCatalogues,
  readContent,
  readTexts,
  wordingsOf,
} from './read-content.js';

const {languages, interpreter} = readContent<{
  readonly languages: readonly {
    readonly id: string;
    readonly reviewed: Readonly<Record<string, null | {readonly by: string; readonly on: string}>>;
  }[];
  readonly interpreter: {readonly certainty: string; readonly source: readonly string[]; readonly lastChecked: string};
}>('languages.json');
const ids = languages.map(({id}) => id);
const translations = ids.filter((id) => id !== 'nl');

/** The words of a language by key, one wording each: those of `je` where Dutch has two. */
const wordsOf = (language: string): ReadonlyMap<string, string> =>
  new Map(readTexts(language).map(([key, text]) => [key, wordingsOf(text).at(-1) ?? '']));
const dutch = wordsOf('nl');
const everyText = translations.flatMap((language) =>
  [...wordsOf(language)].map(([key, text]) => ({language, key, text})),
);

/** Fails with every text that breaks a rule, so that one run shows all the work. */
function assertNone(broken: typeof everyText): void {
  assert.deepEqual(broken.map(({language, key, text}) => `${language} ${key}: ${text}`), []);
}

/** `error.title` for `error.title.few`, when that is a plural form. */
const stems = [...dutch.keys()].flatMap((key) =>
  key.endsWith('.one') && dutch.has(key.replace(/one$/, 'other')) ? [key.slice(0, -'.one'.length)] : [],
);
const stemOf = (key: string): string | undefined => {
  const stem = key.slice(0, key.lastIndexOf('.'));
  return stems.includes(stem) ? stem : undefined;
};
const categoriesOf = (language: string): readonly string[] => [
  ...new Intl.PluralRules(language).resolvedOptions().pluralCategories,
];

test('the languages are those of the folders, Dutch first', () => {
  assert.deepEqual(ids.toSorted(), readdirSync(`${contentFolder}texts`).toSorted());
  assert.deepEqual(ids, ['nl', 'en', 'pl', 'ro', 'bg', 'es', 'uk', 'ar']);
});

test('every catalogue of every language says who reviewed it, or that nobody did', () => {
  for (const {id, reviewed} of languages) {
    const files = listCatalogues(id).map((file) => file.replace(/\.json$/, ''));
    assert.deepEqual(Object.keys(reviewed), files, id);
    for (const mark of Object.values(reviewed)) {
      if (mark !== null) assert.match(`${mark.by} ${mark.on}`, /^\S.* \d{4}-\d\d-\d\d$/, id);
    }
  }
});

test('every language has the same catalogues, with the keys of Dutch in the same order', () => {
  const [example = ''] = stems;
  assert.ok(dutch.has(`${example}.one`), 'there are plural forms');
  for (const language of translations) {
    assert.deepEqual(listCatalogues(language), listCatalogues('nl'), language);
    for (const file of listCatalogues('nl')) {
      const expected = Object.keys(readContent<Catalogue>(`texts/nl/${file}`)).flatMap((key) => {
        const stem = stemOf(key);
        if (stem === undefined) return [key];
        return key.endsWith('.one') ? [`${stem}.*`] : [];
      });
      const found = Object.keys(readContent<Catalogue>(`texts/${language}/${file}`)).map((key) => {
        const stem = stemOf(key);
        return stem === undefined ? key : `${stem}.*`;
      });
      assert.deepEqual(found.filter((key, place) => key !== found[place - 1]), expected, `${language} ${file}`);
    }
  }
});

test('a language has exactly the plural forms that its grammar has', () => {
  for (const language of ids) {
    const keys = [...wordsOf(language).keys()];
    for (const stem of stems) {
      const forms = keys.filter((key) => stemOf(key) === stem).map((key) => key.slice(stem.length + 1));
      assert.deepEqual(forms.toSorted(), categoriesOf(language).toSorted(), `${language} ${stem}`);
    }
  }
});

test('a plural form that stands for several numbers says which number it is', () => {
  const numbers = Array.from({length: 300}, (_, number) => number);
  for (const language of ids) {
    const rules = new Intl.PluralRules(language);
    for (const [key, text] of wordsOf(language)) {
      const stem = stemOf(key);
      if (stem === undefined) continue;
      const category = key.slice(stem.length + 1);
      const isOne = numbers.filter((number) => rules.select(number) === category).length === 1;
      if (!isOne) assert.ok(text.includes('{count}'), `${language} ${key}: ${text}`);
    }
  }
});

test('every language fills the same places in a sentence, and no others', () => {
  const places = (text: string): readonly string[] => [...new Set(text.match(/\{[^}]*\}/g) ?? [])].toSorted();
  assertNone(
    everyText.filter(({key, text}) => {
      const stem = stemOf(key);
      if (stem !== undefined) return places(text).some((place) => place !== '{count}');
      return places(text).join() !== places(dutch.get(key) ?? '').join();
    }),
  );
});

test('no text is empty, has space around it, or holds HTML', () => {
  assertNone(everyText.filter(({text}) => text === '' || text !== text.trim() || /[<>&[\]|*_`]| {2}/.test(text)));
});

test('numbers of two digits and more are the same in every language', () => {
  const numbers = (text: string): readonly string[] => text.match(/\d{2,}/g) ?? [];
  assert.deepEqual(numbers(dutch.get('step.call-112.title') ?? ''), ['112']);
  assertNone(everyText.filter(({key, text}) => numbers(text).join() !== numbers(dutch.get(key) ?? text).join()));
});

test('digits are the ones that a telephone shows, in every language', () => {
  assertNone(everyText.filter(({text}) => /\p{Nd}/u.test(text.replaceAll(/\d/g, ''))));
});

/**
 * Words that stay as they are: names of organisations, Dutch words that someone needs to say or find, brands and what
 * stands on keys.
 */
const names = new Set(
  [
    ...[...dutch].filter(([key]) => /^contact\..*\.name$/.test(key)).map(([, name]) => name),
    ...['aangifte', 'gemeente', 'vertrouwenspersoon', 'zorgcoördinator', 'zzp', 'BSN'],
    ...['Esc', 'Wi-Fi', 'wi-fi', 'wifi', 'WhatsApp', 'Au pair', 'escort', 'loverboy', 'Loverboy', 'lovergirl'],
    ...['nazwa@example.com', 'nume@example.com', 'nombre@example.com', 'name@example.com'],
  ].flatMap((words) => [...words.split(/[^\p{L}-]+/u), ...words.toLowerCase().split(/[^\p{L}-]+/u)]),
);

/** The name of an organisation stays Dutch, with what it means behind it. */
const isName = (key: string): boolean => /^contact\..*\.name$/.test(key);

const alphabets: Readonly<Record<string, RegExp>> = {
  en: /^[a-z]+$/i,
  pl: /^[a-ząćęłńóśźż]+$/i,
  ro: /^[a-zăâîșț]+$/i,
  bg: /^[абвгдежзийклмнопрстуфхцчшщъьюя]+$/i,
  es: /^[a-záéíóúüñ]+$/i,
  uk: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’]+$/i,
  ar: /^[\u0621-\u063A\u0640-\u0652]+$/,
};

test('every word is written in the letters of its language, so none that only look alike', () => {
  assert.deepEqual(Object.keys(alphabets).toSorted(), translations.toSorted());
  const strange = everyText.flatMap(({language, key, text}) =>
    (text.replaceAll(/\{[^}]*\}/g, ' ').match(/[\p{L}\p{M}’]+(-[\p{L}]+)*/gu) ?? [])
      .filter((word) => !names.has(word) && !word.split('-').every((part) => alphabets[language]?.test(part)))
      .map((word) => ({language, key, text: word})),
  );
  assertNone(strange);
});

test('no sentence is left in Dutch', () => {
  const common = 'aan bij dan een geen het iemand jij kies maar met naar niet nog ook uw voor wij wordt zij'.split(' ');
  const dutchWords = new RegExp(`(?<![\\p{L}-])(${common.join('|')})(?![\\p{L}-])`, 'iu');
  const fixed = ['Meld Misdaad Anoniem', 'Meld', 'FairWork'];
  const bare = (text: string): string => fixed.reduce((rest, name) => rest.replaceAll(name, ''), text);
  assertNone(everyText.filter(({key, text}) => !isName(key) && dutchWords.test(bare(text))));
  // What is the same word in two languages is short.
  assertNone(everyText.filter(({key, text}) => !isName(key) && text === dutch.get(key) && text.split(' ').length > 2));
});

test('a translation is neither much shorter nor much longer than the Dutch', () => {
  assertNone(
    everyText.filter(({key, text}) => {
      const {length} = dutch.get(key) ?? text;
      return length >= 30 && !isName(key) && (text.length < 0.45 * length || text.length > 2 * length);
    }),
  );
});

test('a sentence that names a button or an answer names it as the page does', () => {
  const named: Readonly<Record<string, string>> = {
    'start.1': 'review.send',
    'start.2': 'back',
    'start.3': 'leave',
    'review.hint': 'review.change',
    'step.unsafe.body.1': 'leave',
    'step.safety.body.1': 'leave',
    'question.form.error': 'option.form.unknown.label',
    'question.name.error': 'option.known.anonymous.label',
  };
  for (const language of ids) {
    const words = wordsOf(language);
    for (const [key, button] of Object.entries(named)) {
      assert.ok(words.get(key)?.includes(words.get(button) ?? '?'), `${language} ${key}: ${words.get(key)}`);
    }
  }
});

test('who reads a report and when stands after a colon, except where Dutch and English decline nothing', () => {
  const declining = everyText.filter(({language}) => language !== 'en');
  assert.ok(declining.some(({text}) => text.includes('{reader}')));
  assertNone(declining.filter(({text}) => /(?<!: )\{(reader|within)\}/.test(text)));
});

test('every language says how to reach an interpreter, from a source', () => {
  const known = readContent<{readonly sources: readonly {readonly id: string}[]}>('sources.json').sources;
  assert.match(interpreter.certainty, /^(S|K\+)$/);
  assert.deepEqual(interpreter.source.filter((code) => !known.some(({id}) => id === code)), []);
  for (const language of ids) {
    for (const key of ['step.safety.body.3', 'step.adult.body.4']) assert.ok(wordsOf(language).has(key), language);
  }
});
