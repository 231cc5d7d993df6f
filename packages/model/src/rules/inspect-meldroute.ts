import type {CardContact} from './contact-card.js';
import type {Step} from './gemeente.js';
import {listUnasked} from './handover.js';
import {isMeldroute} from './inspect-meldroute-shape.js';
import {
  END,
  INTEGRITY,
  type Meldroute,
  type MeldrouteAnswer,
  type MeldrouteNode,
  type MeldrouteRoute,
} from './meldroute.js';
import {findOpen, hasChannel, listTargets, resolveContacts} from './walk-meldroute.js';

/** More questions than this nobody finishes. */
export const LONGEST_PATH = 16;

/** Everything that inspection can find; `inspectMeldroute` says what each means. */
export const meldrouteCodes = [
  'shape',
  'duplicate-id',
  'unknown-target',
  'unknown-route',
  'unknown-role',
  'unknown-flag',
  'unknown-purpose',
  'unknown-answer',
  'missing-answers',
  'note-answers',
  'consent-answer',
  'consent-id',
  'danger-without-emergency',
  'emergency-closed',
  'unreachable',
  'dead-end',
  'cycle',
  'long-path',
  'unused-route',
  'missing-contact',
  'involved-contact',
  'no-way-around',
  'empty-end',
  'missing-words',
  'handover-topic',
] as const;
export type MeldrouteCode = (typeof meldrouteCodes)[number];

/** Something wrong in a meldroute. `path` has ids for things that have one: `nodes/form/answers/sex/to`. */
export interface MeldrouteFinding {
  readonly code: MeldrouteCode;
  readonly path: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a meldroute stands among. */
export interface MeldrouteSurroundings {
  /** The contacts of this gemeente. */
  readonly cards: readonly CardContact[];
  /** The keys of all words there are, or what tells whether there is one. */
  readonly words: ReadonlySet<string> | ((key: string) => boolean);
  readonly handover?: {readonly steps: readonly Step[]};
}

/** What all checks read, and where they write. */
interface Inspection {
  readonly meldroute: Meldroute;
  readonly cards: readonly CardContact[];
  readonly nodes: ReadonlyMap<string, MeldrouteNode>;
  readonly routes: ReadonlyMap<string, MeldrouteRoute>;
  readonly exits: ReadonlyMap<MeldrouteNode, readonly (MeldrouteNode | undefined)[]>;
  /** All nodes that can come after a node. */
  readonly after: ReadonlyMap<MeldrouteNode, ReadonlySet<MeldrouteNode>>;
  /** The roles that an answer can name as involved. */
  readonly involvable: readonly string[];
  readonly report: (code: MeldrouteCode, path: string, details?: MeldrouteFinding['details']) => void;
}

/** Of two with the same id the first counts, as in a walk. */
function byId<Item extends {readonly id: string}>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) if (!found.has(item.id)) found.set(item.id, item);
  return found;
}

const pathOf = (node: MeldrouteNode, answer?: MeldrouteAnswer): string =>
  `nodes/${node.id}${answer ? `/answers/${answer.id}` : ''}`;

/** The nodes that a node leads to; nothing for the end. A target that does not exist is the end too, as in a walk. */
const listExits = (node: MeldrouteNode, nodes: Inspection['nodes']): readonly (MeldrouteNode | undefined)[] =>
  listTargets(node).flatMap((target) => (target === undefined ? [] : [nodes.get(target)]));

const nextOf = (node: MeldrouteNode, exits: Inspection['exits']): readonly MeldrouteNode[] =>
  (exits.get(node) ?? []).filter((next) => next !== undefined);

/** The contacts of a route, and those that a flag puts in their place, by their place in the data. */
const listContacts = ({contacts, when = {}}: MeldrouteRoute): readonly [key: string, contacts: readonly string[]][] => [
  ['contacts', contacts],
  ...Object.entries(when).flatMap(([flag, change]): [string, readonly string[]][] =>
    change.contacts ? [[`when/${flag}/contacts`, change.contacts]] : [],
  ),
];

/** The nodes that can be reached from some nodes, those themselves included. */
function reachFrom(starts: readonly MeldrouteNode[], exits: Inspection['exits']): ReadonlySet<MeldrouteNode> {
  const reached = new Set(starts);
  // A set that grows while it is walked: it visits what is added, once.
  for (const node of reached) for (const next of nextOf(node, exits)) reached.add(next);
  return reached;
}

/** The shortest way from a node to the first for which `isLast` holds, both included. */
function findWay(
  start: MeldrouteNode,
  exitsOf: (node: MeldrouteNode) => readonly (MeldrouteNode | undefined)[],
  isLast: (node: MeldrouteNode) => boolean,
): readonly MeldrouteNode[] | undefined {
  const ways: (readonly MeldrouteNode[])[] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const node = way.at(-1) ?? start;
    if (isLast(node)) return way;
    for (const next of exitsOf(node)) {
      if (!next || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

const showWay = (way: readonly MeldrouteNode[]): string => way.map(({id}) => id).join(' > ');

function checkIds({meldroute, report}: Inspection): void {
  const check = (ids: readonly string[], pathTo: (id: string) => string): void => {
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
      report('duplicate-id', pathTo(id), {id});
    }
  };
  const idsOf = (items: readonly {readonly id: string}[]): readonly string[] => items.map(({id}) => id);
  check([END, ...idsOf(meldroute.nodes)], (id) => `nodes/${id}`);
  check(idsOf(meldroute.routes), (id) => `routes/${id}`);
  for (const node of meldroute.nodes) check(idsOf(node.answers), (id) => `${pathOf(node)}/answers/${id}`);
  for (const key of ['roles', 'flags', 'purposes'] as const) check(meldroute[key], () => key);
}

function checkNames({meldroute, nodes, routes, involvable, report}: Inspection): void {
  const check = (
    code: MeldrouteCode,
    known: {readonly has: (id: string) => boolean},
    ids: readonly string[],
    path: string,
  ): void => {
    for (const id of ids) if (!known.has(id)) report(code, path, {id});
  };
  const targets = new Set([...nodes.keys(), END]);
  const roles = new Set(meldroute.roles);
  const flags = new Set(meldroute.flags);
  const purposes = new Set(meldroute.purposes);
  check('unknown-target', nodes, [meldroute.start], 'start');
  // An answer that involves a role sets this flag by itself.
  if (involvable.length > 0) check('unknown-flag', flags, [INTEGRITY], 'flags');
  for (const node of meldroute.nodes) {
    const {to = END, usual, answers} = node;
    check('unknown-target', targets, [to], `${pathOf(node)}/to`);
    if (usual !== undefined) check('unknown-answer', byId(answers), [usual], `${pathOf(node)}/usual`);
    for (const answer of answers) {
      const path = pathOf(node, answer);
      check('unknown-target', targets, [answer.to ?? END], `${path}/to`);
      check('unknown-route', routes, answer.add ?? [], `${path}/add`);
      check('unknown-flag', flags, answer.flags ?? [], `${path}/flags`);
      check('unknown-role', roles, answer.involves ?? [], `${path}/involves`);
      if (answer.purpose !== undefined) check('unknown-purpose', purposes, [answer.purpose], `${path}/purpose`);
      check('unknown-purpose', purposes, Object.keys(answer.consent ?? {}), `${path}/consent`);
    }
  }
  for (const {id, via = [], instead = [], unless = [], when = {}} of meldroute.routes) {
    check('unknown-role', roles, via, `routes/${id}/via`);
    check('unknown-route', routes, instead, `routes/${id}/instead`);
    check('unknown-flag', flags, unless, `routes/${id}/unless`);
    check('unknown-flag', flags, Object.keys(when), `routes/${id}/when`);
  }
}

function checkConsent(node: MeldrouteNode, answer: MeldrouteAnswer, report: Inspection['report']): void {
  const {id, purpose, choice} = answer;
  const path = pathOf(node, answer);
  if (purpose === undefined) report('consent-answer', `${path}/purpose`);
  if (choice === undefined) report('consent-answer', `${path}/choice`);
  if (purpose === undefined || choice === undefined) return;
  const expected = `${purpose}-${choice}`;
  if (id !== expected) report('consent-id', `${path}/id`, {expected});
}

function checkAnswers({meldroute, routes, report}: Inspection): void {
  for (const node of meldroute.nodes) {
    const {kind, answers, to} = node;
    const isLedByNode = kind === 'many' || kind === 'consent';
    if (answers.length === 0) report('missing-answers', `${pathOf(node)}/answers`);
    if (kind === 'note' && answers.length > 1) report('note-answers', `${pathOf(node)}/answers`);
    if (isLedByNode && to === undefined) report('dead-end', `${pathOf(node)}/to`);
    for (const answer of answers) {
      const path = pathOf(node, answer);
      if (!isLedByNode && (answer.to ?? to) === undefined) report('dead-end', `${path}/to`);
      const isCalled = answer.add?.some((id) => routes.get(id)?.emergency);
      if (answer.danger && !isCalled) report('danger-without-emergency', `${path}/add`);
      if (kind === 'consent') checkConsent(node, answer, report);
    }
  }
}

/** The shortest way that leads back to where it starts, among nodes that all lead to each other. */
function findLoop(together: readonly MeldrouteNode[], exits: Inspection['exits']): readonly MeldrouteNode[] {
  const loops = together.flatMap((node) =>
    (exits.get(node) ?? []).flatMap((next) => {
      const way = next && findWay(next, (one) => exits.get(one) ?? [], (one) => one === node);
      return way ? [[node, ...way]] : [];
    }),
  );
  return loops.reduce((shortest, loop) => (loop.length < shortest.length ? loop : shortest));
}

function checkPaths({meldroute, nodes, exits, after, report}: Inspection): void {
  const start = nodes.get(meldroute.start);
  const reached = reachFrom(start ? [start] : [], exits);
  const inLoop = new Set<MeldrouteNode>();
  for (const node of nodes.values()) {
    if (!reached.has(node)) report('unreachable', pathOf(node));
    const later = after.get(node) ?? new Set();
    if (!later.has(node)) continue;
    const together = [...nodes.values()].filter((other) => later.has(other) && after.get(other)?.has(node));
    const isClosed = together.length === later.size && !together.some((one) => exits.get(one)?.includes(undefined));
    if (isClosed) report('dead-end', pathOf(node));
    if (inLoop.has(node)) continue;
    for (const one of together) inLoop.add(one);
    const way = findLoop(together, exits);
    report('cycle', pathOf(node), {nodes: together.map(({id}) => id).join(', '), way: showWay(way)});
  }
  if ([...reached].some((node) => inLoop.has(node))) return;
  let questions = 0;
  let layer: ReadonlySet<MeldrouteNode> = new Set(start ? [start] : []);
  for (; layer.size > 0; questions++) layer = new Set([...layer].flatMap((node) => nextOf(node, exits)));
  if (questions > LONGEST_PATH) report('long-path', 'nodes', {questions, longest: LONGEST_PATH});
}

/** Leaves out what is not needed for `fails` to hold. */
function shrink(items: readonly string[], fails: (items: readonly string[]) => boolean): readonly string[] {
  return items.reduce((kept, item) => {
    const fewer = kept.filter((other) => other !== item);
    return fails(fewer) ? fewer : kept;
  }, items);
}

function checkRoutes(inspection: Inspection): void {
  const {meldroute, cards, routes, involvable, report} = inspection;
  const answers = meldroute.nodes.flatMap((node) => node.answers);
  const flags = [...new Set(answers.flatMap((answer) => answer.flags ?? []))];
  const wanted = new Set(answers.flatMap(({add = []}) => add));
  for (const route of meldroute.routes) if (route.always || route.unread) wanted.add(route.id);
  const used = new Set(wanted);
  // A set that grows while it is walked: it visits what is added, once.
  for (const id of used) for (const other of routes.get(id)?.instead ?? []) used.add(other);

  for (const route of routes.values()) {
    const path = `routes/${route.id}`;
    const {via = [], unless = []} = route;
    if (!used.has(route.id)) report('unused-route', path);
    const closing = via.filter((role) => involvable.includes(role));
    if (route.emergency && closing.length + unless.length > 0) {
      report('emergency-closed', path, {names: [...closing, ...unless].join(', ')});
    }
    for (const [key, contacts] of listContacts(route)) {
      const channels = resolveContacts({contacts}, cards, []).filter(hasChannel);
      if (channels.length === 0) report('missing-contact', `${path}/${key}`, {contacts: contacts.join(', ')});
      // Who is involved closes the route, or takes away contacts; the more roles, the more contacts.
      const others = involvable.filter((role) => !via.includes(role));
      const isEmpty = (roles: readonly string[]): boolean =>
        resolveContacts({contacts}, channels, roles).length === 0;
      if (channels.length === 0 || unless.includes(INTEGRITY) || !isEmpty(others)) continue;
      report('involved-contact', `${path}/${key}`, {roles: shrink(others, isEmpty).join(', ')});
    }
    // What closes a route, closes it with more roles and flags too: if a way is open with all of them, it always is.
    const isShut = (roles: readonly string[], set: readonly string[]): boolean =>
      findOpen(meldroute, route.id, {involved: roles, flags: set}) === undefined;
    if (!wanted.has(route.id) || !isShut(involvable, flags)) continue;
    const roles = shrink(involvable, (fewer) => isShut(fewer, flags));
    const names = [...roles, ...shrink(flags, (fewer) => isShut(roles, fewer))];
    report('no-way-around', `${path}/instead`, {names: names.join(', ')});
  }
}

/** Looks for a way to the end on which no route with a contact is added, when nobody is involved. */
function checkEnds({meldroute, cards, nodes, exits, report}: Inspection): void {
  const isUsable = (id: string): boolean => {
    const open = findOpen(meldroute, id, {involved: [], flags: []});
    return open !== undefined && resolveContacts(open, cards, []).some(hasChannel);
  };
  const start = nodes.get(meldroute.start);
  if (!start || meldroute.routes.some((route) => route.always && isUsable(route.id))) return;
  const isBare = ({add = []}: MeldrouteAnswer): boolean => !add.some(isUsable);
  const bareExits = (node: MeldrouteNode): readonly (MeldrouteNode | undefined)[] => {
    const all = exits.get(node) ?? [];
    if (node.kind === 'consent' || (node.kind === 'many' && node.answers.some(isBare))) return all;
    return node.kind === 'many' ? [] : listExits({...node, answers: node.answers.filter(isBare)}, nodes);
  };
  const way = findWay(start, bareExits, (node) => bareExits(node).includes(undefined));
  if (way) report('empty-end', pathOf(way.at(-1) ?? start), {way: showWay(way)});
}

function checkWords(inspection: Inspection, hasWords: (key: string) => boolean): void {
  const {meldroute, nodes, routes, report} = inspection;
  const check = (path: string, keys: readonly string[]): void => {
    for (const key of keys) if (!hasWords(key)) report('missing-words', path, {key});
  };
  for (const node of nodes.values()) {
    check(pathOf(node), [`node.${node.id}.title`]);
    for (const answer of node.answers) {
      const isConsent = node.kind === 'consent' && answer.choice !== undefined;
      check(pathOf(node, answer), [isConsent ? `consent.${answer.choice}` : `answer.${node.id}.${answer.id}.label`]);
    }
  }
  for (const id of routes.keys()) {
    check(`routes/${id}`, [`route.${id}.title`, `route.${id}.actor`, `route.${id}.say.1`]);
  }
  check('roles', meldroute.roles.map((id) => `role.${id}`));
  check('flags', meldroute.flags.map((id) => `flag.${id}`));
  check('purposes', meldroute.purposes.map((id) => `purpose.${id}.label`));
}

/**
 * Inspects a meldroute of any shape, and lists what is wrong; an empty list means that every path ends in a route with
 * a contact, whoever is involved. Never throws. The findings by code, with what their details hold:
 *
 * - `shape` a value has the wrong type, or is missing; nothing else is then inspected
 * - `duplicate-id` {id} it is there twice, or it is `end`
 * - `unknown-target`, `unknown-route`, `unknown-role`, `unknown-flag`, `unknown-purpose`, `unknown-answer` {id}
 *   nothing has this id; `unknown-answer` is about `usual`
 * - `missing-answers` a node has none
 * - `note-answers` a `note` has more than one answer
 * - `consent-answer` the purpose or the choice is missing, as the path says
 * - `consent-id` {expected} the id of the answer should be this
 * - `danger-without-emergency` the answer names danger and adds no emergency route
 * - `emergency-closed` {names} roles or flags close an emergency route
 * - `unreachable` no path leads to this node
 * - `dead-end` no `to` where one is needed, or (path of a node) from this node the end cannot be reached
 * - `cycle` {nodes, way} these nodes lead back to themselves; the way is the shortest
 * - `long-path` {questions, longest} a path has this many questions, more than the most allowed
 * - `unused-route` no answer adds it, and it stands in for none that is used
 * - `missing-contact` {contacts} this gemeente has no contact with a channel among these
 * - `involved-contact` {roles} when these are involved no contact is left, while the route stays open: name them in
 *   `via`, or add a contact
 * - `no-way-around` {names} with these roles and flags the route is closed, and so is all that takes its place
 * - `empty-end` {way} on this path no route with a contact is added
 * - `missing-words` {key}
 * - `handover-topic` {topic} a route registers, and no question of the handover is about this
 */
export function inspectMeldroute(data: unknown, surroundings: MeldrouteSurroundings): readonly MeldrouteFinding[] {
  const {cards, words, handover} = surroundings;
  const findings: MeldrouteFinding[] = [];
  const report: Inspection['report'] = (code, path, details = {}) => void findings.push({code, path, details});
  if (!isMeldroute(data, (path) => report('shape', path))) return findings;

  const nodes = new Map([...byId(data.nodes)].filter(([id]) => id !== END));
  const exits = new Map([...nodes.values()].map((node) => [node, listExits(node, nodes)]));
  const inspection: Inspection = {
    meldroute: data,
    cards,
    nodes,
    routes: byId(data.routes),
    exits,
    after: new Map([...nodes.values()].map((node) => [node, reachFrom(nextOf(node, exits), exits)])),
    involvable: [...new Set(data.nodes.flatMap(({answers}) => answers.flatMap(({involves = []}) => involves)))],
    report,
  };
  checkIds(inspection);
  checkNames(inspection);
  checkAnswers(inspection);
  checkPaths(inspection);
  checkRoutes(inspection);
  checkEnds(inspection);
  checkWords(inspection, (key) => (typeof words === 'function' ? words(key) : words.has(key)));
  if (handover && data.routes.some((route) => route.register)) {
    for (const topic of listUnasked(handover.steps)) report('handover-topic', 'handover/steps', {topic});
  }
  return findings;
}
