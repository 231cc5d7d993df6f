import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit/html.js';

import {sheet} from './sheet.js';
import {Widget} from './widget.js';

class DrawnElement extends Widget {
  drawn = 0;

  constructor() {
    super(sheet('p { color: rgb(1, 2, 3); }'));
  }

  override leave(): void {}

  protected override render(): TemplateResult {
    this.drawn++;
    return html`<p>${this.topic}</p>`;
  }
}

const textOf = (element: DrawnElement): string | undefined => element.renderRoot.querySelector('p')?.textContent;

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
    const [paragraph] = element.renderRoot.querySelectorAll('p');
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
