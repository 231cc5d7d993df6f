import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import type {CardContact} from './contact-card.js';
import type {Choices, Meldroute, MeldrouteRoute} from './meldroute.js';
import type {StaffEndpoint} from './staff.js';
import {
  countQuestions,
  findEndpoint,
  findRoutes,
  hasChannel,
  type Outcome,
  resolveContacts,
  spreadInvolved,
  walkMeldroute,
} from './walk-meldroute.js';

const meldroute: Meldroute = {
  id: 'small',
  version: 1,
  start: 'what',
  nodes: [
    {
      id: 'what',
      kind: 'one',
      usual: 'saw',
      answers: [
        {id: 'danger', to: 'who', danger: true, add: ['112']},
        {id: 'saw', to: 'who'},
        {id: 'support', to: 'end', add: ['nazorg']},
      ],
    },
    {
      id: 'who',
      kind: 'many',
      to: 'read',
      answers: [
        {id: 'nobody'},
        {id: 'leader', involves: ['leader']},
        {id: 'officer', involves: ['officer', 'leader'], flags: ['shield'], add: ['inspection']},
      ],
    },
    {id: 'read', kind: 'note', answers: [{id: 'ok', flags: ['urgent']}], to: 'consent'},
    {
      id: 'consent',
      kind: 'consent',
      to: 'more',
      answers: [
        {id: 'help-yes', purpose: 'help', choice: 'yes', add: ['care']},
        {id: 'help-no', purpose: 'help', choice: 'no'},
        {id: 'police-later', purpose: 'police', choice: 'later'},
      ],
    },
    {id: 'more', kind: 'one', answers: [{id: 'yes', to: 'more-2'}, {id: 'no', to: 'end'}]},
    {id: 'more-2', kind: 'one', answers: [{id: 'ok', to: 'end'}]},
  ],
  routes: [
    {id: 'free', contacts: [], deadline: {kind: 'free'}},
    {id: 'days-2', contacts: [], deadline: {kind: 'workdays', days: 2}},
    {id: 'care', contacts: [], deadline: {kind: 'workdays', days: 1}, when: {urgent: {deadline: {kind: 'today'}}}},
    {
      id: 'report',
      contacts: ['officer'],
      deadline: {kind: 'workdays', days: 0},
      via: ['officer'],
      unless: ['integrity'],
      instead: ['confidant'],
      always: true,
    },
    {id: 'confidant', contacts: [], deadline: {kind: 'today'}, via: ['leader'], instead: ['report', 'outside']},
    {id: 'outside', contacts: [], deadline: {kind: 'workdays', days: 0}},
    {id: 'nazorg', contacts: [], deadline: {kind: 'workdays', days: 2}, via: ['leader'], instead: ['outside']},
    {id: 'inspection', contacts: [], deadline: {kind: 'now'}},
    {id: '112', contacts: [], deadline: {kind: 'now'}, emergency: true},
  ],
  roles: ['leader', 'officer'],
  flags: ['urgent', 'shield', 'integrity'],
  purposes: ['help', 'police'],
};

const visit = (choices: Choices): string => walkMeldroute(meldroute, choices).visited.map(({id}) => id).join(' ');
const come = (choices: Choices): Outcome => walkMeldroute(meldroute, choices).outcome;
const full = {what: ['danger'], who: ['leader'], read: ['ok'], consent: ['help-yes'], more: ['no']};
const outcome = (part: Partial<Outcome>): Outcome => ({
  added: [],
  flags: [],
  involved: [],
  consent: {},
  isComplete: false,
  ...part,
});

describe('walkMeldroute', () => {
  it('walks from the first question to the first without an answer', () => {
    const walk = walkMeldroute(meldroute, {what: ['saw'], who: ['nobody']});
    assert.deepEqual(walk.visited.map(({id}) => id), ['what', 'who']);
    assert.equal(walk.current?.id, 'read');
    assert.equal(walk.outcome.isComplete, false);
  });

  it('tells what came of the answers, and that there is no question left', () => {
    const walk = walkMeldroute(meldroute, full);
    assert.equal(walk.current, undefined);
    assert.deepEqual(walk.choices, full);
    assert.deepEqual(walk.outcome, {
      added: ['112', 'care'],
      flags: ['urgent', 'integrity'],
      involved: ['leader'],
      consent: {help: 'yes'},
      isComplete: true,
    });
  });

  it('leaves nothing of answers that a changed mind took off the path', () => {
    const changed = walkMeldroute(meldroute, {...full, what: ['support']});
    assert.deepEqual(changed.outcome, outcome({added: ['nazorg'], isComplete: true}));
    assert.deepEqual(changed.choices, {what: ['support']});
  });

  it('waits at a question with no answer, two answers, or one that it does not have', () => {
    for (const what of [[], ['saw', 'danger'], ['other'], undefined, 'saw', null, {0: 'saw'}]) {
      const walk = walkMeldroute(meldroute, {...full, what} as Choices);
      assert.deepEqual([walk.current?.id, walk.outcome], ['what', outcome({})]);
    }
    assert.equal(visit({what: ['saw'], who: []}), 'what');
    assert.equal(visit({what: ['saw'], who: ['nobody'], read: []}), 'what who');
  });

  it('goes on past consent without any answer, but only when the employee went on', () => {
    const before = {what: ['saw'], who: ['nobody'], read: ['ok']};
    assert.equal(visit(before), 'what who read');
    assert.equal(visit({...before, consent: []}), 'what who read consent');
    assert.deepEqual(come({...before, consent: []}).consent, {});
  });

  it('takes two answers about one purpose for none', () => {
    const chosen = come({...full, consent: ['help-yes', 'help-no', 'police-later']});
    assert.deepEqual([chosen.consent, chosen.added], [{police: 'later'}, ['112']]);
  });

  it('adds up several answers, each thing once, whatever the order of choosing', () => {
    const chosen = come({what: ['danger'], who: ['officer', 'leader']});
    assert.deepEqual(chosen.involved, ['leader', 'officer']);
    assert.deepEqual(chosen.flags, ['shield', 'integrity']);
    assert.deepEqual(chosen, come({what: ['danger'], who: ['leader', 'officer']}));
  });

  it('does not take an answer from the prototype of the choices', () => {
    const odd = {...meldroute, start: 'constructor', nodes: [{...meldroute.nodes[0]!, id: 'constructor'}]};
    assert.equal(walkMeldroute(odd, {}).current?.id, 'constructor');
  });

  it('ends where it would come back, and where a target does not exist', () => {
    for (const to of ['what', 'who', 'nowhere', 'constructor']) {
      const nodes = meldroute.nodes.map((node) => (node.id === 'who' ? {...node, to} : node));
      const {visited, current, outcome} = walkMeldroute({...meldroute, nodes}, full);
      assert.deepEqual([visited.length, current, outcome.isComplete], [2, undefined, true]);
    }
    assert.equal(walkMeldroute({...meldroute, start: 'nowhere'}, full).outcome.isComplete, true);
    const nodes = [...meldroute.nodes, {id: 'end', kind: 'one', answers: []} as const];
    assert.equal(walkMeldroute({...meldroute, nodes}, full).outcome.isComplete, true);
  });

  it('never throws and always stops, also in a graph without rhyme or reason', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'end', '__proto__', 'constructor');
    const ids = fc.array(id, {maxLength: 3});
    const answer = fc.record(
      {id, to: id, add: ids, flags: ids, involves: ids, purpose: id, choice: fc.constantFrom('yes', 'no', 'later')},
      {requiredKeys: ['id']},
    );
    const node = fc.record(
      {
        id,
        kind: fc.constantFrom('one', 'many', 'note', 'consent'),
        answers: fc.array(answer, {maxLength: 3}),
        to: id,
        usual: id,
      },
      {requiredKeys: ['id', 'kind', 'answers']},
    );
    const route = fc.record(
      {id, via: ids, unless: ids, instead: ids, always: fc.boolean()},
      {requiredKeys: ['id']},
    ).map((rest) => ({contacts: [], deadline: {kind: 'today'}, ...rest}));
    const lists = {nodes: fc.array(node, {maxLength: 6}), routes: fc.array(route, {maxLength: 6})};
    const graphs = fc.record({start: id, ...lists});
    fc.assert(
      fc.property(graphs, fc.dictionary(id, ids), (graph, choices) => {
        const odd = {...meldroute, ...graph} as Meldroute;
        const walk = walkMeldroute(odd, choices);
        assert.ok(walk.visited.length <= graph.nodes.length);
        assert.equal(walk.current === undefined, walk.outcome.isComplete);
        const routes = findRoutes(odd, walk.outcome);
        assert.ok(!routes.some(({via = []}) => via.some((role) => walk.outcome.involved.includes(role))));
        const {number, left} = countQuestions(odd, choices);
        assert.ok(number >= walk.visited.length && left >= 0 && left <= graph.nodes.length);
      }),
      {numRuns: 2000},
    );
  });
});

describe('findRoutes', () => {
  const ids = (part: Partial<Outcome>): string => findRoutes(meldroute, outcome(part)).map(({id}) => id).join(' ');

  it('puts the most urgent first, and keeps the order of the data where that is equal', () => {
    const added = ['outside', 'free', 'days-2', 'care', 'nazorg', 'inspection', '112', 'confidant'];
    assert.equal(ids({added}), '112 inspection confidant outside care days-2 nazorg free');
  });

  it('shows before the end only what is certain, and at the end what always stands there', () => {
    assert.equal(ids({added: ['112']}), '112');
    assert.equal(ids({added: ['112'], isComplete: true}), '112 report');
  });

  it('puts what is open in the place of what a flag closes', () => {
    assert.equal(ids({flags: ['integrity'], isComplete: true}), 'confidant');
  });

  it('adds the way out when it is about someone of the gemeente and no reader may have it', () => {
    const routes = meldroute.routes.map((route) => (route.id === 'outside' ? {...route, unread: true as const} : route));
    const endpoint = {id: 'a', type: 'json', url: 'https://a.test/', readers: ['leader'], integrity: true} as const;
    const read = (part: Partial<Outcome>, endpoints?: readonly StaffEndpoint[]): string =>
      findRoutes({...meldroute, routes}, outcome({isComplete: true, ...part}), endpoints).map(({id}) => id).join(' ');
    assert.equal(read({flags: ['integrity']}, [endpoint]), 'confidant');
    assert.equal(read({flags: ['integrity']}, []), 'confidant outside');
    assert.equal(read({flags: ['integrity'], involved: ['leader']}, [endpoint]), 'outside');
    assert.equal(read({flags: ['integrity'], isComplete: false}, []), '');
    assert.equal(read({}, []), 'report');
    assert.equal(read({flags: ['integrity']}), 'confidant');
  });

  it('follows what takes its place until something is open, without going round', () => {
    assert.equal(ids({flags: ['integrity'], involved: ['leader'], isComplete: true}), 'outside');
    const shut = {...meldroute, routes: meldroute.routes.filter(({id}) => id !== 'outside')};
    assert.deepEqual(findRoutes(shut, outcome({involved: ['leader'], isComplete: true})), []);
  });

  it('takes the first open one of those named before any that those would pass on to', () => {
    const via = {contacts: [], deadline: {kind: 'now'}, via: ['leader']} as const;
    const open = {contacts: [], deadline: {kind: 'now'}} as const;
    const routes: readonly MeldrouteRoute[] = [
      {id: 'a', ...via, instead: ['b', 'c']},
      {id: 'b', ...via, instead: ['d']},
      {id: 'c', ...open},
      {id: 'd', ...open},
    ];
    const found = findRoutes({...meldroute, routes}, outcome({added: ['a'], involved: ['leader']}));
    assert.deepEqual(found.map(({id}) => id), ['c']);
    const both = routes.map((route) => (route.id === 'a' ? {...route, instead: ['d', 'c']} : route));
    const [first] = findRoutes({...meldroute, routes: both}, outcome({added: ['a'], involved: ['leader']}));
    assert.equal(first?.id, 'd', 'in the order in which they are named');
  });

  it('closes by a role alone as it does by the flag', () => {
    assert.equal(ids({involved: ['officer'], isComplete: true}), 'confidant');
    assert.equal(ids({involved: ['leader'], isComplete: true}), 'outside');
  });

  it('shows once what is added twice or stands in for two', () => {
    assert.equal(ids({added: ['outside', 'nazorg', 'confidant'], involved: ['leader'], isComplete: true}), 'outside');
  });

  it('changes under a flag what the data says, and its place with it', () => {
    assert.equal(ids({added: ['care', 'outside'], flags: ['urgent']}), 'care outside');
    const [care] = findRoutes(meldroute, outcome({added: ['care'], flags: ['urgent']}));
    assert.deepEqual(care?.deadline, {kind: 'today'});
  });

  it('changes under two flags what both say; what both change is as the later one says', () => {
    const when = {urgent: {deadline: {kind: 'today'}, contacts: ['a']}, shield: {contacts: ['b']}} as const;
    const routes = meldroute.routes.map((route) => (route.id === 'care' ? {...route, when} : route));
    const [care] = findRoutes({...meldroute, routes}, outcome({added: ['care'], flags: ['shield', 'urgent']}));
    assert.deepEqual([care?.deadline, care?.contacts], [{kind: 'today'}, ['b']]);
  });
});

describe('resolveContacts', () => {
  const card = (id: string, ...roles: string[]): CardContact => ({id, name: id, languages: [], topics: [], roles});
  const cards = [card('a', 'police'), card('b', 'leader', 'police'), card('officer'), card('d', 'care')];
  const ids = (contacts: readonly string[], involved: readonly string[] = []): string =>
    resolveContacts({contacts}, cards, involved).map(({id}) => id).join(' ');

  it('finds contacts by id and by role, in the order of the route, each once', () => {
    assert.equal(ids(['d', 'nobody', 'police', 'a']), 'd a b');
  });

  it('leaves out whoever has an involved role, by role or by id', () => {
    assert.equal(ids(['police', 'officer'], ['leader']), 'a officer');
    assert.equal(ids(['officer', 'd'], ['officer']), 'd');
  });

  it('tells whether a contact can be reached', () => {
    assert.equal(hasChannel(card('a')), false);
    const phone = {dial: '112', shown: '112'};
    const channels = [{phone}, {chat: 'https://x.example/'}, {url: 'https://x.example/'}, {email: 'a@x.example'}];
    for (const channel of channels) assert.equal(hasChannel({...card('a'), ...channel}), true);
  });
});

describe('findEndpoint', () => {
  const endpoint = (id: string, readers: string[], integrity?: true): StaffEndpoint => ({
    id,
    type: 'json',
    url: 'https://x.example/',
    readers,
    ...(integrity ? {integrity} : {}),
  });
  const all = [
    endpoint('nobody', [], true),
    endpoint('higher', ['leader', 'higher'], true),
    endpoint('line', ['officer']),
    endpoint('confidant', ['confidant'], true),
  ];
  const find = (part: Partial<Outcome>, from = all): string | undefined => findEndpoint(from, outcome(part))?.id;

  it('takes the ordinary one, and never one that is kept for integrity', () => {
    assert.equal(find({}), 'line');
    assert.equal(find({}, all.slice(0, 2)), undefined);
  });

  it('takes one for integrity of which nobody who reads it is involved', () => {
    assert.equal(find({flags: ['integrity']}), 'higher');
    assert.equal(find({involved: ['leader']}), 'confidant');
  });

  it('refuses when every one is read by someone involved, or by nobody knows whom', () => {
    assert.equal(find({involved: ['leader', 'confidant']}), undefined);
    assert.equal(find({flags: ['integrity']}, all.slice(2, 3)), undefined);
    assert.equal(find({flags: ['integrity']}, all.slice(0, 1)), undefined);
  });
});

describe('spreadInvolved', () => {
  const card = (id: string, ...roles: string[]): CardContact => ({id, name: id, languages: [], topics: [], roles});
  const cards = [card('jansen', 'officer', 'leader'), card('desk', 'care', 'advice'), card('leader', 'confidant')];
  const roles = ['officer', 'leader', 'care', 'confidant'];
  const spread = (...involved: string[]): string =>
    spreadInvolved(involved, {meldroute: {...meldroute, roles}, cards}).join(' ');

  it('adds the other roles of who is involved, found by role or by id', () => {
    assert.equal(spread('officer'), 'officer leader');
    assert.equal(spread('leader'), 'leader officer confidant');
  });

  it('adds nothing when nobody is, and no role that the meldroute does not have', () => {
    assert.equal(spread(), '');
    assert.equal(spread('care'), 'care');
  });
});

describe('countQuestions', () => {
  const count = (choices: Choices, graph = meldroute): readonly [number, number] => {
    const {number, left} = countQuestions(graph, choices);
    return [number, left];
  };

  it('counts what follows with usual answers, and by the shortest way without them', () => {
    assert.deepEqual(count({}), [1, 4]);
    assert.deepEqual(count({what: ['saw'], who: ['nobody']}), [3, 2]);
  });

  it('counts nothing after the last question', () => {
    assert.deepEqual(count({...full, more: ['yes']}), [6, 0]);
    assert.deepEqual(count(full), [5, 0]);
    assert.deepEqual(count({what: ['support']}), [1, 0]);
  });

  it('stops in a graph that goes round', () => {
    const nodes = meldroute.nodes.map((node) => (node.id === 'read' ? {...node, to: 'what'} : node));
    assert.deepEqual(count({}, {...meldroute, nodes}), [1, 2]);
  });
});
