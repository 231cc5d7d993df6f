import * as z from 'zod/mini';

import {may, type Mode, need} from './mode.js';
import {daySchema, fillSchema, httpsSchema, idSchema, languageSchema, sentenceSchema} from './words.js';

/**
 * How sure we are: `S` a source was seen, `S-old` a source of five years or older, `K+` own knowledge, confident,
 * `K?` own knowledge, to be checked. `S-old` and `K?` stay out of compiled files until a person confirms them.
 */
export const certainties = ['S', 'S-old', 'K+', 'K?'] as const;
export type Certainty = (typeof certainties)[number];
export const certaintySchema = z.enum(certainties);

/** Tells whether a fact is left out of compiled files until a person confirms it. */
export function isUncertain(certainty: Certainty | undefined): boolean {
  return certainty === 'K?' || certainty === 'S-old';
}

/** Codes of the sources, or one of them. */
export const sourceSchema = z.union([sentenceSchema, z.array(sentenceSchema)], 'source');

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

const timeSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'time'));

/** One fact about a contact. It has its own certainty, so merging replaces a fact with a certainty as a whole. */
const fact = <M extends Mode, S extends Record<string, z.ZodMiniType>>(mode: M, shape: S) =>
  z.strictObject({...shape, certainty: may(mode, certaintySchema), source: may(mode, sourceSchema)});

const phone = <M extends Mode>(mode: M) =>
  fact(mode, {
    dial: need(mode, z.string().check(z.regex(/^(\+[1-9]\d{6,14}|0\d{7,10}|11[23]|14\d{3,4})$/, 'dial'))),
    shown: need(mode, z.string().check(z.regex(/^\+?[\d (][\d ()-]{1,24}$/, 'shown'))),
  });

const web = <M extends Mode>(mode: M) => fact(mode, {url: need(mode, httpsSchema)});

const hours = <M extends Mode>(mode: M) =>
  fact(mode, {
    always: may(mode, z.literal(true)),
    weekly: may(
      mode,
      z
        .array(
          z.strictObject({
            days: z.array(z.enum(weekdays)).check(z.minLength(1)),
            from: timeSchema,
            to: timeSchema,
          }),
        )
        .check(z.minLength(1)),
    ),
    holidays: may(mode, z.enum(['closed', 'open', 'unknown'])),
  });

const choice = <M extends Mode, const V extends readonly [string, ...string[]]>(mode: M, values: V) =>
  fact(mode, {value: need(mode, z.enum(values))});

/** Someone to call, mail or visit. National contacts have their words in the catalogues, local ones bring their own. */
export const contactSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    name: may(mode, z.record(languageSchema, may(mode, fillSchema))),
    note: may(mode, z.record(languageSchema, may(mode, sentenceSchema))),
    phone: may(mode, phone(mode)),
    phoneAbroad: may(mode, phone(mode)),
    chat: may(mode, web(mode)),
    url: may(mode, web(mode)),
    email: may(mode, fact(mode, {address: need(mode, z.email('email'))})),
    hours: may(mode, hours(mode)),
    cost: may(mode, choice(mode, ['free', 'local', 'unknown'])),
    anonymous: may(mode, choice(mode, ['yes', 'possible', 'no', 'unknown'])),
    phoneBill: may(mode, choice(mode, ['no', 'yes', 'unknown'])),
    languages: may(mode, z.array(languageSchema)),
    roles: may(mode, z.array(idSchema)),
    topics: may(mode, z.array(idSchema)),
    /** Ids of contacts to try when this one is closed, in this order. */
    whenClosed: may(mode, z.array(idSchema).check(z.minLength(1))),
    example: may(mode, z.literal(true)),
    certainty: may(mode, certaintySchema),
    source: may(mode, sourceSchema),
    lastChecked: may(mode, daySchema),
    reviewed: z.optional(z.nullable(reviewSchema)),
  });

/** Who checked something, and on which day. */
export const reviewSchema = z.strictObject({by: fillSchema, on: daySchema});

const monthDaySchema = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month-day'));

/** The public holidays of `contacts.json`, as rules that work in any year. */
export const holidaysSchema = z.object({
  rules: z.optional(
    z.array(
      z.strictObject({
        id: idSchema,
        date: z.optional(monthDaySchema),
        onSunday: z.optional(monthDaySchema),
        easter: z.optional(z.int()),
        years: z.optional(z.strictObject({every: z.int().check(z.minimum(1)), from: z.int()})),
      }),
    ),
  ),
});
