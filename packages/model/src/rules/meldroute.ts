/** Where a path stops. */
export const END = 'end';

/** The flag that closes every route through the gemeente's own line, because someone of the gemeente is involved. */
export const INTEGRITY = 'integrity';

/** What may be said for each purpose of consent; nothing yet is `undefined`. */
export const consentChoices = ['yes', 'no', 'later'] as const;
export type ConsentChoice = (typeof consentChoices)[number];

/** What an answer does, besides leading on. */
export interface Effects {
  /** Ids of routes that are certain from here on. */
  readonly add?: readonly string[];
  readonly flags?: readonly string[];
  /** Ids of roles that are involved themselves: nothing may pass through them. An answer with it sets `integrity`. */
  readonly involves?: readonly string[];
}

export interface MeldrouteAnswer extends Effects {
  readonly id: string;
  /** The next node, or `end`. Without it the `to` of the node counts. */
  readonly to?: string;
  /** It names present danger to life: it must add an emergency route. */
  readonly danger?: true;
  /** Shows the signs that mean present danger, with 112. */
  readonly signs?: true;
  /** Only in a node of kind `consent`: which purpose this answers, and how. The id is `<purpose>-<choice>`. */
  readonly purpose?: string;
  readonly choice?: ConsentChoice;
  /** In a node of another kind: what this answer says about purposes by itself. */
  readonly consent?: Readonly<Record<string, ConsentChoice>>;
}

export const nodeKinds = ['one', 'many', 'note', 'consent'] as const;
/**
 * `one` has one answer; `many` at least one; `note` explains and has one answer, which goes on;
 * `consent` has at most one answer for each purpose, and may be left without any: not asked yet.
 */
export type NodeKind = (typeof nodeKinds)[number];

/**
 * One question. Words by key: `node.<id>.title`, optional `.hint`, `.why` (why we ask) and `.body.1`…;
 * `answer.<node>.<answer>.label`, optional `.hint`. In a `consent` node the labels are `purpose.<purpose>.label` and
 * `consent.<choice>`.
 */
export interface MeldrouteNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly answers: readonly MeldrouteAnswer[];
  /** The next node, or `end`. Needed for `many` and `consent`, whose answers lead nowhere by themselves. */
  readonly to?: string;
  /** The answer that most people give: only used to say how many questions are left. */
  readonly usual?: string;
}

/**
 * Before when: `now`; `today` is today whatever day it is; `workdays` is 17:00 on that working day, 0 is the same
 * working day, or the next one when that is over; `free` has no deadline.
 */
export type Deadline =
  | {readonly kind: 'now' | 'today' | 'free'}
  | {readonly kind: 'workdays'; readonly days: number};

/** Who does what before when. Words by key: `route.<id>.title`, `.actor`, `.say.1`…, optional `.dont.1`…, `.note`. */
export interface MeldrouteRoute {
  readonly id: string;
  /** Ids of contacts, or of roles that contacts of this gemeente have; the first is the one to use. */
  readonly contacts: readonly string[];
  readonly deadline: Deadline;
  /** Once more, this many days after the deadline. */
  readonly again?: number;
  /** Every role that it passes through: who is called, who receives the registration, who gives nazorg. */
  readonly via?: readonly string[];
  /** Routes that take its place, the first that is open; needed when it has `via` or `unless`. */
  readonly instead?: readonly string[];
  /** Flags that close it. */
  readonly unless?: readonly string[];
  /** It stands at the end of every path, when it is open. */
  readonly always?: true;
  /**
   * It is added at the end when the signal is about someone of the gemeente and nobody can receive its registration:
   * each reader is involved, or there is none.
   */
  readonly unread?: true;
  /** It is 112. */
  readonly emergency?: true;
  /** It is done by registering the signal in the wizard. */
  readonly register?: true;
  /** What is different under a flag. */
  readonly when?: Readonly<Record<string, {readonly deadline?: Deadline; readonly contacts?: readonly string[]}>>;
}

/** A meldroute: ids and edges, no words. A region or a gemeente changes it by data; arrays merge by id. */
export interface Meldroute {
  readonly id: string;
  readonly version: number;
  readonly start: string;
  readonly nodes: readonly MeldrouteNode[];
  readonly routes: readonly MeldrouteRoute[];
  /** All roles that a route can pass through or that can be involved; words `role.<id>`. */
  readonly roles: readonly string[];
  /** Words `flag.<id>`. */
  readonly flags: readonly string[];
  /** Purposes of consent; words `purpose.<id>.label`, `.hint`. */
  readonly purposes: readonly string[];
}

/** Chosen answers by node id. A `note` that was read has its one answer. */
export type Choices = Readonly<Record<string, readonly string[]>>;
