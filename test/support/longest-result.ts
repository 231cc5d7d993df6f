import {
  type Choices,
  END,
  INTEGRITY,
  type Meldroute,
  type MeldrouteAnswer,
  type MeldrouteNode,
} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {findRoutes, type Outcome, resolveContacts, type Walk, walkMeldroute} from '@baken/model/rules/walk-meldroute';

import {
  makePlan,
  type Plan,
  type SpokenConsent,
} from '../../packages/elements/src/meldroute-wizard/meldroute-wizard-plan.js';
import {sayConsent} from '../../packages/elements/src/meldroute-wizard/meldroute-wizard-view.js';
import {StaffWords} from '../../packages/elements/src/parts/staff-words.js';
import {enumerateOutcomes} from './enumerate-outcomes.js';

/** The result with the most text on paper, and a way to come to it. */
export interface LongestResult {
  readonly choices: Choices;
  readonly outcome: Outcome;
  /** The moment at which it is the longest: who is closed then has someone else beside it. */
  readonly now: Date;
  /** All words on the sheet, in the order of the sheet. */
  readonly text: string;
}

/** Contacts of one step that stand on the sheet, besides the first and who is open in its place. */
const OTHERS = 2;

/** Results that are written out in full, of all that are measured. */
const WRITTEN = 6;

/** Night, office hours and a day off in the month with the longest name, and the days around Christmas. */
const moments: readonly Date[] = [
  '2026-09-23T01:30:00Z',
  '2026-09-23T12:30:00Z',
  '2026-09-26T09:30:00Z',
  '2026-12-24T12:30:00Z',
  '2026-12-24T22:30:00Z',
  '2026-12-25T12:30:00Z',
].map((moment) => new Date(moment));

/** Writes one step as it stands on the sheet. */
function writeStep({tag, day, time, again, title, actor, contact, instead, others, say, note, dont}: Plan['steps'][number],
  example: string): string {
  const contacts = [contact, instead, ...others.slice(0, OTHERS)].flatMap((one) => (one ? [one.card] : []));
  return [
    [tag, ...[day, time, again].filter(Boolean).map((part) => `, ${part}`)].join(''),
    title,
    actor,
    ...contacts.map((card) => {
      const mark = card.example ? ` ${example}` : '';
      return `${card.name}${mark}: ${card.phone?.shown ?? card.email ?? card.chat ?? card.url}`;
    }),
    [...say, note].filter(Boolean).join(' '),
    ...dont,
  ].filter(Boolean).join('\n');
}

/** Writes the whole sheet: the same words, in the same order, as the wizard prints. */
function writeSheet(plan: Plan, consent: readonly SpokenConsent[], words: StaffWords): string {
  return [
    words.get('wizard.print.title'),
    plan.made,
    ...plan.steps.map((step) => writeStep(step, words.get('example'))),
    words.get('wizard.dont.title'),
    ...plan.dont,
    ...(consent.length === 0 ? [] : [words.get('wizard.consent.title')]),
    ...consent.map(({label, said}) => `${label}: ${said}`),
  ].join('\n');
}

const writeWalk = (staff: CompiledStaff, words: StaffWords, walk: Walk, now: Date): string =>
  writeSheet(makePlan({staff, words, outcome: walk.outcome, made: now, now}), sayConsent(staff, walk, words), words);

/** Only what a route looks at: other flags change nothing that is shown. */
const listFlags = ({routes}: Meldroute): readonly string[] => [
  ...new Set([INTEGRITY, ...routes.flatMap(({unless = [], when = {}}) => [...unless, ...Object.keys(when)])]),
];

/** Answers that are chosen in one node: who of the gemeente is involved. */
interface Pick {
  readonly node: string;
  readonly chosen: readonly string[];
}

/** Each answer about who is involved alone, and all of them together. */
function listPicks({nodes}: Meldroute): readonly Pick[] {
  return nodes
    .filter(({answers}) => answers.some(({involves}) => involves?.length))
    .flatMap(({id: node, answers}) => {
      const ids = answers.map(({id}) => id);
      return [...ids.map((id) => ({node, chosen: [id]})), {node, chosen: ids}];
    });
}

/** The meldroute in which a node has one answer, that does what the picked ones do together. */
function withPick(meldroute: Meldroute, {node, chosen}: Pick): Meldroute {
  const merge = (one: MeldrouteNode): MeldrouteNode => {
    const answers = one.answers.filter(({id}) => chosen.includes(id));
    return {
      ...one,
      kind: 'one',
      answers: [{
        id: 'picked',
        add: answers.flatMap(({add = []}) => add),
        flags: answers.flatMap(({flags = []}) => flags),
        involves: answers.flatMap(({involves = []}) => involves),
      }],
    };
  };
  /** Without the ways past it: they come to no result about someone of the gemeente. */
  const leadThere = (one: MeldrouteNode): MeldrouteNode => {
    const answers = one.answers.filter(({to}) => to === node);
    return answers.length > 0 ? {...one, answers} : one;
  };
  return {...meldroute, nodes: meldroute.nodes.map((one) => (one.id === node ? merge(one) : leadThere(one)))};
}

const enumerated = new Map<string, readonly Outcome[]>();

/** Every outcome that differs in routes or in what they look at; the same questions are walked once. */
function listOutcomes(meldroute: Meldroute, pick: Pick | undefined): readonly Outcome[] {
  const flags = listFlags(meldroute);
  const key = JSON.stringify([meldroute.start, meldroute.nodes, meldroute.routes.map(({id}) => id), flags, pick]);
  const isWanted = (outcome: Outcome) => outcome.flags.includes(INTEGRITY) === (pick !== undefined);
  const there = enumerated.get(key)
    ?? enumerateOutcomes(pick ? withPick(meldroute, pick) : meldroute, {roles: [], flags}).outcomes.filter(isWanted);
  enumerated.set(key, there);
  return there;
}

interface Measured {
  readonly outcome: Outcome;
  readonly pick: Pick | undefined;
  readonly length: number;
}

/** Measures every outcome by the text of its steps, and keeps the longest. */
function measureAll(
  staff: CompiledStaff,
  words: StaffWords,
  now: Date,
  picks: readonly (Pick | undefined)[],
): readonly Measured[] {
  const {meldroute, cards} = staff.staff;
  const {routes} = meldroute;
  const lengths = new Map<string, number>();
  const indexOf = new Map(routes.map(({id}, index) => [id, index]));
  const always = routes.flatMap((route, index) => (route.always ? [index] : []));
  const tables = new Map<string, readonly (readonly [open: number, length: number])[]>();
  /** For each route: the one that is open in its place, and how long it is on the sheet. */
  const tableOf = (flags: readonly string[], involved: readonly string[]) => {
    const key = `${flags.join()} ${involved.join()}`;
    const there = tables.get(key);
    if (there) return there;
    const table = routes.map(({id}): readonly [number, number] => {
      const outcome = {added: [id], flags, involved, consent: {}, isComplete: false};
      const [open] = findRoutes(meldroute, outcome);
      if (!open) return [-1, 0];
      // What a step says depends on these alone.
      const said = JSON.stringify([open.id, open.deadline, resolveContacts(open, cards, involved).map((card) => card.id)]);
      const length = lengths.get(said)
        ?? makePlan({staff, words, outcome, made: now, now}).steps.reduce((sum, step) => sum + writeStep(step, '').length, 0);
      lengths.set(said, length);
      return [indexOf.get(open.id) ?? -1, length];
    });
    tables.set(key, table);
    return table;
  };
  const best: Measured[] = [];
  let least = 0;
  const seen = new Uint32Array(routes.length);
  let stamp = 0;
  for (const pick of picks) {
    const answers = meldroute.nodes.find(({id}) => id === pick?.node)?.answers ?? [];
    const involved = [
      ...new Set(answers.filter(({id}) => pick?.chosen.includes(id)).flatMap(({involves = []}) => involves)),
    ];
    for (const outcome of listOutcomes(meldroute, pick)) {
      const table = tableOf(outcome.flags, involved);
      stamp += 1;
      let length = 0;
      for (const index of [...outcome.added.map((id) => indexOf.get(id) ?? -1), ...always]) {
        const [open, text] = table[index] ?? [-1, 0];
        if (open < 0 || seen[open] === stamp) continue;
        seen[open] = stamp;
        length += text;
      }
      if (length <= least) continue;
      best.push({outcome: {...outcome, involved}, pick, length});
      if (best.length < WRITTEN * 2) continue;
      best.sort((one, other) => other.length - one.length).splice(WRITTEN);
      least = best.at(-1)?.length ?? 0;
    }
  }
  return best.sort((one, other) => other.length - one.length).slice(0, WRITTEN);
}

const subsets = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);

/** Every way to answer a node, of those that do the same only the one with the most words on paper. */
function listAnswers(
  {kind, to, answers}: MeldrouteNode,
  flags: readonly string[],
  wordOf: (choice: string) => string,
): readonly (readonly string[])[] {
  const effectOf = ({add, involves, to: next = to, ...answer}: MeldrouteAnswer): string =>
    JSON.stringify([next, add, involves, answer.flags?.filter((flag) => flags.includes(flag))]);
  const differ = (some: readonly MeldrouteAnswer[]): readonly MeldrouteAnswer[] =>
    [...new Map(some.map((answer) => [effectOf(answer), answer])).values()];
  if (kind === 'one' || kind === 'note') return differ(answers).map(({id}) => [id]);
  if (kind === 'many') return subsets(answers.map(({id}) => id)).filter((set) => set.length > 0);
  const purposes = [...new Set(answers.map(({purpose}) => purpose))];
  const lengthOf = ({choice}: MeldrouteAnswer): number => wordOf(choice ?? '').length;
  return purposes.reduce<readonly (readonly string[])[]>((sets, purpose) => {
    const unasked: MeldrouteAnswer = {id: '', to: to ?? END};
    const ways = [unasked, ...answers.filter((answer) => answer.purpose === purpose)];
    const longestLast = ways.toSorted((one, other) => lengthOf(one) - lengthOf(other));
    return sets.flatMap((set) => differ(longestLast).map(({id}) => (id ? [...set, id] : set)));
  }, [[]]);
}

/** The routes that answers from each node on can add. */
function listAhead({nodes}: Meldroute): ReadonlyMap<string, ReadonlySet<string>> {
  const ahead = new Map(nodes.map(({id, answers}) => [id, new Set(answers.flatMap(({add = []}) => add))]));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const node of nodes) {
      const here = ahead.get(node.id) ?? new Set();
      const before = here.size;
      for (const {to = node.to ?? END} of [...node.answers, node]) for (const id of ahead.get(to) ?? []) here.add(id);
      isChanged ||= here.size > before;
    }
  }
  return ahead;
}

/** Finds answers that come to an outcome. Throws when no path does: the enumeration is then wrong. */
function findChoices({staff}: CompiledStaff, words: StaffWords, {outcome: target, pick}: Measured): Choices {
  const {meldroute} = staff;
  const flags = listFlags(meldroute);
  const ahead = listAhead(meldroute);
  const [added, set, involved] = [new Set(target.added), new Set(target.flags), new Set(target.involved)];
  const wordOf = (choice: string): string => words.get(choice ? `consent.${choice}` : 'wizard.consent.unasked');
  const failed = new Set<string>();
  const nodes = new Map(meldroute.nodes.map((node) => {
    const allowed = node.answers.filter(
      (answer) =>
        (answer.add ?? []).every((id) => added.has(id)) &&
        (answer.flags ?? []).every((flag) => set.has(flag) || !flags.includes(flag)) &&
        (answer.involves ?? []).every((role) => involved.has(role)),
    );
    const ways = node.id === pick?.node ? [pick.chosen] : listAnswers({...node, answers: allowed}, flags, wordOf);
    return [node.id, ways];
  }));
  const search = (choices: Choices): Choices | undefined => {
    const {current, outcome} = walkMeldroute(meldroute, choices);
    const relevant = outcome.flags.filter((flag) => flags.includes(flag));
    if (!current) {
      const isThere = outcome.added.length === added.size && relevant.length === set.size
        && outcome.involved.length === involved.size;
      return isThere ? choices : undefined;
    }
    const key = [current.id, [...outcome.added].sort(), [...relevant].sort()].join(' ');
    const isLost = target.added.some((id) => !outcome.added.includes(id) && !ahead.get(current.id)?.has(id));
    if (isLost || failed.has(key)) return undefined;
    for (const chosen of nodes.get(current.id) ?? []) {
      const found = search({...choices, [current.id]: chosen});
      if (found) return found;
    }
    failed.add(key);
    return undefined;
  };
  const found = search({});
  if (!found) throw new Error(`No path comes to ${JSON.stringify(target)}.`);
  return found;
}

/**
 * Finds the result of a gemeente with the most text on paper. All outcomes are enumerated and measured by the text of
 * their steps, at night, when most contacts have another beside them. The longest are then written out in full, with a
 * path that comes there, at many moments, and the longest of these is taken. With `integrity` the results about someone
 * of the gemeente: each answer about who is involved alone, and all of them.
 */
export function findLongest(staff: CompiledStaff, {integrity}: {integrity: boolean}): LongestResult {
  const words = new StaffWords(staff);
  const {meldroute} = staff.staff;
  const [night = new Date()] = moments;
  let longest: LongestResult | undefined;
  for (const measured of measureAll(staff, words, night, integrity ? listPicks(meldroute) : [undefined])) {
    const choices = findChoices(staff, words, measured);
    const walk = walkMeldroute(meldroute, choices);
    for (const now of longest ? [longest.now] : moments) {
      const text = writeWalk(staff, words, walk, now);
      if (text.length > (longest?.text.length ?? 0)) longest = {choices, outcome: walk.outcome, now, text};
    }
  }
  if (!longest) throw new Error(`${staff.gemeente.id} has no such result.`);
  return longest;
}
