import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';

import {waitUntil} from '../../../test/support/wait-until.js';
import type {GemeenteSource} from '@baken/elements/parts/gemeente-source';
import {Widget} from '@baken/elements/parts/widget';
import {gemeenteContext} from '@baken/elements/services';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import './gemeente.js';
import type {GemeenteElement} from './gemeente-element.js';

const example = new URL('./fixtures/example.json', import.meta.url).pathname;
const polish = new URL('./fixtures/polish-first.json', import.meta.url).pathname;
const absent = new URL('./fixtures/absent.json', import.meta.url).pathname;

/** A widget in a closed root, as the shipped form. */
class WidgetElement extends Widget {
  declare readonly source: GemeenteSource;

  constructor() {
    super([], 'closed');
  }

  override leave(): void {}

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
customElements.define('test-widget', WidgetElement);

interface Ask {
  readonly values: unknown[];
  readonly send: () => void;
}

const ask = (target: Element, subscribe = false): Ask => {
  const values: unknown[] = [];
  const callback = (value: unknown): number => values.push(value);
  const init = {context: gemeenteContext, contextTarget: target, callback, subscribe};
  const send = (): void => {
    target.dispatchEvent(Object.assign(new Event('context-request', {bubbles: true, composed: true}), init));
  };
  send();
  return {values, send};
};

const widgetIn = (element: Element): WidgetElement => {
  const widget = element.querySelector('test-widget');
  if (!(widget instanceof WidgetElement)) throw new Error('no widget');
  return widget;
};

const around = (lang: string, inner: string): Promise<GemeenteElement> =>
  fixture(`<baken-gemeente lang="${lang}" config-src="${example}">${inner}</baken-gemeente>`);

describe('baken-gemeente', () => {
  it('gives the widgets inside one file, in the language in force where each stands', async () => {
    const provider = await around('nl', '<test-widget></test-widget><div lang="en"><test-widget></test-widget></div>');
    const widgets = [...provider.querySelectorAll('test-widget')] as WidgetElement[];
    await waitUntil(() => widgets.every(({source}) => source.gemeente));
    expect(widgets.map(({source}) => source.gemeente?.language)).to.deep.equal(['nl', 'en']);
  });

  it('serves a widget that comes later', async () => {
    const provider = await around('en', '');
    provider.innerHTML = '<p><test-widget></test-widget></p>';
    await waitUntil(() => widgetIn(provider).source.gemeente?.language === 'en');
  });

  it('loads anew when an attribute changes', async () => {
    const provider = await around('nl', '<test-widget></test-widget>');
    await waitUntil(() => widgetIn(provider).source.gemeente?.language === 'nl');
    provider.setAttribute('lang', 'en');
    await waitUntil(() => widgetIn(provider).source.gemeente?.language === 'en');
    provider.setAttribute('config-src', polish);
    provider.setAttribute('lang', 'pl');
    await waitUntil(() => widgetIn(provider).source.gemeente?.language === 'pl');
  });

  it('answers a widget that asks again in another language', async () => {
    const provider = await around('nl', '<p></p>');
    const place = provider.querySelector('p') as HTMLElement;
    const {values, send} = ask(place, true);
    place.lang = 'en';
    send();
    await waitUntil(() => values.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(values.map((value) => (value as CompiledGemeente).language)).to.deep.equal(['en']);
  });

  it('answers nothing more after a widget left', async () => {
    const provider = await around('nl', '<test-widget></test-widget>');
    const widget = widgetIn(provider);
    await waitUntil(() => widget.source.gemeente);
    widget.remove();
    provider.setAttribute('lang', 'en');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(widget.source.gemeente?.language).to.equal('nl');
  });

  it('fetches nothing before a widget asks', async () => {
    performance.clearResourceTimings();
    await fixture(`<baken-gemeente config-src="${example}?unasked"></baken-gemeente>`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(performance.getEntriesByType('resource').filter(({name}) => name.includes('unasked'))).to.deep.equal([]);
  });

  it('answers with nothing, and says why, when the file cannot be used', async () => {
    const {error} = console;
    const said: string[] = [];
    console.error = (text: string) => said.push(text);
    const provider = await fixture(html`<baken-gemeente lang="nl" config-src=${absent}></baken-gemeente>`);
    const {values} = ask(provider);
    await waitUntil(() => values.length > 0);
    const bare = await fixture(html`<baken-gemeente></baken-gemeente>`);
    const {values: none} = ask(bare);
    await waitUntil(() => none.length > 0);
    console.error = error;
    expect([values, none]).to.deep.equal([[undefined], [undefined]]);
    expect(said[0]).to.contain('absent.nl.json').and.to.contain('404');
    expect(said[1]).to.contain('config-src');
  });

  it('leaves requests for other contexts alone', async () => {
    const provider = await around('nl', '');
    let reached = false;
    provider.parentElement?.addEventListener('context-request', () => (reached = true), {once: true});
    const init = {context: Symbol.for('baken.other'), callback: () => undefined};
    provider.dispatchEvent(Object.assign(new Event('context-request', {bubbles: true}), init));
    expect(reached).to.equal(true);
  });

  it('gives a page script that asks a file in which it can change nothing', async () => {
    const provider = await around('nl', '<test-widget></test-widget>');
    const {values} = ask(provider);
    await waitUntil(() => values.length > 0);
    const stolen = values[0] as {endpoint: {url: string}; steps: unknown[]; texts: Record<string, string>};
    const attempts = [
      () => (stolen.endpoint.url = 'https://elsewhere.example/'),
      () => (stolen.endpoint = {url: 'https://elsewhere.example/'}),
      () => stolen.steps.push({}),
      () => (stolen.texts['leave'] = 'x'),
    ];
    for (const attempt of attempts) expect(attempt).to.throw(TypeError);
    await waitUntil(() => widgetIn(provider).source.gemeente);
    expect(widgetIn(provider).source.gemeente?.endpoint.url).to.equal('https://voorbeeld.example/v1/signals');
  });

  it('leaves a widget without a gemeente when a page script answers first with its own', async () => {
    const real = (await (await fetch(example.replace('.json', '.nl.json'))).json()) as CompiledGemeente;
    const fake = {...real, endpoint: {type: 'json', url: 'https://elsewhere.example/'}};
    const answerFirst = (event: Event): void => {
      event.stopImmediatePropagation();
      (event as Event & {readonly callback: (value: unknown) => void}).callback(fake);
    };
    window.addEventListener('context-request', answerFirst, {capture: true});
    const provider = await around('nl', '<test-widget></test-widget>');
    const widget = widgetIn(provider);
    await widget.updateComplete;
    window.removeEventListener('context-request', answerFirst, {capture: true});
    expect(widget.source.gemeente).to.equal(undefined);
  });
});
