/**
 * The visitor pressed send. `preventDefault()` stops the sending; nothing can replace it.
 * Like all our events it carries nothing that the visitor typed or chose: any script on the page can hear it.
 */
export class SignalSendingEvent extends Event {
  constructor() {
    super('baken-sending', {bubbles: true, composed: true, cancelable: true});
  }
}

/** The backend proved that the signal is stored. */
export class SignalReceivedEvent extends Event {
  constructor() {
    super('baken-received', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'baken-sending': SignalSendingEvent;
    'baken-received': SignalReceivedEvent;
  }
}
