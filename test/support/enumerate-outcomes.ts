import {END, INTEGRITY, type Meldroute, type MeldrouteAnswer, type MeldrouteNode} from '@baken/model/rules/meldroute';
import {findNode, type Outcome} from '@baken/model/rules/walk-meldroute';

/** Every path through a meldroute, with paths that come to the same taken together. */
export interface Enumeration {
  /** How many different complete choices there are. */
  readonly paths: bigint;
  /** The most questions on a path. */
  readonly longest: number;
  /** Every outcome that differs in routes, flags or roles; consent is left out, it decides nothing by itself. */
  readonly outcomes: readonly Outcome[];
}

/** Paths that came to one place with the same effects: how many, and the most questions on one of them. */
interface Paths {
  readonly paths: bigint;
  readonly longest: number;
}

/** Paths by effects: one bit for each route, flag and role. */
type States = Map<bigint, Paths>;

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
  effectsOf: (answer: MeldrouteAnswer) => bigint,
): States {
  const branches =
    kind === 'consent'
      ? [...new Set(answers.map(({purpose}) => purpose))].map((one) => answers.filter(({purpose}) => purpose === one))
      : answers.map((answer) => [answer]);
  let states: States = new Map([[start, paths]]);
  for (const branch of branches) {
    const next: States = new Map(states);
    for (const [effects, some] of states) for (const answer of branch) put(next, effects | effectsOf(answer), some);
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

/** Walks all paths at once, node by node. `roles` and `flags` are those to tell outcomes apart by; all without them. */
export function enumerateOutcomes(
  meldroute: Meldroute,
  {roles = meldroute.roles, flags = meldroute.flags}: Partial<Pick<Meldroute, 'roles' | 'flags'>> = {},
): Enumeration {
  const routes = meldroute.routes.map(({id}) => id);
  const [routeBits, flagBits, roleBits] = [0, routes.length, routes.length + flags.length];
  const bits = (ids: readonly string[] = [], all: readonly string[], from: number): bigint =>
    ids.reduce((mask, id) => (all.includes(id) ? mask | (1n << BigInt(from + all.indexOf(id))) : mask), 0n);
  const list = (mask: bigint, all: readonly string[], from: number): readonly string[] =>
    all.filter((_id, index) => (mask >> BigInt(from + index)) & 1n);
  const masks = new Map<MeldrouteAnswer, bigint>();
  for (const answer of meldroute.nodes.flatMap((node) => node.answers)) {
    const set = [...(answer.flags ?? []), ...(answer.involves?.length ? [INTEGRITY] : [])];
    const mask = bits(answer.add, routes, routeBits) | bits(set, flags, flagBits);
    masks.set(answer, mask | bits(answer.involves, roles, roleBits));
  }
  const effectsOf = (answer: MeldrouteAnswer): bigint => masks.get(answer) ?? 0n;

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
        for (const [effects, some] of answerSeveral(start, here, node, effectsOf)) put(next, effects, some);
        continue;
      }
      for (const answer of node.answers) put(arriveAt(answer.to ?? node.to), start | effectsOf(answer), here);
    }
  }
  const ends = [...(arrived.get(undefined) ?? [])];
  return {
    paths: ends.reduce((sum, [, {paths}]) => sum + paths, 0n),
    longest: ends.reduce((most, [, {longest}]) => Math.max(most, longest), 0),
    outcomes: ends.map(([effects]) => ({
      added: list(effects, routes, routeBits),
      flags: list(effects, flags, flagBits),
      involved: list(effects, roles, roleBits),
      consent: {},
      isComplete: true,
    })),
  };
}
