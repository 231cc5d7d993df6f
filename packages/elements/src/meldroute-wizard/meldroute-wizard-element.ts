import {html, nothing, type TemplateResult} from 'lit/html.js';

import {type AnswerError, toggleChoice} from '@baken/model/rules/answers';
import {chooseConsent} from '@baken/model/rules/consent';
import type {DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente, Step} from '@baken/model/rules/gemeente';
import {addDanger} from '@baken/model/rules/handover';
import type {MeldrouteNode} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {
  countQuestions,
  findEndpoint,
  findNode,
  findRoutes,
  hasChannel,
  resolveContacts,
  spreadInvolved,
  type Walk,
  walkMeldroute,
} from '@baken/model/rules/walk-meldroute';
import {tokens} from '@baken/theme/tokens';

import {baseStyles} from '../parts/base-styles.js';
import {directionOf} from '../parts/direction-of.js';
import {keepKnown, receiveSigns} from '../parts/hand-over.js';
import {keepTyping} from '../parts/keep-typing.js';
import {leave, onLeave} from '../parts/leave.js';
import {TITLE_ID} from '../parts/screen.js';
import {sendingStyles} from '../parts/sending-styles.js';
import {sheet} from '../parts/sheet.js';
import {staffStyles} from '../parts/staff-styles.js';
import {StaffWords} from '../parts/staff-words.js';
import {rootOf, Widget} from '../parts/widget.js';
import {rootMode} from '#root-mode';
import {getServices} from '../services.js';
import {PlanClock} from './meldroute-wizard-clock.js';
import {SignalRegisteredEvent, SignalRegisteringEvent} from './meldroute-wizard-events.js';
import {countBefore, nodeAt, type Place, placeBefore, stepAt} from './meldroute-wizard-place.js';
import {writePlan} from './meldroute-wizard-plan.js';
import {SheetPrinter} from './meldroute-wizard-print.js';
import {SignalRecord} from './meldroute-wizard-record.js';
import {outcomeScreen, recordScreen, reviewScreen} from './meldroute-wizard-register.js';
import {rehearse} from './meldroute-wizard-rehearse.js';
import {resultScreen} from './meldroute-wizard-result.js';
import {questionScreen} from './meldroute-wizard-steps.js';
import {meldrouteWizardStyles} from './meldroute-wizard-styles.js';
import {
  findTaken,
  hasDanger,
  isStaff,
  isUrgentBefore,
  needsWeighing,
  sayConsent,
  type WizardActions,
  type WizardView,
} from './meldroute-wizard-view.js';

// Taken when the module loads: a script that replaces it later does not get what is copied. One that ran before us, or
// that replaced what joins texts, or that may read the clipboard, still can.
const {clipboard} = globalThis.navigator ?? {};
const writeClipboard = clipboard?.writeText.bind(clipboard);

const styles = sheet(tokens + baseStyles + staffStyles + sendingStyles + meldrouteWizardStyles);

/**
 * Leads an employee of the gemeente from a feeling that something is wrong to what to do: who to call, before when,
 * what to say; and registers the signal. Keeps the answers in memory only, and forgets them when the page is left.
 *
 * @summary From a first doubt to the right desk, for employees of the gemeente.
 * @tag baken-meldroute-wizard
 * @slot - What to show until the wizard is there, or when it cannot be shown: phone numbers, a link.
 * @attribute {string} config-src - Where the staff file of the gemeente is, when no `baken-gemeente` stands around.
 * @attribute {string} config-integrity - The hash that this file must have (`sha384-…`).
 * @fires {SignalRegisteringEvent} baken-registering - The employee pressed send; preventDefault() stops it.
 * @fires {SignalRegisteredEvent} baken-registered - The backend proved that the signal is stored.
 */
export class MeldrouteWizardElement extends Widget {
  /** The file of who started, in the language that was chosen last. */
  #kept: CompiledStaff | undefined;
  #wanted = '';
  /** The file that was rehearsed without a fault, and the one that cannot be used: it is said once. */
  #sound: CompiledStaff | undefined;
  #refusedFile: CompiledGemeente | undefined;
  #isBroken = false;
  /** The screen that is drawn, and whether it still has to be. */
  #key = '';
  #isBlank = false;
  /** What gets the focus after the next drawing. */
  #focusNext: string | undefined;

  #choices: Record<string, readonly string[]> = Object.create(null);
  #place: Place | undefined;
  #errors: readonly AnswerError[] = [];
  /** An earlier answer is being changed: after it the first open question comes, or the result. */
  #isChanging = false;
  readonly #clock = new PlanClock(() => this.requestUpdate());
  #done = new Set<string>();
  /** The routes that registering ticked off. */
  #registered: readonly string[] = [];
  #taken: readonly string[] = [];
  /** Signs have just come, and nobody went on from there. */
  #isFresh = false;
  #notice: string | undefined;

  readonly #record = new SignalRecord((state, before) => this.#handleState(state, before));
  #isReviewing = false;

  readonly #printer = new SheetPrinter();
  #stopListening: (() => void) | undefined;
  #stopReceiving: (() => void) | undefined;

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
    super.connectedCallback();
    this.#clock.start();
    // A page that comes back from the back-forward cache must not show what was chosen.
    this.#stopListening = onLeave(() => {
      this.wipe();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock.stop();
    this.#stopListening?.();
    this.#receive(false);
    // Taken off the page, not moved: nothing would wipe it when the page is left.
    queueMicrotask(() => {
      if (!this.isConnected) this.wipe();
    });
  }

  protected override update(): void {
    // Once broken, nothing is drawn any more: Lit's own marks are gone, and each new try would fail and try again.
    if (this.#isBroken) return;
    try {
      super.update();
      // The next screen starts from nothing: no control keeps what was typed or chosen in one of another screen.
      if (this.#isBlank) super.update();
    } catch {
      // A half drawn wizard is worse than none. What went wrong may hold what was typed, so it is not logged.
      this.#isBroken = true;
      this.wipe();
      rootOf(this).replaceChildren(document.createElement('slot'));
      console.error('Baken: <baken-meldroute-wizard> could not be drawn and shows its fallback.');
    }
    this.#finish();
  }

  protected override render(): TemplateResult {
    const staff = this.#findStaff();
    if (!staff) return html`<slot></slot>`;
    const view = this.#view(staff);
    if (this.#sound !== staff) {
      rehearse(view);
      this.#sound = staff;
    }
    const {screen, key} = this.#screen(view);
    this.#isBlank = key !== this.#key;
    this.#key = key;
    const {words} = view;
    return html`<div lang=${staff.language} dir=${directionOf(staff.language)}>
      <p class="baken vh" role="status">${this.more ? words.count('leave.more', this.more) : ''}</p>
      <div class="baken">${this.#isBlank ? nothing : screen}</div>
    </div>`;
  }

  /** Says that the wizard is there, and moves the focus. */
  #finish(): void {
    const isReady = !this.#isBroken && this.#findStaff() !== undefined;
    this.toggleAttribute('data-ready', isReady);
    // A record under way stays as it was sent: whoever sent it waits for its outcome.
    const isUnderWay = this.#place?.at === 'outcome' && this.#record.state.kind !== 'received';
    this.#receive(isReady && this.isConnected && !isUnderWay);
    if (this.#focusNext === undefined) return;
    const id = CSS.escape(this.#focusNext);
    this.#focusNext = undefined;
    const found = rootOf(this).querySelector<HTMLElement>(`#${id}, [name="${id}"]`);
    const field = found?.matches('fieldset, dl') ? found.querySelector<HTMLElement>('input, button') : found;
    (field ?? rootOf(this).querySelector<HTMLElement>(`#${TITLE_ID}`))?.focus();
  }

  /** Takes signs from a checklist on the page, while it is here to be used. */
  #receive(isReady: boolean): void {
    if (isReady === (this.#stopReceiving !== undefined)) return;
    this.#stopReceiving?.();
    this.#stopReceiving = isReady
      ? receiveSigns('wizard', this, (ids) => this.#take(ids))
      : undefined;
  }

  /** Until it is drawn nothing here may depend on which signs they are: a page can hear what is called. */
  #take(ids: readonly string[]): void {
    const staff = this.#findStaff();
    if (!staff) return;
    this.#start(staff);
    this.#taken = keepKnown(ids, staff.staff.signs);
    this.#isFresh = true;
    this.#renew();
    this.#focusNext = TITLE_ID;
    this.requestUpdate();
  }

  /** From here on this wizard is for this gemeente, whatever the page puts in its place. */
  #start(staff: CompiledStaff): void {
    this.#kept = staff;
    this.#place ??= {at: 'node', node: staff.staff.meldroute.start};
  }

  /** The answers became others: so does the plan, and what was registered does not hold them, so it is not done. */
  #renew(): void {
    for (const id of this.#registered) this.#done.delete(id);
    this.#registered = [];
    this.#clock.tick();
    this.#record.drop();
  }

  /** Forgets everything, at once, and goes back to the first question. A request under way is left to arrive. */
  override wipe(): void {
    for (const control of rootOf(this).querySelectorAll<HTMLInputElement>('.input')) control.value = '';
    this.#printer.stop();
    this.#record.forget();
    this.#choices = Object.create(null);
    this.#errors = [];
    this.#isChanging = false;
    this.#isReviewing = false;
    this.#done.clear();
    this.#registered = [];
    this.#clock.reset();
    this.#taken = [];
    this.#isFresh = false;
    this.#notice = undefined;
    this.#place = undefined;
    // Not a microtask later: on leaving there may be none before the page is frozen into the back-forward cache.
    this.performUpdate();
  }

  override leave(): void {
    const staff = this.#findStaff();
    if (!staff) return;
    const words = new StaffWords(staff);
    leave({exitUrl: staff.exitUrl, words: {title: words.get('leave.cover'), link: words.get('leave.link')}});
  }

  #findStaff(): CompiledStaff | undefined {
    if (this.#isBroken) return undefined;
    const found = this.source.gemeente;
    const kept = this.#kept;
    // Who started keeps the wizard, in the language it has, whatever the page does.
    if (kept && (!found || this.#place || kept.gemeente.id === found.gemeente.id)) return kept;
    if (!found) return undefined;
    const hasServices = getServices() !== undefined;
    if (hasServices && isStaff(found)) return found;
    if (found !== this.#refusedFile) {
      const lack = hasServices ? 'a file for staff (x.staff.json)' : 'the services of @baken/embed';
      console.error(`Baken: <baken-meldroute-wizard> needs ${lack} for "${found.gemeente.id}" and shows its fallback.`);
    }
    this.#refusedFile = found;
    return undefined;
  }

  #walk({staff}: CompiledStaff): Walk {
    const walk = walkMeldroute(staff.meldroute, this.#choices);
    const involved = spreadInvolved(walk.outcome.involved, staff);
    return {...walk, outcome: addDanger(staff, {...walk.outcome, involved}, this.#taken)};
  }

  #screen(view: WizardView): {screen: TemplateResult; key: string} {
    const {staff, walk} = view;
    const place = this.#place ?? {at: 'node', node: ''};
    const {state} = this.#record;
    if (place.at === 'outcome') return {screen: outcomeScreen(state, view), key: `outcome ${outcomeOf(state)}`};
    if (walk.outcome.isComplete && place.at !== 'node') {
      if (place.at === 'result') return {screen: resultScreen(view), key: 'result'};
      const steps = this.#record.steps(staff);
      if (place.at === 'review') return {screen: reviewScreen(steps, view), key: 'review'};
      const step = stepAt(this.#place, steps);
      if (step) return {screen: recordScreen(step, view), key: `step ${step.id}`};
    }
    const node = nodeAt(this.#place, walk);
    if (!node) throw new TypeError('there is no question');
    return {screen: questionScreen(node, this.#choices[node.id] ?? [], view), key: `node ${node.id}`};
  }

  #view(staff: CompiledStaff): WizardView {
    const {meldroute, signs} = staff.staff;
    const words = new StaffWords(staff);
    const walk = this.#walk(staff);
    const before = countBefore(nodeAt(this.#place, walk), walk);
    const progress = countQuestions(meldroute, this.#choices);
    const steps = this.#record.steps(staff);
    const step = stepAt(this.#place, steps);
    const taken = findTaken(this.#taken, signs);
    const isDanger = hasDanger(taken);
    return {
      staff,
      words,
      walk,
      plan: this.#clock.plan(staff, words, walk.outcome),
      number: before + 1,
      left: Math.max(0, progress.number + progress.left - before - 1),
      canBack: (this.#place ?? {at: 'node'}).at !== 'node' || before > 0,
      errors: this.#errors,
      isUrgent: isDanger || isUrgentBefore(staff, walk, before),
      isAlarmed: isDanger && this.#isFresh,
      consent: sayConsent(staff, walk, words),
      done: this.#done,
      taken,
      notice: this.#notice,
      reference: this.#record.reference,
      earlier: this.#record.earlier,
      isUncertain: this.#record.isUncertain,
      answers: this.#record.answers,
      needsWeighing: needsWeighing(walk),
      part: this.#place?.at === 'review' ? steps.length + 1 : step ? steps.indexOf(step) + 1 : 1,
      parts: steps.length + 1,
      ...this.#actions,
    };
  }

  #go(place: Place, focus: string = TITLE_ID): void {
    const staff = this.#findStaff();
    if (!staff) return;
    this.#kept = staff;
    this.#place = place;
    this.#errors = [];
    this.#notice = undefined;
    this.#isFresh = false;
    this.#clock.tick();
    if (place.at === 'result') this.#clock.keep();
    this.#printer.stop();
    this.#focusNext = focus;
    this.requestUpdate();
  }

  #showErrors(errors: readonly AnswerError[]): void {
    this.#errors = errors;
    this.#focusNext = 'summary';
    this.requestUpdate();
  }

  /** Takes another answer to a question of the meldroute. */
  #choose(node: string, chosen: readonly string[]): void {
    const staff = this.#findStaff();
    if (staff) this.#start(staff);
    this.#choices[node] = chosen;
    this.#renew();
    this.#errors = [];
    // At once, so that Lit never remembers another state of a control than the one that is seen.
    this.performUpdate();
  }

  #nextNode(staff: CompiledStaff): void {
    const here = nodeAt(this.#place, this.#walk(staff));
    if (!here) return;
    const [only] = here.answers;
    // What was read, or left open on purpose, counts as an answer.
    if (here.kind === 'note' && only) this.#choices[here.id] = [only.id];
    if (here.kind === 'consent') this.#choices[here.id] ??= [];
    const walk = this.#walk(staff);
    if (!walk.visited.includes(here)) {
      const key = here.kind === 'many' ? 'wizard.error.many' : 'wizard.error.one';
      this.#showErrors([{question: here.id, message: new StaffWords(staff).get(key)}]);
      return;
    }
    const after = this.#isChanging ? undefined : walk.visited[walk.visited.indexOf(here) + 1];
    const next = after ?? walk.current;
    if (next) this.#go({at: 'node', node: next.id});
    else this.#actions.onResult();
  }

  #errorsAt(staff: CompiledStaff, step: Step): readonly AnswerError[] {
    return this.#record.errorsAt(staff, step, needsWeighing(this.#walk(staff)));
  }

  #nextStep(staff: CompiledStaff): void {
    const steps = this.#record.steps(staff);
    const here = stepAt(this.#place, steps);
    if (!here) return;
    const errors = this.#errorsAt(staff, here);
    if (errors.length > 0) {
      this.#showErrors(errors);
      return;
    }
    const ahead = steps.slice(steps.indexOf(here) + 1);
    const next = this.#isReviewing ? ahead.find((step) => this.#errorsAt(staff, step).length > 0) : ahead[0];
    if (next) this.#go({at: 'step', step: next.id});
    else this.#actions.onReview();
  }

  /** What an employee can do on the screens. */
  readonly #actions: WizardActions = {
    onChoose: (node, answer) => this.#choose(node, [answer]),
    onMark: (node, answer, isChecked) => {
      this.#choose(node, toggleChoice(this.#choices[node] ?? [], answer, isChecked, []));
    },
    onConsent: (id, purpose, choice) => {
      const node = this.#findNode(id);
      if (!node) return;
      const about = node.answers.filter((answer) => answer.purpose === purpose);
      const others = (this.#choices[id] ?? []).filter((chosen) => !about.some((answer) => answer.id === chosen));
      const now = about.find((answer) => answer.choice === choice);
      this.#choose(id, now ? [...others, now.id] : others);
    },
    onChangeConsent: (purpose, choice) => {
      const staff = this.#findStaff();
      if (!staff) return;
      const asked = this.#walk(staff).visited.filter(
        (node) => node.kind === 'consent' && node.answers.some((answer) => answer.purpose === purpose),
      );
      this.#focusNext = `consent-${purpose}-${choice === 'yes' ? 'no' : 'yes'}`;
      const words = new StaffWords(staff);
      const keys = ['wizard.changed', ...(this.#registered.length > 0 ? ['wizard.earlier.untick'] : [])];
      this.#notice = keys.map((key) => words.get(key)).join(' ');
      for (const node of asked) {
        this.#choose(node.id, chooseConsent(node, this.#choices[node.id] ?? [], purpose, choice));
      }
      // Other questions may come, or a question may be open again.
      const {current} = this.#walk(staff);
      if (current) this.#go({at: 'node', node: current.id});
    },
    onAnswer: (question, answer) => {
      this.#record.answer(question, answer);
      this.performUpdate();
    },
    onTick: (question, id, isChecked, alone) => {
      const before = this.#record.answers[question];
      this.#actions.onAnswer(question, toggleChoice(Array.isArray(before) ? before : [], id, isChecked, alone));
    },
    onNext: () => {
      const staff = this.#findStaff();
      if (!staff) return;
      if (this.#place?.at === 'step') this.#nextStep(staff);
      else this.#nextNode(staff);
    },
    onBack: () => {
      const staff = this.#findStaff();
      if (!staff) return;
      this.#isChanging = false;
      this.#isReviewing = false;
      const before = placeBefore(this.#place, this.#walk(staff), this.#record.steps(staff));
      if (before) this.#go(before);
    },
    onChange: (node) => {
      this.#isChanging = true;
      this.#go({at: 'node', node});
    },
    onShowError: (question) => {
      this.#focusNext = question;
      this.requestUpdate();
    },
    onShowSure: () => {
      this.#focusNext = 'sure';
      this.requestUpdate();
    },
    onDone: (route, isDone) => {
      if (isDone) this.#done.add(route);
      else this.#done.delete(route);
      this.performUpdate();
    },
    onCopy: async () => {
      const staff = this.#findStaff();
      if (!staff) return;
      const {plan, consent, words} = this.#view(staff);
      try {
        if (!writeClipboard) throw new TypeError('there is no clipboard');
        await writeClipboard(writePlan(plan, consent, words));
        this.#tell(words.get('wizard.copied'));
      } catch {
        this.#tell(words.get('wizard.copy.failed'));
      }
    },
    onPrint: () => {
      const staff = this.#findStaff();
      if (!staff) return;
      const {plan, consent, words} = this.#view(staff);
      const {language} = staff;
      this.#printer.print(rootOf(this), {plan, consent, words, language, direction: directionOf(language)}, () =>
        this.#tell(words.get('wizard.print.failed')),
      );
    },
    onWipe: () => {
      const staff = this.#findStaff();
      this.#focusNext = TITLE_ID;
      this.wipe();
      if (staff) this.#tell(new StaffWords(staff).get('wizard.wiped'));
    },
    onDropSigns: () => {
      this.#taken = [];
      this.#renew();
      this.#focusNext = TITLE_ID;
      this.requestUpdate();
    },
    onLanguage: async (language) => {
      const staff = this.#findStaff();
      const services = getServices();
      if (!staff || !services) return;
      this.#wanted = language;
      try {
        const chosen = await services.translate(staff, language);
        if (this.#wanted !== language || !isStaff(chosen)) return;
        this.#kept = chosen;
      } catch (error) {
        console.warn(String(error));
        const menu = rootOf(this).querySelector<HTMLSelectElement>('#language');
        if (menu) menu.value = staff.language;
      }
      this.#errors = [];
      this.requestUpdate();
    },
    onResult: () => {
      this.#isChanging = false;
      this.#go({at: 'result'});
    },
    onRegister: () => {
      const staff = this.#findStaff();
      const [first] = staff ? this.#record.steps(staff) : [];
      this.#isReviewing = false;
      if (first) this.#go({at: 'step', step: first.id});
    },
    onChangeAnswer: (step, question) => {
      this.#isReviewing = true;
      this.#go({at: 'step', step}, question);
    },
    onReview: () => {
      this.#isReviewing = false;
      this.#go({at: 'review'});
    },
    onSend: () => this.#send(),
  };

  /** Says what was done, where a screen reader hears it. */
  #tell(notice: string): void {
    this.#notice = notice;
    this.requestUpdate();
  }

  #findNode(id: string): MeldrouteNode | undefined {
    const staff = this.#findStaff();
    return staff && findNode(staff.staff.meldroute, id);
  }

  async #send(): Promise<void> {
    const staff = this.#findStaff();
    const services = getServices();
    const endpoint = staff && findEndpoint(staff.staff.endpoints, this.#walk(staff).outcome);
    if (!staff || !services || !endpoint) return;
    // The button may be pressed again before it is gone.
    if (this.#place?.at === 'outcome' && this.#record.state.kind === 'sending') return;
    for (const step of this.#record.steps(staff)) {
      const errors = this.#errorsAt(staff, step);
      if (errors.length === 0) continue;
      this.#isReviewing = true;
      this.#go({at: 'step', step: step.id});
      this.#showErrors(errors);
      return;
    }
    if (!this.dispatchEvent(new SignalRegisteringEvent())) return;
    this.#go({at: 'outcome'});
    const source = {staff, endpoint, choices: this.#choices, taken: this.#taken};
    await this.#record.send(services, source, () => this.#place?.at === 'outcome');
  }

  #handleState(state: DeliveryState, before: DeliveryState): void {
    const staff = this.#findStaff();
    const refused = state.kind === 'refused' && staff ? this.#record.refuse(staff, state.problems) : undefined;
    if (staff && refused) {
      this.#isReviewing = true;
      this.#go({at: 'step', step: refused.id});
      this.#showErrors(this.#errorsAt(staff, refused));
      return;
    }
    if (state.kind === 'received') {
      this.#registered = this.#registerRoutes();
      for (const id of this.#registered) this.#done.add(id);
      this.dispatchEvent(new SignalRegisteredEvent());
    }
    // A try in the background that succeeds is always told, also to who went back to the answers.
    if (state.kind !== 'received' && this.#place?.at !== 'outcome') return;
    if (outcomeOf(before) === outcomeOf(state)) this.requestUpdate();
    else this.#go({at: 'outcome'});
  }

  /** The routes that are done by registering: whoever does not read it there still has to be called. */
  #registerRoutes(): readonly string[] {
    const staff = this.#findStaff();
    if (!staff) return [];
    const {meldroute, endpoints, cards} = staff.staff;
    const {outcome} = this.#walk(staff);
    const readers = findEndpoint(endpoints, outcome)?.readers ?? [];
    return findRoutes(meldroute, outcome).flatMap((route) => {
      const first = resolveContacts(route, cards, outcome.involved).find(hasChannel);
      const isTold = !first || first.roles.some((role) => readers.includes(role));
      return route.register && isTold ? [route.id] : [];
    });
  }

}

const outcomeOf = (state: DeliveryState): string => (state.kind === 'waiting' ? state.outcome : state.kind);
