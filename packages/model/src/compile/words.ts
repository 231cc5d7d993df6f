import type {Content} from '../schemas/content.js';
import type {ResolvedGemeente} from '../schemas/gemeente.js';
import {findNearest} from './nearest.js';
import {fillIn, type Report} from './report.js';

/** The sentences of one gemeente in one language, chosen between `u` and `je`, with its own sentences first. */
export interface Words {
  /** Gives a sentence, or nothing. */
  find(key: string): string | undefined;
  /** Gives a sentence, or reports that it is missing for the thing at `at`. */
  need(key: string, at: string): string;
  /** Gives `key.1`, `key.2` and so on. */
  list(key: string): readonly string[];
  /** Fills what the gemeente decides: its name, who reads a signal, and within what time. */
  fill(sentence: string): string;
  /** Reports own sentences that nothing uses, and placeholders that nothing fills. Call it last. */
  checkOwn(): void;
}

export type Texts = Readonly<Record<string, string | {readonly u: string; readonly je: string}>>;

/** All sentences of one language of a content package. */
export function joinCatalogues(content: Pick<Content, 'texts'>, language: string): Texts {
  const files = Object.hasOwn(content.texts, language) ? content.texts[language] : undefined;
  return Object.assign({}, ...Object.values(files ?? {})) as Texts;
}

const variants = (text: Texts[string] | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [text.u, text.je];

/** The names between braces in a sentence, both of `u` and `je`. */
export function findPlaceholders(text: Texts[string] | undefined): readonly string[] {
  return variants(text).flatMap((sentence) => [...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''));
}

/** The plural forms of a language, as keys end: `one`, `few`, `other`. */
const pluralForms = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** The key of `base` that says what a key is about: for a plural form that only another language has, the last one. */
const baseKey = (key: string, base: Texts): string =>
  Object.hasOwn(base, key) ? key : key.replace(/\.(zero|one|two|few|many)$/, '.other');

/** Gives the keys that a language needs: those of `keys`, which are Dutch, with its own plural forms. */
export function keysIn(language: string, keys: readonly string[]): readonly string[] {
  const known = new Set(keys);
  const forms = pluralForms(language);
  return keys.flatMap((key) => {
    const [, stem = '', form] = /^(.*)\.(one|other)$/.exec(key) ?? [];
    if (!known.has(`${stem}.one`) || !known.has(`${stem}.other`)) return [key];
    return form === 'one' ? forms.map((name) => `${stem}.${name}`) : [];
  });
}

const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** Where the sentences of one language come from. */
export interface WordSource {
  readonly catalogue: Texts;
  /** The national sentences in Dutch: they say which keys and placeholders there are. */
  readonly base: Texts;
  /** The sentences that the gemeente wrote itself: they go first. */
  readonly own: Texts;
  /** Ids of what can be switched off: sentences about it may stay, because it can be switched on again. */
  readonly ids: ReadonlySet<string>;
}

/** Opens the catalogues for one language. */
export function openWords(gemeente: ResolvedGemeente, language: string, source: WordSource, report: Report): Words {
  const {catalogue, base, own, ids} = source;
  // A language that is not switched on has none: the one screen there is does not name the reader.
  const reader = ownValue(gemeente.reader, language) ?? ownValue(gemeente.reader, 'nl');
  const facts = {gemeente: gemeente.name, reader: reader?.who, within: reader?.within};
  const asked = new Set<string>();

  const fill = (sentence: string): string => fillIn(sentence, facts);
  const find = (key: string): string | undefined => {
    asked.add(key);
    const text = ownValue(own, key) ?? ownValue(catalogue, key);
    return text === undefined ? undefined : fill(typeof text === 'string' ? text : text[gemeente.address]);
  };
  return {
    find,
    fill,
    need(key, at) {
      const sentence = find(key);
      if (sentence === undefined) report.error(`texts/${language}/${key}`, undefined, 'text-missing', {name: key}, at);
      return sentence ?? '';
    },
    list(key) {
      const sentences: string[] = [];
      for (let sentence = find(`${key}.1`); sentence !== undefined; sentence = find(`${key}.${sentences.length + 1}`)) {
        sentences.push(sentence);
      }
      return sentences;
    },
    checkOwn() {
      const known = new Set([...Object.keys(base), ...asked]);
      for (const [key, text] of Object.entries(own)) {
        const path = `texts/${language}/${key}`;
        if (!known.has(key) && !ids.has(key.split('.')[1] ?? '')) {
          report.error(path, text, 'text-unknown', {name: key, nearest: findNearest(key, known)});
        }
        const allowed = new Set([...Object.keys(facts), ...findPlaceholders(ownValue(base, baseKey(key, base)))]);
        for (const name of findPlaceholders(text)) {
          if (!allowed.has(name)) {
            const names = [...allowed].map((placeholder) => `{${placeholder}}`).join(', ');
            report.error(path, text, 'placeholder', {name, names});
          }
        }
      }
    },
  };
}

/** Opens the public sentences of a gemeente in one language. */
export function openPublicWords(gemeente: ResolvedGemeente, content: Content, language: string, report: Report): Words {
  const source = {
    catalogue: joinCatalogues(content, language),
    base: joinCatalogues(content, 'nl'),
    own: gemeente.texts?.[language] ?? {},
    ids: new Set((gemeente.steps ?? []).flatMap((step) => [step, ...(step.questions ?? [])]).map(({id}) => id)),
  };
  return openWords(gemeente, language, source, report);
}
