import {compileGemeente, type CompileResult} from '@baken/model/compile/compile-gemeente';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Content} from '@baken/model/schemas/content';

import {exampleContent} from './example-content.js';

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
    pl: {who: 'osoba kontaktowa gminy', within: 'w ciągu 1 dnia roboczego'},
    ro: {who: 'persoana de contact a primăriei', within: 'în cel mult 1 zi lucrătoare'},
    bg: {who: 'служителят за контакт на общината', within: 'до 1 работен ден'},
    es: {who: 'la persona de contacto del municipio', within: 'en 1 día laborable'},
    uk: {who: 'контактна особа муніципалітету', within: 'протягом 1 робочого дня'},
    ar: {who: 'موظف الاتصال في البلدية', within: 'خلال يوم عمل واحد'},
  },
  entry: 'zorgcoordinator-voorbeeld',
  contacts: [
    {
      id: 'zorgcoordinator-voorbeeld',
      name: {
        nl: 'Zorgcoördinator in de regio',
        en: 'Care coordinator in the region',
        pl: 'Koordynator opieki w regionie (zorgcoördinator)',
        ro: 'Coordonatorul de îngrijire din regiune (zorgcoördinator)',
        bg: 'Координатор по грижите в региона (zorgcoördinator)',
        es: 'Coordinación de la ayuda en la región (zorgcoördinator)',
        uk: 'Координатор допомоги в регіоні (zorgcoördinator)',
        ar: 'منسّق الرعاية في المنطقة (zorgcoördinator)',
      },
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

/** The languages of the content, Dutch first. */
export const exampleLanguages = exampleContent.languages.languages.map(({id}) => id);

/** Compiles the made-up gemeente with these languages switched on. */
export function compileExampleIn(
  languages: readonly string[],
  content: Content = exampleContent,
  change: Readonly<Record<string, unknown>> = {},
): CompileResult & {readonly ok: true} {
  const files = [{name: 'voorbeeld.json', text: JSON.stringify({...exampleSource, languages, ...change})}];
  const result = compileGemeente({files, content, today: '2026-11-22'});
  if (result.ok) return result;
  throw new Error(result.errors.map(({file, key, message}) => `${file} ${key}: ${message}`).join('\n'));
}

/** Compiles the made-up gemeente, by language. */
export const compileExample = (): Readonly<Record<string, CompiledGemeente>> =>
  compileExampleIn(exampleSource.languages).compiled;
