import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {CardContact} from '@baken/model/rules/contact-card';
import type {HolidayRule} from '@baken/model/rules/dutch-calendar';
import {type Opening, openingAt} from '@baken/model/rules/opening-hours';

import {icon} from '../parts/icon.js';
import {need, type Words} from '../parts/words.js';
import {cardIcon} from './contact-card-icon.js';
import {sayOpening} from './say-opening.js';

/** What a card needs to be drawn. */
export interface CardView {
  readonly words: Words;
  readonly language: string;
  /** All cards of the file: who is open instead may be one that the page does not show. */
  readonly cards: readonly CardContact[];
  readonly holidays: readonly HolidayRule[];
  /** The subject of the page, ids with spaces between them: who is open instead should know of it. */
  readonly topic: string;
  readonly now: Date;
  readonly headingLevel: number;
  readonly onSave: (card: CardContact) => void;
}

/** Sentences have a place for the number, because it runs from left to right in every language. */
function withNumber(sentence: string, number: TemplateResult): TemplateResult {
  const [before = '', after = ''] = sentence.split('{number}');
  return html`${before}${number}${after}`;
}

const dialOf = ({dial}: {readonly dial: string}): string => need(/^\+?\d{3,15}$/.test(dial) && `tel:${dial}`);
const webOf = (url: string): string => need(/^https:\/\/[^\s/]/.test(url) && url);

const numberOf = ({shown}: {readonly shown: string}): TemplateResult =>
  html`<bdi class="num" dir="ltr">${need(shown)}</bdi>`;

/** Says that a contact is made up, unless its name says so. */
const exampleMark = ({example, name}: CardContact, {words}: CardView): TemplateResult | typeof nothing =>
  example && !name.includes(words.get('card.example'))
    ? html` <span class="example">${words.get('card.example')}</span>`
    : nothing;

const isEmergency = ({phone}: CardContact): boolean => phone?.dial === '112';

const callButton = (phone: NonNullable<CardContact['phone']>, kind: string, {words}: CardView): TemplateResult =>
  html`<a class="button ${kind}" href=${dialOf(phone)}
    >${icon('phone')}<span>${withNumber(words.get('card.call.now'), numberOf(phone))}</span></a
  >`;

/** Opens beside the page, which may hold a form: following a link in the same tab would wipe the answers. */
const pageLink = (url: string, kind: string, content: TemplateResult, {words}: CardView): TemplateResult =>
  html`<a class=${kind} href=${webOf(url)} target="_blank" rel="noopener noreferrer"
    >${content}<span class="vh"> ${words.get('card.newtab')}</span></a
  >`;

const siteOf = (
  {url, name}: CardContact,
  kind: string,
  mark: TemplateResult | typeof nothing,
  view: CardView,
): TemplateResult | typeof nothing =>
  url ? pageLink(url, kind, html`${mark}<span>${view.words.get('card.visit', {name})}</span>`, view) : nothing;

const chatButton = ({chat, name}: CardContact, kind: string, view: CardView): TemplateResult | typeof nothing =>
  chat
    ? pageLink(chat, `button ${kind}`, html`${icon('chat')}<span>${view.words.get('card.chat', {name})}</span>`, view)
    : nothing;

/** The ways to reach someone at once: the first is filled, unless somebody else should be called first. */
function actions(card: CardContact, isFirst: boolean, view: CardView): TemplateResult | typeof nothing {
  const {phone, chat, url} = card;
  if (!phone && !chat && !url) return nothing;
  const kind = isEmergency(card) ? 'danger' : isFirst ? '' : 'second';
  return html`<div class="actions">
    ${phone ? callButton(phone, kind, view) : nothing} ${chatButton(card, phone ? 'second' : kind, view)}
    ${phone || chat ? nothing : siteOf(card, 'button second', icon('globe'), view)}
  </div>`;
}

/** Who is open now in place of someone who is not: those who know of the subject of the page, else all. */
function findInstead(card: CardContact, {cards, topic, now, holidays}: CardView): readonly CardContact[] {
  const open = (card.whenClosed ?? [])
    .flatMap((id) => cards.find((other) => other.id === id) ?? [])
    .filter((other) => (other.phone ?? other.chat) && openingAt(other.opening, now, holidays).state === 'open');
  const asked = topic.split(/\s+/);
  const fitting = open.filter(({topics}) => topics.some((one) => asked.includes(one)));
  return fitting.length > 0 ? fitting : open;
}

const costOf = ({cost}: CardContact, {words}: CardView): string | undefined =>
  cost && words.get(`card.cost.${cost}`);

function insteadPanel(
  [first, ...others]: readonly CardContact[],
  isSure: boolean,
  view: CardView,
): TemplateResult | typeof nothing {
  if (!first) return nothing;
  const {words, headingLevel} = view;
  const title = words.get(isSure ? 'card.instead.sure' : 'card.instead.open', {name: first.name});
  const about = [first.note, costOf(first, view)].filter(Boolean).join(' ');
  return html`<div class="panel tint instead">
    <h3 aria-level=${headingLevel + 1}>${title}${exampleMark(first, view)}</h3>
    ${about ? html`<p>${about}</p>` : nothing} ${actions(first, true, view)}
    ${others.map(
      (other) => html`<p class="also">
        <span>${words.get('card.instead.also', {name: other.name})}</span>
        ${other.phone
          ? html`<a class="target" href=${dialOf(other.phone)}>${icon('phone', 's')}${numberOf(other.phone)}</a>`
          : chatButton(other, 'second small', view)}
      </p>`,
    )}
  </div>`;
}

const fact = (mark: TemplateResult, content: TemplateResult | string | typeof nothing): TemplateResult =>
  html`<li>${mark}<span>${content}</span></li>`;

/** A number among the facts: to call later, or from another country. */
const numberFact = (
  sentence: string,
  phone: NonNullable<CardContact['phone']>,
  mark: TemplateResult,
): TemplateResult =>
  fact(mark, withNumber(sentence, html`<a class="target" href=${dialOf(phone)}>${numberOf(phone)}</a>`));

/** Whether someone may see on the bill that this number was called. Nobody knows: then it can be. */
const maySeeOnBill = (card: CardContact | undefined): boolean =>
  card?.phone !== undefined && card.phoneBill !== 'no' && !isEmergency(card);

/** Only when there is a choice: nobody should think that they cannot call because one language is named. */
function languagesOf({languages}: CardContact, {words, language}: CardView): string | undefined {
  if (languages.length < 2) return undefined;
  const names = new Intl.DisplayNames(language, {type: 'language'});
  const list = new Intl.ListFormat(language, {type: 'conjunction'});
  return words.get('card.languages', {language: list.format(languages.map((one) => names.of(one) ?? one))});
}

function facts(card: CardContact, called: CardContact | undefined, view: CardView): TemplateResult {
  const {words} = view;
  const {phone, phoneAbroad, note, hours, opening, email, url, chat, anonymous} = card;
  const isLater = called !== card;
  const cost = costOf(card, view);
  const languages = languagesOf(card, view);
  const [local, domain] = email?.split('@') ?? [];
  const isOnBill = maySeeOnBill(called) || maySeeOnBill(card);
  return html`<ul class="facts">
    ${note ? fact(icon(isEmergency(card) ? 'alert' : 'info', 's'), need(note)) : nothing}
    ${hours && !opening?.always ? fact(cardIcon('clock', 's'), need(hours)) : nothing}
    ${phone && isLater ? numberFact(words.get('card.call.later'), phone, icon('phone', 's')) : nothing}
    ${chat && isLater
      ? fact(icon('chat', 's'), pageLink(chat, 'target', html`${words.get('card.chat', {name: card.name})}`, view))
      : nothing}
    ${phoneAbroad ? numberFact(words.get('card.call.abroad'), phoneAbroad, icon('phone', 's')) : nothing}
    ${email
      ? fact(
          icon('letter', 's'),
          html`<span class="vh">${words.get('card.mail')} </span
            ><a class="target" href="mailto:${need(/^[^\s?&]+@[^\s?&]+$/.test(email) && email)}"
              ><bdi dir="ltr">${local}@<wbr />${domain}</bdi></a
            >`,
        )
      : nothing}
    ${url && (phone || chat || isLater) ? fact(icon('globe', 's'), siteOf(card, 'target', nothing, view)) : nothing}
    ${cost ? fact(icon('coins', 's'), cost) : nothing}
    ${anonymous ? fact(icon('mask', 's'), words.get(`card.anonymous.${anonymous}`)) : nothing}
    ${isOnBill || card.phoneBill === 'no'
      ? fact(cardIcon('bill', 's'), words.get(isOnBill ? 'card.bill.yes' : 'card.bill.no'))
      : nothing}
    ${languages ? fact(icon('chat', 's'), languages) : nothing}
  </ul>`;
}

/** One card: who, open or not, the way to reach them, who is open in their place, and what is good to know before. */
export function contactCard(card: CardContact, opening: Opening, view: CardView): TemplateResult {
  const {words, headingLevel} = view;
  const {tone, text} = sayOpening(card, opening, view.now, words, view.language);
  const isOpen = opening.state === 'open';
  const instead = isOpen ? [] : findInstead(card, view);
  const isLater = opening.state === 'closed' && instead.length > 0;
  // Everyone knows 112, and nobody should keep what is made up.
  const canSave = (card.phone ?? card.chat ?? card.email ?? card.url) && !card.example && !isEmergency(card);
  return html`<article class="card" aria-labelledby="name-${card.id}">
    <div class="head">
      <h2 id="name-${card.id}" aria-level=${headingLevel}>${need(card.name)}${exampleMark(card, view)}</h2>
      <p class="tag ${tone}">${cardIcon('clock')}<span>${text}</span></p>
    </div>
    ${isLater ? nothing : actions(card, isOpen, view)} ${insteadPanel(instead, opening.state === 'unknown', view)}
    ${facts(card, isLater ? instead[0] : card, view)}
    ${canSave
      ? html`<details class="save">
          <summary>
            ${icon('next', 's flip')}<span>${words.get('card.save')}<span class="vh">: ${card.name}</span></span>
          </summary>
          <div class="body">
            <p id="save-${card.id}">${words.get('card.save.hint')}</p>
            <button
              class="button second small"
              type="button"
              aria-describedby="save-${card.id}"
              @click=${() => view.onSave(card)}
            >
              ${cardIcon('save', 's')}<span>${words.get('card.save.now')}<span class="vh">: ${card.name}</span></span>
            </button>
          </div>
        </details>`
      : nothing}
  </article>`;
}
