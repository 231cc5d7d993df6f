import {writeFile} from 'node:fs/promises';

import puppeteer from 'puppeteer-core';

import {findFirefox} from '../../scripts/engines.mjs';
import {type Browser, type Focused, type Json, type Page, type PageRequest, toSource} from './browser.js';
import {inspectElement, type Inspected} from './inspect-element.js';
import {until} from './until.js';
import {pressActions, typeActions} from './web-driver-keys.js';

/** The WebDriver BiDi connection that puppeteer opened. Its own page hides closed roots and accessibility. */
interface Connection {
  send(method: string, params: object): Promise<{result: unknown}>;
  on(event: string, listener: (params: never) => void): void;
}

/** A value as WebDriver BiDi writes it down. */
interface Remote {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

interface RemoteElement {
  readonly localName: string;
  readonly shadowRoot?: {readonly sharedId: string; readonly value: {readonly mode: string}} | null;
}

interface SentRequest {
  readonly context: string | null;
  readonly request: {request: string; method: string; url: string; bodySize: number | null};
}

interface Called {
  readonly type: 'success' | 'exception';
  readonly result: Remote;
  readonly exceptionDetails?: {readonly text: string};
}

interface Named {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly groups: readonly string[];
}

/** The part of Firefox's own accessibility interface (nsIAccessible) that is read here. */
interface Accessible {
  readonly role: number;
  readonly name: string | null;
  readonly value: string;
  readonly description: string | null;
  readonly parent: Accessible | null;
  readonly childCount: number;
  readonly attributes: {has(name: string): boolean; getStringProperty(name: string): string} | null;
  readonly firstChild: Accessible | null;
  getChildAt(index: number): Accessible;
  getBounds(x: object, y: object, width: object, height: object): void;
  getState(state: object, extra: object): void;
}

interface Chrome {
  readonly Cc: Readonly<Record<string, {getService(of: unknown): Service}>>;
  readonly Ci: Readonly<Record<string, unknown>>;
  readonly gBrowser: {readonly selectedBrowser: HTMLElement};
  readonly devicePixelRatio: number;
}

interface Service {
  getAccessibleFor(node: Node): Accessible | null;
  getStringRole(role: number): string;
}

/** Firefox's own names for roles that ARIA calls otherwise. */
const roles: Readonly<Record<string, string>> = {
  checkbutton: 'checkbox',
  entry: 'textbox',
  grouping: 'group',
  pushbutton: 'button',
  radiobutton: 'radio',
  summary: 'button',
  'toggle button': 'button',
};

/** Runs in Firefox's own window: starts accessibility and gives the page the keyboard. */
function startAccessibility(): void {
  const {Cc, Ci, gBrowser} = globalThis as unknown as Chrome;
  Cc['@mozilla.org/accessibilityService;1']?.getService(Ci['nsIAccessibilityService']);
  gBrowser.selectedBrowser.focus();
}

/**
 * Runs in Firefox's own window. Gives what the tree says of the element with this tag, id and box, as JSON, or nothing
 * while the tree still shows an earlier state of the page. The tree's own focus often stays on the document.
 */
function readNamed(tag: string, id: string, x: number, y: number, width: number, height: number): string | undefined {
  const {Cc, Ci, gBrowser, devicePixelRatio} = globalThis as unknown as Chrome;
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci['nsIAccessibilityService']);
  const page = service?.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
  if (!service || !page) return undefined;
  const boundsOf = (one: Accessible): number[] => {
    const out: {value?: number}[] = [{}, {}, {}, {}];
    one.getBounds(out[0] ?? {}, out[1] ?? {}, out[2] ?? {}, out[3] ?? {});
    return out.map(({value}) => (value ?? 0) / devicePixelRatio);
  };
  const [left = 0, top = 0] = boundsOf(page);
  const wanted = [left + x, top + y, width, height];
  const isNamed = ({attributes}: Accessible, key: string, value: string): boolean =>
    attributes?.has(key) === true && attributes.getStringProperty(key) === value;
  const find = (one: Accessible): Accessible | undefined => {
    const isHere = boundsOf(one).every((value, index) => Math.abs(value - (wanted[index] ?? 0)) <= 2);
    // The tree still has old boxes just after scrolling: another control of the same size may seem to be here.
    if (isHere && isNamed(one, 'tag', tag) && (id === '' || isNamed(one, 'id', id))) return one;
    for (let index = 0; index < one.childCount; index++) {
      const found = find(one.getChildAt(index));
      if (found) return found;
    }
    return undefined;
  };
  const found = find(page);
  if (!found) return undefined;
  const groups: string[] = [];
  for (let one = found.parent; one; one = one.parent) {
    if (/^(grouping|radiogroup|radio group)$/.test(service.getStringRole(one.role))) groups.push(one.name ?? '');
  }
  return JSON.stringify({
    role: service.getStringRole(found.role),
    name: found.name ?? '',
    description: found.description ?? '',
    groups,
  });
}

/** Runs in Firefox's own window: the tree of the page with boxes, for an error message. */
function listTree(): string {
  const {Cc, Ci, gBrowser} = globalThis as unknown as Chrome;
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci['nsIAccessibilityService']);
  const lines: string[] = [];
  const walk = (one: Accessible): void => {
    const out: {value?: number}[] = [{}, {}, {}, {}];
    one.getBounds(out[0] ?? {}, out[1] ?? {}, out[2] ?? {}, out[3] ?? {});
    lines.push(`${service?.getStringRole(one.role)} "${one.name}" ${out.map(({value}) => value).join()}`);
    for (let index = 0; index < one.childCount; index++) walk(one.getChildAt(index));
  };
  const page = service?.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
  if (page) walk(page);
  return lines.filter((line) => !line.startsWith('text leaf')).join('\n');
}

/** Runs in Firefox's own window: all words and values in the accessibility tree of the page. */
function readText(): string {
  const {Cc, Ci, gBrowser} = globalThis as unknown as Chrome;
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci['nsIAccessibilityService']);
  const words: string[] = [];
  const walk = (one: Accessible): void => {
    const role = service?.getStringRole(one.role) ?? '';
    if (role === 'text leaf' || role === 'statictext') words.push(one.name ?? '');
    if (/entry|combobox|password/.test(role)) words.push(one.value);
    for (let index = 0; index < one.childCount; index++) walk(one.getChildAt(index));
  };
  const page = service?.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
  if (page) walk(page);
  return words.join('\n');
}

class FirefoxPage implements Page {
  readonly engine = 'firefox';
  readonly #connection: Connection;
  readonly #context: string;
  readonly #userContext: string;
  readonly #chrome: string;
  readonly #lines: string[] = [];
  readonly #requests: {method: string; url: string; id: string; hasBody: boolean}[] = [];

  constructor(connection: Connection, ids: {context: string; userContext: string; chrome: string}) {
    this.#connection = connection;
    this.#context = ids.context;
    this.#userContext = ids.userContext;
    this.#chrome = ids.chrome;
    connection.on('log.entryAdded', (entry: {level: string; text: string | null; source: {context?: string}}) => {
      if (entry.source.context === this.#context) this.#lines.push(`${entry.level}: ${entry.text ?? ''}`);
    });
    connection.on('network.beforeRequestSent', (event: SentRequest) => {
      if (event.context !== this.#context) return;
      const {request: id, method, url, bodySize} = event.request;
      this.#requests.push({method, url, id, hasBody: (bodySize ?? 0) > 0});
    });
  }

  async #send<Result>(method: string, params: object): Promise<Result> {
    return (await this.#connection.send(method, params)).result as Result;
  }

  async #call(source: string, args: readonly object[], options: object, context = this.#context): Promise<Remote> {
    const called = await this.#send<Called>('script.callFunction', {
      functionDeclaration: source,
      target: {context},
      arguments: args,
      awaitPromise: true,
      serializationOptions: options,
    });
    if (called.type === 'exception') throw new Error(called.exceptionDetails?.text ?? 'the script threw');
    return called.result;
  }

  async #inChrome(run: (...args: never[]) => string | undefined | void, args: readonly Json[] = []): Promise<unknown> {
    return (await this.#call(`() => ${toSource(run, args)}`, [], {}, this.#chrome)).value;
  }

  /** Brings the tab to the front and gives it the keyboard: Firefox starts with the address bar in focus. */
  async activate(): Promise<void> {
    await this.#send('browsingContext.activate', {context: this.#context});
    await this.#inChrome(startAccessibility);
  }

  async console(): Promise<readonly string[]> {
    return [...this.#lines];
  }

  async requests(): Promise<readonly PageRequest[]> {
    return Promise.all(
      this.#requests.map(async ({method, url, id, hasBody}) => {
        if (!hasBody) return {method, url};
        const data = {dataType: 'request', request: id};
        const {bytes} = await this.#send<{bytes: {type: string; value: string}}>('network.getData', data);
        const body = bytes.type === 'base64' ? Buffer.from(bytes.value, 'base64').toString() : bytes.value;
        return {method, url, body};
      }),
    );
  }

  async goto(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', {context: this.#context, url, wait: 'complete'});
  }

  back(): Promise<void> {
    return this.#travel(-1);
  }

  forward(): Promise<void> {
    return this.#travel(1);
  }

  /** The answer to `traverseHistory` comes before the page does, also when it comes from the cache. */
  async #travel(delta: number): Promise<void> {
    const mark = String(Math.random());
    await this.evaluate((value) => void Object.assign(globalThis, {testTravel: value}), mark);
    await this.#send('browsingContext.traverseHistory', {context: this.#context, delta});
    await until('the page to change', () =>
      this.evaluate(
        (value) => document.readyState === 'complete' && (globalThis as {testTravel?: string}).testTravel !== value,
        mark,
      ).catch(() => false),
    );
  }

  async press(key: string): Promise<void> {
    await this.#act(pressActions(key));
  }

  async type(text: string): Promise<void> {
    await this.#act(typeActions(text));
  }

  async #act(actions: readonly object[]): Promise<void> {
    const source = {type: 'key', id: 'keyboard', actions};
    await this.#send('input.performActions', {context: this.#context, actions: [source]});
  }

  async viewport(width: number, height: number): Promise<{width: number; height: number}> {
    await this.#send('browsingContext.setViewport', {context: this.#context, viewport: {width, height}});
    return {width, height};
  }

  async evaluate<Args extends readonly Json[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const source = `async () => JSON.stringify(await ${toSource(run, args)})`;
    const {value} = await this.#call(source, [], {});
    return (typeof value === 'string' ? JSON.parse(value) : undefined) as Result;
  }

  async addScript(source: string): Promise<void> {
    await this.#send('script.evaluate', {
      expression: `${source}\n;0`,
      target: {context: this.#context},
      awaitPromise: false,
    });
  }

  async screenshot(path?: string): Promise<Buffer> {
    const {data} = await this.#send<{data: string}>('browsingContext.captureScreenshot', {context: this.#context});
    const png = Buffer.from(data, 'base64');
    if (path !== undefined) await writeFile(path, png);
    return png;
  }

  /** Finds the element in focus, and the roots around it; nothing outside the page. */
  async #findActive(): Promise<readonly object[]> {
    // With the tree of closed roots asked for, the answer holds a reference to each, which the next call may use.
    const options = {maxDomDepth: 0, includeShadowTree: 'all'};
    // With focus in the address bar the page still names an active element.
    const find = '() => (document.hasFocus() ? document.activeElement : document.body)';
    let active = await this.#call(find, [], options);
    const roots: object[] = [];
    for (;;) {
      const {localName, shadowRoot} = (active.value ?? {}) as Partial<RemoteElement>;
      if (localName === 'body' || active.sharedId === undefined) return [];
      if (shadowRoot?.value.mode !== 'open' && shadowRoot?.value.mode !== 'closed') break;
      const root = {sharedId: shadowRoot.sharedId};
      const inner = await this.#call('(root) => root.activeElement', [root], options);
      if (inner.type !== 'node') break;
      roots.push(root);
      active = inner;
    }
    return [{sharedId: active.sharedId}, ...roots];
  }

  async focused(): Promise<Focused | undefined> {
    const inspect = `(element, ...roots) => { const __name = (of) => of;
      return JSON.stringify((${String(inspectElement)})(element, roots)); }`;
    let missing = '';
    // The tree follows the page a moment later, and what has the focus may move or go: all is read until it agrees.
    const {focused} = await until("Firefox's accessibility tree to show what has the focus", async () => {
      const found = await this.#findActive();
      if (found.length === 0) return {focused: undefined};
      const {value} = await this.#call(inspect, found, {});
      const inspected = JSON.parse(String(value)) as Inspected;
      const {x, y, width, height} = inspected.box;
      missing = `<${inspected.tag}> at ${[x, y, width, height].join()}`;
      const json = await this.#inChrome(readNamed, [inspected.tag, inspected.id, x, y, width, height]);
      if (typeof json !== 'string') return undefined;
      const named = JSON.parse(json) as Named;
      return {focused: {...inspected, ...named, role: roles[named.role] ?? named.role}};
    }, {explain: async () => `Not in it: ${missing}. In it:\n${String(await this.#inChrome(listTree))}`});
    return focused;
  }

  async text(): Promise<string> {
    // The tree follows the page a frame or two later: what stays the same over frames is what the page shows.
    let last = '';
    return until('the accessibility tree to settle', async () => {
      await this.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      const words = String(await this.#inChrome(readText));
      const settled = words === last;
      last = words;
      return settled ? {words} : undefined;
    }).then(({words}) => words);
  }

  async close(): Promise<void> {
    await this.#send('browser.removeUserContext', {userContext: this.#userContext});
  }
}

/** Starts Firefox, without a window, with access to its own window: there its accessibility tree can be read. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('Firefox is not here. On Debian: apt-get install firefox-esr.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    args: ['--remote-allow-system-access'],
    // Without smooth scrolling: a control is where it will stay as soon as it has the focus.
    extraPrefsFirefox: {'intl.accept_languages': 'nl', 'general.smoothScroll': false},
    defaultViewport: null,
  });
  const {connection} = browser as unknown as {connection: Connection};
  const send = async <Result>(method: string, params: object): Promise<Result> =>
    (await connection.send(method, params)).result as Result;
  const {contexts} = await send<{contexts: {context: string}[]}>('browsingContext.getTree', {
    'moz:scope': 'chrome',
    'maxDepth': 0,
  });
  const chrome = contexts[0]?.context ?? '';
  const events = ['log.entryAdded', 'network.beforeRequestSent'];
  await send('session.subscribe', {events});
  await send('network.addDataCollector', {dataTypes: ['request'], maxEncodedDataSize: 1_000_000});
  return {
    engine: 'firefox',
    version: await browser.version(),
    newPage: async () => {
      const {userContext} = await send<{userContext: string}>('browser.createUserContext', {});
      const {context} = await send<{context: string}>('browsingContext.create', {type: 'tab', userContext});
      const page = new FirefoxPage(connection, {context, userContext, chrome});
      await page.viewport(1280, 900);
      await page.activate();
      return page;
    },
    close: () => browser.close(),
  };
}
