import {addDays, toInstant, wallClock} from '@baken/model/rules/dutch-calendar';

/**
 * Says when a widget has to be drawn again because time went on: at a moment that it waits for, at midnight in the
 * Netherlands, and when the page comes back, because a timer does not count the hours that a device sleeps.
 */
export class TimeWatch {
  readonly #onTime: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onTime: () => void) {
    this.#onTime = onTime;
  }

  /** Looks up when the page comes back. */
  start(): void {
    document.addEventListener('visibilitychange', this.#onTime);
    window.addEventListener('pageshow', this.#onTime);
  }

  /** Looks up no more. */
  stop(): void {
    document.removeEventListener('visibilitychange', this.#onTime);
    window.removeEventListener('pageshow', this.#onTime);
    this.rest();
  }

  /** Waits for the first of these moments after `now`, until midnight at the longest, and for no other one. */
  wait(now: Date, moments: readonly Date[]): void {
    this.rest();
    const midnight = toInstant(addDays(wallClock(now).day, 1), '00:00');
    const later = [midnight, ...moments].map((moment) => moment.getTime() - now.getTime()).filter((wait) => wait > 0);
    this.#timer = setTimeout(this.#onTime, Math.min(...later));
  }

  /** Waits for no moment. */
  rest(): void {
    clearTimeout(this.#timer);
  }
}
