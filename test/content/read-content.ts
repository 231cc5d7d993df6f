import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The folder of the content package, with a slash at the end. */
export const contentFolder = fileURLToPath(new URL('../../packages/content/', import.meta.url));

/** A Dutch text is one sentence for every reader, or one for `u` and one for `je`. */
export type Text = string | {readonly u: string; readonly je: string};
export type Catalogue = Readonly<Record<string, Text>>;

/** What every fact carries: how sure it is, and the ids of its sources. */
export interface Sourced {
  readonly certainty?: string;
  readonly source?: readonly string[];
  readonly reviewed?: null | {readonly by: string; readonly on: string};
}

export interface FormEntry extends Sourced {
  readonly id: string;
  readonly icon: string;
  readonly subForms: readonly string[];
  readonly sectors: readonly string[];
}

export interface SignEntry extends Sourced {
  readonly id: string;
  readonly form: string;
  readonly weight: string;
}

type ConditionEntry = Readonly<Record<string, readonly string[]>>;

export interface QuestionEntry {
  readonly id: string;
  readonly type: string;
  readonly required?: true;
  readonly contact?: string;
  readonly usual?: string;
  readonly options?: readonly {readonly id: string; readonly icon?: string}[];
}

export interface StepEntry {
  readonly id: string;
  readonly when?: ConditionEntry | readonly ConditionEntry[];
  readonly questions: readonly QuestionEntry[];
  readonly contacts?: readonly string[];
  readonly end?: true;
  readonly tone?: string;
  readonly oneOf?: readonly string[];
  readonly aside?: readonly string[];
  readonly panel?: {readonly id: string; readonly contact?: string};
  readonly more?: string;
}

export interface ContactEntry extends Sourced {
  readonly id: string;
  readonly phone?: Sourced & {readonly dial: string; readonly shown: string};
  readonly phoneAbroad?: Sourced & {readonly dial: string; readonly shown: string};
  readonly chat?: Sourced & {readonly url: string};
  readonly url?: Sourced & {readonly url: string};
  readonly email?: Sourced & {readonly address: string};
  readonly hours?: Sourced & {
    readonly always?: true;
    readonly weekly?: readonly {readonly days: readonly string[]; readonly from: string; readonly to: string}[];
    readonly holidays?: string;
  };
  readonly cost: Sourced & {readonly value: string};
  readonly anonymous: Sourced & {readonly value: string};
  readonly phoneBill: Sourced & {readonly value: string};
  readonly languages: readonly string[];
  readonly roles: readonly string[];
  readonly topics: readonly string[];
  readonly lastChecked: string;
}

export interface HolidayRule {
  readonly id: string;
  readonly date?: string;
  readonly onSunday?: string;
  readonly easter?: number;
  readonly years?: {readonly every: number; readonly from: number};
}

/** Reads one JSON file of the content package; `path` is relative to its folder. */
export function readContent<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(contentFolder + path, 'utf8')) as Shape;
}

/** Lists the catalogues of one language, file names only, in alphabetical order. */
export function listCatalogues(language: string): readonly string[] {
  return readdirSync(`${contentFolder}texts/${language}`).sort();
}

/** Reads all given catalogues of one language as one list of entries. */
export function readTexts(language: string, files = listCatalogues(language)): readonly (readonly [string, Text])[] {
  return files.flatMap((file) => Object.entries(readContent<Catalogue>(`texts/${language}/${file}`)));
}

/** Gives every wording of a text: one, or the one for `u` and the one for `je`. */
export function wordingsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The catalogues that follow from the data of this package; `widgets.json` follows from the widgets. */
export const dataCatalogues = ['contacts.json', 'forms.json', 'questions.json', 'signs.json'];
