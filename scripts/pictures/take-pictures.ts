import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

import type {CDPSession} from 'puppeteer-core';

import type {Browser, Page} from '../../test/support/browser.js';
import {type Cell, nameOf, pathOf, schemes, widths} from './cells.js';
import type {Measured} from './mount-story.js';
import {keepAsked, type Part} from './options.js';
import {serveStories} from './serve-stories.js';

/** More does not fit in one picture of Chromium. */
const highest = 16_000;

/** What a run made. */
export interface Taken {
  /** In the order in which the stories are written. */
  readonly cells: readonly Cell[];
  /** What is wider than its page, or too high to be pictured whole, in words. */
  readonly remarks: readonly string[];
}

export interface TakeOptions {
  readonly browser: Browser;
  readonly part: Part;
  /** The folder to write to; the pictures of an earlier run in it go. */
  readonly out: string;
  /** Another checkout of the project to picture, in a folder below this one. */
  readonly project?: string;
  /** Hears what is being done. */
  readonly onProgress?: (line: string) => void;
}

/** Nothing in a picture may depend on the moment at which it was taken. */
const stopClock = `{
  const Clock = Date;
  const now = Clock.parse('2026-11-24T10:00:00+01:00');
  Date = class extends Clock {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(now);
    }
    static now() {
      return now;
    }
  };
}`;

/** Calls a function of the page `mount-story.ts`. */
function call<Result>(page: Page, name: string, ...args: readonly string[]): Promise<Result> {
  return page.evaluate(
    async (path, wanted, given) => {
      const functions = (await import(path)) as Record<string, (...all: readonly string[]) => Promise<Result>>;
      const found = functions[wanted];
      if (!found) throw new Error(`The page has no function ${wanted}.`);
      return found(...given);
    },
    '/mount-story.js',
    name,
    args,
  );
}

type OpenPage = Page & {readonly cdp: CDPSession};

/**
 * Opens a page that is as someone with a colour scheme has it from the start. Each scheme has a page of its own: after
 * colours were forced on a page, Chromium draws the next ones with some of those colours.
 */
async function openPage(browser: Browser, scheme: string): Promise<OpenPage> {
  const page = await browser.newPage();
  const {cdp} = page;
  if (!cdp) throw new Error('Pictures are taken with Chromium: only there colours can be forced.');
  const features = [
    // Of the palettes that a system forces most are dark, and there a page that forgot something shows it.
    {name: 'prefers-color-scheme', value: scheme === 'light' ? 'light' : 'dark'},
    {name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none'},
    {name: 'prefers-reduced-motion', value: 'reduce'},
  ];
  await cdp.send('Emulation.setEmulatedMedia', {features});
  await cdp.send('Emulation.setTimezoneOverride', {timezoneId: 'Europe/Amsterdam'});
  await cdp.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  await cdp.send('Emulation.setScrollbarsHidden', {hidden: true});
  await cdp.send('Page.enable');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {source: stopClock});
  return {...page, cdp};
}

/** Writes the name of an export as the name of a folder: `Call112` becomes `call-112`. */
export function toExample(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z\d])(?=[A-Z])/g, '-').toLowerCase();
}

/** Pictures a part of the examples, each once for every theme, scheme, language and width. */
export async function takePictures(options: TakeOptions): Promise<Taken> {
  const {browser, part, out, project, onProgress = () => undefined} = options;
  const chosenSchemes = keepAsked(part, 'scheme', schemes);
  const {origin, stories, close} = await serveStories(project);
  const cells: Cell[] = [];
  const remarks: string[] = [];

  const picture = async (page: OpenPage, cell: Cell): Promise<void> => {
    const {width} = cell;
    const resize = (height: number): Promise<unknown> =>
      page.cdp.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false});
    await resize(800);
    const {height, wide} = await call<Measured>(page, 'measurePage');
    remarks.push(...wide.map((what) => `${what}: ${nameOf(cell)}`));
    if (height > highest) remarks.push(`cut at ${highest} of ${height} px: ${nameOf(cell)}`);
    // As high as what is on it: a bar at the bottom of the window then lies under the end of the page.
    await resize(Math.min(Math.max(height, 1), highest));
    await call(page, 'measurePage');
    const path = join(out, pathOf(cell));
    mkdirSync(dirname(path), {recursive: true});
    const {data} = await page.cdp.send('Page.captureScreenshot', {format: 'png', optimizeForSpeed: true});
    writeFileSync(path, Buffer.from(data, 'base64'));
    cells.push(cell);
  };

  const pictureStory = async (page: OpenPage, scheme: string, widget: string, name: string): Promise<void> => {
    const example = toExample(name);
    let languages: readonly string[] = ['nl'];
    for (let at = 0; at < languages.length; at++) {
      const language = languages[at] ?? '';
      await page.goto(`${origin}/`);
      const known = await call<readonly string[]>(page, 'mountStory', widget, name, language);
      languages = ['nl', ...known.filter((other) => other !== 'nl')];
      if (part.language?.includes(language) === false) continue;
      for (const theme of keepAsked(part, 'theme', await call(page, 'listThemes'))) {
        await call(page, 'dressPage', theme, scheme);
        for (const width of part.width?.map(Number) ?? widths) {
          await picture(page, {widget, example, theme, scheme, language, width});
        }
      }
    }
  };

  try {
    const widgets = keepAsked(part, 'widget', stories.map(({widget}) => widget));
    const chosen = stories.filter(({widget}) => widgets.includes(widget));
    const examples = keepAsked(part, 'example', [...new Set(chosen.flatMap(({names}) => names.map(toExample)))]);
    rmSync(join(out, 'cells'), {recursive: true, force: true});
    for (const scheme of chosenSchemes) {
      const page = await openPage(browser, scheme);
      for (const {widget, names} of chosen) {
        const before = cells.length;
        for (const name of names.filter((one) => examples.includes(toExample(one)))) {
          await pictureStory(page, scheme, widget, name);
        }
        onProgress(`${widget}, ${scheme}: ${cells.length - before} pictures`);
      }
      await page.close();
    }
  } finally {
    await close();
  }
  if (cells.length === 0) throw new Error(`No example is in ${part.language?.join(', ')}.`);
  return {cells, remarks};
}
