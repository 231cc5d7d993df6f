import * as z from 'zod/mini';

/**
 * One definition, two strict shapes. `authored` is what an editor writes: every key may be left out, and `null`
 * removes what a file above it says. `resolved` is what is left after merging: complete.
 */
export type Mode = 'authored' | 'resolved';

type Loose<T extends z.ZodMiniType> = z.ZodMiniOptional<z.ZodMiniNullable<T>>;

/** A key that the resolved shape must have. */
export type Needed<M extends Mode, T extends z.ZodMiniType> = M extends 'authored' ? Loose<T> : T;

/** A key that the resolved shape may have. */
export type Possible<M extends Mode, T extends z.ZodMiniType> = M extends 'authored' ? Loose<T> : z.ZodMiniOptional<T>;

/** Makes a key that the resolved shape must have. */
export function need<M extends Mode, T extends z.ZodMiniType>(mode: M, schema: T): Needed<M, T> {
  return (mode === 'authored' ? z.optional(z.nullable(schema)) : schema) as Needed<M, T>;
}

/** Makes a key that the resolved shape may have. */
export function may<M extends Mode, T extends z.ZodMiniType>(mode: M, schema: T): Possible<M, T> {
  return z.optional(mode === 'authored' ? z.nullable(schema) : schema) as unknown as Possible<M, T>;
}
