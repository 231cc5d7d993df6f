import type {CompiledStaff} from '@baken/model/rules/staff';
import type {Outcome} from '@baken/model/rules/walk-meldroute';

import type {StaffWords} from '../parts/staff-words.js';
import {TimeWatch} from '../parts/time-watch.js';
import {makePlan, type Plan, type PlanSource} from './meldroute-wizard-plan.js';

/** The plan as time goes on: deadlines count from when it was first shown whole, and who is open from now. */
export class PlanClock {
  readonly #onTime: () => void;
  readonly #watch = new TimeWatch(() => {
    this.tick();
    this.#onTime();
  });
  #isRunning = false;
  #made: Date | undefined;
  #now = new Date();
  #drawnUp: {readonly source: PlanSource; readonly plan: Plan} | undefined;

  /** `onTime` is called whenever the plan may have become another one by itself. */
  constructor(onTime: () => void) {
    this.#onTime = onTime;
  }

  start(): void {
    this.#isRunning = true;
    this.#watch.start();
    this.tick();
  }

  stop(): void {
    this.#isRunning = false;
    this.#watch.stop();
  }

  /** Makes the next plan for this moment. */
  tick(): void {
    this.#now = new Date();
  }

  /** Deadlines count from this moment, whatever changes later; only the first time counts. */
  keep(): void {
    this.#made ??= this.#now;
  }

  /** Forgets from when deadlines count. */
  reset(): void {
    this.#made = undefined;
    this.#drawnUp = undefined;
    this.tick();
  }

  /** Gives the plan. Opening hours take a while to look up, so it is the same one until `tick` or another language. */
  plan(staff: CompiledStaff, words: StaffWords, outcome: Outcome): Plan {
    const now = this.#now;
    const made = this.#made ?? now;
    const {source, plan} = this.#drawnUp ?? {};
    if (plan && source?.staff === staff && source.made === made && source.now === now) return plan;
    const fresh = {staff, words, outcome, made, now};
    const drawnUp = {source: fresh, plan: makePlan(fresh)};
    this.#drawnUp = drawnUp;
    if (this.#isRunning) this.#watch.wait(now, drawnUp.plan.steps.flatMap(({changes}) => changes));
    return drawnUp.plan;
  }
}
