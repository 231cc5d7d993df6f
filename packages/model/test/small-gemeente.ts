import {compileGemeente, type CompileResult} from '../src/compile/compile-gemeente.js';
import type {Finding} from '../src/compile/report.js';
import {type Content, contentSchema} from '../src/schemas/content.js';

const yesNo = [{id: 'yes'}, {id: 'no'}];
const fact = {certainty: 'S', source: 'TEST'};
const checked = {certainty: 'S', source: 'TEST', lastChecked: '2026-11-01'};

/** National content in small: one question of each kind that the rules speak of. Messages stay names. */
export const smallContent: Content = contentSchema.parse({
  messages: {},
  forms: {
    forms: [{id: 'arbeid', icon: 'helmet', subForms: [], sectors: [], certainty: 'S', source: 'TEST', reviewed: null}],
  },
  signs: {
    signs: [
      {id: 'ARB-01', form: 'arbeid', weight: 'S', certainty: 'S', source: 'TEST', reviewed: null},
      {id: 'ALG-01', form: 'algemeen', weight: 'NU', certainty: 'K+', source: 'TEST', reviewed: null},
      {id: 'ALG-02', form: 'algemeen', weight: 'S', certainty: 'K?', source: 'TEST', reviewed: null},
    ],
  },
  questions: {
    id: 'public',
    version: 1,
    steps: [
      {id: 'danger', questions: [{id: 'danger', type: 'one', required: true, usual: 'no', options: yesNo}]},
      {id: 'call', when: {danger: ['yes']}, questions: [], end: true, tone: 'danger', aside: ['say']},
      {id: 'form', questions: [{id: 'form', type: 'one', options: [{id: 'arbeid'}, {id: 'unknown'}]}]},
      {id: 'signs', when: {form: ['*']}, questions: [{id: 'signs', type: 'signs', options: [{id: 'none'}]}]},
      {id: 'advice', contacts: ['{entry}', 'advice', 'old'], questions: []},
      {id: 'staff', contacts: ['{intranet}'], questions: []},
      {
        id: 'describe',
        questions: [
          {id: 'what', type: 'text', required: true},
          {id: 'where', type: 'line'},
        ],
        panel: {id: 'mma', contact: 'politie'},
        more: 'why',
      },
      {
        id: 'reach',
        questions: [
          {id: 'phone', type: 'line', contact: 'phone'},
          {id: 'email', type: 'line', contact: 'email'},
        ],
        oneOf: ['phone', 'email'],
      },
    ],
  },
  topics: {topics: [{id: 'adres', order: ['reach', 'describe'], signs: ['ALG-02', 'ARB-01']}]},
  contacts: {
    contacts: [
      {id: '112', phone: {dial: '112', shown: '112', ...fact}, hours: {always: true, ...fact}, ...checked},
      {id: 'politie', phone: {dial: '09008844', shown: '0900-8844', ...fact}, ...checked},
      {
        id: 'advice',
        phone: {dial: '+31200000000', shown: '020-000 00 00', certainty: 'S-old', source: 'TEST'},
        url: {url: 'https://advice.example/', ...fact},
        hours: {weekly: [{days: ['mo', 'tu', 'we'], from: '09:00', to: '17:00'}], ...fact},
        ...checked,
      },
      {id: 'old', chat: {url: 'https://old.example/', certainty: 'K?', source: 'TEST'}, ...checked},
    ],
    holidays: {},
  },
  texts: Object.fromEntries(
    ['nl', 'en'].map((language) => [
      language,
      {
        widgets: {
          back: 'Back',
          count: '{count} signs',
          'received.text': {u: 'U: {reader} leest dit {within}, {gemeente}.', je: 'Je: {reader}.'},
        },
        contacts: {
          ...Object.fromEntries(
            ['112', 'politie', 'advice', 'old', 'intranet'].map((id) => [`contact.${id}.name`, id]),
          ),
          'hours.always': 'Always',
          'hours.daily': 'every day',
          'hours.span': '{first} to {last}',
          'hours.line': '{days}, {from}-{to}',
          'hours.time': '{hour}:{minute}',
          'hours.holidays.closed': 'Closed on holidays',
          'hours.holidays.unknown': 'Perhaps closed on holidays',
          ...Object.fromEntries(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => [`day.${day}`, day])),
        },
        questions: {
          ...Object.fromEntries(
            ['danger', 'call', 'form', 'signs', 'advice', 'staff', 'describe', 'reach'].map((id) => [
              `step.${id}.title`,
              `Title of ${id}`,
            ]),
          ),
          'step.call.body.1': 'First',
          'step.call.body.2': 'Second',
          'step.describe.panel.title': 'Panel',
          'step.describe.panel.text': 'Text',
          'step.describe.more.title': 'Why',
          'step.describe.more.text.1': 'Because',
          'step.reach.oneOf': 'Give one of the two',
          'aside.say.title': 'Say',
          'aside.say.1': 'Where it is',
          'question.danger.error': 'Choose',
          'option.danger.yes.label': 'Yes',
          'option.danger.no.label': 'No',
          'option.form.unknown.label': 'Unknown',
          'form.arbeid.label': 'Work',
          'option.signs.none.label': 'None',
          'question.what.label': 'What',
          'question.what.error': 'Write something',
          'question.where.label': 'Where',
          'question.phone.label': 'Phone',
          'question.email.label': 'Mail',
        },
        signs: {
          'sign.ARB-01': 'Sign of work',
          'sign.ALG-01': 'Sign of danger',
          'sign.ALG-02': 'Sign that is not sure',
          'signgroup.arbeid': 'Work',
          'signgroup.algemeen': 'All',
        },
      },
    ]),
  ),
});

/** A complete gemeente, as an editor writes it. */
export const smallGemeente = {
  format: 'baken.gemeente-source/1',
  id: 'small',
  name: 'Small',
  code: '9900',
  address: 'u',
  languages: ['nl', 'en'],
  endpoint: {type: 'json', url: 'https://small.example/v1/signals'},
  exitUrl: 'https://weather.example/',
  reader: {nl: {who: 'de lezer', within: 'binnen 1 dag'}, en: {who: 'the reader', within: 'within 1 day'}},
  entry: 'desk',
  contacts: [
    {
      id: 'desk',
      name: {nl: 'Balie', en: 'Desk'},
      email: {address: 'desk@small.example'},
      source: 'TEST',
      lastChecked: '2026-11-01',
    },
  ],
  help: ['112', 'politie'],
};

/** Compiles files, given as names with JSON values or with raw text; the first is the one to compile. */
export function compileFiles(
  files: Readonly<Record<string, unknown>>,
  today: string | undefined = '2026-11-22',
  content = smallContent,
): CompileResult {
  const sources = Object.entries(files).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  return compileGemeente({files: sources, content, today});
}

/** Compiles the small gemeente with other values for some keys. */
export function compileSmall(change: Readonly<Record<string, unknown>> = {}, content = smallContent): CompileResult {
  return compileFiles({'small.json': {...smallGemeente, ...change}}, '2026-11-22', content);
}

/** Findings in short: `file key message`. */
export const inShort = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({file, key, message}) => `${file} ${key} ${message}`);

/** The errors in short. Empty when the files compile. */
export const errorsOf = (result: CompileResult): readonly string[] => (result.ok ? [] : inShort(result.errors));
