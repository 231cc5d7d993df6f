import type {CompiledStaff} from '@baken/model/rules/staff';
import {receiveSigns} from '../parts/hand-over.js';
import {acceptGemeente, registerServices} from '../services.js';
import {compileExampleStaff} from '../../../../test/support/example-staff.js';
import {openRoot} from '../../../../test/support/open-root.js';
import type {RiskChecklistElement} from './risk-checklist-element.js';

/** A state of the checklist: a story, an axe run, a snapshot and a keyboard walk at once. */
export interface RiskChecklistExample {
  readonly name: string;
  /** Brings a fresh checklist into this state, as an employee would. */
  readonly reach: (checklist: RiskChecklistElement) => Promise<void>;
}

const compiled = compileExampleStaff();
for (const staff of Object.values(compiled)) acceptGemeente(staff);

/** The compiled file for staff of the made-up gemeente of all examples. */
export function exampleStaff(language: string): CompiledStaff {
  const found = compiled[language] ?? compiled['nl'];
  if (!found) throw new Error('The example gemeente has no Dutch.');
  return found;
}

/** The services of the examples: nothing is fetched, and the checklist sends nothing. */
export const exampleServices = {
  load: async ({language}: {readonly language: string}) => exampleStaff(language),
  translate: async (_staff: unknown, language: string) => exampleStaff(language),
  seal: () => Promise.reject(new Error('A checklist sends nothing.')),
  deliver: () => {
    throw new Error('A checklist sends nothing.');
  },
};
registerServices(exampleServices);

const find = <T extends HTMLElement>(checklist: RiskChecklistElement, selector: string): T => {
  const found = openRoot(checklist).querySelector<T>(selector);
  if (!found) throw new Error(`The checklist has no ${selector} here.`);
  return found;
};

const languageOf = (checklist: RiskChecklistElement): string => find(checklist, '.baken').lang;

/** Acts on a checklist as an employee would. */
export const employee = {
  async choose(checklist: RiskChecklistElement, ...ids: readonly string[]): Promise<void> {
    for (const id of ids) find(checklist, `#${id}`).click();
    await checklist.updateComplete;
  },
  async search(checklist: RiskChecklistElement, query: string): Promise<void> {
    const field = find<HTMLInputElement>(checklist, '#find');
    field.value = query;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await checklist.updateComplete;
  },
  /** Presses the button with this sentence of the catalogue. */
  async press(checklist: RiskChecklistElement, key: string): Promise<void> {
    const sentence = exampleStaff(languageOf(checklist)).staff.texts[key] ?? '';
    const button = [...openRoot(checklist).querySelectorAll('button')].find(
      ({textContent}) => textContent?.trim() === sentence,
    );
    if (!button) throw new Error(`The checklist has no button "${sentence}" here.`);
    button.click();
    await checklist.updateComplete;
  },
};

const {choose, search, press} = employee;

/** Puts what could take signs on the page of a checklist: their widgets are not needed for it. */
export async function placeReceivers(checklist: RiskChecklistElement): Promise<readonly (readonly string[])[]> {
  const taken: (readonly string[])[] = [];
  for (const kind of ['wizard', 'form'] as const) {
    const widget = document.createElement('div');
    checklist.after(widget);
    receiveSigns(kind, widget, (ids) => taken.push([...ids]));
  }
  await checklist.updateComplete;
  return taken;
}

const goTo =
  (number: number) =>
  async (checklist: RiskChecklistElement): Promise<void> => {
    await press(checklist, 'checklist.practice');
    for (let place = 1; place < number; place++) {
      await press(checklist, 'checklist.practice.compare');
      await press(checklist, 'checklist.practice.next');
    }
  };

const at = (
  name: string,
  ...ways: readonly ((checklist: RiskChecklistElement) => Promise<unknown>)[]
): RiskChecklistExample => ({
  name,
  reach: async (checklist) => {
    for (const way of ways) await way(checklist);
  },
});

/** Every state of the checklist that an employee can see. */
export const riskChecklistExamples: readonly RiskChecklistExample[] = [
  at('all signs'),
  at('one workplace', (list) => choose(list, 'workplace-home')),
  at(
    'searched',
    (list) => choose(list, 'workplace-home', 'WON-05', 'ARB-03'),
    (list) => search(list, languageOf(list) === 'nl' ? 'slaap' : 'sleep'),
  ),
  at('searched in vain', (list) => choose(list, 'workplace-home'), (list) => search(list, 'kamelen')),
  at(
    'searched, more elsewhere',
    (list) => choose(list, 'workplace-counter'),
    (list) => search(list, languageOf(list) === 'nl' ? 'slaap' : 'sleep'),
  ),
  at(
    'chosen signs out of the list',
    (list) => choose(list, 'workplace-home', 'ALG-13', 'HUI-02'),
    (list) => choose(list, 'workplace-counter'),
    (list) => search(list, 'paspoort'),
  ),
  at('ask advice', (list) => choose(list, 'ALG-04')),
  at('advice that depends on age', (list) => choose(list, 'workplace-social', 'SEX-07')),
  at('a child, report today', (list) => choose(list, 'workplace-social', 'SEX-07', 'age-yes')),
  at('a strong sign, report today', (list) => choose(list, 'workplace-home', 'ARB-03', 'ALG-04')),
  at('several signs, report today', (list) => choose(list, 'ALG-04', 'ALG-06', 'ALG-10')),
  at('danger', (list) => choose(list, 'workplace-home', 'ALG-13')),
  at('with a wizard and a form on the page', placeReceivers, (list) =>
    choose(list, 'workplace-home', 'WON-08', 'ARB-03'),
  ),
  at('danger, with a wizard and a form on the page', placeReceivers, (list) =>
    choose(list, 'workplace-home', 'WON-04', 'ARB-03'),
  ),
  at('wiped', (list) => choose(list, 'ALG-04'), (list) => press(list, 'checklist.wipe')),
  at('practice', goTo(1)),
  at(
    'practice, compared',
    goTo(1),
    (list) => choose(list, 'BAL-01', 'ALG-01', 'BAL-05'),
    (list) => press(list, 'checklist.practice.compare'),
  ),
  at(
    'practice, all seen',
    goTo(1),
    (list) => choose(list, 'BAL-01', 'BAL-02', 'BAL-03'),
    (list) => press(list, 'checklist.practice.compare'),
  ),
  at('practice, the last case', goTo(6), (list) => press(list, 'checklist.practice.compare')),
  at('practice only', async (list) => {
    list.practice = true;
    await list.updateComplete;
  }),
];
