import assert from 'node:assert/strict';
import {createServer, request, type IncomingHttpHeaders, type Server} from 'node:http';
import {after, afterEach, before, test} from 'node:test';

import type {Signal, SignalRoute} from '@baken/model/rules/signal';
import type {StoredSignal} from '@baken/receiver/storage';

import {readStyles} from './build-site.js';
import {INBOX_LIMIT, serveInbox} from './inbox.js';
import {close, listen} from './listen.js';
import {createGemeente} from './testing/create-sample.js';
import {createStaff} from './testing/create-staff.js';

let server: Server;
let port: number;
let stored: StoredSignal[] = [];
let storedApart: StoredSignal[] = [];
let isBroken = false;

const storageOf = (signals: () => readonly StoredSignal[]) => ({
  async list(limit: number) {
    if (isBroken) throw new Error('the database is gone: secret');
    return signals().slice(0, limit);
  },
});

before(async () => {
  const gemeenten = [createStaff(createGemeente()), createGemeente('almere', 'Almere', '0034')];
  const places = {storage: storageOf(() => stored), integrity: storageOf(() => storedApart)};
  const styles = await readStyles();
  server = createServer(serveInbox({...places, gemeenten, pages: 'http://127.0.0.1:4100/', styles}));
  port = await listen(server, 0, 'TEST_PORT');
});
after(() => close(server));
afterEach(() => {
  stored = [];
  storedApart = [];
  isBroken = false;
});

let drawn = 0;

/** Puts a signal in a storage, as the newest. */
function store(signal: Partial<Signal>, to: StoredSignal[] = stored): void {
  drawn += 1;
  const id = `00000000-0000-4000-8000-${String(drawn).padStart(12, '0')}`;
  const resident = {channel: 'public', language: 'nl', questions: 'public@1', answers: {}, contact: null} as const;
  const whole = {id, gemeente: '0384', ...resident, ...signal};
  to.unshift({
    id,
    gemeente: whole.gemeente,
    channel: whole.channel,
    body: new TextEncoder().encode(JSON.stringify(whole)),
    digest: '',
    reference: `REF-${drawn}`,
    receivedAt: whole.channel === 'staff' ? '2026-11-22T14:07:31.250Z' : '2026-11-22T14:00:00.000Z',
  });
}

const route = {
  meldroute: 'default@1',
  choices: {danger: ['yes'], 'about-whom': ['colleague']},
  routes: ['112', 'advice'],
  flags: ['urgent', 'integrity'],
  consent: {help: 'later', police: 'no'},
} as const;

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

test('a staff record is shown whole: handover, route, flags, consent, checklist, and the minute', async () => {
  store({
    channel: 'staff',
    questions: 'handover@1',
    answers: {what: 'Drie mensen.'},
    checklist: ['INT-01', 'WON-05', 'X-1'],
    route,
  });
  const text = visible((await ask()).text);
  assert.match(text, /Van een medewerker Ontvangen zondag 22 november 2026, om 15:07 /);
  assert.match(text, /Antwoorden Wat zag je zelf\? Drie mensen\. Meldroute Versie default@1 /);
  assert.match(text, /Let op Met spoed integrity Routes, de dringendste eerst Bel 112 advice /);
  assert.match(text, /Toestemming Hulp: later vragen police: no /);
  assert.match(text, /Gekozen antwoorden Is er nu gevaar\? Ja, nu about-whom colleague /);
  assert.match(text, /Een verzonnen signaal voor de test\. INT-01 Mensen slapen in een loods\. WON-05 X-1 X-1 /);
});

test('a staff record of a gemeente without a staff file is shown by its ids', async () => {
  store({channel: 'staff', gemeente: '0034', answers: {}, checklist: [], route: {...route, flags: []}});
  const text = visible((await ask()).text);
  assert.match(text, /Routes, de dringendste eerst 112 advice Toestemming help: later police: no /);
  assert.match(text, /Niets aangekruist\./);
  assert.doesNotMatch(text, /Let op/);
});

test('a public signal says nothing of staff, and keeps the words of the public question', async () => {
  store({answers: {what: 'x'}});
  const text = visible((await ask()).text);
  assert.match(text, /Wat is er aan de hand\? x/);
  assert.doesNotMatch(text, /Van een medewerker|Meldroute|Aangekruiste|om 15:/);
});

test('markup that somebody typed is text, in an answer, a contact field and the name of a question', async () => {
  const typed = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  store({answers: {what: typed, [typed]: [typed]}, contact: {name: typed}, language: typed, questions: typed});
  const lists = {choices: {[typed]: [typed]}, routes: [typed], flags: [typed]};
  const staffRoute = {meldroute: typed, ...lists, consent: {[typed]: 'no'}};
  store({channel: 'staff', checklist: [typed], route: staffRoute as SignalRoute});
  const {text} = await ask();
  assert.doesNotMatch(text, /<script|<img/);
  assert.equal(text.match(/&lt;script&gt;alert\(1\)/g)?.length, 6 + 8);
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

test('what arrived at the address for integrity is shown apart from the rest, with its gemeente', async () => {
  store({answers: {what: 'ordinary'}});
  store({channel: 'staff', gemeente: '0034', answers: {what: 'about a mayor'}}, storedApart);
  store({channel: 'staff', gemeente: '1234', answers: {what: 'about a manager'}}, storedApart);
  const text = visible((await ask()).text);
  assert.match(text, /Gemeente Diemen 1 signaal .* ordinary .* Gemeente Almere Nog niets binnen\. .*Over iemand van/);
  const [before = '', apart = ''] = text.split(/ Over iemand van de gemeente 2 signalen /);
  assert.doesNotMatch(before, /about a/);
  assert.doesNotMatch(apart, /ordinary/);
  assert.match(apart, /Gemeente Almere Van een medewerker .* about a mayor .*Onbekende gemeente 1234 .* about a manager /);
});

test('the place for integrity is there to see when nothing came', async () => {
  assert.match(visible((await ask()).text), / Over iemand van de gemeente Nog niets binnen\. /);
});

test('a signal of a gemeente that is no sample is shown too', async () => {
  store({gemeente: '1234', answers: {what: 'elsewhere'}});
  assert.match(visible((await ask()).text), /Onbekende gemeente 1234 .* what elsewhere/);
});

test('the inbox says so when there may be older signals', async () => {
  for (let count = 0; count < INBOX_LIMIT - 1; count += 1) store({});
  assert.doesNotMatch((await ask()).text, /alleen de nieuwste/);
  store({});
  assert.equal((await ask()).text.match(/Hier staan alleen de nieuwste 200 signalen\./g)?.length, 1);
  for (let count = 0; count < INBOX_LIMIT; count += 1) store({}, storedApart);
  assert.equal((await ask()).text.match(/Hier staan alleen de nieuwste 200 signalen\./g)?.length, 2);
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
