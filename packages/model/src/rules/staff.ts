import type {CardContact} from './contact-card.js';
import type {HolidayRule} from './dutch-calendar.js';
import type {CompiledGemeente, Step, Weight} from './gemeente.js';
import type {Meldroute} from './meldroute.js';

/** Where staff register a signal, and which roles read it there. */
export interface StaffEndpoint {
  readonly id: string;
  readonly type: 'json';
  readonly url: string;
  /** Ids of roles of the meldroute. */
  readonly readers: readonly string[];
  /** For signals about someone of the gemeente: no other endpoint is used for them, and this one for nothing else. */
  readonly integrity?: true;
}

/** A sign as staff see it: with its weight, which is never shown as a score. */
export interface StaffSign {
  readonly id: string;
  readonly form: string;
  readonly weight: Weight;
  readonly text: string;
}

export const actions = ['now', 'today', 'advice', 'open'] as const;
/** What to do: at once, today, ask advice, or nothing certain, with the way to advice left open. */
export type Action = (typeof actions)[number];

/** A made-up case for practice. Words: `case.<id>.title`, `.text.1`…, `.explanation.1`…, `.sign.<SIGN>` for each sign. */
export interface PracticeCase {
  readonly id: string;
  /** Where it happens: the checklist opens with this workplace. */
  readonly workplace: string;
  /** Signs that the text holds. */
  readonly signs: readonly string[];
  /** Signs that one may well read in it, and that are not wrong. */
  readonly maybe?: readonly string[];
  readonly action: Action;
}

/** What only staff may see. */
export interface StaffData {
  readonly endpoints: readonly StaffEndpoint[];
  readonly meldroute: Meldroute;
  /** The questions of the handover record; answers go into the signal as those of the public form. */
  readonly handover: {readonly id: string; readonly version: number; readonly steps: readonly Step[]};
  /** Public and intranet signs, in the order of showing. */
  readonly signs: readonly StaffSign[];
  /** Headings of the signs by form, in the order of showing; also names the forms of intranet signs. */
  readonly signGroups: Readonly<Record<string, string>>;
  /** The signs that people at a workplace meet. Words `workplace.<id>`. */
  readonly workplaces: readonly {readonly id: string; readonly signs: readonly string[]}[];
  readonly cases: readonly PracticeCase[];
  /** Public and internal contacts. */
  readonly cards: readonly CardContact[];
  /** The public holidays of `contacts.json`: working days and opening hours skip them. */
  readonly holidays: readonly HolidayRule[];
  /** The words of meldroute, cases and staff widgets, and those of the contact card, by key. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The compiled file for staff, `x.staff.<language>.json`: the public one, with what only staff may see. */
export interface CompiledStaff extends CompiledGemeente {
  readonly staff: StaffData;
}
