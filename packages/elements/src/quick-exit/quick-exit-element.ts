import {html, nothing, type TemplateResult} from 'lit/html.js';

import {tokens} from '@baken/theme/tokens';

import {baseStyles} from '../parts/base-styles.js';
import {leave, leaveTarget} from '../parts/leave.js';
import {leaveButton, leaveStyles} from '../parts/leave-button.js';
import {sheet} from '../parts/sheet.js';
import {leaveFrom, Widget} from '../parts/widget.js';
import {Words} from '../parts/words.js';
import {quickExitStyles} from './quick-exit-styles.js';

const styles = sheet(tokens + baseStyles + leaveStyles + quickExitStyles);

/**
 * Leaves the page at once: by its button, or by pressing Escape three times. It wipes what was typed in our forms,
 * covers the page and replaces it by a neutral one. It cannot take the page out of the browser's history.
 * The link inside says where to go and what the button says; the gemeente says it when there is no link.
 *
 * @summary A button that leaves the page at once.
 * @tag baken-quick-exit
 * @slot - A link to a neutral page, `<a href="https://…" rel="noreferrer">…</a>`: it works without script.
 * @attribute {string} config-src - Where the file of the gemeente is, when no `baken-gemeente` stands around.
 * @attribute {string} config-integrity - The hash that this file must have (`sha384-…`).
 * @csspart exit - The bar around the button.
 * @csspart exit-button - The button.
 */
export class QuickExitElement extends Widget {
  constructor() {
    super(styles);
  }

  protected override render(): TemplateResult {
    const {gemeente} = this.source;
    try {
      return this.#draw(gemeente && new Words(gemeente));
    } catch {
      // The way out stays, whatever is wrong with the words.
      console.error('Baken: <baken-quick-exit> could not be drawn and shows its fallback.');
      return this.#draw();
    }
  }

  #draw(words?: Words): TemplateResult {
    // The host name of the exit is also what the layer says that has no words.
    const label =
      this.#link?.textContent.trim() || words?.get('leave') || this.source.gemeente?.exitUrl.split('/')[2];
    return html`
      <slot hidden @slotchange=${() => this.requestUpdate()}></slot>
      ${label
        ? leaveButton({
            label,
            words,
            more: this.more,
            onLeave: () => leaveFrom(this),
          })
        : nothing}
    `;
  }

  override leave(): void {
    leave(leaveTarget(this.source.gemeente, this.#link?.href));
  }

  get #link(): HTMLAnchorElement | null {
    return this.querySelector('a[href]');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baken-quick-exit': QuickExitElement;
  }
}
