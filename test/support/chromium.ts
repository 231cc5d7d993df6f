import {writeFile} from 'node:fs/promises';

import puppeteer, {type CDPSession, type KeyInput, type Page as PuppeteerPage, type Protocol} from 'puppeteer-core';

import {chromiumArguments, findChromium} from '../../scripts/engines.mjs';
import {type Browser, type Focused, type Json, type Page, type PageRequest, toSource} from './browser.js';
import {inspectElement} from './inspect-element.js';

type Node = Protocol.Accessibility.AXNode;

const textOf = (value: Protocol.Accessibility.AXValue | undefined): string =>
  typeof value?.value === 'string' ? value.value : '';

/** Chromium's own names for what ARIA calls a button. */
const roles: Readonly<Record<string, string>> = {DisclosureTriangle: 'button', PopUpButton: 'combobox'};

async function findFocused(cdp: CDPSession): Promise<Focused | undefined> {
  const {result} = await cdp.send('Runtime.evaluate', {expression: 'document.activeElement'});
  if (result.objectId === undefined || result.className === 'HTMLBodyElement') return undefined;
  let {objectId} = result;
  const closedRoots: string[] = [];
  for (;;) {
    const question = {objectId, depth: 1, pierce: true};
    const {node}: Protocol.DOM.DescribeNodeResponse = await cdp.send('DOM.describeNode', question);
    const root = node.shadowRoots?.find(({shadowRootType}) => shadowRootType !== 'user-agent');
    if (!root) break;
    const {backendNodeId} = root;
    const {object}: Protocol.DOM.ResolveNodeResponse = await cdp.send('DOM.resolveNode', {backendNodeId});
    if (object.objectId === undefined) break;
    const inner: Protocol.Runtime.CallFunctionOnResponse = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { return this.activeElement; }',
    });
    if (inner.result.objectId === undefined) break;
    closedRoots.push(object.objectId);
    objectId = inner.result.objectId;
  }
  const inspected = await cdp.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration:
      `function (...roots) { const __name = (of) => of; return (${String(inspectElement)})(this, roots); }`,
    arguments: closedRoots.map((root) => ({objectId: root})),
    returnByValue: true,
  });
  const {exceptionDetails: thrown} = inspected;
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  const {node} = await cdp.send('DOM.describeNode', {objectId});
  const {nodes} = await cdp.send('Accessibility.getAXNodeAndAncestors', {backendNodeId: node.backendNodeId});
  const [own, ...around] = nodes;
  const role = textOf(own?.role);
  return {
    ...(inspected.result.value as Focused),
    role: roles[role] ?? role,
    name: textOf(own?.name),
    description: textOf(own?.description),
    groups: around.filter((one) => /^(group|radiogroup)$/.test(textOf(one.role))).map((one) => textOf(one.name)),
  };
}

async function createPage(page: PuppeteerPage): Promise<Page> {
  const cdp = await page.createCDPSession();
  const lines: string[] = [];
  const requests: PageRequest[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('request', (request) => {
    const body = request.postData();
    requests.push({method: request.method(), url: request.url(), ...(body === undefined ? {} : {body})});
  });
  await Promise.all([cdp.send('Accessibility.enable'), cdp.send('DOM.enable')]);
  return {
    engine: 'chromium',
    cdp,
    console: async () => [...lines],
    requests: async () => [...requests],
    goto: async (url) => void (await page.goto(url)),
    back: async () => void (await page.goBack()),
    forward: async () => void (await page.goForward()),
    press: async (key) => {
      const [last = '', ...modifiers] = key.split('+').toReversed();
      for (const modifier of modifiers) await page.keyboard.down(modifier as KeyInput);
      await page.keyboard.press(last as KeyInput);
      for (const modifier of modifiers) await page.keyboard.up(modifier as KeyInput);
    },
    type: async (text) => {
      for (const character of text) {
        if (/^[\n -~]$/.test(character)) {
          await page.keyboard.press((character === '\n' ? 'Enter' : character) as KeyInput);
          continue;
        }
        // Puppeteer only knows the keys of a keyboard from the United States; others it would paste without a key.
        const key = {key: character, text: character, unmodifiedText: character};
        await cdp.send('Input.dispatchKeyEvent', {type: 'keyDown', ...key});
        await cdp.send('Input.dispatchKeyEvent', {type: 'keyUp', ...key});
      }
    },
    viewport: async (width, height) => {
      await page.setViewport({width, height});
      return {width, height};
    },
    evaluate: async <Args extends readonly Json[], Result>(
      run: (...args: Args) => Result | Promise<Result>,
      ...args: Args
    ) => (await page.evaluate(toSource(run, args))) as Result,
    addScript: async (source) => void (await page.evaluate(`${source}\n;0`)),
    screenshot: async (path) => {
      const png = Buffer.from(await page.screenshot());
      if (path !== undefined) await writeFile(path, png);
      return png;
    },
    // What has the focus may leave the page between two questions about it.
    focused: () => findFocused(cdp).catch(() => findFocused(cdp)),
    text: async () => {
      const {nodes} = await cdp.send('Accessibility.getFullAXTree');
      const leaf = ({role, value, ignored}: Node): boolean =>
        !ignored && (textOf(role) === 'StaticText' || value !== undefined);
      return nodes.filter(leaf).map(({name, value}) => `${textOf(name)} ${textOf(value)}`.trim()).join('\n');
    },
    close: () => page.browserContext().close(),
  };
}

/** Starts Chromium, without a window, with its back/forward cache on as visitors have it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not here. On Debian: apt-get install chromium.');
  const browser = await puppeteer.launch({
    executablePath,
    args: [...chromiumArguments, '--lang=nl'],
    // With this default a page never comes back from the cache, and a test of what it still shows passes falsely.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    defaultViewport: {width: 1280, height: 900},
  });
  return {
    engine: 'chromium',
    version: await browser.version(),
    newPage: async () => createPage(await (await browser.createBrowserContext()).newPage()),
    close: () => browser.close(),
  };
}
