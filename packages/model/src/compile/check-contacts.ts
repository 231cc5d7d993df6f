import type {Certainty} from '../schemas/contact.js';
import type {Content} from '../schemas/content.js';
import type {ResolvedContact, ResolvedGemeente} from '../schemas/gemeente.js';
import {findNearest} from './nearest.js';
import type {Report} from './report.js';

/** After this many days a contact should be checked again. */
export const DAYS_TO_CHECK_AGAIN = 180;

/** The ways to reach a contact: what a visitor may see of it besides name and hours. */
const channels = ['phone', 'chat', 'url', 'email'] as const;
const shownFacts = [...channels, 'hours'] as const;

const isUncertain = (certainty: Certainty | undefined): boolean => certainty === 'K?' || certainty === 'S-old';

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

/** Which facts of `contacts` and `signs` need a person's word, by the path that `confirm` uses. */
function findUncertain(gemeente: ResolvedGemeente, content: Content): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const contact of gemeente.contacts ?? []) {
    if (isUncertain(contact.certainty)) paths.add(`contacts/${contact.id}`);
    for (const name of shownFacts) {
      if (isUncertain(contact[name]?.certainty)) paths.add(`contacts/${contact.id}/${name}`);
    }
  }
  for (const sign of content.signs.signs) if (isUncertain(sign.certainty)) paths.add(`signs/${sign.id}`);
  return paths;
}

/** What may be shown: uncertain facts only when a person confirmed them. */
export interface Trusted {
  /** Contacts that are shown somewhere, by id, without uncertain facts. */
  readonly contacts: ReadonlyMap<string, ResolvedContact>;
  readonly signs: Content['signs']['signs'];
}

/** Leaves out what nobody is sure of, and says so in a warning. `shown` are the ids that the form uses. */
export function leaveOutUncertain(
  gemeente: ResolvedGemeente,
  content: Content,
  shown: ReadonlySet<string>,
  report: Report,
): Trusted {
  const uncertain = findUncertain(gemeente, content);
  const confirmed = new Set(Object.keys(gemeente.confirm ?? {}));
  for (const path of confirmed) {
    const [kind, id = '', fact] = path.split('/');
    const contact = gemeente.contacts?.find((one) => one.id === id);
    const exists =
      (kind === 'contacts' && contact && (fact === undefined || Object.hasOwn(contact, fact))) ||
      (kind === 'signs' && content.signs.signs.some((sign) => sign.id === id));
    if (!exists) {
      report.error(`confirm/${path}`, path, 'confirm-unknown', {name: path, nearest: findNearest(path, uncertain)});
    }
  }
  const isLeftOut = (path: string, certainty: Certainty | undefined): boolean => {
    if (!uncertain.has(path) || confirmed.has(path)) return false;
    report.warn(path, certainty, 'uncertain', {name: path, certainty});
    return true;
  };

  const contacts = new Map<string, ResolvedContact>();
  for (const contact of gemeente.contacts ?? []) {
    const path = `contacts/${contact.id}`;
    if (!shown.has(contact.id) || isLeftOut(path, contact.certainty)) continue;
    const left = shownFacts.filter((name) => isLeftOut(`${path}/${name}`, contact[name]?.certainty));
    const hadChannel = channels.some((name) => contact[name]);
    const hasChannel = channels.some((name) => contact[name] && !left.includes(name));
    if (hadChannel && !hasChannel) continue;
    const kept = Object.entries(contact).filter(([name]) => !left.some((out) => out === name));
    contacts.set(contact.id, Object.fromEntries(kept) as ResolvedContact);
  }
  const signs = content.signs.signs.filter((sign) => !isLeftOut(`signs/${sign.id}`, sign.certainty));
  return {contacts, signs};
}
