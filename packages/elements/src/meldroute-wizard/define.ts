import {defineOnce} from '../parts/define-once.js';
import {MeldrouteWizardElement} from './meldroute-wizard-element.js';

defineOnce('baken-meldroute-wizard', MeldrouteWizardElement);

declare global {
  interface HTMLElementTagNameMap {
    'baken-meldroute-wizard': MeldrouteWizardElement;
  }
}
