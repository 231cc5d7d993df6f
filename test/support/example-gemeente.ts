import contacts from '@baken/content/contacts.json' with {type: 'json'};
import forms from '@baken/content/forms.json' with {type: 'json'};
import messages from '@baken/content/check/nl.json' with {type: 'json'};
import questions from '@baken/content/questions.json' with {type: 'json'};
import signs from '@baken/content/signs.json' with {type: 'json'};
import cardEn from '@baken/content/texts/en/card.json' with {type: 'json'};
import contactsEn from '@baken/content/texts/en/contacts.json' with {type: 'json'};
import formsEn from '@baken/content/texts/en/forms.json' with {type: 'json'};
import questionsEn from '@baken/content/texts/en/questions.json' with {type: 'json'};
import signsEn from '@baken/content/texts/en/signs.json' with {type: 'json'};
import widgetsEn from '@baken/content/texts/en/widgets.json' with {type: 'json'};
import cardNl from '@baken/content/texts/nl/card.json' with {type: 'json'};
import contactsNl from '@baken/content/texts/nl/contacts.json' with {type: 'json'};
import formsNl from '@baken/content/texts/nl/forms.json' with {type: 'json'};
import questionsNl from '@baken/content/texts/nl/questions.json' with {type: 'json'};
import signsNl from '@baken/content/texts/nl/signs.json' with {type: 'json'};
import widgetsNl from '@baken/content/texts/nl/widgets.json' with {type: 'json'};
import topics from '@baken/content/topics.json' with {type: 'json'};
import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {contentSchema} from '@baken/model/schemas/content';

/** The national content, as a page that tests in a browser can load it. */
export const exampleContent = contentSchema.parse({
  forms,
  signs,
  questions,
  topics,
  contacts,
  messages,
  texts: {
    nl: {
      card: cardNl,
      contacts: contactsNl,
      forms: formsNl,
      questions: questionsNl,
      signs: signsNl,
      widgets: widgetsNl,
    },
    en: {
      card: cardEn,
      contacts: contactsEn,
      forms: formsEn,
      questions: questionsEn,
      signs: signsEn,
      widgets: widgetsEn,
    },
  },
});

/** The authored file of a made-up gemeente, for examples, stories and browser tests. */
export const exampleSource = {
  format: 'baken.gemeente-source/1',
  id: 'voorbeeld',
  name: 'Voorbeeld',
  code: '9900',
  example: true,
  address: 'u',
  languages: ['nl', 'en'],
  endpoint: {type: 'json', url: 'http://127.0.0.1:9/v1/signals'},
  exitUrl: 'https://www.rijksoverheid.nl/',
  reader: {
    nl: {who: 'de aandachtsfunctionaris', within: 'binnen 1 werkdag'},
    en: {who: 'the contact person of the municipality', within: 'within 1 working day'},
  },
  entry: 'zorgcoordinator-voorbeeld',
  contacts: [
    {
      id: 'zorgcoordinator-voorbeeld',
      name: {nl: 'Zorgcoördinator in de regio', en: 'Care coordinator in the region'},
      example: true,
      source: 'example',
      lastChecked: '2026-11-22',
    },
  ],
  help: ['112', 'politie', 'meld-misdaad-anoniem'],
  texts: {
    // Nothing is sent from an example, so it never says that something was received.
    nl: {'received.title': 'Voorbeeld: er is niets verstuurd'},
    en: {'received.title': 'Example: nothing was sent'},
  },
} as const;

/** Compiles the made-up gemeente, by language. */
export function compileExample(): Readonly<Record<string, CompiledGemeente>> {
  const files = [{name: 'voorbeeld.json', text: JSON.stringify(exampleSource)}];
  const result = compileGemeente({files, content: exampleContent, today: '2026-11-22'});
  if (result.ok) return result.compiled;
  throw new Error(result.errors.map(({file, key, message}) => `${file} ${key}: ${message}`).join('\n'));
}
