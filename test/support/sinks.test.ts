import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import type {Browser, Page} from './browser.js';
import {chooseEngines, launchBrowser} from './browsers.js';
import {canaryFor, findCanaries} from './canary.js';
import {type Pages, servePages} from './serve-pages.js';
import {collectSinks, hearPage, readCapturedKeys, readOwnEvents} from './sinks.js';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const canary = canaryFor('field');

/** Ways in which a page could let something out. Each runs in the page. */
const leaks: Readonly<Record<string, (text: string) => unknown>> = {
  'localStorage': (text) => localStorage.setItem('a', text),
  'sessionStorage': (text) => sessionStorage.setItem('a', btoa(unescape(encodeURIComponent(text)))),
  'IndexedDB': (text) => new Promise<void>((resolve) => {
    const opening = indexedDB.open('notes');
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts').put({deep: [text]}, 1);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  }),
  'Cache API': async (text) => (await caches.open('x')).put('/a', new Response(text)),
  'cookies': (text) => void (document.cookie = `a=${encodeURIComponent(text)}`),
  'the address': (text) => history.replaceState(null, '', `?${new URLSearchParams({q: text})}`),
  'history.state': (text) => history.replaceState({text}, ''),
  'the title': (text) => void (document.title = text),
  'window.name': (text) => void (window.name = text.toLowerCase()),
  'the light DOM': (text) => document.querySelector('fixture-form')?.setAttribute('data-a', text),
  'our own events': (text) => document.dispatchEvent(new CustomEvent('baken-test', {detail: {deep: {er: [text]}}})),
  'messages': (text) => new BroadcastChannel('a').postMessage({text}),
  'what was written': (text) => {
    localStorage.setItem('b', text);
    localStorage.removeItem('b');
  },
  'the console': (text) => console.error('oops', text),
  'performance entries': (text) => void performance.mark(text),
  'listeners that bubble': (text) => document.querySelector('#first')
    ?.dispatchEvent(Object.assign(new Event('input', {bubbles: true}), {data: text})),
};

for (const engine of chooseEngines()) {
  describe(`the search of a page in ${engine}`, () => {
    let pages: Pages;
    let browser: Browser;
    let page: Page;

    before(async () => {
      pages = await servePages(fixtures);
      browser = await launchBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await pages?.close();
    });

    it('finds what a page lets out, in each place, and names the place', async () => {
      await page.goto(`${pages.origin}/form.html${engine === 'webkit' ? '?open' : ''}`);
      await hearPage(page);
      assert.deepEqual(findCanaries([canary], await collectSinks(page)), []);
      for (const [place, leak] of Object.entries(leaks)) {
        await page.evaluate(leak as (text: string) => undefined, canary);
        const found = findCanaries([canary], await collectSinks(page));
        assert.ok(found.some((line) => line.includes(` in ${place} (`)), `${place}: ${found.join('; ')}`);
      }
      assert.deepEqual(await readOwnEvents(page), ['baken-test']);
    });

    it('hears keys in the capture phase, and in the bubble phase too where nothing stops them', async () => {
      await page.goto(`${pages.origin}/form.html${engine === 'webkit' ? '?open' : ''}`);
      await hearPage(page);
      for (let time = 0; time < 5; time++) await page.press('Tab');
      await page.type(canary);
      assert.equal(await readCapturedKeys(page), canary);
      const found = findCanaries([canary], await collectSinks(page));
      assert.ok(found.some((line) => line.includes(' in keys that bubble ')), found.join('; '));
    });
  });
}
