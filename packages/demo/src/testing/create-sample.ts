import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import type {Sample} from '../compile-samples.js';
import type {Address} from '../words.js';

/** Makes a small compiled gemeente: enough for every page, nothing of the real content. */
export function createGemeente(id = 'diemen', name = 'Diemen', code = '0384'): CompiledGemeente {
  return {
    format: 'baken.gemeente/1',
    gemeente: {id, name, code},
    language: 'nl',
    languages: ['nl'],
    example: true,
    content: 'unreviewed',
    endpoint: {type: 'json', url: 'http://127.0.0.1:4101/v1/signals'},
    exitUrl: 'https://www.rijksoverheid.nl/',
    questionSet: 'public@1',
    steps: [
      {
        id: 'danger',
        title: 'Is er nu gevaar?',
        questions: [{id: 'danger', type: 'one', options: [{id: 'yes', label: 'Ja'}, {id: 'no', label: 'Nee'}]}],
      },
      {
        id: 'signs',
        title: 'Wat ziet u?',
        questions: [{id: 'signs', type: 'signs', options: [{id: 'none', label: 'Geen'}]}],
      },
      {id: 'describe', title: 'Vertel', questions: [{id: 'what', type: 'text', label: 'Wat is er aan de hand?'}]},
    ],
    signs: {
      algemeen: {name: 'Over de persoon', signs: {'ALG-01': 'Iemand vraagt nu om hulp.'}},
      wonen: {
        name: 'Wonen',
        signs: {'WON-05': 'Mensen slapen in een loods.', 'WON-09': 'Er wonen steeds andere mensen.'},
      },
    },
    urgent: ['ALG-01'],
    topics: {woonoverlast: {order: [], signs: ['ALG-01', 'WON-09', 'WON-05']}},
    contacts: [
      {id: '112', name: 'Bij gevaar', phone: {dial: '112', shown: '112'}},
      {id: 'politie', name: 'Politie', phone: {dial: '09008844', shown: '0900-8844'}, hours: 'Dag en nacht'},
      {id: 'meldpunt', name: 'Meldpunt mensenhandel', phone: {dial: '0000', shown: '0000'}},
    ],
    help: ['112', 'politie', 'meldpunt'],
    texts: {},
  };
}

/** Makes a sample in one language. */
export function createSample(id?: string, name?: string, code?: string, address: Address = 'u'): Sample {
  return {address, files: [createGemeente(id, name, code)]};
}
