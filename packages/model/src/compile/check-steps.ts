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
  checkWayTo112(gemeente, steps, content, report);
}

const is112 = ({tone, end}: ResolvedStep): boolean => tone === 'danger' && end === true;

/** Finds the national screens with 112 that are gone, or that something else comes before once danger is named. */
export function findLate112(steps: readonly ArrangedStep[], content: Content): readonly ResolvedStep[] {
  return content.questions.steps.filter(is112).filter((screen) => {
    const place = Math.max(0, steps.findIndex(({id}) => id === screen.id));
    const before = steps.slice(0, place).findLast((step) => !is112(step));
    return !listConditions(screen).some(([asked]) => before?.questions.some(({id}) => id === asked));
  });
}

/**
 * The question about danger comes first, and each national screen with 112 stays as it is, right after the question it
 * hangs on: who says that there is danger must be asked nothing else before it.
 */
function checkWayTo112(
  {steps: all = [], order}: ResolvedGemeente,
  steps: readonly ArrangedStep[],
  content: Content,
  report: Report,
): void {
  const screens = content.questions.steps.filter(is112);
  const homeOf = (screen: ResolvedStep): ResolvedStep | undefined => {
    const asked = listConditions(screen).map(([id]) => id);
    return all.find(({questions}) => questions?.some(({id}) => asked.includes(id)));
  };
  /** Says it of what was switched off or moved; `between` is what came in the place of something else. */
  const fail = (screen: ResolvedStep, between: ResolvedStep | undefined): void => {
    const home = homeOf(screen);
    const own = all.find(({id}) => id === screen.id);
    const off = [own, home].find((step) => step?.off);
    const question = home?.questions?.find((one) => one.off);
    const moved = [own, home, between].find((step) => step?.after !== undefined && !order?.includes(step.id));
    if (off) report.error(`steps/${off.id}/off`, true, 'danger-first');
    else if (home && question) report.error(`steps/${home.id}/questions/${question.id}/off`, true, 'danger-first');
    else if (moved) report.error(`steps/${moved.id}/after`, moved.after, 'danger-first');
    else report.error('order', order, 'danger-first');
  };

  for (const national of screens) {
    const path = `steps/${national.id}`;
    const own = all.find(({id}) => id === national.id) ?? national;
    const conditions = listConditions(national).map((condition) => JSON.stringify(condition));
    const [, inside] = listConditions(own).find((one) => !conditions.includes(JSON.stringify(one))) ?? [];
    for (const key of ['when', 'tone', 'end'] as const) {
      if (JSON.stringify(own[key]) === JSON.stringify(national[key])) continue;
      report.error(`${path}/${key}`, own[key], 'danger-first', {}, `${path}/${key === 'when' && inside ? inside : key}`);
    }
  }
  for (const screen of findLate112(steps, content)) {
    fail(screen, steps[steps.findIndex(({id}) => id === screen.id) - 1]);
  }
  const [first] = screens;
  if (first && steps[0]?.id !== homeOf(first)?.id) fail(first, steps[0]);
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
