import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit/html.js';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptGemeente} from '../services.js';
import {openRoot} from '../../../../test/support/open-root.js';
import {sheet} from './sheet.js';
import {leaveFrom, Widget} from './widget.js';

class DrawnElement extends Widget {
  drawn = 0;

  constructor() {
    super(sheet('p { color: rgb(1, 2, 3); }'));
  }

  left = 0;

  override leave(): void {
    this.left++;
  }

  get found(): CompiledGemeente | undefined {
    return this.source.gemeente;
  }

  protected override render(): TemplateResult {
    this.drawn++;
    return html`<p>${this.topic}</p>`;
  }
}

const textOf = (element: DrawnElement): string | undefined => openRoot(element).querySelector('p')?.textContent;

describe('Widget', () => {
  let element: DrawnElement;
  before(() => customElements.define('test-drawn', DrawnElement));
  beforeEach(() => {
    element = new DrawnElement();
  });
  afterEach(() => element.remove());

  it('draws nothing before it is on the page, also when asked', async () => {
    element.topic = 'adres';
    element.requestUpdate();
    element.performUpdate();
    await element.updateComplete;
    expect(element.drawn).to.equal(0);
  });

  it('draws once for all that changed together, in its own style', async () => {
    document.body.append(element);
    element.topic = 'adres';
    element.configSrc = '/a.json';
    element.setAttribute('config-integrity', 'sha384-a');
    await element.updateComplete;
    expect(element.drawn).to.equal(1);
    expect(textOf(element)).to.equal('adres');
    const [paragraph] = openRoot(element).querySelectorAll('p');
    expect(paragraph && getComputedStyle(paragraph).color).to.equal('rgb(1, 2, 3)');
  });

  it('draws at once when told so, and not again for the same change', async () => {
    document.body.append(element);
    element.topic = 'adres';
    element.performUpdate();
    expect(textOf(element)).to.equal('adres');
    await element.updateComplete;
    expect(element.drawn).to.equal(1);
  });

  it('reads and writes its attributes as properties', () => {
    element.setAttribute('config-src', '/a.json');
    expect(element.configSrc).to.equal('/a.json');
    element.configIntegrity = 'sha384-a';
    expect(element.getAttribute('config-integrity')).to.equal('sha384-a');
    element.configSrc = undefined;
    expect(element.hasAttribute('config-src')).to.equal(false);
  });

  it('takes null away, as undefined', () => {
    element.topic = 'adres';
    Object.assign(element, {topic: null});
    expect(element.hasAttribute('topic')).to.equal(false);
  });

  it('leaves, whatever a page puts on it under that name', () => {
    Object.assign(element, {leave: () => undefined});
    leaveFrom(element);
    expect(element.left).to.equal(1);
  });

  it('listens for keys without a signal, which older releases of zone.js turn against the whole page', () => {
    const {addEventListener} = window;
    const options: unknown[] = [];
    window.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      options.push(args[2]);
    };
    document.body.append(element);
    window.addEventListener = addEventListener;
    expect(options).to.deep.equal([true, true]);
  });

  describe('asks for its gemeente', () => {
    type Callback = (gemeente: CompiledGemeente, unsubscribe: () => void) => void;
    const accept = (id: string): CompiledGemeente => acceptGemeente({gemeente: {id}} as CompiledGemeente);
    const asked: Callback[] = [];
    const stopped: string[] = [];
    const provide = (): HTMLElement => {
      const provider = document.createElement('div');
      provider.addEventListener('context-request', (event) => {
        asked.push((event as unknown as {callback: Callback}).callback);
      });
      document.body.append(provider);
      return provider;
    };
    beforeEach(() => {
      asked.length = 0;
      stopped.length = 0;
    });

    it('and a late answer of where it stood before changes nothing', () => {
      const [one, other] = [provide(), provide()];
      one.append(element);
      other.append(element);
      asked[1]?.(accept('diemen'), () => stopped.push('diemen'));
      asked[0]?.(accept('blaricum'), () => stopped.push('blaricum'));
      expect(element.found?.gemeente.id).to.equal('diemen');
      expect(stopped).to.deep.equal(['blaricum']);
      element.remove();
      expect(stopped).to.deep.equal(['blaricum', 'diemen']);
      one.remove();
      other.remove();
    });

    it('and what a page gives it to call may throw: it lets go, and hears the keys no more', () => {
      const provider = provide();
      provider.append(element);
      asked[0]?.(accept('diemen'), () => {
        throw new Error('from the page');
      });
      asked[0]?.(accept('almere'), () => undefined);
      expect(element.found?.gemeente.id).to.equal('almere');
      expect(() => element.remove()).to.not.throw();
      provider.remove();
    });
  });

  it('keeps what a page set before the element was defined', async () => {
    const early = document.createElement('test-late');
    Object.assign(early, {topic: 'adres', configSrc: '/a.json'});
    document.body.append(early);
    customElements.define('test-late', class extends DrawnElement {});
    const late = early as DrawnElement;
    await late.updateComplete;
    expect([textOf(late), late.getAttribute('config-src')]).to.deep.equal(['adres', '/a.json']);
    late.topic = 'zorg';
    await late.updateComplete;
    expect(textOf(late)).to.equal('zorg');
    late.remove();
  });
});
