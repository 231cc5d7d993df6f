import assert from 'node:assert/strict';
import {rm} from 'node:fs/promises';
import {after, before, test} from 'node:test';

import {buildSite} from './build-site.js';
import {readShippedFiles, type ShippedFiles} from './shipped-files.js';
import type {Site} from './site.js';
import {createDist} from './testing/create-dist.js';
import {createSample} from './testing/create-sample.js';
import {completeSample} from './testing/create-staff.js';

const receivers = ['http://127.0.0.1:4101', 'http://127.0.0.1:4103'];
const inbox = 'http://127.0.0.1:4102/';
let dist: string;
let shipped: ShippedFiles;
let site: Site;
let pages: [path: string, page: string][];

before(async () => {
  dist = await createDist();
  shipped = await readShippedFiles(dist);
  const samples = [
    completeSample(createSample(), true),
    completeSample(createSample('almere', 'Almere', '0034', 'je')),
    completeSample(createSample('blaricum', 'Blaricum', '0376'), true),
  ];
  site = await buildSite({samples, shipped, receivers, inbox});
  pages = [...site.resources, ['/nowhere', site.missing] as const]
    .filter(([, {type}]) => type.startsWith('text/html'))
    .map(([path, {body}]) => [path, body.toString()]);
});
after(() => rm(dist, {recursive: true}));

const pageAt = (path: string): string => {
  const page = pages.find(([known]) => known === path)?.[1];
  assert.ok(page !== undefined, path);
  return page;
};

const count = (page: string, pattern: RegExp): number => [...page.matchAll(pattern)].length;

const intranet = ['', 'contact', 'meldroute', 'oefenen', 'tekens'];

test('each gemeente has its pages for residents, and each with a staff file has those for staff', () => {
  const open = ['almere', 'blaricum', 'diemen'].flatMap((id) =>
    ['', 'contact', 'signaal', 'woonoverlast'].map((page) => `/${id}/${page}`),
  );
  const staff = ['blaricum', 'diemen'].flatMap((id) => intranet.map((page) => `/${id}/intranet/${page}`));
  assert.deepEqual(pages.map(([path]) => path).sort(), ['/', '/nowhere', ...open, ...staff].sort());
});

test('the page for contact holds the snippet of the cards, with numbers that work without it', () => {
  const page = pageAt('/diemen/contact');
  assert.match(page, /src="\/assets\/baken-contacts\.js" integrity="sha384-contacts" crossorigin="anonymous">/);
  const snippet = /<baken-contact-card contact="112 politie [a-z0-9 -]+" config-src="\/assets\/diemen\.json">([^]*)<\/baken-contact-card>/;
  const [, card = ''] = snippet.exec(page) ?? [];
  assert.match(card, /<a class="calls-number" href="tel:112">/);
  assert.match(card, /<a class="calls-number" href="tel:09008844">/);
});

test('a page for staff loads the script for staff, the staff file and nothing of the public ones', () => {
  for (const path of intranet.filter((name) => name !== '')) {
    const page = pageAt(`/diemen/intranet/${path}`);
    const scripts = [...page.matchAll(/<script[^>]* src="([^"]*)"/g)].map(([, src]) => src);
    assert.deepEqual(scripts, ['/assets/baken-staff.js'], path);
    assert.match(page, /integrity="sha384-staff" crossorigin="anonymous"/, path);
    assert.match(page, /<baken-gemeente config-src="\/assets\/diemen\.staff\.json">/, path);
    const [, inner = ''] = /<baken-gemeente[^>]*>([^]*)<\/baken-gemeente>/.exec(page) ?? [];
    const widgets = [...inner.matchAll(/<(baken-[a-z-]+)[^>]*>([^]*?)<\/\1>/g)];
    assert.ok(widgets.length > 0, path);
    for (const [, name, fallback = ''] of widgets) assert.match(fallback, /href="tel:112"/, `${path}: ${name}`);
  }
});

test('what was ticked can be handed to a wizard on the same page', () => {
  assert.match(pageAt('/diemen/intranet/tekens'), /<baken-risk-checklist>[^]*<baken-meldroute-wizard>/);
  assert.match(pageAt('/diemen/intranet/oefenen'), /<baken-risk-checklist practice>/);
});

test('no page for residents leads to the pages for staff, or loads their script', () => {
  for (const [path, page] of pages) {
    if (path === '/' || path.includes('/intranet/')) continue;
    assert.doesNotMatch(page, /intranet|baken-staff|\.staff\./i, path);
  }
});

test('the first page leads to the intranet of each gemeente that has one', () => {
  const links = [...pageAt('/').matchAll(/href="([^"]*intranet[^"]*)"/g)].map(([, url]) => url);
  assert.deepEqual(links, ['/diemen/intranet/', '/blaricum/intranet/']);
});

test('pages for staff speak to staff as je, and say that they are not for everyone', () => {
  assert.match(pageAt('/diemen/intranet/'), /Zie of hoor je op je werk iets/);
  assert.match(pageAt('/diemen/intranet/meldroute'), /Op een echt intranet moet je eerst inloggen/);
  assert.match(pageAt('/diemen/contact'), /Wie kunt u bellen\?/);
});

test('every page says that it is an example, and asks search engines to stay away', () => {
  for (const [path, page] of pages) {
    assert.match(page, />Voorbeeld: er wordt niets gemeld\. Gevaar\? Bel 112\.</, path);
    assert.match(page, /<meta name="robots" content="noindex">/, path);
  }
  assert.match(site.headers['x-robots-tag'] ?? '', /noindex/);
});

test('nothing that others can see says what the page is for', () => {
  for (const [path, page] of pages) {
    assert.doesNotMatch(path + page, /mensenhandel|uitbuiting|slachtoffer|trafficking/i, path);
    const title = /<title>(.*)<\/title>/.exec(page)?.[1] ?? '';
    assert.doesNotMatch(title, /dwang|gedwongen|gevaar|seks|112/i, path);
  }
});

test('every page has one heading of the first level, a skip link that leads somewhere, and the landmarks', () => {
  for (const [path, page] of pages) {
    assert.match(page, /<html lang="nl"/, path);
    assert.equal(count(page, /<h1[ >]/g), 1, path);
    for (const tag of ['header', 'main', 'footer']) assert.equal(count(page, new RegExp(`<${tag}[ >]`, 'g')), 1, path);
    const skip = /<body>\s*<a class="skip" href="#(\w+)">/.exec(page)?.[1];
    assert.ok(skip && page.includes(`<main class="main" id="${skip}"`), path);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, path);
  }
});

test('a page loads nothing from elsewhere and has no script or style inside it', () => {
  for (const [path, page] of pages) {
    for (const [, url] of page.matchAll(/<(?:link|script|img|iframe)[^>]* (?:href|src)="([^"]*)"/g)) {
      assert.ok(url === 'data:,' || site.resources.has(url ?? ''), `${path}: ${url}`);
    }
    assert.doesNotMatch(page, /<style|<script(?![^>]* src=)| style=| on\w+=/, path);
  }
});

test('every link on the site leads to a page that is there', () => {
  for (const [path, page] of pages) {
    for (const [, url = ''] of page.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const there = url.startsWith('#') || url.startsWith('tel:') || url === inbox || site.resources.has(url);
      assert.ok(there, `${path}: ${url}`);
    }
  }
});

test('the page with the form holds the snippet as it is published, and one paragraph under it', () => {
  const page = pageAt('/diemen/signaal');
  assert.match(page, /<link rel="stylesheet" href="\/assets\/baken\.css">/);
  assert.match(
    page,
    /<script type="module" src="\/assets\/baken\.js" integrity="sha384-form" crossorigin="anonymous"><\/script>/,
  );
  assert.match(page, new RegExp([
    '<baken-gemeente config-src="/assets/diemen\\.json">',
    '<baken-signal-form><p>Lukt het niet\\? Bel <a href="tel:09008844">0900-8844</a>\\. ' +
      'Bij gevaar: <a href="tel:112">112</a>\\.</p></baken-signal-form>',
    '</baken-gemeente>',
    '<p class="below">.*</p></div></main>',
  ].join('\\s*')));
});

test('the neighbouring page loads the button alone, and its link works without script', () => {
  const page = pageAt('/almere/woonoverlast');
  const button = '<baken-report-button topic="woonoverlast" config-src="/assets/almere.json">';
  assert.ok(page.includes(`${button}<a href="/almere/signaal">`));
  assert.match(page, /src="\/assets\/baken-button\.js" integrity="sha384-button" crossorigin="anonymous"/);
  assert.equal(count(page, /<script/g), 1);
  assert.doesNotMatch(pageAt('/almere/'), /<script/);
});

test('the neighbouring page lists the signs of its topic, without those of present danger', () => {
  const list = /<ul><li>(.*)<\/li><\/ul>/.exec(pageAt('/diemen/woonoverlast'))?.[1];
  assert.deepEqual(list?.split('</li><li>'), ['Er wonen steeds andere mensen.', 'Mensen slapen in een loods.']);
});

test('the page speaks to the reader as the gemeente does', () => {
  assert.match(pageAt('/almere/woonoverlast'), /Denk je dat iemand wordt gedwongen\?/);
  assert.match(pageAt('/diemen/woonoverlast'), /Denkt u dat iemand wordt gedwongen\?/);
});

test('a page says that nobody reviewed its content yet', () => {
  assert.match(pageAt('/diemen/'), /De inhoud is nog niet nagekeken/);
});

test('pages allow their own files, the receivers, and nothing else', () => {
  assert.equal(
    site.headers['content-security-policy'],
    `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${receivers.join(' ')}; ` +
      `require-trusted-types-for 'script'; trusted-types baken; img-src data:; ` +
      `base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  assert.equal(site.headers['x-content-type-options'], 'nosniff');
  assert.equal(site.headers['referrer-policy'], 'no-referrer');
});

test('the compiled file lies where the loader looks for it', () => {
  const file = site.resources.get('/assets/diemen.nl.json');
  assert.equal(file?.type, 'application/json; charset=utf-8');
  assert.match(file?.body.toString() ?? '', /"format":"baken\.gemeente\/1"/);
});

test('the files with contacts and those for staff lie beside it', () => {
  const formatOf = (path: string): unknown => {
    const body = site.resources.get(path)?.body.toString();
    return body && (JSON.parse(body) as {format: string; staff?: object}).format;
  };
  assert.equal(formatOf('/assets/diemen.contacts.nl.json'), 'baken.contacts/1');
  assert.equal(formatOf('/assets/diemen.staff.nl.json'), 'baken.gemeente/1');
  assert.equal(formatOf('/assets/almere.staff.nl.json'), undefined);
  assert.doesNotMatch(site.resources.get('/assets/diemen.nl.json')?.body.toString() ?? '', /"staff"/);
});

test('a name of a gemeente cannot bring markup into a page', async () => {
  const samples = [completeSample(createSample('diemen', 'A<b>&"'), true)];
  const {resources} = await buildSite({samples, shipped, receivers, inbox});
  for (const path of ['/', '/diemen/', '/diemen/contact', '/diemen/intranet/']) {
    assert.match(resources.get(path)?.body.toString() ?? '', /A&lt;b&gt;&amp;&quot;/, path);
  }
});

test('a gemeente without a house style is an error that says what to write', async () => {
  const samples = [completeSample(createSample('nergens'))];
  const built = buildSite({samples, shipped, receivers, inbox});
  await assert.rejects(built, /nergens\.css is not there\. Write the house style/);
});
