import * as z from 'zod/mini';

import {contactSchema, reviewSchema} from './contact.js';
import {meldrouteSchema} from './meldroute.js';
import {may, type Mode, need} from './mode.js';
import {stepSchema} from './questions.js';
import {
  catalogueSchema,
  endpointUrlSchema,
  fillSchema,
  httpsSchema,
  idSchema,
  languageSchema,
  signIdSchema,
} from './words.js';

/** The values of `format` in the files that people write. */
export const sourceFormats = {
  gemeente: 'baken.gemeente-source/1',
  regio: 'baken.regio-source/1',
  staff: 'baken.gemeente-staff-source/1',
  regioStaff: 'baken.regio-staff-source/1',
} as const;
export type SourceKind = keyof typeof sourceFormats;

const extendsSchema = z.string().check(z.regex(/^\.{1,2}\/[^\s\\?#]+\.json$/, 'extends'));

const endpointSchema = <M extends Mode>(mode: M) =>
  z.strictObject({type: need(mode, z.literal('json')), url: need(mode, endpointUrlSchema)});

const topicSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    order: may(mode, z.array(idSchema)),
    signs: may(mode, z.array(signIdSchema)),
  });

const readerSchema = <M extends Mode>(mode: M) =>
  z.strictObject({who: need(mode, fillSchema), within: need(mode, fillSchema)});

const confirmSchema = <M extends Mode>(mode: M) =>
  z.record(z.string().check(z.regex(/^[A-Za-z]+(\/[A-Za-z0-9-]+)+$/, 'confirm')), may(mode, reviewSchema));

const textsSchema = <M extends Mode>(mode: M) => z.record(languageSchema, may(mode, catalogueSchema));

/** The keys that a region and a gemeente share. */
const publicKeys = <M extends Mode>(mode: M) => ({
  $schema: may(mode, z.string()),
  extends: may(mode, extendsSchema),
  id: need(mode, idSchema),
  name: need(mode, fillSchema),
  example: may(mode, z.boolean()),
  address: need(mode, z.enum(['u', 'je'])),
  languages: need(mode, z.array(languageSchema).check(z.minLength(1))),
  endpoint: need(mode, endpointSchema(mode)),
  exitUrl: need(mode, httpsSchema),
  page: may(mode, endpointUrlSchema),
  reader: need(mode, z.record(languageSchema, may(mode, readerSchema(mode)))),
  entry: need(mode, idSchema),
  intranet: may(mode, httpsSchema),
  contacts: may(mode, z.array(contactSchema(mode))),
  confirm: may(mode, confirmSchema(mode)),
  help: need(mode, z.array(idSchema).check(z.minLength(1))),
  steps: may(mode, z.array(stepSchema(mode))),
  order: may(mode, z.array(idSchema).check(z.minLength(1))),
  topics: may(mode, z.array(topicSchema(mode))),
  texts: may(mode, textsSchema(mode)),
  reviewed: may(mode, reviewSchema),
});

/** The public file of a gemeente. */
export const gemeenteSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    format: z.literal(sourceFormats.gemeente),
    ...publicKeys(mode),
    code: need(mode, z.string().check(z.regex(/^\d{4}$/, 'code'))),
  });

/** The file of a region or a cluster: what its gemeenten share. It is never complete by itself. */
export const regioSchema = z.strictObject({format: z.literal(sourceFormats.regio), ...publicKeys('authored')});

const staffEndpointSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    type: need(mode, z.literal('json')),
    url: need(mode, endpointUrlSchema),
    readers: need(mode, z.array(idSchema).check(z.minLength(1))),
    integrity: may(mode, z.boolean()),
  });

const workplaceSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    id: idSchema,
    off: may(mode, z.boolean()),
    signs: need(mode, z.array(signIdSchema)),
  });

/** The keys that the staff files of a region and a gemeente share. */
const staffKeys = <M extends Mode>(mode: M) => ({
  $schema: may(mode, z.string()),
  extendsStaff: may(mode, extendsSchema),
  staffEndpoints: may(mode, z.array(staffEndpointSchema(mode))),
  staffContacts: may(mode, z.array(contactSchema(mode))),
  meldroute: need(mode, meldrouteSchema(mode)),
  workplaces: need(mode, z.array(workplaceSchema(mode))),
  texts: may(mode, textsSchema(mode)),
  confirm: may(mode, confirmSchema(mode)),
});

/** What only staff may see. It extends the public file, and may extend the staff file of a region. */
export const staffSchema = <M extends Mode>(mode: M) =>
  z.strictObject({
    format: z.literal(sourceFormats.staff),
    extends: mode === 'authored' ? z.optional(extendsSchema) : extendsSchema,
    ...staffKeys(mode),
  });

/** The staff file of a region or a cluster: what its gemeenten share. It is never complete by itself. */
export const regioStaffSchema = z.strictObject({
  format: z.literal(sourceFormats.regioStaff),
  ...staffKeys('authored'),
});

/** A gemeente after merging: complete, and not yet checked for what its parts say of each other. */
export type ResolvedGemeente = z.output<ReturnType<typeof gemeenteSchema<'resolved'>>>;
export type ResolvedStaff = z.output<ReturnType<typeof staffSchema<'resolved'>>>;
export type ResolvedStep = NonNullable<ResolvedGemeente['steps']>[number];
export type ResolvedContact = NonNullable<ResolvedGemeente['contacts']>[number];
