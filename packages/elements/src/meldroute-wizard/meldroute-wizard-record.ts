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

/** What was sent, or may have been, before the answers changed: it does not hold what they are now. */
export interface EarlierRecord {
  readonly id: string;
  /** Its number; empty when the backend gave none, nothing while nobody proved that it arrived. */
  readonly reference: string | undefined;
  readonly endpoint: StaffEndpoint;
}

/** Whether something was stored that we do not know of. */
const mayHaveArrived = ({state}: Delivery): boolean =>
  state.kind === 'sending' || (state.kind === 'waiting' && state.outcome === 'uncertain');

/** The file with the questions of the record in place of those for residents. */
const askRecord = (file: CompiledStaff): CompiledStaff => ({...file, steps: file.staff.handover.steps, topics: {}});

/** The record of one signal, while it is written, sent and answered. In memory only. */
export class SignalRecord {
  answers: Record<string, Answer> = Object.create(null);
  state: DeliveryState = {kind: 'sending'};
  /** The number of the registered signal; empty when the backend gave none, nothing when none was registered. */
  reference: string | undefined;
  earlier: readonly EarlierRecord[] = [];
  /** What the bytes hold and where they went, or go. */
  #sent: Pick<EarlierRecord, 'id' | 'endpoint'> | undefined;
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

  /** What was sent may have arrived, and the answers are still those of that moment. */
  get isUncertain(): boolean {
    return this.#delivery !== undefined && mayHaveArrived(this.#delivery);
  }

  /**
   * Gives up the bytes: another signal gets an id and bytes of its own. A request under way is broken off: it may go to
   * someone whom the answers now name. What was stored, or may be, is kept as an earlier record.
   */
  drop(): void {
    const delivery = this.#delivery;
    const {reference} = this;
    const sent = this.#sent;
    this.#letGo();
    delivery?.stop(true);
    if (sent && (reference !== undefined || (delivery && mayHaveArrived(delivery)))) {
      this.earlier = [...this.earlier, {...sent, reference}];
    }
    this.#sent = undefined;
    this.reference = undefined;
  }

  /** Forgets all of it. A request under way is left to arrive: who wipes or leaves pressed send before. */
  forget(): void {
    const delivery = this.#delivery;
    this.#letGo();
    delivery?.stop();
    this.#sent = undefined;
    this.reference = undefined;
    this.earlier = [];
    this.#forgetAnswers();
    this.state = {kind: 'sending'};
  }

  #letGo(): void {
    this.#turn += 1;
    this.#envelope = undefined;
    this.#delivery = undefined;
  }

  #forgetAnswers(): void {
    this.answers = Object.create(null);
    this.#refused.clear();
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
      this.#sent = {id: envelope.id, endpoint};
      this.#delivery = services.deliver({
        gemeente: {...staff, endpoint: {type: endpoint.type, url: endpoint.url, credentials: 'same-origin'}},
        envelope,
        onState: (state) => {
          // A delivery that was given up, because an answer changed, may still speak: only a receipt counts.
          if (this.#envelope === envelope) this.#handleState(state);
          else if (state.kind === 'received') this.#learn(envelope.id, state.receipt.reference);
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
      this.#letGo();
      this.#forgetAnswers();
      this.reference = state.receipt.reference;
    }
    this.state = state;
    this.#onState(state, before);
  }

  /** It arrived after all. */
  #learn(id: string, reference: string): void {
    this.earlier = this.earlier.map((one) => (one.id === id ? {...one, reference} : one));
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
