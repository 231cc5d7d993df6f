import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {BaseElement} from '../parts/base-element.js';
import {reportButtonStyles} from './report-button-styles.js';

const PATIENCE_MS = 8000;

let loadForm: (() => Promise<unknown>) | undefined;

/** Registers how the code of the form is loaded, once there is intent. The first registration stays. */
export function registerFormLoader(load: () => Promise<unknown>): void {
  loadForm ??= load;
}

type Texts = CompiledGemeente['texts'];

/**
 * Opens the signal form in a dialog. Nothing is fetched before the visitor chooses the link inside; when the form
 * cannot be opened within 8 seconds, the link is followed. Closing hides the form and keeps the answers.
 *
 * @summary A button that opens the signal form, or goes to the page with the form.
 * @tag baken-report-button
 * @slot - The link to the page with the form, `<a href="/signaal">Geef een signaal door</a>`, and words around it.
 * @attribute {string} topic - The subject of the page, a topic of the gemeente: it chooses the first questions.
 * @attribute {string} config-src - Where the file of the gemeente is, when no `baken-gemeente` stands around.
 * @attribute {string} config-integrity - The hash that this file must have (`sha384-…`).
 * @attribute {string} close-label - What the button says that closes the dialog; the gemeente's text without it.
 * @attribute {boolean} page - Always follow the link.
 * @csspart dialog - The dialog.
 * @csspart close - The button that closes the dialog.
 */
export class ReportButtonElement extends BaseElement {
  static readonly observedAttributes = ['topic', 'config-src', 'config-integrity', 'lang'];

  #dialog: HTMLDialogElement | undefined;
  #isBusy = false;
  #isFollowing = false;

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = reportButtonStyles;
    root.append(document.createElement('slot'));
    this.addEventListener('click', this.#handleClick);
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    // Another subject or gemeente is another form.
    this.#dialog?.remove();
    this.#dialog = undefined;
  }

  readonly #handleClick = (event: MouseEvent): void => {
    // A link inside the form is not found here: its clicks seem to come from this element.
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || this.#isFollowing || this.hasAttribute('page')) return;
    event.preventDefault();
    if (!this.#isBusy) void this.#open(link);
  };

  async #open(link: HTMLAnchorElement): Promise<void> {
    this.#isBusy = true;
    link.ariaBusy = 'true';
    let timer;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('not ready in 8 s')), PATIENCE_MS);
      });
      const dialog = await Promise.race([this.#prepare(link), late]);
      // Moved in the page while it was open, a dialog stays open but is no longer modal.
      if (dialog?.open) dialog.close();
      if (dialog) dialog.showModal();
      else this.#follow(link);
    } catch (error) {
      console.error('Baken: the report button follows its link:', error);
      this.#follow(link);
    } finally {
      clearTimeout(timer);
      link.ariaBusy = null;
      this.#isBusy = false;
    }
  }

  #follow(link: HTMLAnchorElement): void {
    this.#isFollowing = true;
    link.click();
    this.#isFollowing = false;
  }

  /** Gives the dialog, or nothing when the gemeente wants the page instead. */
  async #prepare(link: HTMLAnchorElement): Promise<HTMLDialogElement | undefined> {
    if (!loadForm) throw new Error('import @baken/embed/report-button');
    await loadForm();
    this.#dialog ??= this.#build(link);
    const gemeente = await this.#ask(this.#dialog);
    if (!gemeente) throw new Error('no file of the gemeente');
    if (gemeente.page !== undefined) return undefined;
    this.#say(this.#dialog, gemeente.texts);
    return this.#dialog;
  }

  #build(link: HTMLAnchorElement): HTMLDialogElement {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('part', 'dialog');
    const close = document.createElement('button');
    close.type = 'button';
    close.setAttribute('part', 'close');
    close.addEventListener('click', () => dialog.close());
    const form = document.createElement('baken-signal-form');
    const source = this.hasAttribute('config-src') ? document.createElement('baken-gemeente') : form;
    for (const [from, to] of [
      [source, ['config-src', 'config-integrity', 'lang']],
      [form, ['topic']],
    ] as const) {
      for (const name of to) {
        const value = this.getAttribute(name);
        if (value !== null) from.setAttribute(name, value);
      }
    }
    form.append(link.cloneNode(true));
    if (source !== form) source.append(form);
    dialog.append(close, source);
    // Escape is for leaving: three times leaves the page. Once must not take the answers out of sight.
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') event.preventDefault();
    });
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    this.shadowRoot?.append(dialog);
    return dialog;
  }

  /** Asks what is around the form, as the form does. The answer is only used for two sentences and `page`. */
  #ask(dialog: HTMLDialogElement): Promise<CompiledGemeente | undefined> {
    return new Promise((resolve) => {
      const form = dialog.querySelector('baken-signal-form');
      form?.dispatchEvent(
        Object.assign(new Event('context-request', {bubbles: true, composed: true}), {
          context: Symbol.for('baken.gemeente/1'),
          contextTarget: form,
          callback: resolve,
        }),
      );
    });
  }

  #say(dialog: HTMLDialogElement, texts: Texts): void {
    dialog.ariaLabel = texts['dialog.title'] ?? '';
    const close = dialog.querySelector('button');
    if (close) close.textContent = this.getAttribute('close-label') ?? texts['dialog.close'] ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baken-report-button': ReportButtonElement;
  }
}
