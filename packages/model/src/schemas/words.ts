import * as z from 'zod/mini';

// The second argument of a check is not a sentence but the name of a message in the catalogue of `baken check`.

/** An id that people read and write in configuration: `meld-misdaad-anoniem`, `112`. */
export const idSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'id'));

/** The number of a sign: `ALG-01`. */
export const signIdSchema = z.string().check(z.regex(/^[A-Z]{3}-\d{2}$/, 'sign-id'));

/** A language as BCP 47 writes it: `nl`, `pt-BR`. */
export const languageSchema = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language'));

/** A day in ISO 8601 that exists: `2026-11-22`. */
export const daySchema = z.iso.date('day');

/** An https address without a user name or password in it. */
export const httpsSchema = z.string().check(z.regex(/^https:\/\/[^\s/@\\<>"']+(\/[^\s<>"']*)?$/, 'https'));

/** An https address, or an address on this computer for a demo. */
export const endpointUrlSchema = z
  .string()
  .check(
    z.regex(
      /^(https:\/\/[^\s/@\\<>"']+(\/[^\s<>"']*)?|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/[^\s<>"']*)$/,
      'endpoint',
    ),
  );

/** Words for people: no HTML, and no longer than a paragraph. */
export const sentenceSchema = z
  .string()
  .check(
    z.minLength(1, 'sentence-empty'),
    z.maxLength(2000, 'sentence-long'),
    z.regex(/^(?![\s\S]*<[a-zA-Z/!])/, 'html'),
  );

/** Words that are filled in elsewhere, so without placeholders of their own. */
export const fillSchema = z.string().check(z.regex(/^[^{}<>\n]{1,200}$/, 'fill'));

/** A key of a text catalogue: `step.describe.title`. */
export const textKeySchema = z.string().check(z.regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'text-key'));

/** A sentence, or the same sentence twice where `u` and `je` differ. */
export const textSchema = z.union([sentenceSchema, z.strictObject({u: sentenceSchema, je: sentenceSchema})], 'text');

/** A catalogue of one language: `{"key": "sentence"}`. */
export const catalogueSchema = z.record(textKeySchema, textSchema);
