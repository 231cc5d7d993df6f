import {type Answers, findTopic} from './answers.js';
import type {CompiledGemeente, Question, Sign} from './gemeente.js';

/** Signs under one heading. `urgent` are signs that mean present danger, `topic` those of the page's subject. */
export interface SignGroup {
  readonly key: string;
  readonly signs: readonly Sign[];
}

/** The signs to show with a question: present danger first, then the subject or the chosen form, then the general ones. */
export function groupSigns(
  gemeente: CompiledGemeente,
  question: Question,
  answers: Answers,
  topicId?: string,
): readonly SignGroup[] {
  const urgent = gemeente.signs.filter((sign) => sign.weight === 'NU');
  if (question.urgent) return [{key: 'urgent', signs: urgent}];
  const form = answers['form'];
  const topic = findTopic(gemeente, topicId);
  const isNamed = (sign: Sign): boolean => topic !== undefined && topic.signs.includes(sign.id);
  const isMain = topic ? isNamed : (sign: Sign): boolean => sign.form === form;
  const calm = gemeente.signs.filter((sign) => sign.weight !== 'NU');
  const groups: SignGroup[] = [
    {key: 'urgent', signs: urgent.filter((sign) => sign.form === 'algemeen' || isMain(sign))},
    {key: topic ? 'topic' : String(form), signs: calm.filter(isMain)},
    {key: 'algemeen', signs: calm.filter((sign) => sign.form === 'algemeen' && !isNamed(sign))},
  ];
  return groups.filter((group) => group.signs.length > 0);
}

/** Tells whether one of the chosen signs means present danger. */
export function hasUrgentSign(gemeente: CompiledGemeente, chosen: readonly string[]): boolean {
  return gemeente.signs.some((sign) => sign.weight === 'NU' && chosen.includes(sign.id));
}
