import {expect} from '@open-wc/testing';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import './meldroute-wizard/define.js';
import {exampleStaff} from './meldroute-wizard/meldroute-wizard.examples.js';
import type {Widget} from './parts/widget.js';
import './risk-checklist/define.js';
import './signal-form/define.js';
import {exampleGemeente} from './signal-form/signal-form.examples.js';

/** Makes a widget as it is in the shipped files, and gives its closed root, which no page gets. */
function makeClosed(tag: string): {readonly widget: Widget; readonly root: ShadowRoot} {
  const {attachShadow} = Element.prototype;
  const roots: ShadowRoot[] = [];
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, {...init, mode: 'closed'});
    roots.push(root);
    return root;
  };
  const widget = document.createElement(tag) as Widget;
  Element.prototype.attachShadow = attachShadow;
  const [root] = roots;
  if (!root) throw new Error(`<${tag}> has no root.`);
  return {widget, root};
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/**
 * Reads whatever a script of the page can read from a widget by a name or a symbol, own or inherited, and from what it
 * finds there, four steps deep. Gives the way to the root, or nothing.
 */
function findWay(widget: object, root: ShadowRoot): string | undefined {
  const seen = new Set<object>([widget]);
  let here = [{from: widget, way: 'widget'}];
  for (let step = 0; step < 4; step++) {
    const next: typeof here = [];
    for (const {from, way} of here) {
      for (let owner: object | null = from; owner; owner = Object.getPrototypeOf(owner) as object | null) {
        for (const key of Reflect.ownKeys(owner)) {
          let value: unknown;
          try {
            value = Reflect.get(owner, key, from);
          } catch {
            continue;
          }
          if (value === root) return `${way}.${String(key)}`;
          // The page around the widget was there before it.
          if (!isObject(value) || value instanceof Node || value instanceof Window || seen.has(value)) continue;
          seen.add(value);
          next.push({from: value, way: `${way}.${String(key)}`});
        }
      }
    }
    here = next;
  }
  return undefined;
}

const widgets: readonly [tag: string, gemeente: CompiledGemeente][] = [
  ['baken-signal-form', exampleGemeente('nl')],
  ['baken-risk-checklist', exampleStaff('nl')],
  ['baken-meldroute-wizard', exampleStaff('nl')],
];

describe('the closed root of a shipped widget', () => {
  for (const [tag, gemeente] of widgets) {
    it(`is out of reach of a page script, at any name: ${tag}`, async () => {
      const {widget, root} = makeClosed(tag);
      widget.gemeente = gemeente;
      document.body.append(widget);
      await widget.updateComplete;
      expect(root.querySelector('#title'), 'it is drawn').to.not.equal(null);
      expect(widget.shadowRoot).to.equal(null);
      expect(findWay(widget, root)).to.equal(undefined);
      widget.remove();
    });
  }

  it('would be found by these tests, wherever it was put', () => {
    const {widget, root} = makeClosed('baken-signal-form');
    const places: readonly ((value: ShadowRoot) => object)[] = [
      (value) => Object.defineProperty(widget, Symbol('root'), {value, configurable: true}),
      (value) => Object.defineProperty(Object.getPrototypeOf(widget), 'hidden', {get: () => value, configurable: true}),
      (value) => Object.assign(widget, {source: {host: {root: value}}}),
    ];
    expect(findWay(widget, root)).to.equal(undefined);
    const found = places.map((place) => {
      place(root);
      const way = findWay(widget, root);
      for (const key of Object.getOwnPropertySymbols(widget)) Reflect.deleteProperty(widget, key);
      Reflect.deleteProperty(Object.getPrototypeOf(widget) as object, 'hidden');
      return way;
    });
    expect(found).to.deep.equal(['widget.Symbol(root)', 'widget.hidden', 'widget.source.host.root']);
  });
});
