import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {tokens} from '@baken/theme/tokens';

import {baseStyles} from '../parts/base-styles.js';
import {directionOf} from '../parts/direction-of.js';
import {canOffer, offerSigns, type ReceiverKind, watchReceivers} from '../parts/hand-over.js';
import {keepTyping} from '../parts/keep-typing.js';
import {leave, leaveTarget} from '../parts/leave.js';
import {TITLE_ID} from '../parts/screen.js';
import {sheet} from '../parts/sheet.js';
import {staffStyles} from '../parts/staff-styles.js';
import {StaffWords} from '../parts/staff-words.js';
import {rootOf, Widget} from '../parts/widget.js';
import {rootMode} from '#root-mode';
import {getServices} from '../services.js';
import {EVERYWHERE, signsOfForm} from './find-signs.js';
import {rehearse} from './rehearse.js';
import {ADVICE_ID} from './risk-checklist-advice.js';
import {FOUND_ID, listScreen, resetFolds} from './risk-checklist-list.js';
import {practiceScreen} from './risk-checklist-practice.js';
import {riskChecklistStyles} from './risk-checklist-styles.js';
import type {Age, ChecklistActions, ChecklistView, Practice} from './risk-checklist-view.js';

const styles = sheet(tokens + baseStyles + staffStyles + riskChecklistStyles);

// Taken when the module loads: what a page puts in their place later would see which signs are handed over.
const {create, keys} = Object;

const nothingChosen = (): Record<string, true> => create(null) as Record<string, true>;

/**
 * Shows employees which signs to look for at their workplace, and what to do with the ones they saw: call, report today
 * or ask advice. Never a score. Ticks stay in memory, go to another widget only when the employee says so, and are
 * forgotten when the page is left.
 *
 * @summary A list of signs for employees, with what to do about them, and made-up cases to practise with.
 * @tag baken-risk-checklist
 * @slot - What to show until the list is there, or when it cannot be shown: phone numbers, a link.
 * @attribute {string} config-src - Where `x.staff.json` is, when no `baken-gemeente` stands around.
 * @attribute {string} config-integrity - The hash that this file must have (`sha384-…`).
 * @attribute {boolean} practice - Shows made-up cases only, for training.
 */
export class RiskChecklistElement extends Widget {
  static override readonly observedAttributes = [...Widget.observedAttributes, 'practice'];

  /** The file in use since the employee started, in the language that was chosen. */
  #used: CompiledStaff | undefined;
  /** The language asked for last: an older answer may come later. */
  #wanted = '';
  /** The file that was rehearsed without a fault. */
  #sound: CompiledStaff | undefined;
  /** The file that was found to be of no use, so that the console says it once. */
  #useless: CompiledGemeente | undefined;
  #isBroken = false;
  /** The screen that is drawn, and whether it still has to be. */
  #screen = '';
  #isBlank = false;

  #chosen = nothingChosen();
  /** What was ticked in the case of practice mode, apart from the real list. */
  #practised = nothingChosen();
  #age: Age | undefined;
  #workplace = EVERYWHERE;
  #query = '';
  #kept: readonly string[] = [];
  #danger: string | undefined;
  #isWiped = false;
  #practice: Practice | undefined;
  #stopWatching: (() => void) | undefined;
  /** The id of what gets the focus after the next drawing. */
  #focusNext: string | undefined;

  constructor() {
    super(styles, rootMode);
    keepTyping(rootOf(this));
    // WebKit does not scroll when an arrow key moves through choices, and the line at the bottom may lie over them.
    rootOf(this).addEventListener('focusin', ({target}) => {
      (target as Element).scrollIntoView({block: 'nearest'});
    });
    if (Object.hasOwn(this, 'practice')) {
      const isPractice = this.practice;
      Reflect.deleteProperty(this, 'practice');
      this.practice = isPractice;
    }
  }

  /** Shows made-up cases only, for training. */
  get practice(): boolean {
    return this.hasAttribute('practice');
  }

  set practice(isPractice: boolean) {
    this.toggleAttribute('practice', isPractice);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchReceivers(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  protected override update(): void {
    // Once broken, nothing is drawn any more: Lit's own marks are gone, and each new try would fail and try again.
    if (this.#isBroken) return;
    try {
      super.update();
      // The next screen starts from nothing: no control keeps what was ticked in one of another screen.
      if (this.#isBlank) super.update();
    } catch {
      // Half a list is worse than none. What went wrong may hold what was chosen, so it is not logged.
      this.#isBroken = true;
      this.wipe();
      rootOf(this).replaceChildren(document.createElement('slot'));
      console.error('Baken: <baken-risk-checklist> could not be drawn and shows its fallback.');
    }
    this.#finish();
  }

  protected override render(): TemplateResult {
    const gemeente = this.#findStaff();
    if (!gemeente) {
      this.#screen = '';
      return html`<slot></slot>`;
    }
    const view = this.#view(gemeente);
    if (this.#sound !== gemeente) {
      rehearse(view);
      this.#sound = gemeente;
    }
    const {practice} = view;
    const screen = practice ? `case ${practice.number} ${practice.isCompared}` : 'list';
    this.#isBlank = screen !== this.#screen;
    this.#screen = screen;
    const drawn = practice ? practiceScreen(practice, view) : listScreen(view);
    return html`<div class="baken" lang=${gemeente.language} dir=${directionOf(gemeente.language)}>
      ${this.#isBlank ? nothing : drawn}
    </div>`;
  }

  /** Says that the list is there, and moves the focus. */
  #finish(): void {
    this.toggleAttribute('data-ready', !this.#isBroken && this.#findStaff() !== undefined);
    if (this.#focusNext === undefined) return;
    const id = this.#focusNext;
    this.#focusNext = undefined;
    rootOf(this).querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  /** Forgets everything that was chosen and typed, at once. */
  override wipe(): void {
    const field = rootOf(this).querySelector<HTMLInputElement>('#find');
    if (field) field.value = '';
    resetFolds(rootOf(this));
    this.#chosen = nothingChosen();
    this.#practised = nothingChosen();
    this.#age = undefined;
    this.#workplace = EVERYWHERE;
    this.#query = '';
    this.#kept = [];
    this.#danger = undefined;
    this.#isWiped = false;
    this.#practice = undefined;
    super.wipe();
  }

  override leave(): void {
    const gemeente = this.#findStaff();
    if (gemeente) leave(leaveTarget(gemeente));
  }

  #findStaff(): CompiledStaff | undefined {
    if (this.#isBroken || !getServices()) return undefined;
    const found = this.source.gemeente;
    const used = this.#used;
    // Who started keeps the list, in the language it has, whatever the page does.
    if (used && (!found || used.gemeente.id === found.gemeente.id)) return used;
    if (!found || isStaff(found)) return found;
    if (this.#useless !== found) {
      this.#useless = found;
      console.error('Baken: <baken-risk-checklist> needs a file for staff: put x.staff.json in config-src.');
    }
    return undefined;
  }

  #view(gemeente: CompiledStaff): ChecklistView {
    const practice = this.#practice ?? (this.practice ? {number: 0, isCompared: false} : undefined);
    return {
      gemeente,
      words: new StaffWords(gemeente),
      now: new Date(),
      chosen: practice ? this.#practised : this.#chosen,
      age: this.#age,
      workplace: this.#workplace,
      query: this.#query,
      kept: this.#kept,
      danger: this.#danger,
      isWiped: this.#isWiped,
      more: this.more,
      practice,
      isPracticeOnly: this.practice,
      canOffer: (kind) => canOffer(kind, this),
      ...this.#actions,
    };
  }

  /** The sign to show the notice about 112 under: the one ticked now, or else another that is still ticked. */
  #urgentAfter(id: string, isTicked: boolean): string | undefined {
    const urgent = this.#findStaff()?.staff.signs.filter(({weight}) => weight === 'NU') ?? [];
    if (isTicked && urgent.some((sign) => sign.id === id)) return id;
    if (this.#danger !== id) return this.#danger;
    return urgent.find((sign) => sign.id in this.#chosen)?.id;
  }

  /** What is ticked now and would go out of sight stays, below the list, until the list changes again. */
  #filter(change: () => void): void {
    change();
    this.#kept = keys(this.#chosen);
    this.performUpdate();
  }

  /** What the employee can do on the screens. */
  readonly #actions: ChecklistActions = {
    onTick: (id, isTicked) => {
      this.#used ??= this.#findStaff();
      const isPractice = this.#practice !== undefined || this.practice;
      const chosen = isPractice ? this.#practised : this.#chosen;
      if (isTicked) chosen[id] = true;
      else delete chosen[id];
      // Nobody calls 112 for a made-up case.
      if (!isPractice) this.#danger = this.#urgentAfter(id, isTicked);
      this.#isWiped = false;
      // At once, so that Lit never remembers another state of a control than the one that is seen.
      this.performUpdate();
    },
    onWorkplace: (id) => {
      this.#filter(() => {
        this.#workplace = id;
      });
    },
    onAge: (age) => {
      this.#age = age;
      this.performUpdate();
    },
    onSearch: (query) => {
      this.#filter(() => {
        this.#query = query;
      });
    },
    onSearchEverywhere: () => {
      this.#focusNext = FOUND_ID;
      this.#actions.onWorkplace(EVERYWHERE);
    },
    onSeeAdvice: () => {
      this.#focusNext = ADVICE_ID;
      this.performUpdate();
    },
    onHandOver: (kind) => {
      this.#handOver(kind);
    },
    onWipe: () => {
      this.wipe();
      this.#isWiped = true;
      this.#focusNext = TITLE_ID;
      this.performUpdate();
    },
    onLanguage: async (language) => {
      const gemeente = this.#findStaff();
      const services = getServices();
      if (!gemeente || !services) return;
      this.#wanted = language;
      try {
        const translated = await services.translate(gemeente, language);
        if (this.#wanted !== language || !isStaff(translated)) return;
        this.#used = translated;
      } catch (error) {
        console.warn(String(error));
        const menu = rootOf(this).querySelector<HTMLSelectElement>('#language');
        if (menu) menu.value = gemeente.language;
      }
      this.requestUpdate();
    },
    onPractice: (number) => {
      this.#practised = nothingChosen();
      this.#practice = number === undefined ? undefined : {number, isCompared: false};
      this.#focusNext = TITLE_ID;
      this.requestUpdate();
    },
    onCompare: () => {
      this.#practice = {number: this.#practice?.number ?? 0, isCompared: true};
      this.#focusNext = TITLE_ID;
      this.requestUpdate();
    },
  };

  #handOver(kind: ReceiverKind): void {
    if (kind === 'wizard') {
      offerSigns(kind, keys(this.#chosen), this);
      return;
    }
    const known = nothingChosen();
    const gemeente = this.#findStaff();
    for (const id of gemeente ? signsOfForm(gemeente) : []) {
      if (id in this.#chosen) known[id] = true;
    }
    offerSigns(kind, keys(known), this);
  }
}

const isStaff = (gemeente: CompiledGemeente): gemeente is CompiledStaff => 'staff' in gemeente;
