import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {StaffSign} from '@baken/model/rules/staff';

import {icon} from '../parts/icon.js';
import {languageMenu} from '../parts/language-menu.js';
import {button, callEmergency, type Drawn, panel, paragraph, title} from '../parts/screen.js';
import {staffIcon} from '../parts/staff-icon.js';
import {need} from '../parts/words.js';
import {EVERYWHERE, groupSigns, searchSigns, type SignGroup, signsAt} from './find-signs.js';
import {adviceLine, adviceSide} from './risk-checklist-advice.js';
import {ages, type ChecklistView, searchIcon, signRow} from './risk-checklist-view.js';

/** The form whose signs stand open when all signs are shown. */
const GENERAL = 'algemeen';

/** The id of what says how many signs were found. */
export const FOUND_ID = 'found';

/** Opens and closes what unfolds as it is at the start: an open group tells what was looked for. */
export function resetFolds(root: ParentNode): void {
  for (const fold of root.querySelectorAll('details')) fold.open = fold.querySelector(`#group-${GENERAL}`) !== null;
}

const chip = (
  name: string,
  id: string,
  label: string,
  isChosen: boolean,
  onChoose: () => void,
): TemplateResult => html`<span class="chip">
  <input
    type="radio"
    name=${name}
    id="${name}-${id}"
    autocomplete="off"
    .checked=${isChosen}
    @change=${onChoose}
  /><label for="${name}-${id}" data-label=${need(label)}>${label}</label>
</span>`;

const workplaces = ({gemeente, words, workplace, onWorkplace}: ChecklistView): TemplateResult => {
  const choose = (id: string, label: string): TemplateResult =>
    chip('workplace', id, label, id === workplace, () => onWorkplace(id));
  return html`<fieldset>
    <legend class="label">${words.get('checklist.workplace')}</legend>
    <div class="chips">
      ${choose(EVERYWHERE, words.get('checklist.workplace.all'))}
      ${gemeente.staff.workplaces.map(({id}) => choose(id, words.get(`workplace.${id}`)))}
    </div>
  </fieldset>`;
};

const ageQuestion = ({words, age, onAge}: ChecklistView): TemplateResult => html`<fieldset>
  <legend class="label">${words.get('checklist.age.title')}</legend>
  <div class="chips">
    ${ages.map((id) => chip('age', id, words.get(`checklist.age.${id}`), id === age, () => onAge(id)))}
  </div>
</fieldset>`;

/** Says how many signs there are. */
const foundText = (shown: number, {words, query}: ChecklistView): string => {
  const term = query.trim();
  if (!term) return words.count('checklist.shown', shown);
  if (shown === 0) return words.get('checklist.found.none', {term});
  return words.count('checklist.found', shown, {term});
};

const searchField = (shown: readonly StaffSign[], view: ChecklistView): TemplateResult => {
  const {gemeente, words, query, workplace, onSearch, onSearchEverywhere} = view;
  const {signs, signGroups} = gemeente.staff;
  const elsewhere = query.trim() && workplace !== EVERYWHERE ? searchSigns(signs, query, signGroups).length : 0;
  return html`<div class="field">
    <label class="label" for="find">${words.get('checklist.search')}</label>
    <div class="search">
      ${searchIcon()}
      <input
        class="input"
        type="search"
        id="find"
        autocomplete="off"
        autocorrect="off"
        spellcheck="false"
        writingsuggestions="false"
        translate="no"
        aria-describedby=${FOUND_ID}
        .value=${query}
        @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
      />
    </div>
    <p class="meta" id=${FOUND_ID} tabindex="-1" role="status">${foundText(shown.length, view)}</p>
    ${elsewhere > shown.length
      ? html`<p>${button(words.count('checklist.everywhere', elsewhere), onSearchEverywhere, 'quiet')}</p>`
      : nothing}
  </div>`;
};

/** Stands right under the sign that was ticked. It is said by the alert of the list, once. */
const dangerNotice = ({words}: ChecklistView): TemplateResult => html`<div class="notice">
  ${panel(
    'danger',
    'alert',
    words.get('checklist.danger.title'),
    html`${paragraph(words.get('checklist.danger.text'))}${callEmergency(words)}`,
  )}
</div>`;

const rows = (signs: readonly StaffSign[], view: ChecklistView): TemplateResult =>
  html`<div class="ticks">
    ${signs.map((sign) => signRow(sign, view, sign.id === view.danger ? dangerNotice(view) : nothing))}
  </div>`;

const openGroup = (
  heading: string,
  hint: string | undefined,
  signs: readonly StaffSign[],
  view: ChecklistView,
): TemplateResult =>
  html`<fieldset>
    <legend class="label">
      ${heading}${hint === undefined ? nothing : html`<span class="meta block">${hint}</span>`}
    </legend>
    ${rows(signs, view)}
  </fieldset>`;

const signGroup = ({key, signs}: SignGroup, view: ChecklistView): TemplateResult => {
  const {words, gemeente} = view;
  return key === 'urgent'
    ? openGroup(words.get('checklist.urgent'), words.get('checklist.urgent.hint'), signs, view)
    : openGroup(need(gemeente.staff.signGroups[key]), undefined, signs, view);
};

/** All signs of all forms are too many to look through: the groups open one by one, and tell what is ticked in them. */
const foldedGroup = ({key, signs}: SignGroup, view: ChecklistView): TemplateResult => {
  const {words, chosen, gemeente} = view;
  const ticked = signs.filter(({id}) => id in chosen).length;
  return html`<details class="fold" ?open=${key === GENERAL}>
    <summary>
      ${icon('next', 's flip')}<span id="group-${key}">${need(gemeente.staff.signGroups[key])}</span>
      <span class="meta"
        >${words.count('checklist.shown', signs.length)}${ticked > 0
          ? html`, <b>${words.count('checklist.chosen', ticked)}</b>`
          : nothing}</span
      >
    </summary>
    <fieldset aria-labelledby="group-${key}">${rows(signs, view)}</fieldset>
  </details>`;
};

const groups = (shown: readonly StaffSign[], view: ChecklistView): Drawn => {
  const isFolded = view.workplace === EVERYWHERE && !view.query.trim();
  const found = groupSigns(shown);
  if (!isFolded) return html`<div class="stack-l">${found.map((group) => signGroup(group, view))}</div>`;
  return html`<div class="stack-l">
    ${found.filter(({key}) => key === 'urgent').map((group) => signGroup(group, view))}
    <div class="folds">
      ${found.filter(({key}) => key !== 'urgent').map((group) => foldedGroup(group, view))}
    </div>
  </div>`;
};

/** What stands above every screen: practice, wiping, and what Escape does when it was pressed. */
const bar = (view: ChecklistView): TemplateResult => {
  const {words, gemeente, more, isWiped, onPractice, onWipe, onLanguage} = view;
  return html`<div class="bar">
    ${gemeente.staff.cases.length > 0
      ? button(words.get('checklist.practice'), () => onPractice(0), 'quiet')
      : nothing}
    <span class="end">
      ${button(words.get('checklist.wipe'), onWipe, 'quiet', staffIcon('trash', 's'))}
      ${languageMenu(gemeente, words, onLanguage)}
    </span>
    <p class="said meta" role="status">
      ${more > 0 ? words.count('leave.more', more) : isWiped ? words.get('checklist.wiped') : nothing}
    </p>
  </div>`;
};

/** Draws the list of signs with the advice beside it. */
export function listScreen(view: ChecklistView): TemplateResult {
  const {gemeente, words, workplace, query, kept, danger} = view;
  const {signs, signGroups} = gemeente.staff;
  const shown = searchSigns(signsAt(gemeente.staff, workplace), query, signGroups);
  const hidden = signs.filter(({id}) => kept.includes(id) && !shown.some((sign) => sign.id === id));
  return html`<div class="frame two">
    <div class="main">
      ${bar(view)}
      <div class="stack-s">
        ${title(words.get('checklist.title'))}
        ${paragraph(`${words.get('checklist.lead')} ${words.get('checklist.lead.fair')}`, 'hint read')}
      </div>
      <div class="stack-l fields">
        ${workplaces(view)} ${ageQuestion(view)} ${searchField(shown, view)} ${groups(shown, view)}
        ${hidden.length > 0
          ? openGroup(words.get('checklist.kept'), words.count('checklist.hidden', hidden.length), hidden, view)
          : nothing}
        ${paragraph(words.get('checklist.missing'), 'hint read')}
      </div>
      <p class="vh" role="alert">
        ${danger === undefined
          ? nothing
          : `${words.get('checklist.danger.title')}. ${words.get('checklist.danger.text')}`}
      </p>
      ${adviceLine(view)}
    </div>
    ${adviceSide(view)}
  </div>`;
}
