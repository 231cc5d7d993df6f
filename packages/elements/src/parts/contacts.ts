import {html, nothing, type TemplateResult} from 'lit';

import type {Contact} from '@baken/model/rules/gemeente';

import {icon} from './icon.js';
import {need, type Words} from './words.js';

const phoneHref = (dial: string): string => {
  if (!/^\+?\d{3,15}$/.test(dial)) throw new TypeError('not a phone number');
  return `tel:${dial}`;
};

const pageHref = (url: string): string => {
  if (!/^https:\/\/[^\s/]/.test(url)) throw new TypeError('not an https address');
  return url;
};

/** A phone number as a link. Numbers run from left to right in every language. */
export function phoneLink(contact: Contact, before: TemplateResult | typeof nothing, kind = ''): TemplateResult {
  const {phone} = contact;
  if (!phone) throw new TypeError('a number is missing');
  return html`<a class=${kind || nothing} href=${phoneHref(phone.dial)}
    >${before}<bdi class="num" dir="ltr">${need(phone.shown)}</bdi></a
  >`;
}

/** Opens beside the form: following a link in the same tab would wipe the answers. */
const pageLink = (url: string, text: string, words: Words, name: string): TemplateResult =>
  html`<a href=${pageHref(url)} target="_blank" rel="noopener noreferrer"
    >${icon(name, 's')}<span>${text}<span class="vh"> ${words.get('newtab')}</span></span></a
  >`;

/** One contact: who, how to reach them, when. */
export function contactItem(contact: Contact, words: Words): TemplateResult {
  const name = need(contact.name);
  return html`<li class="call">
    <span class="who"
      >${name}${contact.example ? html` <span class="example">${words.get('example')}</span>` : nothing}</span
    >
    ${contact.phone ? phoneLink(contact, icon('phone', 's')) : nothing}
    ${contact.chat ? pageLink(contact.chat, words.get('chat', {name}), words, 'chat') : nothing}
    ${contact.url && !contact.chat ? pageLink(contact.url, words.get('visit', {name}), words, 'globe') : nothing}
    ${contact.email
      ? html`<a href="mailto:${need(contact.email)}">${icon('letter', 's')}<span>${contact.email}</span></a>`
      : nothing}
    ${contact.hours ? html`<span class="meta">${need(contact.hours)}</span>` : nothing}
    ${contact.note ? html`<span class="meta">${need(contact.note)}</span>` : nothing}
  </li>`;
}

/** Finds contacts by id, in the order asked. An id that this gemeente does not have is left out. */
export function findContacts(contacts: readonly Contact[], ids: readonly string[]): readonly Contact[] {
  return ids.flatMap((id) => contacts.find((contact) => contact.id === id) ?? []);
}
