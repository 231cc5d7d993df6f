import type {CardContact} from '@baken/model/rules/contact-card';

/** What a page asks for: ids with spaces between them. What is empty asks for nothing. */
export interface CardChoice {
  readonly contact: string;
  readonly role: string;
  readonly topic: string;
}

const idsIn = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

/**
 * Chooses the cards that have one of the contacts, one of the roles and one of the topics that a page asks for.
 * They stand in the order of the contacts asked for, else in that of the file. Who asks for nothing gets all.
 */
export function chooseCards(cards: readonly CardContact[], choice: CardChoice): readonly CardContact[] {
  const [contacts, roles, topics] = [idsIn(choice.contact), idsIn(choice.role), idsIn(choice.topic)];
  const named = contacts.length === 0 ? cards : contacts.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  const hasOneOf = (own: readonly string[], asked: readonly string[]): boolean =>
    asked.length === 0 || asked.some((id) => own.includes(id));
  return [...new Set(named)].filter((card) => hasOneOf(card.roles, roles) && hasOneOf(card.topics, topics));
}
