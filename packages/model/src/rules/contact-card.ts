import type {HolidayRule} from './dutch-calendar.js';
import type {CompiledGemeente, Contact} from './gemeente.js';

/** Tells a compiled file with contacts from any other JSON: the value of `format`. */
export const CONTACTS_FORMAT = 'baken.contacts/1';

/**
 * When someone can be reached, in Europe/Amsterdam. `days` are ISO days: 1 is Monday. Times are `HH:MM`, `24:00` is the
 * end of the day. `holidays` says what happens on Dutch public holidays; `unknown` is said as unknown, never guessed.
 */
export interface OpeningHours {
  readonly always?: true;
  readonly weekly?: readonly {readonly days: readonly number[]; readonly from: string; readonly to: string}[];
  readonly holidays?: 'closed' | 'open' | 'unknown';
}

/** A contact with all that a card shows. What is not known is left out. */
export interface CardContact extends Contact {
  /** From outside the Netherlands. */
  readonly phoneAbroad?: NonNullable<Contact['phone']>;
  readonly opening?: OpeningHours;
  readonly cost?: 'free' | 'local';
  readonly anonymous?: 'yes' | 'possible' | 'no';
  /** Whether a call can stand on the phone bill. */
  readonly phoneBill?: 'yes' | 'no';
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly roles: readonly string[];
  readonly topics: readonly string[];
  /** Ids of contacts to try when this one is closed, in this order. */
  readonly whenClosed?: readonly string[];
}

/**
 * What contact cards need, in one language: `baken build` writes it for residents as `x.contacts.<language>.json`,
 * a file of its own, so that a page with only the form does not fetch it. The staff file has `cards` of its own.
 */
export interface CompiledContacts
  extends Pick<CompiledGemeente, 'gemeente' | 'language' | 'languages' | 'unreviewed' | 'example' | 'content'> {
  readonly format: typeof CONTACTS_FORMAT;
  readonly cards: readonly CardContact[];
  /** The public holidays of `contacts.json`. */
  readonly holidays: readonly HolidayRule[];
  /** The sentences of the card, by key. */
  readonly texts: Readonly<Record<string, string>>;
}
