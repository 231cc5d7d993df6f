import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {Contact} from '@baken/model/rules/gemeente';

import {icon} from './icon.js';
import {need, type Words} from './words.js';

/** A phone number as a link, or nothing without one. Numbers run from left to right in every language. */
export function phoneLink({phone}: Contact, before?: TemplateResult): TemplateResult | typeof nothing {
  if (!phone) return nothing;
  const href = need(/^\+?\d{3,15}$/.test(phone.dial) && `tel:${phone.dial}`);
  return html`<a href=${href}>${before}<bdi class="num" dir="ltr">${need(phone.shown)}</bdi></a>`;
}

/** Opens beside the form: following a link in the same tab would wipe the answers. */
const pageLink = (url: string, text: string, words: Words, name: string): TemplateResult =>
  html`<a href=${need(/^https:\/\/[^\s/]/.test(url) && url)} target="_blank" rel="noopener noreferrer"
    >${icon(name, 's')}<span>${text}<span class="vh"> ${words.get('newtab')}</span></span></a
  >`;

/** Says that something of a sample gemeente is made up, unless its `name` says so. */
export function exampleMark(isExample: true | undefined, words: Words, name = ''): TemplateResult | typeof nothing {
  return isExample && !name.includes(words.get('example'))
    ? html` <span class="example">${words.get('example')}</span>`
    : nothing;
}

/** One contact: who, how to reach them, when. */
export function contactItem(contact: Contact, words: Words): TemplateResult {
  const name = need(contact.name);
  const {chat, url, email} = contact;
  return html`<li class="call">
    <span class="who">${name}${exampleMark(contact.example, words, name)}</span>
    ${phoneLink(contact, icon('phone', 's'))}
    ${chat
      ? pageLink(chat, words.get('chat', {name}), words, 'chat')
      : url
        ? pageLink(url, words.get('visit', {name}), words, 'globe')
        : nothing}
    ${email ? html`<a href="mailto:${need(email)}">${icon('letter', 's')}<span>${email}</span></a>` : nothing}
    ${[contact.hours, contact.note].map((text) => (text ? html`<span class="meta">${need(text)}</span>` : nothing))}
  </li>`;
}

/** Finds contacts by id, in the order asked. An id that this gemeente does not have is left out. */
export function findContacts(contacts: readonly Contact[], ids: readonly string[]): readonly Contact[] {
  return ids.flatMap((id) => contacts.find((contact) => contact.id === id) ?? []);
}
