import {expect, fixture, html} from '@open-wc/testing';

import './meldroute-wizard/define.js';
import type {MeldrouteWizardElement} from './meldroute-wizard/meldroute-wizard-element.js';
import {receiveSigns, type ReceiverKind} from './parts/hand-over.js';
import {openRoot} from '../../../test/support/open-root.js';
import './risk-checklist/define.js';
import {employee, exampleStaff} from './risk-checklist/risk-checklist.examples.js';
import type {RiskChecklistElement} from './risk-checklist/risk-checklist-element.js';

// The script of a curious page, which runs after ours loaded: it replaces every function that it can get at, and writes
// down what passes through. It may not use a replaced function itself, so it takes its own first.
const {apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys} = Reflect;
const {push} = Array.prototype;
const nodeName = getOwnPropertyDescriptor(Node.prototype, 'nodeName')?.get ?? (() => '');

/** What a function would say of a value: enough to tell two choices apart. */
function describeValue(value: unknown, depth = 0): string {
  if (typeof value === 'function') return value === secret ? 'THE RECEIVER' : 'function';
  if (typeof value !== 'object' || value === null) return typeof value === 'symbol' ? 'symbol' : `${value as string}`;
  if (value instanceof Node) {
    try {
      return apply(nodeName, value, []) as string;
    } catch {
      return 'a prototype';
    }
  }
  if (depth > 3) return '…';
  let text = '';
  for (let index = 0, keys = ownKeys(value); index < keys.length && index < 400; index++) {
    const key = keys[index] as string;
    const own = getOwnPropertyDescriptor(value, key);
    const said = own && 'value' in own ? describeValue(own.value, depth + 1) : '';
    text += `${typeof key === 'symbol' ? 'symbol' : key}:${said},`;
  }
  return `{${text}}`;
}

/** What takes the signs. A page that saw it could put its own in its place. */
let secret: ((ids: readonly string[]) => void) | undefined;

/** Listens to everything while `act` runs, and gives what there was to hear. */
function spyOn(act: () => void): string {
  // One text: a list would fall into the traps below.
  let heard = '';
  const restore: (() => void)[] = [];
  let isListening = false;
  const listen = (name: string, heardBy: unknown, given: readonly unknown[]): void => {
    if (!isListening) return;
    isListening = false;
    heard += `${name} ${describeValue(heardBy)}`;
    for (let index = 0; index < given.length; index++) heard += ` ${describeValue(given[index])}`;
    heard += '\n';
    isListening = true;
  };
  const wrap = (name: string, original: (...given: unknown[]) => unknown) =>
    function (this: unknown, ...given: unknown[]): unknown {
      listen(name, this, given);
      const result: unknown = new.target ? construct(original, given, new.target) : apply(original, this, given);
      listen(`${name} gives`, undefined, [result]);
      return result;
    };
  const replace = (owner: object, of: string): void => {
    for (const key of ownKeys(owner)) {
      const own = getOwnPropertyDescriptor(owner, key);
      if (!own?.configurable || key === 'constructor') continue;
      const name = `${of}.${String(key)}`;
      const next: PropertyDescriptor = {...own};
      if (typeof own.value === 'function') next.value = wrap(name, own.value as () => unknown);
      if (own.get) next.get = wrap(name, own.get);
      if (own.set) next.set = wrap(name, own.set);
      defineProperty(owner, key, next);
      apply(push, restore, [() => defineProperty(owner, key, own)]);
    }
  };
  /** Hears what is put into an object or a list that does not have it yet. */
  const trap = (key: string): void => {
    const set = (value: unknown): void => listen(`setting ${key}`, undefined, [value]);
    defineProperty(Object.prototype, key, {configurable: true, get: () => undefined, set});
    apply(push, restore, [() => Reflect.deleteProperty(Object.prototype, key)]);
  };
  const iterators = [[][Symbol.iterator](), new Map().entries(), new Set().values()].map((one) => getPrototypeOf(one));
  const owners: readonly [object | null, string][] = [
    ...iterators.map((owner, index): [object | null, string] => [owner, `iterator ${index}`]),
    ...[Array, Map, Set, WeakMap, WeakSet, WeakRef, String, Promise, Object].map(
      (owner): [object, string] => [owner.prototype, owner.name],
    ),
    ...[EventTarget, Node, Element, HTMLElement, Event, CustomEvent, UIEvent, MouseEvent].map(
      (owner): [object, string] => [owner.prototype, owner.name],
    ),
    [Object, 'Object'],
    [Reflect, 'Reflect'],
    [JSON, 'JSON'],
    [Array, 'Array'],
    [globalThis.customElements, 'customElements'],
    [Function.prototype, 'Function'],
  ];
  const ids = exampleStaff('nl').staff.signs.map(({id}) => id);
  for (const [owner, name] of owners) if (owner) replace(owner, name);
  for (const key of [...ids, '0', '1', '2', 'ids', 'signs', 'take', 'before']) trap(key);
  isListening = true;
  try {
    act();
  } finally {
    isListening = false;
    for (let index = restore.length - 1; index >= 0; index--) restore[index]?.();
  }
  return heard;
}

/** Presses what hands over a choice, with a curious script on the page. Gives what the script heard. */
async function pressHandOver(checklist: RiskChecklistElement, kind: ReceiverKind, chosen: readonly string[]) {
  await checklist.updateComplete;
  await employee.choose(checklist, ...chosen);
  const label = exampleStaff('nl').staff.texts[kind === 'wizard' ? 'checklist.wizard' : 'checklist.report'];
  const button = [...openRoot(checklist).querySelectorAll('button')].find(({textContent}) => textContent === label);
  if (!button) throw new Error(`There is no button "${label}".`);
  const click = (): void => button.click();
  const page = (): string => `${Object.keys(window).length} ${document.documentElement.outerHTML} ${location.href}`;
  const before = page();
  const events: string[] = [];
  const hear = (event: Event): void => void events.push(event.type);
  const types = ['baken-signs', 'input', 'change', 'message', 'context-request', 'storage'];
  for (const type of types) addEventListener(type, hear, {capture: true});
  const heard = spyOn(click);
  for (const type of types) removeEventListener(type, hear, {capture: true});
  expect(page(), 'the page itself').to.equal(before);
  expect(events).to.deep.equal([]);
  return heard;
}

/** Hands over a choice. Gives what the receiver got, and what the script heard. */
async function handOver(kind: ReceiverKind, chosen: readonly string[]) {
  const box = await fixture<HTMLElement>(
    html`<div>
      <baken-risk-checklist .gemeente=${exampleStaff('nl')}></baken-risk-checklist>
      <p></p>
    </div>`,
  );
  const checklist = box.querySelector<RiskChecklistElement>('baken-risk-checklist');
  const widget = box.querySelector('p');
  if (!checklist || !widget) throw new Error('The page is not complete.');
  let got = '';
  secret = (ids) => {
    for (let index = 0; index < ids.length; index++) got += `${ids[index]} `;
  };
  const stop = receiveSigns(kind, widget, secret);
  const heard = await pressHandOver(checklist, kind, chosen);
  stop();
  return {got: got.trim().split(' ').toSorted(), heard};
}

/** Hands over a choice to the wizard itself. Gives what it shows of it, and what the script heard. */
async function handOverToWizard(chosen: readonly string[]) {
  const box = await fixture<HTMLElement>(
    html`<div>
      <baken-risk-checklist .gemeente=${exampleStaff('nl')}></baken-risk-checklist>
      <baken-meldroute-wizard .gemeente=${exampleStaff('nl')}></baken-meldroute-wizard>
    </div>`,
  );
  const checklist = box.querySelector<RiskChecklistElement>('baken-risk-checklist');
  const wizard = box.querySelector<MeldrouteWizardElement>('baken-meldroute-wizard');
  if (!checklist || !wizard) throw new Error('The page is not complete.');
  await wizard.updateComplete;
  const heard = await pressHandOver(checklist, 'wizard', chosen);
  await wizard.updateComplete;
  const shown = openRoot(wizard).textContent ?? '';
  box.remove();
  return {shown, heard};
}

describe('a hand-over on a page with a curious script', () => {
  it('has a script that hears what passes through replaced functions', () => {
    const ids = ['ALG-01'];
    const heard = spyOn(() => {
      ids.includes('ALG-01');
      const known: Record<string, boolean> = {};
      known['ALG-02'] = true;
      Object.keys({'ALG-03': true});
    });
    for (const id of ['ALG-01', 'ALG-02', 'ALG-03']) expect(heard).to.contain(id);
  });

  for (const kind of ['wizard', 'form'] as const) {
    it(`tells it nothing on the way to the ${kind}: it hears the same whatever was chosen`, async () => {
      const choices = [['ALG-01', 'ALG-04'], ['ALG-02', 'ALG-10', 'ALG-13'], ['ALG-12']];
      const results = [];
      for (const chosen of choices) {
        const {got, heard} = await handOver(kind, chosen);
        expect(got).to.deep.equal(chosen);
        results.push(heard);
      }
      for (const heard of results) {
        expect(heard).to.equal(results[0]);
        expect(heard).to.not.contain('THE RECEIVER');
      }
    });
  }

  it('tells it nothing when the wizard itself takes the signs: it hears the same whatever was chosen', async () => {
    const results = [];
    // One of them means danger now.
    for (const chosen of [['ALG-01', 'ALG-04'], ['ALG-02', 'ALG-10', 'ALG-13'], ['ALG-12']]) {
      const {shown, heard} = await handOverToWizard(chosen);
      for (const id of chosen) {
        expect(shown).to.contain(exampleStaff('nl').staff.signs.find((sign) => sign.id === id)?.text);
      }
      results.push(heard);
    }
    for (const heard of results) expect(heard).to.equal(results[0]);
  });
});
