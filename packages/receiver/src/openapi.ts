import {problemSchema, receiptSchema, signalSchema} from '@baken/model/schemas/signal';
import * as z from 'zod/mini';

import {LARGEST_BODY} from './read-body.js';

const schema = (name: string): object => ({$ref: `#/components/schemas/${name}`});

const problem = (description: string, headers?: object): object => ({
  description,
  ...(headers && {headers}),
  content: {'application/problem+json': {schema: schema('Problem')}},
});

const json = (description: string, name: string): object => ({
  description,
  content: {'application/json': {schema: schema(name)}},
});

const retryAfter = {'Retry-After': {description: 'Seconds to wait.', schema: {type: 'integer'}}};

/** Describes the receiver as an OpenAPI 3.1 document; the shapes are printed from the model. */
export function createOpenapi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baken receiver',
      version: '1.0.0',
      description: 'Takes signals and stores them. No operation returns a signal.',
    },
    paths: {
      '/v1/signals': {
        post: {
          operationId: 'storeSignal',
          summary: 'Stores a signal.',
          description:
            'Idempotent by id: the same bytes may be sent again and give the same receipt. ' +
            'The digest in the receipt is the SHA-256 of the body as received. ' +
            'A signal of an employee has the channel `staff`, and may have `checklist` and `route`; ' +
            'its receipt has the exact time, that of a resident the hour. ' +
            `A body is ${LARGEST_BODY} bytes at most and is sent without compression.`,
          requestBody: {required: true, content: {'application/json': {schema: schema('Signal')}}},
          responses: {
            200: json('The signal was stored before, with the same bytes.', 'Receipt'),
            201: json('The signal is stored: the database has committed it.', 'Receipt'),
            400: problem('The body is not a signal. `errors` lists every wrong place.'),
            403: problem('The page that sends is not on the list of this receiver.'),
            408: problem('The request came in too slowly.'),
            409: problem('Another body is stored under this id.'),
            413: problem('The body is too large.'),
            415: problem('The body is compressed, or is not JSON in UTF-8.'),
            503: problem('The database does not answer. It may or may not be stored: send it again.', retryAfter),
          },
        },
      },
      '/v1/health': {
        get: {
          operationId: 'checkHealth',
          summary: 'Tells whether signals can be stored now.',
          responses: {
            200: json('Signals can be stored.', 'Health'),
            403: problem('The page that asks is not on the list of this receiver.'),
            503: problem('The database does not answer.', retryAfter),
          },
        },
      },
      '/v1/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'Gives this document.',
          responses: {
            200: {description: 'This document.', content: {'application/json': {schema: {type: 'object'}}}},
            403: problem('The page that asks is not on the list of this receiver.'),
          },
        },
      },
    },
    components: {
      schemas: {
        Signal: z.toJSONSchema(signalSchema, {io: 'input'}),
        Receipt: z.toJSONSchema(receiptSchema, {io: 'input'}),
        Problem: z.toJSONSchema(problemSchema, {io: 'input'}),
        Health: {type: 'object', properties: {status: {const: 'ok'}}, required: ['status']},
      },
    },
  };
}
