import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import type {Browser, Page} from './browser.js';
import {chooseEngines, launchBrowser} from './browsers.js';
import {Keyboard} from './keyboard.js';
import {countChanged, readPng} from './picture.js';
import {type Pages, servePages} from './serve-pages.js';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));

for (const engine of chooseEngines()) {
  describe(`the keyboard in ${engine}`, () => {
    let pages: Pages;
    let browser: Browser;
    let page: Page;
    const open = async (file = 'form.html') => {
      await page.goto(`${pages.origin}/${file}${engine === 'webkit' ? '?open' : ''}`);
      return new Keyboard(page);
    };

    before(async () => {
      pages = await servePages(fixtures);
      browser = await launchBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await pages?.close();
    });

    it('fills in a form by role, name and question alone', async () => {
      const keyboard = await open();
      await keyboard.choose('No way', 'Which way?');
      await keyboard.tick('Thing two', 'Which things?');
      await keyboard.fill('Your words', 'Vijf meisjes,\nelke nacht');
      await keyboard.activate({role: 'button', name: 'Open the window'}, 'Space');
      await keyboard.fill('Name', 'Jansen');
      await keyboard.activate({role: 'button', name: 'Close the window'});
      assert.equal((await keyboard.look())?.name, 'Open the window');
      assert.deepEqual(
        keyboard.stops.filter(({role}) => role === 'radio').map(({name}) => name),
        ['Left', 'Right', 'No way'],
      );
    });

    it('goes back with Shift+Tab', async () => {
      const keyboard = await open();
      await keyboard.tabTo({role: 'textbox', name: 'Your words'});
      await keyboard.tabTo({role: 'link', name: 'First link'}, {back: true});
    });

    it('rejects with the stops it made when a control is not there', async () => {
      const keyboard = await open();
      await assert.rejects(keyboard.tabTo({role: 'button', name: 'Save'}, {limit: 3}), /Stops: .*radio "Left"/);
      await (await open()).tabTo({role: 'radio', group: 'Which way?'});
      await assert.rejects(keyboard.choose('Up', 'Which way?'), /The arrows met .*"Right"/);
    });

    it('rejects at a stop without a ring', async () => {
      const keyboard = await open();
      await assert.rejects(keyboard.tabTo({role: 'button', name: 'Plain'}), /"No ring": no focus ring is drawn/);
    });

    it('agrees with what is drawn: pixels change around each stop with a ring, and around none without', async () => {
      const keyboard = await open();
      await keyboard.tabTo({role: 'textbox', name: 'Your words'});
      for (const name of ['Language', 'Read more', 'Open the window', 'No ring']) {
        const before = readPng(await page.screenshot());
        await page.press('Tab');
        const focused = await page.focused();
        assert.equal(focused?.name, name);
        const after = readPng(await page.screenshot());
        const changed = countChanged(before, after, focused.rect, 0);
        const around = countChanged(before, after, focused.rect, 5) - changed;
        assert.equal(around > 100, focused.ringed, `${name}: ${around} pixels changed around it`);
      }
    });

    it('rejects at a stop whose ring was there before the focus came', async () => {
      const keyboard = await open('rings.html');
      const walk = keyboard.tabTo({role: 'button', name: 'Third'});
      await assert.rejects(walk, /button "First" looks the same without the focus/);
    });

    it('rejects at a stop under a bar', async () => {
      const keyboard = await open('bar.html');
      await assert.rejects(keyboard.tabTo({role: 'button', name: 'Last'}), /hidden by <div#bar>/);
    });
  });
}
