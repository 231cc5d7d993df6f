import type {Page} from './browser.js';

/** The events that a page script may listen to and that could tell what a visitor types or chooses. */
const events = [
  'beforeinput', 'blur', 'change', 'click', 'compositionend', 'compositionstart', 'compositionupdate', 'copy', 'cut',
  'dragstart', 'drop', 'focusin', 'focusout', 'formdata', 'input', 'invalid', 'keydown', 'keypress', 'keyup', 'paste',
  'pointerdown', 'search', 'select', 'selectionchange', 'selectstart', 'submit', 'textInput', 'toggle',
];

interface Heard {
  /** What listeners in the bubble phase on `window` and `document` could read. */
  readonly bubble: string[];
  /** The same in the capture phase: shown to see keys, so that a test of silence can fail. */
  readonly capture: string[];
  /** Every property, deep, of every event whose name starts with `baken`. */
  readonly own: string[];
  /** What went through `postMessage` and broadcast channels. */
  readonly messages: string[];
  /** What was written to storage, history and cookies, also when it was taken away again. */
  readonly written: string[];
}

/** Runs in the page: plays a curious script of the host. */
function listen(types: readonly string[], isOpen: boolean): void {
  const heard: Heard = {bubble: [], capture: [], own: [], messages: [], written: []};
  Object.assign(globalThis, {[Symbol.for('test.heard')]: heard});

  const dump = (value: unknown, depth: number, known: Set<unknown>): string => {
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '' : String(value);
    if (known.has(value) || depth > 4) return '';
    known.add(value);
    if (value instanceof Window) return '';
    if (value instanceof Node) {
      const {value: typed = ''} = value as Partial<HTMLInputElement>;
      // What lies in the light DOM is collected as a whole; only what a root gives away is written out here.
      const isLight = value.getRootNode() === document;
      const words = isLight ? '' : value instanceof Element ? value.outerHTML : (value.textContent ?? '');
      return `${String(typed)} ${words}`;
    }
    const parts: string[] = [];
    // Also what stands on the prototypes: `key`, `data`, `detail` and `clipboardData` do.
    const above = (one: object) => Object.getPrototypeOf(one) as object | null;
    for (let one: object | null = value; one && one !== Object.prototype; one = above(one)) {
      for (const name of Reflect.ownKeys(one)) {
        try {
          parts.push(`${String(name)}=${dump((value as Record<PropertyKey, unknown>)[name], depth + 1, known)}`);
        } catch {
          // Some getters refuse; they tell nothing.
        }
      }
    }
    return parts.join(' ');
  };
  const isInside = (node: EventTarget): boolean => node instanceof Node && node.getRootNode() !== document;
  const tell = (event: Event): string => {
    const {key, data, clipboardData, dataTransfer} = event as Partial<KeyboardEvent & InputEvent & ClipboardEvent>;
    const pasted = [clipboardData, dataTransfer].map((one) => one?.getData('text/plain') ?? '').join(' ');
    const path = event.composedPath().filter((node) => !(node instanceof Window) && !(isOpen && isInside(node)));
    const nodes = path.map((node) => dump(node, 3, new Set()));
    return [key ?? '', data ?? '', pasted, dump(event, 0, new Set()), ...nodes].join(' ');
  };
  for (const type of types) {
    for (const target of [window, document]) {
      target.addEventListener(type, (event) => {
        heard.bubble.push(tell(event));
        const {key} = event as Partial<KeyboardEvent>;
        if (type === 'keydown' && key?.length === 1) heard.bubble.push(`\u0000${key}`);
      });
    }
  }
  window.addEventListener('keydown', ({key}) => {
    if (key.length === 1) heard.capture.push(key);
  }, {capture: true});

  const wrap = <Target extends object>(target: Target, name: keyof Target & string, into: string[]): void => {
    const original = target[name] as (...args: unknown[]) => unknown;
    Object.assign(target, {
      [name](this: unknown, ...args: unknown[]) {
        into.push(`${name} ${args.map((one) => dump(one, 0, new Set())).join(' ')}`);
        return original.apply(this, args);
      },
    });
  };
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event: Event): boolean {
    if (event.type.startsWith('baken')) heard.own.push(`${event.type} ${dump(event, 0, new Set())}`);
    return dispatch.call(this, event);
  };
  wrap(BroadcastChannel.prototype, 'postMessage', heard.messages);
  wrap(MessagePort.prototype, 'postMessage', heard.messages);
  wrap(globalThis as {postMessage: unknown}, 'postMessage', heard.messages);
  window.addEventListener('message', (event) => heard.messages.push(dump(event.data, 0, new Set())));
  wrap(Storage.prototype, 'setItem', heard.written);
  wrap(history, 'pushState', heard.written);
  wrap(history, 'replaceState', heard.written);
}

/**
 * Starts listening on a page as a script of its host would. Call it once, after the page loaded. With `isOpen` it looks
 * away from what only open roots show on the path of an event: the shipped files have closed ones.
 */
export async function hearPage(page: Page, {isOpen = false}: {isOpen?: boolean} = {}): Promise<void> {
  await page.evaluate(listen, events, isOpen);
}

/** Runs in the page: everything that a script of the host can find on it now. */
async function look(): Promise<Record<string, string>> {
  const heard = (globalThis as {[key: symbol]: Heard | undefined})[Symbol.for('test.heard')];
  const list = (storage: Storage): string => JSON.stringify(Object.entries(storage));
  const databases: unknown[] = [];
  for (const {name} of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('no database'));
    });
    for (const store of database.objectStoreNames) {
      databases.push(name, store, await new Promise((resolve) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
      }));
    }
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) {
      cached.push(request.url, await ((await caches.match(request))?.text() ?? ''));
    }
  }
  const keys = heard?.bubble.filter((line) => line.startsWith('\u0000')).map((line) => line.slice(1)) ?? [];
  return {
    'localStorage': list(localStorage),
    'sessionStorage': list(sessionStorage),
    'IndexedDB': JSON.stringify(databases),
    'Cache API': cached.join(' '),
    'cookies': document.cookie,
    'the address': location.href,
    'the referrer': document.referrer,
    'history.state': JSON.stringify(history.state) ?? '',
    'the title': document.title,
    'window.name': window.name,
    'the light DOM': document.documentElement.outerHTML,
    'the selection': String(getSelection()),
    'performance entries': JSON.stringify(performance.getEntries()),
    'our own events': heard?.own.join('\n') ?? '',
    'listeners that bubble': heard?.bubble.join('\n') ?? '',
    // A listener on the window and one on the document each hear every key, so each key is there twice.
    'keys that bubble': `${keys.join('')} ${keys.filter((_, index) => index % 2 === 0).join('')}`,
    'messages': heard?.messages.join('\n') ?? '',
    'what was written': heard?.written.join('\n') ?? '',
  };
}

/** Collects all places on a page where something typed could lie, by name. The form itself is not among them. */
export async function collectSinks(page: Page): Promise<Record<string, string>> {
  return {...(await page.evaluate(look)), 'the console': (await page.console()).join('\n')};
}

/** Gives the characters that a listener in the capture phase on `window` heard: proof that the keys were real. */
export function readCapturedKeys(page: Page): Promise<string> {
  return page.evaluate(() => {
    const heard = (globalThis as {[key: symbol]: {capture: string[]} | undefined})[Symbol.for('test.heard')];
    return heard?.capture.join('') ?? '';
  });
}

/** Gives the names of our own events that were heard. */
export function readOwnEvents(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const heard = (globalThis as {[key: symbol]: {own: string[]} | undefined})[Symbol.for('test.heard')];
    return heard?.own.map((line) => line.split(' ')[0] ?? '') ?? [];
  });
}
