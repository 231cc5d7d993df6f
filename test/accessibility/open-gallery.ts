import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

import {build, defaultClientConditions, type Rolldown} from 'vite';

import {trimLitPlugin} from '../../scripts/vite/trim-lit.mjs';
import type {Json, Page} from '../support/browser.js';
import {launchBrowser} from '../support/browsers.js';
import {servePages} from '../support/serve-pages.js';
import {until} from '../support/until.js';
import type {Gallery} from './gallery.js';
import {type WidgetName, widgetNames, widgets} from './widgets.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The moment at which every example is looked at: a plan names days and hours. */
const MOMENT = '2026-11-24T10:00:00+01:00';

const makePage = (widget: WidgetName, language: string): string => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Voorbeelden</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/baken.css">
<style>
:root {background: Canvas; color: CanvasText}
h1 {font-size: 1rem}
</style>
<script>
Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [${Date.parse(MOMENT)}]));
  }
  static now() {
    return ${Date.parse(MOMENT)};
  }
};
const late = new Map();
const {setTimeout: wait, clearTimeout: stop} = window;
window.setTimeout = (run, delay, ...args) => {
  const id = wait(run, delay, ...args);
  if (delay >= 1000) late.set(id, () => run(...args));
  return id;
};
window.clearTimeout = (id) => void (late.delete(id), stop(id));
window.elapse = () => [...late.values()].map((run) => run()).length;
</script>
</head>
<body>
<main><h1>${widgets[widget]}</h1></main>
<script type="module" src="/gallery.js"></script>
</body>
</html>`;

/** Bundles the page with the examples from source, with open roots: axe cannot look into closed ones. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [trimLitPlugin()],
    resolve: {conditions: ['baken-source', ...defaultClientConditions]},
    define: {__BAKEN_VERSION__: '"test"', __BAKEN_JS_INTEGRITY__: '""'},
    build: {
      target: 'esnext',
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: {gallery: fileURLToPath(new URL('gallery.ts', import.meta.url))},
        output: {entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js'},
        preserveEntrySignatures: false,
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(result.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}

/** No example may go out: an address elsewhere gives an empty page. */
async function keepInside({cdp}: Page): Promise<void> {
  cdp?.on('Fetch.requestPaused', ({requestId}) => {
    const responseHeaders = [{name: 'content-type', value: 'text/html'}];
    void cdp.send('Fetch.fulfillRequest', {requestId, responseCode: 200, responseHeaders, body: ''});
  });
  await cdp?.send('Fetch.enable', {patterns: [{urlPattern: 'https://*'}]});
}

/** How the examples are shown. */
export interface Setting {
  /** Of the window, in CSS pixels; 1280 by 900 without it. */
  readonly size?: readonly [width: number, height: number];
  /** Media features by name: `{'forced-colors': 'active'}`. */
  readonly media?: Readonly<Record<string, string>>;
  /** The `color-scheme` of the page; both without it. */
  readonly scheme?: 'light' | 'light dark';
}

/** A tab with the examples of one widget. */
export interface GalleryPage {
  readonly page: Page;
  readonly names: readonly string[];
  /** Calls a method of the page. */
  ask<Method extends Methods>(method: Method, ...args: Parameters<Gallery[Method]>): Promise<Answer<Method>>;
  /** Looks at what is shown in another way. */
  set(setting: Setting): Promise<void>;
}

/** What a test can call on the page. */
type Methods = {[Key in keyof Gallery]: Gallery[Key] extends (...args: never[]) => unknown ? Key : never}[keyof Gallery];
type Answer<Method extends Methods> = Awaited<ReturnType<Gallery[Method]>>;

/** The examples of every widget in Chromium. */
export interface OpenGallery {
  /** Opens a fresh tab with the examples of a widget, in Dutch unless asked otherwise. */
  open(widget: WidgetName, language?: string): Promise<GalleryPage>;
  close(): Promise<void>;
}

/** Starts Chromium with the pages of all examples. */
export async function openGallery(): Promise<OpenGallery> {
  const files = new Map(await bundle());
  files.set('/baken.css', await readFile(new URL('../../packages/embed/src/baken.css', import.meta.url), 'utf8'));
  const pages = await servePages(root, ({url = ''}, response) => {
    const {pathname, searchParams} = new URL(url, 'http://localhost');
    const widget = widgetNames.find((name) => pathname === `/${name}`);
    const [type, body] = widget === undefined
      ? [url.endsWith('.css') ? 'text/css' : 'text/javascript', files.get(url)]
      : ['text/html', makePage(widget, searchParams.get('language') ?? 'nl')];
    response.writeHead(body === undefined ? 404 : 200, {'content-type': `${type}; charset=utf-8`});
    response.end(body);
    return true;
  });
  const browser = await launchBrowser('chromium');
  return {
    async open(widget, language = 'nl') {
      const page = await browser.newPage();
      await page.cdp?.send('Emulation.setTimezoneOverride', {timezoneId: 'Europe/Amsterdam'});
      // A dialog lets Tab go round over the window of the browser, and the page must not lose the focus there.
      await page.cdp?.send('Emulation.setFocusEmulationEnabled', {enabled: true});
      await keepInside(page);
      await page.goto(`${pages.origin}/${widget}?language=${language}`);
      const read = () => page.evaluate(() => (globalThis as {gallery?: Gallery}).gallery?.names);
      const explain = async () => (await page.console()).join('\n');
      const names = await until(`the examples of ${widget}`, read, {explain});
      const ask: GalleryPage['ask'] = (method, ...args) =>
        page.evaluate((method, args) => {
          const {gallery} = globalThis as unknown as {gallery: Record<string, (...args: readonly Json[]) => unknown>};
          return gallery[method]?.(...args);
        }, method, args) as Promise<never>;
      const now = {size: '', media: '', scheme: ''};
      const changes = (key: keyof typeof now, next: unknown): boolean => {
        const isOther = now[key] !== JSON.stringify(next);
        now[key] = JSON.stringify(next);
        return isOther;
      };
      const set = async ({size = [1280, 900], media = {}, scheme = 'light dark'}: Setting): Promise<void> => {
        const features = Object.entries(media).map(([name, value]) => ({name, value}));
        if (changes('media', features)) await page.cdp?.send('Emulation.setEmulatedMedia', {features});
        if (changes('size', size)) await page.viewport(size[0], size[1]);
        if (changes('scheme', scheme)) await ask('scheme', scheme);
      };
      await set({});
      return {page, names, ask, set};
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}

/** Says each fault once, with the examples in which it was met. */
export class Faults {
  readonly #met = new Map<string, string[]>();

  add(example: string, faults: readonly string[]): void {
    for (const fault of faults) this.#met.set(fault, [...(this.#met.get(fault) ?? []), example]);
  }

  list(): readonly string[] {
    return [...this.#met].map(([fault, where]) =>
      `${fault} (${where.length} examples: ${where.slice(0, 3).join('; ')})`);
  }
}
