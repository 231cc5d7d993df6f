export {RiskChecklistElement} from './risk-checklist-element.js';
