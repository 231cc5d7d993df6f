import {type CompiledContacts, CONTACTS_FORMAT} from './contact-card.js';

/** Tells whether a list holds the card of 112: no card stands on a page without the way to it. */
export const has112 = (cards: CompiledContacts['cards']): boolean => cards.some(({phone}) => phone?.dial === '112');

/**
 * Decides in the visitor's browser whether a compiled file with contacts may be used, as `guardCompiled` does for the
 * file of the form. Returns the reason for refusal, or nothing.
 */
export function guardContacts(data: unknown): string | undefined {
  try {
    const {format, cards} = data as CompiledContacts;
    if (format !== CONTACTS_FORMAT) return 'format';
    return has112(cards) ? undefined : '112';
  } catch {
    return 'shape';
  }
}
