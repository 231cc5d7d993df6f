import assert from 'node:assert/strict';
import test from 'node:test';

import {
  type ContactEntry,
  type FormEntry,
  readContent,
  readTexts,
  type StepEntry,
  wordingsOf,
} from './read-content.js';

const set = readContent<{
  readonly id: string;
  readonly version: number;
  readonly steps: readonly StepEntry[];
}>('questions.json');
const {steps} = set;
const questions = steps.flatMap((step) => step.questions);
const {contacts} = readContent<{readonly contacts: readonly ContactEntry[]}>('contacts.json');
const {forms} = readContent<{readonly forms: readonly FormEntry[]}>('forms.json');

/** Stands for the first desk of the region, which only a gemeente's own file knows. */
// What each gemeente fills in itself.
const OWN = ['{entry}', '{intranet}'];

test('the public set asks these questions and no others', () => {
  assert.equal(`${set.id}@${set.version}`, 'public@1');
  assert.deepEqual(
    steps.map(({id, questions: asked}) => [id, ...asked.map((question) => question.id)].join(' ')),
    [
      'danger danger', 'call-112', 'danger-signs danger-signs', 'call-112-signs', 'who who', 'safe safe', 'unsafe',
      'age age', 'young', 'adult', 'work-advice employer', 'work-staff', 'form form', 'signs signs',
      'describe what person child', 'place where when still', 'source source control known-by',
      'mine mine-what mine-where', 'known known', 'name name reply', 'reach phone email times contact-language',
    ],
  );
});

test('no two questions share an id', () => {
  assert.equal(new Set(questions.map(({id}) => id)).size, questions.length);
});

test('a condition names an earlier question and answers that it has', () => {
  steps.forEach((step, place) => {
    const earlier = steps.slice(0, place).flatMap((before) => before.questions);
    for (const [id, wanted] of [step.when ?? []].flat().flatMap((condition) => Object.entries(condition))) {
      const question = earlier.find((candidate) => candidate.id === id);
      assert.ok(question, `${step.id}: ${id} is not an earlier question`);
      const options = question.options?.map((option) => option.id) ?? [];
      assert.deepEqual(wanted.filter((answer) => answer !== '*' && !options.includes(answer)), [], step.id);
      assert.ok(wanted.length > 0, step.id);
    }
  });
});

test('a step that ends the form asks nothing, and every other step without questions shows contacts', () => {
  for (const step of steps) {
    if (step.end) assert.equal(step.questions.length, 0, step.id);
    else assert.ok(step.questions.length > 0 || step.contacts, step.id);
  }
});

test('present danger comes first and leads to the 112 screen before anything else is asked', () => {
  assert.deepEqual(steps.slice(0, 4).map(({id}) => id), ['danger', 'call-112', 'danger-signs', 'call-112-signs']);
  for (const id of ['call-112', 'call-112-signs']) {
    const step = steps.find((candidate) => candidate.id === id);
    assert.deepEqual([step?.end, step?.tone, step?.aside], [true, 'danger', ['say', 'safe']], id);
  }
});

test('someone for whom typing is not safe is asked nothing more', () => {
  const path = steps.filter(({when}) => ['{"who":["me"]}', '{"safe":["no"]}'].includes(JSON.stringify(when)));
  assert.deepEqual(path.map(({id, end, tone}) => [id, end, tone]), [
    ['safe', undefined, undefined],
    ['unsafe', true, 'leave'],
    ['age', undefined, undefined],
  ]);
});

test('who is young or unsure of that gets no form', () => {
  const young = steps.find(({id}) => id === 'young');
  assert.deepEqual(young?.when, {age: ['young', 'unsure']});
  assert.equal(young?.end, true);
});

test('a signal can be sent without a name: contact is only asked after a choice for it', () => {
  const asking = steps.filter((step) => step.questions.some((question) => question.contact));
  assert.deepEqual(asking.map(({id, when}) => [id, when]), [
    ['name', {known: ['named', 'confidential']}],
    ['reach', {reply: ['yes']}],
  ]);
  const choice = questions.find(({id}) => id === 'known');
  assert.deepEqual(choice?.options?.map(({id}) => id), ['named', 'confidential', 'anonymous']);
});

test('every shown contact exists', () => {
  const ids = contacts.map(({id}) => id);
  const shown = steps.flatMap((step) => [...(step.contacts ?? []), step.panel?.contact ?? []].flat());
  assert.ok(shown.includes('meld-misdaad-anoniem'));
  assert.deepEqual(shown.filter((id) => !OWN.includes(id) && !ids.includes(id)), []);
});

test('the usual answer of a question is one of its options, and "one of these" names questions of the step', () => {
  for (const step of steps) {
    for (const {id, usual, options} of step.questions) {
      if (usual !== undefined) assert.ok(options?.some((option) => option.id === usual), id);
    }
    for (const id of step.oneOf ?? []) assert.ok(step.questions.some((question) => question.id === id), id);
  }
});

test('a choice has options, a text has none, and pictograms exist', () => {
  const icons = [
    'alert', 'heart', 'helmet', 'home', 'parcel', 'coins', 'cross', 'rings', 'dots', 'question', 'user', 'users',
    'briefcase', 'letter', 'name', 'mask',
  ];
  for (const {id, type, options} of questions) {
    assert.match(type, /^(one|many|text|line|signs)$/, id);
    if (type === 'one' || type === 'many') assert.ok(options && options.length > 1, id);
    if (type === 'text' || type === 'line') assert.equal(options, undefined, id);
    for (const option of options ?? []) if (option.icon) assert.ok(icons.includes(option.icon), `${id} ${option.icon}`);
  }
});

test('the choice of a form offers the eight forms, with their pictograms, and "I do not know"', () => {
  const options = questions.find(({id}) => id === 'form')?.options ?? [];
  assert.deepEqual(options, [...forms.map(({id, icon}) => ({id, icon})), {id: 'unknown', icon: 'question'}]);
});

test('nothing is asked that a public form must not ask', () => {
  const forbidden = [
    /\bbsn\b/i, /burgerservice/i, /nationaliteit/i, /afkomst/i, /herkomst/i, /etni/i, /huidskleur/i, /geloof/i,
    /religi/i, /godsdienst/i, /gezond/i, /ziek/i, /geaardheid/i, /seksuele (voorkeur|gerichtheid)/i, /verblijf/i,
    /paspoort/i, /identiteitskaart/i, /digid/i, /\bfoto/i, /geboorte/i, /geslacht/i, /handelingen/i,
    /nationality/i, /ethnic/i,
    /skin/i, /religio/i, /health/i, /\bill(ness)?\b/i, /orientation/i, /residence/i, /passport/i, /photo/i, /birth/i,
    /gender/i, /citizen service/i,
  ];
  const asked = ['nl', 'en'].flatMap((language) =>
    readTexts(language, ['questions.json']).flatMap(([key, text]) =>
      wordingsOf(text)
        .filter((wording) => forbidden.some((word) => word.test(wording)))
        .map((wording) => `${key}: ${wording}`),
    ),
  );
  assert.deepEqual(asked, []);
});

test('the honest words stay: what confidential is worth, and where nobody knows the reporter', () => {
  const texts = new Map(readTexts('nl', ['questions.json']));
  const confidential = wordingsOf(texts.get('option.known.confidential.hint') ?? '');
  assert.equal(confidential.length, 2);
  for (const wording of confidential) assert.match(wording, /\{reader\}.*zeker is dat niet.*rechter/);
  for (const wording of wordingsOf(texts.get('step.known.panel.text') ?? '')) {
    assert.match(wording, /Meld Misdaad Anoniem.*niets meer.*Niet voor spoed/);
  }
});
