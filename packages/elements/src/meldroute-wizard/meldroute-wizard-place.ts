import type {Step} from '@baken/model/rules/gemeente';
import type {MeldrouteNode} from '@baken/model/rules/meldroute';
import type {Walk} from '@baken/model/rules/walk-meldroute';

/** Where the employee is: at a question, at what to do, or at a part of the record. */
export type Place =
  | {readonly at: 'node'; readonly node: string}
  | {readonly at: 'step'; readonly step: string}
  | {readonly at: 'result' | 'review' | 'outcome'};

/** Finds the question at a place: the one asked for while it is on the path, else the first open one. */
export function nodeAt(place: Place | undefined, {visited, current}: Walk): MeldrouteNode | undefined {
  const asked = place?.at === 'node' ? visited.find(({id}) => id === place.node) : undefined;
  // Chosen, but not gone on from yet: nothing else comes on the screen.
  return asked ?? (place ? (current ?? visited.at(-1)) : (visited[0] ?? current));
}

/** Finds the part of the record at a place: the one asked for while it is asked, else the first. */
export function stepAt(place: Place | undefined, steps: readonly Step[]): Step | undefined {
  return (place?.at === 'step' ? steps.find(({id}) => id === place.step) : undefined) ?? steps[0];
}

/** Counts the answered questions before one; all of them when it has no answer yet. */
export function countBefore(node: MeldrouteNode | undefined, {visited}: Walk): number {
  return node && visited.includes(node) ? visited.indexOf(node) : visited.length;
}

/** Finds the place before another one; nothing comes before the first question. */
export function placeBefore(place: Place | undefined, walk: Walk, steps: readonly Step[]): Place | undefined {
  if (!place || place.at === 'node' || place.at === 'result') {
    const here = place?.at === 'result' ? undefined : nodeAt(place, walk);
    const before = walk.visited[countBefore(here, walk) - 1];
    return before && {at: 'node', node: before.id};
  }
  const here = stepAt(place, steps);
  const before = steps[(place.at === 'review' || !here ? steps.length : steps.indexOf(here)) - 1];
  return before ? {at: 'step', step: before.id} : {at: 'result'};
}
