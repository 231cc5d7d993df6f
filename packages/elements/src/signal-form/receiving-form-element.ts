import {listSigns} from '@baken/model/rules/signs';

import {keepKnown, receiveSigns} from '../parts/hand-over.js';
import {rootOf} from '../parts/widget.js';
import {fillSigns, SignalFormElement} from './signal-form-element.js';

/**
 * The signal form on a page for staff: it also takes signs from a checklist there. A class of its own, so that the file
 * for residents does not grow.
 */
export class ReceivingFormElement extends SignalFormElement {
  #stopReceiving: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#receive(false);
  }

  protected override update(): void {
    super.update();
    this.#receive(this.isConnected && rootOf(this).querySelector('slot') === null);
  }

  /** Takes signs as long as the form is there, and not its fallback. */
  #receive(isShown: boolean): void {
    if (isShown === (this.#stopReceiving !== undefined)) return;
    this.#stopReceiving?.();
    this.#stopReceiving = isShown ? receiveSigns('form', this, (ids) => fillSigns(this, this.#keepKnown(ids))) : undefined;
  }

  /** Leaves out what the file of this form does not hold: a checklist may have another one. */
  #keepKnown(ids: readonly string[]): readonly string[] {
    const {gemeente} = this.source;
    return keepKnown(ids, gemeente ? listSigns(gemeente) : []);
  }
}
