import * as z from 'zod/mini';

import {weights} from '../rules/gemeente.js';
import {certaintySchema, contactSchema, reviewSchema, sourceSchema} from './contact.js';
import {stepSchema} from './questions.js';
import {catalogueSchema, idSchema, languageSchema, signIdSchema} from './words.js';

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

/** `questions.json`: the public question set. */
export const questionsSchema = z.strictObject({
  id: idSchema,
  version: z.int().check(z.minimum(1)),
  steps: z.array(stepSchema('resolved')),
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
  messages: z.record(z.string(), z.string()),
});

export type Content = z.output<typeof contentSchema>;
