import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import test from 'node:test';

import {
  type ContactEntry,
  contentFolder,
  dataCatalogues,
  type FormEntry,
  type HolidayRule,
  readContent,
  readTexts,
  type SignEntry,
  type Sourced,
  type StepEntry,
} from './read-content.js';

const {forms} = readContent<{readonly forms: readonly FormEntry[]}>('forms.json');
const {signs} = readContent<{readonly signs: readonly SignEntry[]}>('signs.json');
const {steps, safety} = readContent<{readonly steps: readonly StepEntry[]; readonly safety: StepEntry}>('questions.json');
const {topics} = readContent<{
  readonly topics: readonly {
    readonly id: string;
    readonly order: readonly string[];
    readonly signs: readonly string[];
  }[];
}>('topics.json');
const {contacts, holidays} = readContent<{
  readonly contacts: readonly ContactEntry[];
  readonly holidays: Sourced & {readonly rules: readonly HolidayRule[]};
}>('contacts.json');
const {interpreter} = readContent<{readonly interpreter: Sourced}>('languages.json');
const {sources} = readContent<{
  readonly sources: readonly {readonly id: string; readonly where: string}[];
}>('sources.json');

const texts = new Map(readTexts('nl', [...dataCatalogues, 'safety.json']));
const keys = [...texts.keys()];

/** Keys of numbered lines: `start.1`, `start.2` and so on, as many as there are. */
const linesOf = (start: string): readonly string[] =>
  keys.filter((key) => key.startsWith(`${start}.`) && /^\d+$/.test(key.slice(start.length + 1)));

/** What a step and its questions may say, and what they must say. */
function keysOfStep(step: StepEntry): {readonly must: readonly string[]; readonly may: readonly string[]} {
  const start = `step.${step.id}`;
  // The title is the question when there is one question, unless contacts stand above it.
  const labelled = step.questions.length > 1 || (step.questions.length === 1 && step.contacts !== undefined);
  const must = [
    `${start}.title`,
    ...(step.oneOf ? [`${start}.oneOf`] : []),
    ...(step.panel ? [`${start}.panel.title`, `${start}.panel.text`] : []),
    ...(step.more ? [`${start}.more.title`, `${start}.more.text.1`] : []),
    ...(step.aside ?? []).flatMap((id) => [`aside.${id}.title`, `aside.${id}.1`]),
    // A visitor who sees phone numbers also reads what happens when they call.
    ...(step.contacts ? [`${start}.body.1`] : []),
    ...step.questions.flatMap((question) => [
      `question.${question.id}.short`,
      ...(labelled ? [`question.${question.id}.label`] : []),
      ...(question.required ? [`question.${question.id}.error`] : []),
      ...(question.options ?? []).map(({id}) => `option.${question.id}.${id}.label`),
    ]),
  ];
  const may = [
    `${start}.hint`,
    ...linesOf(`${start}.body`),
    ...(step.more ? linesOf(`${start}.more.text`) : []),
    ...(step.aside ?? []).flatMap((id) => linesOf(`aside.${id}`)),
    ...step.questions.flatMap((question) => [
      ...(labelled ? [`question.${question.id}.hint`] : []),
      ...(question.options ?? []).map(({id}) => `option.${question.id}.${id}.hint`),
    ]),
  ];
  return {must, may};
}

const must = [
  ...forms.flatMap(({id, subForms, sectors}) => [
    `form.${id}.label`,
    `form.${id}.hint`,
    ...subForms.map((subForm) => `subform.${subForm}`),
    ...sectors.map((sector) => `sector.${sector}`),
  ]),
  ...signs.flatMap(({id, form}) => [`sign.${id}`, `signgroup.${form}`]),
  ...[...steps, safety].flatMap((step) => keysOfStep(step).must),
  ...['translation.unreviewed', 'step.safety.form', 'step.safety.back'],
  // Someone who calls 112 can read aloud in Dutch which language they speak.
  'aside.say.language',
  'contact.intranet.name',
  ...contacts.flatMap(({id}) => [`contact.${id}.name`, `contact.${id}.note`]),
  ...holidays.rules.map(({id}) => `holiday.${id}`),
  ...['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => `day.${day}`),
  ...['always', 'daily', 'span', 'line', 'time', 'holidays.closed', 'holidays.unknown'].map((key) => `hours.${key}`),
];

test('every form, sign, question, option, step, contact and holiday has its words', () => {
  assert.deepEqual(must.filter((key) => !texts.has(key)), []);
});

test('every key in a catalogue belongs to something', () => {
  const used = new Set([...must, ...[...steps, safety].flatMap((step) => keysOfStep(step).may)]);
  assert.deepEqual(keys.filter((key) => !used.has(key)), []);
});

test('numbered lines start at 1 and leave no gap', () => {
  const numbered = keys.filter((key) => /^(step|aside)\..*\.\d+$/.test(key));
  assert.ok(numbered.length > 0);
  for (const key of numbered) {
    const start = key.slice(0, key.lastIndexOf('.'));
    const numbers = linesOf(start).map((line) => Number(line.slice(start.length + 1)));
    assert.deepEqual(numbers, numbers.map((_, place) => place + 1), start);
  }
});

test('an id is used once in its file', () => {
  for (const list of [forms, signs, steps, topics, contacts, sources, holidays.rules]) {
    const ids = list.map(({id}) => id);
    assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place), []);
  }
});

test('every form, sign and contact says how certain it is, where that comes from, and who reviewed it', () => {
  const known = new Set(sources.map(({id}) => id));
  const entries = [
    ...forms,
    ...signs,
    ...contacts,
    {id: 'holidays', ...holidays},
    {id: 'interpreter', ...interpreter},
  ];
  for (const {id, certainty, source, reviewed} of entries) {
    assert.match(certainty ?? '', /^(S|S-old|K\+|K\?)$/, id);
    assert.ok(source && source.length > 0, id);
    assert.deepEqual(source.filter((code) => !known.has(code)), [], id);
    assert.notEqual(reviewed, undefined, `${id}: reviewed is null until a person reviewed it`);
  }
});

test('nothing claims a source when it rests on own knowledge alone', () => {
  for (const {id, certainty, source} of [...forms, ...signs, ...contacts]) {
    if (source?.every((code) => code === 'own-knowledge')) assert.match(certainty ?? '', /^K[+?]$/, id);
  }
});

test('every source is used and says where it is', () => {
  const used = new Set(JSON.stringify([forms, signs, contacts, holidays, interpreter]).match(/"[^"]+"/g));
  assert.deepEqual(sources.filter(({id, where}) => !used.has(`"${id}"`) || where === ''), []);
});

test('a topic names steps and signs that exist, danger first', () => {
  assert.deepEqual(topics.map(({id}) => id), ['woonoverlast', 'adres', 'vergunning', 'bedelen', 'jeugd', 'zorg']);
  for (const topic of topics) {
    assert.equal(topic.order[0], 'signs', topic.id);
    assert.deepEqual(topic.order.filter((id) => !steps.some((step) => step.id === id)), [], topic.id);
    assert.deepEqual(topic.signs.filter((id) => !signs.some((sign) => sign.id === id)), [], topic.id);
    assert.equal(new Set(topic.signs).size, topic.signs.length, topic.id);
    assert.ok(topic.signs.some((id) => signs.some((sign) => sign.id === id && sign.weight === 'NU')), topic.id);
  }
});

test('the package holds data and nothing that runs', () => {
  const files = readdirSync(contentFolder, {recursive: true, withFileTypes: true}).filter((file) => file.isFile());
  assert.deepEqual(files.map(({name}) => name).filter((name) => !/\.(json|md)$|^LICENSE$/.test(name)), []);
});
