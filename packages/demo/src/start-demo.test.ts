import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import type {CompiledStaff} from '@baken/model/rules/staff';
import {openPostgres} from '@baken/receiver/open-postgres';
import {openStorage} from '@baken/receiver/open-storage';
import {findPostgres, startPostgres} from '@baken/receiver/testing/start-postgres';

import {escapeHtml} from './html.js';
import {type Demo, type DemoOptions, startDemo} from './start-demo.js';
import {createDist} from './testing/create-dist.js';

let distDir: string;
let dataDir: string;
let demo: Demo;

const free = {pages: 0, receiver: 0, inbox: 0, integrity: 0};
const start = (options: DemoOptions = {}): Promise<Demo> =>
  startDemo({distDir, dataDir, ports: free, ...options});

before(async () => {
  distDir = await createDist();
  dataDir = await mkdtemp(join(tmpdir(), 'baken-demo-data-'));
  demo = await start();
});
after(async () => {
  await demo.stop();
  await Promise.all([distDir, dataDir].map((folder) => rm(folder, {recursive: true})));
});

const compiledOf = async (id: string) =>
  (await (await fetch(`${demo.pages}/assets/${id}.nl.json`)).json()) as {
    endpoint: {url: string};
    gemeente: {code: string};
    questionSet: string;
  };

const post = (to: string, origin: string, signal: unknown): Promise<Response> =>
  fetch(to, {method: 'POST', headers: {'content-type': 'application/json', origin}, body: JSON.stringify(signal)});

async function createSignal(id: string, what: string) {
  const {gemeente, questionSet} = await compiledOf(id);
  return {
    schema: 'baken.signal/1',
    id: randomUUID(),
    createdAt: '2026-11-22T14:00:00.000Z',
    language: 'nl',
    channel: 'public',
    gemeente: gemeente.code,
    questions: questionSet,
    answers: {what},
    contact: null,
    attachments: [],
    client: {version: '0.1.0'},
  };
}

test('the pages, the receivers and the inbox answer, and each sample gemeente has its pages', async () => {
  assert.ok(demo.gemeenten.length >= 6, demo.gemeenten.join(', '));
  const paths = demo.gemeenten.flatMap((id) => [
    ...['', 'contact', 'signaal', 'woonoverlast', 'intranet/', 'intranet/meldroute'].map((page) => `/${id}/${page}`),
    ...['', '.contacts', '.staff'].flatMap((part) => [`/assets/${id}${part}.nl.json`, `/assets/${id}${part}.en.json`]),
  ]);
  const pages = ['/', ...paths].map((path) => demo.pages + path);
  for (const url of [...pages, `${demo.inbox}/`, `${demo.receiver}/v1/health`, `${demo.integrity}/v1/health`]) {
    assert.equal((await fetch(url)).status, 200, url);
  }
});

test('no page of a sample tells who looks over a shoulder what it is for', async () => {
  for (const id of demo.gemeenten) {
    for (const path of ['', 'contact', 'signaal', 'woonoverlast'].map((page) => `/${id}/${page}`)) {
      const page = await (await fetch(demo.pages + path)).text();
      assert.doesNotMatch(page, /mensenhandel|uitbuiting|slachtoffer|trafficking/i, path);
    }
  }
});

test('with free ports the compiled files and the policy of the pages follow the receiver', async () => {
  for (const id of demo.gemeenten) {
    assert.equal((await compiledOf(id)).endpoint.url, `${demo.receiver}/v1/signals`, id);
  }
  const {headers} = await fetch(`${demo.pages}/`);
  assert.match(headers.get('content-security-policy') ?? '', new RegExp(`connect-src 'self' ${demo.receiver} ${demo.integrity};`));
});

test('the receiver takes signals from the pages of the demo and from no other page', async () => {
  const url = `${demo.receiver}/v1/signals`;
  const signal = await createSignal('diemen', 'from elsewhere');
  assert.equal((await post(url, 'http://127.0.0.1:1', signal)).status, 403);
  const answer = await post(url, demo.pages, signal);
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get('access-control-allow-origin'), demo.pages);
});

test('what arrived is in the inbox, and still there after a restart', async () => {
  const signal = await createSignal('almere', 'Er komt elke nacht een bus.');
  const receipt = (await (await post(`${demo.receiver}/v1/signals`, demo.pages, signal)).json()) as {reference: string};
  const look = async (): Promise<string> => (await fetch(`${demo.inbox}/`)).text();
  assert.match(await look(), /Er komt elke nacht een bus\./);
  await demo.stop();
  await assert.rejects(look());
  demo = await start();
  const page = await look();
  assert.match(page, /Er komt elke nacht een bus\./);
  assert.ok(page.includes(receipt.reference));
});

test('what an employee registers at the staff endpoint is in the inbox, in words', async () => {
  const file = (await (await fetch(`${demo.pages}/assets/diemen.staff.nl.json`)).json()) as CompiledStaff;
  const {endpoints, meldroute, handover, signs, texts} = file.staff;
  assert.deepEqual(endpoints.map(({url}) => url), [demo.receiver, demo.integrity].map((origin) => `${origin}/v1/signals`));
  const [route, sign] = [meldroute.routes.find(({emergency}) => emergency), signs.at(-1)];
  assert.ok(route && sign);
  const signal = {
    ...(await createSignal('diemen', 'Drie mensen in een loods.')),
    channel: 'staff',
    createdAt: '2026-11-22T14:07:31.250Z',
    questions: `${handover.id}@${handover.version}`,
    checklist: [sign.id],
    route: {meldroute: `${meldroute.id}@${meldroute.version}`, choices: {}, routes: [route.id], flags: [], consent: {}},
  };
  assert.equal((await post(`${demo.receiver}/v1/signals`, demo.pages, signal)).status, 201);
  const page = await (await fetch(`${demo.inbox}/`)).text();
  assert.match(page, /Van een medewerker/);
  for (const text of [sign.text, texts[`route.${route.id}.title`] ?? 'no title']) {
    assert.ok(page.includes(escapeHtml(text)), text);
  }
});

/** Registers at the place for integrity, and gives where the inbox shows it: before or after its heading. */
async function registerApart(running: Demo, what: string): Promise<readonly boolean[]> {
  const signal = {...(await createSignal('diemen', what)), channel: 'staff', questions: 'handover@1'};
  assert.equal((await post(`${running.integrity}/v1/signals`, 'http://127.0.0.1:1', signal)).status, 403);
  assert.equal((await post(`${running.integrity}/v1/signals`, running.pages, signal)).status, 201);
  const page = await (await fetch(`${running.inbox}/`)).text();
  return page.split('Over iemand van de gemeente</').map((part) => part.includes(what));
}

test('a signal about someone of the gemeente lies in a place of its own, and is there after a restart', async () => {
  assert.deepEqual(await registerApart(demo, 'De wethouder.'), [false, true]);
  await demo.stop();
  const ordinary = await openStorage({dataFolder: dataDir});
  const bodies = (await ordinary.list(100)).map(({body}) => Buffer.from(body).toString());
  await ordinary.close();
  assert.ok(!bodies.join().includes('De wethouder.'));
  demo = await start();
  assert.match(await (await fetch(`${demo.inbox}/`)).text(), /De wethouder\./);
});

const withoutPostgres = findPostgres() === undefined && 'PostgreSQL is not installed';
test('and in a schema of its own in PostgreSQL', {skip: withoutPostgres}, async (context) => {
  const postgres = await startPostgres();
  context.after(() => postgres.stop());
  const running = await start({databaseUrl: postgres.url});
  try {
    assert.deepEqual(await registerApart(running, 'De burgemeester.'), [false, true]);
  } finally {
    await running.stop();
  }
  const database = await openPostgres(postgres.url);
  const count = async (table: string): Promise<unknown> => (await database.query(`select id from ${table}`)).length;
  assert.deepEqual([await count('public.signal'), await count('integrity.signal')], [0, 1]);
  await database.close();
});

test('a port that is taken is an error that names the port and the variable, and leaves the data free', async () => {
  const inUse = Number(new URL(demo.pages).port);
  const dataDir = await mkdtemp(join(tmpdir(), 'baken-demo-data-'));
  const variables = {
    pages: 'DEMO_PORT', receiver: 'RECEIVER_PORT', inbox: 'INBOX_PORT', integrity: 'INTEGRITY_PORT',
  } as const;
  for (const name of ['pages', 'receiver', 'inbox', 'integrity'] as const) {
    const ports = {...free, [name]: inUse};
    const message = new RegExp(`Port ${inUse} on 127\\.0\\.0\\.1 is taken.*${variables[name]}`);
    await assert.rejects(start({ports, dataDir}), message);
  }
  const other = await start({dataDir});
  await Promise.all([other.stop(), other.stop()]);
  await rm(dataDir, {recursive: true});
});
