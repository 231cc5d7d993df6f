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

/** By what outcomes are told apart; ids that are left out change nothing. */
type Marks = Pick<Meldroute, 'flags' | 'purposes' | 'roles'> & {readonly routes: readonly string[]};

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

/** What answers to one question do together: the marks that they set, after those that they clear. */
interface Effect {
  readonly to: string;
  readonly set: bigint;
  readonly clear: bigint;
}

/** The answers of a node of which at most one can be given; from a node with several, any of these lists can be. */
function listBranches({kind, answers}: MeldrouteNode): readonly (readonly MeldrouteAnswer[])[] {
  if (kind === 'many') return answers.map((answer) => [answer]);
  const purposes = [...new Set(answers.map(({purpose}) => purpose))];
  return purposes.map((one) => answers.filter(({purpose}) => purpose === one));
}

/** Counts the complete choices, and the questions on the longest path, from each node on. */
function countPaths(sorted: readonly MeldrouteNode[]): Pick<Enumeration, 'paths' | 'longest'> {
  const counted = new Map<string, Pick<Enumeration, 'paths' | 'longest'>>();
  const after = (target = END) => counted.get(target) ?? {paths: 1n, longest: 0};
  for (const node of sorted.toReversed()) {
    const isSeveral = node.kind === 'many' || node.kind === 'consent';
    const next = isSeveral ? [after(node.to)] : node.answers.map(({to = node.to}) => after(to));
    const ways = isSeveral ? listBranches(node).reduce((product, {length}) => product * BigInt(length + 1), 1n) : 1n;
    // To choose nothing is an answer only about consent.
    const choices = node.kind === 'many' ? ways - 1n : ways;
    counted.set(node.id, {
      paths: choices * next.reduce((sum, {paths}) => sum + paths, 0n),
      longest: 1 + Math.max(...next.map(({longest}) => longest)),
    });
  }
  return after(sorted[0]?.id);
}

/** As many marks as a number can hold, in two halves: what is done with each half is done in 32 bits. */
const [HALF, MOST] = [26, 52];
const LOW = 2 ** HALF;

/**
 * Walks all paths at once, node by node. Outcomes are told apart by the named routes, flags and roles, by all of them
 * when they are not named, and by consent for the named purposes. Throws when more than 52 of these can be set.
 */
export function enumerateOutcomes(meldroute: Meldroute, apart: Partial<Marks> = {}): Enumeration {
  const {routes, flags, roles, purposes}: Marks = {
    ...meldroute,
    routes: meldroute.routes.map(({id}) => id),
    purposes: [],
    ...apart,
  };
  const said = purposes.flatMap((purpose) => consentChoices.map((choice) => `${purpose} ${choice}`));
  const answers = meldroute.nodes.flatMap((node) => node.answers);
  const effectsOf = (answer: MeldrouteAnswer): readonly (readonly string[])[] => {
    const {add = [], flags: raised = [], involves = []} = answer;
    const consent = Object.entries(readConsent([answer])).map((one) => one.join(' '));
    return [add, [...raised, ...(involves.length > 0 ? [INTEGRITY] : [])], involves, consent];
  };
  // What no answer sets takes no place.
  const marks = [routes, flags, roles, said].map((ids, kind) => {
    const set = new Set(answers.flatMap((answer) => effectsOf(answer)[kind] ?? []));
    return ids.filter((id) => set.has(id));
  });
  const all = marks.flatMap((ids, kind) => ids.map((id) => `${kind} ${id}`));
  if (all.length > MOST) throw new Error(`${all.length} routes, flags, roles and consents: more than ${MOST}.`);
  const bits = (kind: number, ids: readonly string[] = []): bigint =>
    ids.reduce((mask, id) => {
      const index = all.indexOf(`${kind} ${id}`);
      return index < 0 ? mask : mask | (1n << BigInt(index));
    }, 0n);
  const effectOf = (answer: MeldrouteAnswer, to: string): Effect => {
    const effects = effectsOf(answer);
    // What was said last counts.
    const asked = new Set(effects[3]?.map((one) => one.split(' ')[0]));
    return {
      to,
      set: effects.reduce((mask, ids, kind) => mask | bits(kind, ids), 0n),
      clear: bits(3, said.filter((one) => asked.has(one.split(' ')[0]))),
    };
  };
  /** Everything that can be done in one node, each once. */
  const listEffects = (node: MeldrouteNode): readonly Effect[] => {
    const differ = (some: readonly Effect[]): readonly Effect[] =>
      [...new Map(some.map((one) => [`${one.to} ${one.set} ${one.clear}`, one])).values()];
    const {kind, to = END} = node;
    if (kind !== 'many' && kind !== 'consent') return differ(node.answers.map((one) => effectOf(one, one.to ?? to)));
    const none: Effect = {to, set: 0n, clear: 0n};
    const join = (one: Effect, next: Effect): Effect =>
      ({to, set: (one.set & ~next.clear) | next.set, clear: one.clear | next.clear});
    let some: readonly Effect[] = [];
    for (const branch of listBranches(node)) {
      const next = branch.map((answer) => effectOf(answer, to));
      some = differ([...some, ...[none, ...some].flatMap((one) => next.map((other) => join(one, other)))]);
    }
    // To choose nothing is an answer only about consent.
    return kind === 'many' ? some : differ([none, ...some]);
  };

  const sorted = sortNodes(meldroute);
  const arrived = new Map<string, Set<number>>([[meldroute.start, new Set([0])]]);
  const split = (mask: bigint): readonly [number, number] => [Number(mask) % LOW, Math.floor(Number(mask) / LOW)];
  for (const node of sorted) {
    const states = arrived.get(node.id) ?? new Set();
    arrived.delete(node.id);
    for (const {to, set, clear} of listEffects(node)) {
      const target = findNode(meldroute, to)?.id ?? END;
      const next = arrived.get(target) ?? new Set();
      arrived.set(target, next);
      const [[setLow, setHigh], [clearLow, clearHigh]] = [split(set), split(clear)];
      for (const state of states) {
        const low = ((state % LOW) & ~clearLow) | setLow;
        const high = (Math.floor(state / LOW) & ~clearHigh) | setHigh;
        next.add(high * LOW + low);
      }
    }
  }
  const lists = marks.map((ids, kind) => {
    const [maskLow, maskHigh] = split(bits(kind, ids));
    const known = new Map<number, readonly string[]>();
    return (state: number): readonly string[] => {
      const [low, high] = [(state % LOW) & maskLow, Math.floor(state / LOW) & maskHigh];
      const key = high * LOW + low;
      const there = known.get(key) ?? ids.filter((id) => {
        const [bitLow, bitHigh] = split(bits(kind, [id]));
        return (low & bitLow) | (high & bitHigh);
      });
      known.set(key, there);
      return there;
    };
  });
  const list = (kind: number, state: number): readonly string[] => lists[kind]?.(state) ?? [];
  return {
    ...countPaths(sorted),
    outcomes: [...(arrived.get(END) ?? [])].map((state) => ({
      added: list(0, state),
      flags: list(1, state),
      involved: list(2, state),
      consent: Object.fromEntries(list(3, state).map((one) => one.split(' '))) as Consent,
      isComplete: true,
    })),
  };
}
