import type {CompiledGemeente} from '@baken/model/rules/gemeente';

/** Gives the sentences of a catalogue, and throws where one is missing: a widget shows all of itself or its fallback. */
export class Words {
  readonly #texts: Readonly<Record<string, string>>;
  readonly #plural: Intl.PluralRules;

  constructor({texts, language}: Pick<CompiledGemeente, 'texts' | 'language'>) {
    this.#texts = texts;
    this.#plural = new Intl.PluralRules(language);
  }

  /** The sentence with this key, its placeholders (`{name}`) filled. */
  get(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return need(this.#texts[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  /** The sentence for this number, in the plural form of the language, with other placeholders filled as well. */
  count(key: string, count: number, values?: Readonly<Record<string, string | number>>): string {
    const form = `${key}.${this.#plural.select(count)}`;
    return this.get(Object.hasOwn(this.#texts, form) ? form : `${key}.other`, {...values, count});
  }
}

/** Lets through a sentence, and nothing else. */
export function need(text: unknown): string {
  if (typeof text !== 'string' || !text.trim()) throw new TypeError('a sentence is missing, or not what it must be');
  return text;
}
