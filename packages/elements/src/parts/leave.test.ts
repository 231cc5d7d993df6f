import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {LitElement, type TemplateResult} from 'lit';

import {leave, LeaveKeys, onLeave} from './leave.js';

const exitUrl = 'https://www.rijksoverheid.nl/';
const words = {title: 'Een ogenblik', link: 'Ga naar een andere site'};

const covers = (): HTMLDialogElement[] =>
  [...document.documentElement.children].flatMap((child) => child.shadowRoot?.querySelector('dialog') ?? []);

const metas = (): NodeListOf<Element> => document.head.querySelectorAll('meta[name="referrer"]');

/** Undoes what leaving did to the page of the test. */
const comeBack = (title: string): void => {
  for (const cover of covers()) (cover.getRootNode() as ShadowRoot).host.remove();
  for (const meta of metas()) meta.remove();
  document.title = title;
};

describe('leave', () => {
  const {title} = document;
  const steps: string[] = [];
  const location = {replace: (url: string | URL) => steps.push(`replace ${url}`)};
  const note = (): void => {
    steps.push(`wipe, ${covers().length} covers, title "${document.title}", ${metas().length} metas`);
  };
  let forget = (): void => {};

  beforeEach(() => {
    steps.length = 0;
    forget = onLeave(note);
  });

  afterEach(() => {
    forget();
    comeBack(title);
  });

  it('wipes before it covers, and leaves last, all in one call', () => {
    document.title = 'Een pagina met een naam';
    leave({exitUrl, words}, location);
    expect(steps).to.deep.equal(['wipe, 0 covers, title "Een pagina met een naam", 0 metas', `replace ${exitUrl}`]);
    expect(covers()).to.have.length(1);
    expect(document.title).to.equal(words.title);
    expect(metas()[0]).to.have.attribute('content', 'no-referrer');
  });

  it('covers the whole window, also over an open dialog and where the page hides its elements', async () => {
    const page = await fixture(html`<div><style>html div, dialog { display: none !important; }</style></div>`);
    const open = document.createElement('dialog');
    document.body.append(open);
    open.showModal();
    leave({exitUrl, words}, location);
    const [cover] = covers();
    const box = cover?.getBoundingClientRect();
    expect([box?.x, box?.y, box?.width, box?.height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(document.elementFromPoint(5, 5)?.shadowRoot?.contains(cover ?? null)).to.equal(true);
    expect(cover && getComputedStyle(cover).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(cover?.textContent).to.equal(words.title + words.link);
    open.remove();
    page.remove();
  });

  it('stays covered when Escape is pressed on the cover', async () => {
    leave({exitUrl, words}, location);
    let closed = 0;
    covers()[0]?.addEventListener('close', () => closed++);
    for (let press = 0; press < 3; press++) await sendKeys({press: 'Escape'});
    expect(covers()[0]?.open).to.equal(true);
    expect(closed).to.equal(0);
  });

  it('covers again when a page closes the cover', async () => {
    leave({exitUrl, words}, location);
    covers()[0]?.close();
    await waitUntil(() => covers()[0]?.open);
  });

  it('covers and leaves although a wipe fails', () => {
    const {error} = console;
    console.error = () => {};
    const forgetBad = onLeave(() => {
      throw new Error('canary');
    });
    leave({exitUrl, words}, location);
    forgetBad();
    console.error = error;
    expect(covers()).to.have.length(1);
    expect(steps.at(-1)).to.equal(`replace ${exitUrl}`);
  });

  it('says the name of the exit when there are no words yet', () => {
    leave({exitUrl}, location);
    expect(document.title).to.equal('www.rijksoverheid.nl');
    expect(covers()[0]?.querySelector('a')).to.have.attribute('href', exitUrl);
  });

  it('goes to an empty page rather than to an unsafe address', () => {
    leave({exitUrl: ['javascript', 'alert(1)'].join(':'), words}, location);
    expect(steps.at(-1)).to.equal('replace about:blank');
  });

  it('is not held by a page that asks whether to leave', () => {
    leave({exitUrl, words}, location);
    let asked = 0;
    const ask = (event: Event): void => {
      asked += 1;
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    const event = new Event('beforeunload', {cancelable: true});
    window.dispatchEvent(event);
    window.removeEventListener('beforeunload', ask);
    expect([asked, event.defaultPrevented]).to.deep.equal([0, false]);
  });

  it('wipes again when the page is hidden', () => {
    leave({exitUrl, words}, location);
    steps.length = 0;
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(steps).to.have.length(1);
    expect(steps[0]).to.contain('wipe');
  });

  it('stays covered and leaves again when Back brings the page from the cache', () => {
    leave({exitUrl, words}, location);
    steps.length = 0;
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(steps[0]).to.contain('wipe');
    expect(steps.at(-1)).to.equal(`replace ${exitUrl}`);
    expect(covers()).to.have.length(1);
  });

  it('replaces the page as well when the link on the cover is used', () => {
    leave({exitUrl, words}, location);
    steps.length = 0;
    covers()[0]?.querySelector('a')?.click();
    expect(steps).to.deep.equal([`replace ${exitUrl}`]);
  });

  it('calls no wipe that was unregistered', () => {
    forget();
    leave({exitUrl, words}, location);
    expect(steps).to.deep.equal([`replace ${exitUrl}`]);
  });
});

class KeysElement extends LitElement {
  readonly heard: (number | 'leave')[] = [];
  readonly #keys = new LeaveKeys(this, {
    onLeave: () => this.heard.push('leave'),
    onCount: (more) => this.heard.push(more),
  });
  override connectedCallback(): void {
    super.connectedCallback();
    this.#keys.hostConnected(this.renderRoot);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keys.hostDisconnected(this.renderRoot);
  }
  protected override render(): TemplateResult {
    return html`<textarea aria-label="text"></textarea>
      <select aria-label="list">
        <option>a</option>
        <option>b</option>
      </select>
      <dialog aria-label="dialog"><input aria-label="line" /></dialog>`;
  }
}
class ClosedKeysElement extends KeysElement {
  static override shadowRootOptions: ShadowRootInit = {mode: 'closed'};
}
customElements.define('test-keys', KeysElement);
customElements.define('test-keys-closed', ClosedKeysElement);

const press = (on: EventTarget, init: KeyboardEventInit = {}): void => {
  const options = {key: 'Escape', bubbles: true, composed: true, cancelable: true, ...init};
  on.dispatchEvent(new KeyboardEvent('keydown', options));
  on.dispatchEvent(new KeyboardEvent('keyup', options));
};

const threeTimes = async (): Promise<void> => {
  for (let count = 0; count < 3; count++) await sendKeys({press: 'Escape'});
};

describe('LeaveKeys', () => {
  it('leaves at the third Escape with the focus on the page, and says how many are still needed', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    await threeTimes();
    expect(element.heard).to.deep.equal([2, 1, 'leave']);
  });

  for (const [where, find] of [
    ['a field of a closed root', (root: Node) => (root as ShadowRoot).querySelector('textarea')],
    ['a list', (root: Node) => (root as ShadowRoot).querySelector('select')],
  ] as const) {
    it(`leaves with the focus in ${where}`, async () => {
      const element = await fixture<KeysElement>(html`<test-keys-closed></test-keys-closed>`);
      find(element.renderRoot)?.focus();
      await threeTimes();
      expect(element.heard).to.deep.equal([2, 1, 'leave']);
    });
  }

  it('leaves with an open dialog', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    element.renderRoot.querySelector('dialog')?.showModal();
    await threeTimes();
    expect(element.heard).to.deep.equal([2, 1, 'leave']);
  });

  it('keeps a dialog around it open', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><test-keys></test-keys></dialog>`);
    dialog.showModal();
    await sendKeys({press: 'Escape'});
    await sendKeys({press: 'Escape'});
    expect(dialog.open).to.equal(true);
  });

  it('lets Escape do its work on the page when no dialog is around it', async () => {
    await fixture(html`<test-keys></test-keys>`);
    const event = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true});
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('hears a press in its own root when a page stops keys at the window', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    const stop = (event: Event): void => event.stopPropagation();
    window.addEventListener('keydown', stop, {capture: true});
    press(element.renderRoot.querySelector('textarea') as Element);
    window.removeEventListener('keydown', stop, {capture: true});
    expect(element.heard).to.deep.equal([2]);
  });

  it('hears a press in its own root when the page hides keys from later listeners of the window', async () => {
    const {addEventListener} = window;
    const refuse = (type: string, listener: EventListener): void => {
      if (!type.startsWith('key')) addEventListener.call(window, type, listener);
    };
    Reflect.set(window, 'addEventListener', refuse);
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    Reflect.deleteProperty(window, 'addEventListener');
    press(element.renderRoot.querySelector('textarea') as Element);
    expect(element.heard).to.deep.equal([2]);
  });

  it('counts a press of which only the key-up arrives, as from an open list', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    window.dispatchEvent(new KeyboardEvent('keyup', {key: 'Escape'}));
    expect(element.heard).to.deep.equal([2]);
  });

  it('counts a held key once', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    for (let count = 0; count < 5; count++) {
      window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', repeat: true}));
    }
    window.dispatchEvent(new KeyboardEvent('keyup', {key: 'Escape'}));
    expect(element.heard).to.deep.equal([2]);
  });

  it('does not count a press that ends composing a character', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', isComposing: true}));
    window.dispatchEvent(new KeyboardEvent('keyup', {key: 'Escape'}));
    expect(element.heard).to.deep.equal([]);
  });

  it('lets other keys between the presses pass', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    for (const key of ['Escape', 'a', 'Escape', 'Enter', 'Escape']) press(document.body, {key});
    expect(element.heard).to.deep.equal([2, 1, 'leave']);
  });

  it('forgets presses after five seconds', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    const {now} = Date;
    press(document.body);
    press(document.body);
    Date.now = () => now() + 5001;
    press(document.body);
    Date.now = now;
    expect(element.heard).to.deep.equal([2, 1, 2]);
  });

  it('hears nothing once it is off the page', async () => {
    const element = await fixture<KeysElement>(html`<test-keys></test-keys>`);
    element.remove();
    press(document.body);
    expect(element.heard).to.deep.equal([]);
  });
});
