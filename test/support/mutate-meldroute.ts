import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  inspectMeldroute,
  type MeldrouteCode,
  type MeldrouteFinding,
  type MeldrouteSurroundings,
} from '@baken/model/rules/inspect-meldroute';
import {
  END,
  type Meldroute,
  type MeldrouteAnswer,
  type MeldrouteNode,
  type MeldrouteRoute,
} from '@baken/model/rules/meldroute';
import {hasChannel} from '@baken/model/rules/walk-meldroute';

import {mutateJson} from './mutate-json.js';

/** A meldroute and what it stands among, to be changed in place. */
export interface Subject {
  meldroute: Meldroute;
  cards: MeldrouteSurroundings['cards'];
  /** Keys of words that are there. */
  readonly words: Set<string>;
}

/** A fault that was planted, and that inspection must find. */
interface Planted {
  readonly code: MeldrouteCode;
  /** Whether a finding with this code is about this fault. */
  readonly isMeant: (finding: MeldrouteFinding) => boolean;
  /** Whether later edits left the fault in place. */
  readonly isThere: (subject: Subject) => boolean;
}

/** A random number from 0 up to, and not with, 1: the same for the same seed. */
export type Dice = () => number;

/** Makes dice of a seed (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Takes one item by chance, or nothing from an empty list. */
const pick = <Item>(items: readonly Item[], dice: Dice): Item | undefined =>
  items[Math.floor(dice() * items.length)];

type Change = (subject: Subject, dice: Dice) => Planted | undefined;

const replace = <Item extends {readonly id: string}>(items: readonly Item[], next: Item): readonly Item[] =>
  items.map((item) => (item.id === next.id ? next : item));

function putNode(subject: Subject, node: MeldrouteNode): void {
  subject.meldroute = {...subject.meldroute, nodes: replace(subject.meldroute.nodes, node)};
}

function putRoute(subject: Subject, route: MeldrouteRoute): void {
  subject.meldroute = {...subject.meldroute, routes: replace(subject.meldroute.routes, route)};
}

const without = <Item extends object>(item: Item, key: keyof Item): Item => {
  const rest = {...item};
  delete rest[key];
  return rest;
};

const at = (code: MeldrouteCode, path: string, isThere: Planted['isThere']): Planted => ({
  code,
  isMeant: (finding) => finding.path === path,
  isThere,
});

const isLed = ({kind}: MeldrouteNode): boolean => kind === 'many' || kind === 'consent';

const nodeOf = ({meldroute}: Subject, id: string): MeldrouteNode | undefined =>
  meldroute.nodes.find((node) => node.id === id);

const routeOf = ({meldroute}: Subject, id: string): MeldrouteRoute | undefined =>
  meldroute.routes.find((route) => route.id === id);

/** Where a node leads, each target that is written. */
const listWritten = (node: MeldrouteNode | undefined): readonly string[] =>
  node ? [node, ...node.answers].flatMap(({to}) => to ?? []) : [];

/** All nodes that can come after a node. */
function listLater(subject: Subject, from: string): ReadonlySet<string> {
  const later = new Set(listWritten(nodeOf(subject, from)));
  for (const id of later) for (const next of listWritten(nodeOf(subject, id))) later.add(next);
  return later;
}

/** A new question to which nothing leads. */
const addUnreachable: Change = (subject, dice) => {
  const id = `lonely-${subject.meldroute.nodes.length}`;
  const to = pick(subject.meldroute.nodes, dice)?.id ?? END;
  const node: MeldrouteNode = {id, kind: 'one', answers: [{id: 'yes', to}, {id: 'no', to: END}]};
  subject.meldroute = {...subject.meldroute, nodes: [...subject.meldroute.nodes, node]};
  for (const key of [`node.${id}.title`, `answer.${id}.yes.label`, `answer.${id}.no.label`]) subject.words.add(key);
  const isLonely = ({meldroute}: Subject): boolean => !meldroute.nodes.some((one) => listWritten(one).includes(id));
  return at('unreachable', `nodes/${id}`, isLonely);
};

/** A `to` that is gone, of a node or of one of its answers. */
const cutTarget: Change = (subject, dice) => {
  const node = pick(subject.meldroute.nodes, dice);
  const answer = node && pick(node.answers, dice);
  if (!node || !answer) return undefined;
  if (isLed(node)) {
    putNode(subject, without(node, 'to'));
    return at('dead-end', `nodes/${node.id}/to`, (now) => nodeOf(now, node.id)?.to === undefined);
  }
  const answers = node.answers.map((one) =>
    one === answer ? without(one, 'to') : {...one, to: one.to ?? node.to ?? END},
  );
  putNode(subject, {...without(node, 'to'), answers});
  return at('dead-end', `nodes/${node.id}/answers/${answer.id}/to`, (now) => {
    const there = nodeOf(now, node.id);
    return (there?.answers.find(({id}) => id === answer.id)?.to ?? there?.to) === undefined;
  });
};

/** A question that leads only to itself. */
const closeLoop: Change = (subject, dice) => {
  const node = pick(subject.meldroute.nodes, dice);
  if (!node) return undefined;
  putNode(subject, {...node, to: node.id, answers: node.answers.map((answer) => without(answer, 'to'))});
  return at('dead-end', `nodes/${node.id}`, (now) => {
    const there = nodeOf(now, node.id);
    return there?.to === node.id && listWritten(there).every((to) => to === node.id);
  });
};

/** A way back to a question that leads here. */
const leadBack: Change = (subject, dice) => {
  const node = pick(subject.meldroute.nodes, dice);
  if (!node) return undefined;
  const isBefore = ({id}: MeldrouteNode): boolean => id === node.id || listLater(subject, id).has(node.id);
  const to = pick(subject.meldroute.nodes.filter(isBefore), dice)?.id;
  const answer = pick(node.answers, dice);
  if (to === undefined || !answer) return undefined;
  putNode(subject, isLed(node) ? {...node, to} : {...node, answers: replace(node.answers, {...answer, to})});
  return {
    code: 'cycle',
    isMeant: ({details}) => {
      const nodes = String(details['nodes']).split(', ');
      return nodes.includes(node.id) && nodes.includes(to);
    },
    isThere: (now) => listLater(now, node.id).has(to) && listLater(now, to).has(node.id),
  };
};

const listCards = ({cards}: Subject, {contacts}: MeldrouteRoute): MeldrouteSurroundings['cards'] =>
  cards.filter(({id, roles}) => [id, ...roles].some((name) => contacts.includes(name)));

/** The contacts of a route are gone, or cannot be reached. */
const takeContacts: Change = (subject, dice) => {
  const route = pick(subject.meldroute.routes, dice);
  if (!route) return undefined;
  const named = listCards(subject, route);
  const isGone = dice() < 0.5;
  subject.cards = subject.cards.flatMap((card) => {
    if (!named.includes(card)) return [card];
    return isGone ? [] : [{id: card.id, name: card.name, languages: [], roles: card.roles, topics: []}];
  });
  return at('missing-contact', `routes/${route.id}/contacts`, (now) => {
    const there = routeOf(now, route.id);
    return there !== undefined && !listCards(now, there).some(hasChannel);
  });
};

/** A sentence is gone. */
const takeWord: Change = (subject, dice) => {
  const key = pick([...subject.words], dice);
  if (key === undefined) return undefined;
  subject.words.delete(key);
  return {
    code: 'missing-words',
    isMeant: ({details}) => details['key'] === key,
    isThere: ({words}) => !words.has(key),
  };
};

/** The roles that an answer can name as involved. */
const listInvolvable = ({meldroute}: Subject): readonly string[] => [
  ...new Set(meldroute.nodes.flatMap(({answers}) => answers.flatMap(({involves = []}) => involves))),
];

/** A route with only a contact that can be involved, which its `via` does not say. */
const hideInvolved: Change = (subject, dice) => {
  const hasCard = (role: string): boolean =>
    subject.cards.some((card) => card.roles.includes(role) && hasChannel(card));
  const role = pick(listInvolvable(subject).filter(hasCard), dice);
  const route = pick(subject.meldroute.routes, dice);
  if (!route || role === undefined) return undefined;
  const via = (route.via ?? []).filter((one) => one !== role);
  putRoute(subject, {...without(without(route, 'unless'), 'when'), contacts: [role], via});
  return at('involved-contact', `routes/${route.id}/contacts`, (now) => {
    const there = routeOf(now, route.id);
    const isOnly = there?.contacts.length === 1 && there.contacts[0] === role;
    return isOnly && !there.via?.includes(role) && listCards(now, there).some(hasChannel);
  });
};

/** A route and all that can take its place. */
function listWays(subject: Subject, id: string): readonly MeldrouteRoute[] {
  const ids = new Set([id]);
  for (const next of ids) for (const other of routeOf(subject, next)?.instead ?? []) ids.add(other);
  return subject.meldroute.routes.filter((route) => ids.has(route.id));
}

/** All that takes the place of a route passes through someone who can be involved. */
const shutWays: Change = (subject, dice) => {
  const role = pick(listInvolvable(subject), dice);
  const added = subject.meldroute.nodes.flatMap(({answers}) => answers.flatMap(({add = []}) => add));
  const route = pick(subject.meldroute.routes.filter(({id, always}) => always || added.includes(id)), dice);
  if (!route || role === undefined) return undefined;
  for (const way of listWays(subject, route.id)) {
    putRoute(subject, {...way, via: [...new Set([...(way.via ?? []), role])]});
  }
  return at('no-way-around', `routes/${route.id}/instead`, (now) =>
    listWays(now, route.id).every(({via}) => via?.includes(role)),
  );
};

/** The faults that can be planted, by name. */
export const faults: Readonly<Record<string, Change>> = {
  addUnreachable,
  cutTarget,
  closeLoop,
  leadBack,
  takeContacts,
  takeWord,
  hideInvolved,
  shutWays,
};

const deadlines: readonly MeldrouteRoute['deadline'][] = [
  {kind: 'today'},
  {kind: 'workdays', days: 3},
  {kind: 'free'},
];

/** An answer that does nothing, leading where another one leads. */
const addAnswer: Change = (subject, dice) => {
  const node = pick(subject.meldroute.nodes.filter(({kind}) => kind === 'one' || kind === 'many'), dice);
  const like = node && pick(node.answers, dice);
  if (!node || !like) return undefined;
  const answer: MeldrouteAnswer = {id: `own-${node.answers.length}`, ...(like.to === undefined ? {} : {to: like.to})};
  putNode(subject, {...node, answers: [...node.answers, answer]});
  subject.words.add(`answer.${node.id}.${answer.id}.label`);
  return undefined;
};

/** An explanation in front of the last question. */
const addNote: Change = (subject) => {
  const {nodes} = subject.meldroute;
  const last = nodes.find((node) => node.to === END);
  if (!last || nodes.some(({id}) => id === 'own-note')) return undefined;
  const note: MeldrouteNode = {id: 'own-note', kind: 'note', to: END, answers: [{id: 'read'}]};
  subject.meldroute = {...subject.meldroute, nodes: [...nodes, note]};
  putNode(subject, {...last, to: note.id});
  for (const key of ['node.own-note.title', 'answer.own-note.read.label']) subject.words.add(key);
  return undefined;
};

const changeDeadline: Change = (subject, dice) => {
  const route = pick(subject.meldroute.routes, dice);
  const deadline = pick(deadlines, dice);
  if (route && deadline) putRoute(subject, {...route, deadline});
  return undefined;
};

const addContact: Change = (subject, dice) => {
  const id = `own-${subject.cards.length}`;
  const route = pick(subject.meldroute.routes, dice);
  if (!route) return undefined;
  subject.cards = [...subject.cards, {id, name: id, url: 'https://x.example/', languages: [], roles: [], topics: []}];
  putRoute(subject, {...route, contacts: [...route.contacts, id]});
  return undefined;
};

const changeOrder: Change = (subject, dice) => {
  const {nodes, routes} = subject.meldroute;
  const turn = Math.floor(dice() * nodes.length);
  subject.meldroute = {
    ...subject.meldroute,
    nodes: [...nodes.slice(turn), ...nodes.slice(0, turn)],
    routes: [...routes].reverse(),
  };
  return undefined;
};

/** Edits that a gemeente may well make, and that leave nothing wrong. */
const harmless: readonly Change[] = [addAnswer, addNote, changeDeadline, addContact, changeOrder];

/** How many edits were tried, and how many faults of each kind were planted, and found. */
export interface EditCount {
  edits: number;
  readonly found: Record<string, number>;
}

/** A meldroute with a card for each contact that it names, and with each word that inspection asks for. */
export function createSubject(meldroute: Meldroute): Subject {
  const names = new Set(meldroute.routes.flatMap(({contacts, when = {}}) => [
    ...contacts,
    ...Object.values(when).flatMap((change) => change.contacts ?? []),
  ]));
  const cards = [...names].map((id) => ({
    id,
    name: id,
    url: 'https://x.example/',
    languages: [],
    roles: meldroute.roles.filter((role) => role === id),
    topics: [],
  }));
  const words = new Set<string>();
  inspectMeldroute(meldroute, {cards, words: (key) => words.add(key) !== undefined});
  return {meldroute, cards, words};
}

/**
 * Edits a meldroute again and again, and throws at the first fault that inspection misses, the first thing that it
 * finds after harmless edits only, and when it throws itself. By turns: one fault, several with harmless edits among
 * them, only harmless edits, and any damage at all.
 */
export function tryEdits(original: Subject, runs: number, seed: number): EditCount {
  const count: EditCount = {edits: 0, found: Object.fromEntries(Object.keys(faults).map((name) => [name, 0]))};
  const dice = createDice(seed);
  const names = Object.keys(faults);
  const anyDamage = mutateJson([original.meldroute]);
  let damaged: unknown[] = [];
  for (let run = 0; run < runs; run++) {
    const subject: Subject = {...original, words: new Set(original.words)};
    if (run % 4 === 3) {
      // In small lots: all at once would not fit in memory.
      if (damaged.length === 0) damaged = fc.sample(anyDamage, {numRuns: 200, seed: seed + run});
      inspectMeldroute(damaged.pop(), subject);
      count.edits++;
      continue;
    }
    const planted: [name: string, fault: Planted][] = [];
    const apply = (name: string | undefined): void => {
      const change = name === undefined ? pick(harmless, dice) : faults[name];
      const fault = change?.(subject, dice);
      if (name !== undefined && fault) planted.push([name, fault]);
      count.edits++;
    };
    const size = 2 + Math.floor(dice() * 4);
    if (run % 4 === 0) apply(names[(run / 4) % names.length]);
    else for (let done = 0; done < size; done++) apply(run % 4 === 1 && dice() < 0.7 ? pick(names, dice) : undefined);

    const findings = inspectMeldroute(subject.meldroute, subject);
    const show = (): string => `Run ${run} of seed ${seed}: ${JSON.stringify([findings, subject.meldroute])}`;
    if (run % 4 === 2) assert.deepEqual(findings, [], show());
    for (const [name, {code, isMeant, isThere}] of planted) {
      if (run % 4 === 1 && !isThere(subject)) continue;
      assert.ok(findings.some((finding) => finding.code === code && isMeant(finding)), `${name} is missed. ${show()}`);
      count.found[name] = (count.found[name] ?? 0) + 1;
    }
  }
  return count;
}
