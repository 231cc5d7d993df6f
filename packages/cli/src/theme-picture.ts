import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';

import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import type {Tokens} from '@baken/theme/resolve-bridge';

import {loadContent} from './load-content.js';
import {type BrowserPage, findBrowser, openBrowser} from './theme-browser.js';

/** Why there is no picture, as a message of the catalogue with what it is filled in with. */
export class PictureError extends Error {
  readonly details: Readonly<Record<string, string>>;

  constructor(message: string, details: Readonly<Record<string, string>> = {}) {
    super(message);
    this.details = details;
  }
}

const READY_MS = 15_000;
const width = 1280;

/** Finds the folder of the shipped files: that of the installed `@baken/embed`. */
export function findWidgets(): string | undefined {
  const {resolve} = createRequire(import.meta.url);
  const folders = (resolve.paths('@baken/embed') ?? []).map((folder) => join(folder, '@baken/embed/dist'));
  return folders.find((folder) => existsSync(join(folder, 'baken.js')));
}

async function compileExample(today: string): Promise<Readonly<Record<string, unknown>>> {
  const content = await loadContent();
  const say = (name: string): string => content.messages[`cli.${name}`] ?? name;
  // A made-up gemeente: a picture says nothing of a real one.
  const source = {
    format: 'baken.gemeente-source/1',
    id: 'voorbeeld',
    name: 'Voorbeeld',
    code: '9900',
    example: true,
    address: 'u',
    languages: ['nl'],
    endpoint: {type: 'json', url: 'http://127.0.0.1:9/v1/signals'},
    exitUrl: 'https://www.rijksoverheid.nl/',
    reader: {nl: {who: 'de aandachtsfunctionaris', within: 'binnen 1 werkdag'}},
    entry: 'politie',
    help: ['112', 'politie', 'meld-misdaad-anoniem'],
    // A question with fields, right after the first.
    steps: [
      {
        id: 'voorbeeld',
        after: 'call-112-signs',
        questions: [
          {id: 'voorbeeld-text', type: 'text', required: true},
          {id: 'voorbeeld-line', type: 'line'},
        ],
      },
    ],
    texts: {
      nl: {
        'step.voorbeeld.title': say('theme-question'),
        'question.voorbeeld-text.label': say('theme-text'),
        'question.voorbeeld-text.error': say('theme-missing'),
        'question.voorbeeld-line.label': say('theme-line'),
      },
    },
  };
  const files = [{name: 'voorbeeld.json', text: JSON.stringify(source)}];
  const result = compileGemeente({files, content, staffContent: undefined, today});
  if (!result.ok) throw new Error(result.errors.map(({key, message}) => `${key}: ${message}`).join(' '));
  return {'/x.nl.json': result.compiled['nl'], '/x.contacts.nl.json': result.contacts['nl']};
}

type Schemes = readonly (readonly [scheme: 'light' | 'dark', tokens: Tokens])[];

const forms = 3;

/** A page with each widget in each scheme. Its theme is what was read, and not the sheet: that may hide a widget. */
function drawPage(schemes: Schemes): {readonly html: string; readonly css: string} {
  const form = '<baken-signal-form config-src="/x.json"></baken-signal-form>';
  const sections = schemes.map(
    ([scheme]) => `<section class="${scheme}">
<p><baken-report-button page><a href="#x">Geef een signaal door</a></baken-report-button></p>
${form.repeat(forms)}
<baken-contact-card config-src="/x.json" contact="112 politie comensha meld-misdaad-anoniem"></baken-contact-card>
</section>`,
  );
  const rules = schemes.map(([scheme, tokens]) => {
    const declared = [...tokens].map(([name, value]) => `${name}:${value};`);
    return `.${scheme}{${declared.join('\n')}\ncolor-scheme:${scheme}}`;
  });
  return {
    html: `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Voorbeeld</title>
<link rel="stylesheet" href="/baken.css"><link rel="stylesheet" href="/theme.css">
<script type="module" src="/baken.js"></script><script type="module" src="/baken-contacts.js"></script>
<body>${sections.join('')}</body></html>`,
    css: `body{margin:0;display:flex}section{box-sizing:border-box;width:${width}px;padding:24px;background:Canvas;color:CanvasText;display:grid;gap:24px;align-content:start}\n${rules.join('\n')}`,
  };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
};

async function serve(files: ReadonlyMap<string, string | Buffer>): Promise<{server: Server; origin: string}> {
  const server = createServer(({url = ''}, response) => {
    const path = url === '/' ? '/index.html' : url;
    const body = files.get(path);
    response.writeHead(body === undefined ? 404 : 200, {'content-type': types[path.split('.').at(-1) ?? ''] ?? ''});
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`};
}

interface DomNode {
  readonly nodeId: number;
  readonly localName?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function* everyNode(node: DomNode): Generator<DomNode> {
  yield node;
  for (const inner of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* everyNode(inner);
}

const hasClass = ({attributes = []}: DomNode, name: string): boolean =>
  (attributes[attributes.indexOf('class') + 1] ?? '').split(' ').includes(name) && attributes.includes('class');

/** Looks into the roots of the widgets, which are closed for scripts. */
async function readForms(page: BrowserPage): Promise<readonly DomNode[]> {
  const {root} = await page.send('DOM.getDocument', {depth: -1, pierce: true});
  return [...everyNode(root as DomNode)].filter(({localName}) => localName === 'baken-signal-form');
}

/** Waits until a page is what it should be. Rejects with `PictureError` after fifteen seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await wait(100)) if (await isSo()) return;
  throw new PictureError('theme-undrawn');
}

async function click(page: BrowserPage, {nodeId}: DomNode): Promise<void> {
  await page.send('DOM.scrollIntoViewIfNeeded', {nodeId});
  const {quads} = await page.send('DOM.getContentQuads', {nodeId});
  const [[left = 0, top = 0, right = 0, , , bottom = 0] = []] = quads as readonly (readonly number[])[];
  const at = {x: (left + right) / 2, y: (top + bottom) / 2, button: 'left', clickCount: 1};
  await page.send('Input.dispatchMouseEvent', {...at, type: 'mousePressed'});
  await page.send('Input.dispatchMouseEvent', {...at, type: 'mouseReleased'});
}

/** Presses what a visitor would: an answer in the second form of each scheme, and on to a wrong field in the third. */
async function showStates(page: BrowserPage, count: number): Promise<void> {
  const find = async (form: number, wanted: (node: DomNode) => boolean): Promise<DomNode | undefined> => {
    const found = (await readForms(page))[form];
    return found && [...everyNode(found)].find(wanted);
  };
  const press = async (form: number, wanted: (node: DomNode) => boolean): Promise<void> => {
    await until(async () => (await find(form, wanted)) !== undefined);
    const node = await find(form, wanted);
    if (node) await click(page, node);
  };
  const isNo = ({attributes = []}: DomNode): boolean => attributes.includes('danger-no');
  const isNext = (node: DomNode): boolean =>
    hasClass(node, 'button') && !hasClass(node, 'exit-button') && !hasClass(node, 'second');
  for (let form = 0; form < count; form += forms) {
    await press(form + 1, isNo);
    await press(form + 2, isNo);
    await press(form + 2, isNext);
    await until(async () => (await find(form + 2, ({localName}) => localName === 'textarea')) !== undefined);
    await press(form + 2, isNext);
    await until(async () => (await find(form + 2, (node) => hasClass(node, 'error'))) !== undefined);
  }
}

/** Draws the widgets with the tokens of a page, in each scheme that it has, as a PNG. Rejects with `PictureError`. */
export async function drawTheme({
  schemes,
  picture,
  today,
  program = findBrowser(),
  widgets = findWidgets(),
}: {
  readonly schemes: Schemes;
  readonly picture: string;
  readonly today: string;
  readonly program?: string | undefined;
  readonly widgets?: string | undefined;
}): Promise<void> {
  if (program === undefined) throw new PictureError('theme-browser');
  if (widgets === undefined) throw new PictureError('theme-widgets');
  const {html, css} = drawPage(schemes);
  const files = new Map<string, string | Buffer>([
    ['/index.html', html],
    ['/theme.css', css],
    ...Object.entries(await compileExample(today)).map(([name, file]) => [name, JSON.stringify(file)] as const),
  ]);
  for (const name of ['baken.js', 'baken.css', 'baken-contacts.js']) {
    files.set(`/${name}`, await readFile(join(widgets, name)));
  }
  const {server, origin} = await serve(files);
  let page: BrowserPage | undefined;
  try {
    page = await openBrowser(program).catch(() => {
      throw new PictureError('theme-browser-broken', {file: program});
    });
    // Side by side: a picture that is higher than some 4000 px stays empty below.
    const size = {width: width * schemes.length, height: 1000, deviceScaleFactor: 1, mobile: false};
    await page.send('Emulation.setDeviceMetricsOverride', size);
    await page.send('Page.navigate', {url: origin});
    await showStates(page, schemes.length * forms);
    const {cssContentSize} = await page.send('Page.getLayoutMetrics');
    const {height} = cssContentSize as {readonly height: number};
    // As high as the page, from its top: the leave button stays in sight and would lie on what was clicked last.
    await page.send('Emulation.setDeviceMetricsOverride', {...size, height: Math.ceil(height)});
    await page.send('Runtime.evaluate', {expression: 'scrollTo(0, 0)'});
    const {data} = await page.send('Page.captureScreenshot');
    await writeFile(picture, Buffer.from(String(data), 'base64')).catch(() => {
      throw new PictureError('theme-unwritable', {file: picture});
    });
  } finally {
    await page?.close();
    server.closeAllConnections();
    server.close();
  }
}
