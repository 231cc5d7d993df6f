import {type Answer, type Answers, findRoute} from './answers.js';
import type {CompiledGemeente, ContactField} from './gemeente.js';

/** The value of `schema` in every signal. */
export const SIGNAL_SCHEMA = 'baken.signal/1';

export const channels = ['public', 'staff'] as const;
export type Channel = (typeof channels)[number];

/** How a reporter can be reached, in the reporter's own words. */
export type SignalContact = Readonly<Partial<Record<ContactField, string>>>;

/** What an employee answered in the meldroute, and what came of it. */
export interface SignalRoute {
  /** Id and version: `default@1`. */
  readonly meldroute: string;
  /** Chosen answers by node. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Ids of the routes that were shown, the most urgent first. */
  readonly routes: readonly string[];
  readonly flags: readonly string[];
  /** Consent by purpose; a purpose that was not asked is left out. */
  readonly consent: Readonly<Record<string, 'yes' | 'no' | 'later'>>;
}

/** A signal as it leaves the page. It holds nothing of the page itself: no referrer, user agent, screen or address. */
export interface Signal {
  readonly schema: typeof SIGNAL_SCHEMA;
  /** A v4 uuid; the backend stores each id once. */
  readonly id: string;
  /** ISO 8601 in UTC, rounded down to the hour for public signals. */
  readonly createdAt: string;
  /** BCP 47. The language of the questions, not of what was typed. */
  readonly language: string;
  readonly channel: Channel;
  /** Four-digit CBS code. */
  readonly gemeente: string;
  /** The question set that was asked: `public@1`. */
  readonly questions: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Ids of the signs that an employee ticked; channel `staff` only. */
  readonly checklist?: readonly string[];
  /** The way through the meldroute; channel `staff` only. */
  readonly route?: SignalRoute;
  readonly contact: SignalContact | null;
  readonly attachments: readonly never[];
  readonly client: {readonly version: string};
}

/** What a backend answers when a signal is stored. */
export interface Receipt {
  readonly id: string;
  /** SHA-256 of the body as received, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** A short code for people. */
  readonly reference: string;
  /** ISO 8601; rounded down to the hour for public signals. */
  readonly receivedAt: string;
}

/** One signal, ready to send: the same bytes on every try. `digest` as in `Receipt`. */
export interface Envelope {
  readonly id: string;
  readonly body: string;
  readonly digest: string;
}

/** Rounds an instant down to the whole hour: exact times can tell who reported. */
export function roundToHour(instant: Date): string {
  return `${instant.toISOString().slice(0, 13)}:00:00.000Z`;
}

/** Builds a public signal from the answers on the route. */
export function buildSignal(from: {
  readonly gemeente: CompiledGemeente;
  readonly answers: Answers;
  readonly topic?: string | undefined;
  readonly id: string;
  readonly now: Date;
  readonly version: string;
}): Signal {
  const {gemeente} = from;
  const kept = findRoute(gemeente, from.answers, from.topic).answers;
  const answers: Record<string, Answer> = {};
  const contact: Partial<Record<ContactField, string>> = {};
  for (const question of gemeente.steps.flatMap((step) => step.questions)) {
    const answer = kept[question.id];
    if (answer === undefined) continue;
    if (question.contact && typeof answer === 'string') contact[question.contact] = answer;
    else answers[question.id] = answer;
  }
  return {
    schema: SIGNAL_SCHEMA,
    id: from.id,
    createdAt: roundToHour(from.now),
    language: gemeente.language,
    channel: 'public',
    gemeente: gemeente.gemeente.code,
    questions: gemeente.questionSet,
    answers,
    contact: Object.keys(contact).length > 0 ? contact : null,
    attachments: [],
    client: {version: from.version},
  };
}
