import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {waitUntil} from '../../../../test/support/wait-until.js';
import './define.js';
import {registerFormLoader, type ReportButtonElement} from './report-button-element.js';
import {reportButtonExamples} from './report-button.examples.js';

class FormStub extends HTMLElement {}
class ProviderStub extends HTMLElement {}

let loads = 0;
let load = (): Promise<unknown> => Promise.resolve();
registerFormLoader(() => {
  loads++;
  return load();
});

/** What stands around the button: it answers for the gemeente. */
const texts = {'dialog.close': 'Sluiten', 'dialog.title': 'Een signaal doorgeven'};
let answer: unknown = {texts};
const provide = (event: Event): void => {
  const {callback} = event as Event & {readonly callback: (value: unknown) => void};
  callback(answer);
};

const followed: string[] = [];
const follow = (event: Event): void => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  followed.push(link.getAttribute('href') ?? '');
};

const place = async (attributes = ''): Promise<{button: ReportButtonElement; link: HTMLAnchorElement}> => {
  const box = await fixture<HTMLElement>('<div></div>');
  box.addEventListener('context-request', provide);
  box.insertAdjacentHTML(
    'afterbegin',
    `<baken-report-button ${attributes}><a href="/signaal"><b>Geef een signaal door</b></a></baken-report-button>`,
  );
  const button = box.querySelector('baken-report-button');
  const link = box.querySelector('a');
  if (!button || !link) throw new Error('nothing was placed');
  return {button, link};
};

const dialogOf = (button: ReportButtonElement): HTMLDialogElement | null | undefined =>
  button.shadowRoot?.querySelector('dialog');

const open = async (button: ReportButtonElement, link: HTMLElement): Promise<HTMLDialogElement> => {
  link.click();
  await waitUntil(() => dialogOf(button)?.open, 'the dialog does not open');
  return dialogOf(button) as HTMLDialogElement;
};

describe('baken-report-button', () => {
  const {error} = console;

  before(() => {
    customElements.define('baken-signal-form', FormStub);
    customElements.define('baken-gemeente', ProviderStub);
  });

  beforeEach(() => {
    loads = 0;
    load = () => Promise.resolve();
    answer = {texts};
    followed.length = 0;
    document.addEventListener('click', follow);
    console.error = () => {};
  });

  afterEach(() => {
    document.removeEventListener('click', follow);
    console.error = error;
  });

  it('shows the link of the page, and loads nothing before it is chosen', async () => {
    const {button, link} = await place();
    expect(link.getBoundingClientRect().height).to.be.greaterThan(0);
    link.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));
    link.focus();
    expect(loads).to.equal(0);
    expect(dialogOf(button)).to.equal(null);
  });

  it('opens the form in a modal dialog with a name, at Enter too', async () => {
    const {button, link} = await place();
    link.focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => dialogOf(button)?.open);
    const dialog = dialogOf(button);
    expect(dialog?.matches(':modal')).to.equal(true);
    expect(dialog).to.have.attribute('aria-label', 'Een signaal doorgeven');
    expect(dialog?.querySelector('baken-signal-form')).to.be.instanceOf(FormStub);
    expect(button.shadowRoot?.activeElement).to.equal(dialog?.querySelector('button'));
    expect(followed).to.deep.equal([]);
  });

  it('hides the form on close and shows the same form again, with the focus back on the link', async () => {
    const {button, link} = await place();
    link.focus();
    const dialog = await open(button, link);
    const form = dialog.querySelector('baken-signal-form');
    const close = dialog.querySelector('button');
    expect(close).to.have.text('Sluiten');
    close?.click();
    expect(dialog.open).to.equal(false);
    expect(document.activeElement).to.equal(link);
    await open(button, link);
    expect(dialogOf(button)?.querySelector('baken-signal-form')).to.equal(form);
  });

  it('takes the word for closing from the page when that gives one', async () => {
    const {button, link} = await place('close-label="Dicht"');
    expect((await open(button, link)).querySelector('button')).to.have.text('Dicht');
  });

  it('stays open at Escape, which leaves the page when it is pressed three times', async () => {
    const {button, link} = await place();
    const dialog = await open(button, link);
    for (let press = 0; press < 3; press++) await sendKeys({press: 'Escape'});
    expect(dialog.open).to.equal(true);
  });

  it('stays open at the gesture of a phone that goes back', async () => {
    const {button, link} = await place();
    const dialog = await open(button, link);
    const gesture = new Event('cancel', {cancelable: true});
    dialog.dispatchEvent(gesture);
    expect(gesture.defaultPrevented).to.equal(true);
  });

  it('gives the subject to the form, and to nothing that the page can read later', async () => {
    const {title} = document;
    const {href} = location;
    const {button, link} = await place('topic="woonoverlast"');
    const dialog = await open(button, link);
    expect(dialog.querySelector('baken-signal-form')).to.have.attribute('topic', 'woonoverlast');
    expect([document.title, location.href]).to.deep.equal([title, href]);
  });

  it('puts its own provider around the form when it has a config-src', async () => {
    const {button, link} = await place('config-src="/a.json" config-integrity="sha384-x" lang="en"');
    const provider = (await open(button, link)).querySelector('baken-gemeente');
    expect(provider).to.have.attribute('config-src', '/a.json');
    expect(provider).to.have.attribute('config-integrity', 'sha384-x');
    expect(provider).to.have.attribute('lang', 'en');
    expect(provider?.firstElementChild).to.be.instanceOf(FormStub);
  });

  it('keeps the form when the page sets an attribute to what it was, and opens again after a move', async () => {
    const {button, link} = await place('topic="adres"');
    const form = (await open(button, link)).querySelector('baken-signal-form');
    button.setAttribute('topic', 'adres');
    button.parentElement?.append(button);
    const dialog = await open(button, link);
    expect(dialog.querySelector('baken-signal-form')).to.equal(form);
    await waitUntil(() => dialog.matches(':modal'), 'the dialog to be modal again');
  });

  it('makes a new form for another subject', async () => {
    const {button, link} = await place('topic="adres"');
    (await open(button, link)).querySelector('button')?.click();
    button.setAttribute('topic', 'bedelen');
    expect((await open(button, link)).querySelector('baken-signal-form')).to.have.attribute('topic', 'bedelen');
  });

  it('gives the form the link as its fallback', async () => {
    const {button, link} = await place();
    expect((await open(button, link)).querySelector('baken-signal-form a')).to.have.attribute('href', '/signaal');
  });

  it('leaves links inside the form alone', async () => {
    const {button, link} = await place();
    const dialog = await open(button, link);
    dialog.querySelector<HTMLElement>('baken-signal-form a')?.click();
    expect(loads).to.equal(1);
    expect(followed).to.deep.equal(['/signaal']);
  });

  it('follows the link when the code of the form does not load', async () => {
    load = () => Promise.reject(new Error('blocked'));
    const {button, link} = await place();
    link.click();
    await waitUntil(() => followed.length > 0);
    expect(followed).to.deep.equal(['/signaal']);
    expect(dialogOf(button)).to.equal(null);
  });

  it('follows the link when the gemeente has no usable file', async () => {
    answer = undefined;
    const {button, link} = await place();
    link.click();
    await waitUntil(() => followed.length > 0);
    expect(dialogOf(button)?.open).to.equal(false);
  });

  it('follows the link after 8 seconds, and does not open the form after that', async () => {
    const {setTimeout: original} = window;
    let patience: number | undefined;
    let late = (): void => {};
    window.setTimeout = ((run: () => void, wait?: number) => {
      patience = wait;
      return original(run, 20);
    }) as typeof setTimeout;
    load = () => new Promise((resolve) => (late = () => resolve(undefined)));
    const {button, link} = await place();
    link.click();
    window.setTimeout = original;
    await waitUntil(() => followed.length > 0);
    expect(patience).to.equal(8000);
    late();
    await new Promise((resolve) => original(resolve, 30));
    expect(dialogOf(button)?.open ?? false).to.equal(false);
  });

  it('follows the link when the gemeente wants the page', async () => {
    answer = {texts, page: 'https://voorbeeld.example/signaal'};
    const {button, link} = await place();
    link.click();
    await waitUntil(() => followed.length > 0);
    expect(followed).to.deep.equal(['/signaal']);
    expect(dialogOf(button)?.open).to.equal(false);
  });

  it('follows the link at once with the attribute page', async () => {
    const {link} = await place('page');
    link.click();
    expect([followed.length, loads]).to.deep.equal([1, 0]);
  });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
    it(`leaves a click with ${key} to the browser`, async () => {
      const {link} = await place();
      link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, [key]: true}));
      expect([followed.length, loads]).to.deep.equal([1, 0]);
    });
  }

  it('opens once when the link is chosen twice', async () => {
    const {button, link} = await place();
    link.click();
    await open(button, link);
    expect(loads).to.equal(1);
  });

  it('says that it is busy while it loads', async () => {
    let arrive = (): void => {};
    load = () => new Promise((resolve) => (arrive = () => resolve(undefined)));
    const {button, link} = await place();
    link.click();
    expect(link).to.have.attribute('aria-busy', 'true');
    arrive();
    await waitUntil(() => dialogOf(button)?.open);
    await waitUntil(() => !link.hasAttribute('aria-busy'));
  });

  for (const {name, render} of reportButtonExamples) {
    it(`has no accessibility fault: ${name}`, async () => {
      const box = await fixture(html`<div>${render()}</div>`);
      await expect(box).to.be.accessible();
    });
  }

  it('has no accessibility fault when the dialog is open', async () => {
    const {button, link} = await place();
    await open(button, link);
    await expect(button).to.be.accessible();
  });
});
