import {html, nothing, type TemplateResult} from 'lit/html.js';

import {type Drawn, panel, paragraph} from '../parts/screen.js';
import type {EarlierRecord} from './meldroute-wizard-record.js';
import type {WizardView} from './meldroute-wizard-view.js';

/** How much of an id is said: enough to find it, and short enough to read out. */
const SHORT = 8;

/** What to do about it: call who reads there, unless it is now about someone of the gemeente that they may know. */
const advice = ({endpoint, reference}: EarlierRecord, involved: readonly string[], view: WizardView): Drawn => {
  const {words, plan} = view;
  const {readers, integrity} = endpoint;
  const canCall = readers.length > 0 && involved.length === 0 && (integrity || !plan.isIntegrity);
  if (canCall) return paragraph(words.get(reference ? 'wizard.earlier.call' : 'wizard.earlier.call.code'));
  return html`${readers.length > 0 ? paragraph(words.get('wizard.earlier.avoid')) : nothing}
  ${paragraph(words.get('wizard.earlier.tell'))}`;
};

const earlierPanel = (earlier: EarlierRecord, view: WizardView): TemplateResult => {
  const {words, staff, walk} = view;
  const {id, reference, endpoint} = earlier;
  const isKept = reference !== undefined;
  const say = (roles: readonly string[]): string =>
    new Intl.ListFormat(staff.language, {type: 'conjunction'}).format(roles.map((role) => words.get(`role.${role}`)));
  const involved = endpoint.readers.filter((role) => walk.outcome.involved.includes(role));
  const heading = reference
    ? words.get('wizard.earlier.number', {number: reference})
    : words.get(isKept ? 'wizard.earlier.kept' : 'wizard.earlier.maybe');
  const before = words.get(isKept ? 'wizard.earlier.changed' : 'wizard.earlier.before');
  const code = reference ? '' : words.get('wizard.earlier.code', {code: id.slice(0, SHORT)});
  const readers = endpoint.readers.length > 0 ? words.get('wizard.earlier.readers', {list: say(endpoint.readers)}) : '';
  return panel('warning', 'alert', heading, html`
    ${paragraph([before, readers, code].filter(Boolean).join(' '))}
    ${involved.length > 0
      ? html`<p><strong>${words.get('wizard.earlier.involved', {list: say(involved)})}</strong></p>`
      : nothing}
    ${advice(earlier, involved, view)}
    ${paragraph(words.get(view.reference === undefined ? 'wizard.earlier.second' : 'wizard.earlier.apart'))}
  `);
};

/** Says what was sent before the answers changed, or may have been: where it lies, and what to do about it. */
export const earlierRecords = (view: WizardView): Drawn =>
  view.earlier.length === 0
    ? nothing
    : html`<div class="stack">${view.earlier.map((earlier) => earlierPanel(earlier, view))}</div>`;

/** Says that what was sent may have arrived, while it can still be changed: that would make another signal of it. */
export const uncertainRecord = ({words, isUncertain}: WizardView): Drawn =>
  isUncertain
    ? panel('warning', 'question', words.get('wizard.uncertain.title'), paragraph(words.get('wizard.uncertain.change')))
    : nothing;
