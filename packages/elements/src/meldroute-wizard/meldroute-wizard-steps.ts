import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {Question} from '@baken/model/rules/gemeente';
import type {MeldrouteNode} from '@baken/model/rules/meldroute';

import {choiceField, type FieldView} from '../parts/fields.js';
import {icon} from '../parts/icon.js';
import {languageMenu} from '../parts/language-menu.js';
import {
  button,
  callEmergency,
  type Drawn,
  errorSummary,
  more,
  panel,
  paragraph,
  title,
  TITLE_ID,
} from '../parts/screen.js';
import {staffIcon} from '../parts/staff-icon.js';
import {need} from '../parts/words.js';
import type {PlanStep} from './meldroute-wizard-plan.js';
import {answerLabel, listPurposes, sayAnswers, type Taken, type WizardView} from './meldroute-wizard-view.js';

/** The way back, and the way to forget everything, above each screen. */
export const bar = (view: WizardView): TemplateResult => {
  const {words, staff, canBack} = view;
  return html`<div class="bar">
    ${canBack
      ? button(words.get('back'), view.onBack, 'quiet', icon('back', 's flip'))
      : (languageMenu(staff, words, view.onLanguage) ?? html`<span></span>`)}
    ${button(words.get('wizard.wipe'), view.onWipe, 'quiet', staffIcon('trash', 's'))}
  </div>`;
};

/** A screen with what stands beside it; on a narrow one under it. */
export const page = (main: TemplateResult, side: Drawn): TemplateResult =>
  html`<div class="frame two">
    <div class="main">${main}</div>
    <div class="side">${side}</div>
  </div>`;

/** How soon something must be done; the icon says it too. */
export const tag = ({route, tag: soon}: PlanStep): TemplateResult =>
  html`<span class="tag ${route.emergency ? 'now' : ''}"
    >${route.emergency ? icon('phone', 's') : staffIcon('clock', 's')}${soon}</span
  >`;

/** The lines under a heading, each with the same mark. */
export const ticklist = (lines: readonly string[]): TemplateResult =>
  html`<ul class="ticklist">
    ${lines.map((line) => html`<li>${staffIcon('not', 's')}<span>${need(line)}</span></li>`)}
  </ul>`;

/** The signs that mean present danger, and 112. */
const dangerSigns = ({staff, words}: WizardView): TemplateResult => html`
  ${paragraph(words.get('wizard.signs.text'))}
  <ul class="dots">
    ${staff.staff.signs.filter(({weight}) => weight === 'NU').map(({text}) => html`<li>${need(text)}</li>`)}
  </ul>
  <p class="call-now">${callEmergency(words, 'small')}</p>
`;

/** The chosen answer asks for the signs that tell whether there is danger. */
const isInDoubt = ({answers}: MeldrouteNode, chosen: readonly string[]): boolean =>
  answers.some(({id, signs}) => signs && chosen.includes(id));

/** What the chosen answer calls for at once: 112, or the signs that tell whether it is needed. */
const atOnce = (node: MeldrouteNode, chosen: readonly string[], view: WizardView): Drawn => {
  const {words} = view;
  const isDanger = view.isAlarmed || node.answers.some(({id, danger}) => danger && chosen.includes(id));
  const isDoubt = !isDanger && isInDoubt(node, chosen);
  return html`<div role="status">
      ${isDanger
        ? panel('danger', 'alert', words.get('wizard.danger.title'), html`
            ${paragraph(words.get('wizard.danger.text'))} ${callEmergency(words, 'small')}
          `)
        : isDoubt
          ? html`<p class="vh">${words.get('wizard.doubt.title')}</p>`
          : nothing}
    </div>
    ${isDoubt ? panel('warning', 'question', words.get('wizard.doubt.title'), dangerSigns(view)) : nothing}`;
};

/** A node as one question of a form, so that it looks and reads as any other. */
const asQuestion = (node: MeldrouteNode, view: WizardView): Question => ({
  id: node.id,
  type: node.kind === 'many' ? 'many' : 'one',
  error: '-',
  options: node.answers.map(({id, danger}) => {
    const hint = view.words.find(`answer.${node.id}.${id}.hint`);
    return {
      id,
      label: answerLabel(node, id, view.words),
      ...(hint === undefined ? {} : {hint}),
      ...(danger ? {icon: 'alert'} : {}),
    };
  }),
});

const fieldView = (node: MeldrouteNode, values: readonly string[], view: WizardView): FieldView => ({
  words: view.words,
  values,
  error: view.errors.find(({question}) => question === node.id)?.message,
  isOptional: false,
  titleId: TITLE_ID,
  onAnswer: view.onChoose,
  onTick: view.onMark,
});

/** One question for each purpose: yes, no, or ask later. Leaving it open means that it was not asked. */
const consentFields = (node: MeldrouteNode, chosen: readonly string[], view: WizardView): TemplateResult => {
  const {words, staff} = view;
  return html`${listPurposes(staff.staff.meldroute, node).map((purpose) => {
    const about = node.answers.filter((answer) => answer.purpose === purpose);
    const hint = words.find(`purpose.${purpose}.hint`);
    const question: Question = {
      id: `${node.id}-${purpose}`,
      type: 'one',
      label: words.get(`purpose.${purpose}.label`),
      ...(hint === undefined ? {} : {hint}),
      grid: true,
      options: about.flatMap(({choice}) => (choice ? [{id: choice, label: words.get(`consent.${choice}`)}] : [])),
    };
    const values = about.flatMap(({id, choice}) => (choice && chosen.includes(id) ? [choice] : []));
    const field = choiceField(question, {
      ...fieldView(node, values, view),
      error: undefined,
      onAnswer: (_question, choice) => view.onConsent(node.id, purpose, choice),
    });
    return html`<div class="purpose">${field}</div>`;
  })}`;
};

const askNode = (node: MeldrouteNode, chosen: readonly string[], view: WizardView): Drawn => {
  if (node.kind === 'note') return nothing;
  if (node.kind === 'consent') return consentFields(node, chosen, view);
  return choiceField(asQuestion(node, view), fieldView(node, chosen, view));
};

const hintOf = ({id, kind}: MeldrouteNode, {words}: WizardView): string | undefined =>
  words.find(`node.${id}.hint`) ??
  (kind === 'many' ? words.get('wizard.many') : kind === 'consent' ? words.get('wizard.consent.hint') : undefined);

const progress = ({words, number, left}: WizardView): Drawn =>
  paragraph(left > 0 ? words.count('wizard.step', left, {number}) : words.get('wizard.step.last', {number}), 'step');

/** While the record is written: who has to call 112 has to see it there too. */
export const emergencyPanel = ({words, plan}: WizardView): Drawn =>
  plan.steps.some(({route}) => route.emergency)
    ? html`<div class="panel danger">
        ${icon('phone')}
        <div>
          <p><strong>${words.get('wizard.sure.first')}</strong></p>
          <div class="buttons">${callEmergency(words, 'small')}</div>
        </div>
      </div>`
    : nothing;

/** On a narrow screen what is certain stands under the question, so the most urgent of it is said above it too. */
const first = (view: WizardView): Drawn => {
  const {words, plan, isUrgent} = view;
  if (!isUrgent) return nothing;
  return html`<div class="panel danger first">
    ${icon('phone')}
    <div>
      <p><strong>${words.get('wizard.sure.first')}</strong></p>
      <div class="buttons">
        ${callEmergency(words, 'small')}
        ${plan.steps.length > 1
          ? button(words.get('wizard.sure.all', {count: plan.steps.length}), view.onShowSure, 'quiet')
          : nothing}
      </div>
    </div>
  </div>`;
};

const sureItem = (step: PlanStep, view: WizardView): TemplateResult => html`<li
  class=${step.route.emergency ? 'now' : ''}
>
  ${tag(step)}
  <p class="who">${step.title}</p>
  ${step.day ? html`<p class="meta">${[step.day, step.time].filter(Boolean).join(', ')}</p>` : nothing}
  ${step.route.emergency
    ? html`${step.say.map((line) => paragraph(line))} ${callEmergency(view.words, 'small')}`
    : nothing}
</li>`;

/** What there is to do, in short, under a heading. */
export const planned = (heading: string, view: WizardView, hint?: string): TemplateResult => html`<section>
  <h3 id="sure" tabindex="-1">${heading}</h3>
  ${paragraph(hint, 'meta')}
  ${view.plan.steps.length > 0
    ? html`<ol class="sure">
        ${view.plan.steps.map((step) => sureItem(step, view))}
      </ol>`
    : nothing}
</section>`;

const sure = (view: WizardView): TemplateResult => {
  const {words, plan} = view;
  const hint = words.get(plan.steps.length > 0 ? 'wizard.sure.hint' : 'wizard.sure.empty');
  return planned(words.get('wizard.sure.title'), view, hint);
};

/** The answers so far, each with a way to change it. `here` is the question that is on the screen. */
export const given = (view: WizardView, here?: MeldrouteNode): Drawn => {
  const {words, walk} = view;
  const rows = walk.visited.filter((node) => node !== here && node.kind !== 'note');
  if (rows.length === 0) return nothing;
  return html`<dl class="given">
    ${rows.map((node) => {
      const question = words.get(`node.${node.id}.title`);
      return html`<div>
        <dt>${question}</dt>
        ${sayAnswers(node, walk.choices[node.id] ?? [], words).map((line) => html`<dd class="answer">${line}</dd>`)}
        <dd class="change">
          <button type="button" class="quiet" @click=${() => view.onChange(node.id)}>
            ${words.get('wizard.change')}<span class="vh">: ${question}</span>
          </button>
        </dd>
      </div>`;
    })}
  </dl>`;
};

const takenItem = ({sign, next}: Taken): TemplateResult =>
  html`<li>${need(sign.text)}</li>${next ? takenItem(next) : nothing}`;

/** The signs that came from the checklist, for the record. */
export const taken = (view: WizardView): Drawn => {
  const {words} = view;
  if (!view.taken) return nothing;
  return html`<section>
    <h3>${words.count('wizard.taken', view.taken.count)}</h3>
    ${paragraph(words.get('wizard.taken.hint'), 'meta')}
    <ul class="dots">
      ${takenItem(view.taken)}
    </ul>
    ${button(words.get('wizard.taken.drop'), view.onDropSigns, 'quiet')}
  </section>`;
};

/** Says for which gemeente this is, and when nobody there reviewed these words. */
export const stamp = ({staff, words}: WizardView): TemplateResult => html`<div class="after stack-s">
  ${paragraph(words.get('wizard.for'), 'meta')}
  ${staff.content === 'unreviewed' ? paragraph(words.get('content.unreviewed'), 'meta') : nothing}
</div>`;

/** Draws one question of the meldroute, and what is already certain. */
export function questionScreen(node: MeldrouteNode, chosen: readonly string[], view: WizardView): TemplateResult {
  const {words} = view;
  const why = words.find(`node.${node.id}.why`);
  const [only] = node.answers;
  const next = node.kind === 'note' && only ? answerLabel(node, only.id, words) : words.get('next');
  const answers = given(view, node);
  return page(
    html`
      ${bar(view)}
      <p class="vh" role="status">${view.notice ?? ''}</p>
      ${errorSummary(view.errors, words, view.onShowError)} ${first(view)} ${progress(view)}
      <form
        novalidate
        autocomplete="off"
        @submit=${(event: Event) => {
          event.preventDefault();
          view.onNext();
        }}
      >
        <div class="stack-s">
          ${title(words.get(`node.${node.id}.title`))} ${paragraph(hintOf(node, view), 'hint read')}
          ${words.list(`node.${node.id}.body`).map((line) => paragraph(line, 'read'))}
        </div>
        <div class="fields stack-l">${askNode(node, chosen, view)}</div>
        ${atOnce(node, chosen, view)}
        <div class="buttons"><button type="submit" class="button">${next}</button></div>
      </form>
      <div class="more">
        ${why === undefined ? nothing : more(words.get('wizard.why'), paragraph(why))}
        ${isInDoubt(node, chosen) ? nothing : more(words.get('wizard.signs.title'), dangerSigns(view))}
      </div>
      ${view.canBack
        ? nothing
        : html`<div class="after">
            ${panel('', 'info', words.get('wizard.start.title'), html`<ul class="dots">
              ${words.list('wizard.start').map((line) => html`<li>${line}</li>`)}
            </ul>`)}
          </div>`}
    `,
    html`
      ${sure(view)}
      ${answers === nothing
        ? nothing
        : html`<section><h3>${words.get('wizard.answers.title')}</h3>${answers}</section>`}
      ${taken(view)} ${stamp(view)}
    `,
  );
}
