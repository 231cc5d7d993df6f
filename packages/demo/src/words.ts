import catalogue from '../texts/nl.json' with {type: 'json'};

/** How the page speaks to the reader. */
export type Address = 'je' | 'u';

/** A key of the catalogue `texts/nl.json`. */
export type WordKey = keyof typeof catalogue;

/** Gives the sentence of a key with the placeholders filled. Throws when a placeholder gets no value. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** Makes the words of one page: the form of address, and values that every sentence may use. */
export function createWords(address: Address, always: Readonly<Record<string, string>> = {}): Words {
  return (key, values = {}) => {
    const entry = catalogue[key];
    const sentence = typeof entry === 'string' ? entry : entry[address];
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? always[name];
      if (value === undefined) throw new Error(`texts/nl.json: "${key}" needs a value for {${name}}.`);
      return String(value);
    });
  };
}
