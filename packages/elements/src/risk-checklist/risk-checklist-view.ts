import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {CompiledStaff, StaffSign} from '@baken/model/rules/staff';

import type {ReceiverKind} from '../parts/hand-over.js';
import type {Drawn} from '../parts/screen.js';
import type {StaffWords} from '../parts/staff-words.js';
import {need} from '../parts/words.js';

/** The ids of ticked signs. It has no prototype, so a page can put nothing between us and it. */
export type Chosen = Readonly<Record<string, true>>;

export const ages = ['yes', 'no'] as const;
/** Whether the person is below 18, or may be. */
export type Age = (typeof ages)[number];

/** Where someone is in practice mode. */
export interface Practice {
  /** The place of the case in the list of cases. */
  readonly number: number;
  readonly isCompared: boolean;
}

/** What an employee can do on the screens of the checklist. */
export interface ChecklistActions {
  readonly onTick: (id: string, isTicked: boolean) => void;
  readonly onWorkplace: (id: string) => void;
  readonly onAge: (age: Age) => void;
  readonly onSearch: (query: string) => void;
  /** Searches the signs of all workplaces, and moves the focus to how many there are. */
  readonly onSearchEverywhere: () => void;
  readonly onSeeAdvice: () => void;
  readonly onHandOver: (kind: ReceiverKind) => void;
  readonly onWipe: () => void;
  readonly onLanguage: (language: string) => void;
  /** Shows a case of practice mode from its start; nothing leaves practice mode. */
  readonly onPractice: (number: number | undefined) => void;
  readonly onCompare: () => void;
}

/** All that the screens of the checklist are drawn from. They hold no state of their own. */
export interface ChecklistView extends ChecklistActions {
  readonly gemeente: CompiledStaff;
  readonly words: StaffWords;
  readonly now: Date;
  readonly chosen: Chosen;
  readonly age: Age | undefined;
  readonly workplace: string;
  readonly query: string;
  /** Signs that were ticked when the list became another one: they stay in sight below it. */
  readonly kept: readonly string[];
  /** The sign with the notice about 112 under it: the one that was ticked last. */
  readonly danger: string | undefined;
  readonly isWiped: boolean;
  /** How many more presses of Escape leave the page; 0 when nobody pressed. */
  readonly more: number;
  readonly practice: Practice | undefined;
  /** The page asked for practice only. */
  readonly isPracticeOnly: boolean;
  readonly canOffer: (kind: ReceiverKind) => boolean;
}

/** The ticked signs, in the order of showing. */
export function tickedSigns({gemeente, chosen}: Pick<ChecklistView, 'gemeente' | 'chosen'>): readonly StaffSign[] {
  return gemeente.staff.signs.filter(({id}) => id in chosen);
}

/** A sign to tick; `below` is what belongs right under it. */
export function signRow(
  {id, text}: StaffSign,
  {chosen, onTick}: Pick<ChecklistView, 'chosen' | 'onTick'>,
  below: Drawn = nothing,
): TemplateResult {
  return html`<div class="tick">
      <input
        type="checkbox"
        id=${id}
        autocomplete="off"
        .checked=${id in chosen}
        @change=${(event: Event) => onTick(id, (event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${need(text)}</label>
    </div>
    ${below}`;
}

/** A magnifying glass, drawn as the icons of `icon`. */
export const searchIcon = (kind = ''): TemplateResult =>
  html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 11a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM16 16l4 4"></path>
  </svg>`;
