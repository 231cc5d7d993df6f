import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {after, afterEach, before, describe, it} from 'node:test';

import type {Choices, MeldrouteNode} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {walkMeldroute} from '@baken/model/rules/walk-meldroute';

import type {Browser, Page} from '../support/browser.js';
import {launchBrowser} from '../support/browsers.js';
import {startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {CHECKLIST, clickOn, inRoot, listPath, openStaff, staffSentence, WIZARD} from '../support/walk-staff.js';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly {readonly target: unknown; readonly failureSummary?: string}[];
  }[];
}

const widths = [320, 1280];

/** The way with the fewest answers to each question of a meldroute, by question. */
function findWays({staff: {meldroute}}: CompiledStaff): ReadonlyMap<string, Choices> {
  const ways = new Map<string, Choices>();
  const open: Choices[] = [{}];
  for (const choices of open) {
    const {current} = walkMeldroute(meldroute, choices);
    if (!current || ways.has(current.id)) continue;
    ways.set(current.id, choices);
    open.push(...answersOf(current).map((chosen) => ({...choices, [current.id]: chosen})));
  }
  return ways;
}

const answersOf = ({kind, answers}: MeldrouteNode): readonly (readonly string[])[] =>
  kind === 'consent' ? [[]] : answers.map(({id}) => [id]);

for (const language of ['nl', 'en']) {
  describe(`axe on the widgets for staff, ${language}`, () => {
    let site: TestSite;
    let browser: Browser;
    let page: Page;
    let staff: CompiledStaff;
    let source: string;
    const checked = new Set<string>();
    const found: string[] = [];
    const say = (key: string, values: Readonly<Record<string, string | number>> = {}) => staffSentence(staff, key, values);
    const address = (path: string) => `${site.origin}/${staff.gemeente.id}/${path}`;

    before(async () => {
      // Open roots: axe cannot look into closed ones.
      site = await startTestSite({isOpen: true, change: (html) => html.replace('lang="nl"', `lang="${language}"`)});
      const id = site.gemeenten[0]?.gemeente.id ?? '';
      staff = (await (await fetch(`${site.origin}/assets/${id}.staff.${language}.json`)).json()) as CompiledStaff;
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
      if (checked.has(state)) return;
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
    const open = async (path: string, ...tags: readonly string[]): Promise<void> => {
      await openStaff(page, address(path), ...tags);
      await page.addScript(source);
    };
    /** Clicks on controls by id, in the root of an element; throws when one is not there. */
    const click = (tag: string, ...ids: readonly string[]): Promise<void> =>
      inRoot(page, tag, async (root, ids) => {
        for (const id of ids) {
          const control = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
          if (!control) throw new Error(`there is no #${id}`);
          control.click();
        }
        await new Promise((resolve) => setTimeout(resolve));
      }, ids);
    /** Presses the button that begins with a sentence. */
    const press = (tag: string, key: string): Promise<void> =>
      inRoot(page, tag, async (root, label) => {
        const buttons = [...root.querySelectorAll('button')];
        const button = buttons.find(({textContent}) => textContent?.trim().startsWith(label));
        if (!button) throw new Error(`there is no button "${label}"`);
        button.click();
        await new Promise((resolve) => setTimeout(resolve));
      }, say(key));
    const write = (tag: string, id: string, text: string): Promise<void> =>
      inRoot(page, tag, async (root, id, text) => {
        const field = root.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
        if (!field) throw new Error(`there is no #${id}`);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        await new Promise((resolve) => setTimeout(resolve));
      }, id, text);
    const heading = (): Promise<string> => inRoot(page, WIZARD, (root) => root.querySelector('#title')?.textContent ?? '');
    const awaitTitle = (key: string): Promise<unknown> =>
      until(`the title ${key}`, async () => (await heading()).trim() === say(key), {explain: heading});
    /** Opens a wizard and clicks to a question, or to the result; looks at each question on the way once. */
    const walk = async (choices: Choices, path = 'intranet/meldroute'): Promise<void> => {
      await open(path, WIZARD);
      const steps = listPath(staff, choices);
      const {current} = walkMeldroute(staff.staff.meldroute, choices);
      for (const [index, [node, chosen]] of steps.entries()) {
        const next = steps[index + 1]?.[0] ?? current;
        await clickOn(
          page,
          node.kind === 'note' ? [] : chosen.map((id) => `${node.id}-${id}`),
          say(next ? `node.${next.id}.title` : 'wizard.result.title'),
        );
      }
    };

    it('finds nothing on the pages for staff and on the pages with contact cards', async () => {
      const {id} = staff.gemeente;
      for (const [path, tags] of [
        ['intranet/', []],
        ['contact', ['baken-contact-card']],
        ['intranet/contact', ['baken-contact-card']],
      ] as const) {
        await open(path, ...tags);
        await look(`/${id}/${path}`);
        if (tags.length === 0) continue;
        await page.evaluate(() => {
          const root = document.querySelector('baken-contact-card')?.shadowRoot;
          for (const details of root?.querySelectorAll('details') ?? []) details.open = true;
        });
        await look(`/${id}/${path}, open`);
      }
    });

    it('finds nothing in any question, with and without an answer, or in its error', async () => {
      for (const [id, choices] of findWays(staff)) {
        await walk(choices);
        await look(id);
        const node = staff.staff.meldroute.nodes.find((one) => one.id === id);
        assert.ok(node);
        if (node.kind === 'consent') {
          await click(WIZARD, ...node.answers.filter(({choice}) => choice === 'later').map((one) => `${id}-${one.id}`));
          await look(`${id}, answered`);
        }
        if (node.kind !== 'one' && node.kind !== 'many') continue;
        if (id === 'start' || node.kind === 'many') {
          await inRoot(page, WIZARD, (root) => root.querySelector<HTMLElement>('form button[type="submit"]')?.click());
          await look(`${id}, nothing chosen`);
        }
        const special = node.answers.filter(({danger, signs}) => danger || signs);
        for (const answer of special) {
          await click(WIZARD, `${id}-${answer.id}`);
          await look(`${id}, ${answer.id}`);
        }
      }
      const asked = staff.staff.meldroute.nodes.map(({id}) => id);
      assert.deepEqual(asked.filter((id) => !checked.has(id)), []);
    });

    const ordinary: Choices = {
      'start': ['signal'], 'danger': ['yes'], 'about-gemeente': ['no'], 'what-known': ['victim'], 'under-18': ['no'],
      'contact': ['alone'], 'wants-help': ['yes'], 'consent': ['help-yes', 'police-no', 'registration-later'],
      'shelter': ['yes'], 'form': ['work'], 'pattern': ['yes'], 'name-safe': ['afraid'], 'self': ['threatened'],
    };
    const about = (...whom: readonly string[]): Choices => ({
      'start': ['signal'], 'danger': ['no'], 'about-gemeente': ['yes'], 'about-whom': whom,
      'what-known': ['feeling'], 'name-safe': ['afraid'], 'self': ['shaken'],
    });

    it('finds nothing in a result: of many steps, about someone of the gemeente, and where nobody may read it', async () => {
      await walk(ordinary);
      await inRoot(page, WIZARD, (root) => {
        for (const details of root.querySelectorAll('details')) details.open = true;
      });
      await look('result');
      await press(WIZARD, 'wizard.copy');
      await look('result, copied');
      await walk(about('leidinggevende'));
      await look('result, integrity');
      await walk(about('integriteitscoordinator', 'aandachtsfunctionaris', 'vertrouwenspersoon'));
      await look('result, registering is refused');
      assert.ok((await page.text()).includes(say('wizard.noreader.title')));
    });

    it('finds nothing in the record, its errors and its review, or in any state of sending', async () => {
      await walk(ordinary);
      await press(WIZARD, 'wizard.register');
      const record = staff.staff.handover.steps;
      for (const [index, step] of record.entries()) {
        assert.equal((await heading()).trim(), step.title);
        await look(`record ${step.id}`);
        const needed = step.questions.filter(({error, id}) => error || id === 'weighing');
        if (needed.length > 0) {
          await clickOn(page, [], step.title);
          await look(`record ${step.id} with errors`);
        }
        for (const {id} of needed) await write(WIZARD, id, 'Zes mannen in een loods.');
        await clickOn(page, [], record[index + 1]?.title ?? say('wizard.review.title'));
      }
      await look('review');
      await site.network.cut('held');
      await press(WIZARD, 'wizard.review.send');
      await awaitTitle('wizard.sending.title');
      await look('sending');
      await site.network.restore();
      await awaitTitle('wizard.received.title');
      await look('received');
      await press(WIZARD, 'wizard.received.plan');
      await look('result, registered');
    });

    const skipRecord = async (): Promise<void> => {
      const {danger: _, ...rest} = ordinary;
      await walk({...rest, danger: ['no'], consent: []});
      await press(WIZARD, 'wizard.register');
      await write(WIZARD, 'facts', 'Zes mannen in een loods.');
      const [, ...others] = staff.staff.handover.steps;
      for (const title of [...others.map((step) => step.title), say('wizard.review.title')]) await clickOn(page, [], title);
    };

    it('finds nothing when it is uncertain whether it arrived, and when nothing was sent', async () => {
      await skipRecord();
      await site.network.cut('stored');
      await press(WIZARD, 'wizard.review.send');
      await awaitTitle('wizard.uncertain.title');
      await look('uncertain');
      await site.network.restore();
      await skipRecord();
      const {cdp} = page;
      assert.ok(cdp);
      // A backend that is busy stores nothing, and says so.
      cdp.on('Fetch.requestPaused', ({requestId, request}) => void (request.method === 'POST'
        ? cdp.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 429,
            responseHeaders: [
              {name: 'access-control-allow-origin', value: site.origin},
              {name: 'content-type', value: 'application/problem+json'},
            ],
            body: Buffer.from('{"title": "Busy", "status": 429}').toString('base64'),
          })
        : cdp.send('Fetch.continueRequest', {requestId})));
      await cdp.send('Fetch.enable', {patterns: [{urlPattern: `${site.network.origin}/*`}]});
      await press(WIZARD, 'wizard.review.send');
      await awaitTitle('wizard.unsent.waiting');
      await look('not sent');
      await cdp.send('Fetch.disable');
    });

    it('finds nothing in the checklist: all signs, a workplace, a search, every action and a hand-over', async () => {
      await open('intranet/tekens', CHECKLIST, WIZARD);
      await look('checklist');
      await inRoot(page, CHECKLIST, (root) => {
        for (const details of root.querySelectorAll('details')) details.open = true;
      });
      await look('checklist, all open');
      for (const {id} of staff.staff.workplaces) {
        await click(CHECKLIST, `workplace-${id}`);
        await look(`checklist, ${id}`);
      }
      const signs = (weight: string) => staff.staff.signs.filter((sign) => sign.weight === weight).map(({id}) => id);
      const [now = ''] = signs('NU');
      const [strong = ''] = signs('SS');
      const [weak = ''] = signs('S');
      await click(CHECKLIST, 'workplace-all');
      for (const [name, id] of [['advice', weak], ['today', strong], ['now', now]] as const) {
        await click(CHECKLIST, id);
        await look(`checklist, ${name}`);
      }
      await click(CHECKLIST, 'age-yes');
      await look('checklist, a child');
      for (const query of [language === 'nl' ? 'slaap' : 'sleep', 'kamelen']) {
        await write(CHECKLIST, 'find', query);
        await look(`checklist, searched ${query}`);
      }
      await press(CHECKLIST, 'checklist.wizard');
      await look('wizard with signs of the checklist');
      await press(CHECKLIST, 'checklist.wipe');
      await look('checklist, wiped');
    });

    it('finds nothing in practice: every case, its question and its comparison', async () => {
      await open('intranet/oefenen', CHECKLIST);
      const {cases} = staff.staff;
      for (const [index, {id, signs, maybe = []}] of cases.entries()) {
        await look(`practice ${id}`);
        await click(CHECKLIST, ...signs.slice(0, 1), ...maybe.slice(0, 1));
        await press(CHECKLIST, 'checklist.practice.compare');
        await look(`practice ${id}, compared`);
        if (index + 1 < cases.length) await press(CHECKLIST, 'checklist.practice.next');
      }
    });
  });
}
