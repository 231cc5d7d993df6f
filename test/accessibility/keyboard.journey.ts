import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';

import type {Page} from '../support/browser.js';
import {Keyboard, type Target} from '../support/keyboard.js';
import {until} from '../support/until.js';
import {type GalleryPage, type OpenGallery, openGallery} from './open-gallery.js';
import {readTreeLines} from './tree-lines.js';
import {type WidgetName, widgetNames} from './widgets.js';

interface KeyOfMap {
  readonly id: string;
}

/** What stands behind a line of a keyboard map: where it is tried, and on what. */
interface Trial {
  readonly example: string;
  readonly target: Target;
  /** The control stands in a fold, which is opened first. */
  readonly isOpen?: boolean;
}

interface Tried extends Trial {
  readonly shown: GalleryPage;
  readonly keyboard: Keyboard;
}

const textOf = async ({page}: GalleryPage): Promise<string> => (await readTreeLines(page)).join('\n');
const isAway = (page: Page): Promise<unknown> =>
  until('the page to be left', () =>
    // While the page goes away, it cannot be asked.
    page.evaluate(() => location.href.startsWith('https://www.rijksoverheid.nl/')).catch(() => false));

const reach = async ({shown, keyboard, example, target, isOpen}: Tried): Promise<void> => {
  await shown.ask('show', example);
  if (isOpen) await shown.ask('unfold', true);
  await keyboard.tabTo(target);
};

/** Presses a key on a control and wants exactly one click of it, which goes nowhere. */
const wantClick = (key: string) => async (tried: Tried): Promise<void> => {
  await reach(tried);
  const {page, ask} = tried.shown;
  await ask('catchClicks');
  await page.press(key);
  assert.equal(await ask('caughtClicks'), 1, key);
};

const proofs: Readonly<Record<string, (tried: Tried) => Promise<void>>> = {
  arrows: async (tried) => {
    await reach(tried);
    const {page} = tried.shown;
    const first = await page.focused();
    await page.press('ArrowDown');
    const next = await page.focused();
    assert.ok(next?.checked && next.role === 'radio' && next.name !== first?.name);
    await page.press('ArrowUp');
    const last = await page.focused();
    assert.ok(last?.checked && last.name === first?.name);
  },
  choose: async (tried) => {
    await reach(tried);
    await tried.shown.page.press('Space');
    assert.equal((await tried.shown.page.focused())?.checked, true);
  },
  tick: async (tried) => {
    await reach(tried);
    const {page} = tried.shown;
    for (const isTicked of [true, false]) {
      await page.press('Space');
      assert.equal((await page.focused())?.checked, isTicked);
    }
  },
  press: async (tried) => {
    await wantClick('Enter')(tried);
    await wantClick('Space')(tried);
  },
  follow: wantClick('Enter'),
  error: async (tried) => {
    await reach(tried);
    const {page} = tried.shown;
    await page.press('Enter');
    const focused = await page.focused();
    assert.match(focused?.role ?? '', /^(radio|checkbox|textbox)$/);
    assert.ok(focused?.invalid || /radio|checkbox/.test(focused?.role ?? ''));
  },
  line: async (tried) => {
    await reach(tried);
    const before = await textOf(tried.shown);
    await tried.shown.page.press('Enter');
    await until('another screen', async () => (await textOf(tried.shown)) !== before);
  },
  text: async (tried) => {
    await reach(tried);
    const {page} = tried.shown;
    await page.type('een\ntwee');
    assert.match((await page.focused())?.value ?? '', /een\ntwee$/);
    const before = await page.focused();
    await page.press('Tab');
    assert.notEqual((await page.focused())?.name, before?.name);
  },
  fold: async (tried) => {
    await reach(tried);
    const count = async () => (await textOf(tried.shown)).split('expanded=false').length;
    const before = await count();
    await tried.shown.page.press('Enter');
    await until('Enter to fold', async () => (await count()) !== before);
    await tried.shown.page.press('Space');
    await until('Space to fold back', async () => (await count()) === before);
  },
  search: async (tried) => {
    await reach(tried);
    await tried.shown.page.type('slaap');
    await until('fewer signs', async () => !(await textOf(tried.shown)).includes('"143 tekens"'));
  },
  language: async (tried) => {
    await reach(tried);
    const before = await textOf(tried.shown);
    await tried.shown.page.press('ArrowDown');
    await until('another language', async () => {
      const now = await textOf(tried.shown);
      return now !== before && now.includes('combobox "Language"');
    });
  },
  escape: async (tried) => {
    await reach(tried);
    const {page} = tried.shown;
    for (let press = 0; press < 2; press++) await page.press('Escape');
    assert.ok((await textOf(tried.shown)).includes('status'));
    await page.press('Escape');
    await isAway(page);
  },
  open: async (tried) => {
    await reach(tried);
    await tried.shown.page.press('Enter');
    await until('the dialog', async () => (await textOf(tried.shown)).startsWith('dialog'));
  },
  close: async (tried) => {
    for (const key of ['Enter', 'Space']) {
      // What opened the dialog gets the focus back, so it is opened as a person does.
      await reach(tried);
      const {page} = tried.shown;
      await page.press('Enter');
      await until('the dialog', async () => (await textOf(tried.shown)).startsWith('dialog'));
      await tried.keyboard.tabTo(button('Sluiten'));
      await page.press(key);
      await until('the link to have the focus', async () => (await tried.shown.page.focused())?.role === 'link');
    }
  },
  keep: async (tried) => {
    await reach(tried);
    await tried.shown.page.press('Escape');
    assert.ok((await textOf(tried.shown)).startsWith('dialog'));
  },
};

const button = (name: string): Target => ({role: 'button', name});

const trials: Readonly<Record<WidgetName, Readonly<Record<string, Trial>>>> = {
  'signal-form': {
    arrows: {example: 'danger', target: {role: 'radio'}},
    choose: {example: 'danger', target: {role: 'radio'}},
    tick: {example: 'signs', target: {role: 'checkbox'}},
    press: {example: 'who', target: button('Verder')},
    follow: {example: 'who', target: {role: 'link'}},
    error: {example: 'name, empty', target: {role: 'link'}},
    line: {example: 'name', target: {role: 'textbox'}},
    text: {example: 'describe', target: {role: 'textbox'}},
    fold: {example: 'form of exploitation', target: button('Is dit mensensmokkel?')},
    language: {example: 'who', target: {role: 'combobox'}},
    escape: {example: 'describe', target: {role: 'textbox'}},
  },
  'report-button': {
    open: {example: 'a link that opens the form', target: {role: 'link'}},
    close: {example: 'a link that opens the form', target: {role: 'link'}},
    keep: {example: 'the dialog, open', target: {role: 'radio'}},
    escape: {example: 'the dialog, open', target: {role: 'radio'}},
  },
  'quick-exit': {
    press: {example: 'with the link of the page', target: button('Direct verlaten')},
    escape: {example: 'with the link of the page', target: button('Direct verlaten')},
  },
  'contact-card': {
    follow: {example: 'open', target: {role: 'link'}},
    fold: {example: 'open', target: {role: 'button', name: /^Bewaar/}},
    press: {example: 'open', target: {role: 'button', name: /^Download/}, isOpen: true},
  },
  'meldroute-wizard': {
    arrows: {example: 'first question', target: {role: 'radio'}},
    choose: {example: 'first question', target: {role: 'radio'}},
    tick: {example: 'about whom', target: {role: 'checkbox'}},
    press: {example: 'first question', target: button('Verder')},
    follow: {example: 'danger chosen', target: {role: 'link'}},
    error: {example: 'nothing chosen', target: {role: 'link'}},
    line: {example: 'record, weighing', target: {role: 'textbox', name: /taal/i}},
    text: {example: 'record', target: {role: 'textbox'}},
    fold: {example: 'first question', target: button('Waarom vragen we dit?')},
    language: {example: 'first question', target: {role: 'combobox'}},
    escape: {example: 'record', target: {role: 'textbox'}},
  },
  'risk-checklist': {
    arrows: {example: 'all signs', target: {role: 'radio'}},
    choose: {example: 'all signs', target: {role: 'radio', group: /jonger/}},
    tick: {example: 'all signs', target: {role: 'checkbox'}},
    search: {example: 'all signs', target: {role: 'searchbox'}},
    press: {example: 'all signs', target: button('Wis alles')},
    follow: {example: 'danger', target: {role: 'link'}},
    fold: {example: 'all signs', target: {role: 'button', name: /^Over de persoon/}},
    language: {example: 'all signs', target: {role: 'combobox'}},
    escape: {example: 'all signs', target: {role: 'radio'}},
  },
};

describe('every key of the keyboard maps', () => {
  let gallery: OpenGallery;
  let maps: Readonly<Record<string, readonly KeyOfMap[]>>;
  before(async () => {
    maps = JSON.parse(await readFile(new URL('keyboard.json', import.meta.url), 'utf8')) as typeof maps;
    gallery = await openGallery();
  });
  after(() => gallery?.close());

  for (const widget of widgetNames) {
    it(`${widget}: every key of its keyboard map does what the map says`, async () => {
      const ids = (maps[widget] ?? []).map(({id}) => id);
      // Tab is tried above, on every control.
      assert.deepEqual(ids, ['tab', ...Object.keys(trials[widget])]);
      const shown = await gallery.open(widget);
      try {
        for (const [id, trial] of Object.entries(trials[widget])) {
          await proofs[id]?.({...trial, shown, keyboard: new Keyboard(shown.page)}).catch((error: unknown) => {
            throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
          });
        }
      } finally {
        await shown.page.close();
      }
    });
  }
});
