export {ReceivingFormElement} from './receiving-form-element.js';
export {SignalReceivedEvent, SignalSendingEvent} from './signal-form-events.js';
export {SignalFormElement} from './signal-form-element.js';
