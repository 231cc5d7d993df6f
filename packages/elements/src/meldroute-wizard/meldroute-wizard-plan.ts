import type {CardContact} from '@baken/model/rules/contact-card';
import {dueAgainAt, dueAt} from '@baken/model/rules/deadline';
import {addDays, isWorkday, wallClock} from '@baken/model/rules/dutch-calendar';
import {type ConsentChoice, INTEGRITY, type MeldrouteRoute} from '@baken/model/rules/meldroute';
import {type Opening, openingAt} from '@baken/model/rules/opening-hours';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {findEndpoint, findRoutes, hasChannel, type Outcome, resolveContacts} from '@baken/model/rules/walk-meldroute';

import type {StaffWords} from '../parts/staff-words.js';

/** A contact at this moment. */
export interface PlanContact {
  readonly card: CardContact;
  readonly opening: Opening;
  /** Since when, or until when, in words; nothing when that is not known. */
  readonly hours: string | undefined;
}

/** One thing to do, in words, before when, and with whom. */
export interface PlanStep {
  readonly route: MeldrouteRoute;
  /** How soon, in one or two words. */
  readonly tag: string;
  /** The moment before which it had to be done is past. */
  readonly isLate: boolean;
  /** The day and the time before which, and when to do it once more. */
  readonly day: string | undefined;
  readonly time: string | undefined;
  readonly again: string | undefined;
  readonly title: string;
  readonly actor: string | undefined;
  readonly say: readonly string[];
  readonly dont: readonly string[];
  readonly note: string | undefined;
  /** Who to turn to first; nothing when this gemeente has nobody for it. */
  readonly contact: PlanContact | undefined;
  /** Who can be reached now, while the first one is closed. */
  readonly instead: PlanContact | undefined;
  readonly others: readonly PlanContact[];
  /** When something of this step changes by itself: someone opens or closes, or it is too late. */
  readonly changes: readonly Date[];
}

/** All that there is to do, the most urgent first. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  /** What holds for every step. */
  readonly dont: readonly string[];
  /** When it was drawn up, in words. */
  readonly made: string;
  /** The routes pass by someone of the gemeente who is involved. */
  readonly isIntegrity: boolean;
  readonly canRegister: boolean;
}

/** What a plan is made from. Times are those of the Netherlands. */
export interface PlanSource {
  readonly staff: CompiledStaff;
  readonly words: StaffWords;
  readonly outcome: Outcome;
  /** From when deadlines count. */
  readonly made: Date;
  /** By which someone is open or not, and something is late or not. */
  readonly now: Date;
}

const timeZone = 'Europe/Amsterdam';

const day = (language: string, instant: Date): string =>
  new Intl.DateTimeFormat(language, {timeZone, weekday: 'short', day: 'numeric', month: 'long'}).format(instant);

const time = (words: StaffWords, instant: Date): string => {
  const [hour = '', minute = ''] = wallClock(instant).time.split(':');
  return words.get('wizard.time', {hour: Number(hour), minute});
};

function describeHours(opening: Opening, {staff, words, now}: PlanSource): string | undefined {
  const until = opening.state === 'open' ? opening.until : opening.state === 'closed' ? opening.opensAt : undefined;
  if (!until) return undefined;
  const isToday = wallClock(until).day === wallClock(now).day;
  const values = {day: day(staff.language, until), time: time(words, until)};
  return words.get(`wizard.${opening.state}.${isToday ? 'today' : 'day'}`, values);
}

type Reachable = Pick<PlanStep, 'contact' | 'instead' | 'others' | 'changes'>;

function findContacts(route: MeldrouteRoute, source: PlanSource): Reachable {
  const {cards, holidays} = source.staff.staff;
  const {involved} = source.outcome;
  const look = (card: CardContact): PlanContact => {
    const opening = openingAt(card.opening, source.now, holidays);
    return {card, opening, hours: describeHours(opening, source)};
  };
  const [first, ...rest] = resolveContacts(route, cards, involved).filter(hasChannel);
  if (!first) return {contact: undefined, instead: undefined, others: [], changes: []};
  const contact = look(first);
  const others = rest.map(look);
  const next = resolveContacts({contacts: first.whenClosed ?? []}, cards, involved).map(look);
  const instead =
    contact.opening.state === 'closed' ? [...next, ...others].find(({opening}) => opening.state === 'open') : undefined;
  return {
    contact,
    instead,
    others: others.filter(({card}) => card !== instead?.card),
    changes: [contact, ...others, ...next].flatMap(({opening}) => opening.changesAt ?? []),
  };
}

/** Counts the working days after a day, until another one. */
function countWorkdays(from: string, to: string, {staff}: PlanSource): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkday(at, staff.staff.holidays)) count += 1;
  return count;
}

/** What has to be done today is in time until midnight, and the rest until the end of work. */
function isPast({deadline}: MeldrouteRoute, due: Date, now: Date): boolean {
  return deadline.kind === 'workdays' ? due < now : wallClock(due).day < wallClock(now).day;
}

function tagOf(route: MeldrouteRoute, due: Date | undefined, source: PlanSource): string {
  const {words, now} = source;
  const {deadline} = route;
  if (deadline.kind === 'now' || !due) return words.get(`wizard.when.${deadline.kind === 'now' ? 'now' : 'free'}`);
  if (isPast(route, due, now)) return words.get('wizard.when.late');
  const today = wallClock(now).day;
  const then = wallClock(due).day;
  if (then === today) return words.get('wizard.when.today');
  if (then === addDays(today, 1)) return words.get('wizard.when.tomorrow');
  return words.count('wizard.when.workdays', countWorkdays(today, then, source));
}

function makeStep(route: MeldrouteRoute, source: PlanSource): PlanStep {
  const {staff, words, made, now} = source;
  const {holidays} = staff.staff;
  const {id, deadline, again} = route;
  const due = dueAt(deadline, made, holidays);
  const isDated = due !== undefined && deadline.kind !== 'now';
  const once = isDated && again !== undefined ? dueAgainAt(due, again, holidays) : undefined;
  const contacts = findContacts(route, source);
  return {
    route,
    tag: tagOf(route, due, source),
    isLate: isDated && isPast(route, due, now),
    day: isDated ? day(staff.language, due) : undefined,
    time: isDated && deadline.kind === 'workdays' ? words.get('wizard.before', {time: time(words, due)}) : undefined,
    again: once && words.get('wizard.again', {day: day(staff.language, once)}),
    title: words.get(`route.${id}.title`),
    actor: words.find(`route.${id}.actor`),
    say: words.list(`route.${id}.say`),
    dont: words.list(`route.${id}.dont`),
    note: words.find(`route.${id}.note`),
    ...contacts,
    // A moment after: before it is still in time.
    changes: isDated ? [...contacts.changes, new Date(due.getTime() + 1)] : contacts.changes,
  };
}

/** Makes the plan of the answers so far. Before the last question it holds what is already certain. */
export function makePlan(source: PlanSource): Plan {
  const {staff, words, outcome, made} = source;
  const routes = findRoutes(staff.staff.meldroute, outcome, staff.staff.endpoints);
  const on = new Intl.DateTimeFormat(staff.language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return {
    steps: routes.map((route) => makeStep(route, source)),
    dont: words.list('wizard.dont'),
    made: words.get('wizard.made', {day: on.format(made), time: time(words, made)}),
    isIntegrity: outcome.flags.includes(INTEGRITY),
    canRegister: findEndpoint(staff.staff.endpoints, outcome) !== undefined,
  };
}

/** The ways to reach a contact, in plain text. */
function reach({card}: PlanContact): string {
  const ways = [card.phone?.shown, card.email, card.chat ?? card.url].filter((way) => way !== undefined);
  return `${card.name}: ${ways.join(', ')}`;
}

/** What was said about consent, in words. */
export interface SpokenConsent {
  readonly purpose: string;
  readonly label: string;
  readonly said: string;
  /** What it can become; nothing when it was said in a question about more, which is then answered again. */
  readonly steps: readonly ConsentChoice[];
}

/** Writes a plan as plain text, to paste where the employee keeps it. */
export function writePlan(plan: Plan, consent: readonly SpokenConsent[], words: StaffWords): string {
  const steps = plan.steps.map((step, index) =>
    [
      `${index + 1}. ${[step.tag, step.day, step.time].filter(Boolean).join(', ')}: ${step.title}`,
      step.actor,
      ...[step.contact, step.instead, ...step.others].flatMap((contact) => (contact ? reach(contact) : [])),
      ...step.say,
      ...step.dont,
      step.note,
      step.again,
    ]
      .filter(Boolean)
      .join('\n   '),
  );
  const bullets = (key: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : [words.get(key), ...lines.map((line) => `- ${line}`)].join('\n');
  return [
    words.get('wizard.print.title'),
    plan.made,
    ...steps,
    bullets('wizard.dont.title', plan.dont),
    bullets('wizard.consent.title', consent.map(({label, said}) => `${label}: ${said}`)),
  ]
    .filter(Boolean)
    .join('\n\n');
}
