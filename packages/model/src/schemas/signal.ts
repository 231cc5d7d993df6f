import * as z from 'zod/mini';

import {LONGEST_LINE, LONGEST_TEXT} from '../rules/answers.js';
import {consentChoices} from '../rules/meldroute.js';
import {channels, SIGNAL_SCHEMA} from '../rules/signal.js';

const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/));
const text = z.string().check(z.maxLength(LONGEST_TEXT));
const line = z.string().check(z.maxLength(LONGEST_LINE));

/** As `idSchema` of what people configure: the id of a node or a route may start with a digit. */
const configuredId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/));

/** The id and the version of what was asked: `public@1`. */
const asked = z.string().check(z.regex(/^[a-z0-9-]{1,64}@\d{1,6}$/));

/** The most keys that an object of a signal may have, by its place: no form or meldroute has so many. */
export const mostKeys = {'/answers': 500, '/route/choices': 100, '/route/consent': 20} as const;

/** `when` lets these checks also see what is wrong elsewhere, so that every wrong place is named at once. */
const isObject = ({value}: {readonly value: unknown}): boolean => typeof value === 'object' && value !== null;

const fewKeys = (place: keyof typeof mostKeys) =>
  z.refine<object>((value) => Object.keys(value).length <= mostKeys[place], {when: isObject});

/** What zod cannot say in JSON Schema by itself. */
const printKeys = (place: keyof typeof mostKeys) => z.meta({maxProperties: mostKeys[place]});

const ids = (most: number) => z.array(configuredId).check(z.maxLength(most));

const routeSchema = z.strictObject({
  meldroute: asked,
  choices: z.record(configuredId, ids(50)).check(fewKeys('/route/choices'), printKeys('/route/choices')),
  routes: ids(50),
  flags: ids(50),
  consent: z.record(configuredId, z.enum(consentChoices)).check(fewKeys('/route/consent'), printKeys('/route/consent')),
});

/** What an employee adds has no place in the signal of a resident. */
const onlyFromStaff = (key: 'checklist' | 'route') =>
  z.refine<Partial<Record<'channel' | 'checklist' | 'route', unknown>>>(
    (signal) => signal.channel !== 'public' || signal[key] === undefined,
    {path: [key], when: isObject},
  );

/** A v4 uuid in lower case. */
export const signalIdSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/**
 * The signal as it travels; see `rules/signal.ts` for what each key means. Unknown keys are refused, and in a public
 * signal what only staff may send.
 */
export const signalSchema = z.strictObject({
  schema: z.literal(SIGNAL_SCHEMA),
  id: signalIdSchema,
  createdAt: z.iso.datetime(),
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  channel: z.enum(channels),
  gemeente: z.string().check(z.regex(/^\d{4}$/)),
  questions: asked,
  answers: z.record(id, z.union([text, z.array(id).check(z.maxLength(200))])).check(
    fewKeys('/answers'),
    printKeys('/answers'),
  ),
  checklist: z.optional(ids(200)),
  route: z.optional(routeSchema),
  contact: z.nullable(
    z.strictObject({
      name: z.optional(line),
      phone: z.optional(line),
      email: z.optional(line),
      times: z.optional(text),
      language: z.optional(line),
    }),
  ),
  attachments: z.array(z.never()).check(z.maxLength(0)),
  client: z.strictObject({version: z.string().check(z.regex(/^\d+\.\d+\.\d+[\w.+-]{0,40}$/))}),
}).check(
  onlyFromStaff('checklist'),
  onlyFromStaff('route'),
  z.meta({
    not: {properties: {channel: {const: 'public'}}, anyOf: [{required: ['checklist']}, {required: ['route']}]},
  }),
);

/** What a backend answers with 200 or 201; see `Receipt`. */
export const receiptSchema = z.strictObject({
  id: signalIdSchema,
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  reference: z.string().check(z.minLength(1), z.maxLength(64)),
  receivedAt: z.iso.datetime(),
});

/** RFC 9457 problem details, with one entry in `errors` for each wrong value. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(z.array(z.object({pointer: z.string(), detail: z.string()}))),
});
