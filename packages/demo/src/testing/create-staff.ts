import type {CompiledContacts} from '@baken/model/rules/contact-card';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {listSigns} from '@baken/model/rules/signs';
import type {CompiledStaff} from '@baken/model/rules/staff';

import type {CompleteSample, Sample} from '../compile-samples.js';

/** Adds to a small compiled gemeente what only staff may see: enough for every page, nothing of the real content. */
export function createStaff(gemeente: CompiledGemeente): CompiledStaff {
  return {
    ...gemeente,
    staff: {
      endpoints: [{id: 'line', type: 'json', url: gemeente.endpoint.url, readers: ['aandachtsfunctionaris']}],
      meldroute: {
        id: 'default',
        version: 1,
        start: 'danger',
        nodes: [{id: 'danger', kind: 'one', answers: [{id: 'yes', to: 'end', add: ['112']}]}],
        routes: [{id: '112', contacts: ['112'], deadline: {kind: 'now'}, emergency: true}],
        roles: ['aandachtsfunctionaris'],
        flags: ['urgent'],
        purposes: ['help'],
      },
      handover: {
        id: 'handover',
        version: 1,
        steps: [{id: 'facts', title: 'Feiten', questions: [{id: 'what', type: 'text', label: 'Wat zag je zelf?'}]}],
      },
      signs: [...listSigns(gemeente).map(({id, form, label: text}) => ({id, form, text, weight: 'S' as const})), {
        id: 'INT-01', form: 'algemeen', weight: 'SS', text: 'Een verzonnen signaal voor de test.',
      }],
      signGroups: {algemeen: 'Algemeen'},
      workplaces: [{id: 'counter', signs: ['INT-01']}],
      cases: [],
      cards: createContacts(gemeente).cards,
      holidays: [],
      texts: {
        'route.112.title': 'Bel 112',
        'flag.urgent': 'Met spoed',
        'purpose.help.label': 'Hulp',
        'consent.later': 'later vragen',
        'node.danger.title': 'Is er nu gevaar?',
        'answer.danger.yes.label': 'Ja, nu',
      },
    },
  };
}

/** Makes what contact cards need, from the contacts of a small compiled gemeente. */
export function createContacts(gemeente: CompiledGemeente): CompiledContacts {
  const {gemeente: name, language, languages, content, contacts} = gemeente;
  return {
    format: 'baken.contacts/1',
    gemeente: name,
    language,
    languages,
    example: true,
    content,
    cards: contacts.map((contact) => ({...contact, languages: ['nl'], roles: [], topics: []})),
    holidays: [],
    texts: {},
  };
}

/** Makes a sample whole: with contact cards, and, when it is so wanted, with a staff file. */
export function completeSample(sample: Sample, hasStaff = false): CompleteSample {
  const {files} = sample;
  return {...sample, safety: [], contacts: files.map(createContacts), staff: hasStaff ? files.map(createStaff) : []};
}
