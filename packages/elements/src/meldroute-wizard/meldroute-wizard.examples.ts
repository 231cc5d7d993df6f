import type {Delivery, DeliveryState} from '@baken/model/rules/delivery';
import type {Envelope} from '@baken/model/rules/signal';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {offerSigns} from '../parts/hand-over.js';
import {acceptGemeente, registerServices} from '../services.js';
import {compileExampleStaff} from '../../../../test/support/example-staff.js';
import {openRoot} from '../../../../test/support/open-root.js';
import type {MeldrouteWizardElement} from './meldroute-wizard-element.js';

/** A state of the wizard: a story, an axe run, a snapshot and a keyboard walk at once. */
export interface MeldrouteWizardExample {
  readonly name: string;
  /** Brings a fresh wizard into this state, as an employee would. */
  readonly reach: (wizard: MeldrouteWizardElement) => Promise<void>;
}

/** Nothing is sent from an example, so it never says that something was registered. */
const nothingSent: Readonly<Record<string, string>> = {
  nl: 'Voorbeeld: er is niets verstuurd',
  en: 'Example: nothing was sent',
};

const compiled: Readonly<Record<string, CompiledStaff>> = Object.fromEntries(
  Object.entries(compileExampleStaff()).map(([language, file]) => {
    const texts = {...file.staff.texts, 'wizard.received.title': nothingSent[language] ?? ''};
    // Two addresses, so that a test sees which of them is used.
    const endpoints = file.staff.endpoints.map((one) => (one.integrity ? {...one, url: `${one.url}/integrity`} : one));
    const changed = {...file, staff: {...file.staff, texts, endpoints}};
    acceptGemeente(changed);
    return [language, changed];
  }),
);

/** The compiled staff file of the made-up gemeente of all examples. */
export function exampleStaff(language: string): CompiledStaff {
  const found = compiled[language] ?? compiled['nl'];
  if (!found) throw new Error('The example gemeente has no Dutch.');
  return found;
}

/** What the sender of the examples will say, in this order. Nothing is sent. */
let states: readonly DeliveryState[] = [];

/** Sets what the sender of the examples will say. */
export function setExampleStates(...next: readonly DeliveryState[]): void {
  states = next;
}

/** The sender of the examples: it sends nothing and answers what an example asks for. */
export const exampleServices = {
  load: async () => exampleStaff('nl'),
  translate: async (_gemeente: unknown, language: string) => exampleStaff(language),
  seal: async (signal: {readonly id: string}) => ({
    id: signal.id,
    body: JSON.stringify(signal),
    digest: '0'.repeat(64),
  }),
  deliver: ({onState}: {
    readonly gemeente: {readonly endpoint: {readonly url: string}};
    readonly envelope: Envelope;
    readonly onState: (state: DeliveryState) => void;
  }): Delivery => {
    const tryNow = (): void => {
      for (const state of states) onState(state);
    };
    tryNow();
    return {state: states.at(-1) ?? {kind: 'sending'}, tryNow, stop: () => undefined};
  },
};
registerServices(exampleServices);

const find = <T extends HTMLElement>(wizard: MeldrouteWizardElement, selector: string): T => {
  const found = openRoot(wizard).querySelector<T>(selector);
  if (!found) throw new Error(`The wizard has no ${selector} here.`);
  return found;
};

const press = async (wizard: MeldrouteWizardElement, selector: string): Promise<void> => {
  find(wizard, selector).click();
  await wizard.updateComplete;
};

/** Acts on an open wizard as an employee would. */
export const employee = {
  async choose(wizard: MeldrouteWizardElement, ...ids: readonly string[]): Promise<void> {
    for (const id of ids) await press(wizard, `#${id}`);
  },
  async write(wizard: MeldrouteWizardElement, id: string, text: string): Promise<void> {
    const field = find<HTMLTextAreaElement>(wizard, `#${id}`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await wizard.updateComplete;
  },
  next: (wizard: MeldrouteWizardElement) => press(wizard, ':is(form, .main) > .buttons > .button'),
  back: (wizard: MeldrouteWizardElement) => press(wizard, '.bar .quiet'),
  wipe: (wizard: MeldrouteWizardElement) => press(wizard, '.bar > :last-child'),
  register: (wizard: MeldrouteWizardElement) => press(wizard, '.act > button.button'),
  /** Answers a row of questions, one answer each. */
  async walk(wizard: MeldrouteWizardElement, ...ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await employee.choose(wizard, id);
      await employee.next(wizard);
    }
  },
};

const {choose, next, register, walk, write} = employee;

const walking =
  (...ids: readonly string[]) =>
  (wizard: MeldrouteWizardElement): Promise<void> =>
    walk(wizard, ...ids);

const toAlone = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await walk(wizard, 'start-signal', 'danger-yes', 'about-gemeente-no', 'what-known-victim', 'under-18-no');
  await walk(wizard, 'contact-alone');
};
const toConsent = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await toAlone(wizard);
  await walk(wizard, 'wants-help-yes');
};
const afterConsent = walking('shelter-no', 'form-work', 'pattern-no', 'name-safe-yes', 'self-shaken');
const toResult = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await toConsent(wizard);
  await choose(wizard, 'consent-help-yes', 'consent-police-no', 'consent-registration-later');
  await next(wizard);
  await afterConsent(wizard);
};
const toAboutWhom = walking('start-signal', 'danger-no', 'about-gemeente-yes');
const afterAboutWhom = walking('what-known-feeling', 'name-safe-afraid', 'self-shaken');
const involving =
  (...ids: readonly string[]) =>
  async (wizard: MeldrouteWizardElement): Promise<void> => {
    await toAboutWhom(wizard);
    await choose(wizard, ...ids);
    await next(wizard);
    await afterAboutWhom(wizard);
  };
const toLongest = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await walk(wizard, 'start-danger', 'about-gemeente-no', 'what-known-victim', 'under-18-yes', 'child-what-abroad');
  await walk(wizard, 'meldcode-yes', 'child-age-from-16');
  await choose(wizard, 'consent-young-help-yes', 'consent-young-police-yes');
  await choose(wizard, 'consent-young-registration-yes', 'consent-young-sharing-yes');
  await next(wizard);
  await walk(wizard, 'child-shelter-yes', 'pattern-yes', 'name-safe-afraid', 'self-threatened');
};
const toRecord = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await toResult(wizard);
  await register(wizard);
};
const toReview = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await toRecord(wizard);
  await write(wizard, 'facts', 'Zes mannen slapen achter in de loods.\nElke ochtend haalt een wit busje hen op.');
  await write(wizard, 'told', 'Een van hen zei dat zijn paspoort is afgepakt.');
  await next(wizard);
  await write(wizard, 'location', 'Loods aan de Voorbeeldweg');
  await next(wizard);
  await choose(wizard, 'basis-seen');
  await next(wizard);
  await write(wizard, 'weighing', 'Zes mensen zonder papieren: ik deel alleen de plek.');
  await next(wizard);
};

/** Making the bytes takes a turn of its own. */
const settle = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await wizard.updateComplete;
};

const sending =
  (...outcome: readonly DeliveryState[]) =>
  async (wizard: MeldrouteWizardElement): Promise<void> => {
    await toReview(wizard);
    setExampleStates({kind: 'sending'}, ...outcome);
    await next(wizard);
    await settle(wizard);
  };

/** Back from the outcome to what was written, and another word there. */
const rewrite = async (wizard: MeldrouteWizardElement): Promise<void> => {
  await press(wizard, '.main > .buttons .quiet');
  await employee.back(wizard);
  await write(wizard, 'weighing', 'Alleen de plek, zonder namen.');
  await next(wizard);
};

/** Another answer about who is involved, from where the answers stand. */
const nowAbout =
  (...ids: readonly string[]) =>
  async (wizard: MeldrouteWizardElement): Promise<void> => {
    await press(wizard, '.given > :nth-child(3) button');
    await walk(wizard, 'about-gemeente-yes');
    await choose(wizard, ...ids);
    await next(wizard);
  };

const uncertain = {kind: 'waiting', outcome: 'uncertain', automatic: true} as const;

const receipt = {
  id: '4052b904-5dfb-478e-80e5-de349599b9a2',
  digest: '0'.repeat(64),
  reference: 'VOOR-BEELD',
  receivedAt: '2026-11-22T15:00:00.000Z',
};

const at = (
  name: string,
  ...ways: readonly ((wizard: MeldrouteWizardElement) => Promise<void>)[]
): MeldrouteWizardExample => ({
  name,
  reach: async (wizard) => {
    for (const way of ways) await way(wizard);
  },
});

/** Every state of the wizard that an employee can see. */
export const meldrouteWizardExamples: readonly MeldrouteWizardExample[] = [
  at('first question'),
  at('nothing chosen', next),
  at('danger chosen', (wizard) => choose(wizard, 'start-danger')),
  at('danger, not sure', walking('start-signal'), (wizard) => choose(wizard, 'danger-unsure')),
  at('certain 112', toAlone),
  at('about whom', toAboutWhom),
  at('about whom, nothing chosen', toAboutWhom, next),
  at('explanation', async (wizard) => {
    await walk(wizard, 'start-signal', 'danger-no', 'about-gemeente-no', 'what-known-victim', 'under-18-no');
    await walk(wizard, 'contact-accompanied');
  }),
  at('consent', toConsent, (wizard) => choose(wizard, 'consent-help-yes', 'consent-police-no')),
  at('consent, not asked', toConsent),
  at('signs from the checklist', async (wizard) => {
    offerSigns('wizard', ['ALG-04', 'ARB-01', 'WON-05'], wizard);
    await wizard.updateComplete;
  }),
  at('signs of danger from the checklist', async (wizard) => {
    offerSigns('wizard', ['ALG-13', 'ARB-01'], wizard);
    await wizard.updateComplete;
  }),
  at('result', toResult),
  at('result, only support', walking('start-support')),
  at('result, longest', toLongest),
  at(
    'result, refused help',
    toAlone,
    walking('wants-help-no', 'override-no', 'form-unsure', 'pattern-no', 'name-safe-yes', 'self-fine'),
  ),
  at('result, integrity', involving('about-whom-leidinggevende')),
  at(
    'result, nobody to register with',
    involving('about-whom-integriteitscoordinator', 'about-whom-aandachtsfunctionaris'),
  ),
  at('record', toRecord),
  at('record, empty', toRecord, next),
  at('record, weighing', toReview, (wizard) => employee.back(wizard)),
  at('review', toReview),
  at('sending', sending()),
  at('uncertain', sending(uncertain)),
  at('review, sent before', sending(uncertain), (wizard) => press(wizard, '.main > .buttons .quiet')),
  at('review, changed after sending', sending(uncertain), rewrite),
  at('not sent', sending({kind: 'waiting', outcome: 'unsent', automatic: true})),
  at('not sent, tries are over', sending({kind: 'waiting', outcome: 'unsent', automatic: false})),
  at('refused', sending({kind: 'refused', reason: 'other', problems: []})),
  at('too long', sending({kind: 'refused', reason: 'too-large', problems: []})),
  at(
    'refused at a field',
    sending({kind: 'refused', reason: 'invalid', problems: [{pointer: '/answers/facts', detail: 'te kort'}]}),
  ),
  at('received', sending({kind: 'received', receipt})),
  at('received, without a number', sending({kind: 'received', receipt: {...receipt, reference: ''}})),
  at('received, a second time', sending(uncertain), rewrite, async (wizard) => {
    setExampleStates({kind: 'received', receipt});
    await next(wizard);
    await settle(wizard);
  }),
  at('result, registered', sending({kind: 'received', receipt}), next),
  at('result, changed after registering', sending({kind: 'received', receipt}), next, (wizard) =>
    press(wizard, '#consent-help-no'),
  ),
  at('result, about who may have read it', sending(uncertain), rewrite, nowAbout('about-whom-aandachtsfunctionaris')),
];
