import type {Content} from '../schemas/content.js';
import type {ResolvedGemeente, ResolvedStep} from '../schemas/gemeente.js';
import type {ArrangedStep, ResolvedQuestion} from './arrange-steps.js';
import {findNearest} from './nearest.js';
import type {Report} from './report.js';

const needsOptions = new Set(['one', 'many']);
const isTyped = (question: ResolvedQuestion): boolean => question.type === 'text' || question.type === 'line';

/** Lists what a step hangs on: the question, its path inside the step, and the answers. */
export function listConditions(step: ResolvedStep): readonly (readonly [string, string, readonly string[]])[] {
  const {when} = step;
  if (!when) return [];
  if (!Array.isArray(when)) return Object.entries(when).map(([id, values]) => [id, `when/${id}`, values]);
  return when.flatMap((condition, index) =>
    Object.entries(condition).map(([id, values]) => [id, `when/${index}/${id}`, values] as const),
  );
}

/** Checks what the steps say of each other: conditions, answers, the way to 112. */
export function checkSteps(
  gemeente: ResolvedGemeente,
  steps: readonly ArrangedStep[],
  content: Content,
  report: Report,
): void {
  const signs = content.signs.signs.map(({id}) => id);
  const all = gemeente.steps ?? [];
  const stepOf = new Map<string, ResolvedStep>();
  for (const step of all) {
    for (const {id} of step.questions ?? []) {
      const other = stepOf.get(id);
      if (other) report.error(`steps/${step.id}/questions/${id}`, id, 'question-twice', {name: id, step: other.id});
      else stepOf.set(id, step);
    }
  }

  const earlier = new Map<string, ResolvedQuestion>();
  for (const step of steps) {
    const path = `steps/${step.id}`;
    for (const [id, inside, values] of listConditions(step)) {
      const question = earlier.get(id);
      if (question) {
        const known = ['*', ...(isTyped(question) ? [] : [...(question.options ?? []).map((option) => option.id)])];
        if (question.type === 'signs') known.push(...signs);
        for (const value of values.filter((wanted) => !known.includes(wanted))) {
          const optionOff = `steps/${stepOf.get(id)?.id}/questions/${id}/options/${value}/off`;
          const wasOff = stepOf
            .get(id)
            ?.questions?.find((one) => one.id === id)
            ?.options?.some((one) => one.id === value);
          const details = {name: value, step: step.id, question: id, nearest: findNearest(value, known)};
          if (wasOff) report.error(optionOff, true, 'off-needed', details);
          else report.error(`${path}/${inside}`, value, 'when-answer', details);
        }
        continue;
      }
      const home = stepOf.get(id);
      const homePath = `steps/${home?.id}`;
      const isOff = home?.off || home?.questions?.find((one) => one.id === id)?.off;
      const details = {name: id, step: step.id, nearest: findNearest(id, earlier.keys())};
      if (!home) report.error(`${path}/${inside}`, id, 'when-unknown', details);
      else if (isOff) {
        const offPath = home.off ? `${homePath}/off` : `${homePath}/questions/${id}/off`;
        report.error(offPath, true, 'off-needed', details);
      } else {
        const moved = [home, step].find((one) => one.after !== undefined);
        const cause = gemeente.order ? 'order' : moved ? `steps/${moved.id}/after` : `${path}/${inside}`;
        report.error(cause, gemeente.order ?? moved?.after ?? id, 'when-later', details);
      }
    }
    for (const question of step.questions) {
      checkQuestion(question, `${path}/questions/${question.id}`, report);
      earlier.set(question.id, question);
    }
    for (const id of step.oneOf ?? []) {
      if (!step.questions.some((question) => question.id === id)) {
        const nearest = findNearest(
          id,
          step.questions.map((question) => question.id),
        );
        report.error(`${path}/oneOf`, id, 'question-unknown', {name: id, nearest});
      }
    }
  }
  checkWayTo112(gemeente, steps, report);
}

/** The first question asks about danger, and a screen with 112 hangs on its answer: nothing may come before it. */
function checkWayTo112(gemeente: ResolvedGemeente, steps: readonly ArrangedStep[], report: Report): void {
  const asked = new Set(steps[0]?.questions.map(({id}) => id));
  const leads = steps.some(
    (step) => step.tone === 'danger' && step.end && listConditions(step).some(([id]) => asked.has(id)),
  );
  if (leads) return;
  const switchedOff = gemeente.steps?.find((step) => step.off && step.tone === 'danger');
  const first = gemeente.steps?.[0];
  const cause = switchedOff ? `steps/${switchedOff.id}/off` : gemeente.order ? 'order' : `steps/${first?.id}/off`;
  report.error(cause, switchedOff?.off ?? gemeente.order, 'danger-first');
}

function checkQuestion(question: ResolvedQuestion, path: string, report: Report): void {
  const options = (question.options ?? []).map(({id}) => id);
  if (needsOptions.has(question.type) && options.length < 2) {
    report.error(`${path}/options`, question.options, 'options-few', {name: question.id});
  }
  if (isTyped(question) && question.options) {
    report.error(`${path}/options`, question.options, 'options-typed', {name: question.id});
  }
  if (question.usual !== undefined && !options.includes(question.usual)) {
    const details = {name: question.usual, nearest: findNearest(question.usual, options)};
    report.error(`${path}/usual`, question.usual, 'usual', details);
  }
}
