import type {CompiledGemeente, Conditions, Question, Step, Topic} from './gemeente.js';

/** What a visitor answered: a text or option id, or ids for questions with several answers. */
export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** The longest text that one answer may hold, in characters. The receiver refuses more. */
export const LONGEST_TEXT = 20_000;

/** The longest line about how to reach a reporter, in characters. The receiver refuses more. */
export const LONGEST_LINE = 1000;

/** A problem with one answer, in words for the visitor. */
export interface AnswerError {
  readonly question: string;
  readonly message: string;
}

/** The steps that a visitor walks with these answers, in order. */
export interface Route {
  /** When the last one has `end`, the form stops there and nothing is sent. */
  readonly steps: readonly Step[];
  /** The answers of the questions on the route, and no others. */
  readonly answers: Answers;
}

const given = (answer: Answer | undefined): readonly string[] =>
  typeof answer === 'string' ? (answer.trim() ? [answer] : []) : (answer ?? []);

/** Tells whether a condition holds. No condition always holds. */
export function holds(when: Conditions | undefined, answers: Answers): boolean {
  if (!when) return true;
  const any = Array.isArray(when) ? when : [when];
  return any.some((condition) =>
    Object.entries(condition as Record<string, readonly string[]>).every(([question, wanted]) => {
      const values = given(answers[question]);
      return values.some((value) => wanted.includes('*') || wanted.includes(value));
    }),
  );
}

/** Finds a subject by its id; a name that every object has is none. */
export function findTopic({topics}: CompiledGemeente, id: string | undefined): Topic | undefined {
  return id !== undefined && Object.hasOwn(topics, id) ? topics[id] : undefined;
}

/** Lets the steps that a topic names trade places, so that no other step moves: danger and safety stay first. */
function orderSteps(gemeente: CompiledGemeente, topicId: string | undefined): readonly Step[] {
  const named = (findTopic(gemeente, topicId)?.order ?? [])
    .map((id) => gemeente.steps.find((step) => step.id === id))
    .filter((step) => step !== undefined);
  let place = 0;
  return gemeente.steps.map((step) => (named.includes(step) ? (named[place++] ?? step) : step));
}

/**
 * Walks the steps. An answer counts only while its own step is on the route, so a changed mind
 * further up never leaves an old answer at work further down.
 */
export function findRoute(gemeente: CompiledGemeente, answers: Answers, topicId?: string): Route {
  const counted: Record<string, Answer> = {};
  const steps: Step[] = [];
  for (const step of orderSteps(gemeente, topicId)) {
    if (!holds(step.when, counted)) continue;
    steps.push(step);
    for (const question of step.questions) {
      const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
      if (answer !== undefined && given(answer).length > 0) counted[question.id] = answer;
    }
    if (step.end) break;
  }
  return {steps, answers: counted};
}

/** Says how many steps there will be, the review included, with the usual answers where none is given yet. */
export function countSteps(gemeente: CompiledGemeente, answers: Answers, topicId?: string): number {
  const likely: Record<string, Answer> = {};
  for (const step of gemeente.steps) {
    for (const question of step.questions) {
      const answer = answers[question.id] ?? question.usual;
      if (answer !== undefined) likely[question.id] = answer;
    }
  }
  return findRoute(gemeente, likely, topicId).steps.length + 1;
}

/** Lenient on purpose: a strange but real address or number must get through. */
function findFormatError(question: Question, text: string, texts: CompiledGemeente['texts']): string | undefined {
  const longest = question.contact && question.type === 'line' ? LONGEST_LINE : LONGEST_TEXT;
  if (text.length > longest) return texts['error.long']?.replace('{max}', String(longest));
  if (question.contact === 'email' && !/^\S+@\S+\.\S+$/.test(text.trim())) return texts['error.email'];
  if (question.contact === 'phone' && text.replace(/\D/g, '').length < 6) return texts['error.phone'];
  return undefined;
}

/** Checks the answers of one step. An empty list means that the visitor may go on. */
export function checkStep(gemeente: CompiledGemeente, step: Step, answers: Answers): readonly AnswerError[] {
  const errors: AnswerError[] = [];
  for (const question of step.questions) {
    const values = given(answers[question.id]);
    if (values.length === 0) {
      if (question.error) errors.push({question: question.id, message: question.error});
      continue;
    }
    const typed = question.type === 'text' || question.type === 'line' ? values[0] : undefined;
    const message = typed === undefined ? undefined : findFormatError(question, typed, gemeente.texts);
    if (message !== undefined) errors.push({question: question.id, message});
  }
  const {oneOf} = step;
  const [firstOf] = oneOf?.questions ?? [];
  if (oneOf && firstOf !== undefined && oneOf.questions.every((id) => given(answers[id]).length === 0)) {
    errors.push({question: firstOf, message: oneOf.error});
  }
  return errors;
}

/** Adds or removes one choice. An option that says "none of these" never stands beside another choice. */
export function toggleChoice(
  chosen: readonly string[],
  id: string,
  isChecked: boolean,
  alone: readonly string[],
): readonly string[] {
  const others = chosen.filter((other) => other !== id);
  if (!isChecked) return others;
  return alone.includes(id) ? [id] : [...others.filter((other) => !alone.includes(other)), id];
}
