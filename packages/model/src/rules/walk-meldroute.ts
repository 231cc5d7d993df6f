import type {CardContact} from './contact-card.js';
import {type Consent, pickConsent, readConsent} from './consent.js';
import type {Contact} from './gemeente.js';
import {
  type Choices,
  type Deadline,
  END,
  INTEGRITY,
  type Meldroute,
  type MeldrouteAnswer,
  type MeldrouteNode,
  type MeldrouteRoute,
} from './meldroute.js';
import type {StaffData, StaffEndpoint} from './staff.js';

/** What came of the answers so far. */
export interface Outcome {
  /** Ids of the routes that answers added, in the order of the path. */
  readonly added: readonly string[];
  readonly flags: readonly string[];
  /** Ids of the roles that are involved themselves. */
  readonly involved: readonly string[];
  readonly consent: Consent;
  /** Every question on the path has an answer. */
  readonly isComplete: boolean;
}

/** A way through the meldroute. */
export interface Walk {
  /** The answered nodes, in order. */
  readonly visited: readonly MeldrouteNode[];
  /** The first node without an answer; left out when there is none. */
  readonly current?: MeldrouteNode;
  /** The choices that count: those of the visited nodes. */
  readonly choices: Choices;
  readonly outcome: Outcome;
}

/** Where someone is: the number of the current question, and about how many come after it. */
export interface Progress {
  readonly number: number;
  readonly left: number;
}

/** Finds a node; nothing for the end. */
export function findNode(meldroute: Meldroute, id: string): MeldrouteNode | undefined {
  return id === END ? undefined : meldroute.nodes.find((node) => node.id === id);
}

/** Lists where a node can lead: one target for each answer of `one` and `note`; nothing where a target is missing. */
export function listTargets(node: MeldrouteNode): readonly (string | undefined)[] {
  if (node.kind === 'consent') return [node.to];
  if (node.kind === 'many') return node.answers.length > 0 ? [node.to] : [];
  return node.answers.map(({to}) => to ?? node.to);
}

/** The answers of a node that count, or nothing while it has no answer. Two answers where one is asked are none. */
function readAnswers(node: MeldrouteNode, choices: Choices): readonly MeldrouteAnswer[] | undefined {
  const given: unknown = choices[node.id];
  if (!Array.isArray(given)) return undefined;
  if (node.kind === 'consent') return pickConsent(node, given);
  const answers = node.answers.filter(({id}) => given.includes(id));
  const isAnswered = node.kind === 'many' ? answers.length > 0 : answers.length === 1;
  return isAnswered ? answers : undefined;
}

/**
 * Walks the meldroute with the choices so far. Choices count only while their node is on the path, so a changed mind
 * leaves nothing. A target that does not exist, or that was already visited, counts as the end: whoever is stuck must
 * see what to do.
 */
export function walkMeldroute(meldroute: Meldroute, choices: Choices): Walk {
  const visited: MeldrouteNode[] = [];
  const counted: MeldrouteAnswer[] = [];
  const kept: [node: string, chosen: readonly string[]][] = [];
  let current = findNode(meldroute, meldroute.start);
  while (current && !visited.includes(current)) {
    const answers = readAnswers(current, choices);
    if (!answers) break;
    visited.push(current);
    counted.push(...answers);
    kept.push([current.id, answers.map(({id}) => id)]);
    const [first] = current.kind === 'one' || current.kind === 'note' ? answers : [];
    current = findNode(meldroute, first?.to ?? current.to ?? END);
  }
  const involved = [...new Set(counted.flatMap(({involves = []}) => involves))];
  const isComplete = !current || visited.includes(current);
  return {
    visited,
    ...(current && !isComplete ? {current} : {}),
    choices: Object.fromEntries(kept),
    outcome: {
      added: [...new Set(counted.flatMap(({add = []}) => add))],
      flags: [...new Set([...counted.flatMap(({flags = []}) => flags), ...(involved.length > 0 ? [INTEGRITY] : [])])],
      involved,
      consent: readConsent(counted),
      isComplete,
    },
  };
}

/**
 * Adds to the involved roles every other role of who has one of them. One person can have two: closing only the role
 * that was named would still lead to that person, or let that person read the registration.
 */
export function spreadInvolved(
  involved: readonly string[],
  {meldroute: {roles}, cards}: Pick<StaffData, 'meldroute' | 'cards'>,
): readonly string[] {
  const theirs = cards
    .filter((card) => [card.id, ...card.roles].some((role) => involved.includes(role)))
    .flatMap((card) => card.roles.filter((role) => roles.includes(role)));
  return [...new Set([...involved, ...theirs])];
}

/** The fewest questions from each node to the end, that node included; a node that never ends is left out. */
function measureWays(meldroute: Meldroute): ReadonlyMap<string, number> {
  const ways = new Map<string, number>();
  const nodes = new Set(meldroute.nodes.map(({id}) => id));
  const wayFrom = (target = END): number =>
    target !== END && nodes.has(target) ? (ways.get(target) ?? Infinity) : 0;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const node of meldroute.nodes) {
      const way = 1 + Math.min(...listTargets(node).map(wayFrom));
      if (way >= (ways.get(node.id) ?? Infinity)) continue;
      ways.set(node.id, way);
      isChanged = true;
    }
  }
  return ways;
}

/** Says which question this is and about how many follow, with usual answers, or the shortest way without them. */
export function countQuestions(meldroute: Meldroute, choices: Choices): Progress {
  const {visited, current} = walkMeldroute(meldroute, choices);
  if (!current) return {number: visited.length, left: 0};
  const ways = measureWays(meldroute);
  const wayFrom = (target: string): number => ways.get(target) ?? (findNode(meldroute, target) ? Infinity : 0);
  const passed = new Set(visited);
  for (let node: MeldrouteNode | undefined = current; node && !passed.has(node); ) {
    passed.add(node);
    const {usual, to = END} = node;
    const usualAnswer = node.kind === 'one' ? node.answers.find(({id}) => id === usual) : undefined;
    const targets = usualAnswer ? [usualAnswer.to ?? to] : listTargets(node).map((target) => target ?? END);
    const shortest = Math.min(...targets.map(wayFrom));
    node = findNode(meldroute, targets.find((target) => wayFrom(target) === shortest) ?? END);
  }
  return {number: visited.length + 1, left: passed.size - visited.length - 1};
}

/** The flags, with `integrity` also when only the roles say so. */
const listFlags = ({flags, involved}: Pick<Outcome, 'flags' | 'involved'>): readonly string[] =>
  involved.length > 0 ? [...flags, INTEGRITY] : flags;

/** Finds the route itself when it is open, or else the first open one of those that take its place, near ones first. */
export function findOpen(
  meldroute: Meldroute,
  id: string,
  outcome: Pick<Outcome, 'flags' | 'involved'>,
): MeldrouteRoute | undefined {
  const flags = listFlags(outcome);
  const ids = new Set([id]);
  for (const next of ids) {
    const route = meldroute.routes.find((other) => other.id === next);
    if (!route) continue;
    const {via = [], unless = [], instead = []} = route;
    const isClosed = via.some((role) => outcome.involved.includes(role)) || unless.some((flag) => flags.includes(flag));
    if (!isClosed) return route;
    // A set that grows while it is walked: it visits what is added, once.
    for (const other of instead) ids.add(other);
  }
  return undefined;
}

/** The smaller, the sooner. */
function rankOf({emergency, deadline}: MeldrouteRoute): number {
  const ranks: Readonly<Record<Deadline['kind'], number>> = {now: 1, today: 2, workdays: 3, free: Number.MAX_VALUE};
  if (emergency) return 0;
  return ranks[deadline.kind] + (deadline.kind === 'workdays' ? deadline.days : 0);
}

/**
 * Lists the routes to show, the most urgent first, as the flags change them. Of a path that is not complete these are
 * the routes that are already certain; at the end come those that always stand there. With `endpoints` also those for
 * a signal about someone of the gemeente that none of them may receive.
 */
export function findRoutes(
  meldroute: Meldroute,
  outcome: Outcome,
  endpoints?: readonly StaffEndpoint[],
): readonly MeldrouteRoute[] {
  const isUnread = endpoints && listFlags(outcome).includes(INTEGRITY) && !findEndpoint(endpoints, outcome);
  const always = outcome.isComplete
    ? meldroute.routes.filter((route) => route.always || (isUnread && route.unread)).map(({id}) => id)
    : [];
  const open = new Set([...outcome.added, ...always].map((id) => findOpen(meldroute, id, outcome)));
  const flags = listFlags(outcome);
  return meldroute.routes
    .filter((route) => open.has(route))
    .map((route) =>
      Object.entries(route.when ?? {}).reduce(
        (changed, [flag, change]) => (flags.includes(flag) ? {...changed, ...change} : changed),
        route,
      ),
    )
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** Lists the contacts of a route that this gemeente has, the one to use first, without those that are involved. */
export function resolveContacts(
  route: Pick<MeldrouteRoute, 'contacts'>,
  cards: readonly CardContact[],
  involved: readonly string[],
): readonly CardContact[] {
  const named = route.contacts.flatMap((name) => [
    ...cards.filter(({id}) => id === name),
    ...cards.filter(({roles}) => roles.includes(name)),
  ]);
  return [...new Set(named)].filter(({id, roles}) => ![id, ...roles].some((role) => involved.includes(role)));
}

/** Tells whether someone can be reached there, by phone, chat, web or e-mail. */
export function hasChannel({phone, chat, url, email}: Contact): boolean {
  return [phone, chat, url, email].some((channel) => channel !== undefined);
}

/**
 * Finds where the signal may be registered, or nothing: registering is then refused. A signal about someone of the
 * gemeente goes only to an endpoint for such signals, of which every reader is known and none is involved.
 */
export function findEndpoint(
  endpoints: readonly StaffEndpoint[],
  outcome: Pick<Outcome, 'flags' | 'involved'>,
): StaffEndpoint | undefined {
  if (!listFlags(outcome).includes(INTEGRITY)) return endpoints.find(({integrity}) => !integrity);
  return endpoints.find(
    ({integrity, readers}) =>
      integrity && readers.length > 0 && !readers.some((role) => outcome.involved.includes(role)),
  );
}
