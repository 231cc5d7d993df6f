import assert from 'node:assert/strict';
import {createServer, request, type IncomingHttpHeaders, type Server} from 'node:http';
import {after, afterEach, before, test} from 'node:test';

import type {Signal} from '@baken/model/rules/signal';
import type {StoredSignal} from '@baken/receiver/storage';

import {readStyles} from './build-site.js';
import {INBOX_LIMIT, serveInbox} from './inbox.js';
import {close, listen} from './listen.js';
import {createGemeente} from './testing/create-sample.js';

let server: Server;
let port: number;
let stored: StoredSignal[] = [];
let isBroken = false;

const storage = {
  async list(limit: number) {
    if (isBroken) throw new Error('the database is gone: secret');
    return stored.slice(0, limit);
  },
};

before(async () => {
  const gemeenten = [createGemeente(), createGemeente('almere', 'Almere', '0034')];
  server = createServer(serveInbox({storage, gemeenten, pages: 'http://127.0.0.1:4100/', styles: await readStyles()}));
  port = await listen(server, 0, 'TEST_PORT');
});
after(() => close(server));
afterEach(() => {
  stored = [];
  isBroken = false;
});

let drawn = 0;

/** Puts a signal in the storage, as the newest. */
function store(signal: Partial<Signal>): void {
  drawn += 1;
  const id = `00000000-0000-4000-8000-${String(drawn).padStart(12, '0')}`;
  const whole = {id, gemeente: '0384', language: 'nl', questions: 'public@1', answers: {}, contact: null, ...signal};
  stored.unshift({
    id,
    gemeente: whole.gemeente,
    channel: 'public',
    body: new TextEncoder().encode(JSON.stringify(whole)),
    digest: '',
    reference: `REF-${drawn}`,
    receivedAt: '2026-11-22T14:00:00.000Z',
  });
}

function ask(path = '/', headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{status: number | undefined; headers: IncomingHttpHeaders; text: string}>((resolve, reject) => {
    request({host: '127.0.0.1', port, path, method, headers}, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers, text}));
    }).on('error', reject).end();
  });
}

const visible = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('what arrived is shown with the words of the questions, the chosen answers and the signs', async () => {
  store({answers: {danger: 'no', signs: ['WON-05', 'none'], what: 'yes'}, contact: {name: 'Jo', times: 'na 18 uur'}});
  const text = visible((await ask()).text);
  assert.match(text, /Is er nu gevaar\? Nee/);
  assert.match(text, /Wat ziet u\? Mensen slapen in een loods\. Geen/);
  assert.match(text, /Wat is er aan de hand\? yes/);
  assert.match(text, /Naam Jo Wanneer veilig na 18 uur/);
  assert.match(text, /Ontvangen zondag 22 november 2026, in het uur vanaf 15:00/);
});

test('markup that somebody typed is text, in an answer, a contact field and the name of a question', async () => {
  const typed = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  store({answers: {what: typed, [typed]: [typed]}, contact: {name: typed}, language: typed, questions: typed});
  const {text} = await ask();
  assert.doesNotMatch(text, /<script|<img/);
  assert.equal(text.match(/&lt;script&gt;alert\(1\)/g)?.length, 6);
});

test('the inbox may run no script, is kept in no cache and shown in no frame', async () => {
  const {headers} = await ask();
  assert.equal(
    headers['content-security-policy'],
    `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  assert.equal(headers['cache-control'], 'no-store');
  assert.match(String(headers['x-robots-tag']), /noindex/);
});

test('each gemeente shows its own signals, in the order of the storage', async () => {
  store({answers: {what: 'first'}});
  store({answers: {what: 'of Almere'}, gemeente: '0034'});
  store({answers: {what: 'last'}});
  const text = visible((await ask()).text);
  assert.match(text, /Gemeente Diemen 2 signalen .* last .* first .* Gemeente Almere 1 signaal .* of Almere /);
});

test('a signal of a gemeente that is no sample is shown too', async () => {
  store({gemeente: '1234', answers: {what: 'elsewhere'}});
  assert.match(visible((await ask()).text), /Onbekende gemeente 1234 .* what elsewhere/);
});

test('the inbox says so when there may be older signals', async () => {
  for (let count = 0; count < INBOX_LIMIT - 1; count += 1) store({});
  assert.doesNotMatch((await ask()).text, /alleen de nieuwste/);
  store({});
  assert.match((await ask()).text, /Hier staan alleen de nieuwste 200 signalen\./);
});

test('a name that somebody pointed at this computer does not open the inbox', async () => {
  store({answers: {what: 'a secret'}});
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example']) {
    const {status, text} = await ask('/', {host});
    assert.equal(status, 421, host);
    assert.doesNotMatch(text, /a secret/);
  }
  assert.equal((await ask('/', {host: `localhost:${port}`})).status, 200);
});

test('a storage that does not answer gives a page that says so, and no detail', async () => {
  isBroken = true;
  const {status, text} = await ask();
  assert.equal(status, 503);
  assert.match(text, /De opslag geeft geen antwoord/);
  assert.doesNotMatch(text, /secret/);
});

test('there is nothing else to ask of the inbox', async () => {
  assert.equal((await ask('/signals')).status, 404);
  assert.equal((await ask('/styles/../package.json')).status, 404);
  assert.equal((await ask('/', {}, 'DELETE')).status, 405);
  assert.equal((await ask('/styles/inbox.css')).headers['content-type'], 'text/css; charset=utf-8');
});
