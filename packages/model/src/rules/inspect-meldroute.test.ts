import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {enumerateOutcomes} from '../../../../test/support/enumerate-outcomes.js';
import {mutateJson} from '../../../../test/support/mutate-json.js';
import type {CardContact} from './contact-card.js';
import {inspectMeldroute, meldrouteCodes, type MeldrouteFinding} from './inspect-meldroute.js';
import type {Meldroute, MeldrouteAnswer, MeldrouteNode, MeldrouteRoute} from './meldroute.js';
import {findOpen, findRoutes, hasChannel, resolveContacts} from './walk-meldroute.js';

const channel = {url: 'https://x.example/'};
const card = (id: string, roles: readonly string[] = [], reach: object = channel): CardContact => {
  const rest = {name: id, languages: [], topics: []};
  return {id, roles, ...rest, ...reach};
};
const cards = [card('officer-card', ['officer']), card('police'), card('silent', [], {})];

const sound: Meldroute = {
  id: 'small',
  version: 1,
  start: 'what',
  nodes: [
    {
      id: 'what',
      kind: 'one',
      usual: 'saw',
      to: 'who',
      answers: [{id: 'danger', danger: true, add: ['112']}, {id: 'saw'}, {id: 'help', to: 'consent'}],
    },
    {id: 'who', kind: 'many', to: 'read', answers: [{id: 'none'}, {id: 'officer', involves: ['officer']}]},
    {id: 'read', kind: 'note', to: 'consent', answers: [{id: 'ok', flags: ['urgent']}]},
    {
      id: 'consent',
      kind: 'consent',
      to: 'end',
      answers: [{id: 'help-yes', purpose: 'help', choice: 'yes', add: ['care']}],
    },
  ],
  routes: [
    {id: '112', contacts: ['police'], deadline: {kind: 'now'}, emergency: true},
    {
      id: 'report',
      contacts: ['officer'],
      deadline: {kind: 'today'},
      via: ['officer'],
      instead: ['outside'],
      always: true,
      register: true,
    },
    {id: 'outside', contacts: ['police'], deadline: {kind: 'today'}},
    {id: 'care', contacts: ['police'], deadline: {kind: 'free'}, when: {urgent: {contacts: ['police', 'officer']}}},
  ],
  roles: ['officer'],
  flags: ['urgent', 'integrity'],
  purposes: ['help'],
};

const words = (): boolean => true;
const show = ({code, path, details}: MeldrouteFinding): string =>
  [code, path, ...Object.entries(details).map(([key, value]) => `${key}=${value}`)].join(' | ');
const inspect = (data: unknown, more: Partial<Parameters<typeof inspectMeldroute>[1]> = {}): readonly string[] =>
  inspectMeldroute(data, {cards, words, ...more}).map(show);

const withNode = (id: string, part: Partial<MeldrouteNode>): Meldroute => ({
  ...sound,
  nodes: sound.nodes.map((node) => (node.id === id ? {...node, ...part} : node)),
});
const withAnswer = (node: string, id: string, part: object): Meldroute =>
  withNode(node, {
    answers: sound.nodes
      .find((one) => one.id === node)!
      .answers.map((answer) => (answer.id === id ? {...answer, ...part} : answer)),
  });
const withRoute = (id: string, part: Partial<MeldrouteRoute>): Meldroute => ({
  ...sound,
  routes: sound.routes.map((route) => (route.id === id ? {...route, ...part} : route)),
});
const without = <Item extends object>(item: Item, key: keyof Item): Item => {
  const rest = {...item};
  delete rest[key];
  return rest;
};
const withoutTo = (id: string): Meldroute => ({
  ...sound,
  nodes: sound.nodes.map((node) => (node.id === id ? without(node, 'to') : node)),
});
const one = (id: string, to: string): MeldrouteNode => ({id, kind: 'one', answers: [{id: 'on', to}]});
const line = (length: number): Meldroute => ({
  ...sound,
  start: 'n1',
  nodes: [
    ...sound.nodes,
    ...Array.from({length}, (_, index) => one(`n${index + 1}`, index + 1 < length ? `n${index + 2}` : 'what')),
  ],
});

describe('inspectMeldroute', () => {
  it('finds nothing wrong in a sound meldroute', () => assert.deepEqual(inspect(sound), []));

  const faults: readonly [finding: string, meldroute: unknown][] = [
    ['shape | nodes/who/kind', withNode('who', {kind: 'several' as MeldrouteNode['kind']})],
    ['shape | nodes/what/answers/saw/consent/help', withAnswer('what', 'saw', {consent: {help: 'maybe'}} as object)],
    ['shape | nodes/4', {...sound, nodes: [...sound.nodes, null]}],
    ['shape | routes/care/when/urgent', withRoute('care', {when: {urgent: []}} as object)],
    ['shape | routes/care/deadline/days', withRoute('care', {deadline: {kind: 'workdays'}} as object)],
    ['duplicate-id | nodes/read | id=read', {...sound, nodes: [...sound.nodes, sound.nodes[2]]}],
    ['duplicate-id | nodes/end | id=end', {...sound, nodes: [...sound.nodes, one('end', 'end')]}],
    ['duplicate-id | nodes/who/answers/none | id=none', withNode('who', {answers: [{id: 'none'}, {id: 'none'}]})],
    ['duplicate-id | routes/care | id=care', {...sound, routes: [...sound.routes, sound.routes[3]]}],
    ['duplicate-id | roles | id=officer', {...sound, roles: ['officer', 'officer']}],
    ['duplicate-id | flags | id=urgent', {...sound, flags: ['urgent', 'integrity', 'urgent']}],
    ['duplicate-id | purposes | id=help', {...sound, purposes: ['help', 'help']}],
    ['unknown-target | start | id=nowhere', {...sound, start: 'nowhere'}],
    ['unknown-target | start | id=end', {...sound, start: 'end'}],
    ['unknown-target | nodes/who/to | id=nowhere', withNode('who', {to: 'nowhere'})],
    ['unknown-target | nodes/what/answers/help/to | id=constructor', withAnswer('what', 'help', {to: 'constructor'})],
    ['unknown-route | nodes/what/answers/saw/add | id=other', withAnswer('what', 'saw', {add: ['other']})],
    ['unknown-route | routes/report/instead | id=other', withRoute('report', {instead: ['other', 'outside']})],
    ['unknown-role | nodes/who/answers/none/involves | id=mayor', withAnswer('who', 'none', {involves: ['mayor']})],
    ['unknown-role | routes/care/via | id=mayor', withRoute('care', {via: ['mayor']})],
    ['unknown-flag | nodes/what/answers/saw/flags | id=other', withAnswer('what', 'saw', {flags: ['other']})],
    ['unknown-flag | routes/care/unless | id=other', withRoute('care', {unless: ['other']})],
    ['unknown-flag | routes/care/when | id=other', withRoute('care', {when: {other: {}}})],
    ['unknown-flag | flags | id=integrity', {...sound, flags: ['urgent']}],
    [
      'unknown-purpose | nodes/consent/answers/help-yes/purpose | id=other',
      withAnswer('consent', 'help-yes', {purpose: 'other'}),
    ],
    [
      'unknown-purpose | nodes/what/answers/saw/consent | id=other',
      withAnswer('what', 'saw', {consent: {help: 'no', other: 'no'}}),
    ],
    ['unknown-answer | nodes/what/usual | id=other', withNode('what', {usual: 'other'})],
    ['missing-answers | nodes/consent/answers', withNode('consent', {answers: []})],
    ['note-answers | nodes/read/answers', withNode('read', {answers: [{id: 'ok'}, {id: 'no'}]})],
    [
      'consent-answer | nodes/consent/answers/help-yes/purpose',
      withNode('consent', {answers: [{id: 'help-yes', choice: 'yes'}]}),
    ],
    [
      'consent-answer | nodes/consent/answers/help-yes/choice',
      withNode('consent', {answers: [{id: 'help-yes', purpose: 'help'}]}),
    ],
    ['consent-id | nodes/consent/answers/yes/id | expected=help-yes', withAnswer('consent', 'help-yes', {id: 'yes'})],
    [
      'danger-without-emergency | nodes/what/answers/saw/add',
      withAnswer('what', 'saw', {danger: true, add: ['care']}),
    ],
    ['emergency-closed | routes/112 | names=officer', withRoute('112', {via: ['officer'], instead: ['outside']})],
    ['emergency-closed | routes/112 | names=urgent', withRoute('112', {unless: ['urgent'], instead: ['outside']})],
    ['unreachable | nodes/alone', {...sound, nodes: [...sound.nodes, one('alone', 'read')]}],
    ['dead-end | nodes/who/to', withoutTo('who')],
    ['dead-end | nodes/consent/to', withoutTo('consent')],
    ['dead-end | nodes/read/answers/ok/to', withoutTo('read')],
    ['dead-end | nodes/consent', withNode('consent', {to: 'read'})],
    ['dead-end | nodes/consent', withNode('consent', {to: 'consent'})],
    ['cycle | nodes/who | nodes=who, read, consent | way=who > read > consent > who', withNode('consent', {to: 'who'})],
    ['cycle | nodes/consent | nodes=consent | way=consent > consent', withNode('consent', {to: 'consent'})],
    ['long-path | nodes | questions=17 | longest=16', line(13)],
    ['unused-route | routes/spare', {...sound, routes: [...sound.routes, {...sound.routes[2], id: 'spare'}]}],
    [
      'missing-contact | routes/outside/contacts | contacts=silent, nobody',
      withRoute('outside', {contacts: ['silent', 'nobody']}),
    ],
    [
      'missing-contact | routes/care/when/urgent/contacts | contacts=',
      withRoute('care', {when: {urgent: {contacts: []}}}),
    ],
    ['involved-contact | routes/outside/contacts | roles=officer', withRoute('outside', {contacts: ['officer']})],
    [
      'involved-contact | routes/care/when/urgent/contacts | roles=officer',
      withRoute('care', {when: {urgent: {contacts: ['officer', 'silent']}}}),
    ],
    ['no-way-around | routes/report/instead | names=officer', withRoute('outside', {via: ['officer']})],
    ['no-way-around | routes/report/instead | names=officer, urgent', withRoute('outside', {unless: ['urgent']})],
    ['no-way-around | routes/care/instead | names=officer', withRoute('care', {unless: ['integrity']})],
    ['empty-end | nodes/consent | way=what > consent', withRoute('report', {contacts: ['silent']})],
  ];
  for (const [finding, meldroute] of faults) {
    it(`finds ${finding}`, () => {
      const found = inspect(meldroute);
      assert.ok(found.includes(finding), `found only: ${found.join('; ')}`);
    });
  }

  it('has a test for each thing that it can find', () => {
    const tested = new Set(faults.map(([finding]) => finding.split(' ')[0]));
    assert.deepEqual(meldrouteCodes.filter((code) => !tested.has(code)), ['missing-words', 'handover-topic']);
  });

  it('finds each missing word, and asks for no other', () => {
    const asked: string[] = [];
    const ask = (key: string): boolean => asked.push(key) > 0;
    assert.deepEqual(inspect(sound, {words: ask}), []);
    for (const key of asked) {
      const rest = new Set(asked.filter((other) => other !== key));
      assert.match(inspect(sound, {words: rest}).join('; '), new RegExp(`^missing-words \\| \\S+ \\| key=${key}$`));
    }
    assert.deepEqual(
      asked.filter((key) => /\b(what|consent|care|officer|urgent|help)\b/.test(key)).sort(),
      [
        'answer.what.danger.label', 'answer.what.help.label', 'answer.what.saw.label', 'answer.who.officer.label',
        'consent.yes', 'flag.urgent', 'node.consent.title', 'node.what.title', 'purpose.help.label', 'role.officer',
        'route.care.actor', 'route.care.say.1', 'route.care.title',
      ],
    );
  });

  it('finds topics that no question of the handover is about, when a route registers', () => {
    const asked = ['facts', 'persons', 'moment', 'means', 'basis'];
    const steps = [{id: 'a', title: 'a', questions: asked.map((id) => ({id, type: 'text' as const}))}];
    assert.deepEqual(inspect(sound, {handover: {steps}}), ['handover-topic | handover/steps | topic=where']);
    const routes = sound.routes.map((route) => without(route, 'register'));
    assert.deepEqual(inspect({...sound, routes}, {handover: {steps}}), []);
  });

  it('takes the end for the end, also when a question has its name', () => {
    const found = inspect({...sound, nodes: [...sound.nodes, one('end', 'end')]});
    assert.deepEqual(found, ['duplicate-id | nodes/end | id=end']);
  });

  it('does not blame a dead end on the questions before it', () => {
    const dead = withoutTo('who');
    assert.deepEqual(inspect(dead), ['dead-end | nodes/who/to', 'unreachable | nodes/read']);
  });

  it('never throws, whatever it is given', () => {
    const inputs = fc.oneof(mutateJson([sound]), mutateJson([sound, cards]), fc.jsonValue());
    fc.assert(fc.property(inputs, (data) => void inspect(data)), {numRuns: 5000});
  });

  it('does not throw on a very long meldroute', () => {
    assert.ok(inspect(line(2000)).some((finding) => finding.startsWith('long-path')));
  });

  it('finds nothing in the example that the documentation gives', () => {
    const text = readFileSync(new URL('../../../../docs/developers/meldroute.md', import.meta.url), 'utf8');
    const blocks = [...text.matchAll(/```json\n([^]+?)```/g)].map(([, json = '']) => JSON.parse(json) as unknown);
    const [example, contacts] = blocks;
    assert.deepEqual(inspect(example, {cards: contacts as readonly CardContact[]}), []);
  });

  it('is documented with each thing that it can find', () => {
    const text = readFileSync(new URL('../../../../docs/developers/meldroute.md', import.meta.url), 'utf8');
    for (const code of meldrouteCodes) assert.ok(text.includes(`\`${code}\``), code);
  });
});

describe('what inspection says, against trying everything', () => {
  const roles = ['a', 'b', 'c'];
  const flags = ['f', 'integrity'];
  const routeIds = ['r1', 'r2', 'r3', 'r4'];
  const some = (ids: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...ids], {maxLength: 2});
  const routes = fc.tuple(
    ...routeIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        contacts: fc.subarray(['c1', 'c2', 'c3', 'c4', 'c5'], {minLength: 1, maxLength: 3}),
        deadline: fc.constant({kind: 'today' as const}),
        via: some(roles),
        unless: some(flags),
        instead: some(routeIds),
        always: fc.integer({min: 0, max: 5}).map((dice) => dice === 0) as fc.Arbitrary<true>,
      }),
    ),
  );
  const answer = (id: string): fc.Arbitrary<MeldrouteAnswer> =>
    fc.record({id: fc.constant(id), add: some(routeIds), flags: fc.subarray(['f'])});
  const whom: MeldrouteNode = {
    id: 'whom',
    kind: 'many',
    to: 'end',
    answers: [{id: 'x'}, ...roles.map((id) => ({id, involves: [id]}))],
  };
  const graphs = fc
    .record({
      routes,
      first: fc.tuple(answer('p'), answer('q')),
      second: fc.tuple(answer('p'), answer('q')),
      kind: fc.constantFrom('one' as const, 'many' as const),
    })
    .map(({routes: list, first, second, kind}): Meldroute => ({
      id: 'x',
      version: 1,
      start: 'n1',
      nodes: [
        {id: 'n1', kind: 'one', answers: first.map((one, index) => ({...one, to: index === 0 ? 'n2' : 'whom'}))},
        {id: 'n2', kind, to: 'whom', answers: second},
        whom,
      ],
      routes: list,
      roles,
      flags,
      purposes: [],
    }));
  const own = [card('c1', ['a']), card('c2', ['b', 'c']), card('c3'), card('c4', [], {}), card('c5', ['c'])];
  const subsets = (ids: readonly string[]): readonly string[][] =>
    ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
  const find = (meldroute: Meldroute): readonly MeldrouteFinding[] => inspectMeldroute(meldroute, {cards: own, words});
  const pathsOf = (findings: readonly MeldrouteFinding[], code: string): readonly string[] =>
    findings.filter((finding) => finding.code === code).map(({path}) => path.split('/')[1]!);
  const reach = (route: MeldrouteRoute, involved: readonly string[]): boolean =>
    resolveContacts(route, own, involved).some(hasChannel);
  const check = (property: (meldroute: Meldroute) => void): void =>
    fc.assert(fc.property(graphs, property), {numRuns: 3000});

  it('a route has no way around exactly when some roles and flags shut it and all that takes its place', () => {
    check((meldroute) => {
      const added = new Set(meldroute.nodes.flatMap((node) => node.answers.flatMap(({add = []}) => add)));
      const flagged = meldroute.nodes.flatMap((node) => node.answers.flatMap((one) => one.flags ?? []));
      const shut = meldroute.routes
        .filter(({id, always}) => always || added.has(id))
        .filter(({id}) =>
          subsets(roles).some((involved) =>
            subsets([...new Set(flagged)]).some((set) => !findOpen(meldroute, id, {involved, flags: set})),
          ),
        );
      assert.deepEqual(pathsOf(find(meldroute), 'no-way-around'), shut.map(({id}) => id));
    });
  });

  it('the roles and flags that it names do shut the route, and none of them can be missed', () => {
    check((meldroute) => {
      for (const {code, path, details} of find(meldroute)) {
        if (code !== 'no-way-around') continue;
        const names = String(details['names']).split(', ').filter(Boolean);
        const isShut = (some: readonly string[]): boolean =>
          !findOpen(meldroute, path.split('/')[1]!, {
            involved: some.filter((name) => roles.includes(name)),
            flags: some.filter((name) => flags.includes(name)),
          });
        assert.ok(isShut(names));
        for (const name of names) assert.ok(!isShut(names.filter((other) => other !== name)));
      }
    });
  });

  it('a route loses its contacts exactly when some roles leave it open and take all of them away', () => {
    check((meldroute) => {
      const lost = meldroute.routes.filter(
        (route) =>
          reach(route, []) &&
          subsets(roles).some(
            (involved) =>
              findOpen({...meldroute, routes: [{...route, instead: []}]}, route.id, {involved, flags: []}) &&
              !reach(route, involved),
          ),
      );
      assert.deepEqual(pathsOf(find(meldroute), 'involved-contact'), lost.map(({id}) => id));
    });
  });

  it('a path ends empty exactly when one does while nobody is involved and nothing is flagged', () => {
    check((meldroute) => {
      const calm = {...meldroute, nodes: meldroute.nodes.map((node) => ({
        ...node,
        answers: node.answers.map(({involves: _involves, flags: _flags, ...rest}) => rest),
      }))};
      const isEmpty = enumerateOutcomes(calm).outcomes.some(
        (outcome) => !findRoutes(calm, outcome).some((route) => reach(route, [])),
      );
      assert.equal(find(meldroute).some(({code}) => code === 'empty-end'), isEmpty);
    });
  });

  it('without findings, every path ends in a route with a contact, and none through who is involved', () => {
    let sounds = 0;
    check((meldroute) => {
      const codes: readonly string[] = ['missing-contact', 'involved-contact', 'no-way-around', 'empty-end'];
      if (find(meldroute).some(({code}) => codes.includes(code))) return;
      sounds++;
      for (const outcome of enumerateOutcomes(meldroute).outcomes) {
        const found = findRoutes(meldroute, outcome);
        assert.ok(found.some((route) => reach(route, outcome.involved)));
        assert.ok(!found.some(({via = []}) => via.some((role) => outcome.involved.includes(role))));
      }
    });
    assert.ok(sounds > 10, `only ${sounds} sound ones`);
  });
});
