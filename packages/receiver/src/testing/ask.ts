import {request as httpRequest} from 'node:http';

/** One request, with no header but those given and `Host`, `Connection` and a length. */
export interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Sends the body in chunks, without a length. */
  readonly chunked?: boolean;
}

/** The answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Milliseconds without a sign of life after which a request is given up. */
const PATIENCE = 20_000;

const jsonHeaders = {'content-type': 'application/json'};

/** Sends one request on a connection of its own; rejects when there is no whole answer. */
export function ask(address: string, question: Question = {}): Promise<Answer> {
  const {method = 'POST', path = '/v1/signals', headers = jsonHeaders, body, chunked} = question;
  const {hostname, port} = new URL(address);
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const length: Readonly<Record<string, string>> = !bytes
    ? {}
    : chunked
      ? {'transfer-encoding': 'chunked'}
      : {'content-length': String(bytes.length)};
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {hostname, port, method, path, headers: {...length, ...headers}, agent: false, timeout: PATIENCE},
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => {
          const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          resolve({status: response.statusCode ?? 0, headers: Object.fromEntries(flat), text});
        });
      },
    );
    request.on('timeout', () => request.destroy(new Error(`No answer in ${PATIENCE} ms.`)));
    request.on('error', reject);
    request.end(bytes);
  });
}
