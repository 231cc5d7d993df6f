import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {compileFiles, compileSmall, errorsOf, inShort, smallContent, smallGemeente} from '../../test/small-gemeente.js';
import {guardCompiled} from '../rules/guard.js';
import {guardContacts} from '../rules/guard-contacts.js';
import {listSigns} from '../rules/signs.js';
import type {CompileResult} from './compile-gemeente.js';

function compiledIn(result: CompileResult, language = 'nl') {
  assert.deepEqual(errorsOf(result), []);
  assert.ok(result.ok);
  const compiled = result.compiled[language];
  assert.ok(compiled);
  return compiled;
}

const ownStep = {id: 'own', after: 'describe', questions: [{id: 'own', type: 'line'}]};
const ownTexts = {nl: {'step.own.title': 'Eigen vraag'}, en: {'step.own.title': 'Own question'}};

describe('a wrong configuration is refused, and the error says where and what', () => {
  const situations: readonly (readonly [
    situation: string,
    change: Readonly<Record<string, unknown>>,
    error: string,
  ])[] = [
    ['a key with a typing error', {nmae: 'x'}, 'nmae unknown-key'],
    ['a key for staff in the public file', {staffEndpoints: []}, 'staffEndpoints staff-key'],
    ['a needed key that is removed', {code: null}, 'code missing'],
    ['a number where words belong', {name: 5}, 'name type-string'],
    ['words where a list belongs', {help: '112'}, 'help type-array'],
    ['words where keys belong', {reader: 'x'}, 'reader type-record'],
    ['a CBS code of three digits', {code: '384'}, 'code code'],
    ['an address that is neither u nor je', {address: 'jij'}, 'address one-of'],
    ['an endpoint on plain http', {endpoint: {type: 'json', url: 'http://small.example/'}}, 'endpoint/url endpoint'],
    [
      'an endpoint with a password',
      {endpoint: {type: 'json', url: 'https://a:b@small.example/'}},
      'endpoint/url endpoint',
    ],
    ['an exit page on this computer', {exitUrl: 'http://127.0.0.1/'}, 'exitUrl https'],
    ['an exit page that is script', {exitUrl: 'javascript:alert(1)'}, 'exitUrl https'],
    ['a day that does not exist', {reviewed: {by: 'A', on: '2026-02-30'}}, 'reviewed/on day'],
    ['no language at all', {languages: []}, 'languages too-few'],
    ['a language without texts', {languages: ['nl', 'pl']}, 'languages/1 language-unknown'],
    ['no Dutch', {languages: ['en']}, 'languages language-national'],
    ['a language twice', {languages: ['nl', 'nl']}, 'languages/1 language-twice'],
    ['no reader in a chosen language', {reader: {nl: {who: 'a', within: 'b'}}}, 'reader/en reader-missing'],
    ['a reader with a placeholder', {reader: {nl: {who: '{gemeente}', within: 'b'}}}, 'reader/nl/who fill'],
    ['help without 112', {help: ['politie']}, 'help help-112'],
    ['help with a contact that is not there', {help: ['112', 'polite']}, 'help/1 contact-unknown'],
    ['an entry that is not there', {entry: 'dek'}, 'entry contact-unknown'],
    [
      'a step with a contact that is not there',
      {steps: [{id: 'advice', contacts: ['advise']}]},
      'steps/advice/contacts contact-unknown',
    ],
    [
      'a panel with a contact that is not there',
      {steps: [{id: 'describe', panel: {contact: 'x'}}]},
      'steps/describe/panel/contact contact-unknown',
    ],
    [
      'a phone number with letters',
      {contacts: [{id: 'politie', phone: {dial: 'bel'}}]},
      'contacts/politie/phone/dial dial',
    ],
    [
      'a number that is shown other than it is dialled',
      {contacts: [{id: 'politie', phone: {dial: '09008844', shown: '0900-8845'}}]},
      'contacts/politie/phone/shown shown-other',
    ],
    [
      'a number from abroad that is shown other than it is dialled',
      {contacts: [{id: 'politie', phoneAbroad: {dial: '+31343578844', shown: '+31 34 357 88 45'}}]},
      'contacts/politie/phoneAbroad/shown shown-other',
    ],
    [
      'a contact that is open always and not always',
      {contacts: [{id: 'politie', hours: {always: true, weekly: [{days: ['mo'], from: '09:00', to: '10:00'}]}}]},
      'contacts/politie/hours hours',
    ],
    [
      'a contact without a name in a chosen language',
      {contacts: [{...smallGemeente.contacts[0], name: {nl: 'Balie'}}]},
      'contacts/desk/name/en name-missing',
    ],
    [
      'a contact about a topic that is not there',
      {contacts: [{id: 'politie', topics: ['arbeid', 'adres', 'arbied']}]},
      'contacts/politie/topics/2 topic-unknown',
    ],
    ['the same id twice in a list', {contacts: [{id: 'a'}, {id: 'a'}]}, 'contacts/a twice'],
    ['a sentence that does not exist', {texts: {nl: {bakc: 'x'}}}, 'texts/nl/bakc text-unknown'],
    ['a sentence with HTML', {texts: {nl: {back: '<b>x</b>'}}}, 'texts/nl/back html'],
    ['an empty sentence', {texts: {nl: {back: ''}}}, 'texts/nl/back sentence-empty'],
    ['a sentence for u but not for je', {texts: {nl: {back: {u: 'x'}}}}, 'texts/nl/back/je missing'],
    ['a placeholder that nothing fills', {texts: {nl: {back: 'x {cuont}'}}}, 'texts/nl/back placeholder'],
    ['a placeholder of another sentence', {texts: {nl: {back: 'x {count}'}}}, 'texts/nl/back placeholder'],
    ['a step that is not there switched off', {steps: [{id: 'frm', off: true}]}, 'steps/frm off-unknown'],
    [
      'a question that is not there switched off',
      {steps: [{id: 'describe', questions: [{id: 'waht', off: true}]}]},
      'steps/describe/questions/waht off-unknown',
    ],
    [
      'an answer that is not there switched off',
      {steps: [{id: 'form', questions: [{id: 'form', options: [{id: 'arbied', off: true}]}]}]},
      'steps/form/questions/form/options/arbied off-unknown',
    ],
    ['an own step without a place', {steps: [{id: 'own'}]}, 'steps/own step-place'],
    [
      'an own step after nothing',
      {steps: [{...ownStep, after: 'x'}], texts: ownTexts},
      'steps/own/after after-unknown',
    ],
    ['an own step without words', {steps: [ownStep], texts: {nl: ownTexts.nl}}, 'texts/en/step.own.title text-missing'],
    [
      'own questions on one screen without labels',
      {
        steps: [
          {
            ...ownStep,
            questions: [
              {id: 'p', type: 'line'},
              {id: 'q', type: 'line'},
            ],
          },
        ],
        texts: ownTexts,
      },
      'texts/nl/question.p.label text-missing',
    ],
    [
      'a required own question without an error',
      {steps: [{...ownStep, questions: [{id: 'own', type: 'line', required: true}]}], texts: ownTexts},
      'texts/nl/question.own.error text-missing',
    ],
    [
      'an own question with the id of another',
      {steps: [{...ownStep, questions: [{id: 'what', type: 'line'}]}], texts: ownTexts},
      'steps/own/questions/what question-twice',
    ],
    [
      'an own question without a type',
      {steps: [{...ownStep, questions: [{id: 'own'}]}], texts: ownTexts},
      'steps/own/questions/own/type missing',
    ],
    [
      'a choice with one answer',
      {steps: [{...ownStep, questions: [{id: 'own', type: 'one', options: [{id: 'a'}]}]}], texts: ownTexts},
      'steps/own/questions/own/options options-few',
    ],
    [
      'answers to choose where one types',
      {steps: [{id: 'describe', questions: [{id: 'what', options: [{id: 'a'}]}]}]},
      'steps/describe/questions/what/options options-typed',
    ],
    [
      'a usual answer that is none',
      {steps: [{id: 'danger', questions: [{id: 'danger', usual: 'mo'}]}]},
      'steps/danger/questions/danger/usual usual',
    ],
    [
      'a condition on a question that is not there',
      {steps: [{...ownStep, when: {frm: ['*']}}], texts: ownTexts},
      'steps/own/when/frm when-unknown',
    ],
    [
      'a condition on an answer that is not there',
      {steps: [{...ownStep, when: {form: ['arbied']}}], texts: ownTexts},
      'steps/own/when/form when-answer',
    ],
    [
      'a condition on the words that someone types',
      {steps: [{...ownStep, when: {what: ['yes']}}], texts: ownTexts},
      'steps/own/when/what when-answer',
    ],
    [
      'one of two conditions on a question that is not there',
      {steps: [{...ownStep, when: [{form: ['*']}, {frm: ['*']}]}], texts: ownTexts},
      'steps/own/when/1/frm when-unknown',
    ],
    [
      'a question switched off that a later step needs',
      {steps: [{id: 'form', questions: [{id: 'form', off: true}]}]},
      'steps/form/questions/form/off off-needed',
    ],
    ['a step switched off that a later step needs', {steps: [{id: 'form', off: true}]}, 'steps/form/off off-needed'],
    [
      'an answer switched off that a later step needs',
      {
        steps: [
          {id: 'form', questions: [{id: 'form', options: [{id: 'arbeid', off: true}, {id: 'other'}]}]},
          {id: 'signs', when: {form: ['arbeid']}},
        ],
      },
      'steps/form/questions/form/options/arbeid/off off-needed',
    ],
    [
      'an order that asks for an answer before its question',
      {order: ['danger', 'call', 'signs', 'form', 'advice', 'staff', 'describe', 'reach']},
      'order when-later',
    ],
    [
      'a step moved before the question it needs',
      {steps: [{id: 'signs', after: 'call'}]},
      'steps/signs/after when-later',
    ],
    ['an order with a step that is not there', {order: ['dangr']}, 'order/0 step-unknown'],
    ['an order that leaves steps out', {order: ['danger']}, 'order order-missing'],
    ['an order with a step twice', {order: ['danger', 'danger']}, 'order/1 order-twice'],
    [
      'one of several needed answers that is on another screen',
      {steps: [{id: 'reach', oneOf: ['phone', 'what']}]},
      'steps/reach/oneOf question-unknown',
    ],
    ['the screen with 112 switched off', {steps: [{id: 'call', off: true}]}, 'steps/call/off danger-first'],
    [
      'another question before the one about danger',
      {order: ['form', 'danger', 'call', 'signs', 'advice', 'staff', 'describe', 'reach']},
      'order danger-first',
    ],
    [
      'the screen with 112 further on',
      {steps: [{id: 'call', after: 'describe'}]},
      'steps/call/after danger-first',
    ],
    [
      'the screen with 112 further on, by order',
      {order: ['danger', 'form', 'call', 'signs', 'advice', 'staff', 'describe', 'reach']},
      'order danger-first',
    ],
    [
      'an own step between danger and 112',
      {steps: [{...ownStep, after: 'danger'}], texts: ownTexts},
      'steps/own/after danger-first',
    ],
    ['the question about danger further on', {steps: [{id: 'danger', after: 'form'}]}, 'steps/danger/after danger-first'],
    [
      'the screen with 112 for another answer',
      {steps: [{id: 'call', when: {danger: ['no']}}]},
      'steps/call/when danger-first',
    ],
    ['the screen with 112 in another tone', {steps: [{id: 'call', tone: null}]}, 'steps/call/tone danger-first'],
    ['the screen with 112 that goes on', {steps: [{id: 'call', end: false}]}, 'steps/call/end danger-first'],
    [
      'a topic that asks something between danger and 112',
      {topics: [{id: 'adres', order: ['form', 'call']}]},
      'topics/adres/order danger-first',
    ],
    [
      'a topic with a step that is not there',
      {topics: [{id: 'adres', order: ['sings']}]},
      'topics/adres/order step-unknown',
    ],
    ['a topic with a step twice', {topics: [{id: 'adres', order: ['form', 'form']}]}, 'topics/adres/order order-twice'],
    [
      'a topic that asks for an answer before its question',
      {topics: [{id: 'adres', order: ['signs', 'form']}]},
      'topics/adres/order when-later',
    ],
    [
      'a topic that begins without danger',
      {topics: [{id: 'adres', order: ['form', 'danger']}]},
      'topics/adres/order danger-first',
    ],
    [
      'a topic with a sign that is not there',
      {topics: [{id: 'adres', signs: ['ALG-09']}]},
      'topics/adres/signs sign-unknown',
    ],
    [
      'a confirmation of something that is not there',
      {confirm: {'contacts/advise/phone': {by: 'A', on: '2026-11-01'}}},
      'confirm/contacts/advise/phone confirm-unknown',
    ],
  ];
  for (const [situation, change, expected] of situations) {
    it(situation, () => {
      const errors = errorsOf(compileSmall(change));
      assert.ok(errors.includes(`small.json ${expected}`), `${expected} is not in:\n${errors.join('\n')}`);
    });
  }

  it('the question about danger switched off, and says so where it is, not in a national file', () => {
    const errors = errorsOf(compileSmall({steps: [{id: 'danger', questions: [{id: 'danger', off: true}]}]}));
    const place = 'small.json steps/danger/questions/danger/off';
    assert.deepEqual(errors, [`${place} off-needed`, `${place} danger-first`]);
  });

  it('an order of steps without a second error in each national topic', () => {
    const errors = errorsOf(compileSmall({order: ['danger']}));
    assert.deepEqual(errors.filter((error) => error.includes('topics')), []);
  });

  it('something that is not there switched off, with no second error about what it would need', () => {
    const messages = {'off-unknown': 'No {name}. Is it {nearest}?'};
    const steps = [{id: 'describe', questions: [{id: 'waht', off: true}]}];
    const result = compileSmall({steps}, {...smallContent, messages});
    assert.deepEqual(errorsOf(result), ['small.json steps/describe/questions/waht No waht. Is it what?']);
  });

  it('but not an own step that a region wrote and switched off', () => {
    const {format: _format, id: _id, name: _name, code: _code, ...shared} = smallGemeente;
    const region = {format: 'baken.regio-source/1', ...shared, steps: [{...ownStep, off: true}], texts: ownTexts};
    const own = {format: smallGemeente.format, extends: './b.json', id: 'small', name: 'Small', code: '9900'};
    const compiledWith = (change: object) => compiledIn(compileFiles({'a.json': {...own, ...change}, 'b.json': region}));
    assert.ok(!compiledWith({}).steps.some(({id}) => id === 'own'));
    assert.ok(!compiledWith({steps: [{id: 'own', off: true}]}).steps.some(({id}) => id === 'own'));
    assert.ok(compiledWith({steps: [{id: 'own', off: false}]}).steps.some(({id}) => id === 'own'));
  });

  it('gives all errors at once, each with its line and what was found', () => {
    const text =
      '{\n  "format": "baken.gemeente-source/1",\n  "code": 384,\n  "help": [\n    "112",\n    "a b"\n  ]\n}';
    const result = compileFiles({'small.json': text});
    assert.ok(!result.ok);
    assert.deepEqual(
      result.errors.map(({key, line, found}) => [key, line, found]),
      [
        ['help/1', 6, '"a b"'],
        ['code', 3, '384'],
      ],
    );
  });

  it('shows nothing of a wrong value that could steer a terminal', () => {
    const result = compileSmall({'a\u001b[2Jb\u202e': 1, name: '\u001b]0;x\u0007<'});
    assert.ok(!result.ok);
    assert.doesNotMatch(result.errors.map((error) => Object.values(error).join(' ')).join(' '), /[\u001b\u0007\u202e]/);
  });
});

describe('files that build on each other', () => {
  const gemeente = {format: smallGemeente.format, extends: './b.json', id: 'small', name: 'Small', code: '9900'};
  const {format: _format, id: _id, name: _name, code: _code, ...shared} = smallGemeente;
  const region = {format: 'baken.regio-source/1'};

  it('merge over three levels: keys by key, things by id, other lists replaced, null removes', () => {
    const result = compileFiles({
      'a.json': {...gemeente, help: ['112'], contacts: [{id: 'desk', name: {nl: 'Onze balie'}}], page: null},
      'b.json': {...region, extends: './c.json', address: 'je', page: 'https://b.example/'},
      'c.json': {...region, ...shared, help: ['112', 'politie', 'advice'], name: 'Region', id: 'c'},
    });
    const compiled = compiledIn(result);
    assert.deepEqual(compiled.help, ['112']);
    assert.equal(compiled.page, undefined);
    assert.equal(compiled.gemeente.name, 'Small');
    assert.equal(compiled.texts['received.text'], 'Je: de lezer.');
    const desk = (language: string) => compiledIn(result, language).contacts.find(({id}) => id === 'desk')?.name;
    assert.deepEqual([desk('nl'), desk('en')], ['Onze balie', 'Desk']);
  });

  it('name the file where the wrong value stands, however deep', () => {
    const result = compileFiles({
      'a.json': {...gemeente, texts: {nl: {bakc: 'x'}}},
      'b.json': {...region, extends: './c.json', steps: [{id: 'form', off: true}]},
      'c.json': {...region, ...shared, help: ['112', 'polite'], texts: {nl: {back: '{x}'}}},
    });
    assert.deepEqual([...errorsOf(result)].sort(), [
      'a.json texts/nl/bakc text-unknown',
      'b.json steps/form/off off-needed',
      'c.json help/1 contact-unknown',
      'c.json texts/nl/back placeholder',
    ]);
  });

  it('name the file that removed what is needed', () => {
    const result = compileFiles({
      'a.json': gemeente,
      'b.json': {...region, extends: './c.json', entry: null},
      'c.json': {...region, ...shared},
    });
    assert.deepEqual(errorsOf(result), ['b.json entry missing']);
  });

  it('take no name, code or review from a region: those say what the region itself is', () => {
    const {name: _left, ...nameless} = gemeente;
    const own = {name: 'Region', reviewed: {by: 'A. Voorbeeld', on: '2026-11-01'}};
    const files = {'a.json': nameless, 'b.json': {...region, ...shared, ...own}};
    assert.deepEqual(errorsOf(compileFiles(files)), ['a.json name missing']);
    assert.equal(compiledIn(compileFiles({...files, 'a.json': gemeente})).content, 'unreviewed');
  });

  it('check a region by its own shape too', () => {
    const result = compileFiles({'a.json': gemeente, 'b.json': {...region, code: '0001', staffContacts: []}});
    assert.deepEqual(errorsOf(result), ['b.json code unknown-key', 'b.json staffContacts staff-key']);
  });

  const chains: readonly (readonly [
    situation: string,
    files: Readonly<Record<string, unknown>>,
    errors: readonly string[],
  ])[] = [
    ['a file that is not there', {'a.json': gemeente}, ['a.json extends extends-missing']],
    ['a file that extends itself', {'b.json': gemeente}, ['b.json extends extends-cycle']],
    [
      'two files that extend each other',
      {'a.json': gemeente, 'b.json': {...region, extends: './c.json'}, 'c.json': {...region, extends: './b.json'}},
      ['c.json extends extends-cycle'],
    ],
    [
      'a gemeente that extends a gemeente',
      {'a.json': gemeente, 'b.json': smallGemeente},
      ['b.json format format-extends'],
    ],
    ['a region by itself', {'b.json': region}, ['b.json format format-regio']],
    ['another format', {'a.json': {format: 'baken.gemeente/1'}}, ['a.json format format']],
    ['a format that is no word', {'a.json': {format: {toString: 1, valueOf: 1}}}, ['a.json format format']],
    ['a list', {'a.json': []}, ['a.json  type-object']],
    ['words that are no JSON', {'a.json': 'hallo'}, ['a.json  json']],
    [
      'an extends that is a web address',
      {'a.json': {...gemeente, extends: 'https://x/y.json'}},
      ['a.json extends extends', 'a.json extends extends-missing'],
    ],
    ['a file of a million characters', {'a.json': `"${'x'.repeat(1_000_000)}"`}, ['a.json  file-long']],
    [
      'a staff file that extends nothing',
      {'a.json': {format: 'baken.gemeente-staff-source/1'}},
      ['a.json extends staff-extends'],
    ],
    ['no file at all', {}, ['  no-file']],
  ];
  for (const [situation, files, errors] of chains) {
    it(`refuse ${situation}`, () => assert.deepEqual(errorsOf(compileFiles(files)), errors));
  }

  it('never reach a prototype', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify(smallGemeente).replace('"endpoint":{', `"endpoint":{"${key}":{"polluted":true},`);
      assert.deepEqual(errorsOf(compileFiles({'a.json': text})), [`a.json endpoint/${key} json-key`]);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('a compiled gemeente', () => {
  it('passes the guard, in each chosen language', () => {
    for (const language of ['nl', 'en']) assert.equal(guardCompiled(compiledIn(compileSmall(), language)), undefined);
  });

  it('is the same for the same input, whatever the order of keys in the file', () => {
    const turned = Object.fromEntries(Object.entries(smallGemeente).reverse());
    assert.equal(
      JSON.stringify(compiledIn(compileFiles({'small.json': turned}))),
      JSON.stringify(compiledIn(compileSmall())),
    );
  });

  it('holds no null and no empty optional list', () => {
    const compiled = compiledIn(compileSmall());
    assert.doesNotMatch(JSON.stringify(compiled), /null|"(body|contacts|aside|options)":\[\]/);
  });

  it('says the sentences in the chosen form of address, filled in', () => {
    assert.equal(compiledIn(compileSmall()).texts['received.text'], 'U: de lezer leest dit binnen 1 dag, Small.');
    assert.equal(compiledIn(compileSmall({address: 'je'})).texts['received.text'], 'Je: de lezer.');
    const own = {texts: {nl: {back: 'Terug naar {gemeente}'}}};
    assert.equal(compiledIn(compileSmall(own)).texts['back'], 'Terug naar Small');
    assert.equal(compiledIn(compileSmall(own), 'en').texts['back'], 'Back');
  });

  it("shows the gemeente's entry first where professionals look", () => {
    const advice = compiledIn(compileSmall()).steps.find(({id}) => id === 'advice');
    assert.deepEqual(advice?.contacts, ['desk', 'advice']);
  });

  it('shows the intranet to staff only when there is one', () => {
    const staffStep = (change: Readonly<Record<string, unknown>>) =>
      compiledIn(compileSmall(change)).steps.find(({id}) => id === 'staff');
    assert.equal(staffStep({})?.contacts, undefined);
    assert.deepEqual(staffStep({intranet: 'https://intranet.example/'})?.contacts, ['intranet']);
  });

  it('asks no question that is switched off, and shows no screen that is empty by that', () => {
    const off = {
      steps: [
        {id: 'describe', questions: [{id: 'where', off: true}]},
        {
          id: 'reach',
          questions: [
            {id: 'phone', off: true},
            {id: 'email', off: true},
          ],
        },
      ],
    };
    const {steps} = compiledIn(compileSmall(off));
    assert.deepEqual(
      steps.find(({id}) => id === 'describe')?.questions.map(({id}) => id),
      ['what'],
    );
    assert.ok(!steps.some(({id}) => id === 'reach'));
    const half = {steps: [{id: 'reach', questions: [{id: 'phone', off: true}]}]};
    assert.deepEqual(compiledIn(compileSmall(half)).steps.at(-1)?.oneOf?.questions, ['email']);
  });

  it('asks own questions where the gemeente puts them, in its own words', () => {
    const {steps} = compiledIn(compileSmall({steps: [ownStep], texts: ownTexts}));
    assert.deepEqual(
      steps.map(({id}) => id),
      ['danger', 'call', 'form', 'signs', 'advice', 'staff', 'describe', 'own', 'reach'],
    );
    assert.equal(steps.find(({id}) => id === 'own')?.title, 'Eigen vraag');
  });

  it('keeps several own steps after one step in the order of writing', () => {
    const second = {...ownStep, id: 'second', questions: [{id: 'second', type: 'line'}]};
    const texts = {
      nl: {...ownTexts.nl, 'step.second.title': 'Tweede'},
      en: {...ownTexts.en, 'step.second.title': 'Second'},
    };
    const {steps} = compiledIn(compileSmall({steps: [ownStep, second], texts}));
    assert.deepEqual(
      steps.slice(-3).map(({id}) => id),
      ['own', 'second', 'reach'],
    );
  });

  it('follows the order of the gemeente, with moved steps in their place', () => {
    const order = ['danger', 'call', 'describe', 'form', 'signs', 'advice', 'staff', 'reach'];
    const {steps} = compiledIn(compileSmall({order, steps: [ownStep], texts: ownTexts}));
    assert.deepEqual(
      steps.map(({id}) => id),
      ['danger', 'call', 'describe', 'own', 'form', 'signs', 'advice', 'staff', 'reach'],
    );
  });

  it('holds only contacts that are shown somewhere', () => {
    const {contacts} = compiledIn(compileSmall());
    assert.deepEqual(
      contacts.map(({id}) => id),
      ['112', 'politie', 'advice', 'desk'],
    );
  });

  it('says opening hours in words', () => {
    const {contacts} = compiledIn(compileSmall());
    assert.equal(contacts.find(({id}) => id === '112')?.hours, 'Always');
    assert.equal(contacts.find(({id}) => id === 'advice')?.hours, 'Mo to we, 9:00-17:00.');
  });

  it('is stamped unreviewed until the gemeente names who reviewed it', () => {
    assert.equal(compiledIn(compileSmall()).content, 'unreviewed');
    const reviewed = {by: 'A. Voorbeeld', on: '2026-11-01'};
    assert.deepEqual(compiledIn(compileSmall({reviewed})).content, reviewed);
  });
});

describe('what nobody is sure of', () => {
  const sure = {by: 'A. Voorbeeld', on: '2026-11-01'};

  it('is left out and listed', () => {
    const result = compileSmall();
    const compiled = compiledIn(result);
    const advice = compiled.contacts.find(({id}) => id === 'advice');
    assert.equal(advice?.phone, undefined);
    assert.equal(advice?.url, 'https://advice.example/');
    assert.ok(!compiled.contacts.some(({id}) => id === 'old'), 'a contact without any way to reach it is no help');
    assert.ok(!listSigns(compiled).some(({id}) => id === 'ALG-02'));
    assert.deepEqual(compiled.topics['adres']?.signs, ['ARB-01']);
    assert.deepEqual(inShort(result.warnings), [
      'content/contacts.json contacts/advice/phone uncertain',
      'content/contacts.json contacts/old/chat uncertain',
      'content/signs.json signs/ALG-02 uncertain',
      'small.json reviewed unreviewed',
    ]);
  });

  it('is shown once a person confirms it', () => {
    const confirm = {'contacts/advice/phone': sure, 'contacts/old/chat': sure, 'signs/ALG-02': sure};
    const result = compileSmall({confirm});
    const compiled = compiledIn(result);
    assert.equal(compiled.contacts.find(({id}) => id === 'advice')?.phone?.shown, '020-000 00 00');
    assert.equal(compiled.contacts.find(({id}) => id === 'old')?.chat, 'https://old.example/');
    assert.ok(listSigns(compiled).some(({id}) => id === 'ALG-02'));
    assert.deepEqual(inShort(result.warnings), ['small.json reviewed unreviewed']);
  });

  it('is replaced by what the gemeente writes itself, with nothing left of the old certainty', () => {
    const phone = {dial: '+31201111111', shown: '020-111 11 11'};
    const contacts = [...smallGemeente.contacts, {id: 'advice', phone}];
    assert.deepEqual(compiledIn(compileSmall({contacts})).contacts.find(({id}) => id === 'advice')?.phone, phone);
  });
});

describe('a warning', () => {
  it('says which contacts were checked too long ago, and does not stop the build', () => {
    const result = compileFiles({'small.json': smallGemeente}, '2027-05-01');
    compiledIn(result);
    const old = inShort(result.warnings).filter((warning) => warning.endsWith('check-again'));
    assert.equal(old.length, 5);
    assert.ok(old.includes('small.json contacts/desk/lastChecked check-again'));
    const fresh = compileFiles({'small.json': smallGemeente}, '2027-04-30');
    assert.ok(!inShort(fresh.warnings).some((warning) => warning.endsWith('check-again')));
  });

  const situations: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    [
      'a contact that is shown nowhere',
      {contacts: [...smallGemeente.contacts, {id: 'lost', name: {nl: 'x', en: 'x'}}]},
      'contacts/lost contact-unused',
    ],
    [
      'a contact that was never checked',
      {contacts: [{id: 'desk', name: {nl: 'x', en: 'x'}}]},
      'contacts/desk/lastChecked never-checked',
    ],
    [
      'a contact that nobody can reach',
      {contacts: [{...smallGemeente.contacts[0], email: null}]},
      'contacts/desk no-channel',
    ],
    [
      'a day of checking that has yet to come, so that nobody would be asked to check again',
      {contacts: [{...smallGemeente.contacts[0], lastChecked: '2062-11-22'}]},
      'contacts/desk/lastChecked day-future',
    ],
    ['sentences in a language that was not chosen', {texts: {de: {back: 'Zurück'}}}, 'texts/de texts-unused'],
  ];
  for (const [situation, change, expected] of situations) {
    it(`points at ${situation}`, () => {
      const result = compileSmall(change);
      compiledIn(result);
      assert.ok(inShort(result.warnings).includes(`small.json ${expected}`), inShort(result.warnings).join('\n'));
    });
  }
});

describe('the contacts for cards', () => {
  it('are all contacts that residents may see, also those that the form does not show', () => {
    const contacts = [...smallGemeente.contacts, {id: 'lost', name: {nl: 'Weg', en: 'Lost'}, roles: ['police']}];
    const result = compileSmall({contacts});
    const compiled = compiledIn(result);
    const file = result.ok ? result.contacts['nl'] : undefined;
    assert.equal(guardContacts(file), undefined);
    assert.deepEqual(
      file?.cards.map(({id}) => id),
      ['112', 'politie', 'advice', 'desk', 'lost'],
    );
    assert.ok(!compiled.contacts.some(({id}) => id === 'lost'));
    assert.deepEqual(file?.cards.find(({id}) => id === 'lost')?.whenClosed, ['politie'], 'as help says');
    assert.deepEqual([file?.gemeente, file?.language, file?.content], [compiled.gemeente, 'nl', 'unreviewed']);
  });
});

describe('a language', () => {
  it('is refused while sentences are missing', () => {
    const content = structuredClone(smallContent);
    delete content.texts['en']?.['widgets']?.['back'];
    assert.deepEqual(errorsOf(compileSmall({}, content)), ['small.json languages/1 language-incomplete']);
    assert.equal(compiledIn(compileSmall({texts: {en: {back: 'Back'}}}, content), 'en').texts['back'], 'Back');
  });
});
