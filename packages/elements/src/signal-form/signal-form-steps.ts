import {html, nothing, type TemplateResult} from 'lit';

import type {Answer, Answers, AnswerError} from '@baken/model/rules/answers';
import type {DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente, Contact, Question, Step} from '@baken/model/rules/gemeente';
import {groupSigns, hasUrgentSign} from '@baken/model/rules/signs';

import {contactItem, findContacts, phoneLink} from '../parts/contacts.js';
import {choiceField, type FieldView, signTicks, textField, tick, ticksField} from '../parts/fields.js';
import {icon} from '../parts/icon.js';
import {need, type Words} from '../parts/words.js';

/** The id of the heading of every screen: it gets the focus when the screen changes. */
export const TITLE_ID = 'title';

/** All that the screens of the form are drawn from. They hold no state of their own. */
export interface FormView {
  readonly gemeente: CompiledGemeente;
  readonly words: Words;
  readonly topic: string | undefined;
  readonly answers: Answers;
  readonly errors: readonly AnswerError[];
  /** The place of this step on the route, counted from 1, and how many there will be. */
  readonly number: number;
  readonly total: number;
  readonly canBack: boolean;
  readonly isCopied: boolean;
  readonly onAnswer: FieldView['onAnswer'];
  readonly onTick: FieldView['onTick'];
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

const emergency = (gemeente: CompiledGemeente): Contact => {
  const found = gemeente.contacts.find((contact) => contact.phone?.dial === '112');
  if (!found) throw new TypeError('112 is missing');
  return found;
};

const title = (text: string): TemplateResult => html`<h2 id=${TITLE_ID} tabindex="-1">${need(text)}</h2>`;

const paragraph = (text: string): TemplateResult => html`<p>${need(text)}</p>`;

const call112 = (view: FormView, kind: string): TemplateResult => {
  const contact = emergency(view.gemeente);
  const [before = '', after = ''] = view.words.get('call', {number: '\n'}).split('\n');
  if (!contact.phone) throw new TypeError('112 is missing');
  return html`<a class="button danger ${kind}" href="tel:112"
    >${icon('phone')}<span>${before}<bdi class="num" dir="ltr">${contact.phone.shown}</bdi>${after}</span></a
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

const more = (heading: string, body: TemplateResult): TemplateResult => html`<details>
  <summary>${icon('next', 's flip')}<span>${need(heading)}</span></summary>
  <div class="body stack-s">${body}</div>
</details>`;

const languageMenu = (view: FormView): TemplateResult | typeof nothing => {
  const {language, languages} = view.gemeente;
  if (languages.length < 2) return nothing;
  return html`<span class="lang">
    ${icon('globe', 's')}<label class="vh" for="language">${view.words.get('language')}</label>
    <select
      id="language"
      autocomplete="off"
      .value=${language}
      @change=${(event: Event) => {
        view.onLanguage((event.target as HTMLSelectElement).value);
      }}
    >
      ${languages.map((code) => {
        const name = new Intl.DisplayNames([code], {type: 'language'}).of(code) ?? code;
        return html`<option value=${code} lang=${code} ?selected=${code === language}>
          ${name.charAt(0).toLocaleUpperCase(code) + name.slice(1)}
        </option>`;
      })}</select
    >${icon('next', 's')}
  </span>`;
};

const bar = (view: FormView): TemplateResult => html`<div class="bar">
  ${view.canBack
    ? html`<button type="button" class="quiet" @click=${view.onBack}>
        ${icon('back', 's flip')}${view.words.get('back')}
      </button>`
    : html`<span></span>`}
  ${languageMenu(view)}
</div>`;

const summary = (view: FormView): TemplateResult | typeof nothing =>
  view.errors.length === 0
    ? nothing
    : html`<div class="summary" role="group" aria-labelledby="summary">
        <h3 id="summary" tabindex="-1">
          ${icon('alert')}<span>${view.words.count('error.title', view.errors.length)}</span>
        </h3>
        <ul>
          ${view.errors.map(
            ({question, message}) =>
              html`<li>
                <a
                  href="#${question}"
                  @click=${(event: Event) => {
                    event.preventDefault();
                    view.onShowError(question);
                  }}
                  >${message}</a
                >
              </li>`,
          )}
        </ul>
      </div>`;

const signsField = (question: Question, field: FieldView, view: FormView): TemplateResult => {
  const {gemeente, words} = view;
  const chosen = Array.isArray(field.value) ? (field.value as readonly string[]) : [];
  const heading = (key: string): string => {
    if (key === 'urgent' || key === 'topic') return words.get(`signs.${key}`);
    return need(gemeente.signGroups[key]);
  };
  const none = question.options ?? [];
  return html`<div class="stack-l">
    ${groupSigns(gemeente, question, view.answers, view.topic).map(
      ({key, signs}) => html`
        ${signTicks(question, heading(key), key === 'urgent' ? words.get('signs.urgent.hint') : undefined, signs, field)}
        ${key === 'urgent'
          ? html`<div role="status">
              ${hasUrgentSign(gemeente, chosen)
                ? panel(
                    'danger',
                    'alert',
                    words.get('urgent.title'),
                    html`${paragraph(words.get('urgent.text'))}${call112(view, '')}`,
                  )
                : nothing}
            </div>`
          : nothing}
      `,
    )}
    ${none.length > 0
      ? html`<div class="ticks">
          ${none.map((option) =>
            tick({
              id: `${question.id}-${option.id}`,
              label: option.label,
              isChecked: chosen.includes(option.id),
              onChange: (isChecked) => {
                field.onTick(question.id, option.id, isChecked, none.map(({id}) => id));
              },
            }),
          )}
        </div>`
      : nothing}
    <p class="hint" role="status">${chosen.length > 0 ? words.count('signs.chosen', chosen.length) : nothing}</p>
  </div>`;
};

const field = (question: Question, step: Step, view: FormView): TemplateResult => {
  const isText = question.type === 'text' || question.type === 'line';
  const given = view.answers[question.id];
  const fieldView: FieldView = {
    words: view.words,
    value: given ?? (isText || question.type === 'one' ? '' : []),
    error: view.errors.find((error) => error.question === question.id)?.message,
    titleId: TITLE_ID,
    onAnswer: view.onAnswer,
    onTick: view.onTick,
  };
  if (isText) {
    return textField(question, fieldView, !question.error && !step.oneOf?.questions.includes(question.id));
  }
  if (question.type === 'one') return choiceField(question, fieldView);
  if (question.type === 'many') return ticksField(question, fieldView);
  return signsField(question, fieldView, view);
};

const goodToKnow = ({words}: FormView): TemplateResult =>
  panel(
    '',
    'info',
    words.get('start.title'),
    html`<ul class="dots">
      ${[1, 2, 3].map((line) => html`<li>${words.get(`start.${line}`)}</li>`)}
    </ul>`,
  );

const contactList = (view: FormView, ids: readonly string[]): TemplateResult =>
  html`<ul class="plain">
    ${findContacts(view.gemeente.contacts, ids).map((contact) => contactItem(contact, view.words))}
  </ul>`;

const stepPanel = (step: Step, view: FormView): TemplateResult | typeof nothing => {
  const {panel: about} = step;
  if (!about) return nothing;
  const [contact] = about.contact === undefined ? [] : findContacts(view.gemeente.contacts, [about.contact]);
  const link = contact?.phone ? phoneLink(contact, nothing) : nothing;
  return panel('tint', 'phone', about.title, html`<p>${need(about.text)} ${link}</p>`);
};

/** A screen that stops the form: nothing is asked and nothing is sent. */
const endStep = (step: Step, view: FormView): TemplateResult => {
  const {words} = view;
  return html`
    <div class="stack-s">
      ${title(step.title)} ${step.hint ? html`<p class="lead read">${need(step.hint)}</p>` : nothing}
    </div>
    ${step.tone === 'danger' ? html`<div class="buttons">${call112(view, 'big')}</div>` : nothing}
    ${step.body ? html`<div class="stack read">${step.body.map(paragraph)}</div>` : nothing}
    ${step.tone === 'leave'
      ? html`<div class="buttons">
          <button type="button" class="button" @click=${view.onLeave}>
            ${icon('exit', 'flip')}${words.get('leave')}
          </button>
        </div>`
      : nothing}
    ${step.contacts ? contactList(view, step.contacts) : nothing} ${stepPanel(step, view)}
    <div class="stack-s">
      ${step.tone === 'danger'
        ? html`<p>${words.get('end.mistake')}</p>
            <p>
              <button type="button" class="quiet" @click=${view.onBack}>
                ${icon('back', 's flip')}${words.get('end.back')}
              </button>
            </p>`
        : html`<p>
            <button type="button" class="quiet" @click=${view.onWipe}>${words.get('end.wipe')}</button>
          </p>`}
    </div>
  `;
};

const askStep = (step: Step, view: FormView): TemplateResult => {
  const {words} = view;
  const isOptional = step.questions.length === 0;
  return html`
    ${summary(view)}
    <p class="step">${words.get('step', {step: view.number, total: view.total})}</p>
    <form
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        view.onNext();
      }}
    >
      <div class="stack-s">
        ${title(step.title)} ${step.hint ? html`<p class="hint read">${need(step.hint)}</p>` : nothing}
        ${step.body ? html`<div class="stack-s read">${step.body.map(paragraph)}</div>` : nothing}
      </div>
      ${step.contacts ? contactList(view, step.contacts) : nothing}
      <div class="stack-l fields">${step.questions.map((question) => field(question, step, view))}</div>
      ${step.panel || step.more
        ? html`<div class="stack fields">
            ${stepPanel(step, view)}
            ${step.more ? more(step.more.title, html`${step.more.text.map(paragraph)}`) : nothing}
          </div>`
        : nothing}
      <div class="buttons">
        <button type="submit" class="button">${words.get(isOptional ? 'next.optional' : 'next')}</button>
      </div>
    </form>
    ${view.canBack ? nothing : html`<div class="after">${goodToKnow(view)}</div>`}
  `;
};

const asideOf = (step: Step): TemplateResult => html`<div class="side stack-l">
  ${step.aside?.map(
    (list) =>
      html`<div class="stack-s">
        <h3>${need(list.title)}</h3>
        <ul class="dots">
          ${list.items.map((item) => html`<li>${need(item)}</li>`)}
        </ul>
      </div>`,
  )}
</div>`;

const helpSide = (view: FormView): TemplateResult => html`<div class="side">
  <h3>${view.words.get('help.title')}</h3>
  ${contactList(view, view.gemeente.help)}
  ${view.gemeente.content === 'unreviewed'
    ? html`<p class="meta stamp">${view.words.get('content.unreviewed')}</p>`
    : nothing}
</div>`;

const page = (main: TemplateResult, side: TemplateResult, kind = ''): TemplateResult =>
  html`<div class="frame two ${kind}">
    <div class="main">${main}</div>
    ${side}
  </div>`;

/** Draws one step: a question, advice, or the end of the form. */
export function stepScreen(step: Step, view: FormView): TemplateResult {
  const side = step.aside ? asideOf(step) : helpSide(view);
  if (step.end) return page(html`${bar(view)}${endStep(step, view)}`, side, step.tone === 'danger' ? 'stop' : 'end');
  return page(html`${bar(view)}${askStep(step, view)}`, side);
}

const spoken = (question: Question, answer: Answer | undefined, view: FormView): readonly string[] => {
  if (answer === undefined || answer === '') return [];
  if (question.type === 'text' || question.type === 'line') return [String(answer)];
  const chosen = typeof answer === 'string' ? [answer] : answer;
  const named = new Map([
    ...view.gemeente.signs.map((sign) => [sign.id, sign.text] as const),
    ...(question.options ?? []).map((option) => [option.id, option.label] as const),
  ]);
  return chosen.flatMap((id) => named.get(id) ?? []);
};

const reviewRow = (question: Question, step: Step, view: FormView): TemplateResult => {
  const name = need(question.short ?? question.label ?? step.title);
  const lines = spoken(question, view.answers[question.id], view);
  return html`<div>
    <dt>${name}</dt>
    <dd class="answer">
      ${lines.length === 0
        ? html`<span class="hint">${view.words.get('review.empty')}</span>`
        : html`<ul class="plain">
            ${lines.map((line) => html`<li translate="no">${line}</li>`)}
          </ul>`}
    </dd>
    <dd>
      <button
        type="button"
        class="quiet"
        @click=${() => {
          view.onChange(step.id, question.id);
        }}
      >
        ${view.words.get('review.change')}<span class="vh">: ${name}</span>
      </button>
    </dd>
  </div>`;
};

const exampleMark = (view: FormView): TemplateResult | typeof nothing =>
  view.gemeente.example ? html` <span class="example">${view.words.get('example')}</span>` : nothing;

/** Draws all answers with a way to change each, and who will read them. */
export function reviewScreen(steps: readonly Step[], view: FormView): TemplateResult {
  const {words} = view;
  return page(
    html`
      ${bar(view)}
      <p class="step">${words.get('step', {step: view.number, total: view.total})}</p>
      <div class="stack-s">
        ${title(words.get('review.title'))}
        <p class="hint read">${words.get('review.hint')}</p>
      </div>
      <dl class="review">
        ${steps.flatMap((step) => step.questions.map((question) => reviewRow(question, step, view)))}
      </dl>
      ${panel(
        '',
        'info',
        words.get('review.reader.title'),
        html`<p>${words.get('review.reader.text')}${exampleMark(view)}</p>`,
      )}
      <div class="buttons">
        <button type="button" class="button" @click=${view.onSend}>${words.get('review.send')}</button>
      </div>
    `,
    helpSide(view),
  );
}

const notReceived = (
  state: Extract<DeliveryState, {kind: 'waiting' | 'refused'}>,
  view: FormView,
): TemplateResult => {
  const {words} = view;
  const key = state.kind === 'waiting' ? state.outcome : 'unsent';
  const canTry = state.kind === 'waiting';
  // Tries go on, so it is not yet final that nothing was sent.
  const isTrying = canTry && key === 'unsent' && state.automatic;
  const reason =
    state.kind === 'waiting'
      ? words.get(`${key}.text`)
      : words.get(state.reason === 'too-large' ? 'refused.long' : 'refused.text');
  return html`
    <div class="outcome maybe">
      ${icon('question')} ${title(words.get(isTrying ? 'unsent.waiting' : `${key}.title`))}
      <p class="lead read">${reason}</p>
      ${canTry
        ? panel(
            'warning',
            'alert',
            words.get(`${key}.panel.title`),
            html`${paragraph(words.get(`${key}.panel.text`))}
            ${state.automatic ? paragraph(words.get('waiting.automatic')) : nothing}`,
          )
        : nothing}
    </div>
    <div class="buttons">
      ${canTry
        ? html`<button type="button" class="button" @click=${view.onSend}>${words.get(`${key}.again`)}</button>`
        : nothing}
      <button type="button" class=${canTry ? 'quiet' : 'button'} @click=${view.onReview}>
        ${words.get('outcome.answers')}
      </button>
    </div>
    <p class="after">${words.get('outcome.call')}</p>
  `;
};

/** The number, what it is good for, and no copy of it without saying that a copy leaves a trace. */
const number = (reference: string, view: FormView): TemplateResult => {
  const {words} = view;
  const list = (name: string, mark: string): TemplateResult => html`<div class="stack-s">
    <h3>${words.get(`received.${name}.title`)}</h3>
    <ul class="ticklist ${name}">
      ${[1, 2].map((line) => html`<li>${icon(mark, 's')}<span>${words.get(`received.${name}.${line}`)}</span></li>`)}
    </ul>
  </div>`;
  const copy = (name: string, onClick: () => void): TemplateResult =>
    html`<button type="button" class="button second small" @click=${onClick}>
      ${icon(name, 's')}${words.get(`received.${name}`)}
    </button>`;
  return html`
    <div class="reference">
      <p class="hint">${words.get('received.number')}</p>
      <p class="code"><bdi class="num" dir="ltr">${reference}</bdi></p>
    </div>
    <div class="cando">${list('can', 'tick')}${list('cannot', 'no')}</div>
    ${more(
      words.get('received.keep.title'),
      html`<p><strong>${words.get('received.keep.warning')}</strong> ${words.get('received.keep.text')}</p>
        <div class="buttons">${copy('copy', view.onCopy)}${copy('print', view.onPrint)}</div>
        <p role="status">${view.isCopied ? words.get('received.copied') : nothing}</p>`,
    )}
  `;
};

/** A backend may give no number: then nothing is said about one. */
const received = (reference: string, view: FormView): TemplateResult => {
  const {words} = view;
  return html`
    <div class="outcome ok">
      ${icon('ok')} ${title(words.get('received.title'))}
      <p class="lead read">${words.get('received.text')}${exampleMark(view)}</p>
      ${reference ? number(reference, view) : nothing}
    </div>
    <div class="buttons">
      <button type="button" class="button" @click=${view.onWipe}>${words.get('received.done')}</button>
    </div>
  `;
};

/** Draws where the signal stands. Only a proof of storage draws "received". */
export function outcomeScreen(state: DeliveryState, view: FormView): TemplateResult {
  if (state.kind === 'received') return page(received(state.receipt.reference, view), helpSide(view));
  if (state.kind !== 'sending') return page(notReceived(state, view), helpSide(view));
  return page(
    html`<div class="outcome">
      <span class="ring" aria-hidden="true"></span>
      ${title(view.words.get('sending.title'))}
      <p class="lead read">${view.words.get('sending.text')}</p>
    </div>`,
    helpSide(view),
  );
}

/**
 * Draws every screen once, to nowhere. A file with a missing sentence, a wrong number or an unsafe address throws
 * here, before the first screen is shown: a visitor sees the whole form or the fallback, never half a form.
 */
export function rehearse(view: FormView): void {
  const {gemeente} = view;
  for (const step of gemeente.steps) {
    stepScreen(step, view);
    for (const {id, label} of step.questions.find(({id: form}) => form === 'form')?.options ?? []) {
      need(label);
      for (const question of gemeente.steps.flatMap(({questions}) => questions)) {
        groupSigns(gemeente, question, {form: id}, view.topic).forEach(({key, signs}) => {
          if (key !== 'urgent' && key !== 'topic') need(gemeente.signGroups[key]);
          for (const sign of signs) need(sign.text);
        });
      }
    }
  }
  reviewScreen(gemeente.steps, view);
  const receipt = {id: '-', digest: '-', reference: '-', receivedAt: '-'};
  const states: readonly DeliveryState[] = [
    {kind: 'sending'},
    {kind: 'waiting', outcome: 'unsent', automatic: true},
    {kind: 'waiting', outcome: 'unsent', automatic: false},
    {kind: 'waiting', outcome: 'uncertain', automatic: true},
    {kind: 'refused', reason: 'other', problems: []},
    {kind: 'refused', reason: 'too-large', problems: []},
    {kind: 'received', receipt},
  ];
  for (const state of states) outcomeScreen(state, view);
  for (const count of [1, 2]) view.words.count('error.title', count);
  for (const key of ['error.long', 'error.email', 'error.phone', 'error.refused', 'leave.cover', 'leave.link']) {
    view.words.get(key);
  }
}
