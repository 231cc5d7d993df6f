import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {compileFiles, errorsOf, inShort, smallContent, smallGemeente} from '../../test/small-gemeente.js';
import {compileSmallStaff, smallStaff, smallStaffContent} from '../../test/small-staff.js';
import {guardStaff} from '../rules/guard-staff.js';
import type {CompiledStaff} from '../rules/staff.js';
import type {CompileResult} from './compile-gemeente.js';
import {collectFiles} from './source-files.js';

function staffIn(result: CompileResult, language = 'nl'): CompiledStaff {
  assert.deepEqual(errorsOf(result), []);
  assert.ok(result.ok);
  const file = result.staff?.[language];
  assert.ok(file);
  return file;
}

const [ordinary, apart] = smallStaff.staffEndpoints;
const region = {format: 'baken.regio-staff-source/1'};
const withRegion = {...smallStaff, extendsStaff: './region.staff.json'};

describe('a staff file', () => {
  it('compiles to the public file with the staff part, and the public files know nothing of it', () => {
    const result = compileSmallStaff();
    const {staff, ...rest} = staffIn(result);
    assert.ok(result.ok);
    assert.deepEqual(rest, result.compiled['nl']);
    assert.equal(guardStaff({...rest, staff}), undefined);
    assert.deepEqual(staff.endpoints, smallStaff.staffEndpoints);
    const open = JSON.stringify([result.compiled, result.contacts]);
    assert.doesNotMatch(open, /staff\.example|officer|Functionaris|BAL-0|Wizard|Intranet/);
  });

  it('compiles in each language of the gemeente that has words for staff', () => {
    const {en: _en, ...texts} = smallStaffContent.texts;
    const result = compileSmallStaff({}, {}, {...smallStaffContent, texts});
    assert.deepEqual(staffIn(result).languages, ['nl']);
    assert.deepEqual(result.ok && Object.keys(result.compiled), ['nl', 'en']);
    assert.deepEqual(result.ok && Object.keys(result.staff ?? {}), ['nl']);
  });

  it('needs the content for staff, and says what to do', () => {
    const result = compileSmallStaff({}, {}, null);
    assert.deepEqual(errorsOf(result), ['small.staff.json  staff-content']);
  });

  it('holds the words of what there is, and no others', () => {
    const {texts} = staffIn(compileSmallStaff()).staff;
    assert.equal(texts['node.danger.title'], 'Words of node.danger.title');
    assert.equal(texts['case.queue.text.2'], 'Second');
    assert.equal(texts['wizard.title'], 'Wizard of Small');
    assert.equal(texts['wizard.count'], 'Question {number}');
    const off = {meldroute: {nodes: [{id: 'read', off: true}, {id: 'consent', to: 'end'}]}};
    assert.equal(staffIn(compileSmallStaff(off)).staff.texts['node.read.title'], undefined);
    assert.ok(!Object.keys(texts).some((key) => /^(sign|step|question)\./.test(key)));
  });

  it('holds the handover as steps, with id and version', () => {
    const {handover} = staffIn(compileSmallStaff()).staff;
    assert.equal(`${handover.id}@${handover.version}`, 'handover@3');
    assert.equal(handover.steps[0]?.questions[0]?.label, 'facts');
  });

  it('holds public and intranet signs with their weight, without what nobody is sure of', () => {
    const result = compileSmallStaff();
    const {signs, workplaces, cases} = staffIn(result).staff;
    assert.deepEqual(
      signs.map(({id, weight, text}) => [id, weight, text]),
      [
        ['ALG-01', 'NU', 'Sign of danger'],
        ['BAL-01', 'SS', 'Intranet sign'],
        ['ARB-01', 'S', 'Sign of work'],
      ],
    );
    assert.deepEqual(workplaces, [{id: 'counter', signs: ['BAL-01', 'ALG-01']}]);
    assert.deepEqual(cases[0]?.signs, ['BAL-01']);
    assert.ok(inShort(result.warnings).includes('content-staff/signs.json signs/BAL-02 uncertain'));
    const confirm = {'signs/BAL-02': {by: 'A. Voorbeeld', on: '2026-11-01'}};
    assert.equal(staffIn(compileSmallStaff({confirm})).staff.signs.length, 4);
  });

  it('holds the cards of public and internal contacts; one with the id of a public contact says more of it', () => {
    const cards = new Map(staffIn(compileSmallStaff()).staff.cards.map((card) => [card.id, card]));
    assert.deepEqual(cards.get('officer')?.email, 'officer@small.example');
    assert.deepEqual(cards.get('politie')?.roles, ['police']);
    assert.equal(cards.get('politie')?.phone?.shown, '0900-8844');
    assert.ok(cards.has('desk'));
    assert.deepEqual(cards.get('officer')?.whenClosed, ['politie']);
    const change = {staffContacts: [...smallStaff.staffContacts, {id: '112', hours: null}]};
    const emergency = staffIn(compileSmallStaff(change)).staff.cards.find(({id}) => id === '112');
    assert.deepEqual([emergency?.hours, emergency?.phone?.dial], [undefined, '112']);
  });

  it('says what was said of the public file once', () => {
    const result = compileSmallStaff();
    assert.equal(new Set(inShort(result.warnings)).size, result.warnings.length);
  });
});

describe('what a gemeente writes of the meldroute goes over the default', () => {
  const meldrouteOf = (change: Readonly<Record<string, unknown>>, files?: Readonly<Record<string, unknown>>) =>
    staffIn(compileSmallStaff(change, files)).staff.meldroute;

  it('node by node, answer by answer and route by route', () => {
    const {nodes, routes} = meldrouteOf({
      meldroute: {
        nodes: [{id: 'whom', answers: [{id: 'police', involves: ['police'], after: 'officer'}]}],
        routes: [
          {id: 'report', deadline: {kind: 'today'}},
          {id: 'care', contacts: ['officer'], via: ['officer'], instead: ['last']},
          {id: 'outside', via: ['police'], instead: ['last']},
          {id: 'last', contacts: ['112'], deadline: {kind: 'free'}},
        ],
      },
      texts: Object.fromEntries(
        ['nl', 'en'].map((language) => [
          language,
          {
            'answer.whom.police.label': 'x',
            'route.last.title': 'x',
            'route.last.actor': 'x',
            'route.last.say.1': 'x',
          },
        ]),
      ),
    });
    const whom = nodes.find(({id}) => id === 'whom');
    assert.deepEqual(whom?.answers.map(({id}) => id), ['officer', 'police', 'nobody']);
    const report = routes.find(({id}) => id === 'report');
    assert.deepEqual(report?.deadline, {kind: 'today'});
    assert.deepEqual(report?.via, ['officer']);
    assert.equal(routes.length, 5);
  });

  it('and who changes it without an id of its own is warned, in the file that changes it', () => {
    const warningsOf = (meldroute: unknown) =>
      compileSmallStaff({meldroute}).warnings.filter(({key}) => key === 'meldroute/id');
    const routes = [{id: 'report', deadline: {kind: 'today'}}];
    const [warning] = warningsOf({routes});
    assert.match(warning?.file ?? '', /staff\.json$/);
    assert.equal(warning?.message, 'meldroute-id');
    assert.deepEqual(warningsOf({routes, id: 'eigen', version: 1}), []);
    assert.deepEqual(warningsOf({id: 'eigen'}), []);
  });

  it('and null takes a key away, off a whole thing', () => {
    const {nodes, routes} = meldrouteOf({
      meldroute: {
        nodes: [
          {id: 'danger', usual: null},
          {id: 'consent', off: true},
          {id: 'whom', to: 'read'},
        ],
        routes: [{id: 'care', off: true}],
      },
    });
    assert.equal(nodes[0] && 'usual' in nodes[0], false);
    assert.deepEqual(nodes.map(({id}) => id), ['danger', 'whom', 'read']);
    assert.ok(!routes.some(({id}) => id === 'care'));
  });

  it('and a new role stands beside the others', () => {
    const texts = {nl: {'role.doctor': 'Arts'}, en: {'role.doctor': 'Doctor'}};
    assert.deepEqual(meldrouteOf({meldroute: {roles: ['doctor']}, texts}).roles, ['officer', 'police', 'doctor']);
  });

  it('over three levels: content, region, gemeente', () => {
    const files = {
      'region.staff.json': {
        ...region,
        extendsStaff: './country.staff.json',
        meldroute: {id: 'region', routes: [{id: 'report', deadline: {kind: 'workdays', days: 1}}]},
      },
      'country.staff.json': {...region, meldroute: {id: 'country', version: 7, routes: [{id: 'report', again: 14}]}},
    };
    const {id, version, routes} = meldrouteOf({...withRegion, meldroute: {routes: [{id: 'care', again: 3}]}}, files);
    assert.equal(`${id}@${version}`, 'region@7');
    const report = routes.find((route) => route.id === 'report');
    assert.deepEqual([report?.deadline, report?.again], [{kind: 'workdays', days: 1}, 14]);
    assert.equal(routes.find((route) => route.id === 'care')?.again, 3);
  });

  it('and contacts, endpoints and words of a region are for all its gemeenten', () => {
    const {staffEndpoints, staffContacts, ...own} = withRegion;
    const texts = {nl: {'route.care.title': 'Zorg van de regio'}};
    const files = {'region.staff.json': {...region, staffEndpoints, staffContacts, texts}};
    const change = {...own, staffEndpoints: [], staffContacts: [{id: 'officer', name: {nl: 'Eigen'}}]};
    const {staff} = staffIn(compileSmallStaff(change, files));
    assert.deepEqual(staff.endpoints, staffEndpoints);
    const officer = staff.cards.find(({id}) => id === 'officer');
    assert.deepEqual([officer?.name, officer?.email], ['Eigen', 'officer@small.example']);
    assert.equal(staff.texts['route.care.title'], 'Zorg van de regio');
  });
});

describe('a wrong staff file is refused, and the error says where and what', () => {
  const situations: readonly (readonly [
    situation: string,
    change: Readonly<Record<string, unknown>>,
    error: string,
  ])[] = [
    ['a key with a typing error', {meldroute: {nods: []}}, 'small.staff.json meldroute/nods unknown-key'],
    ['a key of the public file', {help: ['112']}, 'small.staff.json help unknown-key'],
    ['an answer with a typing error', {meldroute: {nodes: [{id: 'danger', answers: [{id: 'no', too: 'end'}]}]}},
      'small.staff.json meldroute/nodes/danger/answers/no/too unknown-key'],
    ['a deadline that does not exist', {meldroute: {routes: [{id: 'care', deadline: {kind: 'soon'}}]}},
      'small.staff.json meldroute/routes/care/deadline/kind deadline'],
    ['working days without a number', {meldroute: {routes: [{id: 'care', deadline: {kind: 'workdays'}}]}},
      'small.staff.json meldroute/routes/care/deadline/days missing'],
    ['a day before', {meldroute: {routes: [{id: 'care', again: -1}]}},
      'small.staff.json meldroute/routes/care/again count'],
    ['a day and a half', {meldroute: {routes: [{id: 'care', deadline: {kind: 'workdays', days: 1.5}}]}},
      'small.staff.json meldroute/routes/care/deadline/days count'],
    ['days in words', {meldroute: {routes: [{id: 'care', deadline: {kind: 'workdays', days: '2'}}]}},
      'small.staff.json meldroute/routes/care/deadline/days count'],
    ['a version with a point', {meldroute: {version: 1.5}}, 'small.staff.json meldroute/version count'],
    ['a deadline of one word', {meldroute: {routes: [{id: 'care', deadline: 'today'}]}},
      'small.staff.json meldroute/routes/care/deadline deadline'],
    ['days with a deadline that has none', {meldroute: {routes: [{id: 'care', deadline: {kind: 'today', days: 2}}]}},
      'small.staff.json meldroute/routes/care/deadline/days key-elsewhere'],
    ['a question that is not there switched off', {meldroute: {nodes: [{id: 'dangr', off: true}]}},
      'small.staff.json meldroute/nodes/dangr off-unknown'],
    ['an answer that is not there switched off', {meldroute: {nodes: [{id: 'danger', answers: [{id: 'ye', off: true}]}]}},
      'small.staff.json meldroute/nodes/danger/answers/ye off-unknown'],
    ['a route that is not there switched off', {meldroute: {routes: [{id: 'reprot', off: true}]}},
      'small.staff.json meldroute/routes/reprot off-unknown'],
    ['a workplace that is not there switched off', {workplaces: [{id: 'counters', off: true}]},
      'small.staff.json workplaces/counters off-unknown'],
    ['an answer after none', {meldroute: {nodes: [{id: 'danger', answers: [{id: 'no', after: 'x'}]}]}},
      'small.staff.json meldroute/nodes/danger/answers/no/after after-unknown'],
    ['a new route without contacts', {meldroute: {routes: [{id: 'new', deadline: {kind: 'now'}}]}},
      'small.staff.json meldroute/routes/new/contacts missing'],
    ['an endpoint without readers', {staffEndpoints: [{id: 'x', type: 'json', url: 'https://x.example/'}]},
      'small.staff.json staffEndpoints/x/readers missing'],
    ['an endpoint with nobody to read', {staffEndpoints: [{...smallStaff.staffEndpoints[0], readers: []}]},
      'small.staff.json staffEndpoints/line/readers too-few'],
    ['a reader that is no role', {staffEndpoints: [{...smallStaff.staffEndpoints[0], readers: ['oficer']}]},
      'small.staff.json staffEndpoints/line/readers/0 role-unknown'],
    ['a role that is none: whoever has it could not be left out when they are involved',
      {staffContacts: [{...smallStaff.staffContacts[0], roles: ['officer', 'oficer']}, smallStaff.staffContacts[1]]},
      'small.staff.json staffContacts/officer/roles/1 role-unknown'],
    ['an internal contact about a topic that is not there',
      {staffContacts: [{...smallStaff.staffContacts[0], topics: ['adress']}, smallStaff.staffContacts[1]]},
      'small.staff.json staffContacts/officer/topics/0 topic-unknown'],
    ['an endpoint on plain http', {staffEndpoints: [{...smallStaff.staffEndpoints[0], url: 'http://x.example/'}]},
      'small.staff.json staffEndpoints/line/url endpoint'],
    ['an integrity endpoint where ordinary signals of staff go',
      {staffEndpoints: [ordinary, {...apart, url: 'https://Staff.example:443/v1/x/../signals/#apart'}]},
      'small.staff.json staffEndpoints/apart/url endpoint-shared'],
    ['an integrity endpoint where residents send',
      {staffEndpoints: [ordinary, {...apart, url: smallGemeente.endpoint.url}]},
      'small.staff.json staffEndpoints/apart/url endpoint-shared'],
    ['two integrity endpoints in one place, as if each had readers of its own',
      {staffEndpoints: [ordinary, apart, {...apart, id: 'other', readers: ['officer']}]},
      'small.staff.json staffEndpoints/other/url endpoint-shared'],
    ['a workplace with a sign that is not there', {workplaces: [{id: 'counter', signs: ['BAL-09']}]},
      'small.staff.json workplaces/counter/signs/0 sign-unknown'],
    ['a sentence that does not exist', {texts: {nl: {'route.cara.title': 'x'}}},
      'small.staff.json texts/nl/route.cara.title text-unknown'],
    ['a sentence of the public file', {texts: {nl: {back: 'x'}}}, 'small.staff.json texts/nl/back text-unknown'],
    ['a placeholder that nothing fills', {texts: {nl: {'wizard.title': '{number}'}}},
      'small.staff.json texts/nl/wizard.title placeholder'],
    ['a confirmation of something that is not there', {confirm: {'signs/BAL-09': {by: 'A', on: '2026-11-01'}}},
      'small.staff.json confirm/signs/BAL-09 confirm-unknown'],
    ['a contact without a name', {staffContacts: [...smallStaff.staffContacts, {id: 'x'}]},
      'small.staff.json staffContacts/x/name/nl name-missing'],
    ['a number that is shown other than it is dialled',
      {staffContacts: [{...smallStaff.staffContacts[0], phone: {dial: '+31200000000', shown: '020-000 00 01'}}]},
      'small.staff.json staffContacts/officer/phone/shown shown-other'],
    ['an answer to nowhere', {meldroute: {nodes: [{id: 'danger', answers: [{id: 'no', to: 'wom'}]}]}},
      'small.staff.json meldroute/nodes/danger/answers/no/to meldroute-target'],
    ['an answer that adds a route that is not there',
      {meldroute: {nodes: [{id: 'danger', answers: [{id: 'no', add: ['car']}]}]}},
      'small.staff.json meldroute/nodes/danger/answers/no/add meldroute-route'],
    ['a question that nothing leads to',
      {meldroute: {nodes: [{id: 'danger', answers: [{id: 'yes', to: 'consent'}, {id: 'no', to: 'consent'}]}]}},
      'content-staff/meldroute.json meldroute/nodes/whom meldroute-unreachable'],
    ['a question that is off and is needed', {meldroute: {nodes: [{id: 'whom', off: true}]}},
      'small.staff.json meldroute/nodes/whom/off meldroute-off'],
    ['a route that is off and is needed', {meldroute: {routes: [{id: 'outside', off: true}]}},
      'small.staff.json meldroute/routes/outside/off meldroute-off'],
    ['questions that lead back to themselves', {meldroute: {nodes: [{id: 'consent', to: 'whom'}]}},
      'content-staff/meldroute.json meldroute/nodes/whom meldroute-cycle'],
    ['danger without 112', {meldroute: {nodes: [{id: 'danger', answers: [{id: 'yes', add: ['care']}]}]}},
      'small.staff.json meldroute/nodes/danger/answers/yes/add meldroute-danger'],
    ['a route that nobody answers', {staffContacts: [smallStaff.staffContacts[1]]},
      'content-staff/meldroute.json meldroute/routes/report/contacts meldroute-contact'],
    ['a route through who is involved', {meldroute: {routes: [{id: 'care', contacts: ['officer']}]}},
      'small.staff.json meldroute/routes/care/contacts meldroute-involved'],
    ['no way around who is involved', {meldroute: {routes: [{id: 'report', instead: null}]}},
      'small.staff.json meldroute/routes/report/instead meldroute-shut'],
    ['an answer without words', {meldroute: {nodes: [{id: 'danger', answers: [{id: 'perhaps', to: 'end'}]}]}},
      'small.staff.json texts/nl/answer.danger.perhaps.label text-missing'],
  ];
  for (const [situation, change, expected] of situations) {
    it(situation, () => {
      const errors = errorsOf(compileSmallStaff(change));
      assert.ok(errors.includes(expected), `${expected} is not in:\n${errors.join('\n')}`);
    });
  }

  it('an integrity endpoint of the gemeente that is the ordinary one of its region, and names the other', () => {
    const files = {'region.staff.json': {...region, staffEndpoints: [ordinary]}};
    const change = {...withRegion, staffEndpoints: [{...apart, url: ordinary?.url}]};
    const messages = {...smallContent.messages, 'endpoint-shared': 'Also of {name}.'};
    const result = compileSmallStaff(change, files, smallStaffContent, {...smallContent, messages});
    assert.ok(!result.ok);
    assert.deepEqual(result.errors, [
      {
        file: 'small.staff.json',
        key: 'staffEndpoints/apart/url',
        line: 1,
        found: '"https://staff.example/v1/signals"',
        message: 'Also of line.',
      },
    ]);
  });

  it('but not ordinary signals of staff that go where those of residents go', () => {
    const staffEndpoints = [{...ordinary, url: smallGemeente.endpoint.url}, apart];
    staffIn(compileSmallStaff({staffEndpoints}));
  });

  const warnings: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['nowhere to register', {staffEndpoints: null}, 'small.staff.json staffEndpoints endpoint-none'],
    [
      'nowhere to register what is about someone of the gemeente',
      {staffEndpoints: [smallStaff.staffEndpoints[0]]},
      'small.staff.json staffEndpoints endpoint-integrity',
    ],
    [
      'a route that no answer leads to',
      {meldroute: {nodes: [{id: 'consent', answers: [{id: 'help-yes', add: null}]}]}},
      'content-staff/meldroute.json meldroute/routes/care meldroute-unused',
    ],
  ];
  for (const [situation, change, expected] of warnings) {
    it(`warns of ${situation}`, () => {
      const result = compileSmallStaff(change);
      staffIn(result);
      assert.ok(inShort(result.warnings).includes(expected), inShort(result.warnings).join('\n'));
    });
  }
});

describe('staff files that build on each other', () => {
  const chains: readonly (readonly [
    situation: string,
    files: Readonly<Record<string, unknown>>,
    errors: readonly string[],
  ])[] = [
    ['a region that is not there', {'small.staff.json': withRegion}, ['small.staff.json extendsStaff extends-missing']],
    [
      'two regions that extend each other',
      {
        'small.staff.json': withRegion,
        'region.staff.json': {...region, extendsStaff: './other.staff.json'},
        'other.staff.json': {...region, extendsStaff: './region.staff.json'},
      },
      ['other.staff.json extendsStaff extends-cycle'],
    ],
    [
      'the public file in place of a region',
      {'small.staff.json': {...smallStaff, extendsStaff: './small.json'}},
      ['small.json format format-extends'],
    ],
    [
      'the staff file of a region in place of the public file',
      {'small.staff.json': {...smallStaff, extends: './region.staff.json'}, 'region.staff.json': region},
      ['region.staff.json format format-extends'],
    ],
    [
      'a region with a key that is wrong, and names the region',
      {
        'small.staff.json': withRegion,
        'region.staff.json': {...region, meldroute: {routes: [{id: 'care', conacts: []}]}},
      },
      ['region.staff.json meldroute/routes/care/conacts unknown-key'],
    ],
    [
      'a region for staff with a key of a gemeente',
      {'small.staff.json': withRegion, 'region.staff.json': {...region, extends: './small.json'}},
      ['region.staff.json extends unknown-key'],
    ],
  ];
  for (const [situation, files, errors] of chains) {
    it(`refuse ${situation}`, () => assert.deepEqual(errorsOf(compileSmallStaff({}, files)), errors));
  }

  it('refuse the staff file of a region by itself', () => {
    assert.deepEqual(errorsOf(compileFiles({'region.staff.json': region})), ['region.staff.json format format-regio']);
  });

  it('name the file of the region where a wrong value of it stands', () => {
    const meldroute = {nodes: [{id: 'danger', answers: [{id: 'no', to: 'x'}]}]};
    const files = {'region.staff.json': {...region, meldroute}};
    assert.deepEqual(errorsOf(compileSmallStaff(withRegion, files)), [
      'region.staff.json meldroute/nodes/danger/answers/no/to meldroute-target',
    ]);
  });

  it('are found on disk: first the public files, then those of the region', async () => {
    const disk: Readonly<Record<string, unknown>> = {
      'a/small.staff.json': {...smallStaff, extendsStaff: '../region.staff.json'},
      'a/small.json': {...smallGemeente, extends: './region.json'},
      'a/region.json': {},
      'region.staff.json': {...region, extendsStaff: './a/small.staff.json'},
    };
    const files = await collectFiles('a/small.staff.json', async (name) => JSON.stringify(disk[name]));
    assert.deepEqual(
      files.map(({name}) => name),
      ['a/small.staff.json', 'a/small.json', 'a/region.json', 'region.staff.json'],
    );
  });
});
