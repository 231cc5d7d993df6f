import {type Certainty, isUncertain} from '../schemas/contact.js';
import type {Content} from '../schemas/content.js';
import type {ResolvedContact, ResolvedGemeente} from '../schemas/gemeente.js';
import {findNearest} from './nearest.js';
import type {Report} from './report.js';

/** After this many days a contact should be checked again. */
export const DAYS_TO_CHECK_AGAIN = 180;

/** All that has a certainty of its own. */
const shownFacts = ['phone', 'phoneAbroad', 'chat', 'url', 'email', 'hours', 'cost', 'anonymous', 'phoneBill'] as const;
type Fact = (typeof shownFacts)[number];

/** The ways to reach someone by the form, which shows no number for abroad. */
const formChannels: readonly Fact[] = ['phone', 'chat', 'url', 'email'];

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^31(?=\d{9}$)/, '0');

/** Says how many days lie between two ISO days. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Lists what a contact can be about: the forms of exploitation, and the subjects of pages. */
export const listTopics = ({topics = []}: ResolvedGemeente, {forms}: Content): readonly string[] =>
  [...forms.forms, ...topics].map(({id}) => id);

/** Checks one contact by itself: a number that is shown must be the number that is called. `topics` are all there are. */
export function checkContact(
  contact: ResolvedContact,
  path: string,
  {today, topics}: {readonly today: string | undefined; readonly topics: readonly string[]},
  report: Report,
): void {
  const {lastChecked, hours} = contact;
  for (const name of ['phone', 'phoneAbroad'] as const) {
    const number = contact[name];
    if (!number || digits(number.dial) === digits(number.shown)) continue;
    report.error(`${path}/${name}/shown`, number.shown, 'shown-other', {dial: number.dial});
  }
  if (hours && (hours.always === undefined) === (hours.weekly === undefined)) {
    report.error(`${path}/hours`, hours, 'hours');
  }
  contact.topics?.forEach((topic, index) => {
    if (topics.includes(topic)) return;
    report.error(`${path}/topics/${index}`, topic, 'topic-unknown', {name: topic, nearest: findNearest(topic, topics)});
  });
  if (!contact.example && !formChannels.some((name) => contact[name])) {
    report.warn(path, contact.id, 'no-channel', {name: contact.id});
  }
  if (lastChecked === undefined) {
    if (!contact.example) report.warn(`${path}/lastChecked`, undefined, 'never-checked', {name: contact.id});
  } else if (today !== undefined && lastChecked > today) {
    report.warn(`${path}/lastChecked`, lastChecked, 'day-future', {name: contact.id});
  } else if (today !== undefined && daysBetween(lastChecked, today) > DAYS_TO_CHECK_AGAIN) {
    report.warn(`${path}/lastChecked`, lastChecked, 'check-again', {name: contact.id, days: DAYS_TO_CHECK_AGAIN});
  }
}

/** Tells whether something stays out until a person confirms it, and says so. */
function isLeftOut(
  path: string,
  certainty: Certainty | undefined,
  confirmed: ReadonlySet<string>,
  report: Report,
): boolean {
  if (!isUncertain(certainty) || confirmed.has(path)) return false;
  report.warn(path, certainty, 'uncertain', {name: path, certainty});
  return true;
}

/**
 * Leaves out of a contact what nobody is sure of. Nothing is left of a contact of which nobody is sure, or that lost
 * every one of its `channels`; one that never had any stays.
 */
export function keepCertain(
  contact: ResolvedContact,
  path: string,
  confirmed: ReadonlySet<string>,
  report: Report,
  channels: readonly Fact[] = [...formChannels, 'phoneAbroad'],
): ResolvedContact | undefined {
  if (isLeftOut(path, contact.certainty, confirmed, report)) return undefined;
  const left = shownFacts.filter((name) => isLeftOut(`${path}/${name}`, contact[name]?.certainty, confirmed, report));
  const had = channels.filter((name) => contact[name]);
  if (had.length > 0 && had.every((name) => left.includes(name))) return undefined;
  const kept = Object.entries(contact).filter(([name]) => !left.some((out) => out === name));
  return Object.fromEntries(kept) as ResolvedContact;
}

/** Gives the path of a contact in the configuration. */
export type PathOf = (id: string) => string;

const publicPath: PathOf = (id) => `contacts/${id}`;

/** Which facts of contacts and signs there are, by the path that `confirm` uses, and how sure someone is of them. */
function listFacts(
  contacts: readonly ResolvedContact[],
  signs: Content['signs']['signs'],
  pathOf: PathOf,
): ReadonlyMap<string, Certainty | undefined> {
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
    readonly pathOf?: PathOf;
  },
  report: Report,
): Trusted {
  const {shown, pathOf = publicPath} = from;
  const facts = listFacts(from.contacts, from.signs, pathOf);
  const uncertain = [...facts.keys()].filter((path) => isUncertain(facts.get(path)));
  const confirmed = new Set(Object.keys(from.confirm ?? {}));
  for (const path of confirmed) {
    if (!facts.has(path)) {
      report.error(`confirm/${path}`, path, 'confirm-unknown', {name: path, nearest: findNearest(path, uncertain)});
    }
  }
  const contacts = new Map<string, ResolvedContact>();
  for (const contact of from.contacts) {
    if (!shown.has(contact.id)) continue;
    const kept = keepCertain(contact, pathOf(contact.id), confirmed, report, formChannels);
    if (kept) contacts.set(contact.id, kept);
  }
  const isSure = ({id, certainty}: Content['signs']['signs'][number]): boolean =>
    !isLeftOut(`signs/${id}`, certainty, confirmed, report);
  return {contacts, signs: from.signs.filter(isSure)};
}
