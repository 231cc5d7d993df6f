import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptGemeente} from '../services.js';
import './define.js';
import type {QuickExitElement} from './quick-exit-element.js';
import {quickExitExamples} from './quick-exit.examples.js';

const texts = {
  leave: 'Direct verlaten',
  'leave.keys': 'Of druk 3 keer op Esc',
  'leave.more.one': 'Nog 1 keer',
  'leave.more.other': 'Nog {count} keer',
  'leave.cover': 'Een ogenblik',
  'leave.link': 'Ga naar een andere site',
};

const makeGemeente = (exitUrl: string): CompiledGemeente =>
  ({language: 'nl', exitUrl, texts}) as unknown as CompiledGemeente;

const buttonOf = (element: Element | null): HTMLButtonElement | null | undefined =>
  element?.shadowRoot?.querySelector('button');

const exit = new URL('/packages/elements/package.json', location.href).href;

/** A page of its own, which the test may leave. */
const openPage = async (body: string): Promise<HTMLIFrameElement> => {
  const define = new URL('./define.js', import.meta.url).href.replace(/\.js$/, '.ts');
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><title>Een pagina</title>${body}<script type="module" src="${define}"></script>`;
  const loaded = oneEvent(frame, 'load');
  document.body.append(frame);
  await loaded;
  await waitUntil(() => buttonOf(frame.contentDocument?.querySelector('baken-quick-exit') ?? null), 'no button');
  return frame;
};

describe('baken-quick-exit', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('says what the link inside says', async () => {
    const element = await fixture(quickExitExamples[0]?.render() ?? html``);
    expect(buttonOf(element)).to.have.trimmed.text('Direct verlaten');
  });

  it('says what the gemeente says when there is no link, and that there are keys', async () => {
    const gemeente = acceptGemeente(makeGemeente('https://www.rijksoverheid.nl/'));
    const element = await fixture(html`<baken-quick-exit .gemeente=${gemeente}></baken-quick-exit>`);
    expect(buttonOf(element)).to.have.trimmed.text('Direct verlaten');
    expect(element.shadowRoot?.querySelector('.exit-keys')).to.have.text('Of druk 3 keer op Esc');
  });

  it('takes no words from a gemeente that our loader did not accept', async () => {
    const gemeente = makeGemeente('https://elsewhere.example/');
    const element = await fixture(html`<baken-quick-exit .gemeente=${gemeente}></baken-quick-exit>`);
    expect(element.shadowRoot?.querySelectorAll('button')).to.have.length(0);
  });

  it('says in a status how many presses are still needed', async () => {
    const gemeente = acceptGemeente(makeGemeente('https://www.rijksoverheid.nl/'));
    const element = await fixture<QuickExitElement>(html`<baken-quick-exit .gemeente=${gemeente}></baken-quick-exit>`);
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role="status"]')).to.have.text('Nog 2 keer');
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role="status"]')).to.have.text('Nog 1 keer');
  });

  it('shows a link that comes later', async () => {
    const element = await fixture<QuickExitElement>(html`<baken-quick-exit></baken-quick-exit>`);
    element.innerHTML = '<a href="https://www.rijksoverheid.nl/">Weg</a>';
    await waitUntil(() => buttonOf(element)?.textContent.trim() === 'Weg');
  });

  it('leaves the page by its button', async () => {
    const frame = await openPage(`<baken-quick-exit><a href="${exit}">Direct verlaten</a></baken-quick-exit>`);
    const left = oneEvent(frame, 'load');
    buttonOf(frame.contentDocument?.querySelector('baken-quick-exit') ?? null)?.click();
    expect(frame.contentDocument?.title).to.equal(location.host);
    await left;
    expect(frame.contentWindow?.location.href).to.equal(exit);
  });

  it('leaves the page by its keys, with the focus in a field of the page', async () => {
    const frame = await openPage(`<input><baken-quick-exit><a href="${exit}">Direct verlaten</a></baken-quick-exit>`);
    const left = oneEvent(frame, 'load');
    frame.focus();
    frame.contentDocument?.querySelector('input')?.focus();
    for (let press = 0; press < 3; press++) await sendKeys({press: 'Escape'});
    await left;
    expect(frame.contentWindow?.location.href).to.equal(exit);
  });

  describe('with a damaged file', () => {
    const {error} = console;
    let said: unknown[] = [];
    beforeEach(() => {
      said = [];
      console.error = (line: unknown) => void said.push(line);
    });
    afterEach(() => {
      console.error = error;
    });
    const without = (...keys: readonly string[]): unknown =>
      Object.fromEntries(Object.entries(texts).filter(([key]) => !keys.includes(key)));
    const faults: readonly [fault: string, change: {readonly texts?: unknown; readonly language?: unknown}][] = [
      ['the sentences of the button are missing', {texts: without('leave', 'leave.keys')}],
      ['the sentence about the keys is an object', {texts: {...texts, 'leave.keys': {}}}],
      ['a sentence for after a press is missing', {texts: without('leave.more.one', 'leave.more.other')}],
      ['there are no texts', {texts: undefined}],
      ['there is no such language', {language: '-'}],
    ];
    const damage = (change: object): CompiledGemeente => ({...makeGemeente(exit), ...change}) as CompiledGemeente;

    for (const [fault, change] of faults) {
      it(`says what the link inside says, also after a press of Escape: ${fault}`, async () => {
        const element = await fixture<QuickExitElement>(
          html`<baken-quick-exit><a href=${exit}>Direct verlaten</a></baken-quick-exit>`,
        );
        element.gemeente = acceptGemeente(damage(change));
        await element.updateComplete;
        expect(buttonOf(element)).to.have.trimmed.text('Direct verlaten');
        await sendKeys({press: 'Escape'});
        await element.updateComplete;
        expect(buttonOf(element)).to.have.trimmed.text('Direct verlaten');
        expect(said[0]).to.contain('baken-quick-exit');
      });

      it(`leaves the page where there is no link, by a button with a name: ${fault}`, async () => {
        const services = new URL('../services.js', import.meta.url).href.replace(/\.js$/, '.ts');
        const frame = await openPage(`<baken-quick-exit></baken-quick-exit><script type="module">
          import {acceptGemeente} from '${services}';
          document.querySelector('baken-quick-exit').gemeente = acceptGemeente(${JSON.stringify(damage(change))});
        </script>`);
        const button = buttonOf(frame.contentDocument?.querySelector('baken-quick-exit') ?? null);
        expect(button?.textContent.trim()).to.be.oneOf([location.host, 'Direct verlaten']);
        const left = oneEvent(frame, 'load');
        button?.click();
        await left;
        expect(frame.contentWindow?.location.href).to.equal(exit);
      });
    }
  });

  for (const [width, name] of [[375, 'a phone'], [900, 'a wide window']] as const) {
    it(`stays in sight and large enough to hit on ${name}`, async () => {
      const link = `<a href="${exit}">Direct verlaten</a>`;
      const frame = await openPage(`<baken-quick-exit>${link}</baken-quick-exit><p style="block-size: 3000px"></p>`);
      frame.style.cssText = `inline-size: ${width}px; block-size: 500px`;
      const page = frame.contentDocument;
      frame.contentWindow?.scrollTo(0, 900);
      const element = page?.querySelector('baken-quick-exit') ?? null;
      const box = buttonOf(element)?.getBoundingClientRect();
      if (!box) throw new Error('no button');
      expect(box.height).to.be.at.least(48);
      expect(box.top >= 0 && box.bottom <= 500).to.equal(true);
      expect(page?.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)).to.equal(element);
    });
  }

  for (const {name, render} of quickExitExamples) {
    it(`has no accessibility fault: ${name}`, async () => {
      const box = await fixture(html`<div>${render()}</div>`);
      await expect(box).to.be.accessible();
    });
  }
});
