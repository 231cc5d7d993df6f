import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

import type {CDPSession} from 'puppeteer-core';

import type {Browser, Page} from '../../test/support/browser.js';
import {type Cell, nameOf, pathOf, schemes, widths} from './cells.js';
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

async function emulate(cdp: CDPSession, scheme: string): Promise<void> {
  const features = [
    {name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light'},
    {name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none'},
    {name: 'prefers-reduced-motion', value: 'reduce'},
  ];
  await cdp.send('Emulation.setEmulatedMedia', {features});
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
  const page = await browser.newPage();
  const {cdp} = page;
  const cells: Cell[] = [];
  const remarks: string[] = [];

  const size = (width: number, height: number): Promise<unknown> | undefined =>
    cdp?.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false});

  const picture = async (cell: Cell): Promise<void> => {
    await size(cell.width, 800);
    const {height, overflow} = await call<{height: number; overflow: number}>(page, 'measurePage');
    if (overflow > 0) remarks.push(`${overflow} px wider than its page: ${nameOf(cell)}`);
    if (height > highest) remarks.push(`cut at ${highest} of ${height} px: ${nameOf(cell)}`);
    // As high as what is on it: a bar at the bottom of the window then lies under the end of the page.
    await size(cell.width, Math.min(Math.max(height, 1), highest));
    await call(page, 'measurePage');
    const path = join(out, pathOf(cell));
    mkdirSync(dirname(path), {recursive: true});
    const taken = await cdp?.send('Page.captureScreenshot', {format: 'png', optimizeForSpeed: true});
    writeFileSync(path, Buffer.from(taken?.data ?? '', 'base64'));
    cells.push(cell);
  };

  const pictureStory = async (widget: string, name: string, themes: readonly string[]): Promise<void> => {
    const example = toExample(name);
    let languages: readonly string[] = ['nl'];
    for (let at = 0; at < languages.length; at++) {
      const language = languages[at] ?? '';
      await page.goto(`${origin}/`);
      const known = await call<readonly string[]>(page, 'mountStory', widget, name, language);
      languages = ['nl', ...known.filter((other) => other !== 'nl')];
      if (part.language?.includes(language) === false) continue;
      for (const theme of themes) {
        for (const scheme of chosenSchemes) {
          await emulate(cdp as CDPSession, scheme);
          await call(page, 'dressPage', theme, scheme);
          for (const width of part.width?.map(Number) ?? widths) {
            await picture({widget, example, theme, scheme, language, width});
          }
        }
      }
    }
  };

  try {
    if (!cdp) throw new Error('Pictures are taken with Chromium: only there colours can be forced.');
    rmSync(join(out, 'cells'), {recursive: true, force: true});
    await cdp.send('Emulation.setTimezoneOverride', {timezoneId: 'Europe/Amsterdam'});
    await cdp.send('Emulation.setFocusEmulationEnabled', {enabled: true});
    await cdp.send('Emulation.setScrollbarsHidden', {hidden: true});
    await cdp.send('Page.enable');
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {source: stopClock});
    await page.goto(`${origin}/`);
    const themes = keepAsked(part, 'theme', await call(page, 'listThemes'));
    const asked = keepAsked(part, 'widget', stories.map(({widget}) => widget));
    const chosen = stories.filter(({widget}) => asked.includes(widget));
    const examples = keepAsked(part, 'example', chosen.flatMap(({names}) => names.map(toExample)));
    for (const {widget, names} of chosen) {
      const before = cells.length;
      for (const name of names.filter((one) => examples.includes(toExample(one)))) {
        await pictureStory(widget, name, themes);
      }
      onProgress(`${widget}: ${cells.length - before} pictures`);
    }
  } finally {
    await page.close();
    await close();
  }
  if (cells.length === 0) throw new Error(`No example is in ${part.language?.join(', ')}.`);
  return {cells, remarks};
}
