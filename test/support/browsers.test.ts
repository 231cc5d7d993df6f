import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import type {Browser, Page} from './browser.js';
import {chooseEngines, launchBrowser} from './browsers.js';
import {type Pages, servePages} from './serve-pages.js';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));

for (const engine of chooseEngines()) {
  describe(`the driver of ${engine}`, () => {
    let pages: Pages;
    let browser: Browser;
    let page: Page;
    const bodies: string[] = [];
    const address = (query = '') => `${pages.origin}/form.html?${engine === 'webkit' ? 'open' : ''}${query}`;
    const tab = async (times: number) => {
      for (let time = 0; time < times; time++) await page.press('Tab');
      return page.focused();
    };

    before(async () => {
      pages = await servePages(fixtures, async (request, response) => {
        if (request.method !== 'POST') return false;
        bodies.push(Buffer.concat(await request.toArray()).toString());
        response.end('stored');
        return true;
      });
      browser = await launchBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await pages?.close();
    });

    it('starts on the page itself, with nothing in focus', async () => {
      await page.goto(address());
      assert.equal(await page.focused(), undefined);
      const first = await tab(1);
      assert.equal(first?.role, 'link');
      assert.equal(first?.name, 'First link');
    });

    it('tells role, name, description, group and state of a control inside the root', async () => {
      await page.goto(address());
      const left = await tab(2);
      assert.deepEqual(
        [left?.role, left?.name, left?.description, left?.groups, left?.checked],
        ['radio', 'Left', 'Pick one.', ['Which way?'], false],
      );
      assert.equal(left?.ringed, true);
      assert.equal(left?.hiddenBy, undefined);
      await page.press('ArrowDown');
      const right = await page.focused();
      assert.deepEqual([right?.name, right?.checked, right?.ringStays], ['Right', true, false]);
    });

    it('tells checkboxes, text, a list to choose from and a summary apart', async () => {
      await page.goto(address());
      const box = await tab(3);
      assert.deepEqual([box?.role, box?.name, box?.groups], ['checkbox', 'Thing one', ['Which things?']]);
      await page.press('Space');
      assert.equal((await page.focused())?.checked, true);
      const text = await tab(2);
      assert.deepEqual([text?.role, text?.name, text?.invalid], ['textbox', 'Your words', true]);
      await page.type('Één woord,\n"twee" & €3');
      assert.equal((await page.focused())?.value, 'Één woord,\n"twee" & €3');
      const list = await tab(1);
      assert.deepEqual([list?.role, list?.name, list?.value], ['combobox', 'Language', 'Dutch']);
      const summary = await tab(1);
      assert.deepEqual([summary?.role, summary?.name], ['button', 'Read more']);
      await page.press('Shift+Tab');
      assert.equal((await page.focused())?.name, 'Language');
    });

    it('follows focus into a modal dialog and back', async () => {
      await page.goto(address());
      const button = await tab(8);
      assert.equal(button?.name, 'Open the window');
      await page.press('Enter');
      const name = await page.focused();
      assert.deepEqual([name?.role, name?.name], ['textbox', 'Name']);
      await page.press('Escape');
      assert.equal((await page.focused())?.name, 'Open the window');
    });

    it('sees a ring that is missing, a ring that never leaves, and what lies over a control', async () => {
      await page.goto(address());
      const bare = await tab(9);
      assert.deepEqual([bare?.name, bare?.ringed], ['No ring', false]);
      const framed = await tab(1);
      assert.deepEqual([framed?.name, framed?.ringed], ['Always a ring', true]);
      const plain = await tab(1);
      assert.deepEqual([plain?.name, plain?.ringed, plain?.ringStays], ['Plain', true, true]);
      const under = await tab(1);
      assert.equal(under?.name, 'Under the bar');
      await page.evaluate(() => {
        const bar = document.createElement('div');
        bar.className = 'host-bar';
        bar.style.cssText = 'position:fixed;inset:0;';
        document.body.append(bar);
        scrollTo(0, document.body.scrollHeight);
      });
      assert.match((await page.focused())?.hiddenBy ?? '', /<div.host-bar>/);
      const away = await tab(1);
      assert.equal(away?.name, 'Out of the window');
      assert.match(away?.hiddenBy ?? '', /the edge of the window/);
    });

    it('reads the words and the typed values on the page, in the root too', async () => {
      await page.goto(address());
      await tab(5);
      await page.type('zilverreiger');
      const words = await page.text();
      assert.match(words, /Which way\?/);
      assert.match(words, /zilverreiger/);
      assert.doesNotMatch(words, /Close the window/);
    });

    it('sizes the page, takes a picture and hears the console', async () => {
      const size = await page.viewport(640, 700);
      assert.deepEqual(size, {width: 640, height: 700});
      await page.goto(address());
      const png = await page.screenshot();
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      await page.evaluate(() => console.error('heard'));
      assert.ok((await page.console()).includes('error: heard'));
    });

    it('runs functions with arguments, waits for promises and rejects what throws', async () => {
      const sum = await page.evaluate(async (a, b) => {
        const add = (one: number, other: number) => one + other;
        return {sum: add(a, b), nothing: null};
      }, 1, 2);
      assert.deepEqual(sum, {sum: 3, nothing: null});
      await assert.rejects(page.evaluate(() => { throw new Error('on purpose'); }));
      await page.addScript('globalThis.added = 41 + 1');
      assert.equal(await page.evaluate(() => (globalThis as {added?: number}).added), 42);
    });

    it('lists requests', async () => {
      await page.goto(address());
      await page.evaluate(() => fetch('/store', {method: 'POST', body: 'a body'}).then((answer) => answer.text()));
      const request = (await page.requests()).find(({url}) => url.endsWith('/store'));
      assert.ok(request);
      assert.deepEqual(bodies, ['a body']);
      // WebDriver classic tells no bodies: there the server's own log is the witness.
      const whole = {method: 'POST', url: `${pages.origin}/store`, body: 'a body'};
      if (engine !== 'webkit') assert.deepEqual(request, whole);
    });

    it('goes back to a page as it was: the back/forward cache is on', async () => {
      await page.goto(address());
      await page.evaluate(() => {
        addEventListener('pageshow', (event) => Object.assign(globalThis, {kept: event.persisted}));
      });
      await page.goto(address('&next'));
      await page.back();
      assert.equal(await page.evaluate(() => (globalThis as {kept?: boolean}).kept), true);
      await page.forward();
      assert.match(await page.evaluate(() => location.search), /next/);
    });
  });
}
