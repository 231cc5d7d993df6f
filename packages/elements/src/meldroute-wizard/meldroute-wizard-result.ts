import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {CardContact} from '@baken/model/rules/contact-card';

import {contactItem, exampleMark} from '../parts/contacts.js';
import {icon} from '../parts/icon.js';
import {button, type Drawn, more, panel, paragraph, title} from '../parts/screen.js';
import {need} from '../parts/words.js';
import type {PlanContact, PlanStep} from './meldroute-wizard-plan.js';
import {earlierRecords} from './meldroute-wizard-earlier.js';
import {bar, given, page, stamp, tag, taken, ticklist} from './meldroute-wizard-steps.js';
import type {WizardView} from './meldroute-wizard-view.js';

interface Way {
  readonly href: string;
  readonly icon: string;
  readonly text: string;
  /** Who it leads to, for who cannot see what it stands under. */
  readonly name: string;
  /** A page opens beside the wizard: in the same tab it would wipe the answers. */
  readonly isPage?: true;
}

/** The ways to reach someone, the quickest first. What is no safe address throws. */
function listWays({phone, email, chat, url, name}: CardContact, {words}: WizardView): readonly Way[] {
  const page = /^https:\/\/[^\s/]/;
  const safe = (address: string, shape: RegExp): string => need(shape.test(address) && address);
  const ways: Way[] = [];
  if (phone) {
    const text = words.get('call', {number: phone.shown});
    ways.push({href: `tel:${safe(phone.dial, /^\+?\d{3,15}$/)}`, icon: 'phone', text, name});
  }
  if (email) {
    const address = safe(email, /^[^\s@?&]+@[^\s@?&]+$/);
    ways.push({href: `mailto:${address}`, icon: 'letter', text: words.get('wizard.mail'), name});
  }
  if (chat) ways.push({href: safe(chat, page), icon: 'chat', text: words.get('wizard.chat'), name, isPage: true});
  if (url) ways.push({href: safe(url, page), icon: 'globe', text: words.get('wizard.visit'), name, isPage: true});
  return ways;
}

const wayLink = (way: Way, kind: string, {words}: WizardView): TemplateResult => {
  const {href, icon: sign, text, name, isPage} = way;
  return html`<a
    class=${kind}
    href=${href}
    target=${isPage ? '_blank' : nothing}
    rel=${isPage ? 'noopener noreferrer' : nothing}
    >${icon(sign, 's')}<span>${text}<span class="vh">: ${name}${isPage ? ` ${words.get('newtab')}` : nothing}</span></span></a
  >`;
};

const openTag = ({opening, card, hours}: PlanContact, {words}: WizardView): Drawn => {
  if (opening.state === 'unknown') return card.hours ? paragraph(card.hours, 'meta') : nothing;
  const isOpen = opening.state === 'open';
  return html`<p class="when">
    <span class="tag ${isOpen ? 'open' : 'shut'}"
      >${icon(isOpen ? 'ok' : 'no', 's')}${words.get(`wizard.${opening.state}`)}</span
    >
    ${hours ? html`<span class="day">${hours}</span>` : nothing}
  </p>`;
};

const who = ({card}: PlanContact, {words}: WizardView): TemplateResult =>
  html`<p class="name">${need(card.name)}${exampleMark(card.example, words)}</p>`;

/** Who to reach, whether they are there now, and who is there when they are not. */
const reach = ({contact, instead, route}: PlanStep, view: WizardView): Drawn => {
  const {words, plan} = view;
  if (route.emergency) return nothing;
  const canRegister = route.register && plan.canRegister;
  if (!contact) return canRegister ? nothing : paragraph(words.get('wizard.nobody'), 'hint');
  // The first way is the button of this step, unless that registers.
  const ways = listWays(contact.card, view).slice(canRegister ? 0 : 1);
  return html`<div class="reach">
    ${who(contact, view)} ${openTag(contact, view)}
    ${ways.length > 0 ? html`<div class="switch">${ways.map((way) => wayLink(way, 'quiet', view))}</div>` : nothing}
    ${instead
      ? html`<p class="meta">${words.get('wizard.instead')}</p>
          ${who(instead, view)}
          <div class="switch">
            ${listWays(instead.card, view).slice(0, 1).map((way) => wayLink(way, 'quiet', view))}
          </div>`
      : nothing}
  </div>`;
};

const registerButton = ({words, reference, earlier, onRegister}: WizardView): Drawn =>
  reference === undefined
    ? button(words.get(earlier.length > 0 ? 'wizard.register.again' : 'wizard.register'), onRegister, 'button small')
    : nothing;

/** The one thing to press: register here, or else the quickest way to the first contact. */
const action = ({route, contact}: PlanStep, view: WizardView): Drawn => {
  const {plan} = view;
  if (route.register && plan.canRegister) return registerButton(view);
  const [way] = contact ? listWays(contact.card, view) : [];
  return way ? wayLink(way, `button small ${route.emergency ? 'danger' : 'second'}`, view) : nothing;
};

const registered = (view: WizardView): Drawn => {
  const {words, reference} = view;
  if (reference === undefined) return nothing;
  const [before, after] = words.get('wizard.registered', {number: '\n'}).split('\n');
  return html`<p class="when">
    <span class="tag open">${icon('ok', 's')}<span>${reference
      ? html`${before}<bdi class="num" dir="ltr">${reference}</bdi>${after}`
      : words.get('wizard.registered.plain')}</span></span>
  </p>`;
};

/** The tick that registering gave is gone: what was registered does not hold the change. */
const unticked = ({words, reference, earlier}: WizardView): Drawn =>
  reference === undefined && earlier.some((one) => one.reference !== undefined)
    ? paragraph(words.get('wizard.earlier.untick'), 'hint')
    : nothing;

/** One more contact stands there, such as 113; a row of them waits behind a line. */
const others = (step: PlanStep, {words}: WizardView): Drawn => {
  const count = step.others.length;
  const list = html`<ul class="plain">
    ${step.others.map(({card}) => contactItem(card, words))}
  </ul>`;
  if (count < 2) return count === 0 ? nothing : list;
  return more(words.get('wizard.others', {count}), list);
};

const routeItem = (step: PlanStep, view: WizardView): TemplateResult => {
  const {words, done} = view;
  const {route} = step;
  const id = `done-${route.id}`;
  const isDone = done.has(route.id);
  return html`<li class="route ${route.emergency ? 'now' : ''} ${isDone ? 'finished' : ''}">
    <div class="when">
      ${isDone && step.isLate ? nothing : tag(step)}
      ${step.day
        ? html`<span class="day"><b>${step.day}</b> ${[step.time, step.again].filter(Boolean).join(', ')}</span>`
        : nothing}
    </div>
    <div class="what">
      <div><h3>${step.title}</h3>${paragraph(step.actor, 'hint')}</div>
      ${step.say.length > 0 ? html`<div class="say">${step.say.map((line) => paragraph(line))}</div>` : nothing}
      ${step.dont.length > 0 ? ticklist(step.dont) : nothing} ${paragraph(step.note, 'meta')} ${reach(step, view)}
      ${route.register ? registered(view) : nothing} ${route.register && !isDone ? unticked(view) : nothing}
      <div class="act">
        ${action(step, view)}
        <span class="done">
          <input
            type="checkbox"
            id=${id}
            autocomplete="off"
            .checked=${isDone}
            @change=${(event: Event) => view.onDone(route.id, (event.target as HTMLInputElement).checked)}
          />
          <label for=${id}>${words.get('wizard.done')}<span class="vh">: ${step.title}</span></label>
        </span>
      </div>
      ${others(step, view)}
    </div>
  </li>`;
};

/** What was said about each purpose, and what it can become. */
const consent = (view: WizardView): Drawn => {
  const {words} = view;
  if (view.consent.length === 0) return nothing;
  return html`<section>
    <h3>${words.get('wizard.consent.title')}</h3>
    <dl class="given states">
      ${view.consent.map(
        ({purpose, label, said, steps}) => html`<div>
          <dt>${label}</dt>
          <dd class="answer">${said}</dd>
          ${steps.length === 0
            ? nothing
            : html`<dd class="switch change">
                ${steps.map(
                  (choice) => html`<button
                    type="button"
                    class="quiet"
                    id="consent-${purpose}-${choice}"
                    @click=${() => view.onChangeConsent(purpose, choice)}
                  >
                    ${words.get('wizard.consent.change', {choice: words.get(`consent.${choice}`)})}<span class="vh"
                      >: ${label}</span
                    >
                  </button>`,
                )}
              </dd>`}
        </div>`,
      )}
    </dl>
    ${paragraph(words.get(view.needsWeighing ? 'wizard.consent.refused' : 'wizard.consent.note'), 'meta')}
  </section>`;
};

const takeAlong = (view: WizardView): TemplateResult => {
  const {words} = view;
  return html`<section>
    <h3>${words.get('wizard.take.title')}</h3>
    ${paragraph(words.get('wizard.take.text'), 'meta')}
    <div class="buttons">
      ${button(words.get('wizard.print'), view.onPrint, 'button second small', icon('print', 's'))}
      ${button(words.get('wizard.copy'), view.onCopy, 'button second small', icon('copy', 's'))}
    </div>
  </section>`;
};

/** Registering where no route says it, or the reason why it is refused. */
const registerHere = (view: WizardView): Drawn => {
  const {words, plan} = view;
  if (!plan.canRegister) {
    return html`<div class="end">
      ${panel('warning', 'alert', words.get('wizard.noreader.title'), paragraph(words.get('wizard.noreader.text')))}
    </div>`;
  }
  if (plan.steps.some(({route}) => route.register)) return nothing;
  return html`<div class="end stack">
    ${paragraph(words.get('wizard.register.hint'), 'hint read')} ${registered(view)}
    <div class="act">${registerButton(view)}</div>
  </div>`;
};

/** Draws what there is to do, the most urgent first. */
export function resultScreen(view: WizardView): TemplateResult {
  const {words, plan} = view;
  return page(
    html`
      ${bar(view)}
      <div class="stack-s">
        ${title(words.get('wizard.result.title'))}
        <p class="hint read">${words.count('wizard.result.hint', plan.steps.length)} ${plan.made}</p>
      </div>
      ${plan.isIntegrity
        ? html`<div class="after">
            ${panel('', 'mask', words.get('wizard.integrity.title'), paragraph(words.get('wizard.integrity.text')))}
          </div>`
        : nothing}
      ${view.earlier.length > 0 ? html`<div class="after">${earlierRecords(view)}</div>` : nothing}
      <ol class="routes">
        ${plan.steps.map((step) => routeItem(step, view))}
      </ol>
      ${registerHere(view)}
    `,
    html`
      <section><h3>${words.get('wizard.dont.title')}</h3>${ticklist(plan.dont)}</section>
      ${consent(view)} ${takeAlong(view)}
      <p role="status" class="meta">${view.notice ?? ''}</p>
      <section>${more(words.get('wizard.answers.title'), given(view))}</section>
      ${taken(view)} ${stamp(view)}
    `,
  );
}
