import type {IncomingMessage} from 'node:http';

import {Refusal} from './problem.js';

/** The largest body, in bytes. */
export const LARGEST_BODY = 256 * 1024;

const tooLarge = (): Refusal => new Refusal(413, `The body is larger than ${LARGEST_BODY} bytes. Send a smaller one.`);

/**
 * Reads the body of a request. Throws a `Refusal`: 415 when it is compressed or not JSON, 413 when it is larger than
 * `LARGEST_BODY`, 400 when it is cut off. Keeps nothing of what comes after the limit.
 */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const {'content-encoding': encoding = 'identity', 'content-type': type = ''} = request.headers;
  if (encoding.toLowerCase() !== 'identity') {
    throw new Refusal(415, 'The body has a Content-Encoding. Send it without compression.');
  }
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new Refusal(415, 'The Content-Type is not application/json. Send JSON in UTF-8 with that Content-Type.');
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(tooLarge());
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => reject(new Refusal(400, 'The body was cut off. Send all of it.')));
  });
}
