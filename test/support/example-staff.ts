import cases from '@baken/content-staff/cases.json' with {type: 'json'};
import handover from '@baken/content-staff/handover.json' with {type: 'json'};
import meldroute from '@baken/content-staff/meldroute.json' with {type: 'json'};
import signs from '@baken/content-staff/signs.json' with {type: 'json'};
import casesEn from '@baken/content-staff/texts/en/cases.json' with {type: 'json'};
import handoverEn from '@baken/content-staff/texts/en/handover.json' with {type: 'json'};
import meldrouteEn from '@baken/content-staff/texts/en/meldroute.json' with {type: 'json'};
import signsEn from '@baken/content-staff/texts/en/signs.json' with {type: 'json'};
import widgetsEn from '@baken/content-staff/texts/en/widgets.json' with {type: 'json'};
import casesNl from '@baken/content-staff/texts/nl/cases.json' with {type: 'json'};
import handoverNl from '@baken/content-staff/texts/nl/handover.json' with {type: 'json'};
import meldrouteNl from '@baken/content-staff/texts/nl/meldroute.json' with {type: 'json'};
import signsNl from '@baken/content-staff/texts/nl/signs.json' with {type: 'json'};
import widgetsNl from '@baken/content-staff/texts/nl/widgets.json' with {type: 'json'};
import workplaces from '@baken/content-staff/workplaces.json' with {type: 'json'};
import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {staffContentSchema} from '@baken/model/schemas/content';

import {exampleContent, exampleSource} from './example-gemeente.js';

const staffContent = staffContentSchema.parse({
  cases,
  handover,
  meldroute,
  signs,
  workplaces,
  texts: {
    nl: {cases: casesNl, handover: handoverNl, meldroute: meldrouteNl, signs: signsNl, widgets: widgetsNl},
    en: {cases: casesEn, handover: handoverEn, meldroute: meldrouteEn, signs: signsEn, widgets: widgetsEn},
  },
});

/** The roles of the made-up gemeente that have a contact, in Dutch and in English. */
const roles = {
  aandachtsfunctionaris: ['Aandachtsfunctionaris mensenhandel', 'Human trafficking officer'],
  'aandachtsfunctionaris-kindermishandeling': ['Aandachtsfunctionaris kindermishandeling', 'Child abuse officer'],
  leidinggevende: ['Leidinggevende', 'Manager'],
  integriteitscoordinator: ['Integriteitscoördinator', 'Integrity coordinator'],
  vertrouwenspersoon: ['Vertrouwenspersoon', 'Confidential adviser'],
  gemeentesecretaris: ['Gemeentesecretaris', 'Municipal secretary'],
  bestuurder: ['Burgemeester', 'Mayor'],
  'bedrijfsmaatschappelijk-werk': ['Bedrijfsmaatschappelijk werk', 'Staff welfare'],
  bedrijfsarts: ['Bedrijfsarts', 'Company doctor'],
  toezicht: ['Toezicht en handhaving', 'Inspection and enforcement'],
  ketenregisseur: ['Ketenregisseur mensenhandel', 'Regional coordinator'],
  veiligheidscoordinator: ['Veiligheidscoördinator', 'Safety coordinator'],
} as const;

/** The authored staff file of the made-up gemeente: every role has a contact, and nothing else is its own. */
export const exampleStaffSource = {
  format: 'baken.gemeente-staff-source/1',
  extends: './voorbeeld.json',
  staffEndpoints: [
    {id: 'signals', type: 'json', url: 'http://127.0.0.1:9/v1/signals', readers: ['aandachtsfunctionaris']},
    {
      id: 'integrity',
      type: 'json',
      url: 'http://127.0.0.1:9/v1/integrity',
      readers: ['integriteitscoordinator'],
      integrity: true,
    },
  ],
  staffContacts: [
    ...Object.entries(roles).map(([id, [nl, en]]) => ({
      id,
      name: {nl, en},
      email: {address: `${id}@voorbeeld.example`},
      roles: [id],
      example: true,
      source: 'example',
    })),
    {id: exampleSource.entry, email: {address: 'zorg@voorbeeld.example'}, roles: ['zorgcoordinator']},
  ],
} as const;

/** Compiles the made-up gemeente for staff, by language. */
export function compileExampleStaff(): Readonly<Record<string, CompiledStaff>> {
  const files = [
    {name: 'voorbeeld.staff.json', text: JSON.stringify(exampleStaffSource)},
    {name: 'voorbeeld.json', text: JSON.stringify(exampleSource)},
  ];
  const result = compileGemeente({files, content: exampleContent, staffContent, today: '2026-11-22'});
  if (result.ok) return result.staff ?? {};
  throw new Error(result.errors.map(({file, key, message}) => `${file} ${key}: ${message}`).join('\n'));
}
