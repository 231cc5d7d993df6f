import {type Answers, findRoute} from './answers.js';
import type {Step} from './gemeente.js';
import type {Choices} from './meldroute.js';
import {buildSignal, type Signal} from './signal.js';
import type {CompiledStaff, StaffData} from './staff.js';
import {findRoutes, type Outcome, walkMeldroute} from './walk-meldroute.js';

/** What makes a signal useful to whoever reads it: the five W's and by which means, and the question about each. */
export const handoverTopics = {
  what: 'facts',
  who: 'persons',
  where: 'location',
  when: 'moment',
  how: 'means',
  why: 'basis',
} as const;
export type HandoverTopic = keyof typeof handoverTopics;

const topics = Object.keys(handoverTopics) as readonly HandoverTopic[];

/** Lists the topics that no question asks about. */
export function listUnasked(steps: readonly Step[]): readonly HandoverTopic[] {
  const asked = steps.flatMap((step) => step.questions.map(({id}) => id));
  return topics.filter((topic) => !asked.includes(handoverTopics[topic]));
}

/** The public file with the questions of the handover in place of its own. */
function askHandover(file: CompiledStaff): CompiledStaff {
  const {id, version, steps} = file.staff.handover;
  return {...file, questionSet: `${id}@${version}`, steps, topics: {}};
}

/** Lists the topics that are asked about and still empty: what is incomplete, never how likely something is. */
export function listMissing(file: CompiledStaff, answers: Answers): readonly HandoverTopic[] {
  const {steps} = findRoute(askHandover(file), answers);
  const unasked = listUnasked(steps);
  return topics.filter((topic) => {
    const id = handoverTopics[topic];
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const isEmpty = answer === undefined || (typeof answer === 'string' ? answer.trim() : answer).length === 0;
    return isEmpty && !unasked.includes(topic);
  });
}

/**
 * Adds 112 to what came of the answers when one of these signs means danger now, as an answer does that names it.
 * It reads them by index: a page can replace the methods of lists, and would hear which signs were ticked.
 */
export function addDanger(
  {meldroute, signs}: Pick<StaffData, 'meldroute' | 'signs'>,
  outcome: Outcome,
  ticked: readonly string[],
): Outcome {
  for (let index = 0; index < signs.length; index++) {
    if (signs[index]?.weight !== 'NU') continue;
    for (let at = 0; at < ticked.length; at++) {
      if (ticked[at] !== signs[index]?.id) continue;
      const urgent = meldroute.routes.filter(({emergency}) => emergency).map(({id}) => id);
      return {...outcome, added: [...outcome.added, ...urgent]};
    }
  }
  return outcome;
}

/** Builds the signal of an employee: the handover, the way through the meldroute and the ticked signs. */
export function buildStaffSignal(from: {
  readonly file: CompiledStaff;
  readonly choices: Choices;
  readonly answers: Answers;
  /** Ids of the ticked signs; left out when the checklist was not used. */
  readonly checklist?: readonly string[] | undefined;
  readonly id: string;
  readonly now: Date;
  readonly version: string;
}): Signal {
  const {file, checklist, now} = from;
  const {meldroute} = file.staff;
  const {choices, outcome} = walkMeldroute(meldroute, from.choices);
  return {
    ...buildSignal({gemeente: askHandover(file), answers: from.answers, id: from.id, now, version: from.version}),
    channel: 'staff',
    // Exact: an employee's name is known anyway, and deadlines count from here.
    createdAt: now.toISOString(),
    ...(checklist ? {checklist: [...new Set(checklist)]} : {}),
    route: {
      meldroute: `${meldroute.id}@${meldroute.version}`,
      choices,
      routes: findRoutes(meldroute, addDanger(file.staff, outcome, checklist ?? [])).map(({id}) => id),
      flags: outcome.flags,
      consent: outcome.consent,
    },
  };
}
