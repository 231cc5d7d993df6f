import contacts from '@baken/content/contacts.json' with {type: 'json'};
import cardEn from '@baken/content/texts/en/card.json' with {type: 'json'};
import contactsEn from '@baken/content/texts/en/contacts.json' with {type: 'json'};
import cardNl from '@baken/content/texts/nl/card.json' with {type: 'json'};
import contactsNl from '@baken/content/texts/nl/contacts.json' with {type: 'json'};
import {compileCards, linkCards} from '@baken/model/compile/compile-cards';
import {createReport} from '@baken/model/compile/report';
import {type CompiledContacts, CONTACTS_FORMAT} from '@baken/model/rules/contact-card';
import {contactsSchema} from '@baken/model/schemas/content';
import type {ResolvedContact} from '@baken/model/schemas/gemeente';

type Texts = Readonly<Record<string, string | {readonly u: string; readonly je: string}>>;

const texts: Readonly<Record<string, Texts>> = {nl: {...contactsNl, ...cardNl}, en: {...contactsEn, ...cardEn}};

/** What the made-up gemeente adds: who is there in its region, and one that shows what a call costs. */
const local: readonly ResolvedContact[] = [
  {
    id: 'zorgcoordinator-voorbeeld',
    name: {nl: 'Zorgcoördinator in de regio', en: 'Care coordinator in the region'},
    email: {address: 'zorgcoordinator@voorbeeld.example'},
    hours: {weekly: [{days: ['mo', 'tu', 'we', 'th', 'fr'], from: '09:00', to: '17:00'}], holidays: 'closed'},
    whenClosed: ['veilig-thuis'],
    languages: ['nl', 'pl', 'ro', 'bg', 'uk', 'ar'],
    roles: ['zorgcoordinator'],
    topics: ['arbeid'],
    cost: {value: 'local'},
    anonymous: {value: 'no'},
    phoneBill: {value: 'no'},
    example: true,
  },
  {
    id: 'avondlijn-voorbeeld',
    name: {nl: 'Avondlijn van de gemeente met een heel lange naam', en: 'Evening line of the municipality'},
    url: {url: 'https://avondlijn.voorbeeld.example/'},
    hours: {weekly: [{days: ['fr'], from: '18:00', to: '24:00'}], holidays: 'open'},
    languages: ['nl'],
    roles: ['advice'],
    topics: [],
    example: true,
  },
];

/** Compiles the contacts of the made-up gemeente in one language: the national ones, and its own. */
export function compileExampleContacts(language: 'nl' | 'en'): CompiledContacts {
  const report = createReport({messages: {}, origins: new Map(), entry: 'voorbeeld.json'});
  const find = (key: string): string | undefined => {
    const text = texts[language]?.[key];
    return typeof text === 'object' ? text.u : text;
  };
  const words = {
    find,
    need: (key: string): string => {
      const text = find(key);
      if (text === undefined) throw new Error(`The text ${key} is missing in ${language}.`);
      return text;
    },
    list: () => [],
    fill: (sentence: string) => sentence.replace('{gemeente}', 'Voorbeeld'),
    checkOwn: () => undefined,
  };
  const all = [...contactsSchema.parse(contacts).contacts, ...local];
  const known = new Set(all.map(({id}) => id));
  const source = {contacts: all, at: 'contacts', confirmed: new Set<string>(), known} as const;
  const cards = linkCards(compileCards(source, language, words, report), []);
  if (report.errors.length > 0) throw new Error(report.errors.map(({key, message}) => `${key} ${message}`).join('\n'));
  return {
    format: CONTACTS_FORMAT,
    gemeente: {id: 'voorbeeld', name: 'Voorbeeld', code: '9900'},
    language,
    languages: ['nl', 'en'],
    example: true,
    content: 'unreviewed',
    cards,
    holidays: contacts.holidays.rules,
    texts: Object.fromEntries([...Object.keys(cardNl), 'hours.time'].map((key) => [key, words.need(key)])),
  };
}
