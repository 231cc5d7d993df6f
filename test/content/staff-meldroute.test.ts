import assert from 'node:assert/strict';
import test from 'node:test';

import {END, INTEGRITY, type Meldroute, type MeldrouteNode, type MeldrouteRoute} from '@baken/model/rules/meldroute';
import {findOpen as findOpenRoute} from '@baken/model/rules/walk-meldroute';
import {meldrouteSchema} from '@baken/model/schemas/meldroute';

import {type ContactEntry, readContent} from './read-content.js';

const staff = '../content-staff';
const meldroute = readContent<Meldroute>(`${staff}/meldroute.json`);
const {contacts} = readContent<{readonly contacts: readonly ContactEntry[]}>('contacts.json');
const words = readContent<Readonly<Record<string, string>>>(`${staff}/texts/nl/meldroute.json`);
const {nodes, routes} = meldroute;
const answers = nodes.flatMap((node) =>
  node.answers.map((answer) => ({...answer, node: node.id, next: answer.to ?? node.to})),
);
const involvable = [...new Set(answers.flatMap(({involves = []}) => involves))];

const targetsOf = ({kind, to = '', answers: own}: MeldrouteNode): readonly string[] =>
  kind === 'many' || kind === 'consent' ? [to] : own.map((answer) => answer.to ?? to);

/** Every sequence of nodes from start to end. */
function listWays(id = meldroute.start, before: readonly string[] = []): readonly (readonly string[])[] {
  if (id === END) return [before];
  const node = nodes.find((one) => one.id === id);
  assert.ok(node && !before.includes(id), `${[...before, id].join(' > ')} stops or turns in a circle`);
  return [...new Set(targetsOf(node))].flatMap((target) => listWays(target, [...before, id]));
}
const ways = listWays();

/** Every set of roles that can be involved together. */
const circles = Array.from({length: 2 ** involvable.length}, (_, bits) =>
  new Set(involvable.filter((_role, place) => bits & (2 ** place))),
);

/** The route itself when it is open, or the first open one that takes its place. */
const findOpen = (id: string, flags: readonly string[], involved: ReadonlySet<string>): MeldrouteRoute | undefined =>
  findOpenRoute(meldroute, id, {flags, involved: [...involved]});

test('the default meldroute has the shape that a meldroute must have', () => {
  const result = meldrouteSchema('resolved').safeParse(meldroute);
  assert.deepEqual(result.error?.issues ?? [], []);
  assert.equal(`${meldroute.id}@${meldroute.version}`, 'default@2');
});

test('every id is used once', () => {
  for (const ids of [
    [END, ...nodes.map(({id}) => id)], routes.map(({id}) => id), meldroute.roles, meldroute.flags, meldroute.purposes,
    ...nodes.map((node) => node.answers.map(({id}) => id)),
  ]) {
    assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place), []);
  }
});

test('answers and routes name routes, flags, roles and purposes that exist, and each of those is used', () => {
  const use = {
    routes: [
      ...answers.flatMap(({add = []}) => add),
      ...routes.flatMap(({id, instead = [], always}) => [...instead, ...(always ? [id] : [])]),
    ],
    flags: [
      ...answers.flatMap(({flags = []}) => flags),
      ...routes.flatMap(({unless = [], when = {}}) => [...unless, ...Object.keys(when)]),
    ],
    purposes: answers.flatMap(({purpose}) => purpose ?? []),
  };
  const same = (used: readonly string[], known: readonly string[]): void =>
    assert.deepEqual([...new Set(used)].sort(), [...known].sort());
  same(use.routes, routes.map(({id}) => id));
  same(use.flags, meldroute.flags);
  same(use.purposes, meldroute.purposes);
  for (const role of [...involvable, ...routes.flatMap(({via = []}) => via)]) {
    assert.ok(meldroute.roles.includes(role), role);
  }
});

test('every node is on a way from the start to the end, and no way has more than 16 questions', () => {
  assert.deepEqual(nodes.map(({id}) => id).filter((id) => !ways.some((way) => way.includes(id))), []);
  assert.equal(Math.max(...ways.map(({length}) => length)), 15);
});

test('the usual answer is one of the answers', () => {
  for (const {id, usual, answers: own, kind} of nodes) {
    if (kind === 'one') assert.ok(own.some((answer) => answer.id === usual), id);
    else assert.equal(usual, undefined, id);
  }
});

test('present danger is named within two answers, and every answer that names it adds 112', () => {
  const emergency = routes.filter((route) => route.emergency).map(({id}) => id);
  assert.deepEqual(emergency, ['call-112']);
  const danger = answers.filter((answer) => answer.danger);
  assert.deepEqual(danger.map(({node, id}) => `${node}/${id}`), [
    'start/danger', 'danger/yes', 'override/danger', 'people-there/danger', 'self/danger',
  ]);
  for (const {node, add} of danger) assert.ok(add?.includes('call-112'), node);
  for (const answer of answers) if (answer.add?.includes('call-112')) assert.ok(answer.danger, answer.node);
  assert.ok(danger.some(({node}) => node === meldroute.start));
  assert.ok(answers.some(({node, next}) => node === meldroute.start && next === 'danger'));
  const call = routes.find(({id}) => id === 'call-112');
  assert.deepEqual(call, {id: 'call-112', contacts: ['112'], deadline: {kind: 'now'}, emergency: true});
});

test('whoever only needs support is done after one answer, with nazorg inside and outside the gemeente', () => {
  const support = answers.find(({node, id}) => node === 'start' && id === 'support');
  assert.deepEqual([support?.next, support?.add], [END, ['nazorg', 'nazorg-outside']]);
});

test('every other way asks how the employee is, last', () => {
  for (const way of ways) if (way.length > 1) assert.equal(way.at(-1), 'self');
  for (const id of ['shaken', 'threatened', 'danger']) {
    assert.ok(answers.find((answer) => answer.node === 'self' && answer.id === id)?.add?.includes('nazorg'), id);
  }
});

test('a route is reached by national contacts or by roles', () => {
  const known = new Set([...contacts.map(({id}) => id), ...meldroute.roles]);
  for (const {id, contacts: named, when = {}} of routes) {
    const all = [...named, ...Object.values(when).flatMap((change) => change.contacts ?? [])];
    assert.ok(named.length > 0, id);
    assert.deepEqual(all.filter((name) => !known.has(name)), [], id);
  }
});

test('every role that a route passes through can be marked as involved, and each marked role is one of those', () => {
  const passed = new Set(routes.flatMap(({via = []}) => via));
  assert.deepEqual([...involvable].sort(), [...passed].sort());
  const whom = answers.filter(({node}) => node === 'about-whom');
  for (const {id, flags, involves = []} of whom) {
    assert.ok(flags?.includes(INTEGRITY), id);
    assert.deepEqual(involves, involvable.includes(id) ? [id] : [], id);
  }
});

test('a route passes through each role that is one of its contacts, or that its words name', () => {
  const names: Readonly<Record<string, RegExp>> = {
    aandachtsfunctionaris: /aandachtsfunctionaris(?! kindermishandeling)/i,
    leidinggevende: /leidinggevende/i,
    bestuurder: /burgemeester|wethouder|bestuurder/i,
    gemeentesecretaris: /gemeentesecretaris/i,
    integriteitscoordinator: /integriteitsco/i,
    vertrouwenspersoon: /vertrouwenspersoon/i,
    toezicht: /toezicht|handhaving/i,
    ketenregisseur: /ketenregisseur/i,
    zorgcoordinator: /zorgco/i,
    veiligheidscoordinator: /veiligheidsco/i,
    'aandachtsfunctionaris-kindermishandeling': /aandachtsfunctionaris kindermishandeling/i,
    'bedrijfsmaatschappelijk-werk': /maatschappelijk werk/i,
    bedrijfsarts: /bedrijfsarts/i,
  };
  assert.deepEqual(Object.keys(names).sort(), [...involvable].sort());
  const namedIn = (text: string): readonly string[] => involvable.filter((role) => names[role]?.test(text));
  for (const {id, via = [], contacts: named, when = {}} of routes) {
    const own = Object.entries(words).filter(([key]) => key.startsWith(`route.${id}.`));
    const text = own.map(([, sentence]) => sentence);
    const reached = [...named, ...Object.values(when).flatMap((change) => change.contacts ?? [])];
    const passed = [...namedIn(text.join(' ')), ...reached.filter((name) => involvable.includes(name))];
    assert.deepEqual(passed.filter((role) => !via.includes(role)), [], id);
  }
  // Once someone is involved, only the question who it is may name roles.
  const later = {
    ...words,
    ...readContent<Readonly<Record<string, string>>>(`${staff}/texts/nl/handover.json`),
    ...readContent<Readonly<Record<string, string>>>(`${staff}/texts/nl/widgets.json`),
  };
  const free = /^(route|role|node\.about-gemeente|answer\.about-whom|checklist|workplace)\./;
  assert.deepEqual(Object.entries(later).filter(([key, text]) => !free.test(key) && namedIn(text).length > 0), []);
});

test('whoever is involved, every route or what takes its place is open and passes through nobody who is', () => {
  assert.equal(circles.length, 8192);
  const closing = [
    [], ['no-police'], ['no-help'], ['may-help'], ['no-police', 'no-help'], ['no-police', 'may-help'],
    ['unknown-person'],
  ];
  for (const involved of circles) {
    // Without the flag nobody is involved; with it possibly nobody whose role counts.
    const flags = involved.size > 0 ? [[INTEGRITY]] : [[], [INTEGRITY]];
    for (const set of flags.flatMap((one) => closing.map((other) => [...one, ...other]))) {
      for (const {id} of routes) {
        const open = findOpen(id, set, involved);
        const named = open?.contacts.filter((name) => !involved.has(name)) ?? [];
        if (!open || named.length === 0) assert.fail(`${id} is closed when ${[...set, ...involved].join(', ')}`);
      }
    }
  }
});

test('with integrity nothing passes through the ordinary line, whoever is involved', () => {
  const line = [
    'integriteitscoordinator', 'vertrouwenspersoon', 'gemeentesecretaris', 'bestuurder', 'bedrijfsarts',
    'zorgcoordinator',
  ];
  for (const {id} of routes) {
    const {via = []} = findOpen(id, [INTEGRITY], new Set()) ?? {};
    assert.deepEqual(via.filter((role) => !line.includes(role)), [], id);
  }
});

test('when everyone of the gemeente is involved, what is left is outside it', () => {
  const all = new Set(involvable);
  const opens = (id: string): readonly (string | undefined)[] => {
    const open = findOpen(id, [INTEGRITY], all);
    return [open?.id, open?.contacts[0]];
  };
  assert.deepEqual(opens('report'), ['integrity-outside', 'politie']);
  assert.deepEqual(opens('nazorg'), ['nazorg-outside', 'slachtofferhulp']);
  assert.deepEqual(opens('police'), ['police-direct', 'politie']);
  assert.deepEqual(opens('inspection'), ['inspection-direct', 'arbeidsinspectie']);
  assert.deepEqual(opens('advice'), ['advice-outside', 'comensha']);
  assert.deepEqual(opens('anonymous-advice'), ['anonymous-advice-outside', 'comensha']);
  assert.deepEqual(opens('victim-care'), ['victim-care-outside', 'comensha']);
  assert.deepEqual(opens('shelter'), ['shelter-outside', 'comensha']);
  assert.deepEqual(opens('meldcode'), ['meldcode-outside', 'veilig-thuis']);
  assert.deepEqual(opens('safety'), ['safety-outside', 'politie']);
});

test('every way ends with registering, or with what takes its place', () => {
  assert.deepEqual(routes.filter(({always}) => always).map(({id, register}) => [id, register]), [['report', true]]);
});

test('consent is asked for four purposes, of an adult, a young person from 16, or a parent', () => {
  const asked = nodes.filter(({kind}) => kind === 'consent');
  assert.deepEqual(asked.map(({id}) => id), ['consent-young', 'consent-parent', 'consent', 'consent-help']);
  for (const {id, answers: own} of asked) {
    // Help and police were answered just before.
    const purposes = id === 'consent-help' ? ['registration', 'sharing'] : meldroute.purposes;
    const all = purposes.flatMap((purpose) => ['yes', 'no', 'later'].map((choice) => `${purpose}-${choice}`));
    assert.deepEqual(own.map((answer) => answer.id), all, id);
    assert.deepEqual(own.map(({purpose, choice}) => `${purpose}-${choice}`), all, id);
    const refused = own.find((answer) => answer.id === 'help-no');
    if (refused) assert.ok(refused.add?.includes('anonymous-advice'), id);
  }
});

test('an adult who refuses is asked nothing more, and the no stands for every purpose', () => {
  const said = answers.filter(({consent}) => consent).map(({node, id, next, consent}) => [node, id, next, consent]);
  assert.deepEqual(said, [
    ['wants-help', 'help-only', 'consent-help', {help: 'yes', police: 'no'}],
    ['wants-help', 'no', 'override', Object.fromEntries(meldroute.purposes.map((purpose) => [purpose, 'no']))],
  ]);
  for (const id of ['no', 'unsure']) {
    const answer = answers.find((one) => one.node === 'override' && one.id === id);
    assert.deepEqual(answer?.add, ['anonymous-advice'], id);
  }
});

test('below 16 a parent is not asked while one may be involved: Veilig Thuis comes first', () => {
  const parent = answers.filter(({node}) => node === 'child-parent');
  assert.deepEqual(parent.map(({id, next}) => [id, next]), [
    ['yes', 'veilig-thuis-first'], ['unsure', 'veilig-thuis-first'], ['no', 'consent-parent'],
  ]);
  const age = answers.filter(({node}) => node === 'child-age');
  assert.deepEqual(age.map(({id, next}) => [id, next]), [
    ['from-16', 'consent-young'], ['younger', 'child-parent'], ['unsure', 'child-parent'],
  ]);
});

test('a child, and who may be one, always brings Veilig Thuis', () => {
  const age = answers.filter(({node}) => node === 'under-18');
  assert.deepEqual(age.map(({id, next}) => [id, next]), [
    ['yes', 'child-what'], ['unsure', 'child-what'], ['no', 'contact'],
  ]);
  for (const {node, add, id} of answers) if (node === 'child-what') assert.equal(add?.[0], 'veilig-thuis', id);
});

test('an adult who wants no police gets none, unless there is great danger', () => {
  const refusing = answers.filter(({flags = []}) => flags.includes('no-police')).map(({node, id}) => `${node}/${id}`);
  assert.deepEqual(refusing, ['wants-help/help-only', 'wants-help/no', 'consent/police-no']);
  for (const id of ['police', 'police-direct', 'police-today', 'inspection', 'inspection-direct']) {
    assert.equal(findOpen(id, ['no-police'], new Set())?.id, 'anonymous-advice', id);
    // Who arranges help knows the name already.
    assert.equal(findOpen(id, ['no-police', 'may-help'], new Set())?.id, 'victim-care', id);
  }
  const bringing = answers.filter(({add}) => add?.includes('police-without-consent'));
  assert.deepEqual(bringing.map(({node, id, flags}) => [node, id, flags]), [
    ['override', 'danger', ['without-consent']],
    ['override', 'serious', ['without-consent']],
  ]);
  assert.equal(findOpen('police-without-consent', meldroute.flags, new Set(involvable))?.id, 'police-without-consent');
});

test('who wants no help is offered no shelter, but advice without a name', () => {
  assert.equal(findOpen('shelter', ['no-help'], new Set())?.id, 'anonymous-advice');
  assert.equal(findOpen('shelter', [], new Set(['zorgcoordinator']))?.id, 'shelter-outside');
});

test('what has haste goes to the police today, and help and advice come today as well', () => {
  for (const id of ['anonymous-advice', 'anonymous-advice-outside', 'victim-care', 'victim-care-outside']) {
    assert.deepEqual(routes.find((route) => route.id === id)?.when?.['urgent'], {deadline: {kind: 'today'}}, id);
  }
  for (const id of ['police', 'inspection', 'inspection-direct']) {
    const urgent = routes.find((route) => route.id === id)?.when?.['urgent'];
    assert.deepEqual([urgent?.deadline, urgent?.contacts?.[0]], [{kind: 'today'}, 'politie'], id);
  }
});
