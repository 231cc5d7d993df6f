import type {CompiledGemeente, Question, Step} from '@baken/model/rules/gemeente';
import type {Channel, Signal, SignalRoute} from '@baken/model/rules/signal';
import {listSigns} from '@baken/model/rules/signs';
import type {StaffData} from '@baken/model/rules/staff';

import {html, type Html} from './html.js';
import {renderPage} from './page-layout.js';
import {createWords} from './words.js';

/** A signal as the inbox shows it. */
export interface InboxSignal {
  readonly reference: string;
  /** ISO 8601, rounded down to the hour for public signals. */
  readonly receivedAt: string;
  readonly signal: Signal;
}

/** Where the inbox finds words: a compiled file, with the part for staff when the gemeente has one. */
export type InboxGemeente = CompiledGemeente & {readonly staff?: StaffData};

/** What arrived for one gemeente. */
export interface InboxGroup {
  /** Four-digit CBS code. */
  readonly code: string;
  /** The Dutch file of a sample gemeente; left out when the code belongs to none. */
  readonly gemeente?: InboxGemeente;
  /** Newest first. */
  readonly signals: readonly InboxSignal[];
}

/** What arrived at one receiver. */
export interface InboxPlace {
  readonly groups: readonly InboxGroup[];
  /** How many signals are shown, when there may be older ones. */
  readonly limit?: number;
}

const words = createWords('u');

const dayFormat = new Intl.DateTimeFormat('nl-NL', {dateStyle: 'full', timeZone: 'Europe/Amsterdam'});
const timeFormat = new Intl.DateTimeFormat('nl-NL', {timeStyle: 'short', timeZone: 'Europe/Amsterdam'});

/** Of a public signal the receiver keeps the hour only, so no minute is shown. */
function sayReceived({receivedAt, signal}: InboxSignal): string {
  const instant = new Date(receivedAt);
  const key = signal.channel === 'staff' ? 'inbox.received.exact' : 'inbox.received';
  return words(key, {day: dayFormat.format(instant), time: timeFormat.format(instant)});
}

/** Where the words of one signal are found; without them ids are shown. */
interface Labels {
  readonly steps: readonly Step[];
  /** What was ticked, by the id of the sign. */
  readonly signs: ReadonlyMap<string, string>;
  readonly texts: Readonly<Record<string, string>>;
}

function labelsOf(gemeente: InboxGemeente | undefined, channel: Channel): Labels {
  const steps = gemeente?.steps ?? [];
  const staff = channel === 'staff' ? gemeente?.staff : undefined;
  // A question for staff may have the id of another one for residents: the first one counts.
  return staff
    ? {
        steps: [...staff.handover.steps, ...steps],
        signs: new Map(staff.signs.map(({id, text}) => [id, text])),
        texts: staff.texts,
      }
    : {steps, signs: new Map(gemeente && listSigns(gemeente).map(({id, label}) => [id, label])), texts: {}};
}

/** A name of the question without its step around it. */
function nameQuestion({steps}: Labels, id: string): {readonly name: string; readonly question?: Question} {
  for (const step of steps) {
    const question = step.questions.find((known) => known.id === id);
    if (question) return {name: question.short ?? question.label ?? step.title, question};
  }
  return {name: id};
}

const nameSign = ({signs}: Labels, id: string): string => signs.get(id) ?? id;

function nameValue(labels: Labels, question: Question | undefined, value: string): string {
  if (question?.type === 'text' || question?.type === 'line') return value;
  return question?.options?.find((option) => option.id === value)?.label ?? nameSign(labels, value);
}

function renderTerm(name: string, values: readonly string[]): Html {
  return html`<div><dt>${name}</dt>${values.map((value) => html`<dd dir="auto">${value}</dd>`)}</div>`;
}

function renderAnswer(labels: Labels, id: string, answer: string | readonly string[]): Html {
  const {name, question} = nameQuestion(labels, id);
  const values = typeof answer === 'string' ? [answer] : answer;
  return renderTerm(name, values.map((value) => nameValue(labels, question, value)));
}

function renderChecklist(labels: Labels, checklist: readonly string[]): Html {
  return html`<h4>${words('inbox.checklist')}</h4>
        ${checklist.length === 0
          ? html`<p class="none">${words('inbox.checklist.none')}</p>`
          : html`<ul class="ticked">${checklist.map((id) =>
              html`<li>${nameSign(labels, id)} <code>${id}</code></li>`)}</ul>`}`;
}

function renderRoute({texts}: Labels, route: SignalRoute): Html {
  const name = (key: string, id: string): string => texts[key] ?? id;
  const consent = Object.entries(route.consent).map(
    ([purpose, choice]) => `${name(`purpose.${purpose}.label`, purpose)}: ${name(`consent.${choice}`, choice)}`,
  );
  const shown = [
    [words('inbox.route.version'), [route.meldroute]],
    [words('inbox.route.flags'), route.flags.map((id) => name(`flag.${id}`, id))],
    [words('inbox.route.routes'), route.routes.map((id) => name(`route.${id}.title`, id))],
    [words('inbox.route.consent'), consent],
  ] as const;
  return html`<h4>${words('inbox.route')}</h4>
        <dl>${shown.map(([term, values]) => (values.length > 0 ? renderTerm(term, values) : undefined))}</dl>
        <h4>${words('inbox.route.choices')}</h4>
        <dl>${Object.entries(route.choices).map(([node, answers]) =>
          renderTerm(name(`node.${node}.title`, node), answers.map((id) => name(`answer.${node}.${id}.label`, id))),
        )}</dl>`;
}

function renderContact({contact}: Signal): Html {
  if (!contact) return html`<p class="none">${words('inbox.contact.none')}</p>`;
  const fields = ['name', 'phone', 'email', 'times', 'language'] as const;
  return html`<dl>${fields.map((field) => (contact[field] === undefined
    ? undefined
    : html`<div><dt>${words(`inbox.contact.${field}`)}</dt><dd dir="auto">${contact[field]}</dd></div>`))}</dl>`;
}

/** `from` names the gemeente where no heading above the signal does. */
function renderSignal(gemeente: InboxGemeente | undefined, received: InboxSignal, from?: string): Html {
  const {reference, signal} = received;
  const {channel, checklist, route} = signal;
  const labels = labelsOf(gemeente, channel);
  return html`
      <li><article class="signal" aria-labelledby="s-${signal.id}">
        <h3 id="s-${signal.id}">${words('inbox.signal', {reference})}</h3>
        <ul class="facts">${from === undefined ? undefined : html`<li>${from}</li>`}${
          channel === 'staff' ? html`<li class="staff">${words('inbox.staff')}</li>` : undefined
        }<li>${sayReceived(received)}</li><li>${
          words('inbox.language', {language: signal.language})
        }</li><li>${words('inbox.questions', {questions: signal.questions})}</li></ul>
        <h4>${words('inbox.answers')}</h4>
        <dl>${Object.entries(signal.answers).map(([id, answer]) => renderAnswer(labels, id, answer))}</dl>
        ${route && renderRoute(labels, route)}
        ${checklist && renderChecklist(labels, checklist)}
        <h4>${words('inbox.contact')}</h4>
        ${renderContact(signal)}
      </article></li>`;
}

function nameGroup({code, gemeente}: InboxGroup): string {
  return gemeente ? words('site.name', {gemeente: gemeente.gemeente.name}) : words('inbox.unknown', {code});
}

function sayCount(count: number): string {
  if (count === 0) return words('inbox.count.none');
  return count === 1 ? words('inbox.count.one') : words('inbox.count.other', {count});
}

function renderGroup(group: InboxGroup): Html {
  const {code, gemeente, signals} = group;
  const list = html`<ol class="signals">${signals.map((signal) => renderSignal(gemeente, signal))}</ol>`;
  return html`
    <section class="group" aria-labelledby="g-${code}">
      <h2 id="g-${code}" tabindex="-1">${nameGroup(group)} <span class="count">${sayCount(signals.length)}</span></h2>
      ${signals.length > 0 ? list : undefined}
    </section>`;
}

const renderOlder = ({limit}: InboxPlace): Html | undefined =>
  limit === undefined ? undefined : html`<p>${words('inbox.older', {limit})}</p>`;

/** In a gemeente other people read these: they stand apart from the others, all together. */
function renderIntegrity(place: InboxPlace): Html {
  const signals = place.groups.flatMap((group) =>
    group.signals.map((signal) => renderSignal(group.gemeente, signal, nameGroup(group))),
  );
  return html`
    <section class="group apart" aria-labelledby="integrity">
      <h2 id="integrity" tabindex="-1">${words('inbox.integrity.title')} <span class="count">${
        sayCount(signals.length)
      }</span></h2>
      <p>${words('inbox.integrity.text')}</p>${renderOlder(place)}
      ${signals.length > 0 ? html`<ol class="signals">${signals}</ol>` : undefined}
    </section>`;
}

/** Writes the inbox. Everything that somebody typed goes through the escaping of `html`. */
export function renderInbox(from: {
  readonly ordinary: InboxPlace;
  /** What is about someone of a gemeente. */
  readonly integrity: InboxPlace;
  /** Address of the pages of the gemeenten. */
  readonly pages: string;
}): Html {
  const {ordinary, integrity, pages} = from;
  const {groups} = ordinary;
  const apart = integrity.groups.flatMap(({signals}) => signals).length;
  return renderPage({
    title: words('inbox.title'),
    words,
    theme: 'demo-theme',
    styles: ['/styles/base.css', '/styles/demo.css', '/styles/inbox.css'],
    brand: {name: words('inbox.title')},
    main: html`
    <div class="inbox-head"><div><h1>${words('inbox.title')}</h1><p class="lead">${words('inbox.lead')}</p></div>
    <a class="reload" href="/">${words('inbox.reload')}</a></div>
    <nav class="jump" aria-label="${words('inbox.gemeenten')}"><ul>${groups.map((group) => html`
      <li><a href="#g-${group.code}">${nameGroup(group)}</a> <span class="count">${group.signals.length}</span></li>`)}
      <li><a href="#integrity">${words('inbox.integrity.title')}</a> <span class="count">${apart}</span></li>
    </ul></nav>${renderOlder(ordinary)}${groups.map(renderGroup)}${renderIntegrity(integrity)}`,
    footer: html`<p>${words('inbox.private')}</p><p><a href="${pages}">${words('inbox.pages')}</a></p>`,
  });
}
