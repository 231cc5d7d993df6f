import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {type Choices, INTEGRITY} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {walkMeldroute} from '@baken/model/rules/walk-meldroute';

import type {Browser, Page} from '../support/browser.js';
import {launchBrowser} from '../support/browsers.js';
import {findLongest, type LongestResult} from '../support/longest-result.js';
import {readPdf} from '../support/pdf-pages.js';
import {startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {clickToResult, inRoot, openStaff, staffSentence, WIZARD} from '../support/walk-staff.js';

/** What a frame was about to print. */
interface Printed {
  readonly title: string;
  readonly html: string;
  readonly css: string;
}

/** A4 in points; and in CSS pixels, with the margin of 12 mm that the sheet keeps by itself. */
const A4 = [595, 842] as const;
const box = {width: (210 * 96) / 25.4, height: (297 * 96) / 25.4, margin: (12 * 96) / 25.4};

/** What nobody who walks past a printer may read at the top of a sheet. */
const telling = /mensenhandel|uitbuiting|slachtoffer|dader|integriteit|traffick|exploit|victim|integrity|meldroute/i;

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** Runs first in every frame: stops the clock, and keeps what is printed in place of asking for a printer. */
const playPrinter = (now: number): string => `{
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...given) { if (given.length > 0) super(...given); else super(${now}); }
    static now() { return ${now}; }
  };
  globalThis.printed = [];
  globalThis.print = () => {
    const rules = document.adoptedStyleSheets.flatMap(({cssRules}) => [...cssRules]);
    top.printed.push({
      title: document.title,
      html: document.documentElement.outerHTML,
      css: rules.map(({cssText}) => cssText).join('\\n'),
    });
    dispatchEvent(new Event('afterprint'));
  };
}`;

describe('what an employee prints', () => {
  let site: TestSite;
  let browser: Browser;
  const longest = new Map<string, {staff: CompiledStaff; result: LongestResult}>();

  const loadStaff = async (id: string, language: string): Promise<CompiledStaff> =>
    (await (await fetch(`${site.origin}/assets/${id}.staff.${language}.json`)).json()) as CompiledStaff;
  const pathOf = ({gemeente, language}: CompiledStaff): string =>
    `/${gemeente.id}/intranet/meldroute${language === 'nl' ? '' : `~${language}`}`;

  before(async () => {
    site = await startTestSite({variants: {en: (html) => html.replace('lang="nl"', 'lang="en"')}});
    browser = await launchBrowser('chromium');
    const loading = site.gemeenten.map(async ({gemeente: {id}}) => {
      // Residents have more languages than staff.
      const {languages} = await loadStaff(id, 'nl');
      return {id, files: await Promise.all(languages.map((language) => loadStaff(id, language)))};
    });
    for (const {id, files} of await Promise.all(loading)) {
      for (const integrity of [false, true]) {
        const found = files.map((staff) => ({staff, result: findLongest(staff, {integrity})}));
        const [first, ...others] = found.sort((one, other) => other.result.text.length - one.result.text.length);
        assert.ok(first && others.length === files.length - 1);
        longest.set(`${id}${integrity ? ', about someone of the gemeente' : ''}`, first);
      }
    }
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  /** Walks to a result at a moment, and prints it in the way of the wizard. */
  const print = async (page: Page, staff: CompiledStaff, choices: Choices, now: Date): Promise<Printed> => {
    await page.cdp?.send('Page.enable');
    await page.cdp?.send('Page.addScriptToEvaluateOnNewDocument', {source: playPrinter(now.getTime())});
    await openStaff(page, `${site.origin}${pathOf(staff)}`, WIZARD);
    await clickToResult(page, staff, choices);
    await inRoot(page, WIZARD, (root, label) => {
      for (const button of root.querySelectorAll('button')) if (button.textContent?.trim() === label) button.click();
    }, staffSentence(staff, 'wizard.print'));
    const readPrinted = () => page.evaluate(() => (globalThis as unknown as {printed: Printed[]}).printed);
    return until('a sheet', async () => (await readPrinted()).at(-1));
  };
  /** Puts a sheet on paper: the PDF, and every text that lies outside the page box when it is laid out for print. */
  const putOnPaper = async (printed: Printed): Promise<{readonly pdf: Buffer; readonly outside: readonly string[]}> => {
    const page = await browser.newPage();
    try {
      const {cdp} = page;
      assert.ok(cdp);
      await page.viewport(Math.floor(box.width), Math.floor(box.height));
      const {frameTree} = await cdp.send('Page.getFrameTree');
      const html = `<!doctype html>${printed.html.replace('<head>', `<head><style>${printed.css}</style>`)}`;
      await cdp.send('Page.setDocumentContent', {frameId: frameTree.frame.id, html});
      await cdp.send('Emulation.setEmulatedMedia', {media: 'print'});
      const outside = await page.evaluate(({width, height, margin}) => {
        const found: string[] = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (!node.textContent?.trim()) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          // The box of letters is a little taller than their line.
          const rects = [...range.getClientRects()];
          const isInside = rects.length > 0 && rects.every(({left, right, top, bottom, width: wide, height: high}) =>
            wide > 0 && high > 0 && left >= margin - 2 && top >= margin - 4
              && right <= width - margin + 0.5 && bottom <= height - margin + 0.5);
          if (!isInside) found.push(node.textContent.trim());
        }
        return found;
      }, box);
      await cdp.send('Emulation.setEmulatedMedia', {media: ''});
      const {data} = await cdp.send('Page.printToPDF', {preferCSSPageSize: true});
      return {pdf: Buffer.from(data, 'base64'), outside};
    } finally {
      await page.close();
    }
  };
  const wordsOf = ({html}: Printed): string =>
    withoutSpaces(html.replace(/<head>[^]*<\/head>|<!--[^]*?-->|<[^>]*>/g, '')
      .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', '').replaceAll('&amp;', '&'));
  /** Names of contacts that are on paper though someone with an involved role would be reached there. */
  const listInvolved = ({staff}: CompiledStaff, involved: readonly string[], printed: Printed): readonly string[] => {
    const isInvolved = ({id, roles}: {id: string; roles: readonly string[]}) =>
      [id, ...roles].some((role) => involved.includes(role));
    const free = staff.cards.filter((card) => !isInvolved(card)).map(({name}) => name);
    const words = wordsOf(printed);
    return staff.cards
      .filter((card) => isInvolved(card) && !free.includes(card.name))
      .flatMap(({name, phone, email}) => [`${name}:`, `${name} ${staff.texts['example'] ?? ''}`, phone?.shown, email])
      .flatMap((words) => words ?? [])
      .filter((text) => words.includes(withoutSpaces(text)));
  };

  it('fits one sheet of A4 for the longest result of every sample gemeente, with every word in the page box', async (context) => {
    for (const [name, {staff, result}] of longest) {
      const page = await browser.newPage();
      try {
        const printed = await print(page, staff, result.choices, result.now);
        const {pdf, outside} = await putOnPaper(printed);
        const {sizes, information} = readPdf(pdf);
        const [, size = ''] = /class="(fit-\d)"/.exec(printed.html) ?? [];
        context.diagnostic(`${name}, ${staff.language}: ${result.text.length} characters, ${size}, ${sizes.length} page`);
        assert.equal(wordsOf(printed), withoutSpaces(result.text), `${name}: the words on the sheet`);
        assert.deepEqual(outside, [], `${name}: words outside the page box`);
        assert.deepEqual(sizes.map((size) => size.map(Math.round)), [A4], name);
        const title = staffSentence(staff, 'wizard.print.title');
        assert.equal(printed.title, title);
        for (const text of [information, title, await page.evaluate(() => document.title)]) {
          assert.doesNotMatch(text, telling, name);
        }
        assert.ok(information.includes(title), `${name}: the PDF has a title: ${information}`);
        assert.deepEqual(listInvolved(staff, result.outcome.involved, printed), [], name);
      } finally {
        await page.close();
      }
    }
  });

  it('holds no contact with an involved role, whoever of the gemeente is involved', async () => {
    const {staff, result} = [...longest.values()].find(({result}) => result.outcome.flags.includes(INTEGRITY)) ?? {};
    assert.ok(staff && result);
    const node = staff.staff.meldroute.nodes.find(({answers}) => answers.some(({involves}) => involves?.length));
    assert.ok(node);
    const page = await browser.newPage();
    try {
      for (const {id} of node.answers) {
        const choices: Choices = {...result.choices, [node.id]: [id]};
        const {outcome} = walkMeldroute(staff.staff.meldroute, choices);
        const printed = await print(page, staff, choices, result.now);
        assert.deepEqual(listInvolved(staff, outcome.involved, printed), [], id);
      }
    } finally {
      await page.close();
    }
  });

  it('sees it when a result does not fit: with more words the same sheet takes a second page', async () => {
    const [found] = longest.values();
    assert.ok(found);
    const page = await browser.newPage();
    try {
      const printed = await print(page, found.staff, found.result.choices, found.result.now);
      const longer = {...printed, html: printed.html.replace(/<ol>([^]*)<\/ol>/, '<ol>$1$1</ol>')};
      const {pdf, outside} = await putOnPaper(longer);
      assert.ok(readPdf(pdf).sizes.length > 1);
      assert.notDeepEqual(outside, []);
    } finally {
      await page.close();
    }
  });
});
