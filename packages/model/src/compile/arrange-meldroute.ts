import type {Meldroute, MeldrouteAnswer, MeldrouteNode, MeldrouteRoute} from '../rules/meldroute.js';
import type {ResolvedMeldroute} from '../schemas/meldroute.js';
import {placeAfter} from './arrange-steps.js';
import {compact, ifTrue} from './compile-language.js';
import type {Report} from './report.js';

type ResolvedNode = ResolvedMeldroute['nodes'][number];

function arrangeAnswers({id, answers}: ResolvedNode, report: Report): readonly MeldrouteAnswer[] {
  const fixed = answers.filter(({after}) => after === undefined);
  const moving = answers.filter(({after}) => after !== undefined);
  return placeAfter(fixed, moving, `meldroute/nodes/${id}/answers`, report)
    .filter(({off}) => !off)
    .map(({off: _off, after: _after, danger, signs, ...answer}) =>
      compact<MeldrouteAnswer>({...answer, danger: ifTrue(danger), signs: ifTrue(signs)}),
    );
}

/** Puts the answers of a merged meldroute in order, and leaves out what is switched off. */
export function arrangeMeldroute(meldroute: ResolvedMeldroute, report: Report): Meldroute {
  return {
    ...meldroute,
    nodes: meldroute.nodes
      .filter(({off}) => !off)
      .map((node) => {
        const {off: _off, ...rest} = node;
        return compact<MeldrouteNode>({...rest, answers: arrangeAnswers(node, report)});
      }),
    routes: meldroute.routes
      .filter(({off}) => !off)
      .map(({off: _off, always, unread, emergency, register, ...route}) =>
        compact<MeldrouteRoute>({
          ...route,
          always: ifTrue(always),
          unread: ifTrue(unread),
          emergency: ifTrue(emergency),
          register: ifTrue(register),
        } as {readonly [K in keyof MeldrouteRoute]: MeldrouteRoute[K] | undefined}),
      ),
  };
}
