import type {CompiledGemeente, Question} from '@baken/model/rules/gemeente';
import type {Signal} from '@baken/model/rules/signal';
import {listSigns} from '@baken/model/rules/signs';

import {html, type Html} from './html.js';
import {renderPage} from './page-layout.js';
import {createWords} from './words.js';

/** A signal as the inbox shows it. */
export interface InboxSignal {
  readonly reference: string;
  /** ISO 8601, rounded down to the hour. */
  readonly receivedAt: string;
  readonly signal: Signal;
}

/** What arrived for one gemeente. */
export interface InboxGroup {
  /** Four-digit CBS code. */
  readonly code: string;
  /** The Dutch file of a sample gemeente; left out when the code belongs to none. */
  readonly gemeente?: CompiledGemeente;
  /** Newest first. */
  readonly signals: readonly InboxSignal[];
}

const words = createWords('u');

const dayFormat = new Intl.DateTimeFormat('nl-NL', {dateStyle: 'full', timeZone: 'Europe/Amsterdam'});
const timeFormat = new Intl.DateTimeFormat('nl-NL', {timeStyle: 'short', timeZone: 'Europe/Amsterdam'});

/** The receiver keeps the hour only, so no minute is shown. */
function sayReceived(receivedAt: string): string {
  const instant = new Date(receivedAt);
  return words('inbox.received', {day: dayFormat.format(instant), time: timeFormat.format(instant)});
}

/** A name of the question without its step around it. */
function nameQuestion(
  gemeente: CompiledGemeente | undefined,
  id: string,
): {readonly name: string; readonly question?: Question} {
  for (const step of gemeente?.steps ?? []) {
    const question = step.questions.find((known) => known.id === id);
    if (question) return {name: question.short ?? question.label ?? step.title, question};
  }
  return {name: id};
}

function nameValue(gemeente: CompiledGemeente | undefined, question: Question | undefined, value: string): string {
  if (question?.type === 'text' || question?.type === 'line') return value;
  return question?.options?.find((option) => option.id === value)?.label
    ?? (gemeente && listSigns(gemeente).find((sign) => sign.id === value)?.label)
    ?? value;
}

function renderAnswer(gemeente: CompiledGemeente | undefined, id: string, answer: string | readonly string[]): Html {
  const {name, question} = nameQuestion(gemeente, id);
  const values = typeof answer === 'string' ? [answer] : answer;
  const shown = values.map((value) => html`<dd dir="auto">${nameValue(gemeente, question, value)}</dd>`);
  return html`<div><dt>${name}</dt>${shown}</div>`;
}

function renderContact({contact}: Signal): Html {
  if (!contact) return html`<p class="none">${words('inbox.contact.none')}</p>`;
  const fields = ['name', 'phone', 'email', 'times', 'language'] as const;
  return html`<dl>${fields.map((field) => (contact[field] === undefined
    ? undefined
    : html`<div><dt>${words(`inbox.contact.${field}`)}</dt><dd dir="auto">${contact[field]}</dd></div>`))}</dl>`;
}

function renderSignal(gemeente: CompiledGemeente | undefined, {reference, receivedAt, signal}: InboxSignal): Html {
  return html`
      <li><article class="signal" aria-labelledby="s-${signal.id}">
        <h3 id="s-${signal.id}">${words('inbox.signal', {reference})}</h3>
        <ul class="facts"><li>${sayReceived(receivedAt)}</li><li>${
          words('inbox.language', {language: signal.language})
        }</li><li>${words('inbox.questions', {questions: signal.questions})}</li></ul>
        <h4>${words('inbox.answers')}</h4>
        <dl>${Object.entries(signal.answers).map(([id, answer]) => renderAnswer(gemeente, id, answer))}</dl>
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

/** Writes the inbox. Everything that somebody typed goes through the escaping of `html`. */
export function renderInbox(from: {
  readonly groups: readonly InboxGroup[];
  /** Address of the pages of the gemeenten. */
  readonly pages: string;
  /** How many signals are shown, when there may be older ones. */
  readonly limit?: number;
}): Html {
  const {groups, pages, limit} = from;
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
    </ul></nav>${
      limit === undefined ? undefined : html`<p>${words('inbox.older', {limit})}</p>`
    }${groups.map(renderGroup)}`,
    footer: html`<p>${words('inbox.private')}</p><p><a href="${pages}">${words('inbox.pages')}</a></p>`,
  });
}
