import {html, nothing, type TemplateResult} from 'lit/html.js';

import {adviseAction} from '@baken/model/rules/checklist';
import type {CardContact} from '@baken/model/rules/contact-card';
import {dueAt} from '@baken/model/rules/deadline';
import {openingAt} from '@baken/model/rules/opening-hours';
import type {Action, StaffSign} from '@baken/model/rules/staff';

import {contactItem, exampleMark, phoneLink} from '../parts/contacts.js';
import {icon} from '../parts/icon.js';
import {button, callEmergency, type Drawn, more, panel, paragraph} from '../parts/screen.js';
import {need} from '../parts/words.js';
import {signsOfForm} from './find-signs.js';
import {type ChecklistView, tickedSigns} from './risk-checklist-view.js';

/** The id of the heading of the advice. */
export const ADVICE_ID = 'advice';

/** The role of 112. */
export const EMERGENCY = 'emergency';

/** Roles to go to with an action: the first that this gemeente has a contact for. */
const desks: Readonly<Record<Action, readonly string[]>> = {
  now: ['police'],
  today: ['aandachtsfunctionaris', 'zorgcoordinator', 'police'],
  advice: ['aandachtsfunctionaris', 'zorgcoordinator', 'comensha'],
  open: ['aandachtsfunctionaris', 'zorgcoordinator', 'comensha'],
};

/** Why an action is advised: what kind of signs, and which ones to name. */
interface Reason {
  readonly kind: 'urgent' | 'strong' | 'child' | 'several' | 'few' | 'none';
  readonly signs: readonly StaffSign[];
}

interface ShownAdvice {
  readonly action: Action;
  readonly reason: Reason;
  /** Nobody said yet how old the person is, and it would change the action. */
  readonly dependsOnAge: boolean;
}

function advise(view: ChecklistView): ShownAdvice {
  const ticked = tickedSigns(view);
  const isChild = view.age === 'yes';
  const {action, reasons} = adviseAction(ticked, isChild);
  const signs = ticked.filter(({id}) => reasons.includes(id));
  const strong = signs.filter(({weight}) => weight === 'SS');
  const asAdult = adviseAction(ticked, false).action;
  const reasonOf = (): Reason => {
    if (action === 'now') return {kind: 'urgent', signs};
    if (action === 'advice') return {kind: 'few', signs: []};
    if (action === 'open') return {kind: 'none', signs: []};
    if (strong.length > 0) return {kind: 'strong', signs: strong};
    return asAdult === action ? {kind: 'several', signs: []} : {kind: 'child', signs};
  };
  return {
    action,
    reason: reasonOf(),
    dependsOnAge: view.age === undefined && adviseAction(ticked, true).action !== action,
  };
}

/** Says how many signs are ticked. */
const chosenText = (view: ChecklistView): string => {
  const {words} = view;
  const count = tickedSigns(view).length;
  return count > 0 ? words.count('checklist.chosen', count) : words.get('checklist.chosen.none');
};

const format = (instant: Date, options: Intl.DateTimeFormatOptions, {gemeente}: ChecklistView): string =>
  new Intl.DateTimeFormat(gemeente.language, {timeZone: 'Europe/Amsterdam', ...options}).format(instant);
const dayOf = (instant: Date, view: ChecklistView): string =>
  format(instant, {weekday: 'long', day: 'numeric', month: 'long'}, view);
const timeOf = (instant: Date, view: ChecklistView): string =>
  format(instant, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}, view);
/** A time today, or with its day. */
const momentOf = (instant: Date, view: ChecklistView): string => {
  const [day, time] = [dayOf(instant, view), timeOf(instant, view)];
  return day === dayOf(view.now, view) ? time : `${day} ${time}`;
};

/** The end of a working day, so many from now; 0 is today, as long as it lasts. */
const endOfDay = (days: number, {now, gemeente}: ChecklistView): Date =>
  dueAt({kind: 'workdays', days}, now, gemeente.staff.holidays) ?? now;

/** Tells whether this working day is not over, so that someone may be in the office. */
const isWorkingDay = (view: ChecklistView): boolean => dayOf(endOfDay(0, view), view) === dayOf(view.now, view);

/** Before when: a time today while offices are open, today without one later, or a day. */
const beforeText = (action: Action, view: ChecklistView): string | undefined => {
  const {words} = view;
  if (action === 'advice') return words.get('checklist.before.day', {day: dayOf(endOfDay(2, view), view)});
  if (action !== 'today') return undefined;
  return isWorkingDay(view)
    ? words.get('checklist.before.today', {time: timeOf(endOfDay(0, view), view)})
    : words.get('checklist.before.tonight');
};

/** Open now or when next; nothing where nobody knows. */
const openText = ({opening}: CardContact, view: ChecklistView): string | undefined => {
  const {words, now, gemeente} = view;
  const found = openingAt(opening, now, gemeente.staff.holidays);
  if (found.state === 'unknown') return undefined;
  if (found.state === 'open') {
    return found.until
      ? words.get('checklist.open.until', {time: momentOf(found.until, view)})
      : words.get(opening?.always ? 'checklist.open.always' : 'checklist.open');
  }
  return found.opensAt
    ? words.get('checklist.closed.until', {day: dayOf(found.opensAt, view), time: timeOf(found.opensAt, view)})
    : words.get('checklist.closed');
};

const isClosed = ({opening}: CardContact, {now, gemeente}: ChecklistView): boolean =>
  openingAt(opening, now, gemeente.staff.holidays).state === 'closed';

const cardFor = (roles: readonly string[], {gemeente}: ChecklistView): CardContact | undefined =>
  roles.flatMap((role) => gemeente.staff.cards.find((card) => card.roles.includes(role)) ?? [])[0];

/** Whom to try when a contact is closed: the first in its own list that is not. */
const insteadOf = (card: CardContact, view: ChecklistView): CardContact | undefined =>
  card.whenClosed
    ?.flatMap((wanted) => view.gemeente.staff.cards.find(({id}) => id === wanted) ?? [])
    .find((other) => !isClosed(other, view));

/** One contact, with whether it is open. */
const callItem = (card: CardContact, view: ChecklistView): TemplateResult => {
  const {note: _, hours = '', ...contact} = card;
  return contactItem({...contact, hours: openText(card, view) ?? hours}, view.words);
};

/** A number to call, under a heading that says what for. The name and the hours stand in one line under it. */
const numberItem = (heading: string, card: CardContact, view: ChecklistView): TemplateResult => {
  const hours = openText(card, view) ?? card.hours;
  const name = need(card.name);
  return html`<li class="call">
    <span class="who">${heading}</span>
    ${phoneLink(card, icon('phone', 's'))}
    ${card.roles.includes(EMERGENCY)
      ? nothing
      : html`<span class="meta">${name}${exampleMark(card.example, view.words, name)}. ${hours}</span>`}
  </li>`;
};

/** Whom to go to, and whom instead while that one is closed. */
const desk = (action: Action, view: ChecklistView): readonly CardContact[] => {
  const first = cardFor(desks[action], view);
  if (!first) return [];
  const {state} = openingAt(first.opening, view.now, view.gemeente.staff.holidays);
  const isUrgent = action === 'today';
  // What must be done today cannot wait for an office of which nobody knows the hours.
  if (state === 'open' || (state === 'unknown' && (!isUrgent || isWorkingDay(view)))) return [first];
  const other = insteadOf(first, view) ?? (isUrgent ? cardFor(['police'], view) : undefined);
  return other && other !== first ? [first, other] : [first];
};

const why = ({action, reason}: ShownAdvice, {words}: ChecklistView): TemplateResult => {
  const {kind, signs} = reason;
  const key = `checklist.because.${kind}`;
  return panel(
    'tint',
    'info',
    words.get(`checklist.why.${action}`),
    html`${signs.length > 0
        ? html`<p>${words.count(key, signs.length)}</p>
            <ul class="dots">
              ${signs.map(({text}) => html`<li>${need(text)}</li>`)}
            </ul>`
        : paragraph(words.get(key))}
      ${kind === 'strong' || kind === 'child' ? paragraph(words.get('checklist.because.enough')) : nothing}
      ${action === 'today' || action === 'advice' ? paragraph(words.get('checklist.other'), 'meta') : nothing}`,
  );
};

const handOver = (action: Action, view: ChecklistView): Drawn => {
  const {gemeente, words, canOffer, onHandOver} = view;
  const ticked = tickedSigns(view);
  const inForm = signsOfForm(gemeente);
  const known = ticked.filter(({id}) => inForm.includes(id)).length;
  const hasWizard = canOffer('wizard');
  const hasForm = canOffer('form') && known > 0;
  if (!hasWizard && !hasForm) return nothing;
  const second = 'button second wide';
  // Nothing goes before calling 112.
  const first = action === 'now' ? second : 'button wide';
  return html`<div class="stack-s">
    ${hasWizard ? button(words.get('checklist.wizard'), () => onHandOver('wizard'), first) : nothing}
    ${hasForm ? button(words.get('checklist.report'), () => onHandOver('form'), hasWizard ? second : first) : nothing}
    ${hasForm && known < ticked.length ? paragraph(words.count('checklist.along.some', known), 'meta') : nothing}
    ${ticked.length > 0 ? paragraph(words.get('checklist.along'), 'meta') : nothing}
  </div>`;
};

/** Says in one line what is ticked and what to do. On a narrow page it stays in sight, with the way to the advice. */
export function adviceLine(view: ChecklistView): TemplateResult {
  const {words, onSeeAdvice} = view;
  const {action} = advise(view);
  const isEmpty = action === 'open';
  return html`<div class="line ${isEmpty ? 'empty' : action}">
    <p role="status">
      ${isEmpty
        ? nothing
        : words.get('checklist.line', {chosen: chosenText(view), advice: words.get(`checklist.action.${action}`)})}
    </p>
    ${isEmpty ? nothing : button(words.get('checklist.advice.see'), onSeeAdvice, 'quiet')}
  </div>`;
}

/** Draws what to do, with whom, before when and why. Never a number that could pass for a chance. */
export function adviceSide(view: ChecklistView): TemplateResult {
  const {words, gemeente} = view;
  const advice = advise(view);
  const {action} = advice;
  const who = desk(action, view);
  const consult = cardFor(['comensha'], view);
  const [first] = who;
  const emergency = cardFor([EMERGENCY], view);
  return html`<section class="side stay" aria-labelledby=${ADVICE_ID}>
    <div class="stick stack">
      <div class="stack-s">
        <p class="meta">${chosenText(view)}</p>
        <h3 id=${ADVICE_ID} class="act" tabindex="-1">${words.get(`checklist.action.${action}`)}</h3>
        ${action === 'now' ? html`<p>${callEmergency(words, 'wide')}</p>` : nothing}
        ${paragraph(words.get(`checklist.do.${action}`))}
        ${paragraph(beforeText(action, view), 'before')}
        <ul class="plain">
          ${who.map((card) =>
            card === first ? callItem(card, view) : numberItem(words.get('checklist.instead'), card, view),
          )}
        </ul>
      </div>
      ${advice.dependsOnAge
        ? panel(
            'warning',
            'question',
            words.get('checklist.depends.title'),
            paragraph(words.get('checklist.depends.text')),
          )
        : nothing}
      ${why(advice, view)} ${handOver(action, view)}
      <ul class="plain calls">
        ${emergency && action !== 'now' ? numberItem(words.get('checklist.call.danger'), emergency, view) : nothing}
        ${consult && !who.includes(consult) && action !== 'now'
          ? numberItem(words.get('checklist.call.advice'), consult, view)
          : nothing}
      </ul>
      ${more(
        words.get('checklist.dont.title'),
        html`<ul class="dots">
          ${words.list('checklist.dont').map((line) => html`<li>${line}</li>`)}
        </ul>`,
      )}
      ${gemeente.content === 'unreviewed' ? paragraph(words.get('content.unreviewed'), 'meta') : nothing}
    </div>
  </section>`;
}
