import type {ConsentChoice, MeldrouteAnswer, MeldrouteNode} from './meldroute.js';

/** What someone said about one purpose; `unasked` is nothing yet. */
export type ConsentState = 'unasked' | ConsentChoice;

/** Consent by purpose; a purpose that was not asked is left out. */
export type Consent = Readonly<Record<string, ConsentChoice>>;

/** What can be said next: a yes can be withdrawn, a no can become a yes, and who answered is not asked again later. */
export const consentSteps: Readonly<Record<ConsentState, readonly ConsentChoice[]>> = {
  unasked: ['yes', 'no', 'later'],
  later: ['yes', 'no'],
  yes: ['no'],
  no: ['yes'],
};

/** Takes one step for one purpose; a step that does not exist changes nothing. */
export function changeConsent(state: ConsentState, choice: ConsentChoice): ConsentState {
  return consentSteps[state].includes(choice) ? choice : state;
}

/** Lists the answers of a `consent` node that count: a purpose with two answers has none. */
export function pickConsent(node: MeldrouteNode, chosen: readonly string[]): readonly MeldrouteAnswer[] {
  const picked = node.answers.filter(({id, purpose}) => purpose !== undefined && chosen.includes(id));
  return picked.filter(({purpose}) => picked.filter((other) => other.purpose === purpose).length === 1);
}

/** Turns the answers that count into consent by purpose; of two answers about one purpose the last is the newest. */
export function readConsent(answers: readonly MeldrouteAnswer[]): Consent {
  return Object.fromEntries(
    answers.flatMap(({purpose, choice, consent = {}}) => [
      ...Object.entries(consent),
      ...(purpose === undefined || choice === undefined ? [] : [[purpose, choice] as const]),
    ]),
  );
}

/** Takes one step for one purpose, and returns what is then chosen in that node. */
export function chooseConsent(
  node: MeldrouteNode,
  chosen: readonly string[],
  purpose: string,
  choice: ConsentChoice,
): readonly string[] {
  const about = node.answers.filter((answer) => answer.purpose === purpose);
  const state = pickConsent(node, chosen).find((answer) => answer.purpose === purpose)?.choice ?? 'unasked';
  const next = about.find((answer) => answer.choice === changeConsent(state, choice));
  return next ? [...chosen.filter((id) => !about.some((answer) => answer.id === id)), next.id] : chosen;
}

/** Lists the purposes that were refused: the weighing of what is done without consent must then be recorded. */
export function listRefused(consent: Consent): readonly string[] {
  return Object.keys(consent).filter((purpose) => consent[purpose] === 'no');
}
