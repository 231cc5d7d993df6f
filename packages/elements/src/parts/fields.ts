import {html, nothing, type TemplateResult} from 'lit';

import type {Option, Sign, Question} from '@baken/model/rules/gemeente';

import {icon} from './icon.js';
import {need, type Words} from './words.js';

/** What a field needs to be drawn: its answer, its error, and where the answer goes. */
export interface FieldView {
  readonly words: Words;
  /** The answer given before: a text, an option, or several options. */
  readonly value: string | readonly string[];
  readonly error: string | undefined;
  /** The element that names the question when it has no label of its own. */
  readonly titleId: string;
  readonly onAnswer: (question: string, value: string) => void;
  /** Ticks or unticks one choice; `alone` are the choices that stand beside no other. */
  readonly onTick: (question: string, id: string, isChecked: boolean, alone: readonly string[]) => void;
}

const describedBy = (question: Question, error: string | undefined): string | typeof nothing =>
  [question.hint && `${question.id}-hint`, error && `${question.id}-error`].filter(Boolean).join(' ') || nothing;

/** Label, hint and error stand above the input, in this order, and are tied to it (NL Design System). */
const notes = (question: Question, view: FieldView): TemplateResult => html`
  ${question.hint ? html`<p class="hint" id="${question.id}-hint">${need(question.hint)}</p>` : nothing}
  ${view.error
    ? html`<p class="error" id="${question.id}-error">
        ${icon('alert', 's')}<span><span class="vh">${view.words.get('error.prefix')} </span>${view.error}</span>
      </p>`
    : nothing}
`;

const optionalMark = (question: Question, words: Words, isOptional: boolean): TemplateResult =>
  html`${need(question.label)}${isOptional ? html` <span class="hint">${words.get('optional')}</span>` : nothing}`;

const choice = (question: Question, option: Option, view: FieldView): TemplateResult => {
  const id = `${question.id}-${option.id}`;
  const kind = option.icon === 'alert' ? 'danger' : option.icon ? 'pic' : '';
  return html`<div class="choice ${kind}">
    <input
      type="radio"
      name=${question.id}
      id=${id}
      autocomplete="off"
      aria-describedby=${option.hint ? `${id}-hint` : nothing}
      .checked=${view.value === option.id}
      @change=${() => {
        view.onAnswer(question.id, option.id);
      }}
    />
    <div class="words">
      <label for=${id}>${need(option.label)}</label>
      ${option.hint ? html`<p class="hint" id="${id}-hint">${need(option.hint)}</p>` : nothing}
    </div>
    ${option.icon ? icon(kind === 'danger' ? 'phone' : option.icon) : nothing}
  </div>`;
};

/** One of several answers, as cards: the whole card is the target. */
export function choiceField(question: Question, view: FieldView): TemplateResult {
  return html`<fieldset
    class="field ${view.error ? 'bad' : ''}"
    role="radiogroup"
    aria-labelledby=${question.label ? `${question.id}-label` : view.titleId}
    aria-describedby=${describedBy(question, view.error)}
    aria-invalid=${view.error ? 'true' : 'false'}
    aria-required=${question.error ? 'true' : 'false'}
  >
    ${question.label
      ? html`<legend class="label" id="${question.id}-label">
          ${optionalMark(question, view.words, !question.error)}
        </legend>`
      : nothing}
    ${notes(question, view)}
    <div class="answers ${question.grid ? 'grid' : ''}">
      ${question.options?.map((option) => choice(question, option, view))}
    </div>
  </fieldset>`;
}

/** One row to tick. */
export function tick(from: {
  readonly id: string;
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}): TemplateResult {
  return html`<div class="tick">
    <input
      type="checkbox"
      id=${from.id}
      autocomplete="off"
      .checked=${from.isChecked}
      @change=${(event: Event) => {
        from.onChange((event.target as HTMLInputElement).checked);
      }}
    />
    <label for=${from.id}>${need(from.label)}</label>
  </div>`;
}

/** Several answers, as rows to tick. */
export function ticksField(question: Question, view: FieldView): TemplateResult {
  const chosen = Array.isArray(view.value) ? (view.value as readonly string[]) : [];
  return html`<fieldset
    class="field ${view.error ? 'bad' : ''}"
    aria-labelledby=${question.label ? `${question.id}-label` : view.titleId}
    aria-describedby=${describedBy(question, view.error)}
  >
    ${question.label
      ? html`<legend class="label" id="${question.id}-label">
          ${optionalMark(question, view.words, !question.error)}
        </legend>`
      : nothing}
    ${notes(question, view)}
    <div class="ticks">
      ${question.options?.map((option) =>
        tick({
          id: `${question.id}-${option.id}`,
          label: option.label,
          isChecked: chosen.includes(option.id),
          onChange: (isChecked) => {
            view.onTick(question.id, option.id, isChecked, []);
          },
        }),
      )}
    </div>
  </fieldset>`;
}

/** Signs under one heading, as rows to tick. */
export function signTicks(
  question: Question,
  heading: string,
  hint: string | undefined,
  signs: readonly Sign[],
  view: FieldView,
): TemplateResult {
  const chosen = Array.isArray(view.value) ? (view.value as readonly string[]) : [];
  const alone = question.options?.map((option) => option.id) ?? [];
  return html`<fieldset>
    <legend class="label">
      ${need(heading)}${hint ? html`<span class="meta block">${hint}</span>` : nothing}
    </legend>
    <div class="ticks">
      ${signs.map((sign) =>
        tick({
          id: sign.id,
          label: sign.text,
          isChecked: chosen.includes(sign.id),
          onChange: (isChecked) => {
            view.onTick(question.id, sign.id, isChecked, alone);
          },
        }),
      )}
    </div>
  </fieldset>`;
}

const inputTypes = {phone: 'tel', email: 'email'} as const;

/**
 * One line or several lines of the visitor's own words. Everything that could keep or pass on a copy is off:
 * form history, enhanced spell check, writing suggestions and page translation send or store what is typed.
 */
export function textField(question: Question, view: FieldView, isOptional: boolean): TemplateResult {
  const onInput = (event: Event): void => {
    view.onAnswer(question.id, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
  const labelledBy = question.label ? nothing : view.titleId;
  const invalid = view.error ? 'true' : 'false';
  const required = question.error ? 'true' : 'false';
  const input =
    question.type === 'text'
      ? html`<textarea
          class="input"
          id=${question.id}
          rows="5"
          autocomplete="off"
          autocapitalize="sentences"
          autocorrect="off"
          spellcheck="false"
          writingsuggestions="false"
          translate="no"
          aria-labelledby=${labelledBy}
          aria-describedby=${describedBy(question, view.error)}
          aria-invalid=${invalid}
          aria-required=${required}
          .value=${view.value as string}
          @input=${onInput}
        ></textarea>`
      : html`<input
          class="input"
          id=${question.id}
          type=${inputTypes[question.contact as keyof typeof inputTypes] ?? 'text'}
          autocomplete="off"
          autocorrect="off"
          spellcheck="false"
          writingsuggestions="false"
          translate="no"
          aria-labelledby=${labelledBy}
          aria-describedby=${describedBy(question, view.error)}
          aria-invalid=${invalid}
          aria-required=${required}
          .value=${view.value as string}
          @input=${onInput}
        />`;
  return html`<div class="field ${view.error ? 'bad' : ''}">
    ${question.label
      ? html`<label class="label" for=${question.id}>${optionalMark(question, view.words, isOptional)}</label>`
      : nothing}
    ${notes(question, view)} ${input}
  </div>`;
}
