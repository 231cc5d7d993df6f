import messages from '@baken/content/check/nl.json' with {type: 'json'};
import plain from '@baken/content/check/plain.json' with {type: 'json'};
import contacts from '@baken/content/contacts.json' with {type: 'json'};
import forms from '@baken/content/forms.json' with {type: 'json'};
import languages from '@baken/content/languages.json' with {type: 'json'};
import questions from '@baken/content/questions.json' with {type: 'json'};
import signs from '@baken/content/signs.json' with {type: 'json'};
import cardAr from '@baken/content/texts/ar/card.json' with {type: 'json'};
import contactsAr from '@baken/content/texts/ar/contacts.json' with {type: 'json'};
import formsAr from '@baken/content/texts/ar/forms.json' with {type: 'json'};
import questionsAr from '@baken/content/texts/ar/questions.json' with {type: 'json'};
import safetyAr from '@baken/content/texts/ar/safety.json' with {type: 'json'};
import signsAr from '@baken/content/texts/ar/signs.json' with {type: 'json'};
import widgetsAr from '@baken/content/texts/ar/widgets.json' with {type: 'json'};
import cardBg from '@baken/content/texts/bg/card.json' with {type: 'json'};
import contactsBg from '@baken/content/texts/bg/contacts.json' with {type: 'json'};
import formsBg from '@baken/content/texts/bg/forms.json' with {type: 'json'};
import questionsBg from '@baken/content/texts/bg/questions.json' with {type: 'json'};
import safetyBg from '@baken/content/texts/bg/safety.json' with {type: 'json'};
import signsBg from '@baken/content/texts/bg/signs.json' with {type: 'json'};
import widgetsBg from '@baken/content/texts/bg/widgets.json' with {type: 'json'};
import cardEn from '@baken/content/texts/en/card.json' with {type: 'json'};
import contactsEn from '@baken/content/texts/en/contacts.json' with {type: 'json'};
import formsEn from '@baken/content/texts/en/forms.json' with {type: 'json'};
import questionsEn from '@baken/content/texts/en/questions.json' with {type: 'json'};
import safetyEn from '@baken/content/texts/en/safety.json' with {type: 'json'};
import signsEn from '@baken/content/texts/en/signs.json' with {type: 'json'};
import widgetsEn from '@baken/content/texts/en/widgets.json' with {type: 'json'};
import cardEs from '@baken/content/texts/es/card.json' with {type: 'json'};
import contactsEs from '@baken/content/texts/es/contacts.json' with {type: 'json'};
import formsEs from '@baken/content/texts/es/forms.json' with {type: 'json'};
import questionsEs from '@baken/content/texts/es/questions.json' with {type: 'json'};
import safetyEs from '@baken/content/texts/es/safety.json' with {type: 'json'};
import signsEs from '@baken/content/texts/es/signs.json' with {type: 'json'};
import widgetsEs from '@baken/content/texts/es/widgets.json' with {type: 'json'};
import cardNl from '@baken/content/texts/nl/card.json' with {type: 'json'};
import contactsNl from '@baken/content/texts/nl/contacts.json' with {type: 'json'};
import formsNl from '@baken/content/texts/nl/forms.json' with {type: 'json'};
import questionsNl from '@baken/content/texts/nl/questions.json' with {type: 'json'};
import safetyNl from '@baken/content/texts/nl/safety.json' with {type: 'json'};
import signsNl from '@baken/content/texts/nl/signs.json' with {type: 'json'};
import widgetsNl from '@baken/content/texts/nl/widgets.json' with {type: 'json'};
import cardPl from '@baken/content/texts/pl/card.json' with {type: 'json'};
import contactsPl from '@baken/content/texts/pl/contacts.json' with {type: 'json'};
import formsPl from '@baken/content/texts/pl/forms.json' with {type: 'json'};
import questionsPl from '@baken/content/texts/pl/questions.json' with {type: 'json'};
import safetyPl from '@baken/content/texts/pl/safety.json' with {type: 'json'};
import signsPl from '@baken/content/texts/pl/signs.json' with {type: 'json'};
import widgetsPl from '@baken/content/texts/pl/widgets.json' with {type: 'json'};
import cardRo from '@baken/content/texts/ro/card.json' with {type: 'json'};
import contactsRo from '@baken/content/texts/ro/contacts.json' with {type: 'json'};
import formsRo from '@baken/content/texts/ro/forms.json' with {type: 'json'};
import questionsRo from '@baken/content/texts/ro/questions.json' with {type: 'json'};
import safetyRo from '@baken/content/texts/ro/safety.json' with {type: 'json'};
import signsRo from '@baken/content/texts/ro/signs.json' with {type: 'json'};
import widgetsRo from '@baken/content/texts/ro/widgets.json' with {type: 'json'};
import cardUk from '@baken/content/texts/uk/card.json' with {type: 'json'};
import contactsUk from '@baken/content/texts/uk/contacts.json' with {type: 'json'};
import formsUk from '@baken/content/texts/uk/forms.json' with {type: 'json'};
import questionsUk from '@baken/content/texts/uk/questions.json' with {type: 'json'};
import safetyUk from '@baken/content/texts/uk/safety.json' with {type: 'json'};
import signsUk from '@baken/content/texts/uk/signs.json' with {type: 'json'};
import widgetsUk from '@baken/content/texts/uk/widgets.json' with {type: 'json'};
import topics from '@baken/content/topics.json' with {type: 'json'};
import {contentSchema} from '@baken/model/schemas/content';

/** The national content, as a page that tests in a browser can load it. */
export const exampleContent = contentSchema.parse({
  forms,
  signs,
  questions,
  topics,
  contacts,
  languages,
  messages,
  plain,
  texts: {
    ar: {
      card: cardAr,
      contacts: contactsAr,
      forms: formsAr,
      questions: questionsAr,
      safety: safetyAr,
      signs: signsAr,
      widgets: widgetsAr,
    },
    bg: {
      card: cardBg,
      contacts: contactsBg,
      forms: formsBg,
      questions: questionsBg,
      safety: safetyBg,
      signs: signsBg,
      widgets: widgetsBg,
    },
    en: {
      card: cardEn,
      contacts: contactsEn,
      forms: formsEn,
      questions: questionsEn,
      safety: safetyEn,
      signs: signsEn,
      widgets: widgetsEn,
    },
    es: {
      card: cardEs,
      contacts: contactsEs,
      forms: formsEs,
      questions: questionsEs,
      safety: safetyEs,
      signs: signsEs,
      widgets: widgetsEs,
    },
    nl: {
      card: cardNl,
      contacts: contactsNl,
      forms: formsNl,
      questions: questionsNl,
      safety: safetyNl,
      signs: signsNl,
      widgets: widgetsNl,
    },
    pl: {
      card: cardPl,
      contacts: contactsPl,
      forms: formsPl,
      questions: questionsPl,
      safety: safetyPl,
      signs: signsPl,
      widgets: widgetsPl,
    },
    ro: {
      card: cardRo,
      contacts: contactsRo,
      forms: formsRo,
      questions: questionsRo,
      safety: safetyRo,
      signs: signsRo,
      widgets: widgetsRo,
    },
    uk: {
      card: cardUk,
      contacts: contactsUk,
      forms: formsUk,
      questions: questionsUk,
      safety: safetyUk,
      signs: signsUk,
      widgets: widgetsUk,
    },
  },
});
