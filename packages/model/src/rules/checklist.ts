import type {Action, StaffSign} from './staff.js';

/** What to do, and the ids of the signs that are the reason. Never a number: a count would pass for a chance. */
export interface Advice {
  readonly action: Action;
  readonly reasons: readonly string[];
}

/** Forms in which every sign about a child is a strong one. */
const formsOfChildren = ['seksueel', 'crimineel', 'bedelarij'];

/** So many signs together weigh as one strong sign. */
const SEVERAL = 3;

/**
 * Says what to do with the ticked signs. `isChild` is true below 18 and when that is not sure.
 * Without signs the action is `open`: no signs prove nothing, and asking advice stays possible.
 */
export function adviseAction(
  ticked: readonly Pick<StaffSign, 'id' | 'form' | 'weight'>[],
  isChild: boolean,
): Advice {
  const signs = ticked.filter((sign, index) => ticked.findIndex(({id}) => id === sign.id) === index);
  const idsOf = (those: typeof signs): readonly string[] => those.map(({id}) => id);
  const urgent = signs.filter(({weight}) => weight === 'NU');
  if (urgent.length > 0) return {action: 'now', reasons: idsOf(urgent)};
  const isStrong = ({weight, form}: (typeof signs)[number]): boolean =>
    weight === 'SS' || (isChild && formsOfChildren.includes(form));
  const strong = signs.filter(isStrong);
  if (signs.length - strong.length >= SEVERAL) return {action: 'today', reasons: idsOf(signs)};
  if (strong.length > 0) return {action: 'today', reasons: idsOf(strong)};
  return {action: signs.length > 0 ? 'advice' : 'open', reasons: idsOf(signs)};
}
