import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Signal} from '@baken/model/rules/signal';

import type {Browser, Page} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {cuts} from '../support/fault-proxy.js';
import {Keyboard} from '../support/keyboard.js';
import {startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {awaitHeading, openForm, pressSend, sentence, walkToReview} from '../support/walk-form.js';

/** The shortest way to a signal. */
const answers = {
  'danger': 'no',
  'who': 'other',
  'form': 'unknown',
  'what': 'Elke nacht bussen met jonge mensen.',
  'still': 'yes',
  'source': 'seen',
  'known': 'anonymous',
};

const has = (words: string, text: string): boolean => words.replace(/\s/g, '').includes(text.replace(/\s/g, ''));

for (const engine of chooseEngines()) {
  describe(`a network that breaks while a signal is sent, in ${engine}`, () => {
    let site: TestSite;
    let browser: Browser;
    let page: Page;
    let gemeente: CompiledGemeente;
    let keyboard: Keyboard;
    let known = 0;

    const text = (key: string) => sentence(gemeente, key);
    const countNew = async () => (await site.storage.list(1000)).length - known;
    /** Reads the page first: what is stored later cannot excuse what the page says now. */
    const readPage = async () => {
      const words = await page.text();
      const saysReceived = has(words, text('received.title'));
      if (saysReceived) assert.equal(await countNew(), 1, 'the page says "received" and nothing is stored');
      return {words, saysReceived};
    };

    before(async () => {
      site = await startTestSite({isOpen: engine === 'webkit'});
      const [first] = site.gemeenten;
      assert.ok(first);
      gemeente = first;
      browser = await launchBrowser(engine);
    });
    afterEach(async () => {
      await page.close();
      await site.network.restore();
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    for (const cut of cuts) {
      it(`cut at "${cut}", then restored: stored once, and never "received" before that`, async () => {
        known = (await site.storage.list(1000)).length;
        const tries = site.network.attempts.length;
        page = await browser.newPage();
        keyboard = new Keyboard(page);
        await openForm(page, `${site.origin}/${gemeente.gemeente.id}/signaal`);
        await walkToReview(page, keyboard, gemeente, answers);
        await site.network.cut(cut);
        await pressSend(keyboard, gemeente);

        if (cut === 'held') {
          await until('the request to be on its way', () => site.network.broken > 0);
          await awaitHeading(page, keyboard, text('sending.title'));
          assert.equal((await readPage()).saysReceived, false);
          assert.equal(await countNew(), 0);
          await site.network.restore();
        } else {
          const outcomes = [text('unsent.title'), text('uncertain.title')];
          const {words} = await until('the page to say that it does not know', async () => {
            const read = await readPage();
            assert.equal(read.saysReceived, false, 'the page says "received" while no answer came through');
            return outcomes.some((title) => has(read.words, title)) ? read : undefined;
          });
          const isStored = cut === 'stored' || cut === 'answer';
          assert.equal(await countNew(), isStored ? 1 : 0);
          // What may have arrived must not be called unsent: the visitor would tell it twice, or never again.
          if (isStored) assert.ok(has(words, text('uncertain.title')), words);
          await site.network.restore();
          const key = has(words, text('uncertain.title')) ? 'uncertain.again' : 'unsent.again';
          await keyboard.activate({role: 'button', name: text(key)}).catch(async (failure: unknown) => {
            // The form tries by itself as well, and may have been faster than the keyboard.
            if (!(await readPage()).saysReceived) throw failure;
          });
        }

        await until('the receipt', async () => (await readPage()).saysReceived);
        assert.equal(await countNew(), 1);
        const bodies = new Set(site.network.attempts.slice(tries).map(({body}) => body));
        assert.equal(bodies.size, 1, 'every try sends the same bytes');
        const [body = ''] = bodies;
        const stored = await site.storage.find((JSON.parse(body) as Signal).id);
        assert.equal(Buffer.from(stored?.body ?? []).toString(), body);
      });
    }
  });
}
