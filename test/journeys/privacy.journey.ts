import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';

import {type Answer, findRoute} from '@baken/model/rules/answers';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import type {Browser, Page} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {canaryFor, findCanaries} from '../support/canary.js';
import {Keyboard} from '../support/keyboard.js';
import {collectSinks, hearPage, readCapturedKeys, readOwnEvents} from '../support/sinks.js';
import {EXIT_PATH, startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {answerAll, awaitHeading, fillStep, goOn, openForm, pressSend, sentence, walkToReview}
  from '../support/walk-form.js';

/** Answers with a canary in every text field of the route; what a field checks is put around it. */
function canaryAnswers(gemeente: CompiledGemeente, wishes: Readonly<Record<string, Answer>>) {
  const answers: Record<string, Answer> = {...answerAll(gemeente, wishes)};
  const canaries: string[] = [];
  for (const {id, type, contact} of findRoute(gemeente, answers).steps.flatMap((step) => step.questions)) {
    if (type !== 'text' && type !== 'line') continue;
    const canary = canaryFor(id);
    canaries.push(canary);
    answers[id] = `${canary}${{phone: ' 0612345678', email: '@voorbeeld.nl'}[String(contact)] ?? ''}`;
  }
  return {answers, canaries};
}

const routes = {
  'about someone else': {danger: 'no', who: 'other', form: 'arbeid', known: 'confidential', reply: 'yes'},
  'about oneself': {danger: 'no', who: 'me', safe: 'yes', age: 'adult', known: 'confidential', reply: 'yes'},
};

for (const engine of chooseEngines()) {
  describe(`what a visitor types, in ${engine}`, () => {
    let site: TestSite;
    let browser: Browser;
    let page: Page;
    let keyboard: Keyboard;
    let gemeente: CompiledGemeente;
    const address = (path: string) => `${site.origin}/${gemeente.gemeente.id}/${path}`;

    before(async () => {
      site = await startTestSite({isOpen: engine === 'webkit'});
      const [first] = site.gemeenten;
      assert.ok(first);
      gemeente = first;
      browser = await launchBrowser(engine);
    });
    beforeEach(async () => {
      page = await browser.newPage();
      keyboard = new Keyboard(page);
    });
    afterEach(() => page.close());
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    /** Everything that reached a server but the bodies of the one permitted request. */
    const collectRequests = async (): Promise<Record<string, string>> => ({
      'a request to the pages': JSON.stringify(site.requests),
      'the headers of the signal': JSON.stringify(site.network.attempts.map(({headers}) => headers)),
      'a request of the browser': (await page.requests())
        .filter(({method, url}) => !(method === 'POST' && url === gemeente.endpoint.url))
        .map((request) => JSON.stringify(request))
        .join('\n'),
    });
    const expectNothing = async (canaries: readonly string[], when: string): Promise<void> => {
      const places = {...(await collectSinks(page)), ...(await collectRequests())};
      assert.deepEqual(findCanaries(canaries, places), [], when);
    };

    for (const [name, wishes] of Object.entries(routes)) {
      it(`is in no place but the one request, on the route ${name}`, async () => {
        const {answers, canaries} = canaryAnswers(gemeente, wishes);
        assert.ok(canaries.length >= 6);
        const tries = site.network.attempts.length;
        await openForm(page, address('signaal'));
        await hearPage(page, {isOpen: engine === 'webkit'});
        await walkToReview(page, keyboard, gemeente, answers, async (step) => {
          if (step.questions.some(({type}) => type === 'text' || type === 'line')) {
            await expectNothing(canaries, `typing at "${step.id}"`);
          }
        });
        // A listener that comes first hears every key: no root hides them. So the silence is not for lack of keys.
        const captured = await readCapturedKeys(page);
        for (const canary of canaries) assert.ok(captured.includes(canary), `${canary} was not typed with keys`);
        await expectNothing(canaries, 'at the review');
        await site.network.cut('held');
        await pressSend(keyboard, gemeente);
        await awaitHeading(page, keyboard, sentence(gemeente, 'sending.title'));
        await expectNothing(canaries, 'while sending');
        await site.network.restore();
        await awaitHeading(page, keyboard, sentence(gemeente, 'received.title'));
        await expectNothing(canaries, 'on the receipt');
        assert.deepEqual(findCanaries(canaries, {'the receipt': await page.text()}), []);
        assert.deepEqual(await readOwnEvents(page), ['baken-sending', 'baken-received']);
        const bodies = site.network.attempts.slice(tries).map(({body}) => body);
        assert.equal(bodies.length, 1);
        for (const canary of canaries) assert.ok(bodies[0]?.includes(JSON.stringify(canary).slice(1, -1)), canary);
      });
    }

    const what = canaryFor('what');
    const upToWhat = {danger: 'no', who: 'other', form: 'unknown'};

    it('is in no place when an answer is refused', async () => {
      const {answers, canaries} = canaryAnswers(gemeente, {...upToWhat, known: 'confidential', reply: 'yes'});
      await openForm(page, address('signaal'));
      await hearPage(page, {isOpen: engine === 'webkit'});
      const {steps} = findRoute(gemeente, answers);
      for (const [index, step] of steps.entries()) {
        if (index > 0) await awaitHeading(page, keyboard, step.title);
        const isLast = step.id === 'reach';
        const wrong = {...answers, phone: canaryFor('phone'), email: canaryFor('email')};
        await fillStep(keyboard, gemeente, step, isLast ? wrong : answers);
        await goOn(keyboard, gemeente, step);
        if (!isLast) continue;
        await until('the summary of errors to have the focus', async () => (await page.focused())?.role === 'heading');
        assert.match((await page.focused())?.name ?? '', /2/);
        await expectNothing(canaries, 'in the error state');
        break;
      }
    });

    /** Walks to the first long text and types there. The focus stays in the field. */
    const typeWhat = async (): Promise<void> => {
      const route = findRoute(gemeente, upToWhat).steps;
      for (const [index, step] of route.entries()) {
        if (index > 0) await awaitHeading(page, keyboard, step.title);
        const answers = {...upToWhat, what};
        await fillStep(keyboard, gemeente, step, answers);
        if (step.questions.some(({id}) => id === 'what')) break;
        await goOn(keyboard, gemeente, step);
      }
      assert.deepEqual(findCanaries([what], {'the field': await page.text()}), [`${what} in the field (as it is)`]);
    };
    const expectGone = async (when: string): Promise<void> => {
      const places = {...(await collectSinks(page)), 'the page': await page.text()};
      assert.deepEqual(findCanaries([what], places), [], when);
    };
    const expectExit = async (when: string): Promise<void> => {
      await until('the other page', () =>
        page.evaluate((path) => location.pathname === path, EXIT_PATH).catch(() => false));
      await expectGone(`${when}: on the page to which it leads`);
      const back = async () => {
        await page.back();
        await expectGone(`${when}: after Back`);
        const path = await page.evaluate(() => location.pathname);
        assert.doesNotMatch(path, /signaal|woonoverlast/, 'Back returns to the form');
      };
      await back();
      await page.forward();
      await expectGone(`${when}: after Forward`);
    };
    /** The button stands before the form. */
    const pressLeave = () =>
      keyboard.activate({role: 'button', name: sentence(gemeente, 'leave')}, 'Enter', {back: true});
    const leaveKeys = async (): Promise<void> => {
      for (let time = 0; time < 3; time++) await page.press('Escape');
    };

    it('is gone after the leave button, also after Back', async () => {
      await page.goto(address(''));
      await openForm(page, address('signaal'));
      await typeWhat();
      await pressLeave();
      await expectExit('the leave button');
    });

    it('is gone after Escape three times with the focus in a field, also after Back', async () => {
      await page.goto(address(''));
      await openForm(page, address('signaal'));
      await typeWhat();
      await leaveKeys();
      await expectExit('Escape');
    });

    for (const way of ['the leave button', 'Escape']) {
      it(`is gone after ${way} while the form is open in the dialog of the report button`, async () => {
        await page.goto(address(''));
        await page.goto(address('woonoverlast'));
        const link = await page.evaluate(() => document.querySelector('baken-report-button a')?.textContent ?? '');
        await keyboard.activate({role: 'link', name: link});
        const topic = 'woonoverlast';
        const {steps} = findRoute(gemeente, upToWhat, topic);
        const [first] = steps;
        assert.ok(first);
        await until('the form in the dialog', async () => (await page.text()).includes(first.title));
        for (const [index, step] of steps.entries()) {
          if (index > 0) await awaitHeading(page, keyboard, step.title);
          await fillStep(keyboard, gemeente, step, {...upToWhat, what});
          if (step.questions.some(({id}) => id === 'what')) break;
          await goOn(keyboard, gemeente, step);
        }
        assert.notDeepEqual(findCanaries([what], {'the field': await page.text()}), []);
        if (way === 'Escape') await leaveKeys();
        else await pressLeave();
        await expectExit(`${way} in the dialog`);
      });
    }

    it('is gone when the visitor comes back with Back, from the back/forward cache', async () => {
      await openForm(page, address('signaal'));
      await page.evaluate(() => {
        addEventListener('pageshow', (event) => Object.assign(globalThis, {kept: event.persisted}));
      });
      await typeWhat();
      await page.goto(address(''));
      await page.back();
      assert.equal(await page.evaluate(() => (globalThis as {kept?: boolean}).kept), true, 'the cache is on');
      await expectGone('after Back');
    });
  });
}
