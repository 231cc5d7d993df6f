import {type Consent, readConsent} from '@baken/model/rules/consent';
import {
  consentChoices,
  END,
  INTEGRITY,
  type Meldroute,
  type MeldrouteAnswer,
  type MeldrouteNode,
} from '@baken/model/rules/meldroute';
import {findNode, type Outcome} from '@baken/model/rules/walk-meldroute';

/** Every path through a meldroute, with paths that come to the same taken together. */
export interface Enumeration {
  /** How many different complete choices there are. */
  readonly paths: bigint;
  /** The most questions on a path. */
  readonly longest: number;
  /** Every outcome that differs in routes, flags, roles or consent. */
  readonly outcomes: readonly Outcome[];
}

/** Paths that came to one place with the same effects: how many, and the most questions on one of them. */
interface Paths {
  readonly paths: bigint;
  readonly longest: number;
}

/** Paths by effects: one bit for each route, flag and role, and for each purpose with each choice. */
type States = Map<bigint, Paths>;

/** What comes of an answer after what came before. */
type Take = (effects: bigint, answer: MeldrouteAnswer) => bigint;

/** By what outcomes are told apart; ids that are left out change nothing. */
type Marks = Pick<Meldroute, 'flags' | 'purposes' | 'roles'> & {readonly routes: readonly string[]};

function put(states: States, effects: bigint, {paths, longest}: Paths): void {
  const there = states.get(effects);
  states.set(
    effects,
    there ? {paths: there.paths + paths, longest: Math.max(there.longest, longest)} : {paths, longest},
  );
}

/** The nodes, each one before those that it leads to. Throws when there is a cycle. */
function sortNodes(meldroute: Meldroute): readonly MeldrouteNode[] {
  const sorted: MeldrouteNode[] = [];
  const open = new Set<string>();
  const visit = (id: string): void => {
    const node = findNode(meldroute, id);
    if (!node || sorted.includes(node)) return;
    if (open.has(id)) throw new Error(`The meldroute has a cycle at ${id}: its paths have no number.`);
    open.add(id);
    for (const {to} of [...node.answers, node]) if (to !== undefined) visit(to);
    sorted.unshift(node);
  };
  visit(meldroute.start);
  return sorted;
}

/** What one state becomes in a node with several answers: each answer is given or not, or one for each purpose. */
function answerSeveral(
  start: bigint,
  paths: Paths,
  {kind, answers}: MeldrouteNode,
  take: Take,
): States {
  const branches =
    kind === 'consent'
      ? [...new Set(answers.map(({purpose}) => purpose))].map((one) => answers.filter(({purpose}) => purpose === one))
      : answers.map((answer) => [answer]);
  let states: States = new Map([[start, paths]]);
  for (const branch of branches) {
    const next: States = new Map(states);
    for (const [effects, some] of states) for (const answer of branch) put(next, take(effects, answer), some);
    states = next;
  }
  // To choose nothing is an answer only about consent.
  if (kind === 'many') {
    const rest = (states.get(start)?.paths ?? 0n) - paths.paths;
    if (rest > 0n) states.set(start, {...paths, paths: rest});
    else states.delete(start);
  }
  return states;
}

/**
 * Walks all paths at once, node by node. Outcomes are told apart by the named routes, flags and roles, by all of them
 * when they are not named, and by consent for the named purposes.
 */
export function enumerateOutcomes(meldroute: Meldroute, apart: Partial<Marks> = {}): Enumeration {
  const {routes, flags, roles, purposes}: Marks = {
    ...meldroute,
    routes: meldroute.routes.map(({id}) => id),
    purposes: [],
    ...apart,
  };
  const said = purposes.flatMap((purpose) => consentChoices.map((choice) => `${purpose} ${choice}`));
  const marks = [routes, flags, roles, said];
  const from = (kind: number): number => marks.slice(0, kind).flat().length;
  const bits = (kind: number, ids: readonly string[] = []): bigint => {
    const all = marks[kind] ?? [];
    return ids.reduce((mask, id) => (all.includes(id) ? mask | (1n << BigInt(from(kind) + all.indexOf(id))) : mask), 0n);
  };
  const list = (kind: number, mask: bigint): readonly string[] =>
    (marks[kind] ?? []).filter((_id, index) => (mask >> BigInt(from(kind) + index)) & 1n);
  const masks = new Map<MeldrouteAnswer, {readonly set: bigint; readonly clear: bigint}>();
  for (const answer of meldroute.nodes.flatMap((node) => node.answers)) {
    const raised = [...(answer.flags ?? []), ...(answer.involves?.length ? [INTEGRITY] : [])];
    const consent = readConsent([answer]);
    const says = Object.entries(consent).map((one) => one.join(' '));
    masks.set(answer, {
      set: bits(0, answer.add) | bits(1, raised) | bits(2, answer.involves) | bits(3, says),
      // What was said last counts.
      clear: bits(3, said.filter((one) => Object.hasOwn(consent, one.split(' ')[0] ?? ''))),
    });
  }
  const take: Take = (effects, answer) => {
    const {set = 0n, clear = 0n} = masks.get(answer) ?? {};
    return (effects & ~clear) | set;
  };

  const arrived = new Map<MeldrouteNode | undefined, States>([[findNode(meldroute, meldroute.start), new Map()]]);
  const arriveAt = (target = END): States => {
    const node = findNode(meldroute, target);
    const states = arrived.get(node) ?? new Map<bigint, Paths>();
    arrived.set(node, states);
    return states;
  };
  put(arriveAt(meldroute.start), 0n, {paths: 1n, longest: 0});
  for (const node of sortNodes(meldroute)) {
    for (const [start, {paths, longest}] of arrived.get(node) ?? []) {
      const here = {paths, longest: longest + 1};
      if (node.kind === 'many' || node.kind === 'consent') {
        const next = arriveAt(node.to);
        for (const [effects, some] of answerSeveral(start, here, node, take)) put(next, effects, some);
        continue;
      }
      for (const answer of node.answers) put(arriveAt(answer.to ?? node.to), take(start, answer), here);
    }
  }
  const ends = [...(arrived.get(undefined) ?? [])];
  return {
    paths: ends.reduce((sum, [, {paths}]) => sum + paths, 0n),
    longest: ends.reduce((most, [, {longest}]) => Math.max(most, longest), 0),
    outcomes: ends.map(([effects]) => ({
      added: list(0, effects),
      flags: list(1, effects),
      involved: list(2, effects),
      consent: Object.fromEntries(list(3, effects).map((one) => one.split(' '))) as Consent,
      isComplete: true,
    })),
  };
}
