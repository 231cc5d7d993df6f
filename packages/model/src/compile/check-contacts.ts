import {type Certainty, isUncertain} from '../schemas/contact.js';
import type {Content} from '../schemas/content.js';
import type {ResolvedContact, ResolvedGemeente} from '../schemas/gemeente.js';
import {findNearest} from './nearest.js';
import type {Report} from './report.js';

/** After this many days a contact should be checked again. */
export const DAYS_TO_CHECK_AGAIN = 180;

/** The ways to reach a contact, and all else that a card may say of it. */
const channels = ['phone', 'chat', 'url', 'email'] as const;
const shownFacts = [...channels, 'phoneAbroad', 'hours', 'cost', 'anonymous', 'phoneBill'] as const;

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^31(?=\d{9}$)/, '0');

/** Says how many days lie between two ISO days. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Checks one contact by itself: a number that is shown must be the number that is called. */
export function checkContact(contact: ResolvedContact, path: string, today: string | undefined, report: Report): void {
  const {phone, lastChecked, hours} = contact;
  if (phone && digits(phone.dial) !== digits(phone.shown)) {
    report.error(`${path}/phone/shown`, phone.shown, 'shown-other', {dial: phone.dial});
  }
  if (hours && (hours.always === undefined) === (hours.weekly === undefined)) {
    report.error(`${path}/hours`, hours, 'hours');
  }
  if (lastChecked === undefined) {
    if (!contact.example) report.warn(`${path}/lastChecked`, undefined, 'never-checked', {name: contact.id});
  } else if (today !== undefined && daysBetween(lastChecked, today) > DAYS_TO_CHECK_AGAIN) {
    report.warn(`${path}/lastChecked`, lastChecked, 'check-again', {name: contact.id, days: DAYS_TO_CHECK_AGAIN});
  }
}

/** Gives the path of a contact in the configuration. */
export type PathOf = (id: string) => string;

const publicPath: PathOf = (id) => `contacts/${id}`;

/** The path under which a person confirms a translation. */
export const languagePath = (language: string): string => `languages/${language}`;

/** Which facts of contacts and signs there are, by the path that `confirm` uses, and how sure someone is of them. */
function listFacts(
  contacts: readonly ResolvedContact[],
  signs: Content['signs']['signs'],
  pathOf: PathOf,
): Map<string, Certainty | undefined> {
  const facts = new Map<string, Certainty | undefined>();
  for (const contact of contacts) {
    facts.set(pathOf(contact.id), contact.certainty);
    for (const name of shownFacts) {
      if (contact[name]) facts.set(`${pathOf(contact.id)}/${name}`, contact[name].certainty);
    }
  }
  for (const {id, certainty} of signs) facts.set(`signs/${id}`, certainty);
  return facts;
}

/** What may be shown: uncertain facts only when a person confirmed them. */
export interface Trusted {
  /** Contacts that are shown somewhere, by id, without uncertain facts. */
  readonly contacts: ReadonlyMap<string, ResolvedContact>;
  readonly signs: Content['signs']['signs'];
}

/** Leaves out what nobody is sure of, and says so in a warning. `shown` are the ids of contacts that are used. */
export function leaveOutUncertain(
  from: {
    readonly contacts: readonly ResolvedContact[];
    readonly signs: Content['signs']['signs'];
    readonly confirm: ResolvedGemeente['confirm'];
    readonly shown: ReadonlySet<string>;
    /** Languages: a person may confirm that a translation is right, as `languages/pl`. */
    readonly languages: readonly string[];
    readonly pathOf?: PathOf;
  },
  report: Report,
): Trusted {
  const {shown, languages, pathOf = publicPath} = from;
  const facts = listFacts(from.contacts, from.signs, pathOf);
  for (const language of languages) facts.set(languagePath(language), undefined);
  const uncertain = [...facts.keys()].filter((path) => isUncertain(facts.get(path)));
  const confirmed = new Set(Object.keys(from.confirm ?? {}));
  for (const path of confirmed) {
    if (!facts.has(path)) {
      report.error(`confirm/${path}`, path, 'confirm-unknown', {name: path, nearest: findNearest(path, uncertain)});
    }
  }
  const isLeftOut = (path: string): boolean => {
    const certainty = facts.get(path);
    if (!isUncertain(certainty) || confirmed.has(path)) return false;
    report.warn(path, certainty, 'uncertain', {name: path, certainty});
    return true;
  };

  const contacts = new Map<string, ResolvedContact>();
  for (const contact of from.contacts) {
    const path = pathOf(contact.id);
    if (!shown.has(contact.id) || isLeftOut(path)) continue;
    const left = shownFacts.filter((name) => isLeftOut(`${path}/${name}`));
    const hadChannel = channels.some((name) => contact[name]);
    const hasChannel = channels.some((name) => contact[name] && !left.includes(name));
    if (hadChannel && !hasChannel) continue;
    const kept = Object.entries(contact).filter(([name]) => !left.some((out) => out === name));
    contacts.set(contact.id, Object.fromEntries(kept) as ResolvedContact);
  }
  return {contacts, signs: from.signs.filter(({id}) => !isLeftOut(`signs/${id}`))};
}
