import {type Answers, findTopic} from './answers.js';
import type {CompiledGemeente, Question} from './gemeente.js';

/** One sign, with the form of exploitation that it belongs to, and whether it means present danger. */
export interface Sign {
  readonly id: string;
  /** The sentence that a visitor ticks. */
  readonly label: string;
  readonly form: string;
  readonly isUrgent: boolean;
}

/** Signs under one heading. `urgent` are signs that mean present danger, `topic` those of the page's subject. */
export interface SignGroup {
  readonly key: string;
  readonly signs: readonly Sign[];
}

/** Lists all signs of a gemeente. */
export function listSigns({signs, urgent}: CompiledGemeente): readonly Sign[] {
  return Object.entries(signs).flatMap(([form, {signs: texts}]) =>
    Object.entries(texts).map(([id, label]) => ({id, label, form, isUrgent: urgent.includes(id)})),
  );
}

/** The signs to show with a question: present danger first, then the subject or the chosen form, then the general ones. */
export function groupSigns(
  gemeente: CompiledGemeente,
  question: Question,
  answers: Answers,
  topicId?: string,
): readonly SignGroup[] {
  const signs = listSigns(gemeente);
  const urgent = signs.filter(({isUrgent}) => isUrgent);
  if (question.urgent) return [{key: 'urgent', signs: urgent}];
  const form = answers['form'];
  const topic = findTopic(gemeente, topicId);
  const isNamed = ({id}: Sign): boolean => !!topic?.signs.includes(id);
  const isMain = (sign: Sign): boolean => (topic ? isNamed(sign) : sign.form === form);
  const calm = signs.filter(({isUrgent}) => !isUrgent);
  const groups: SignGroup[] = [
    {key: 'urgent', signs: urgent.filter((sign) => sign.form === 'algemeen' || isMain(sign))},
    {key: topic ? 'topic' : String(form), signs: calm.filter(isMain)},
    {key: 'algemeen', signs: calm.filter((sign) => sign.form === 'algemeen' && !isNamed(sign))},
  ];
  return groups.filter((group) => group.signs.length > 0);
}

/** Tells whether one of the chosen signs means present danger. */
export function hasUrgentSign(gemeente: CompiledGemeente, chosen: readonly string[]): boolean {
  return gemeente.urgent.some((id) => chosen.includes(id));
}
