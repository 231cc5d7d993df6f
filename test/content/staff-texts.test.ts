import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import test from 'node:test';

import type {Meldroute} from '@baken/model/rules/meldroute';
import type {PracticeCase} from '@baken/model/rules/staff';
import {stepSchema} from '@baken/model/schemas/questions';

import {
  type ContactEntry,
  contentFolder,
  readContent,
  readTexts,
  type SignEntry,
  type StepEntry,
} from './read-content.js';

const staff = '../content-staff';
const languages = ['nl', 'en'] as const;
const catalogues = ['cases.json', 'handover.json', 'meldroute.json', 'signs.json', 'widgets.json'];
const readCatalogue = (language: string, file: string) =>
  readContent<Readonly<Record<string, string>>>(`${staff}/texts/${language}/${file}`);
const sentences = languages.flatMap((language) =>
  catalogues.flatMap((file) =>
    Object.entries(readCatalogue(language, file)).map(([key, text]) => ({language, file, key, text})),
  ),
);

const {nodes, routes, roles, flags, purposes} = readContent<Meldroute>(`${staff}/meldroute.json`);
const {signs} = readContent<{readonly signs: readonly SignEntry[]}>(`${staff}/signs.json`);
const {steps} = readContent<{readonly steps: readonly StepEntry[]}>(`${staff}/handover.json`);
const {cases} = readContent<{readonly cases: readonly PracticeCase[]}>(`${staff}/cases.json`);
const {workplaces} = readContent<{readonly workplaces: readonly {readonly id: string}[]}>(`${staff}/workplaces.json`);
const {contacts} = readContent<{readonly contacts: readonly ContactEntry[]}>('contacts.json');
const publicKeys = new Set(readTexts('nl').map(([key]) => key));

/** Fails with every sentence that breaks a rule, so that one run shows all the work. */
function assertNone(broken: typeof sentences): void {
  assert.deepEqual(broken.map(({language, key, text}) => `${language} ${key}: ${text}`), []);
}

/** The keys that a catalogue must hold, and the starts of keys of which it may hold any. */
const wanted: Readonly<Record<string, {readonly must: readonly string[]; readonly may: readonly string[]}>> = {
  'signs.json': {
    must: [
      ...signs.map(({id}) => `sign.${id}`),
      ...new Set(signs.map(({form}) => `signgroup.${form}`).filter((key) => !publicKeys.has(key))),
    ],
    may: [],
  },
  'meldroute.json': {
    must: [
      ...nodes.map(({id}) => `node.${id}.title`),
      ...nodes.filter(({kind}) => kind !== 'note').map(({id}) => `node.${id}.why`),
      ...nodes.filter(({kind}) => kind === 'note').map(({id}) => `node.${id}.body.1`),
      ...nodes
        .filter(({kind}) => kind !== 'consent')
        .flatMap(({id, answers}) => answers.map((answer) => `answer.${id}.${answer.id}.label`)),
      ...routes.flatMap(({id}) => [`route.${id}.title`, `route.${id}.actor`, `route.${id}.say.1`]),
      ...roles.map((id) => `role.${id}`),
      ...flags.map((id) => `flag.${id}`),
      ...purposes.flatMap((id) => [`purpose.${id}.label`, `purpose.${id}.hint`]),
      'consent.yes', 'consent.no', 'consent.later',
    ],
    may: [
      ...nodes.flatMap(({id, answers}) => [
        `node.${id}.hint`, `node.${id}.body.#`, ...answers.map((answer) => `answer.${id}.${answer.id}.hint`),
      ]),
      ...routes.flatMap(({id}) => [`route.${id}.say.#`, `route.${id}.dont.#`, `route.${id}.note`]),
    ],
  },
  'handover.json': {
    must: steps.flatMap(({id, questions}) => [
      `step.${id}.title`,
      ...questions.flatMap((question) => [
        `question.${question.id}.label`,
        `question.${question.id}.short`,
        ...(question.required ? [`question.${question.id}.error`] : []),
        ...(question.options ?? []).map((option) => `option.${question.id}.${option.id}.label`),
      ]),
    ]),
    may: steps.flatMap(({id, questions}) => [
      `step.${id}.hint`, ...questions.map((question) => `question.${question.id}.hint`),
    ]),
  },
  'cases.json': {
    must: cases.flatMap(({id, signs: own, maybe = []}) => [
      `case.${id}.title`, `case.${id}.text.1`, `case.${id}.explanation.1`,
      ...[...own, ...maybe].map((sign) => `case.${id}.sign.${sign}`),
    ]),
    may: cases.flatMap(({id}) => [`case.${id}.text.#`, `case.${id}.explanation.#`]),
  },
};

test('both languages have the same catalogues with the same keys, in the same order', () => {
  for (const language of languages) {
    assert.deepEqual(readdirSync(`${contentFolder}${staff}/texts/${language}`).sort(), catalogues);
  }
  for (const file of catalogues) {
    const [dutch, english] = languages.map((language) => Object.keys(readCatalogue(language, file)));
    assert.deepEqual(dutch, english, file);
  }
});

test('no key stands in two catalogues or twice in one, public ones included', () => {
  for (const language of languages) {
    const keys = catalogues.flatMap((file) => {
      const written = readFileSync(`${contentFolder}${staff}/texts/${language}/${file}`, 'utf8');
      return [...written.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key ?? '');
    });
    assert.equal(keys.length, sentences.filter((sentence) => sentence.language === language).length);
    assert.deepEqual(keys.filter((key, place) => keys.indexOf(key) !== place || publicKeys.has(key)), []);
  }
});

for (const [file, {must, may}] of Object.entries(wanted)) {
  test(`${file} has a word for all that needs one, and none for what does not exist`, () => {
    const keys = Object.keys(readCatalogue('nl', file));
    assert.deepEqual(must.filter((key) => !keys.includes(key)), []);
    const known = new Set([...must, ...may]);
    assert.deepEqual(keys.filter((key) => !known.has(key) && !known.has(key.replace(/\d+$/, '#'))), []);
  });
}

test('every workplace has its name', () => {
  const keys = Object.keys(readCatalogue('nl', 'widgets.json')).filter((key) => key.startsWith('workplace.'));
  assert.deepEqual(keys.sort(), workplaces.map(({id}) => `workplace.${id}`).sort());
});

test('numbered lines start at 1 and leave no gap', () => {
  const keys = new Set(sentences.map(({key}) => key));
  for (const key of keys) {
    const [, start, number] = /^(.*\.)(\d+)$/.exec(key) ?? [];
    if (Number(number) > 1) assert.ok(keys.has(`${start}${Number(number) - 1}`), key);
  }
});

test('a sentence is plain text, and says je to an employee', () => {
  assertNone(sentences.filter(({text}) => typeof text !== 'string' || text === '' || text !== text.trim()));
  assertNone(sentences.filter(({text}) => /[<>&[\]|*_`]/.test(text)));
  const formal = /(?<![\p{L}-])(u|uw)(?![\p{L}-])/iu;
  assertNone(sentences.filter(({language, text}) => language === 'nl' && formal.test(text)));
});

test('Dutch sentences have at most 15 words, English ones at most 20', () => {
  const longest = {nl: 15, en: 20};
  const countWords = (sentence: string): number => sentence.trim().split(/\s+/).length;
  assertNone(
    sentences.filter(({language, text}) =>
      text.split(/(?<=[.!?]["']?)\s+/).some((sentence) => countWords(sentence) > longest[language]),
    ),
  );
});

test('a sentence has the same placeholders in both languages, and only those of widgets have any', () => {
  const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{[^}]*\}/g) ?? [])].sort();
  for (const file of catalogues) {
    const english = readCatalogue('en', file);
    for (const [key, text] of Object.entries(readCatalogue('nl', file))) {
      assert.deepEqual(placeholders(text), placeholders(english[key] ?? ''), key);
      if (file !== 'widgets.json') assert.deepEqual(placeholders(text), [], key);
    }
  }
});

test('every phone number in a sentence is the number of a contact, and no sentence holds a web address', () => {
  const numbers = contacts.flatMap(({phone, phoneAbroad}) => [phone?.shown, phoneAbroad?.shown]);
  const inText = /(?<![\d.])(?:\+\d[\d -]{5,}\d|0[\d -]{5,}\d|1\d\d|14 ?0\d+)(?![\d.]\d)/g;
  assert.ok(sentences.some(({text}) => text.match(inText)), 'the pattern finds 112');
  const unknownIn = (text: string): readonly string[] =>
    (text.match(inText) ?? []).filter((number) => !numbers.includes(number));
  assertNone(sentences.filter(({text}) => unknownIn(text).length > 0));
  assertNone(sentences.filter(({text}) => /https?:|www\.|\.(nl|com|org)\b/i.test(text)));
});

test('nothing is given as a chance or a score', () => {
  const chance = /%|\b(procent|percent|score|kans op|waarschijnlijk|probab|likel)/i;
  assertNone(sentences.filter(({text}) => chance.test(text)));
});

test('no text promises what nobody can keep', () => {
  const promises = [
    /garan(tie|deren)|guarantee/i, /(volledig|helemaal) (anoniem|veilig)/i, /(fully|completely) (anonymous|safe)/i,
    /je (krijgt|hebt recht op) (een )?(vergunning|opvang)/i,
  ];
  assertNone(sentences.filter(({text}) => promises.some((promise) => promise.test(text))));
});

test('the handover record is a question set, and few of its questions are required', () => {
  const schema = stepSchema('resolved');
  for (const step of steps) assert.deepEqual(schema.safeParse(step).error?.issues ?? [], [], step.id);
  const questions = steps.flatMap((step) => step.questions);
  assert.ok(steps.length <= 4);
  assert.deepEqual(questions.filter(({required}) => required).map(({id}) => id), ['facts']);
  const {steps: open} = readContent<{readonly steps: readonly StepEntry[]}>('questions.json');
  const idsOf = (list: typeof steps): readonly string[] =>
    list.flatMap((step) => [step.id, ...step.questions.map(({id}) => id)]);
  const taken = [...idsOf(open), ...nodes.map(({id}) => id)];
  const ids = idsOf(steps);
  assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place || taken.includes(id)), []);
  for (const id of ids) assert.match(id, /^[A-Za-z][A-Za-z0-9-]{0,63}$/);
});

test('the handover keeps facts apart from what was told and thought, and asks for 5W, how and source', () => {
  const ids = steps.flatMap((step) => step.questions.map(({id}) => id));
  assert.deepEqual(ids.slice(0, 3), ['facts', 'told', 'thought']);
  const complete = ['persons', 'location', 'moment', 'means', 'basis'];
  const careful = ['informed', 'safe-contact', 'weighing', 'inform-later'];
  assert.deepEqual([...complete, ...careful].filter((id) => !ids.includes(id)), []);
});

test('the handover asks for nothing that need not be known', () => {
  const forbidden = [
    /nationaliteit|nationality/i, /afkomst|herkomst|etni|ethnic|huidskleur/i, /geloof|religi/i, /gezondheid|health/i,
    /geaardheid|orientation/i, /verblijfs|residence/i, /paspoort|passport/i, /digid/i, /geboorte|birth/i,
    /geslacht|gender/i,
  ];
  const asked = sentences.filter(({file}) => file === 'handover.json');
  assertNone(asked.filter(({text}) => forbidden.some((word) => word.test(text))));
  // The one sentence about it says to leave it out.
  assertNone(asked.filter(({key, text}) => text.includes('BSN') && key !== 'question.facts.hint'));
});
