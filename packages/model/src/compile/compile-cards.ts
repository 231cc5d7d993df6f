import type {CardContact, OpeningHours} from '../rules/contact-card.js';
import type {HolidayRule} from '../rules/dutch-calendar.js';
import {holidaysSchema, weekdays} from '../schemas/contact.js';
import type {Content} from '../schemas/content.js';
import type {ResolvedContact} from '../schemas/gemeente.js';
import {keepCertain} from './check-contacts.js';
import {compact, compileContact} from './compile-language.js';
import {findNearest} from './nearest.js';
import type {Report} from './report.js';
import {joinCatalogues, type Words} from './words.js';

/** What cards are made of. */
export interface CardSource {
  readonly contacts: readonly ResolvedContact[];
  /** The key under which these contacts stand in the configuration; paths of findings and of `confirm` begin so. */
  readonly at: 'contacts' | 'staffContacts';
  /** Paths of what a person confirmed: `contacts/fairwork/phone`. */
  readonly confirmed: ReadonlySet<string>;
  /** Ids of all contacts that the same file will hold: `whenClosed` may name these. */
  readonly known: ReadonlySet<string>;
}

function openingOf({hours}: ResolvedContact): OpeningHours | undefined {
  if (!hours) return undefined;
  if (hours.always) return {always: true};
  return compact<OpeningHours>({
    weekly: hours.weekly?.map(({days, from, to}) => ({days: days.map((day) => weekdays.indexOf(day) + 1), from, to})),
    holidays: hours.holidays,
  });
}

/** What is not known is left out. */
const known = <V extends string>(fact: {readonly value: V} | undefined): Exclude<V, 'unknown'> | undefined =>
  fact && fact.value !== 'unknown' ? (fact.value as Exclude<V, 'unknown'>) : undefined;

/**
 * Makes the cards of contacts in one language. Uncertain facts stay out unless a person confirmed them, with a warning;
 * a contact that nobody is sure of, or that could be reached only in such a way, stays out as a whole. Reports unknown
 * ids in `whenClosed`.
 * The note of a national contact is `contact.<id>.about` when there is one: the card says cost and anonymity by itself.
 */
export function compileCards(
  source: CardSource,
  language: string,
  words: Words,
  report: Report,
): readonly CardContact[] {
  return source.contacts.flatMap((contact) => {
    const {id} = contact;
    const at = `${source.at}/${id}`;
    const kept = keepCertain(contact, at, source.confirmed, report);
    for (const other of contact.whenClosed ?? []) {
      if (other === id) report.error(`${at}/whenClosed`, other, 'closed-self', {name: id});
      if (source.known.has(other)) continue;
      report.error(`${at}/whenClosed`, other, 'contact-unknown', {name: other, nearest: findNearest(other, source.known)});
    }
    if (!kept) return [];
    const {phoneAbroad} = kept;
    const base = compileContact(kept, at, language, words, report);
    return compact<CardContact>({
      ...base,
      note: contact.note ? base.note : (words.find(`contact.${id}.about`) ?? base.note),
      phoneAbroad: phoneAbroad && {dial: phoneAbroad.dial, shown: phoneAbroad.shown},
      opening: openingOf(kept),
      cost: known(kept.cost),
      anonymous: known(kept.anonymous),
      phoneBill: known(kept.phoneBill),
      languages: kept.languages ?? [],
      roles: kept.roles ?? [],
      topics: kept.topics ?? [],
      whenClosed: kept.whenClosed,
    });
  });
}

/**
 * Leaves out of `whenClosed` who has no card. Who names nobody, and is not always open, gets the contacts of `help`:
 * those the gemeente shows beside its form, without 112. Call it with all cards of a file.
 */
export function linkCards(cards: readonly CardContact[], help: readonly string[]): readonly CardContact[] {
  const ids = new Set(cards.map(({id}) => id));
  const usual = help.filter((id) => cards.some((card) => card.id === id && card.phone?.dial !== '112'));
  return cards.map(({whenClosed, ...card}) => {
    const own = whenClosed?.filter((id) => ids.has(id)) ?? [];
    const chain = own.length > 0 || card.opening?.always ? own : usual.filter((id) => id !== card.id);
    return chain.length > 0 ? {...card, whenClosed: chain} : card;
  });
}

/** Gives the sentences of the card: all of the catalogue `card` that are its own, and how a time is written. */
export function compileCardTexts(content: Content, language: string, words: Words): Readonly<Record<string, string>> {
  const keys = Object.keys(joinCatalogues(content, 'nl')).filter((key) => key.startsWith('card.'));
  return Object.fromEntries([...keys, 'hours.time'].map((key) => [key, words.need(key, `texts/${language}`)]));
}

/** Gives the rules of the public holidays; content without rules has none. Throws for rules that are none. */
export function compileHolidays(content: Content): readonly HolidayRule[] {
  const {rules = []} = holidaysSchema.parse(content.contacts.holidays);
  return rules.map((rule) => compact<HolidayRule>(rule));
}
