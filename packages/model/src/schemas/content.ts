import * as z from 'zod/mini';

import {weights} from '../rules/gemeente.js';
import {actions} from '../rules/staff.js';
import {certaintySchema, contactSchema, reviewSchema, sourceSchema} from './contact.js';
import {meldrouteSchema} from './meldroute.js';
import {stepSchema} from './questions.js';
import {catalogueSchema, daySchema, idSchema, languageSchema, signIdSchema} from './words.js';

const reviewed = z.nullable(reviewSchema);

/** `forms.json`: the forms of exploitation. */
export const formsSchema = z.strictObject({
  forms: z.array(
    z.strictObject({
      id: idSchema,
      icon: idSchema,
      subForms: z.array(idSchema),
      sectors: z.array(idSchema),
      certainty: certaintySchema,
      source: sourceSchema,
      reviewed,
    }),
  ),
});

/** `signs.json`: the public signs. */
export const signsSchema = z.strictObject({
  signs: z.array(
    z.strictObject({
      id: signIdSchema,
      form: idSchema,
      weight: z.enum(weights),
      certainty: certaintySchema,
      source: sourceSchema,
      reviewed,
    }),
  ),
});

/** `questions.json`, `handover.json`: a question set. */
export const questionsSchema = z.strictObject({
  id: idSchema,
  version: z.int().check(z.minimum(1)),
  steps: z.array(stepSchema('resolved')),
  /** The one screen in languages that a gemeente did not switch on. */
  safety: z.optional(stepSchema('resolved')),
});

/** `languages.json`: the languages in the order of showing, and who reviewed each catalogue. */
export const languagesSchema = z.strictObject({
  languages: z.array(z.strictObject({id: languageSchema, reviewed: z.record(idSchema, reviewed)})),
  interpreter: z.strictObject({certainty: certaintySchema, source: sourceSchema, lastChecked: daySchema, reviewed}),
});

/** `check/plain.json`: how many words a Dutch sentence may have, and what to write in place of a difficult word. */
export const plainSchema = z.strictObject({
  longest: z.int().check(z.minimum(1)),
  words: z.record(z.string(), z.string()),
});

/** `topics.json`: the subjects of pages where a report button stands. */
export const topicsSchema = z.strictObject({
  topics: z.array(z.strictObject({id: idSchema, order: z.array(idSchema), signs: z.array(signIdSchema)})),
});

/** `contacts.json`: the national contacts. */
export const contactsSchema = z.strictObject({
  contacts: z.array(contactSchema('resolved')),
  holidays: z.record(z.string(), z.unknown()),
});

/** The content package: one file each, and the catalogues by language and file (`texts.nl.widgets`). */
export const contentSchema = z.strictObject({
  forms: formsSchema,
  signs: signsSchema,
  questions: questionsSchema,
  topics: topicsSchema,
  contacts: contactsSchema,
  texts: z.record(languageSchema, z.record(idSchema, catalogueSchema)),
  languages: languagesSchema,
  messages: z.record(z.string(), z.string()),
  plain: plainSchema,
});

export type Content = z.output<typeof contentSchema>;

/** `workplaces.json` for staff: which signs people meet where. */
export const workplacesSchema = z.strictObject({
  workplaces: z.array(z.strictObject({id: idSchema, signs: z.array(signIdSchema)})),
});

/** `cases.json` for staff: made-up cases for practice. */
export const casesSchema = z.strictObject({
  cases: z.array(
    z.strictObject({
      id: idSchema,
      workplace: idSchema,
      signs: z.array(signIdSchema),
      maybe: z.optional(z.array(signIdSchema)),
      action: z.enum(actions),
    }),
  ),
});

/** The content package for staff: it is never published, and a gemeente unpacks it beside the tool. */
export const staffContentSchema = z.strictObject({
  signs: signsSchema,
  workplaces: workplacesSchema,
  meldroute: meldrouteSchema('resolved'),
  handover: questionsSchema,
  cases: casesSchema,
  texts: z.record(languageSchema, z.record(idSchema, catalogueSchema)),
});

export type StaffContent = z.output<typeof staffContentSchema>;
