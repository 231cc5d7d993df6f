export {SignalRegisteredEvent, SignalRegisteringEvent} from './meldroute-wizard-events.js';
export {MeldrouteWizardElement} from './meldroute-wizard-element.js';
