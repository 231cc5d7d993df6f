import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {compileSamples} from '@baken/demo/compile-samples';
import {inspectMeldroute, LONGEST_PATH} from '@baken/model/rules/inspect-meldroute';
import {
  type Choices,
  END,
  INTEGRITY,
  type Meldroute,
  type MeldrouteNode,
  type MeldrouteRoute,
} from '@baken/model/rules/meldroute';
import type {StaffData} from '@baken/model/rules/staff';
import {
  findEndpoint,
  findNode,
  findRoutes,
  hasChannel,
  type Outcome,
  resolveContacts,
  walkMeldroute,
} from '@baken/model/rules/walk-meldroute';

import {type Enumeration, enumerateOutcomes} from '../support/enumerate-outcomes.js';
import {createDice, createSubject, type Dice} from '../support/mutate-meldroute.js';

const file = new URL('../../packages/content-staff/meldroute.json', import.meta.url);
const standard = JSON.parse(readFileSync(file, 'utf8')) as Meldroute;

/** Only what a route looks at: other flags change nothing that is shown. */
const listFlags = ({routes}: Meldroute): readonly string[] => [
  ...new Set([INTEGRITY, ...routes.flatMap(({unless = [], when = {}}) => [...unless, ...Object.keys(when)])]),
];

/** What all paths of a meldroute show: every list of contacts that stands under some route, and figures. */
interface Overview extends Pick<Enumeration, 'paths' | 'longest'> {
  readonly outcomes: number;
  readonly contacts: readonly (readonly string[])[];
}

const enumerations = new Map<string, Enumeration>();

/** All outcomes that differ in routes, or in flags that routes look at. The same questions are walked once. */
function enumerate(meldroute: Meldroute): Enumeration {
  const {start, nodes, routes} = meldroute;
  const flags = listFlags(meldroute);
  const key = JSON.stringify([start, nodes, routes.map(({id}) => id), flags]);
  const there = enumerations.get(key) ?? enumerateOutcomes(meldroute, {roles: [], flags});
  enumerations.set(key, there);
  return there;
}

const overviews = new Map<string, Overview>();

/** Looks at the routes of every outcome, once for gemeenten with the same meldroute. */
function visitAll(meldroute: Meldroute): Overview {
  const key = JSON.stringify(meldroute);
  const there = overviews.get(key);
  if (there) return there;
  const {outcomes, ...figures} = enumerate(meldroute);
  const contacts = new Map<string, readonly string[]>();
  for (const outcome of outcomes) {
    const routes = findRoutes(meldroute, outcome);
    if (routes.length === 0) assert.fail(`no route: ${JSON.stringify(outcome)}`);
    for (const route of routes) contacts.set(route.contacts.join(), route.contacts);
  }
  const overview = {...figures, outcomes: outcomes.length, contacts: [...contacts.values()]};
  overviews.set(key, overview);
  return overview;
}

const listInvolvable = ({nodes}: Meldroute): readonly string[] => [
  ...new Set(nodes.flatMap(({answers}) => answers.flatMap(({involves = []}) => involves))),
];

const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);

/** A route and all that can take its place. */
function listWays({routes}: Meldroute, id: string): readonly MeldrouteRoute[] {
  const ids = new Set([id]);
  for (const next of ids) for (const other of routes.find((one) => one.id === next)?.instead ?? []) ids.add(other);
  return routes.filter((route) => ids.has(route.id));
}

/** Says what is wrong with the routes of one outcome for a gemeente; nothing when all is well. */
function findWrong({meldroute, cards, endpoints}: StaffData, outcome: Outcome): string | undefined {
  const {involved} = outcome;
  const isInvolved = (roles: readonly string[] = []): boolean => roles.some((role) => involved.includes(role));
  const routes = findRoutes(meldroute, outcome);
  if (routes.length === 0) return 'no route';
  for (const route of routes) {
    if (isInvolved(route.via)) return `${route.id} passes through someone involved`;
    const contacts = resolveContacts(route, cards, involved);
    if (!contacts.some(hasChannel)) return `${route.id} has no contact with a channel`;
    const next = contacts.flatMap(({whenClosed = []}) => resolveContacts({contacts: whenClosed}, cards, involved));
    if ([...contacts, ...next].some(({roles}) => isInvolved(roles))) return `${route.id} shows someone involved`;
  }
  const endpoint = findEndpoint(endpoints, outcome);
  if (isInvolved(endpoint?.readers)) return 'someone involved reads the registration';
  if (endpoint && Boolean(endpoint.integrity) !== outcome.flags.includes(INTEGRITY)) return 'another endpoint';
  return undefined;
}

/** What is answered to one question, by chance. */
function chooseByChance({kind, answers}: MeldrouteNode, dice: Dice): readonly string[] {
  const one = answers[Math.floor(dice() * answers.length)]!.id;
  const some = answers.filter(() => dice() < 0.3).map(({id}) => id);
  return kind === 'consent' ? some : kind === 'many' ? [...new Set([...some, one])] : [one];
}

/** One complete way, by chance. */
function walkByChance(meldroute: Meldroute, dice: Dice): Choices {
  let choices: Choices = {};
  for (;;) {
    const {current} = walkMeldroute(meldroute, choices);
    if (!current) return choices;
    choices = {...choices, [current.id]: chooseByChance(current, dice)};
  }
}

/** Every path of a gemeente is short enough, and ends in routes that each have a contact with a channel. */
function checkPaths({meldroute, cards}: StaffData): void {
  const {longest, contacts} = visitAll(meldroute);
  assert.ok(longest <= LONGEST_PATH, `${longest} questions`);
  for (const names of contacts) {
    assert.ok(resolveContacts({contacts: names}, cards, []).some(hasChannel), `nobody to reach: ${names.join()}`);
  }
}

/** Nothing passes through who is involved. Routes are found one by one, and look only at some roles and flags. */
function checkInvolved(staff: StaffData): void {
  const {meldroute} = staff;
  const started = new Set(meldroute.nodes.flatMap(({answers}) => answers.flatMap(({add = []}) => add)));
  for (const {id, always} of meldroute.routes) if (always) started.add(id);
  for (const id of started) {
    const ways = listWays(meldroute, id);
    const seen = ways.flatMap((route) => [
      ...(route.via ?? []),
      ...findAllContacts(route, staff).flatMap((card) => [card.id, ...card.roles]),
    ]);
    const flagged = ways.flatMap(({unless = [], when = {}}) => [...unless, ...Object.keys(when)]);
    for (const involved of subsets(listInvolvable(meldroute).filter((role) => seen.includes(role)))) {
      for (const flags of subsets([...new Set([INTEGRITY, ...flagged])])) {
        if (involved.length > 0 && !flags.includes(INTEGRITY)) continue;
        const outcome = {added: [id], flags, involved, consent: {}, isComplete: false};
        assert.equal(findWrong(staff, outcome), undefined, JSON.stringify(outcome));
      }
    }
  }
}

/** The contacts of a route under any flag, and those to try when they are closed. */
function findAllContacts({contacts, when = {}}: MeldrouteRoute, {cards}: StaffData): StaffData['cards'] {
  const names = [...contacts, ...Object.values(when).flatMap((change) => change.contacts ?? [])];
  const first = resolveContacts({contacts: names}, cards, []);
  return [...first, ...first.flatMap(({whenClosed = []}) => resolveContacts({contacts: whenClosed}, cards, []))];
}

/** The same on whole paths, by chance: it also shows that routes are found one by one. */
function checkByChance(staff: StaffData, paths: number): void {
  const {meldroute} = staff;
  const dice = createDice(paths);
  for (let path = 0; path < paths; path++) {
    const choices = walkByChance(meldroute, dice);
    const {outcome, visited} = walkMeldroute(meldroute, choices);
    assert.ok(outcome.isComplete && visited.length <= LONGEST_PATH);
    assert.equal(findWrong(staff, outcome), undefined, JSON.stringify(choices));
    const always = meldroute.routes.filter((route) => route.always).map(({id}) => id);
    const single = [...outcome.added, ...always].flatMap((id) =>
      findRoutes(meldroute, {...outcome, added: [id], isComplete: false}).map((route) => route.id),
    );
    assert.deepEqual(findRoutes(meldroute, outcome).map(({id}) => id).sort(), [...new Set(single)].sort());
  }
}

/** Danger leads to 112 in two answers at most; every answer that names it shows 112 at once, whoever is involved. */
function checkDanger(meldroute: Meldroute): void {
  const worst = {flags: meldroute.flags, involved: meldroute.roles, consent: {}, isComplete: false};
  for (const node of meldroute.nodes) {
    for (const {id, danger, add = []} of node.answers) {
      const [first] = findRoutes(meldroute, {...worst, added: add});
      if (danger) assert.ok(first?.emergency, `${node.id}: ${id} leads to no 112`);
    }
  }
  const first = findNode(meldroute, meldroute.start);
  const asksDanger = (id = END): boolean => findNode(meldroute, id)?.answers.some(({danger}) => danger) ?? false;
  assert.ok(asksDanger(first?.id), 'the first question does not ask about danger');
  for (const {id, danger, to = first?.to ?? END} of first?.answers ?? []) {
    assert.ok(danger || to === END || asksDanger(to), `after ${id} nothing asks about danger`);
  }
}

/** The routes that a kind of consent decides about. */
const care = ['victim-care', 'victim-care-outside'];
const shelter = ['shelter', 'shelter-outside'];
const nameless = ['anonymous-advice', 'anonymous-advice-outside'];
const investigation = ['police', 'police-direct', 'police-today', 'inspection', 'inspection-direct'];
/** What can contradict each other: apart, because all four purposes at once have too many outcomes to try. */
const consented = [
  {
    purposes: ['help', 'police'],
    routes: [...care, ...shelter, ...nameless, ...investigation, 'shelter-child', 'police-without-consent'],
    flags: ['no-police', 'no-help', 'may-help', 'without-consent'],
  },
  {purposes: ['registration', 'sharing'], routes: ['registration'], flags: ['may-share']},
];

/** Says which route or flag cannot stand beside what was said last; nothing when all agree. */
function findContradiction(meldroute: Meldroute, outcome: Outcome): string | undefined {
  const {consent: {help, police, registration, sharing}, flags} = outcome;
  const has = (flag: string): boolean => flags.includes(flag);
  if (has('no-police') && police !== 'no') return 'the flag no-police';
  if (has('no-help') && help !== 'no') return 'the flag no-help';
  if (has('may-help') !== (help === 'yes')) return 'the flag may-help';
  if (has('may-share') !== (sharing === 'yes')) return 'the flag may-share';
  const isWithout = has('without-consent');
  const said = [help, police];
  if (isWithout && said.includes('yes') && !said.includes('no')) return 'the flag without-consent';
  const wrong = findRoutes(meldroute, outcome).find(({id, contacts, emergency}) => {
    if (care.includes(id)) return help !== 'yes';
    if (nameless.includes(id)) return help === 'yes';
    if (id === 'registration') return registration !== 'yes';
    if (id === 'shelter-child') return help === 'no' && !isWithout;
    if (id === 'police-without-consent') return police !== 'no' || !isWithout;
    // A child is protected without consent, and the record says so; an adult only when there is great danger.
    if (investigation.includes(id)) return police === 'no' && (!isWithout || has('no-police'));
    const callsPolice = contacts.some((name) => ['politie', 'arbeidsinspectie'].includes(name));
    if (has('no-police') && callsPolice && !emergency) return true;
    return shelter.includes(id) && help === 'no';
  });
  return wrong && `the route ${wrong.id}`;
}

/** On every path what is shown agrees with what was said about consent. */
function checkConsent(meldroute: Meldroute): void {
  const ids = meldroute.routes.map(({id}) => id);
  const other = listFlags(meldroute).filter((flag) => !consented.some(({flags}) => flags.includes(flag)));
  for (const {purposes, routes, flags} of consented) {
    const {outcomes} = enumerateOutcomes(meldroute, {
      routes: ids.filter((id) => listWays(meldroute, id).some((way) => routes.includes(way.id))),
      flags: [...flags, ...other],
      roles: [],
      purposes,
    });
    for (const outcome of outcomes) {
      const wrong = findContradiction(meldroute, outcome);
      if (wrong !== undefined) assert.fail(`${wrong} contradicts ${JSON.stringify(outcome)}`);
    }
  }
}

/** Only one answer leads to a question about consent: answers to it cannot outlive a change of what came before. */
function checkAsked({nodes}: Meldroute): void {
  for (const {id} of nodes.filter(({kind}) => kind === 'consent')) {
    const leading = nodes.flatMap((node) =>
      node.answers.filter(({to = node.to}) => to === id).map((answer) => `${node.id}/${answer.id}`),
    );
    assert.equal(leading.length, 1, `${id} is asked after ${leading.join(' and ')}`);
  }
}

/** After a changed answer only the way that is walked now counts, as if nothing else was ever answered. */
function checkChanged(meldroute: Meldroute, turns: number): void {
  const dice = createDice(turns);
  const answerAll = (): Choices =>
    Object.fromEntries(meldroute.nodes.map((node) => [node.id, chooseByChance(node, dice)]));
  for (let turn = 0; turn < turns; turn++) {
    const before = answerAll();
    const {visited} = walkMeldroute(meldroute, before);
    const node = visited[Math.floor(dice() * visited.length)]!;
    const changed = {...before, [node.id]: chooseByChance(node, dice)};
    const now = walkMeldroute(meldroute, changed);
    assert.ok(now.outcome.isComplete);
    let fresh: Choices = {};
    for (let {current} = walkMeldroute(meldroute, fresh); current; current = walkMeldroute(meldroute, fresh).current) {
      fresh = {...fresh, [current.id]: changed[current.id] ?? []};
    }
    assert.deepEqual(now, walkMeldroute(meldroute, fresh));
    const counted = now.visited.flatMap(({id, answers}) => answers.filter((one) => changed[id]?.includes(one.id)));
    const isCounted = (key: 'add' | 'flags', ids: readonly string[]): boolean =>
      ids.every((id) => counted.some((answer) => answer[key]?.includes(id)));
    assert.ok(isCounted('add', now.outcome.added), JSON.stringify(changed));
    assert.ok(isCounted('flags', now.outcome.flags), JSON.stringify(changed));
  }
}

/** Whoever may be involved, nazorg is offered that passes through nobody who may be. */
function checkNazorg(meldroute: Meldroute): void {
  const check = (choices: Choices, isPossible: (role: string) => boolean): void => {
    const {outcome} = walkMeldroute(meldroute, choices);
    assert.ok(outcome.isComplete);
    const offered = findRoutes(meldroute, outcome).filter(({id}) => id.startsWith('nazorg'));
    assert.ok(offered.some(({via = []}) => !via.some(isPossible)), JSON.stringify(choices));
  };
  // Nobody asked who it is about.
  check({start: ['support']}, () => true);
  const giving = new Set(meldroute.routes.filter(({id}) => id.startsWith('nazorg')).flatMap(({via = []}) => via));
  for (const whom of subsets([...giving, 'colleague', 'unknown'])) {
    if (whom.length === 0) continue;
    const way = {'start': ['signal'], 'danger': ['no'], 'about-gemeente': ['maybe'], 'about-whom': whom};
    const rest = {'what-known': ['feeling'], 'name-safe': ['yes']};
    for (const self of ['shaken', 'threatened', 'danger']) {
      check({...way, ...rest, self: [self]}, (role) => whom.includes('unknown') || whom.includes(role));
    }
  }
}

/** Roles that are the same in the whole country: nobody can name them as involved. */
const outside = [
  'emergency', 'police', 'inspection', 'veilig-thuis', 'comensha', 'anonymous-tips', 'nidos', 'lkha',
  'suicide-prevention',
];

function checkRoles(meldroute: Meldroute): void {
  const own = meldroute.roles.filter((role) => !outside.includes(role));
  assert.deepEqual(own.filter((role) => !listInvolvable(meldroute).includes(role)), []);
}

const emptyStaff = {
  endpoints: [],
  handover: {id: 'handover', version: 1, steps: []},
  signs: [],
  signGroups: {},
  workplaces: [],
  cases: [],
  holidays: [],
  texts: {},
};

/** The sentences of one catalogue for staff, in Dutch. */
function readTexts(name: string): Readonly<Record<string, string>> {
  const path = new URL(`../../packages/content-staff/texts/nl/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

describe('the default meldroute', () => {
  const {meldroute, cards} = createSubject(standard);

  it('has only paths that end, none longer than 16 questions', (context) => {
    const {paths, longest, outcomes} = visitAll(meldroute);
    const count = paths.toLocaleString('en');
    context.diagnostic(`${count} paths, ${outcomes} different outcomes, at most ${longest} questions`);
    assert.ok(paths > 1_000_000n && longest <= LONGEST_PATH);
  });

  it('ends every path in a route with an actor, and none through someone involved', () => {
    checkPaths({...emptyStaff, meldroute, cards});
    checkInvolved({...emptyStaff, meldroute, cards});
    const texts = readTexts('meldroute');
    for (const {id} of meldroute.routes) assert.ok(texts[`route.${id}.actor`], `${id} has no actor`);
  });

  it('leads to 112 in at most two answers, and at once from every answer that names danger', () => {
    checkDanger(meldroute);
  });

  it('lets every role of the gemeente and the region be involved', () => checkRoles(meldroute));

  it('shows no route and no flag that contradicts what was said about consent', () => checkConsent(meldroute));

  it('keeps nothing of a way that is no longer walked', () => {
    checkAsked(meldroute);
    checkChanged(meldroute, 2000);
  });

  it('offers nazorg that passes through nobody who may be involved', () => checkNazorg(meldroute));
});

describe('the check of all paths', () => {
  const {meldroute, cards} = createSubject(standard);
  const staff = {...emptyStaff, meldroute, cards};
  const change = (id: string, part: Partial<MeldrouteRoute>): Meldroute => ({
    ...meldroute,
    routes: meldroute.routes.map((route) => (route.id === id ? {...route, ...part} : route)),
  });

  it('sees who is involved behind any number of closed routes', () => {
    const hidden = change('integrity-outside', {contacts: ['vertrouwenspersoon']});
    assert.throws(() => checkInvolved({...staff, meldroute: hidden}), /integrity-outside has no contact/);
    const shut = change('nazorg-outside', {via: ['leidinggevende']});
    assert.throws(() => checkInvolved({...staff, meldroute: shut}), /no route/);
  });

  it('sees a gemeente without a contact', () => {
    assert.throws(() => checkPaths({...staff, cards: cards.filter(({id}) => id !== 'veilig-thuis')}), /veilig-thuis/);
  });

  it('sees an answer that names danger and adds nothing, and danger that is asked about late', () => {
    const nodes = meldroute.nodes.map((node) => ({...node, answers: node.answers.map((one) => ({...one, add: []}))}));
    assert.throws(() => checkDanger({...meldroute, nodes}), /leads to no 112/);
    assert.throws(() => checkDanger({...meldroute, start: 'about-gemeente'}), /does not ask about danger/);
  });

  it('sees what contradicts a no, and answers that outlive a change', () => {
    const changeAnswer = (place: string, part: object): Meldroute => ({
      ...meldroute,
      nodes: meldroute.nodes.map((node) => ({
        ...node,
        answers: node.answers.map((answer) => (`${node.id}/${answer.id}` === place ? {...answer, ...part} : answer)),
      })),
    });
    for (const [wrong, said] of [
      [changeAnswer('wants-help/no', {add: ['victim-care']}), /victim-care/],
      [changeAnswer('wants-help/no', {consent: {help: 'no'}}), /flag no-police/],
      [changeAnswer('consent/police-no', {flags: []}), /route police/],
      [changeAnswer('consent/help-no', {flags: []}), /route shelter/],
      [changeAnswer('consent/help-no', {add: ['registration']}), /route registration/],
      [changeAnswer('consent-young/police-no', {flags: []}), /route police/],
      [changeAnswer('consent-young/help-no', {flags: []}), /route shelter-child/],
      [changeAnswer('consent/police-yes', {flags: ['without-consent']}), /flag without-consent/],
      [changeAnswer('consent/sharing-no', {flags: ['may-share']}), /flag may-share/],
      [changeAnswer('shelter/yes', {add: ['police-without-consent']}), /route police-without-consent/],
      [change('police-today', {unless: []}), /route police-today/],
      [change('shelter', {when: {}}), /route shelter/],
      [change('anonymous-advice', {unless: []}), /route anonymous-advice/],
    ] as const) {
      assert.throws(() => checkConsent(wrong), said);
    }
    assert.throws(() => checkAsked(changeAnswer('wants-help/help-only', {to: 'consent'})), /yes and wants-help\/help-only/);
  });

  it('sees nazorg that may pass through who is involved', () => {
    assert.throws(() => checkNazorg(change('nazorg-outside', {via: ['leidinggevende']})), /support/);
    assert.throws(() => checkNazorg(change('nazorg-doctor', {unless: []})), /unknown/);
  });

  it('sees a role that cannot be involved', () => {
    assert.throws(() => checkRoles({...meldroute, roles: [...meldroute.roles, 'archivist']}), /archivist/);
  });
});

describe('the meldroute of each sample gemeente', async () => {
  const samples = await compileSamples({endpoint: 'https://x.example/v1/signals', pages: 'https://x.example'});

  it('is there', () => assert.ok(samples.filter(({staff}) => staff.length > 0).length >= 4));

  for (const {staff: files} of samples) {
    const [first] = files;
    if (!first) continue;
    const {staff, gemeente} = first;
    it(`ends every path of ${gemeente.name} with a contact`, () => checkPaths(staff));
    it(`passes by whoever is involved in ${gemeente.name}`, () => {
      checkInvolved(staff);
      checkByChance(staff, 300);
    });
    it(`leads to 112 in at most two answers in ${gemeente.name}`, () => checkDanger(staff.meldroute));
    it(`lets every role be involved in ${gemeente.name}`, () => checkRoles(staff.meldroute));
    it(`contradicts nothing that was said about consent in ${gemeente.name}`, () => {
      checkConsent(staff.meldroute);
      checkAsked(staff.meldroute);
      checkChanged(staff.meldroute, 300);
    });
    it(`offers nazorg by who cannot be involved in ${gemeente.name}`, () => checkNazorg(staff.meldroute));
    for (const file of files) {
      it(`leaves nothing to find by inspection in ${gemeente.name}, in ${file.language}`, () => {
        const {meldroute, cards, texts, handover} = file.staff;
        const words = new Set(Object.keys(texts));
        assert.deepEqual(inspectMeldroute(meldroute, {cards, words, handover}), []);
      });
    }
  }
});
