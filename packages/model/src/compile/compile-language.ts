import {
  COMPILED_FORMAT,
  type CompiledGemeente,
  type Contact,
  type Question,
  type Step,
  type Topic,
} from '../rules/gemeente.js';
import type {Content} from '../schemas/content.js';
import type {ResolvedContact, ResolvedGemeente} from '../schemas/gemeente.js';
import type {ArrangedStep, ResolvedQuestion} from './arrange-steps.js';
import type {Trusted} from './check-contacts.js';
import {sayHours} from './hours.js';
import {fillIn, type Report} from './report.js';
import {keysIn, type Words} from './words.js';

/** The source of all translations, to which every page falls back: a page without `lang` shows it. */
export const NATIONAL_LANGUAGE = 'nl';

/** The name of a language in another one: `nameOf('pl', 'nl')` is `Pools`. */
const nameOf = (language: string, within: string): string =>
  new Intl.DisplayNames(within, {type: 'language'}).of(language) ?? language;

/** Everything that is the same in each language. */
export interface Arranged {
  readonly gemeente: ResolvedGemeente;
  readonly content: Content;
  readonly steps: readonly ArrangedStep[];
  readonly topics: Readonly<Record<string, Topic>>;
  readonly trusted: Trusted;
  /** The Dutch words, to read aloud on the telephone. */
  readonly dutch: Words;
  /** Languages that are not switched on, with words for someone in danger. */
  readonly safetyLanguages: readonly string[];
  /** Tells whether a person said that the translation is right. */
  readonly isReviewed: (language: string) => boolean;
}

/** The list with what to say on the telephone. */
const ALOUD = 'say';

/**
 * Leaves out keys without a value, so that a compiled file holds nothing that says nothing. The keys come in the order
 * of the call: each of the orders below is one that brotli makes less of, by 1 % of a file together.
 */
export function compact<T extends object>(value: {readonly [K in keyof T]: T[K] | undefined}): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}

const ifAny = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined;
/** Gives `true` or nothing. */
export const ifTrue = (value: boolean | undefined): true | undefined => (value ? true : undefined);

/** Gives a contact its words in one language. `at` is its path in the configuration. */
export function compileContact(
  contact: ResolvedContact,
  at: string,
  language: string,
  words: Words,
  report: Report,
): Contact {
  const {id, phone, chat, url, email, hours} = contact;
  const name = contact.name?.[language] ?? words.find(`contact.${id}.name`);
  if (name === undefined) report.error(`${at}/name/${language}`, undefined, 'name-missing', {language, name: id}, at);
  const own = contact.note?.[language];
  const note = own === undefined ? words.find(`contact.${id}.note`) : words.fill(own);
  if (contact.note && note === undefined) {
    report.error(`${at}/note/${language}`, undefined, 'name-missing', {language, name: id}, at);
  }
  return compact<Contact>({
    id,
    name: name ?? '',
    example: contact.example,
    phone: phone && {dial: phone.dial, shown: phone.shown},
    chat: chat?.url,
    url: url?.url,
    email: email?.address,
    note,
    hours: hours && sayHours(hours, words, language, `${at}/hours`),
  });
}

function compileQuestion(question: ResolvedQuestion, isOnly: boolean, at: string, words: Words): Question {
  const {id} = question;
  const path = `${at}/questions/${id}`;
  const find = (name: string): string | undefined => words.find(`question.${id}.${name}`);
  const label = find('label') ?? (isOnly ? undefined : words.need(`question.${id}.label`, path));
  const short = find('short');
  return compact<Question>({
    id,
    label,
    error: question.required ? words.need(`question.${id}.error`, path) : undefined,
    options: ifAny(
      question.options?.map((option) => {
        const key = `option.${id}.${option.id}`;
        // What is content of its own, a form of exploitation, has its words there: `form.arbeid.label`.
        const label = words.find(`${key}.label`) ?? words.find(`${id}.${option.id}.label`);
        return compact<NonNullable<Question['options']>[number]>({
          id: option.id,
          label: label ?? words.need(`${key}.label`, `${path}/options/${option.id}`),
          hint: words.find(`${key}.hint`) ?? words.find(`${id}.${option.id}.hint`),
          icon: option.icon,
        });
      }),
    ),
    grid: ifTrue(question.grid),
    urgent: ifTrue(question.urgent),
    usual: question.usual,
    type: question.type,
    short: short === label ? undefined : short,
    hint: find('hint'),
    contact: question.contact,
  });
}

/** Who reads a step in another language than Dutch: what to say on the telephone also stands there in Dutch. */
export interface Foreign {
  readonly language: string;
  readonly dutch: Words;
}

/** Gives a list beside a step its words. */
function compileAside(list: string, at: string, words: Words, foreign: Foreign | undefined) {
  const key = `aside.${list}`;
  const itemsIn = (from: Words): readonly string[] => {
    const items = from.list(key);
    return items.length > 0 ? items : [from.need(`${key}.1`, at)];
  };
  const title = words.need(`${key}.title`, at);
  if (!foreign || list !== ALOUD) return {title, items: itemsIn(words)};
  const {language, dutch} = foreign;
  /** The same lines, after one that says which language the caller speaks. */
  const linesIn = (from: Words, within: string): readonly string[] => {
    const spoken = from.find(`${key}.language`);
    const items = itemsIn(from);
    return spoken === undefined ? items : [fillIn(spoken, {language: nameOf(language, within)}), ...items];
  };
  return {title, items: linesIn(words, language), dutch: linesIn(dutch, NATIONAL_LANGUAGE)};
}

/** Gives a step its words in one language, and leaves out contacts that are not shown. */
export function compileStep(step: ArrangedStep, trusted: Trusted, words: Words, foreign?: Foreign): Step {
  const {id, panel, more} = step;
  const key = `step.${id}`;
  const at = `steps/${id}`;
  const need = (name: string): string => words.need(`${key}.${name}`, at);
  const panelContact = panel?.contact !== undefined && trusted.contacts.has(panel.contact) ? panel.contact : undefined;
  return compact<Step>({
    title: need('title'),
    hint: words.find(`${key}.hint`),
    id,
    when: step.when,
    questions: step.questions.map((question) => compileQuestion(question, step.questions.length === 1, at, words)),
    contacts: ifAny(step.contacts?.filter((contact) => trusted.contacts.has(contact))),
    tone: step.tone,
    end: ifTrue(step.end),
    body: ifAny(words.list(`${key}.body`)),
    oneOf: step.oneOf && step.oneOf.length > 0 ? {questions: step.oneOf, error: need('oneOf')} : undefined,
    aside: ifAny(step.aside?.map((list) => compileAside(list, at, words, foreign))),
    panel:
      panel &&
      compact<NonNullable<Step['panel']>>({
        title: need('panel.title'),
        text: need('panel.text'),
        contact: panelContact,
      }),
    more: more === undefined ? undefined : {title: need('more.title'), text: words.list(`${key}.more.text`)},
  });
}

/** The forms and groups that have signs, in the order of showing. */
export function groupForms(content: Content, signs: Trusted['signs']): readonly string[] {
  const forms = ['algemeen', ...content.forms.forms.map(({id}) => id)];
  const groups = new Set([...forms, ...signs.map(({form}) => form)]);
  return [...groups].filter((form) => signs.some((sign) => sign.form === form));
}

/** Writes the compiled file of one language. Words that are missing are reported, and empty here. */
export function compileLanguage(arranged: Arranged, language: string, words: Words, report: Report): CompiledGemeente {
  const {gemeente, content, steps, topics, trusted, dutch, safetyLanguages, isReviewed} = arranged;
  const foreign = language === NATIONAL_LANGUAGE ? undefined : {language, dutch};
  return compact<CompiledGemeente>({
    format: COMPILED_FORMAT,
    gemeente: {id: gemeente.id, name: gemeente.name, code: gemeente.code},
    language,
    languages: gemeente.languages,
    safetyLanguages: ifAny(safetyLanguages),
    unreviewed: isReviewed(language) ? undefined : words.need('translation.unreviewed', `languages/${language}`),
    example: ifTrue(gemeente.example),
    content: gemeente.reviewed ?? 'unreviewed',
    endpoint: gemeente.endpoint,
    exitUrl: gemeente.exitUrl,
    page: gemeente.page,
    questionSet: `${content.questions.id}@${content.questions.version}`,
    signs: Object.fromEntries(
      [...new Set(trusted.signs.map(({form}) => form))].map((form) => [
        form,
        {
          name: words.need(`signgroup.${form}`, `forms/${form}`),
          signs: Object.fromEntries(
            trusted.signs
              .filter((sign) => sign.form === form)
              .map(({id}) => [id, words.need(`sign.${id}`, `signs/${id}`)]),
          ),
        },
      ]),
    ),
    urgent: trusted.signs.filter(({weight}) => weight === 'NU').map(({id}) => id),
    topics,
    steps: steps.map((step) => compileStep(step, trusted, words, foreign)),
    help: gemeente.help.filter((id) => trusted.contacts.has(id)),
    contacts: [...trusted.contacts.values()].map((contact) =>
      compileContact(contact, `contacts/${contact.id}`, language, words, report),
    ),
    texts: Object.fromEntries(
      keysIn(language, Object.keys(content.texts[NATIONAL_LANGUAGE]?.['widgets'] ?? {})).map((key) => [
        key,
        words.need(key, `texts/${language}`),
      ]),
    ),
  });
}

/**
 * Writes the file of a language that is not switched on: one screen, with the way back to the form at its end. It has
 * all sentences of the widgets, as any file that a form draws.
 */
export function compileSafety(
  arranged: Arranged,
  step: ArrangedStep,
  language: string,
  words: Words,
  report: Report,
): CompiledGemeente {
  const file = compileLanguage({...arranged, steps: [step], topics: {}}, language, words, report);
  const at = `steps/${step.id}`;
  return {
    ...file,
    texts: {
      ...file.texts,
      'end.mistake': words.need(`step.${step.id}.form`, at),
      'end.back': words.need(`step.${step.id}.back`, at),
    },
  };
}
