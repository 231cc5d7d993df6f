import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {Option, Question} from '@baken/model/rules/gemeente';

import {icon} from './icon.js';
import {need, type Words} from './words.js';

/** What a field needs to be drawn: its answer, its error, and where the answer goes. */
export interface FieldView {
  readonly words: Words;
  /** The answers given before: texts or options. */
  readonly values: readonly string[];
  readonly error: string | undefined;
  /** Says that the question may be skipped. */
  readonly isOptional: boolean;
  /** The element that names the question when it has no label of its own. */
  readonly titleId: string;
  readonly onAnswer: (question: string, value: string) => void;
  /** Ticks or unticks one choice; `alone` are the choices that stand beside no other. */
  readonly onTick: (question: string, id: string, isChecked: boolean, alone: readonly string[]) => void;
}

const describedBy = (question: Question, error: string | undefined): string | typeof nothing =>
  [question.hint && `${question.id}-hint`, error && `${question.id}-error`].filter(Boolean).join(' ') || nothing;

const hintText = (text: string | undefined, id: string): TemplateResult | typeof nothing =>
  text ? html`<p class="hint" id="${id}-hint">${need(text)}</p>` : nothing;

/** Hint and error stand above the input, in this order, and are tied to it (NL Design System). */
const notes = ({id, hint}: Question, {error, words}: FieldView): TemplateResult => html`
  ${hintText(hint, id)}
  ${error
    ? html`<p class="error" id="${id}-error">
        ${icon('alert', 's')}<span><span class="vh">${words.get('error.prefix')} </span>${error}</span>
      </p>`
    : nothing}
`;

/** Chromium leaves a space that stands alone out of the name of a field, so it is one text with what follows. */
const label = (question: Question, {words, isOptional}: FieldView): TemplateResult =>
  html`${need(question.label)}${isOptional
    ? html` <span class="hint">${words.get('optional')}</span>`
    : nothing}`;

const choice = ({id: name}: Question, option: Option, view: FieldView): TemplateResult => {
  const id = `${name}-${option.id}`;
  const isDanger = option.icon === 'alert';
  return html`<div class="choice ${isDanger ? 'danger' : option.icon ? 'pic' : ''}">
    <input
      type="radio"
      name=${name}
      id=${id}
      autocomplete="off"
      aria-describedby=${option.hint ? `${id}-hint` : nothing}
      .checked=${view.values.includes(option.id)}
      @change=${() => view.onAnswer(name, option.id)}
    />
    <div class="words"><label for=${id}>${need(option.label)}</label>${hintText(option.hint, id)}</div>
    ${option.icon ? icon(isDanger ? 'phone' : option.icon) : nothing}
  </div>`;
};

/** Choices as rows to tick; `prefix` makes the ids of options different from those of other questions. */
export function tickRows(
  question: Question,
  choices: readonly {readonly id: string; readonly label: string}[],
  alone: readonly string[],
  view: FieldView,
  prefix = `${question.id}-`,
): TemplateResult {
  return html`<div class="ticks">
    ${choices.map(
      (choice) =>
        html`<div class="tick">
          <input
            type="checkbox"
            id=${prefix + choice.id}
            autocomplete="off"
            .checked=${view.values.includes(choice.id)}
            @change=${(event: Event) =>
              view.onTick(question.id, choice.id, (event.target as HTMLInputElement).checked, alone)}
          />
          <label for=${prefix + choice.id}>${need(choice.label)}</label>
        </div>`,
    )}
  </div>`;
}

/** One of several answers, as cards of which the whole card is the target, or several, as rows to tick. */
export function choiceField(question: Question, view: FieldView): TemplateResult {
  const options = question.options ?? [];
  const isOne = question.type === 'one';
  return html`<fieldset
    class="field ${view.error ? 'bad' : ''}"
    role=${isOne ? 'radiogroup' : nothing}
    aria-labelledby=${question.label ? `${question.id}-label` : view.titleId}
    aria-describedby=${describedBy(question, view.error)}
    aria-invalid=${isOne ? !!view.error : nothing}
    aria-required=${isOne ? !!question.error : nothing}
  >
    ${question.label
      ? html`<legend class="label" id="${question.id}-label">${label(question, view)}</legend>`
      : nothing}
    ${notes(question, view)}
    ${isOne
      ? html`<div class="answers ${question.grid ? 'grid' : ''}">
          ${options.map((option) => choice(question, option, view))}
        </div>`
      : tickRows(question, options, [], view)}
  </fieldset>`;
}

/**
 * One line or several lines of the visitor's own words. Everything that could keep or pass on a copy is off:
 * form history, enhanced spell check, writing suggestions and page translation send or store what is typed.
 * Someone may write in any language, so the direction follows the words.
 */
export function textField(question: Question, view: FieldView): TemplateResult {
  const {id, type, contact, error, label: ownLabel} = question;
  const labelledBy = ownLabel ? nothing : view.titleId;
  const value = view.values[0] ?? '';
  const onInput = (event: Event): void => view.onAnswer(id, (event.target as HTMLInputElement).value);
  return html`<div class="field ${view.error ? 'bad' : ''}">
    ${ownLabel ? html`<label class="label" for=${id}>${label(question, view)}</label>` : nothing}
    ${notes(question, view)}
    ${type === 'text'
      ? html`<textarea
          class="input"
          id=${id}
          autocomplete="off"
          autocorrect="off"
          spellcheck="false"
          writingsuggestions="false"
          translate="no"
          dir="auto"
          aria-labelledby=${labelledBy}
          aria-describedby=${describedBy(question, view.error)}
          aria-invalid=${!!view.error}
          aria-required=${!!error}
          .value=${value}
          @input=${onInput}
        ></textarea>`
      : html`<input
          class="input"
          id=${id}
          type=${contact === 'phone' ? 'tel' : contact === 'email' ? contact : 'text'}
          autocomplete="off"
          autocorrect="off"
          spellcheck="false"
          writingsuggestions="false"
          translate="no"
          dir="auto"
          aria-labelledby=${labelledBy}
          aria-describedby=${describedBy(question, view.error)}
          aria-invalid=${!!view.error}
          aria-required=${!!error}
          .value=${value}
          @input=${onInput}
        />`}
  </div>`;
}
