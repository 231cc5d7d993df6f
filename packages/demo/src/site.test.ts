import assert from 'node:assert/strict';
import {createServer, request, type IncomingHttpHeaders, type Server} from 'node:http';
import {after, before, test} from 'node:test';
import {brotliDecompressSync} from 'node:zlib';

import {html} from './html.js';
import {close, listen} from './listen.js';
import {acceptsBrotli, createPage, createResource, serveSite} from './site.js';

let server: Server;
let port: number;

const long = '/* style */'.repeat(200);

before(async () => {
  server = createServer(serveSite({
    resources: new Map([['/a/', createPage(html`home`)], ['/a.css', createResource('a.css', Buffer.from(long))]]),
    headers: {'x-own': 'yes'},
    missing: createPage(html`missing`),
  }));
  port = await listen(server, 0, 'TEST_PORT');
});
after(() => close(server));

/** The path goes out exactly as written: `fetch` would tidy it up. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{status: number | undefined; headers: IncomingHttpHeaders; body: Buffer}>((resolve, reject) => {
    request({host: '127.0.0.1', port, path, method, headers}, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      const {statusCode: status, headers} = response;
      response.on('end', () => resolve({status, headers, body: Buffer.concat(parts)}));
    }).on('error', reject).end();
  });
}

test('a page is found with and without a query, and HEAD gives its headers alone', async () => {
  assert.equal((await ask('/a/?x=1')).body.toString(), 'home');
  const head = await ask('/a/', 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.headers['content-length'], '4');
  assert.equal(head.body.length, 0);
});

test('a folder without its slash leads to the folder', async () => {
  const {status, headers} = await ask('/a');
  assert.equal(status, 308);
  assert.equal(headers.location, '/a/');
});

test('a path that is not served is a 404, however it tries to climb', async () => {
  const paths = [
    '/b', '/a/b', '//', '/../package.json', '/a/../../package.json', '/%2e%2e/package.json', '/..%2fpackage.json',
    '/styles/..%5c..%5cpackage.json', '/a.css%00.html', '/constructor', '/__proto__', '*', 'http://elsewhere/a/',
  ];
  for (const path of paths) {
    const {status, body, headers} = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(body.toString(), 'missing', path);
    assert.equal(headers['x-own'], 'yes', path);
  }
});

test('only GET and HEAD are answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const {status, headers} = await ask('/a/', method);
    assert.equal(status, 405, method);
    assert.equal(headers.allow, 'GET, HEAD');
  }
});

test('a browser that takes brotli gets it, another gets the same text plain', async () => {
  const small = await ask('/a.css', 'GET', {'accept-encoding': 'gzip, br'});
  assert.equal(small.headers['content-encoding'], 'br');
  assert.ok(small.body.length < long.length / 10);
  assert.equal(brotliDecompressSync(small.body).toString(), long);
  const plain = await ask('/a.css');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.headers.vary, 'accept-encoding');
  assert.equal(plain.body.toString(), long);
});

test('brotli with a weight of nothing is not accepted', () => {
  assert.equal(acceptsBrotli('gzip, br;q=0'), false);
  assert.equal(acceptsBrotli('gzip;q=0.5, br; q=0.1'), true);
  assert.equal(acceptsBrotli('brotli, gzip'), false);
  assert.equal(acceptsBrotli(undefined), false);
});

test('a file of a kind that the demo does not serve is refused by name', () => {
  assert.throws(() => createResource('secret.env', Buffer.from('')), /secret\.env: the demo serves \.css/);
});
