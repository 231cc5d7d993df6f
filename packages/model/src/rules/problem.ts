/** One wrong value in a refused signal: an RFC 6901 JSON pointer and a sentence. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** Tells whether a value is an object with keys, and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sentence = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const pointerOf = (path: string): string =>
  path.startsWith('/') ? path : `/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('.', '/')}`;

/**
 * Reads which fields a backend refused. Understands RFC 9457 problem details with `errors`, and the VNG shape
 * (`invalidParams` with `name` and `reason`). Anything else gives an empty list.
 */
export function readProblems(body: unknown): readonly FieldProblem[] {
  if (!isRecord(body)) return [];
  const listed = Array.isArray(body['errors']) ? body['errors'] : body['invalidParams'];
  if (!Array.isArray(listed)) return [];
  return listed.filter(isRecord).flatMap((item) => {
    const pointer = sentence(item['pointer']) ?? sentence(item['name']);
    const detail = sentence(item['detail']) ?? sentence(item['reason']);
    return pointer === undefined || detail === undefined ? [] : [{pointer: pointerOf(pointer), detail}];
  });
}
