import {STATUS_CODES} from 'node:http';

import type {FieldProblem} from '@baken/model/rules/problem';

/** A refusal on its way to the client, as RFC 9457 problem details. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` is for the developer of the client; neither it nor `errors` may repeat what a reporter typed. */
  constructor(
    status: number,
    detail: string,
    more: {readonly errors?: readonly FieldProblem[]; readonly headers?: Readonly<Record<string, string>>} = {},
  ) {
    super(detail);
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

/** Writes a refusal as the JSON of `application/problem+json`. */
export function toProblem({status, message, errors}: Refusal): string {
  return JSON.stringify({type: 'about:blank', title: STATUS_CODES[status], status, detail: message, errors});
}
