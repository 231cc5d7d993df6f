import {html, nothing, type TemplateResult} from 'lit';

import type {CompiledContacts} from '@baken/model/rules/contact-card';

import {compileExampleContacts} from '../../../../test/support/example-contacts.js';
import {acceptContacts} from '../services.js';

const compiled = new Map<string, CompiledContacts>();

/** The compiled contacts of the made-up gemeente of all examples. */
export function exampleContacts(language: string): CompiledContacts {
  const contacts = compiled.get(language) ?? acceptContacts(compileExampleContacts(language));
  compiled.set(language, contacts);
  return contacts;
}

/** A state of the card: a story, an axe run and a picture at once. */
export interface ContactCardExample {
  readonly name: string;
  readonly contact?: string;
  readonly contactRole?: string;
  readonly topic?: string;
  readonly headingLevel?: number;
  /** The moment of the example, because a card says what is true now. */
  readonly now: string;
}

const [MORNING, EVENING] = ['2026-11-24T10:00+01:00', '2026-11-24T20:00+01:00'];

/** The states of the card. */
export const contactCardExamples: readonly ContactCardExample[] = [
  {name: 'open', contact: 'comensha', now: MORNING},
  {name: 'closed, others open', contact: 'comensha', now: EVENING},
  {name: 'closed, another open for the topic', contact: 'comensha', topic: 'arbeid', now: EVENING},
  {name: 'closed until after the weekend', contact: 'comensha', now: '2026-11-27T18:00+01:00'},
  {name: 'closed, nobody else', contact: 'avondlijn-voorbeeld', now: MORNING},
  {name: 'closed, opens in a week', contact: 'avondlijn-voorbeeld', now: '2026-11-28T10:00+01:00'},
  {name: 'open until midnight', contact: 'avondlijn-voorbeeld', now: '2026-11-27T20:00+01:00'},
  {name: 'a holiday of which nobody knows', contact: 'comensha', now: '2026-04-06T11:00+02:00'},
  {name: 'always open', contact: 'veilig-thuis', now: EVENING},
  {name: 'danger', contact: '112', now: EVENING},
  {name: 'hours not known', contact: 'meld-misdaad-anoniem', now: EVENING},
  {name: 'from abroad', contact: 'arbeidsinspectie', now: MORNING},
  {name: 'chat', contact: 'keerpunt', now: MORNING},
  {name: 'an example of a gemeente', contact: 'zorgcoordinator-voorbeeld', now: MORNING},
  {name: 'a set by role', contactRole: 'police advice', now: EVENING},
  {name: 'a set by topic', topic: 'huwelijk', headingLevel: 3, now: MORNING},
  {
    name: 'a page with contacts',
    contact: '112 politie comensha kindertelefoon meld-misdaad-anoniem zorgcoordinator-voorbeeld',
    now: EVENING,
  },
  {name: 'all contacts', now: EVENING},
];

/** Draws an example; what stands inside is the fallback. */
export function drawExample(example: ContactCardExample, language = 'nl'): TemplateResult {
  const {contact, contactRole, topic, headingLevel, now} = example;
  return html`<baken-contact-card
    contact=${contact ?? nothing}
    contact-role=${contactRole ?? nothing}
    topic=${topic ?? nothing}
    heading-level=${headingLevel ?? nothing}
    .now=${new Date(now)}
    .contacts=${exampleContacts(language)}
    ><p>Bel 0900-8844. Bij gevaar: 112.</p></baken-contact-card
  >`;
}
