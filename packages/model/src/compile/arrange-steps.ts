import type {Content} from '../schemas/content.js';
import type {ResolvedGemeente, ResolvedStep} from '../schemas/gemeente.js';
import {findNearest} from './nearest.js';
import type {Report} from './report.js';

export type ResolvedQuestion = NonNullable<ResolvedStep['questions']>[number];

/** A step in its place, without what is switched off. */
export interface ArrangedStep extends ResolvedStep {
  readonly questions: ResolvedQuestion[];
}

interface Placed {
  readonly id: string;
  readonly after?: string | undefined;
}

/** Puts things with `after` behind the thing they name, in the order of writing. */
export function placeAfter<T extends Placed>(
  fixed: readonly T[],
  moving: readonly T[],
  path: string,
  report: Report,
): T[] {
  const placed = [...fixed];
  let waiting = [...moving];
  while (waiting.length > 0) {
    const next = waiting.find((item) => placed.some((other) => other.id === item.after));
    if (!next) {
      for (const {id, after = ''} of waiting) {
        const nearest = findNearest(
          after,
          placed.map((other) => other.id),
        );
        report.error(`${path}/${id}/after`, after, 'after-unknown', {name: after, nearest});
      }
      break;
    }
    let place = placed.findIndex((other) => other.id === next.after) + 1;
    while (placed[place]?.after === next.after && moving.includes(placed[place] as T)) place += 1;
    placed.splice(place, 0, next);
    waiting = waiting.filter((item) => item !== next);
  }
  return placed;
}

function orderSteps(gemeente: ResolvedGemeente, content: Content, report: Report): ResolvedStep[] {
  const steps = gemeente.steps ?? [];
  const {order} = gemeente;
  const moves = ({id, after}: ResolvedStep): boolean => after !== undefined && !order?.includes(id);
  const fixed = steps.filter((step) => !moves(step));
  if (order) {
    const ids = steps.map(({id}) => id);
    order.forEach((id, index) => {
      if (!ids.includes(id)) {
        report.error(`order/${index}`, id, 'step-unknown', {name: id, nearest: findNearest(id, ids)});
      } else if (order.indexOf(id) !== index) report.error(`order/${index}`, id, 'order-twice', {name: id});
    });
    const missing = fixed.filter((step) => !step.off && !order.includes(step.id)).map(({id}) => id);
    if (missing.length > 0) report.error('order', order, 'order-missing', {names: missing.join(', ')});
    fixed.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  } else {
    const national = new Set(content.questions.steps.map(({id}) => id));
    for (const {id} of fixed) {
      if (!national.has(id)) report.error(`steps/${id}`, id, 'step-place', {name: id});
    }
  }
  return placeAfter(fixed, steps.filter(moves), 'steps', report);
}

/** Puts the steps in order, with the gemeente's own, and leaves out what is switched off. */
export function arrangeSteps(gemeente: ResolvedGemeente, content: Content, report: Report): readonly ArrangedStep[] {
  return orderSteps(gemeente, content, report).flatMap((step): readonly ArrangedStep[] => {
    if (step.off) return [];
    const all = step.questions ?? [];
    const fixed = all.filter(({after}) => after === undefined);
    const moving = all.filter(({after}) => after !== undefined);
    const questions = placeAfter(fixed, moving, `steps/${step.id}/questions`, report)
      .filter((question) => !question.off)
      .map((question) =>
        question.options ? {...question, options: question.options.filter((option) => !option.off)} : question,
      );
    const isEmptied = all.length > 0 && questions.length === 0 && !step.contacts && !step.end;
    if (isEmptied) return [];
    const oneOf = step.oneOf?.filter((id) => !all.some((question) => question.id === id && question.off));
    return [{...step, questions, ...(oneOf ? {oneOf} : {})}];
  });
}
