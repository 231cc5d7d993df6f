import {html, nothing, type TemplateResult} from 'lit/html.js';

import {
  type Answer,
  type AnswerError,
  type Answers,
  checkStep,
  countSteps,
  findRoute,
  toggleChoice,
} from '@baken/model/rules/answers';
import type {Delivery, DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente, Step} from '@baken/model/rules/gemeente';
import type {FieldProblem} from '@baken/model/rules/problem';
import {buildSignal, type Envelope} from '@baken/model/rules/signal';
import {tokens} from '@baken/theme/tokens';

import {baseStyles} from '../parts/base-styles.js';
import {directionOf} from '../parts/direction-of.js';
import {keepTyping} from '../parts/keep-typing.js';
import {sendingStyles} from '../parts/sending-styles.js';
import {sheet} from '../parts/sheet.js';
import {version} from '../parts/version.js';
import {leave, leaveTarget} from '../parts/leave.js';
import {leaveButton, leaveStyles} from '../parts/leave-button.js';
import {leaveFrom, rootOf, Widget} from '../parts/widget.js';
import {findVoice, hush, readAloud} from '../parts/read-aloud.js';
import {Words} from '../parts/words.js';
import {rootMode} from '#root-mode';
import {getServices, type Send} from '../services.js';
import {SignalReceivedEvent, SignalSendingEvent} from './signal-form-events.js';
import {type FormActions, type FormView, outcomeScreen, rehearse, reviewScreen, stepScreen, TITLE_ID} from './signal-form-steps.js';
import {signalFormStyles} from './signal-form-styles.js';

// Taken when the module loads: a page that replaces it later does not choose the id of a signal.
const {crypto} = globalThis;
const {randomUUID} = crypto;

const styles = sheet(tokens + baseStyles + leaveStyles + sendingStyles + signalFormStyles);

/** Where the visitor is: at a step, at the review, or at the outcome of sending. */
type Place = {readonly at: 'step'; readonly step: string} | {readonly at: 'review'} | {readonly at: 'outcome'};

/**
 * Puts signs into a form as if they were ticked there, and moves the focus to its heading. Only code that is built
 * together with the form has it: no page can call it, or put its own in its place.
 */
export let fillSigns: (form: SignalFormElement, ids: readonly string[]) => void;

/**
 * Lets a resident pass on a signal: one question at a time, in plain words, and sends it to the backend
 * that the gemeente chose. Keeps the answers in memory only, and forgets them when the visitor leaves.
 *
 * @summary A form to pass on a signal of human trafficking.
 * @tag baken-signal-form
 * @slot - What to show until the form is there, or when it cannot be shown: phone numbers, a link.
 * @attribute {string} config-src - Where the file of the gemeente is, when no `baken-gemeente` stands around.
 * @attribute {string} config-integrity - The hash that this file must have (`sha384-…`).
 * @attribute {string} topic - The subject of the page, a topic of the gemeente: it chooses the first questions.
 * @fires {SignalSendingEvent} baken-sending - The visitor pressed send; preventDefault() stops it.
 * @fires {SignalReceivedEvent} baken-received - The backend proved that the signal is stored.
 */
export class SignalFormElement extends Widget {
  /** Replaces the sender that the gemeente configured. Resolves when the signal is stored. A page may set it early. */
  declare send: Send | undefined;

  /** The same gemeente in the language that the visitor chose. */
  #chosen: CompiledGemeente | undefined;
  /** The language asked for last: an older answer may come later. */
  #wanted = '';
  /** The file that was rehearsed without a fault. */
  #sound: CompiledGemeente | undefined;
  #isBroken = false;
  /** The screen that is drawn, and whether it still has to be. */
  #key = '';
  #isBlank = false;

  #answers: Record<string, Answer> = Object.create(null);
  #place: Place | undefined;
  #errors: readonly AnswerError[] = [];
  /** What the backend refused, by question, until the visitor changes the answer. */
  #refused = new Map<string, string>();
  #visited = new Set<string>();
  #isReviewing = false;
  #envelope: Promise<Envelope> | undefined;
  #delivery: Delivery | undefined;
  #state: DeliveryState = {kind: 'sending'};
  #isCopied = false;
  /** What gets the focus after the next drawing. */
  #focusNext: string | undefined;

  static {
    fillSigns = (form, ids) => {
      const isOver = form.#place?.at === 'outcome';
      // A signal that is under way stays as it was sent. After one that was received a new one begins.
      if (!isOver || form.#state.kind === 'received') {
        if (isOver) form.#place = undefined;
        form.#dropEnvelope();
        form.#answers['signs'] = ids;
      }
      form.#focusNext = TITLE_ID;
      form.performUpdate();
    };
  }

  constructor() {
    super(styles, rootMode);
    const root = rootOf(this);
    keepTyping(root);
    // WebKit does not scroll when an arrow key moves through answers; Chromium leaves a tall field half out of sight.
    root.addEventListener('focusin', ({target}) => {
      const field = target as Element;
      (field.closest('.choice') ?? field).scrollIntoView({block: 'nearest'});
    });
  }

  override connectedCallback(): void {
    // A fallback may be taller than the first screen: its room is kept too, or what stands under it would jump.
    if (!rootOf(this).firstChild) this.#keepRoom(`${this.offsetHeight}px`);
    super.connectedCallback();
  }

  protected override update(): void {
    // Once broken, nothing is drawn any more: Lit's own marks are gone, and each new try would fail and try again.
    if (this.#isBroken) return;
    try {
      super.update();
      // The next screen starts from nothing: no control keeps what was typed or ticked in one of another screen.
      if (this.#isBlank) super.update();
    } catch {
      // A half drawn form is worse than none. What went wrong may hold what was typed, so it is not logged.
      this.#isBroken = true;
      this.wipe();
      rootOf(this).replaceChildren(document.createElement('slot'));
      console.error('Baken: <baken-signal-form> could not be drawn and shows its fallback.');
    }
    this.#finish();
  }

  protected override render(): TemplateResult {
    const gemeente = this.#findGemeente();
    if (!gemeente) return html`<slot></slot>`;
    const view = this.#view(gemeente);
    if (this.#sound !== gemeente) {
      rehearse(view);
      this.#sound = gemeente;
    }
    const {screen, key} = this.#screen(gemeente, view);
    this.#isBlank = key !== this.#key;
    this.#key = key;
    const {words} = view;
    return html`<div class="room" lang=${gemeente.language} dir=${directionOf(gemeente.language)}>
      ${leaveButton({
        label: words.get('leave'),
        words,
        more: this.more,
        onLeave: this.#actions.onLeave,
      })}
      <div class="baken">${this.#isBlank ? nothing : screen}</div>
    </div>`;
  }

  /** Says that the form is there, and moves the focus. */
  #finish(): void {
    this.toggleAttribute('data-ready', !this.#isBroken && this.#findGemeente() !== undefined);
    if (this.#focusNext === undefined) return;
    const id = CSS.escape(this.#focusNext);
    this.#focusNext = undefined;
    const found = rootOf(this).querySelector<HTMLElement>(`#${id}, [name="${id}"]`);
    (found ?? rootOf(this).querySelector<HTMLElement>(`#${TITLE_ID}`))?.focus();
  }

  /** Forgets every answer, at once, and goes back to the first question. A request under way is left to arrive. */
  override wipe(): void {
    for (const control of rootOf(this).querySelectorAll<HTMLInputElement>('.input')) control.value = '';
    hush();
    this.#forget();
    this.#place = undefined;
    this.#state = {kind: 'sending'};
    super.wipe();
  }

  override leave(): void {
    const gemeente = this.#findGemeente();
    if (gemeente) leave(leaveTarget(gemeente));
  }

  #forget(): void {
    this.#answers = Object.create(null);
    this.#errors = [];
    this.#refused.clear();
    this.#visited.clear();
    this.#isReviewing = false;
    this.#isCopied = false;
    this.#dropEnvelope();
  }

  /** A changed answer makes another signal: it gets an id and bytes of its own. */
  #dropEnvelope(): void {
    this.#envelope = undefined;
    this.#delivery?.stop();
    this.#delivery = undefined;
  }

  #findGemeente(): CompiledGemeente | undefined {
    if (this.#isBroken || !getServices()) return undefined;
    const found = this.source.gemeente;
    // Who started keeps the form, in the language it has, whatever the page does.
    const kept = this.#chosen;
    return kept && (!found || this.#place || kept.gemeente.id === found.gemeente.id) ? kept : found;
  }

  #steps(gemeente: CompiledGemeente): readonly Step[] {
    return findRoute(gemeente, this.#answers, this.topic).steps;
  }

  #screen(gemeente: CompiledGemeente, view: FormView): {screen: TemplateResult; key: string} {
    const steps = this.#steps(gemeente);
    const place = this.#placeOn(steps);
    if (place?.at === 'outcome') {
      return {screen: outcomeScreen(this.#state, view), key: `outcome ${outcomeOf(this.#state)}`};
    }
    if (place?.at === 'review') return {screen: reviewScreen(steps, view), key: 'review'};
    const step = steps[this.#indexOn(steps)];
    if (!step) throw new TypeError('there is no step');
    return {screen: stepScreen(step, view), key: `step ${step.id}`};
  }

  /** Where the visitor is. One screen that ends everything covers the form, which stays where it was. */
  #placeOn(steps: readonly Step[]): Place | undefined {
    return steps[0]?.end ? undefined : this.#place;
  }

  /** Where the visitor is on these steps; the review comes after the last. A step that is gone is the first one. */
  #indexOn(steps: readonly Step[]): number {
    const place = this.#placeOn(steps);
    if (place?.at === 'review') return steps.length;
    return place?.at === 'step' ? Math.max(0, steps.findIndex(({id}) => id === place.step)) : 0;
  }

  #view(gemeente: CompiledGemeente): FormView {
    const index = this.#indexOn(this.#steps(gemeente));
    const voice = findVoice(gemeente.language);
    return {
      gemeente,
      words: new Words(gemeente),
      topic: this.topic,
      answers: this.#answers,
      errors: this.#errors,
      number: index + 1,
      total: Math.max(countSteps(gemeente, this.#answers, this.topic), index + 1),
      canBack: index > 0,
      isCopied: this.#isCopied,
      onRead: voice && (() => readAloud(rootOf(this), voice)),
      ...this.#actions,
    };
  }

  /** Sets the room that `baken.css` reserves. */
  #keepRoom(size: string): void {
    this.style.setProperty('--baken-form-room', size);
  }

  #go(place: Place, focus: string = TITLE_ID): void {
    hush();
    this.#keepRoom('0');
    this.#chosen = this.#findGemeente();
    this.#place = place;
    this.#focusNext = focus;
    this.requestUpdate();
  }

  /** What keeps the visitor at this step: what is missing, and what the backend refused. */
  #errorsAt(gemeente: CompiledGemeente, step: Step): readonly AnswerError[] {
    const refused = step.questions.flatMap(({id}) => {
      const message = this.#refused.get(id);
      return message === undefined ? [] : [{question: id, message}];
    });
    return [...checkStep(gemeente, step, this.#answers), ...refused];
  }

  #showErrors(step: Step, errors: readonly AnswerError[]): void {
    this.#errors = errors;
    this.#go({at: 'step', step: step.id}, 'summary');
  }

  /** What the visitor can do on the screens. */
  readonly #actions: FormActions = {
    onAnswer: (question, answer) => {
      this.#answers[question] = answer;
      this.#refused.delete(question);
      this.#dropEnvelope();
      // At once, so that Lit never remembers another state of a control than the one that is seen.
      this.performUpdate();
    },
    onTick: (question, id, isChecked, alone) => {
      const given = this.#answers[question];
      this.#actions.onAnswer(question, toggleChoice(Array.isArray(given) ? given : [], id, isChecked, alone));
    },
    onNext: () => {
      const gemeente = this.#findGemeente();
      if (!gemeente) return;
      const steps = this.#steps(gemeente);
      const index = this.#indexOn(steps);
      const here = steps[index];
      if (!here) return;
      const errors = this.#errorsAt(gemeente, here);
      if (errors.length > 0) {
        this.#showErrors(here, errors);
        return;
      }
      this.#errors = [];
      this.#visited.add(here.id);
      const ahead = steps.slice(index + 1);
      const next = this.#isReviewing
        ? ahead.find((step) => !this.#visited.has(step.id) || this.#errorsAt(gemeente, step).length > 0)
        : ahead[0];
      if (next) this.#go({at: 'step', step: next.id});
      else this.#actions.onReview();
    },
    onBack: () => {
      const gemeente = this.#findGemeente();
      if (!gemeente) return;
      const steps = this.#steps(gemeente);
      const before = steps[this.#indexOn(steps) - 1];
      if (!before) {
        // Nothing comes before the first step, but for the screen that covers the form: before it is the form itself.
        this.#actions.onLanguage(gemeente.languages[0] ?? '');
        return;
      }
      this.#errors = [];
      this.#isReviewing = false;
      this.#go({at: 'step', step: before.id});
    },
    onChange: (step, question) => {
      this.#isReviewing = true;
      this.#go({at: 'step', step}, question);
    },
    onReview: () => {
      this.#isReviewing = false;
      this.#go({at: 'review'});
    },
    onShowError: (question) => {
      this.#focusNext = question;
      this.requestUpdate();
    },
    onSend: async () => {
      const gemeente = this.#findGemeente();
      const services = getServices();
      if (!gemeente || !services) return;
      for (const step of this.#steps(gemeente)) {
        const errors = this.#errorsAt(gemeente, step);
        if (errors.length > 0) {
          this.#isReviewing = true;
          this.#showErrors(step, errors);
          return;
        }
      }
      if (!this.dispatchEvent(new SignalSendingEvent())) return;
      this.#state = {kind: 'sending'};
      this.#go({at: 'outcome'});
      if (this.#delivery) {
        this.#delivery.tryNow();
        return;
      }
      const answers: Answers = this.#answers;
      let sealing: Promise<Envelope> | undefined;
      try {
        const signal = buildSignal({
          gemeente,
          answers,
          topic: this.topic,
          id: randomUUID.call(crypto),
          now: new Date(),
          version,
        });
        sealing = this.#envelope ??= services.seal(signal);
        const envelope = await sealing;
        // The visitor may have left or changed an answer while the bytes were made.
        if (this.#envelope !== sealing || this.#place?.at !== 'outcome') return;
        // Another press was first: one delivery, however often it is pressed.
        if (this.#delivery) return;
        this.#delivery = services.deliver({
          gemeente,
          envelope,
          send: this.send,
          onState: (state) => {
            // A delivery that was given up, because an answer changed, may still speak: it tells nothing any more.
            if (this.#envelope === sealing) this.#handleState(state);
          },
        });
      } catch {
        // The failure of bytes that nobody waits for any more is no news of those that took their place.
        if (this.#envelope !== sealing) return;
        this.#envelope = undefined;
        this.#handleState({kind: 'waiting', outcome: 'unsent', automatic: false});
      }
    },
    onCopy: async () => {
      if (this.#state.kind !== 'received') return;
      try {
        await navigator.clipboard.writeText(this.#state.receipt.reference);
      } catch {
        // The browser may forbid it: then nothing says that it was copied.
        return;
      }
      this.#isCopied = true;
      this.requestUpdate();
    },
    onPrint: () => {
      print();
    },
    onWipe: () => {
      this.#focusNext = TITLE_ID;
      this.wipe();
    },
    onLeave: () => leaveFrom(this),
    onLanguage: async (language) => {
      const gemeente = this.#findGemeente();
      const services = getServices();
      if (!gemeente || !services) return;
      this.#wanted = language;
      try {
        const chosen = await services.translate(gemeente, language);
        if (this.#wanted !== language) return;
        this.#chosen = chosen;
        // The menu that was used is on another screen now.
        if (chosen.steps[0]?.end ?? gemeente.steps[0]?.end) this.#focusNext = TITLE_ID;
        // Refused bytes say the old language; bytes that may be stored stay as they are.
        if (this.#state.kind === 'refused') this.#dropEnvelope();
      } catch (error) {
        console.warn(String(error));
        const menu = rootOf(this).querySelector<HTMLSelectElement>('#language');
        if (menu) menu.value = gemeente.language;
      }
      this.#errors = [];
      this.requestUpdate();
    },
  };

  readonly #handleState = (state: DeliveryState): void => {
    const before = this.#state;
    this.#state = state;
    if (state.kind === 'refused') {
      // A refused delivery tries no more; sending again starts another one, with the same bytes.
      this.#delivery = undefined;
      if (this.#showRefused(state.problems)) return;
    }
    if (state.kind === 'received') {
      this.#forget();
      this.dispatchEvent(new SignalReceivedEvent());
    }
    // A try in the background that succeeds is always told, also to who went back to the answers.
    if (state.kind !== 'received' && this.#place?.at !== 'outcome') return;
    if (outcomeOf(before) === outcomeOf(state)) this.requestUpdate();
    else this.#go({at: 'outcome'});
  };

  /** Shows what a backend refused at the fields that it names. Tells whether there was such a field. */
  #showRefused(problems: readonly FieldProblem[]): boolean {
    const gemeente = this.#findGemeente();
    if (!gemeente) return false;
    const words = new Words(gemeente);
    const steps = this.#steps(gemeente);
    for (const {pointer, detail} of problems) {
      const [, part, name] = pointer.split('/');
      const question = steps
        .flatMap(({questions}) => questions)
        .find(({id, contact}) => (part === 'contact' ? contact === name : part === 'answers' && id === name));
      if (question) this.#refused.set(question.id, words.get('error.refused', {detail}));
    }
    const step = steps.find(({questions}) => questions.some(({id}) => this.#refused.has(id)));
    if (!step) return false;
    this.#dropEnvelope();
    this.#isReviewing = true;
    this.#showErrors(step, this.#errorsAt(gemeente, step));
    return true;
  }
}

const outcomeOf = (state: DeliveryState): string => (state.kind === 'waiting' ? state.outcome : state.kind);

