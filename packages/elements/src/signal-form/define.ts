import {defineOnce} from '../parts/define-once.js';
import {SignalFormElement} from './signal-form-element.js';

defineOnce('baken-signal-form', SignalFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'baken-signal-form': SignalFormElement;
  }
}
