/** Tells a compiled file from any other JSON: the value of `format`. */
export const COMPILED_FORMAT = 'baken.gemeente/1';

/**
 * When something is shown: for each question id, the answers with which it is shown.
 * All keys must hold. `"*"` stands for any answer. An array of conditions holds when one of them does.
 */
export type Condition = Readonly<Record<string, readonly string[]>>;
export type Conditions = Condition | readonly Condition[];

export const questionTypes = ['one', 'many', 'text', 'line', 'signs'] as const;
/** `one` radio buttons, `many` checkboxes, `text` several lines, `line` one line, `signs` the list of signs. */
export type QuestionType = (typeof questionTypes)[number];

export const contactFields = ['name', 'phone', 'email', 'times', 'language'] as const;
export type ContactField = (typeof contactFields)[number];

/** One answer to choose. `icon` is the name of a pictogram. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: string;
}

export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  /** Left out when the title of the step is the question. */
  readonly label?: string;
  readonly hint?: string;
  /** What to say when a required answer is missing. A question without it may be skipped. */
  readonly error?: string;
  readonly options?: readonly Option[];
  /** Two columns of cards with pictograms. */
  readonly grid?: true;
  /** The answer goes into this field of `contact`, not into `answers`. */
  readonly contact?: ContactField;
  /** For `signs`: only signs that mean present danger. */
  readonly urgent?: true;
  /** The answer that most visitors give: only used to say how many steps are left. */
  readonly usual?: string;
  /** The name in the review; the label or the title of the step without it. */
  readonly short?: string;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  /** Paragraphs above the questions. */
  readonly body?: readonly string[];
  readonly when?: Conditions;
  readonly questions: readonly Question[];
  /** Ids of contacts to show, most important first. */
  readonly contacts?: readonly string[];
  /** The form stops here: nothing is sent. */
  readonly end?: true;
  /** `danger`: the 112 screen. `leave`: the leave button is the main action. */
  readonly tone?: 'danger' | 'leave';
  /** At least one of these questions needs an answer; `error` says so. */
  readonly oneOf?: {readonly questions: readonly string[]; readonly error: string};
  /** A list under a heading of its own, beside the step (what to say to 112, for one). */
  readonly aside?: readonly {
    readonly title: string;
    readonly items: readonly string[];
    /** The same lines in Dutch, to read aloud. */
    readonly dutch?: readonly string[];
  }[];
  /** A panel under the answers: the way out to another organisation, what others can see. */
  readonly panel?: {readonly title: string; readonly text: string; readonly contact?: string};
  readonly more?: {readonly title: string; readonly text: readonly string[]};
}

export const weights = ['S', 'SS', 'NU'] as const;
/** `S` a sign, `SS` a strong sign, `NU` act now. */
export type Weight = (typeof weights)[number];

/** The signs of one form of exploitation, or the general ones. */
export interface SignForm {
  /** The heading above them. */
  readonly name: string;
  /** The sentence of each sign, by its id. */
  readonly signs: Readonly<Record<string, string>>;
}

/**
 * A subject of the page where a report button stands. The steps in `order` trade places: they come in this order,
 * in the places that they have together. `signs` is the short list that the signs step shows.
 */
export interface Topic {
  readonly order: readonly string[];
  readonly signs: readonly string[];
}

/** A contact with words, as a visitor sees it. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  /** `dial` for the link, `shown` as people know it. */
  readonly phone?: {readonly dial: string; readonly shown: string};
  readonly chat?: string;
  readonly url?: string;
  readonly email?: string;
  readonly hours?: string;
  /** One sentence: what they do, what it costs, whether it is on the phone bill. */
  readonly note?: string;
  /** Local data of a sample gemeente that is not real. */
  readonly example?: true;
}

/**
 * The compiled file of one gemeente in one language: all that a widget needs, in one request.
 * `baken build` writes it; `guardCompiled` decides whether a page may use it.
 */
export interface CompiledGemeente {
  readonly format: typeof COMPILED_FORMAT;
  /** `code` is the four-digit CBS code. */
  readonly gemeente: {readonly id: string; readonly name: string; readonly code: string};
  readonly language: string;
  /** All languages of this gemeente, the first is the default. */
  readonly languages: readonly string[];
  /**
   * Languages that this gemeente did not switch on: for each there is only `x.safety.<language>.json`, a file as this
   * one with a single screen for who is in danger. Its own language is one of these.
   */
  readonly safetyLanguages?: readonly string[];
  /** Says that no person reviewed this translation; left out when one did. */
  readonly unreviewed?: string;
  /** Everything here is made up: widgets say so. */
  readonly example?: true;
  /** Who reviewed the content and when (ISO date), or `unreviewed`. */
  readonly content: 'unreviewed' | {readonly by: string; readonly on: string};
  readonly endpoint: {
    readonly type: 'json';
    readonly url: string;
    /** Never in a file: the wizard sets it, for a backend behind the login of the intranet. */
    readonly credentials?: 'same-origin';
  };
  /** Where "leave now" goes: a neutral https page. */
  readonly exitUrl: string;
  /** The page with the signal form, for a report button that opens no dialog. */
  readonly page?: string;
  /** Id and version of the question set: `public@1`. */
  readonly questionSet: string;
  readonly steps: readonly Step[];
  /** By form of exploitation, with `algemeen` for what holds for all of them. */
  readonly signs: Readonly<Record<string, SignForm>>;
  /** Ids of the signs that mean present danger: the form tells no other weights apart. */
  readonly urgent: readonly string[];
  readonly topics: Readonly<Record<string, Topic>>;
  readonly contacts: readonly Contact[];
  /** Ids of the contacts that always stand beside the form. */
  readonly help: readonly string[];
  /** The sentences of the widgets themselves, by key. */
  readonly texts: Readonly<Record<string, string>>;
}
