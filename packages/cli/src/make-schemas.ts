import {readFile} from 'node:fs/promises';

import {
  contactsSchema,
  formsSchema,
  languagesSchema,
  questionsSchema,
  signsSchema,
  topicsSchema,
} from '@baken/model/schemas/content';
import {gemeenteSchema, regioSchema, regioStaffSchema, staffSchema} from '@baken/model/schemas/gemeente';
import {printSchema} from '@baken/model/schemas/print-schema';
import {problemSchema, receiptSchema, signalSchema} from '@baken/model/schemas/signal';
import {catalogueSchema} from '@baken/model/schemas/words';

/** For editors in Dutch, for developers in English. */
const schemas = {
  gemeente: ['nl', gemeenteSchema('authored')],
  regio: ['nl', regioSchema],
  staff: ['nl', staffSchema('authored')],
  'regio-staff': ['nl', regioStaffSchema],
  forms: ['en', formsSchema],
  signs: ['en', signsSchema],
  questions: ['en', questionsSchema],
  topics: ['en', topicsSchema],
  contacts: ['en', contactsSchema],
  languages: ['en', languagesSchema],
  catalogue: ['en', catalogueSchema],
  signal: ['en', signalSchema],
  receipt: ['en', receiptSchema],
  problem: ['en', problemSchema],
} as const;

type Descriptions = Readonly<Record<string, string>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Finds the description of a key: by its whole path (`contacts.phone.dial`), else by the end of it (`dial`). */
function describe(path: readonly string[], descriptions: Descriptions): string {
  for (let start = 0; start < path.length; start += 1) {
    const name = path.slice(start).join('.');
    if (Object.hasOwn(descriptions, name)) return descriptions[name] ?? '';
  }
  throw new Error(`No description for the key ${path.join('.')}: write one in schema-words.json.`);
}

/** Writes a description at each key, in place. */
function addDescriptions(node: unknown, path: readonly string[], descriptions: Descriptions): void {
  if (Array.isArray(node)) for (const item of node) addDescriptions(item, path, descriptions);
  if (!isRecord(node)) return;
  const {properties, ...rest} = node;
  if (isRecord(properties)) {
    for (const [key, inner] of Object.entries(properties)) {
      addDescriptions(inner, [...path, key], descriptions);
      properties[key] = {description: describe([...path, key], descriptions), ...(inner as object)};
    }
  }
  for (const name of ['anyOf', 'oneOf', 'items', 'additionalProperties']) {
    addDescriptions(rest[name], path, descriptions);
  }
}

/**
 * Makes the JSON Schemas (draft 2020-12) of everything that people write by hand or send, by file name.
 * @throws {Error} when a key has no description.
 */
export async function makeSchemas(): Promise<Readonly<Record<string, string>>> {
  const path = new URL('schema-words.json', import.meta.url);
  const words = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, Descriptions>>;
  const files = Object.entries(schemas).map(([name, [language, schema]]) => {
    const descriptions = words[language] ?? {};
    const {$schema, ...rest} = printSchema(schema);
    addDescriptions(rest, [name], descriptions);
    const described = {$schema, title: describe([name], descriptions), ...rest};
    return [`${name}.schema.json`, `${JSON.stringify(described, null, 2)}\n`] as const;
  });
  return Object.fromEntries(files);
}
