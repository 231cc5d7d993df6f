import * as z from 'zod/mini';

import {consentChoices, nodeKinds} from '../rules/meldroute.js';
import {may, type Mode, need} from './mode.js';
import {idSchema} from './words.js';

const ids = z.array(idSchema);
const count = z.int('count').check(z.minimum(0, 'count'));

/** The next node, or `end`. */
const answerSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    off: may(mode, z.boolean()),
    after: may(mode, idSchema),
    to: may(mode, idSchema),
    add: may(mode, ids),
    flags: may(mode, ids),
    involves: may(mode, ids),
    danger: may(mode, z.boolean()),
    signs: may(mode, z.boolean()),
    purpose: may(mode, idSchema),
    choice: may(mode, z.enum(consentChoices)),
    consent: may(mode, z.record(idSchema, need(mode, z.enum(consentChoices)))),
  });

const nodeSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    off: may(mode, z.boolean()),
    kind: need(mode, z.enum(nodeKinds)),
    answers: need(mode, z.array(answerSchema(mode))),
    to: may(mode, idSchema),
    usual: may(mode, idSchema),
  });

const deadlineSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({kind: z.enum(['now', 'today', 'free'])}),
    z.strictObject({kind: z.literal('workdays'), days: count}),
  ],
  'deadline',
);

const routeSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    off: may(mode, z.boolean()),
    contacts: need(mode, ids),
    deadline: need(mode, deadlineSchema),
    again: may(mode, count),
    via: may(mode, ids),
    instead: may(mode, ids),
    unless: may(mode, ids),
    always: may(mode, z.boolean()),
    unread: may(mode, z.boolean()),
    emergency: may(mode, z.boolean()),
    register: may(mode, z.boolean()),
    when: may(
      mode,
      z.record(
        idSchema,
        may(mode, z.strictObject({deadline: may(mode, deadlineSchema), contacts: may(mode, ids)})),
      ),
    ),
  });

/** A meldroute as data: ids and edges, no words. `rules/meldroute.ts` says what each key does. */
export const meldrouteSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: need(mode, idSchema),
    version: need(mode, z.int('count').check(z.minimum(1, 'count'))),
    start: need(mode, idSchema),
    nodes: need(mode, z.array(nodeSchema(mode))),
    routes: need(mode, z.array(routeSchema(mode))),
    roles: need(mode, ids),
    flags: need(mode, ids),
    purposes: need(mode, ids),
  });

export type ResolvedMeldroute = z.output<ReturnType<typeof meldrouteSchema<'resolved'>>>;
