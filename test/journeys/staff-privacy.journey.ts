import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';

import type {Answer, Answers} from '@baken/model/rules/answers';
import type {Choices} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';

import type {Browser, Page} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {canaryFor, disguisesOf, findCanaries} from '../support/canary.js';
import {Keyboard} from '../support/keyboard.js';
import {collectSinks, hearPage, readCapturedKeys, readOwnEvents} from '../support/sinks.js';
import {EXIT_PATH, startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {answerAll, awaitHeading} from '../support/walk-form.js';
import {
  asRecord,
  CHECKLIST,
  fillNode,
  inRoot,
  leaveNode,
  listPath,
  openStaff,
  staffSentence,
  walkRecord,
  walkToResult,
  WIZARD,
} from '../support/walk-staff.js';

/** Answers that come by every kind of question: one, several, an explanation and consent. */
const victim: Choices = {
  'start': ['signal'],
  'danger': ['days'],
  'about-gemeente': ['no'],
  'what-known': ['victim'],
  'under-18': ['no'],
  'contact': ['alone'],
  'wants-help': ['yes'],
  'consent': ['help-yes', 'police-later'],
  'shelter': ['yes'],
  'form': ['household'],
  'pattern': ['yes'],
  'name-safe': ['rather-not'],
  'self': ['threatened'],
};
const integrity: Choices = {
  'start': ['signal'],
  'danger': ['no'],
  'about-gemeente': ['maybe'],
  'about-whom': ['leidinggevende', 'ketenregisseur'],
  'what-known': ['feeling'],
  'name-safe': ['afraid'],
  'self': ['shaken'],
};

/** Shorter texts stand in other words, and in what looks like base64, by accident. */
const LEAST = 6;

/** Finds texts that were chosen, in the disguises of what is typed. */
function findChosen(chosen: readonly string[], places: Readonly<Record<string, string>>): readonly string[] {
  const needles = chosen.flatMap((text) =>
    Object.values(disguisesOf(text)).flat().map((needle) => [text, needle.toLowerCase()] as const));
  return Object.entries(places).flatMap(([place, content]) => {
    const haystack = content.toLowerCase();
    const found = needles.filter(([, needle]) => needle.length >= LEAST && haystack.includes(needle));
    return [...new Set(found.map(([text]) => `${text} in ${place}`))];
  });
}

/** Runs in the page: hears everything that one press could tell, without regard to when it was. */
function spy(): void {
  const heard: string[] = [];
  Object.assign(globalThis, {[Symbol.for('test.spied')]: heard});
  const types = [
    'auxclick', 'beforeinput', 'blur', 'change', 'click', 'contextmenu', 'dblclick', 'focus', 'focusin', 'focusout',
    'input', 'keydown', 'keypress', 'keyup', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'selectionchange',
    'submit', 'toggle',
  ];
  for (const type of types) {
    window.addEventListener(type, (event) => {
      const {key, clientX, clientY, detail, target} = event as KeyboardEvent & MouseEvent;
      const name = target instanceof Element ? target.localName : 'page';
      heard.push([type, name, key, clientX, clientY, detail].join(' '));
    });
  }
}

/**
 * Runs in the page, after it loaded: listens in the capture phase to what is ours, replaces what our widgets might use
 * to talk to each other, takes their tags, and watches the document.
 */
function beCurious(tags: readonly string[]): void {
  const learned: string[] = [];
  const show = (value: unknown): string => {
    if (value instanceof Node) return value.nodeName;
    if (value instanceof Event) return `${value.type} ${JSON.stringify(Object.entries(value))}`;
    if (typeof value === 'function') return 'function';
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return 'a value';
    }
  };
  for (const type of ['baken-signs', 'baken-registering', 'baken-registered', 'context-request', 'message', 'storage',
    'input', 'change', 'attributechanged', 'slotchange']) {
    for (const target of [window, document, ...document.querySelectorAll(tags.join())]) {
      target.addEventListener(type, (event) => learned.push(`heard ${show(event)}`), {capture: true});
    }
  }
  const replace = (owner: object, name: string): void => {
    const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
      learned.push(`${name} ${given.map(show).join(' ')}`);
      return Reflect.apply(original, this, given);
    });
  };
  // The methods of lists are left out: what is drawn passes through them, and no widget can hide that from the page.
  replace(EventTarget.prototype, 'dispatchEvent');
  replace(Element.prototype, 'setAttribute');
  replace(Element.prototype, 'attachShadow');
  replace(MessagePort.prototype, 'postMessage');
  replace(BroadcastChannel.prototype, 'postMessage');
  replace(Storage.prototype, 'setItem');
  replace(globalThis, 'postMessage');
  replace(globalThis, 'structuredClone');
  replace(globalThis, 'fetch');
  for (const tag of tags) {
    try {
      customElements.define(tag, class extends HTMLElement {});
    } catch {
      learned.push(`${tag} refused`);
    }
  }
  const known = Reflect.ownKeys(globalThis).length;
  new MutationObserver((records) => {
    for (const {type, target} of records) learned.push(`${type} ${(target as Element).outerHTML}`);
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  Object.assign(globalThis, {learned: () => {
    const hosts = [...document.querySelectorAll<HTMLElement>(tags.join())];
    const shown = hosts.map((host) => [
      ...host.getAttributeNames().map((name) => `${name}=${host.getAttribute(name)}`),
      ...Reflect.ownKeys(host).map((key) => `${String(key)}=${show(Reflect.get(host, key))}`),
      `${host.ariaLabel} ${host.innerText} ${String(host.shadowRoot)}`,
    ].join(' '));
    return [...learned, ...shown, `globals ${Reflect.ownKeys(globalThis).length - known}`].join('\n');
  }});
}

for (const engine of chooseEngines().filter((one) => one !== 'webkit')) {
  describe(`what an employee chooses and types, in ${engine}`, () => {
    let site: TestSite;
    let browser: Browser;
    let page: Page;
    let keyboard: Keyboard;
    let staff: CompiledStaff;
    const address = (path: string) => `${site.origin}/${staff.gemeente.id}/intranet/${path}`;
    const say = (key: string, values: Readonly<Record<string, string | number>> = {}) => staffSentence(staff, key, values);
    const press = (key: string, back = false) => keyboard.activate({role: 'button', name: say(key)}, 'Enter', {back});

    before(async () => {
      site = await startTestSite();
      const id = site.gemeenten[0]?.gemeente.id ?? '';
      staff = (await (await fetch(`${site.origin}/assets/${id}.staff.nl.json`)).json()) as CompiledStaff;
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
    const collect = async (): Promise<Record<string, string>> => ({
      ...(await collectSinks(page)),
      'a request to the pages': JSON.stringify(site.requests),
      'the headers of the signal': JSON.stringify(site.network.attempts.map(({headers}) => headers)),
      'a request of the browser': (await page.requests())
        .filter(({method, url}) => !(method === 'POST' && url.startsWith(site.network.origin)))
        .map((request) => JSON.stringify(request))
        .join('\n'),
    });
    /** What was chosen, as it may lie somewhere: ids and labels, as far as the page does not hold them anyway. */
    const watch = async (texts: readonly string[]): Promise<readonly string[]> => {
      const before = await collect();
      return texts.filter((text) => text.length >= LEAST && findChosen([text], before).length === 0);
    };
    const wordsOf = (choices: Choices): readonly string[] =>
      listPath(staff, choices).flatMap(([node, chosen]) =>
        node.answers.filter(({id}) => chosen.includes(id)).flatMap(({id}) => [
          `${node.id}-${id}`,
          ...(node.kind === 'consent' ? [] : [say(`answer.${node.id}.${id}.label`)]),
        ]));
    const canaries: string[] = [];
    /** Answers to the whole record, with a canary in every text field. */
    const writeRecord = (): Answers => {
      const answers: Record<string, Answer> = {...answerAll(asRecord(staff), {})};
      for (const {id, type, contact} of staff.staff.handover.steps.flatMap(({questions}) => questions)) {
        if (type !== 'text' && type !== 'line') continue;
        canaries.push(canaryFor(id));
        answers[id] = `${canaryFor(id)}${contact === 'phone' ? ' 0612345678' : ''}`;
      }
      return answers;
    };
    const expectNothing = async (chosen: readonly string[], when: string): Promise<void> => {
      const places = await collect();
      assert.deepEqual([...findChosen(chosen, places), ...findCanaries(canaries, places)], [], when);
    };

    for (const [name, choices] of Object.entries({'about a victim': victim, 'about someone of the gemeente': integrity})) {
      it(`is in no place but the one request, ${name}`, async () => {
        canaries.length = 0;
        const tries = site.network.attempts.length;
        await openStaff(page, address('meldroute'), WIZARD);
        await hearPage(page);
        const chosen = await watch(wordsOf(choices));
        assert.ok(chosen.length >= 8, chosen.join());
        await walkToResult(page, keyboard, staff, choices, async ({kind, id}) => {
          if (kind !== 'one' || id === 'self') await expectNothing(chosen, `at "${id}"`);
        });
        await expectNothing(chosen, 'at the result');
        const answers = writeRecord();
        await walkRecord(page, keyboard, staff, answers, ({id}) => expectNothing(chosen, `typing at "${id}"`));
        const captured = await readCapturedKeys(page);
        for (const canary of canaries) assert.ok(captured.includes(canary), `${canary} was not typed with keys`);
        await expectNothing(chosen, 'at the review');
        await site.network.cut('held');
        await press('wizard.review.send');
        await awaitHeading(page, keyboard, say('wizard.sending.title'));
        await expectNothing(chosen, 'while sending');
        await site.network.restore();
        await awaitHeading(page, keyboard, say('wizard.received.title'));
        await expectNothing(chosen, 'when it is registered');
        assert.deepEqual(await readOwnEvents(page), ['baken-registering', 'baken-registered']);
        assert.deepEqual(findCanaries(canaries, {'the screen': await page.text()}), []);
        const bodies = site.network.attempts.slice(tries).map(({body}) => body);
        assert.equal(bodies.length, 1);
        for (const canary of canaries) assert.ok(bodies[0]?.includes(JSON.stringify(canary).slice(1, -1)), canary);
        await press('wizard.received.plan');
        await awaitHeading(page, keyboard, say('wizard.result.title'));
        await press('wizard.wipe', true);
        await awaitHeading(page, keyboard, say(`node.${staff.staff.meldroute.start}.title`));
        await expectNothing(chosen, 'when it is wiped');
        const left = (await page.text()).replaceAll(say('answer.start.signal.label'), '');
        assert.deepEqual(findChosen(wordsOf(choices).slice(2), {'the screen': left}), []);
      });
    }

    /** Answers the first questions, and stops where more answers can be chosen. */
    const start = async (): Promise<void> => {
      const path = listPath(staff, integrity).slice(0, 4);
      for (const [index, [node, chosen]] of path.entries()) {
        if (index > 0) await awaitHeading(page, keyboard, say(`node.${node.id}.title`));
        await fillNode(keyboard, staff, node, chosen);
        if (index + 1 < path.length) await leaveNode(keyboard, staff, node);
      }
    };
    /** What stands on the last screen of these. */
    const asked = () => [say('node.about-whom.title'), say('answer.about-whom.leidinggevende.label')];
    const expectGone = async (chosen: readonly string[], when: string): Promise<void> => {
      const places = {...(await collectSinks(page)), 'the page': await page.text()};
      assert.deepEqual(findChosen(chosen, places), [], when);
    };
    const expectExit = async (chosen: readonly string[]): Promise<void> => {
      await until('the other page', () =>
        page.evaluate((path) => location.pathname === path, EXIT_PATH).catch(() => false));
      await expectGone(chosen, 'on the page to which it leads');
      await page.back();
      await expectGone(chosen, 'after Back');
      const path = await page.evaluate(() => location.pathname);
      assert.doesNotMatch(path, /meldroute|tekens/, 'Back returns to the widget');
    };

    it('is gone from the wizard after Escape three times, also after Back', async () => {
      await page.goto(address(''));
      await openStaff(page, address('meldroute'), WIZARD);
      await start();
      for (let time = 0; time < 3; time++) await page.press('Escape');
      await expectExit(asked());
    });

    it('is gone from the checklist after Escape three times, also after Back', async () => {
      await page.goto(address(''));
      await openStaff(page, address('tekens'), CHECKLIST, WIZARD);
      const [sign] = staff.staff.signs.filter(({weight}) => weight === 'NU');
      await keyboard.tick(sign?.text ?? '');
      for (let time = 0; time < 3; time++) await page.press('Escape');
      await expectExit([sign?.text ?? '']);
    });

    it('is gone when the employee comes back with Back, from the back/forward cache', async () => {
      await openStaff(page, address('meldroute'), WIZARD);
      await page.evaluate(() => {
        addEventListener('pageshow', (event) => Object.assign(globalThis, {kept: event.persisted}));
      });
      await start();
      assert.equal(findChosen(asked(), {'the page': await page.text()}).length, 2);
      await page.goto(address(''));
      await page.back();
      assert.equal(await page.evaluate(() => (globalThis as {kept?: boolean}).kept), true, 'the cache is on');
      await expectGone(asked(), 'after Back');
    });

    it('is in no place when signs are ticked, searched and handed over, and in practice', async () => {
      canaries.length = 0;
      canaries.push(canaryFor('search'));
      await openStaff(page, address('tekens'), CHECKLIST, WIZARD);
      await hearPage(page);
      const urgent = staff.staff.signs.filter(({weight}) => weight === 'NU').slice(0, 2);
      const chosen = await watch(urgent.flatMap(({id, text}) => [id, text]));
      assert.equal(chosen.length, 4);
      for (const {text} of urgent) await keyboard.tick(text);
      await expectNothing(chosen, 'when signs are ticked');
      await keyboard.tabTo({role: 'button', name: say('checklist.wizard')}, {limit: 120});
      await page.press('Enter');
      await awaitHeading(page, keyboard, say(`node.${staff.staff.meldroute.start}.title`));
      await expectNothing(chosen, 'when signs are handed over');
      assert.ok((await page.text()).includes(say('wizard.taken.other', {count: 2})), 'the wizard has them');
      assert.deepEqual(await readOwnEvents(page), []);
      await openStaff(page, address('tekens'), CHECKLIST, WIZARD);
      await hearPage(page);
      await keyboard.tabTo({role: 'searchbox', name: say('checklist.search')});
      await page.type(canaries[0] ?? '');
      await expectNothing(chosen, 'when a search is typed');
      await openStaff(page, address('oefenen'), CHECKLIST);
      await hearPage(page);
      const [example] = staff.staff.cases;
      const sign = staff.staff.signs.find(({id}) => example?.signs.includes(id));
      const practised = await watch([sign?.id ?? '', sign?.text ?? '']);
      assert.equal(practised.length, 2);
      await keyboard.tick(sign?.text ?? '');
      await press('checklist.practice.compare');
      await awaitHeading(page, keyboard, say('checklist.practice.compared'));
      await expectNothing(practised, 'in practice');
    });

    // Only Chromium prints without asking anyone.
    if (engine === 'chromium') it('is in no place when it is printed and copied: the page stays as it was', async () => {
      assert.ok(page.cdp);
      canaries.length = 0;
      // Every frame, also one in a closed root, keeps what it is asked to print.
      await page.cdp.send('Page.enable');
      await page.cdp.send('Page.addScriptToEvaluateOnNewDocument', {source: `globalThis.print = () => {
        (top.printed ??= []).push(document.body.textContent);
        dispatchEvent(new Event('afterprint'));
      };`});
      await openStaff(page, address('meldroute'), WIZARD);
      await hearPage(page);
      const chosen = await watch(wordsOf(victim));
      const routes = await watch(staff.staff.meldroute.routes.map(({id}) => say(`route.${id}.title`)));
      await walkToResult(page, keyboard, staff, victim);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await keyboard.tabTo({role: 'button', name: say('wizard.print')}, {limit: 120});
      await page.press('Enter');
      const [sheet] = await until('a sheet', async () => {
        const sheets = await page.evaluate(() => (globalThis as {printed?: string[]}).printed ?? []);
        return sheets.length > 0 ? sheets : undefined;
      });
      assert.ok(routes.some((route) => sheet?.includes(route)), 'the sheet holds the steps');
      await page.evaluate(() => Object.assign(globalThis, {printed: undefined}));
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
      assert.equal(await page.evaluate(() => window.length), 0, 'frames of the page');
      assert.deepEqual(findChosen(routes, await collect()), [], 'the steps, when they are printed');
      await expectNothing(chosen, 'when it is printed');
      await keyboard.tabTo({role: 'button', name: say('wizard.copy')});
      await page.press('Enter');
      const notices = [say('wizard.copied'), say('wizard.copy.failed')];
      await until('the notice', async () => {
        const text = await page.text();
        return notices.some((notice) => text.includes(notice));
      });
      assert.deepEqual(findChosen(routes, await collect()), [], 'the steps, when they are copied');
      await expectNothing(chosen, 'when it is copied');
    });

    it('shows a curious script of the page nothing of a hand-over', async () => {
      const [one, other] = staff.staff.signs.filter(({weight}) => weight === 'NU');
      assert.ok(one && other);
      const hear = async (text: string): Promise<string> => {
        await openStaff(page, address('tekens'), CHECKLIST, WIZARD);
        await keyboard.tick(text);
        await keyboard.tabTo({role: 'button', name: say('checklist.wizard')}, {limit: 120});
        await page.evaluate(beCurious, [CHECKLIST, WIZARD]);
        await page.press('Enter');
        await awaitHeading(page, keyboard, say(`node.${staff.staff.meldroute.start}.title`));
        assert.ok((await page.text()).includes(say('wizard.taken.one')), 'the wizard has the sign');
        return page.evaluate(() => (globalThis as unknown as {learned(): string}).learned());
      };
      const first = await hear(one.text);
      assert.deepEqual(findChosen([one.id, one.text], {'what the script learned': first}), []);
      assert.match(first, /baken-meldroute-wizard refused/, 'the script tried to take the tag');
      assert.equal(await hear(other.text), first);
    });

    it('is not told by what bubbles: a listener on the window hears the same whichever answer is chosen', async () => {
      const hear = async (answer: string): Promise<readonly string[]> => {
        await openStaff(page, address('meldroute'), WIZARD);
        const title = say('node.start.title');
        await keyboard.tabTo({role: 'radio', group: title});
        await page.evaluate(spy);
        await keyboard.choose(say(`answer.start.${answer}.label`), title);
        return page.evaluate(() => (globalThis as unknown as {[key: symbol]: string[]})[Symbol.for('test.spied')] ?? []);
      };
      assert.deepEqual(await hear('support'), await hear('signal'));
    });

    // Only Chromium's own tools click in a closed root.
    if (engine === 'chromium') it('is not told by a click: its place bubbles no further than the widget', async () => {
      const {cdp} = page;
      assert.ok(cdp);
      const hear = async (answer: string): Promise<readonly string[]> => {
        await openStaff(page, address('meldroute'), WIZARD);
        await page.evaluate(spy);
        const [x, y] = await inRoot(page, WIZARD, (root, id) => {
          const control = root.querySelector(`#${id}`);
          control?.scrollIntoView({block: 'center'});
          const {left = 0, top = 0, width = 0, height = 0} = control?.getBoundingClientRect() ?? {};
          return [left + width / 2, top + height / 2] as const;
        }, `start-${answer}`);
        for (const type of ['mousePressed', 'mouseReleased'] as const) {
          await cdp.send('Input.dispatchMouseEvent', {type, x, y, button: 'left', clickCount: 1});
        }
        await until('the answer to be chosen', () =>
          inRoot(page, WIZARD, (root, id) => root.querySelector<HTMLInputElement>(`#${id}`)?.checked, `start-${answer}`));
        return page.evaluate(() => (globalThis as unknown as {[key: symbol]: string[]})[Symbol.for('test.spied')] ?? []);
      };
      assert.deepEqual(await hear('support'), await hear('signal'));
    });
  });
}
