import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Content} from '@baken/model/schemas/content';

import {exampleContent} from './example-content.js';
import {compileExampleIn, exampleSource} from './example-gemeente.js';

/** English with accents, as browsers call it: a language that exists to find what is too narrow. */
const PSEUDO = 'en-XA';

/** Makes a sentence at least 40 % longer, between brackets; what stands between braces is filled in later and stays. */
export function lengthen(sentence: string): string {
  const longer = sentence
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[aeiouy]/gi, '$&$&')))
    .join('');
  const wanted = Math.ceil(1.4 * sentence.length);
  return `[${longer.padEnd(wanted - 2, 'e')}]`;
}

/** Adds a language to the content that says what the Dutch says, 40 % longer. */
export function addPseudoLanguage(content: Content): Content {
  const texts = Object.entries(content.texts['nl'] ?? {}).map(([file, catalogue]) => [
    file,
    Object.fromEntries(
      Object.entries(catalogue).map(([key, text]) => [key, lengthen(typeof text === 'string' ? text : text.u)]),
    ),
  ]);
  return {...content, texts: {...content.texts, [PSEUDO]: Object.fromEntries(texts)}};
}

/** Compiles the made-up gemeente in the pseudo-language. */
export function compilePseudo(): CompiledGemeente {
  const {nl} = exampleSource.reader;
  const names = exampleSource.contacts.map((contact) => ({
    ...contact,
    name: {...contact.name, [PSEUDO]: lengthen(contact.name.nl)},
  }));
  const {compiled} = compileExampleIn(['nl', PSEUDO], addPseudoLanguage(exampleContent), {
    reader: {...exampleSource.reader, [PSEUDO]: {who: lengthen(nl.who), within: lengthen(nl.within)}},
    contacts: names,
    texts: {},
  });
  const pseudo = compiled[PSEUDO];
  if (!pseudo) throw new Error('The pseudo-language is not compiled.');
  return pseudo;
}
