import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Browser, Page} from '../support/browser.js';
import {launchBrowser} from '../support/browsers.js';
import {startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';

/** Slow 4G as Chromium's own tools define it. */
const slow4G = {offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375};

const AT_ONCE = 10;

const paragraph = '<p>Een alinea van de gemeente, die niet mag verspringen.</p>';
const line = '<p>Lukt het niet? Bel 0900-8844. Bij gevaar: 112. En nog een zin.</p>';

/** Puts another fallback into the form. */
const withFallback = (fallback: string) => (html: string): string =>
  html.replace(/(<baken-signal-form[^>]*>)[\s\S]*?(<\/baken-signal-form>)/, `$1${fallback}$2`);

/** After each of these a paragraph of the page stands. */
const ends = /<\/baken-(?:gemeente|report-button|contact-card|risk-checklist)>/g;

/** The pages of a gemeente, and those with a widget for its staff. */
const paths = ['', 'woonoverlast', 'signaal', 'contact'];
const staffPaths = ['meldroute', 'tekens', 'oefenen', 'contact'].map((path) => `intranet/${path}`);

const variants = {
  'short': withFallback('<p>Bel 112.</p>'),
  'long': withFallback(line.repeat(12)),
  // The control: without the style sheet of the snippet no room is reserved.
  'bare': (html: string) => withFallback('<p>Bel 112.</p>')(html).replace(/<link[^>]*baken\.css"[^>]*>/, ''),
};

describe('nothing moves while a page loads on slow 4G', () => {
  let browser: Browser;
  let site: TestSite;

  /** Gives what moved, as one line for each shift. */
  const readShifts = async (page: Page): Promise<readonly string[]> =>
    page.evaluate(async () => {
      interface Shift extends PerformanceEntry {
        readonly value: number;
        readonly sources: readonly {readonly node: Node | null}[];
      }
      const lines: string[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const {value, sources} of list.getEntries() as unknown as readonly Shift[]) {
          lines.push(`${value} ${sources.map(({node}) => (node as Element | null)?.nodeName).join(' ')}`);
        }
      });
      observer.observe({type: 'layout-shift', buffered: true});
      // A shift is reported with the frame after it.
      for (let frame = 0; frame < 3; frame++) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      observer.disconnect();
      return lines;
    });
  const load = async (path: string, width: number): Promise<readonly string[]> => {
    const page = await browser.newPage();
    try {
      await page.viewport(width, 900);
      await page.cdp?.send('Network.enable');
      await page.cdp?.send('Network.emulateNetworkConditions', slow4G);
      await page.goto(`${site.origin}${path}`);
      await until('the widgets to be ready', () => page.evaluate(() => {
        const names = ['signal-form', 'contact-card', 'meldroute-wizard', 'risk-checklist'];
        const widgets = [...document.querySelectorAll(names.map((name) => `baken-${name}`).join())];
        return widgets.every((widget) => widget.hasAttribute('data-ready'));
      }), {limit: 30_000});
      return await readShifts(page);
    } finally {
      await page.close();
    }
  };

  before(async () => {
    site = await startTestSite({
      change: (html) => html.replace(ends, (end) => `${end}${paragraph}`),
      variants,
    });
    browser = await launchBrowser('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  for (const width of [320, 1280]) {
    it(`at ${width} px, on every page of every gemeente, with short and long fallbacks`, async () => {
      const ids = site.gemeenten.map(({gemeente}) => gemeente.id);
      const pages = ids.flatMap((id) => paths.map((path) => `/${id}/${path}`));
      const fallbacks = ids.slice(0, 2).flatMap((id) => [`/${id}/signaal~short`, `/${id}/signaal~long`]);
      const intranet = ids.flatMap((id) => staffPaths.map((path) => `/${id}/${path}`));
      const all = ['/', ...pages, ...fallbacks, ...intranet];
      const moved: (readonly [string, readonly string[]])[] = [];
      // A few at a time: the waiting is for the slow network, not for the processor.
      for (let start = 0; start < all.length; start += AT_ONCE) {
        const some = all.slice(start, start + AT_ONCE);
        moved.push(...(await Promise.all(some.map(async (path) => [path, await load(path, width)] as const))));
      }
      assert.deepEqual(moved.filter(([, lines]) => lines.length > 0), []);
    });
  }

  it('sees it when something moves: without the style sheet of the snippet the paragraph jumps', async () => {
    for (const path of ['signaal', 'contact', 'intranet/meldroute', 'intranet/tekens']) {
      assert.notDeepEqual(await load(`/${site.gemeenten[0]?.gemeente.id}/${path}~bare`, 1280), [], path);
    }
  });
});
