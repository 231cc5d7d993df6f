/**
 * The employee pressed send. `preventDefault()` stops the sending; nothing can replace it.
 * Like all our events it carries nothing that was typed or chosen: any script on the page can hear it.
 */
export class SignalRegisteringEvent extends Event {
  constructor() {
    super('baken-registering', {bubbles: true, composed: true, cancelable: true});
  }
}

/** The backend proved that the signal of an employee is stored. */
export class SignalRegisteredEvent extends Event {
  constructor() {
    super('baken-registered', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'baken-registering': SignalRegisteringEvent;
    'baken-registered': SignalRegisteredEvent;
  }
}
