import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {after, afterEach, before, describe, it} from 'node:test';

import {type Answers, findRoute} from '@baken/model/rules/answers';
import type {CompiledGemeente, Step} from '@baken/model/rules/gemeente';

import type {Browser, Page} from '../support/browser.js';
import {launchBrowser} from '../support/browsers.js';
import {Keyboard} from '../support/keyboard.js';
import {startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {answerAll, awaitHeading, fillStep, goOn, openForm, pressSend, sentence} from '../support/walk-form.js';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly {readonly target: unknown; readonly failureSummary?: string}[];
  }[];
}

/** Ways through the form that together show every step. */
const routes: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  'danger': {danger: 'yes'},
  'unsure about danger': {'danger': 'unsure', 'danger-signs': ['*']},
  'about oneself': {danger: 'no', who: 'me', safe: 'yes', age: 'adult', known: 'named', reply: 'yes'},
  'not safe': {danger: 'no', who: 'me', safe: 'no'},
  'young': {danger: 'no', who: 'me', safe: 'yes', age: 'young'},
  'works for this gemeente': {danger: 'no', who: 'work', employer: 'this-gemeente'},
  'about someone else': {danger: 'no', who: 'other', form: 'arbeid', known: 'confidential', reply: 'yes'},
};

const widths = [320, 1280];

for (const language of ['nl', 'en']) {
  describe(`axe on the form and the pages of the demo, ${language}`, () => {
    let site: TestSite;
    let browser: Browser;
    let page: Page;
    let keyboard: Keyboard;
    let gemeente: CompiledGemeente;
    let source: string;
    const checked = new Set<string>();
    const found: string[] = [];

    before(async () => {
      // Open roots: axe cannot look into closed ones.
      site = await startTestSite({isOpen: true, change: (html) => html.replace('lang="nl"', `lang="${language}"`)});
      const id = site.gemeenten[0]?.gemeente.id ?? '';
      const answer = await fetch(`${site.origin}/assets/${id}.${language}.json`);
      gemeente = (await answer.json()) as CompiledGemeente;
      source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      browser = await launchBrowser('chromium');
      page = await browser.newPage();
    });
    afterEach(() => assert.deepEqual(found.splice(0), []));
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    const look = async (state: string): Promise<void> => {
      for (const width of widths) {
        await page.viewport(width, 900);
        const violations = await page.evaluate(async () => {
          const {axe} = globalThis as unknown as {axe: {run(where: Document, how: object): Promise<AxeResults>}};
          const {violations} = await axe.run(document, {resultTypes: ['violations']});
          return violations.map(({id, help, nodes}) => {
            const where = nodes.map(({target, failureSummary}) => `  ${JSON.stringify(target)} ${failureSummary}`);
            return [`${id}: ${help}`, ...where].join('\n');
          });
        });
        found.push(...violations.map((violation) => `${state} at ${width} px: ${violation}`));
        const [wide, room] = await page.evaluate(() => {
          const {scrollWidth, clientWidth} = document.documentElement;
          return [scrollWidth, clientWidth] as const;
        });
        if (wide > room) found.push(`${state} at ${width} px: scrolls sideways, ${wide} in ${room}`);
      }
      checked.add(state);
    };
    const open = async (): Promise<void> => {
      keyboard = new Keyboard(page);
      await openForm(page, `${site.origin}/${gemeente.gemeente.id}/signaal`);
      await page.addScript(source);
    };
    /** Goes on without an answer where one is needed, so that the step shows its errors. */
    const showErrors = async (step: Step): Promise<void> => {
      const isNeeded = step.oneOf !== undefined || step.questions.some(({error}) => error !== undefined);
      if (!isNeeded || checked.has(`${step.id} with errors`)) return;
      await goOn(keyboard, gemeente, step);
      await until('the summary of errors to have the focus', async () => {
        const focused = await page.focused();
        return focused?.role === 'heading' && focused.name.trim() !== step.title;
      });
      await look(`${step.id} with errors`);
    };
    const walk = async (answers: Answers): Promise<void> => {
      for (const [index, step] of findRoute(gemeente, answers).steps.entries()) {
        if (index > 0) await awaitHeading(page, keyboard, step.title);
        if (!checked.has(step.id)) await look(step.id);
        if (step.end) return;
        await showErrors(step);
        await fillStep(keyboard, gemeente, step, answers);
        const isTicked = step.questions.some(({type}) => type === 'signs') && !checked.has(`${step.id} ticked`);
        if (isTicked) await look(`${step.id} ticked`);
        await goOn(keyboard, gemeente, step);
      }
      await awaitHeading(page, keyboard, sentence(gemeente, 'review.title'));
      if (!checked.has('review')) await look('review');
    };

    it('finds nothing on the pages around the form', async () => {
      for (const path of ['/', `/${gemeente.gemeente.id}/`, `/${gemeente.gemeente.id}/woonoverlast`, '/nowhere']) {
        await page.goto(`${site.origin}${path}`);
        await page.addScript(source);
        await look(path);
      }
    });

    for (const [name, wishes] of Object.entries(routes)) {
      it(`finds nothing in any step or error on the route "${name}"`, async () => {
        const urgent = gemeente.urgent[0] ?? '';
        const wanted = Object.entries(wishes).map(([id, wish]) => [id, typeof wish === 'string' ? wish : [urgent]]);
        await open();
        await walk(answerAll(gemeente, Object.fromEntries(wanted) as Answers));
      });
    }

    it('finds nothing while sending, when it is uncertain, when it was not sent, and on the receipt', async () => {
      await open();
      await walk(answerAll(gemeente, {danger: 'no', who: 'other', form: 'unknown', known: 'anonymous'}));
      await site.network.cut('stored');
      await pressSend(keyboard, gemeente);
      await awaitHeading(page, keyboard, sentence(gemeente, 'uncertain.title'));
      await look('uncertain');
      await site.network.cut('held');
      await keyboard.activate({role: 'button', name: sentence(gemeente, 'uncertain.again')});
      await awaitHeading(page, keyboard, sentence(gemeente, 'sending.title'));
      await look('sending');
      await site.network.restore();
      await awaitHeading(page, keyboard, sentence(gemeente, 'received.title'));
      await look('received');
      await keyboard.activate({role: 'button', name: sentence(gemeente, 'received.keep.title')});
      await look('received, open');
    });

    it('has seen every step of the form', () => {
      const missed = gemeente.steps.filter(({id}) => !checked.has(id)).map(({id}) => id);
      assert.deepEqual(missed, []);
    });
  });
}
