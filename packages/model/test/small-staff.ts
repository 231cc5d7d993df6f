import {compileGemeente, type CompileResult} from '../src/compile/compile-gemeente.js';
import {type StaffContent, staffContentSchema} from '../src/schemas/content.js';
import {smallContent, smallGemeente} from './small-gemeente.js';

const lines = ['facts', 'persons', 'location', 'moment', 'means', 'basis'];

/** Content for staff in small: one node of each kind, a way around for who is involved, and one case. */
export const smallStaffContent: StaffContent = staffContentSchema.parse({
  signs: {
    signs: [
      {id: 'BAL-01', form: 'algemeen', weight: 'SS', certainty: 'S', source: 'TEST', reviewed: null},
      {id: 'BAL-02', form: 'algemeen', weight: 'S', certainty: 'K?', source: 'TEST', reviewed: null},
    ],
  },
  workplaces: {workplaces: [{id: 'counter', signs: ['BAL-01', 'BAL-02', 'ALG-01']}]},
  meldroute: {
    id: 'default',
    version: 1,
    start: 'danger',
    nodes: [
      {
        id: 'danger',
        kind: 'one',
        usual: 'no',
        answers: [
          {id: 'yes', to: 'whom', danger: true, add: ['emergency']},
          {id: 'no', to: 'whom'},
        ],
      },
      {
        id: 'whom',
        kind: 'many',
        to: 'consent',
        answers: [{id: 'officer', involves: ['officer']}, {id: 'nobody'}],
      },
      {
        id: 'consent',
        kind: 'consent',
        to: 'read',
        answers: [
          {id: 'help-yes', purpose: 'help', choice: 'yes', add: ['care']},
          {id: 'help-no', purpose: 'help', choice: 'no'},
        ],
      },
      {id: 'read', kind: 'note', answers: [{id: 'on', to: 'end'}]},
    ],
    routes: [
      {id: 'emergency', contacts: ['112'], deadline: {kind: 'now'}, emergency: true},
      {
        id: 'report',
        contacts: ['officer'],
        deadline: {kind: 'workdays', days: 2},
        via: ['officer'],
        instead: ['outside'],
        always: true,
        register: true,
      },
      {id: 'outside', contacts: ['police'], deadline: {kind: 'free'}},
      {id: 'care', contacts: ['police'], deadline: {kind: 'today'}},
    ],
    roles: ['officer', 'police'],
    flags: ['integrity'],
    purposes: ['help'],
  },
  handover: {
    id: 'handover',
    version: 3,
    steps: [{id: 'facts', questions: lines.map((id) => ({id, type: 'line'}))}],
  },
  cases: {cases: [{id: 'queue', workplace: 'counter', signs: ['BAL-01', 'BAL-02'], action: 'advice'}]},
  texts: Object.fromEntries(
    ['nl', 'en'].map((language) => [
      language,
      {
        signs: {'sign.BAL-01': 'Intranet sign', 'sign.BAL-02': 'Unsure intranet sign'},
        meldroute: Object.fromEntries(
          [
            ...['danger', 'whom', 'consent', 'read'].map((id) => `node.${id}.title`),
            'answer.danger.yes.label',
            'answer.danger.no.label',
            'answer.whom.officer.label',
            'answer.whom.nobody.label',
            'answer.read.on.label',
            ...['emergency', 'report', 'outside', 'care'].flatMap((id) =>
              ['title', 'actor', 'say.1'].map((name) => `route.${id}.${name}`),
            ),
            ...['role.officer', 'role.police', 'flag.integrity', 'purpose.help.label'],
            ...['yes', 'no', 'later'].map((choice) => `consent.${choice}`),
            'workplace.counter',
          ].map((key) => [key, `Words of ${key}`]),
        ),
        handover: {
          'step.facts.title': 'Facts',
          ...Object.fromEntries(lines.map((id) => [`question.${id}.label`, id])),
        },
        cases: {
          'case.queue.title': 'Queue',
          'case.queue.text.1': 'First',
          'case.queue.text.2': 'Second',
          'case.queue.explanation.1': 'Because',
          'case.queue.sign.BAL-01': 'One',
          'case.queue.sign.BAL-02': 'Two',
        },
        widgets: {'wizard.title': 'Wizard of {gemeente}', 'wizard.count': 'Question {number}'},
      },
    ]),
  ),
});

/** The staff file of the small gemeente, as an editor writes it. */
export const smallStaff = {
  format: 'baken.gemeente-staff-source/1',
  extends: './small.json',
  staffEndpoints: [
    {id: 'line', type: 'json', url: 'https://staff.example/v1/signals', readers: ['officer']},
    {id: 'apart', type: 'json', url: 'https://apart.example/v1/signals', readers: ['police'], integrity: true},
  ],
  staffContacts: [
    {
      id: 'officer',
      name: {nl: 'Functionaris', en: 'Officer'},
      email: {address: 'officer@small.example'},
      roles: ['officer'],
      lastChecked: '2026-11-01',
    },
    {id: 'politie', roles: ['police']},
  ],
};

/** Compiles the small gemeente for staff, with other values for some keys, and with the file of a region. */
export function compileSmallStaff(
  change: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, unknown>> = {},
  staffContent: StaffContent | null = smallStaffContent,
  content = smallContent,
): CompileResult {
  const all = {'small.staff.json': {...smallStaff, ...change}, 'small.json': smallGemeente, ...files};
  return compileGemeente({
    files: Object.entries(all).map(([name, value]) => ({name, text: JSON.stringify(value)})),
    content,
    staffContent: staffContent ?? undefined,
    today: '2026-11-22',
  });
}
