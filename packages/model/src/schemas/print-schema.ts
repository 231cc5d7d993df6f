import * as z from 'zod/mini';

/** Gives a schema of the model as JSON Schema, draft 2020-12. */
export function printSchema(schema: z.core.$ZodType): Record<string, unknown> {
  return {...z.toJSONSchema(schema, {target: 'draft-2020-12'})};
}
