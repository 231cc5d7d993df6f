import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {Answer, Answers, AnswerError} from '@baken/model/rules/answers';
import type {DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente, Question, Step} from '@baken/model/rules/gemeente';
import {groupSigns, hasUrgentSign, listSigns} from '@baken/model/rules/signs';

import {contactItem, exampleMark, findContacts, phoneLink} from '../parts/contacts.js';
import {choiceField, type FieldView, textField, tickRows} from '../parts/fields.js';
import {icon} from '../parts/icon.js';
import {languageMenu} from '../parts/language-menu.js';
import {need, type Words} from '../parts/words.js';

/** The id of the heading of every screen: it gets the focus when the screen changes. */
export const TITLE_ID = 'title';

/** What a visitor can do on the screens of the form. */
export interface FormActions extends Pick<FieldView, 'onTick'> {
  readonly onAnswer: (question: string, answer: Answer) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onChange: (step: string, question: string) => void;
  readonly onSend: () => void;
  readonly onReview: () => void;
  readonly onCopy: () => void;
  readonly onPrint: () => void;
  readonly onWipe: () => void;
  readonly onLeave: () => void;
  readonly onLanguage: (language: string) => void;
  readonly onShowError: (question: string) => void;
}

/** All that the screens of the form are drawn from. They hold no state of their own. */
export interface FormView extends FormActions {
  readonly gemeente: CompiledGemeente;
  readonly words: Words;
  readonly topic: string | undefined;
  readonly answers: Answers;
  readonly errors: readonly AnswerError[];
  /** The place of this step on the route, counted from 1, and how many there will be. */
  readonly number: number;
  readonly total: number;
  readonly canBack: boolean;
  /** Reads the screen aloud, or stops; nothing where the device has no voice for the language. */
  readonly onRead: (() => void) | undefined;
  readonly isCopied: boolean;
}

type Drawn = TemplateResult | typeof nothing;

const title = (text: string): TemplateResult => html`<h2 id=${TITLE_ID} tabindex="-1">${need(text)}</h2>`;

const text = (words: string | undefined, kind = ''): Drawn =>
  words === undefined ? nothing : html`<p class=${kind}>${need(words)}</p>`;

const texts = (lines: readonly string[] | undefined): Drawn =>
  lines ? html`<div class="stack-s read">${lines.map((line) => text(line))}</div>` : nothing;

const button = (words: string, onClick: () => void, kind = 'button', before: Drawn = nothing): TemplateResult =>
  html`<button type="button" class=${kind} @click=${onClick}>${before}${words}</button>`;

const list = (lines: readonly string[], dutch: readonly string[] = []): TemplateResult =>
  html`<ul class="dots">
    ${lines.map((line, index) => {
      const aloud = dutch[index];
      return html`<li>${need(line)}${aloud ? html`<bdi class="meta block" lang="nl">${aloud}</bdi>` : nothing}</li>`;
    })}
  </ul>`;

const call112 = ({words}: FormView, kind = ''): TemplateResult => {
  const [before, after] = words.get('call', {number: '\n'}).split('\n');
  return html`<a class="button danger ${kind}" href="tel:112"
    >${icon('phone')}<span>${before}<bdi class="num" dir="ltr">112</bdi>${after}</span></a
  >`;
};

const panel = (kind: string, name: string, heading: string, body: TemplateResult): TemplateResult =>
  html`<div class="panel ${kind}">
    ${icon(name)}
    <div class="stack-s">
      <h3>${need(heading)}</h3>
      ${body}
    </div>
  </div>`;

const more = (heading: string, body: Drawn): TemplateResult => html`<details>
  <summary>${icon('next', 's flip')}<span>${need(heading)}</span></summary>
  <div class="body stack-s read">${body}</div>
</details>`;

const backButton = (words: string, {onBack}: FormView): TemplateResult =>
  button(words, onBack, 'quiet', icon('back', 's flip'));

const bar = (view: FormView): TemplateResult => html`<div class="bar">
  ${view.canBack ? backButton(view.words.get('back'), view) : html`<span></span>`}
  ${view.onRead ? button(view.words.get('aloud'), view.onRead, 'quiet') : nothing}
  ${languageMenu(view.gemeente, view.words, view.onLanguage)}
</div>`;

/** Says when no person reviewed this translation; the Dutch that counts is in the menu of languages. */
const note = ({gemeente}: FormView): Drawn => text(gemeente.unreviewed, 'meta');

const progress = (view: FormView): TemplateResult =>
  html`<div class="stack">
    ${note(view)}${text(view.words.get('step', {step: view.number, total: view.total}), 'step')}
  </div>`;

const summary = ({errors, words, onShowError}: FormView): Drawn =>
  errors.length === 0
    ? nothing
    : html`<div class="summary" role="group" aria-labelledby="summary">
        <h2 id="summary" tabindex="-1">
          ${icon('alert')}<span>${words.count('error.title', errors.length)}</span>
        </h2>
        <ul class="dots">
          ${errors.map(
            ({question, message}) =>
              html`<li>
                <a
                  href="#${question}"
                  @click=${(event: Event) => {
                    event.preventDefault();
                    onShowError(question);
                  }}
                  >${message}</a
                >
              </li>`,
          )}
        </ul>
      </div>`;

const signsField = (question: Question, field: FieldView, view: FormView): TemplateResult => {
  const {gemeente, words} = view;
  const none = question.options ?? [];
  const alone = none.map(({id}) => id);
  const {values} = field;
  return html`<div class="stack-l">
    ${groupSigns(gemeente, question, view.answers, view.topic).map(({key, signs}) => {
      const isUrgent = key === 'urgent';
      return html`<fieldset>
          <legend class="label">
            ${isUrgent || key === 'topic' ? words.get(`signs.${key}`) : need(gemeente.signs[key]?.name)}
            ${isUrgent ? html`<span class="meta block">${words.get('signs.urgent.hint')}</span>` : nothing}
          </legend>
          ${tickRows(question, signs, alone, field, '')}
        </fieldset>
        ${isUrgent
          ? html`<div role="status">
              ${hasUrgentSign(gemeente, values)
                ? panel(
                    'danger',
                    'alert',
                    words.get('urgent.title'),
                    html`${text(words.get('urgent.text'))}${call112(view)}`,
                  )
                : nothing}
            </div>`
          : nothing}`;
    })}
    ${none.length > 0 ? tickRows(question, none, alone, field) : nothing}
    <p class="hint" role="status">${values.length > 0 ? words.count('signs.chosen', values.length) : nothing}</p>
  </div>`;
};

const field = (question: Question, step: Step, view: FormView): TemplateResult => {
  const {id, type} = question;
  const fieldView: FieldView = {
    ...view,
    values: [view.answers[id] ?? []].flat(),
    error: view.errors.find((error) => error.question === id)?.message,
    isOptional: !question.error && !step.oneOf?.questions.includes(id),
    titleId: TITLE_ID,
  };
  if (type === 'signs') return signsField(question, fieldView, view);
  return (type === 'one' || type === 'many' ? choiceField : textField)(question, fieldView);
};

const contactList = ({gemeente, words}: FormView, ids: readonly string[] | undefined): Drawn =>
  ids
    ? html`<ul class="plain">
        ${findContacts(gemeente.contacts, ids).map((contact) => contactItem(contact, words))}
      </ul>`
    : nothing;

const stepPanel = ({panel: about}: Step, {gemeente}: FormView): Drawn =>
  about
    ? panel(
        'tint',
        'phone',
        about.title,
        html`<p>
          ${need(about.text)}
          ${findContacts(gemeente.contacts, [about.contact ?? '']).map((contact) => phoneLink(contact))}
        </p>`,
      )
    : nothing;

/** A screen that stops the form: nothing is asked and nothing is sent. */
const endStep = (step: Step, view: FormView): TemplateResult => {
  const {words} = view;
  const isDanger = step.tone === 'danger';
  return html`
    <div class="stack-s">${title(step.title)} ${text(step.hint, 'lead read')}</div>
    ${isDanger ? html`<div class="buttons">${call112(view, 'big')}</div>` : nothing} ${texts(step.body)}
    ${step.tone === 'leave'
      ? html`<div class="buttons">${button(words.get('leave'), view.onLeave, 'button', icon('exit', 'flip'))}</div>`
      : nothing}
    ${contactList(view, step.contacts)} ${stepPanel(step, view)}
    <div class="stack-s">
      ${isDanger
        ? html`${text(words.get('end.mistake'))}
            <p>${backButton(words.get('end.back'), view)}</p>`
        : html`<p>${button(words.get('end.wipe'), view.onWipe, 'quiet')}</p>`}
    </div>
    ${note(view)}
  `;
};

const askStep = (step: Step, view: FormView): TemplateResult => {
  const {words} = view;
  return html`
    ${summary(view)} ${progress(view)}
    <form
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        view.onNext();
      }}
    >
      <div class="stack-s">${title(step.title)} ${text(step.hint, 'hint read')} ${texts(step.body)}</div>
      ${contactList(view, step.contacts)}
      <div class="stack-l fields">${step.questions.map((question) => field(question, step, view))}</div>
      ${step.panel || step.more
        ? html`<div class="stack fields">
            ${stepPanel(step, view)} ${step.more ? more(step.more.title, texts(step.more.text)) : nothing}
          </div>`
        : nothing}
      <div class="buttons">
        <button type="submit" class="button">${words.get(step.questions.length > 0 ? 'next' : 'next.optional')}</button>
      </div>
    </form>
    ${view.canBack
      ? nothing
      : html`<div class="after">
          ${panel('', 'info', words.get('start.title'), list([1, 2, 3].map((line) => words.get(`start.${line}`))))}
        </div>`}
  `;
};

const helpSide = (view: FormView): TemplateResult => html`<div class="side">
  <h3>${view.words.get('help.title')}</h3>
  ${contactList(view, view.gemeente.help)}
  ${view.gemeente.content === 'unreviewed' ? text(view.words.get('content.unreviewed'), 'meta after') : nothing}
</div>`;

const page = (main: TemplateResult, side: TemplateResult, kind = ''): TemplateResult =>
  html`<div class="frame two ${kind}">
    <div class="main">${main}</div>
    ${side}
  </div>`;

/** Draws one step: a question, advice, or the end of the form. */
export function stepScreen(step: Step, view: FormView): TemplateResult {
  const side = step.aside
    ? html`<div class="side stack-l">
        ${step.aside.map(
          ({title: heading, items, dutch}) =>
            html`<div class="stack-s"><h3>${need(heading)}</h3>${list(items, dutch)}</div>`,
        )}
      </div>`
    : helpSide(view);
  const kind = step.end ? (step.tone === 'danger' ? 'stop' : 'end') : '';
  return page(html`${bar(view)}${(step.end ? endStep : askStep)(step, view)}`, side, kind);
}

const spoken = ({type, options}: Question, answer: Answer | undefined, {gemeente}: FormView): readonly string[] => {
  const given = [answer ?? []].flat().filter(Boolean);
  if (type === 'text' || type === 'line') return given;
  const known = [...(options ?? []), ...listSigns(gemeente)];
  return given.flatMap((chosen) => known.find(({id}) => id === chosen)?.label ?? []);
};

const reviewRow = (question: Question, step: Step, view: FormView): TemplateResult => {
  const name = need(question.short ?? question.label ?? step.title);
  const lines = spoken(question, view.answers[question.id], view);
  return html`<div>
    <dt>${name}</dt>
    <dd class="answer read">
      ${lines.length === 0
        ? html`<span class="hint">${view.words.get('review.empty')}</span>`
        : html`<ul class="plain">
            ${lines.map((line) => html`<li translate="no" dir="auto">${line}</li>`)}
          </ul>`}
    </dd>
    <dd>
      <button type="button" class="quiet" @click=${() => view.onChange(step.id, question.id)}>
        ${view.words.get('review.change')}<span class="vh">: ${name}</span>
      </button>
    </dd>
  </div>`;
};

/** Draws all answers with a way to change each, and who will read them. */
export function reviewScreen(steps: readonly Step[], view: FormView): TemplateResult {
  const {words, gemeente} = view;
  return page(
    html`
      ${bar(view)} ${progress(view)}
      <div class="stack-s">${title(words.get('review.title'))} ${text(words.get('review.hint'), 'hint read')}</div>
      <dl class="review">
        ${steps.flatMap((step) => step.questions.map((question) => reviewRow(question, step, view)))}
      </dl>
      ${panel(
        '',
        'info',
        words.get('review.reader.title'),
        html`<p>${words.get('review.reader.text')}${exampleMark(gemeente.example, words)}</p>`,
      )}
      <div class="buttons">${button(words.get('review.send'), view.onSend)}</div>
    `,
    helpSide(view),
  );
}

const refused = ({reason}: Extract<DeliveryState, {kind: 'refused'}>, view: FormView): TemplateResult => {
  const {words} = view;
  return html`
    <div class="outcome maybe">
      ${icon('question')} ${title(words.get('unsent.title'))}
      ${text(words.get(reason === 'too-large' ? 'refused.long' : 'refused.text'), 'lead read')}
    </div>
    <div class="buttons">${button(words.get('outcome.answers'), view.onReview)}</div>
    ${text(words.get('outcome.call'), 'after')}
  `;
};

const waiting = (
  {outcome: key, automatic}: Extract<DeliveryState, {kind: 'waiting'}>,
  view: FormView,
): TemplateResult => {
  const {words} = view;
  // While tries go on it is not yet final that nothing was sent.
  const isTrying = automatic && key === 'unsent';
  return html`
    <div class="outcome maybe">
      ${icon('question')} ${title(words.get(isTrying ? 'unsent.waiting' : `${key}.title`))}
      ${text(words.get(`${key}.text`), 'lead read')}
      ${panel(
        'warning',
        'alert',
        words.get(`${key}.panel.title`),
        html`${text(words.get(`${key}.panel.text`))}${automatic ? text(words.get('waiting.automatic')) : nothing}`,
      )}
    </div>
    <div class="buttons">
      ${button(words.get(`${key}.again`), view.onSend)}
      ${button(words.get('outcome.answers'), view.onReview, 'quiet')}
    </div>
    ${text(words.get('outcome.call'), 'after')}
  `;
};

/** The number, what it is good for, and no copy of it without saying that a copy leaves a trace. */
const number = (reference: string, {words, isCopied, onCopy, onPrint}: FormView): TemplateResult => {
  const worth = (name: string, mark: string): TemplateResult => html`<div class="stack-s">
    <h3>${words.get(`received.${name}.title`)}</h3>
    <ul class="plain ticklist ${name}">
      ${[1, 2].map((line) => html`<li>${icon(mark, 's')}<span>${words.get(`received.${name}.${line}`)}</span></li>`)}
    </ul>
  </div>`;
  const copy = (name: string, onClick: () => void): TemplateResult =>
    button(words.get(`received.${name}`), onClick, 'button second small', icon(name, 's'));
  return html`
    <div class="reference">
      ${text(words.get('received.number'), 'hint')}
      <p class="code"><bdi dir="ltr">${reference}</bdi></p>
    </div>
    <div class="cando">${worth('can', 'tick')}${worth('cannot', 'no')}</div>
    ${more(
      words.get('received.keep.title'),
      html`<p><strong>${words.get('received.keep.warning')}</strong> ${words.get('received.keep.text')}</p>
        <div class="buttons">${copy('copy', onCopy)}${copy('print', onPrint)}</div>
        <p role="status">${isCopied ? words.get('received.copied') : nothing}</p>`,
    )}
  `;
};

/** A backend may give no number: then nothing is said about one. */
const received = ({receipt: {reference}}: Extract<DeliveryState, {kind: 'received'}>, view: FormView): TemplateResult => {
  const {words, gemeente} = view;
  return html`
    <div class="outcome ok">
      ${icon('ok')} ${title(words.get('received.title'))}
      <p class="lead read">${words.get('received.text')}${exampleMark(gemeente.example, words)}</p>
      ${reference ? number(reference, view) : nothing}
    </div>
    <div class="buttons">${button(words.get('received.done'), view.onWipe)}</div>
  `;
};

const sending = ({words}: FormView): TemplateResult =>
  html`<div class="outcome">
    <span class="ring" aria-hidden="true"></span>
    ${title(words.get('sending.title'))} ${text(words.get('sending.text'), 'lead read')}
  </div>`;

/** Draws where the signal stands. Only a proof of storage draws "received". */
export function outcomeScreen(state: DeliveryState, view: FormView): TemplateResult {
  const draw = (): TemplateResult => {
    if (state.kind === 'received') return received(state, view);
    if (state.kind === 'refused') return refused(state, view);
    return state.kind === 'waiting' ? waiting(state, view) : sending(view);
  };
  return page(draw(), helpSide(view));
}

/**
 * Draws every screen once, to nowhere. A file with a missing sentence, a wrong number or an unsafe address throws
 * here, before the first screen is shown: a visitor sees the whole form or the fallback, never half a form.
 */
export function rehearse(view: FormView): void {
  const {gemeente, words} = view;
  for (const step of gemeente.steps) stepScreen(step, view);
  for (const {name, signs} of Object.values(gemeente.signs)) [name, ...Object.values(signs)].forEach(need);
  reviewScreen(gemeente.steps, view);
  const states: readonly DeliveryState[] = [
    {kind: 'sending'},
    {kind: 'waiting', outcome: 'unsent', automatic: true},
    {kind: 'waiting', outcome: 'unsent', automatic: false},
    {kind: 'waiting', outcome: 'uncertain', automatic: true},
    {kind: 'refused', reason: 'other', problems: []},
    {kind: 'refused', reason: 'too-large', problems: []},
    {kind: 'received', receipt: {id: '-', digest: '-', reference: '-', receivedAt: '-'}},
  ];
  for (const state of states) outcomeScreen(state, view);
  for (const count of [1, 2]) words.count('error.title', count);
  for (const key of ['aloud', 'error.long', 'error.email', 'error.phone', 'error.refused', 'leave.cover', 'leave.link']) {
    words.get(key);
  }
}
