import type {Content} from '../schemas/content.js';
import type {Report} from './report.js';
import type {Texts} from './words.js';

/** Something in a Dutch text that many readers find hard, by the name of its message. */
export type Hard =
  | {readonly code: 'plain-long'; readonly count: number; readonly longest: number}
  | {readonly code: 'plain-word'; readonly name: string; readonly instead: string};

/** Finds long sentences and difficult words in a Dutch text. */
export function findHard(text: string, {longest, words}: Content['plain']): readonly Hard[] {
  const sentences = text.split(/(?<=[.!?]["']?)\s+/).map((sentence) => sentence.match(/\S*[\p{L}\d]\S*/gu) ?? []);
  const counts = sentences.map(({length}) => length).filter((count) => count > longest);
  const difficult = Object.entries(words).filter(([name]) =>
    new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, 'iu').test(text),
  );
  return [
    ...counts.map((count) => ({code: 'plain-long', count, longest}) as const),
    ...difficult.map(([name, instead]) => ({code: 'plain-word', name, instead}) as const),
  ];
}

/** Warns of what is hard to read in the Dutch sentences that a gemeente wrote itself. */
export function checkPlain(own: Texts | null | undefined, plain: Content['plain'], report: Report): void {
  for (const [key, text] of Object.entries(own ?? {})) {
    for (const wording of typeof text === 'string' ? [text] : [text.u, text.je]) {
      for (const {code, ...details} of findHard(wording, plain)) report.warn(`texts/nl/${key}`, text, code, details);
    }
  }
}
