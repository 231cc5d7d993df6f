import {writeFile} from 'node:fs/promises';

import {startWebKitDriver} from '../../scripts/engines.mjs';
import {type Browser, type Focused, type Json, type Page, type PageRequest, toSource} from './browser.js';
import {inspectElement, type Inspected} from './inspect-element.js';
import {until} from './until.js';
import {pressActions, typeActions} from './web-driver-keys.js';

/** The key under which WebDriver hands out references to elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The milliseconds after which a call to the driver has failed. */
const CALL_LIMIT = 60_000;

type Reference = Readonly<Record<typeof ELEMENT, string>>;

interface Details {
  readonly inspected: Inspected;
  readonly description: string;
  readonly groups: readonly Reference[];
}

/** Where WebKitGTK's driver gives another role than assistive technology gets, or none. */
const roles: Readonly<Record<string, string>> = {select: 'combobox', summary: 'button'};

/** Runs in the page: the element in focus, through open roots. WebDriver has no way into closed ones. */
function findActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? null : active;
}

/** Runs in the page: what WebDriver does not tell about an element. */
function findAround(element: Element): {description: string; groups: Element[]} {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
  const words = ids.map((id) => (root.getElementById(id)?.textContent ?? '').trim().replace(/\s+/g, ' '));
  const groups: Element[] = [];
  for (let one: Element | null | undefined = element; one;) {
    if (one !== element && one.matches('fieldset, [role="group"], [role="radiogroup"]')) groups.push(one);
    const tree: Node = one.getRootNode();
    one = one.parentElement ?? (tree instanceof ShadowRoot ? tree.host : null);
  }
  return {description: words.join(' '), groups};
}

/** Runs in the page: all words and values, through open roots. */
function readText(): string {
  const words: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) words.push(node.data.trim());
    if (node instanceof Element) {
      if (/^(script|style|template)$/.test(node.localName) || !node.checkVisibility()) return;
      if ('value' in node && /^(input|textarea|select)$/.test(node.localName)) words.push(String(node.value));
    }
    for (const child of (node as Partial<Element>).shadowRoot?.childNodes ?? []) walk(child);
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  return words.filter(Boolean).join('\n');
}

/** Runs in the page: keeps what is written on the console from now on. WebDriver has no log. */
function keepConsole(): void {
  const memory = globalThis as {[key: symbol]: string[] | undefined};
  const key = Symbol.for('test.console');
  if (memory[key]) return;
  const lines: string[] = (memory[key] = []);
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const write = console[level];
    console[level] = (...values: unknown[]) => {
      lines.push(`${level}: ${values.map(String).join(' ')}`);
      write.apply(console, values);
    };
  }
  addEventListener('error', (event) => lines.push(`error: ${event.message}`));
}

/** Wraps functions in a script so that they may call each other by name. */
const library = [findActive, findAround, inspectElement].map((one) => `const ${one.name} = ${String(one)};`).join('\n');

class WebKitPage implements Page {
  readonly engine = 'webkit';
  readonly #session: string;
  readonly #closed: () => void;
  readonly #lines: string[] = [];

  constructor(session: string, closed: () => void) {
    this.#session = session;
    this.#closed = closed;
  }

  async #call<Result>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Result> {
    // A browser that has ended never answers, and its driver does not say so.
    const signal = AbortSignal.timeout(CALL_LIMIT);
    const answer = await fetch(`${this.#session}${path}`, {method, signal, ...(body ? {body: JSON.stringify(body)} : {})});
    const {value} = (await answer.json()) as {value: Result & {error?: string; message?: string}};
    if (!answer.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error ?? ''} ${value.message ?? ''}`);
    return value;
  }

  #execute<Result>(script: string, args: readonly object[] = []): Promise<Result> {
    return this.#call('POST', '/execute/sync', {script, args});
  }

  async #saveConsole(): Promise<void> {
    const read = 'const all = globalThis[Symbol.for("test.console")]; return all ? all.splice(0) : [];';
    this.#lines.push(...(await this.#execute<string[]>(read).catch(() => [])));
  }

  async console(): Promise<readonly string[]> {
    await this.#saveConsole();
    return [...this.#lines];
  }

  async requests(): Promise<readonly PageRequest[]> {
    const urls = await this.evaluate(() =>
      ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type)).map(({name}) => name),
    );
    return urls.map((url) => ({method: '', url}));
  }

  async goto(url: string): Promise<void> {
    await this.#saveConsole();
    await this.#call('POST', '/url', {url});
    await this.evaluate(keepConsole);
  }

  back(): Promise<void> {
    return this.#travel('/back');
  }

  forward(): Promise<void> {
    return this.#travel('/forward');
  }

  async #travel(path: string): Promise<void> {
    await this.#saveConsole();
    await this.#call('POST', path, {});
    await until('the page to load', () => this.evaluate(() => document.readyState === 'complete').catch(() => false));
    await this.evaluate(keepConsole);
  }

  async press(key: string): Promise<void> {
    await this.#act(pressActions(key));
  }

  async type(text: string): Promise<void> {
    await this.#act(typeActions(text));
  }

  async #act(actions: readonly object[]): Promise<void> {
    await this.#call('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  async viewport(width: number, height: number): Promise<{width: number; height: number}> {
    const measure = () => this.evaluate(() => ({width: innerWidth, height: innerHeight}));
    await this.#call('POST', '/window/rect', {width, height});
    const first = await measure();
    // The window's own bars take a part of the height.
    await this.#call('POST', '/window/rect', {width, height: height + height - first.height});
    return measure();
  }

  async evaluate<Args extends readonly Json[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const json = await this.#execute<string | null>(
      `return (async () => JSON.stringify(await ${toSource(run, args)}))();`,
    );
    return (json === null ? undefined : JSON.parse(json)) as Result;
  }

  async addScript(source: string): Promise<void> {
    await this.#execute(`${source}\n;return 0;`);
  }

  async screenshot(path?: string): Promise<Buffer> {
    const png = Buffer.from(await this.#call<string>('GET', '/screenshot'), 'base64');
    if (path !== undefined) await writeFile(path, png);
    return png;
  }

  focused(): Promise<Focused | undefined> {
    // What has the focus may leave the page between two questions about it.
    return this.#findFocused().catch(() => this.#findFocused());
  }

  async #findFocused(): Promise<Focused | undefined> {
    const prepare = `const __name = (of) => of; ${library}`;
    const active = await this.#execute<Reference | null>(`${prepare} return findActive();`);
    if (!active) return undefined;
    const {inspected, description, groups} = await this.#execute<Details>(
      `${prepare} return {inspected: inspectElement(arguments[0], []), ...findAround(arguments[0])};`,
      [active],
    );
    const ask = (element: Reference, what: string): Promise<string> =>
      this.#call('GET', `/element/${element[ELEMENT]}/${what}`);
    const role = roles[inspected.tag] ?? (await ask(active, 'computedrole'));
    const name = await ask(active, 'computedlabel');
    const names: string[] = [];
    for (const group of groups) names.push(await ask(group, 'computedlabel'));
    return {...inspected, role, name, description, groups: names};
  }

  text(): Promise<string> {
    return this.evaluate(readText);
  }

  async close(): Promise<void> {
    await this.#call('DELETE', '');
    this.#closed();
  }
}

/** Starts WebKitGTK's driver on a screen of its own. It drives one page at a time, and only open roots. */
export async function launchWebKit(): Promise<Browser> {
  let {port, capabilities, stop} = await startWebKitDriver();
  const driver = (): string => `http://127.0.0.1:${port}`;
  const ask = (): Promise<Response> => {
    const body = JSON.stringify({capabilities: {alwaysMatch: capabilities}});
    return fetch(`${driver()}/session`, {method: 'POST', body, signal: AbortSignal.timeout(CALL_LIMIT)});
  };
  const create = async (): Promise<{sessionId: string; version: string}> => {
    // Once in some hundred windows it opens none and says nothing; another driver then does.
    const answer = await ask().catch(async () => {
      stop();
      ({port, capabilities, stop} = await startWebKitDriver());
      return ask();
    });
    const {value} = (await answer.json()) as {
      value: {sessionId: string; capabilities: {browserVersion: string}; message?: string};
    };
    if (!answer.ok) throw new Error(`WebKitGTK opened no window: ${value.message ?? answer.status}`);
    return {sessionId: value.sessionId, version: value.capabilities.browserVersion};
  };
  // The version is only known once a window is open; the first page uses that window.
  let waiting: {sessionId: string; version: string} | undefined = await create();
  const {version} = waiting;
  let open: WebKitPage | undefined;
  return {
    engine: 'webkit',
    version: `WebKitGTK/${version}`,
    newPage: async () => {
      if (open) throw new Error('WebKitGTK drives one page at a time: close the page before.');
      const {sessionId} = waiting ?? (await create());
      waiting = undefined;
      open = new WebKitPage(`${driver()}/session/${sessionId}`, () => (open = undefined));
      await open.viewport(1280, 900);
      return open;
    },
    close: async () => {
      if (waiting) await fetch(`${driver()}/session/${waiting.sessionId}`, {method: 'DELETE'});
      await open?.close();
      stop();
    },
  };
}
