import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {Answer} from '@baken/model/rules/answers';
import type {DeliveryState} from '@baken/model/rules/delivery';
import type {Question, Step} from '@baken/model/rules/gemeente';
import {listMissing} from '@baken/model/rules/handover';
import {findEndpoint} from '@baken/model/rules/walk-meldroute';

import {exampleMark} from '../parts/contacts.js';
import {choiceField, type FieldView, textField} from '../parts/fields.js';
import {icon} from '../parts/icon.js';
import {button, type Drawn, errorSummary, more, panel, paragraph, title, TITLE_ID} from '../parts/screen.js';
import {need} from '../parts/words.js';
import {earlierRecords, uncertainRecord} from './meldroute-wizard-earlier.js';
import {bar, emergencyPanel, given, page, planned, stamp, taken} from './meldroute-wizard-steps.js';
import {isWeighing, type WizardView} from './meldroute-wizard-view.js';

const progress = ({words, part, parts}: WizardView): Drawn =>
  paragraph(words.get('wizard.part', {part, total: parts}), 'step');

/** Beside the record: what holds while writing, and what goes along with it. */
const side = (view: WizardView): TemplateResult => {
  const {words} = view;
  return html`
    <section>
      <h3>${words.get('wizard.write.title')}</h3>
      <ul class="dots">
        ${words.list('wizard.write').map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
    <section>
      ${paragraph(words.get('wizard.along'), 'meta')} ${more(words.get('wizard.answers.title'), given(view))}
    </section>
    ${taken(view)} ${stamp(view)}
  `;
};

const field = (question: Question, step: Step, view: WizardView): TemplateResult => {
  const {id, type} = question;
  const isOne = type === 'one' || type === 'many';
  const fieldView: FieldView = {
    words: view.words,
    values: [view.answers[id] ?? []].flat(),
    error: view.errors.find((error) => error.question === id)?.message,
    isOptional:
      !question.error && !step.oneOf?.questions.includes(id) && !(view.needsWeighing && isWeighing(question)),
    titleId: TITLE_ID,
    onAnswer: view.onAnswer,
    onTick: view.onTick,
  };
  return (isOne ? choiceField : textField)(question, fieldView);
};

/** Draws one part of the record. */
export function recordScreen(step: Step, view: WizardView): TemplateResult {
  const {words} = view;
  return page(
    html`
      ${bar(view)} ${errorSummary(view.errors, words, view.onShowError)} ${emergencyPanel(view)} ${progress(view)}
      <form
        novalidate
        autocomplete="off"
        @submit=${(event: Event) => {
          event.preventDefault();
          view.onNext();
        }}
      >
        <div class="stack-s">
          ${title(step.title)} ${paragraph(step.hint, 'hint read')} ${step.body?.map((line) => paragraph(line, 'read'))}
        </div>
        ${view.needsWeighing && step.questions.some(isWeighing)
          ? panel('warning', 'alert', words.get('wizard.weighing.title'), paragraph(words.get('wizard.weighing.text')))
          : nothing}
        <div class="fields stack-l">${step.questions.map((question) => field(question, step, view))}</div>
        ${step.more ? more(step.more.title, html`${step.more.text.map((line) => paragraph(line))}`) : nothing}
        <div class="buttons"><button type="submit" class="button">${words.get('next')}</button></div>
      </form>
    `,
    side(view),
  );
}

const spoken = ({type, options}: Question, answer: Answer | undefined): readonly string[] => {
  const values = [answer ?? []].flat().filter(Boolean);
  if (type === 'text' || type === 'line') return values;
  return values.flatMap((chosen) => options?.find(({id}) => id === chosen)?.label ?? []);
};

const reviewRow = (question: Question, step: Step, view: WizardView): TemplateResult => {
  const {words} = view;
  const name = need(question.short ?? question.label ?? step.title);
  const lines = spoken(question, view.answers[question.id]);
  return html`<div>
    <dt>${name}</dt>
    <dd class="answer">
      ${lines.length === 0
        ? html`<span class="hint">${words.get('review.empty')}</span>`
        : html`<ul class="plain">
            ${lines.map((line) => html`<li translate="no">${line}</li>`)}
          </ul>`}
    </dd>
    <dd>
      <button type="button" class="quiet" @click=${() => view.onChangeAnswer(step.id, question.id)}>
        ${words.get('wizard.change')}<span class="vh">: ${name}</span>
      </button>
    </dd>
  </div>`;
};

/** Says which of the questions what, who, where, when and how have no answer: never a number, never a chance. */
const completeness = (view: WizardView): TemplateResult => {
  const {words, staff, answers} = view;
  const missing = listMissing(staff, answers).map((topic) => words.get(`wizard.topic.${topic}`));
  if (missing.length === 0) {
    return panel('', 'ok', words.get('wizard.complete.title'), paragraph(words.get('wizard.complete.text')));
  }
  const list = new Intl.ListFormat(staff.language, {type: 'conjunction'}).format(missing);
  const title = words.get('wizard.missing.title', {list});
  return panel('warning', 'question', title, paragraph(words.get('wizard.missing.text')));
};

const readers = ({staff, words, walk}: WizardView): TemplateResult => {
  const ids = findEndpoint(staff.staff.endpoints, walk.outcome)?.readers ?? [];
  const roles = ids.map((role) => words.get(`role.${role}`));
  const list = new Intl.ListFormat(staff.language, {type: 'conjunction'}).format(roles);
  return panel('', 'info', words.get('wizard.readers.title'), html`<p>
    ${words.get('wizard.readers.text', {list})}${exampleMark(staff.example, words)} ${words.get('wizard.for')}
  </p>`);
};

/** Draws the whole record with a way to change each part, what is missing, and who will read it. */
export function reviewScreen(steps: readonly Step[], view: WizardView): TemplateResult {
  const {words} = view;
  return page(
    html`
      ${bar(view)} ${emergencyPanel(view)} ${progress(view)}
      <div class="stack-s">
        ${title(words.get('wizard.review.title'))} ${paragraph(words.get('wizard.review.hint'), 'hint read')}
      </div>
      <dl class="review">
        ${steps.flatMap((step) => step.questions.map((question) => reviewRow(question, step, view)))}
      </dl>
      <div class="stack">
        ${completeness(view)} ${uncertainRecord(view)} ${earlierRecords(view)} ${readers(view)}
      </div>
      <div class="buttons">${button(words.get('wizard.review.send'), view.onSend)}</div>
    `,
    side(view),
  );
}

const toRecord = (view: WizardView, kind = 'button'): TemplateResult =>
  button(view.words.get('wizard.outcome.answers'), view.onReview, kind);

const refused = ({reason}: Extract<DeliveryState, {kind: 'refused'}>, view: WizardView): TemplateResult => html`
  <div class="outcome maybe">
    ${icon('question')} ${title(view.words.get('wizard.unsent.title'))}
    ${paragraph(view.words.get(reason === 'too-large' ? 'wizard.refused.long' : 'wizard.refused.text'), 'lead read')}
  </div>
  <div class="buttons">${toRecord(view)}</div>
  ${paragraph(view.words.get('wizard.outcome.call'), 'after')}
`;

const waiting = (
  {outcome: key, automatic}: Extract<DeliveryState, {kind: 'waiting'}>,
  view: WizardView,
): TemplateResult => {
  const {words} = view;
  // While tries go on it is not yet final that nothing was sent.
  const isTrying = automatic && key === 'unsent';
  return html`
    <div class="outcome maybe">
      ${icon('question')} ${title(words.get(isTrying ? 'wizard.unsent.waiting' : `wizard.${key}.title`))}
      ${paragraph(words.get(`wizard.${key}.text`), 'lead read')}
      ${panel('warning', 'alert', words.get(`wizard.${key}.panel.title`), html`
        ${paragraph(words.get(`wizard.${key}.panel.text`))}
        ${view.isUncertain ? paragraph(words.get('wizard.uncertain.change')) : nothing}
        ${automatic ? paragraph(words.get('waiting.automatic')) : nothing}
      `)}
    </div>
    <div class="buttons">${button(words.get(`${key}.again`), view.onSend)} ${toRecord(view, 'quiet')}</div>
    ${paragraph(words.get('wizard.outcome.call'), 'after')}
  `;
};

/** A backend may give no number: then nothing is said about one. */
const received = (
  {receipt: {reference}}: Extract<DeliveryState, {kind: 'received'}>,
  view: WizardView,
): TemplateResult => {
  const {words, staff} = view;
  return html`
    <div class="outcome ok">
      ${icon('ok')} ${title(words.get('wizard.received.title'))}
      <p class="lead read">${words.get('wizard.received.text')}${exampleMark(staff.example, words)}</p>
      ${reference
        ? html`<div class="reference">
              ${paragraph(words.get('wizard.received.number'), 'hint')}
              <p class="code"><bdi dir="ltr">${reference}</bdi></p>
            </div>
            ${paragraph(words.get('wizard.received.keep'), 'read')}`
        : nothing}
    </div>
    <div class="buttons">
      ${button(words.get('wizard.received.plan'), view.onResult)}
      ${button(words.get('received.done'), view.onWipe, 'quiet')}
    </div>
  `;
};

const sending = ({words}: WizardView): TemplateResult =>
  html`<div class="outcome">
    <span class="ring" aria-hidden="true"></span>
    ${title(words.get('wizard.sending.title'))} ${paragraph(words.get('wizard.sending.text'), 'lead read')}
  </div>`;

/** Draws where the signal stands. Only a proof of storage draws "received". */
export function outcomeScreen(state: DeliveryState, view: WizardView): TemplateResult {
  const draw = (): TemplateResult => {
    if (state.kind === 'received') return received(state, view);
    if (state.kind === 'refused') return refused(state, view);
    return state.kind === 'waiting' ? waiting(state, view) : sending(view);
  };
  return page(
    html`
      ${draw()}
      <div class="after">${earlierRecords(view)}</div>
    `,
    html`${planned(view.words.get('wizard.result.title'), view)} ${stamp(view)}`,
  );
}
