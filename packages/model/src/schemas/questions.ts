import * as z from 'zod/mini';

import {contactFields, questionTypes} from '../rules/gemeente.js';
import {may, type Mode, need} from './mode.js';
import {idSchema} from './words.js';

const ids = z.array(idSchema);

/** A contact, or one that each gemeente fills in: its entry, or its intranet. */
const shownContactSchema = z.string().check(z.regex(/^(\{entry\}|\{intranet\}|[a-z0-9][a-z0-9-]{0,63})$/, 'id'));

/** Answers by question; an answer may be the number of a sign. */
const conditionSchema = z.record(
  idSchema,
  z.array(z.string().check(z.regex(/^(\*|[A-Za-z0-9][A-Za-z0-9-]{0,63})$/, 'answer'))).check(z.minLength(1)),
);

const optionSchema = <M extends Mode>(mode: M) =>
  z.strictObject({id: idSchema, icon: may(mode, idSchema), off: may(mode, z.boolean())});

const questionSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    off: may(mode, z.boolean()),
    after: may(mode, idSchema),
    type: need(mode, z.enum(questionTypes)),
    required: may(mode, z.boolean()),
    grid: may(mode, z.boolean()),
    contact: may(mode, z.enum(contactFields)),
    urgent: may(mode, z.boolean()),
    usual: may(mode, idSchema),
    options: may(mode, z.array(optionSchema(mode))),
  });

/** One screen of the form: ids and edges, no words. `rules/gemeente.ts` says what each key does. */
export const stepSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    off: may(mode, z.boolean()),
    after: may(mode, idSchema),
    when: may(mode, z.union([conditionSchema, z.array(conditionSchema).check(z.minLength(1))], 'condition')),
    questions: may(mode, z.array(questionSchema(mode))),
    contacts: may(mode, z.array(shownContactSchema)),
    end: may(mode, z.boolean()),
    tone: may(mode, z.enum(['danger', 'leave'])),
    oneOf: may(mode, ids),
    aside: may(mode, ids),
    panel: may(mode, z.strictObject({id: need(mode, idSchema), contact: may(mode, idSchema)})),
    more: may(mode, idSchema),
  });
