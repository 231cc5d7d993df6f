import {listSigns} from '@baken/model/rules/signs';

import {receiveSigns} from '../parts/hand-over.js';
import {rootOf} from '../parts/widget.js';
import {fillSigns, SignalFormElement} from './signal-form-element.js';

// Taken when the module loads: what a page puts in their place later would see which signs are handed over.
const {create, keys} = Object;

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
    const known = create(null) as Record<string, true>;
    for (const {id} of gemeente ? listSigns(gemeente) : []) {
      for (let index = 0; index < ids.length; index++) {
        if (ids[index] === id) known[id] = true;
      }
    }
    return keys(known);
  }
}
