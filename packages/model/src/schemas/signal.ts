import * as z from 'zod/mini';

import {LONGEST_LINE, LONGEST_TEXT} from '../rules/answers.js';
import {channels, SIGNAL_SCHEMA} from '../rules/signal.js';

const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/));
const text = z.string().check(z.maxLength(LONGEST_TEXT));
const line = z.string().check(z.maxLength(LONGEST_LINE));

/** A v4 uuid in lower case. */
export const signalIdSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** The signal as it travels; see `rules/signal.ts` for what each key means. Unknown keys are refused. */
export const signalSchema = z.strictObject({
  schema: z.literal(SIGNAL_SCHEMA),
  id: signalIdSchema,
  createdAt: z.iso.datetime(),
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  channel: z.enum(channels),
  gemeente: z.string().check(z.regex(/^\d{4}$/)),
  questions: z.string().check(z.regex(/^[a-z0-9-]{1,64}@\d{1,6}$/)),
  answers: z.record(id, z.union([text, z.array(id).check(z.maxLength(200))])),
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
});

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
