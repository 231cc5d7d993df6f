import type {Answer, AnswerError, Answers} from '@baken/model/rules/answers';
import {consentSteps, listRefused} from '@baken/model/rules/consent';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {ConsentChoice, Meldroute, MeldrouteNode} from '@baken/model/rules/meldroute';
import type {CompiledStaff, StaffSign} from '@baken/model/rules/staff';
import {findRoutes, type Walk, walkMeldroute} from '@baken/model/rules/walk-meldroute';

import type {FieldView} from '../parts/fields.js';
import type {StaffWords} from '../parts/staff-words.js';
import type {Plan, SpokenConsent} from './meldroute-wizard-plan.js';
import type {EarlierRecord} from './meldroute-wizard-record.js';

/** A sign that the checklist handed over. A chain, not a list: a page can replace the methods of lists, and hear. */
export interface Taken {
  readonly sign: StaffSign;
  readonly next: Taken | undefined;
  /** How many there are, this one included. */
  readonly count: number;
}

/** What an employee can do on the screens of the wizard. */
export interface WizardActions extends Pick<FieldView, 'onTick'> {
  readonly onAnswer: (question: string, answer: Answer) => void;
  /** Chooses the one answer of a node. */
  readonly onChoose: (node: string, answer: string) => void;
  /** Ticks or unticks one of several answers of a node. */
  readonly onMark: (node: string, answer: string, isChecked: boolean) => void;
  /** Answers for one purpose in the question about it: any answer may be corrected. */
  readonly onConsent: (node: string, purpose: string, choice: string) => void;
  /** Changes what was said, in the result: only as consent can change. */
  readonly onChangeConsent: (purpose: string, choice: ConsentChoice) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onChange: (node: string) => void;
  readonly onShowError: (question: string) => void;
  /** Moves the focus to the list of what is certain. */
  readonly onShowSure: () => void;
  readonly onDone: (route: string, isDone: boolean) => void;
  readonly onCopy: () => void;
  readonly onPrint: () => void;
  readonly onWipe: () => void;
  readonly onDropSigns: () => void;
  readonly onLanguage: (language: string) => void;
  readonly onRegister: () => void;
  readonly onChangeAnswer: (step: string, question: string) => void;
  readonly onReview: () => void;
  readonly onSend: () => void;
  readonly onResult: () => void;
}

/** All that the screens of the wizard are drawn from. They hold no state of their own. */
export interface WizardView extends WizardActions {
  readonly staff: CompiledStaff;
  readonly words: StaffWords;
  readonly walk: Walk;
  readonly plan: Plan;
  /** The number of this question, and about how many come after it. */
  readonly number: number;
  readonly left: number;
  readonly canBack: boolean;
  readonly errors: readonly AnswerError[];
  /** An answer before this question made 112 certain, or a sign from the checklist. */
  readonly isUrgent: boolean;
  /** A sign that means danger now has just come from the checklist. */
  readonly isAlarmed: boolean;
  readonly consent: readonly SpokenConsent[];
  readonly done: ReadonlySet<string>;
  /** The signs that the checklist handed over. */
  readonly taken: Taken | undefined;
  /** What was just done, in words: copied, changed. */
  readonly notice: string | undefined;
  /** The number of the registered signal; empty when the backend gave none, nothing when none was registered. */
  readonly reference: string | undefined;
  /** What was sent before the answers changed. */
  readonly earlier: readonly EarlierRecord[];
  /** What was sent may have arrived, and the answers are still the same. */
  readonly isUncertain: boolean;
  readonly answers: Answers;
  /** Something was refused: the record must hold the weighing. */
  readonly needsWeighing: boolean;
  /** The place of this part of the record, counted from 1, and how many there will be, the review included. */
  readonly part: number;
  readonly parts: number;
}

/** Finds the signs that were handed over, in the order of their ids. It calls no method that belongs to the page. */
export function findTaken(ids: readonly string[], signs: readonly StaffSign[]): Taken | undefined {
  let found: Taken | undefined;
  for (let at = ids.length - 1; at >= 0; at--) {
    for (let index = 0; index < signs.length; index++) {
      const sign = signs[index];
      if (sign && sign.id === ids[at]) found = {sign, next: found, count: found ? found.count + 1 : 1};
    }
  }
  return found;
}

/** Tells whether one of the signs that were handed over means danger now. */
export function hasDanger(taken: Taken | undefined): boolean {
  for (let at = taken; at; at = at.next) if (at.sign.weight === 'NU') return true;
  return false;
}

/** The label of one answer of a node. */
export function answerLabel(node: MeldrouteNode, answer: string, words: StaffWords): string {
  return words.get(`answer.${node.id}.${answer}.label`);
}

/** What was answered to one node, in words. */
export function sayAnswers(node: MeldrouteNode, chosen: readonly string[], words: StaffWords): readonly string[] {
  if (node.kind !== 'consent') return chosen.map((id) => answerLabel(node, id, words));
  const said = node.answers.filter(({id}) => chosen.includes(id));
  if (said.length === 0) return [words.get('wizard.consent.unasked')];
  return said.map(({purpose, choice}) => `${words.get(`purpose.${purpose}.label`)}: ${words.get(`consent.${choice}`)}`);
}

/** The purposes that a node asks about, in the order of the meldroute. */
export function listPurposes({purposes}: Meldroute, node: MeldrouteNode): readonly string[] {
  return purposes.filter((purpose) => node.answers.some((answer) => answer.purpose === purpose));
}

/** The question about how was weighed what is done without consent. */
export function isWeighing({id}: {readonly id: string}): boolean {
  return id === 'weighing';
}

/** Tells whether a file holds what only staff may see. */
export function isStaff(file: CompiledGemeente): file is CompiledStaff {
  return 'staff' in file && typeof file.staff === 'object' && file.staff !== null;
}

/** Tells whether 112 was certain before a question: what stands above it may not move while an answer is chosen. */
export function isUrgentBefore({staff}: CompiledStaff, {visited, choices}: Walk, before: number): boolean {
  const earlier = Object.fromEntries(visited.slice(0, before).map(({id}) => [id, choices[id] ?? []]));
  return findRoutes(staff.meldroute, walkMeldroute(staff.meldroute, earlier).outcome).some(({emergency}) => emergency);
}

/** Who refused something has a right to know that it was weighed. */
export function needsWeighing({outcome}: Walk): boolean {
  return listRefused(outcome.consent).length > 0;
}

/** What was said about each purpose that was asked about, or that an answer spoke of, in words. */
export function sayConsent(
  {staff}: CompiledStaff,
  {visited, outcome}: Walk,
  words: StaffWords,
): readonly SpokenConsent[] {
  const asked = new Set(visited.flatMap((node) => listPurposes(staff.meldroute, node)));
  const spoken = staff.meldroute.purposes.filter((purpose) => asked.has(purpose) || outcome.consent[purpose]);
  return spoken.map((purpose) => {
    const state = outcome.consent[purpose] ?? 'unasked';
    return {
      purpose,
      label: words.get(`purpose.${purpose}.label`),
      said: words.get(state === 'unasked' ? 'wizard.consent.unasked' : `consent.${state}`),
      steps: asked.has(purpose) ? consentSteps[state] : [],
    };
  });
}
