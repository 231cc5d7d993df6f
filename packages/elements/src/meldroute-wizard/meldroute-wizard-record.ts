import {type Answer, type AnswerError, checkStep, findRoute} from '@baken/model/rules/answers';
import type {Delivery, DeliveryState} from '@baken/model/rules/delivery';
import type {Step} from '@baken/model/rules/gemeente';
import {buildStaffSignal} from '@baken/model/rules/handover';
import type {Choices} from '@baken/model/rules/meldroute';
import type {FieldProblem} from '@baken/model/rules/problem';
import type {Envelope} from '@baken/model/rules/signal';
import type {CompiledStaff, StaffEndpoint} from '@baken/model/rules/staff';

import {StaffWords} from '../parts/staff-words.js';
import {version} from '../parts/version.js';
import type {Services} from '../services.js';
import {isWeighing} from './meldroute-wizard-view.js';

/** What goes into a record besides what was written. */
export interface RecordSource {
  readonly staff: CompiledStaff;
  readonly endpoint: StaffEndpoint;
  readonly choices: Choices;
  /** Ids of the signs that came from the checklist. */
  readonly taken: readonly string[];
}

/** The file with the questions of the record in place of those for residents. */
const askRecord = (file: CompiledStaff): CompiledStaff => ({...file, steps: file.staff.handover.steps, topics: {}});

/** The record of one signal, while it is written, sent and answered. In memory only. */
export class SignalRecord {
  answers: Record<string, Answer> = Object.create(null);
  state: DeliveryState = {kind: 'sending'};
  /** The number of the registered signal; empty when the backend gave none, nothing when none was registered. */
  reference: string | undefined;
  /** What the backend refused, by question, until the answer is changed. */
  readonly #refused = new Map<string, string>();
  readonly #onState: (state: DeliveryState, before: DeliveryState) => void;
  #envelope: Envelope | undefined;
  #delivery: Delivery | undefined;
  /** Goes up whenever the bytes are given up: what is being made then is not kept. */
  #turn = 0;

  constructor(onState: (state: DeliveryState, before: DeliveryState) => void) {
    this.#onState = onState;
  }

  /** Takes an answer, which makes it another signal. */
  answer(question: string, answer: Answer): void {
    this.answers[question] = answer;
    this.#refused.delete(question);
    this.drop();
  }

  /** Gives up the bytes: another signal gets an id and bytes of its own, and what was registered does not hold it. */
  drop(): void {
    this.#turn += 1;
    this.#envelope = undefined;
    this.#delivery?.stop();
    this.#delivery = undefined;
    this.reference = undefined;
  }

  /** Forgets what was written. A request under way is left to arrive. */
  forget(): void {
    this.drop();
    this.answers = Object.create(null);
    this.#refused.clear();
    this.state = {kind: 'sending'};
  }

  /** The parts of the record, in order. */
  steps(staff: CompiledStaff): readonly Step[] {
    return findRoute(askRecord(staff), this.answers).steps;
  }

  /** What keeps the employee at one part: what is missing, and what the backend refused. */
  errorsAt(staff: CompiledStaff, step: Step, needsWeighing: boolean): readonly AnswerError[] {
    const unweighed = step.questions.filter(
      ({id}) => needsWeighing && isWeighing({id}) && String(this.answers[id] ?? '').trim() === '',
    );
    const message = new StaffWords(staff).get('wizard.weighing.error');
    return [
      ...checkStep(askRecord(staff), step, this.answers),
      ...unweighed.map(({id}) => ({question: id, message})),
      ...step.questions.flatMap(({id}) => {
        const refused = this.#refused.get(id);
        return refused === undefined ? [] : [{question: id, message: refused}];
      }),
    ];
  }

  /**
   * Sends it, or sends the same bytes once more. `isWanted` tells, once the bytes are made, whether the employee is
   * still there: who left or went back sends nothing.
   */
  async send(services: Services, source: RecordSource, isWanted: () => boolean): Promise<void> {
    this.state = {kind: 'sending'};
    if (this.#delivery) {
      this.#delivery.tryNow();
      return;
    }
    const {staff, endpoint, choices, taken} = source;
    try {
      const signal = buildStaffSignal({
        file: staff,
        choices,
        answers: this.answers,
        checklist: taken.length > 0 ? taken : undefined,
        id: crypto.randomUUID(),
        now: new Date(),
        version,
      });
      const turn = this.#turn;
      const envelope = this.#envelope ?? (await services.seal(signal));
      if (this.#turn !== turn || !isWanted()) return;
      this.#envelope = envelope;
      this.#delivery = services.deliver({
        gemeente: {...staff, endpoint: {type: endpoint.type, url: endpoint.url, credentials: 'same-origin'}},
        envelope,
        onState: (state) => {
          // A delivery that was given up, because an answer changed, may still speak: it tells nothing any more.
          if (this.#envelope === envelope) this.#handleState(state);
        },
      });
    } catch {
      this.#handleState({kind: 'waiting', outcome: 'unsent', automatic: false});
    }
  }

  #handleState(state: DeliveryState): void {
    const before = this.state;
    // A refused delivery tries no more; sending again starts another one, with the same bytes.
    if (state.kind === 'refused') this.#delivery = undefined;
    if (state.kind === 'received') {
      this.forget();
      this.reference = state.receipt.reference;
    }
    this.state = state;
    this.#onState(state, before);
  }

  /** Keeps what the backend refused at the fields that it names. Gives the first part with such a field. */
  refuse(staff: CompiledStaff, problems: readonly FieldProblem[]): Step | undefined {
    const words = new StaffWords(staff);
    const steps = this.steps(staff);
    for (const {pointer, detail} of problems) {
      const [, part, name] = pointer.split('/');
      const question = steps
        .flatMap(({questions}) => questions)
        .find(({id, contact}) => (part === 'contact' ? contact === name : part === 'answers' && id === name));
      if (question) this.#refused.set(question.id, words.get('error.refused', {detail}));
    }
    const step = steps.find(({questions}) => questions.some(({id}) => this.#refused.has(id)));
    if (step) this.drop();
    return step;
  }
}
