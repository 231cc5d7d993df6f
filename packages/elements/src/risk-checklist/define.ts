import {defineOnce} from '../parts/define-once.js';
import {RiskChecklistElement} from './risk-checklist-element.js';

defineOnce('baken-risk-checklist', RiskChecklistElement);

declare global {
  interface HTMLElementTagNameMap {
    'baken-risk-checklist': RiskChecklistElement;
  }
}
