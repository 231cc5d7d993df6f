import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {PracticeCase, StaffSign} from '@baken/model/rules/staff';

import {icon} from '../parts/icon.js';
import {button, type Drawn, panel, paragraph, title} from '../parts/screen.js';
import {need} from '../parts/words.js';
import {groupSigns, signsAt} from './find-signs.js';
import {type ChecklistView, type Practice, searchIcon, signRow} from './risk-checklist-view.js';

/** The signs to choose from in a case: those of its workplace, and what else it is about. */
function signsOf({workplace, signs, maybe}: PracticeCase, {gemeente}: ChecklistView): readonly StaffSign[] {
  const {staff} = gemeente;
  const usual = signsAt(staff, workplace);
  const asked = [...signs, ...(maybe ?? [])];
  return [...usual, ...staff.signs.filter((sign) => asked.includes(sign.id) && !usual.includes(sign))];
}

const caseAt = ({number}: Practice, {gemeente}: ChecklistView): PracticeCase => {
  const found = gemeente.staff.cases[number];
  if (!found) throw new TypeError('there is no such case');
  return found;
};

/** The case beside what is asked about it, so that nobody has to remember it. */
const caseSide = (practice: Practice, view: ChecklistView): TemplateResult => {
  const {gemeente, words} = view;
  const {id, workplace} = caseAt(practice, view);
  const total = gemeente.staff.cases.length;
  return html`<div class="side case">
    <div class="stick stack">
      <div class="stack-s">
        <p class="meta">
          ${words.get('checklist.practice.count', {step: practice.number + 1, total})},
          ${words.get(`workplace.${workplace}`)}
        </p>
        <h2>${words.get(`case.${id}.title`)}</h2>
      </div>
      ${panel(
        'warning',
        'info',
        words.get('checklist.practice.made-up'),
        paragraph(words.get('checklist.practice.nothing')),
      )}
      <div class="stack-s">${words.list(`case.${id}.text`).map((line) => paragraph(line))}</div>
    </div>
  </div>`;
};

const bar = ({words, isPracticeOnly, more, onPractice}: ChecklistView): TemplateResult => html`<div class="bar">
  ${isPracticeOnly
    ? nothing
    : button(words.get('checklist.practice.stop'), () => onPractice(undefined), 'quiet', icon('back', 's flip'))}
  <p class="said meta" role="status">${more > 0 ? words.count('leave.more', more) : nothing}</p>
</div>`;

const question = (practice: Practice, view: ChecklistView): TemplateResult => {
  const {words, gemeente} = view;
  return html`
    <div class="stack-s">
      ${title(words.get('checklist.practice.question'))} ${paragraph(words.get('checklist.practice.lead'), 'hint read')}
    </div>
    <div class="stack-l fields">
      ${groupSigns(signsOf(caseAt(practice, view), view)).map(
        ({key, signs}) => html`<fieldset>
          <legend class="label">
            ${key === 'urgent' ? words.get('checklist.urgent') : need(gemeente.staff.signGroups[key])}
          </legend>
          <div class="ticks">${signs.map((sign) => signRow(sign, view))}</div>
        </fieldset>`,
      )}
    </div>
    <div class="buttons">${button(words.get('checklist.practice.compare'), view.onCompare)}</div>
  `;
};

/** One kind of outcome, each sign with the words of the case about it. */
const compared = (
  kind: 'seen' | 'missed' | 'maybe' | 'extra',
  signs: readonly StaffSign[],
  {id}: PracticeCase,
  {words}: ChecklistView,
): Drawn => {
  if (signs.length === 0) return nothing;
  return html`<div class="stack-s">
    <h3>${words.get(`checklist.practice.${kind}`)}</h3>
    ${kind === 'extra' ? paragraph(words.get('checklist.practice.extra.text'), 'hint') : nothing}
    <ul class="plain outcomes ${kind}">
      ${signs.map(
        ({id: sign, text}) => html`<li>
          ${kind === 'missed' ? searchIcon('s') : icon(kind === 'extra' ? 'question' : 'ok', 's')}
          <div>
            <p><strong>${need(text)}</strong></p>
            ${paragraph(words.find(`case.${id}.sign.${sign}`), 'hint')}
          </div>
        </li>`,
      )}
    </ul>
  </div>`;
};

const comparison = (practice: Practice, view: ChecklistView): TemplateResult => {
  const {words, gemeente, chosen, onPractice} = view;
  const found = caseAt(practice, view);
  const {id, signs, maybe = [], action} = found;
  const offered = signsOf(found, view);
  const pick = (isWanted: (sign: StaffSign) => boolean): readonly StaffSign[] => offered.filter(isWanted);
  const missed = pick((sign) => signs.includes(sign.id) && !(sign.id in chosen));
  const isLast = practice.number + 1 === gemeente.staff.cases.length;
  return html`
    ${title(words.get('checklist.practice.compared'))}
    <div class="stack-l fields">
      ${compared('seen', pick((sign) => signs.includes(sign.id) && sign.id in chosen), found, view)}
      ${missed.length > 0
        ? compared('missed', missed, found, view)
        : paragraph(words.get(`checklist.practice.${signs.length > 0 ? 'all' : 'none'}`), 'read')}
      ${compared('maybe', pick((sign) => maybe.includes(sign.id) && sign.id in chosen), found, view)}
      ${compared(
        'extra',
        pick((sign) => sign.id in chosen && !signs.includes(sign.id) && !maybe.includes(sign.id)),
        found,
        view,
      )}
      ${panel(
        'tint',
        'info',
        words.get('checklist.practice.result'),
        html`<p><strong>${words.get(`checklist.action.${action}`)}</strong></p>
          ${words.list(`case.${id}.explanation`).map((line) => paragraph(line))}`,
      )}
    </div>
    ${isLast ? paragraph(words.get('checklist.practice.done'), 'after') : nothing}
    <div class="buttons">
      ${button(
        words.get(isLast ? 'checklist.practice.first' : 'checklist.practice.next'),
        () => onPractice(isLast ? 0 : practice.number + 1),
      )}
      ${button(words.get('checklist.practice.again'), () => onPractice(practice.number), 'quiet')}
    </div>
  `;
};

/** Draws one made-up case: the question, or the comparison with what is in it. No marks are given. */
export function practiceScreen(practice: Practice, view: ChecklistView): TemplateResult {
  return html`<div class="frame two practice">
    ${caseSide(practice, view)}
    <div class="main">${bar(view)} ${practice.isCompared ? comparison(practice, view) : question(practice, view)}</div>
  </div>`;
}
