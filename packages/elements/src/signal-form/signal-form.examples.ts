import type {Delivery, DeliveryState} from '@baken/model/rules/delivery';
import {acceptGemeente, registerServices} from '../services.js';
import {compileExample} from '../../../../test/support/example-gemeente.js';
import {openRoot} from '../../../../test/support/open-root.js';
import type {SignalFormElement} from './signal-form-element.js';

/** A state of the form: a story, an axe run, a snapshot and a keyboard walk at once. */
export interface SignalFormExample {
  readonly name: string;
  /** Brings a fresh form into this state, as a visitor would. */
  readonly reach: (form: SignalFormElement) => Promise<void>;
}

const compiled = compileExample();
for (const gemeente of Object.values(compiled)) acceptGemeente(gemeente);

/** What the sender of the examples will say, in this order. Nothing is sent. */
let states: readonly DeliveryState[] = [];

/** Sets what the sender of the examples will say. */
export function setExampleStates(...next: readonly DeliveryState[]): void {
  states = next;
}

/** The sender of the examples: it sends nothing and answers what an example asks for. */
export const exampleServices = {
  load: async () => exampleGemeente('nl'),
  translate: async (_gemeente: unknown, language: string) => exampleGemeente(language),
  seal: async (signal: {readonly id: string}) => ({
    id: signal.id,
    body: JSON.stringify(signal),
    digest: '0'.repeat(64),
  }),
  deliver: ({onState}: {readonly onState: (state: DeliveryState) => void}): Delivery => {
    const tryNow = (): void => {
      for (const state of states) onState(state);
    };
    tryNow();
    return {state: states.at(-1) ?? {kind: 'sending'}, tryNow, stop: () => undefined};
  },
};
registerServices(exampleServices);

/** The compiled file of the made-up gemeente of all examples. */
export function exampleGemeente(language: string): (typeof compiled)[string] {
  const found = compiled[language] ?? compiled['nl'];
  if (!found) throw new Error('The example gemeente has no Dutch.');
  return found;
}

const find = <T extends HTMLElement>(form: SignalFormElement, selector: string): T => {
  const found = openRoot(form).querySelector<T>(selector);
  if (!found) throw new Error(`The form has no ${selector} here.`);
  return found;
};

/** Acts on an open form as a visitor would. */
export const visitor = {
  async choose(form: SignalFormElement, ...ids: readonly string[]): Promise<void> {
    for (const id of ids) find(form, `#${id}`).click();
    await form.updateComplete;
  },
  async write(form: SignalFormElement, id: string, text: string): Promise<void> {
    const field = find<HTMLTextAreaElement>(form, `#${id}`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await form.updateComplete;
  },
  async next(form: SignalFormElement): Promise<void> {
    find(form, ':is(.main, form) > .buttons > .button:not(.danger)').click();
    await form.updateComplete;
  },
  async back(form: SignalFormElement): Promise<void> {
    find(form, '.bar .quiet').click();
    await form.updateComplete;
  },
};

const {choose, write, next} = visitor;

const pick = async (form: SignalFormElement, ...ids: readonly string[]): Promise<void> => {
  await choose(form, ...ids);
  await next(form);
};

const toWho = (form: SignalFormElement): Promise<void> => pick(form, 'danger-no');

const toForm = async (form: SignalFormElement): Promise<void> => {
  await toWho(form);
  await pick(form, 'who-other');
};

const toSigns = async (form: SignalFormElement): Promise<void> => {
  await toForm(form);
  await pick(form, 'form-arbeid');
};

const toDescribe = async (form: SignalFormElement): Promise<void> => {
  await toSigns(form);
  await pick(form, 'ARB-01', 'ALG-04');
};

const toPlace = async (form: SignalFormElement): Promise<void> => {
  await toDescribe(form);
  await write(form, 'what', 'Zes mannen slapen achter in de loods.\nElke ochtend haalt een wit busje hen op.');
  await next(form);
};

const toSource = async (form: SignalFormElement): Promise<void> => {
  await toPlace(form);
  await write(form, 'where', 'Kas aan de Voorbeeldweg');
  await pick(form, 'still-yes');
};

const toKnown = async (form: SignalFormElement): Promise<void> => {
  await toSource(form);
  await pick(form, 'source-seen');
};

const toName = async (form: SignalFormElement): Promise<void> => {
  await toKnown(form);
  await pick(form, 'known-confidential');
};

const toReach = async (form: SignalFormElement): Promise<void> => {
  await toName(form);
  await write(form, 'name', 'A. Voorbeeld');
  await pick(form, 'reply-yes');
};

const toReview = async (form: SignalFormElement): Promise<void> => {
  await toReach(form);
  await write(form, 'email', 'naam@voorbeeld.nl');
  await next(form);
};

const toMe = async (form: SignalFormElement): Promise<void> => {
  await toWho(form);
  await pick(form, 'who-me');
};

const toAge = async (form: SignalFormElement): Promise<void> => {
  await toMe(form);
  await pick(form, 'safe-yes');
};

const toWork = async (form: SignalFormElement): Promise<void> => {
  await toWho(form);
  await pick(form, 'who-work');
};

const sending =
  (...next: readonly DeliveryState[]) =>
  async (form: SignalFormElement): Promise<void> => {
    await toReview(form);
    setExampleStates({kind: 'sending'}, ...next);
    await visitor.next(form);
    // Making the bytes takes a turn of its own.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    await form.updateComplete;
  };

const at = (name: string, ...ways: readonly ((form: SignalFormElement) => Promise<void>)[]): SignalFormExample => ({
  name,
  reach: async (form) => {
    for (const way of ways) await way(form);
  },
});

const receipt = {
  id: '4052b904-5dfb-478e-80e5-de349599b9a2',
  digest: '0'.repeat(64),
  reference: 'VOOR-BEELD',
  receivedAt: '2026-11-22T15:00:00.000Z',
};

/** Every state of the form that a visitor can see. */
export const signalFormExamples: readonly SignalFormExample[] = [
  at('danger'),
  at('danger, nothing chosen', next),
  at('call 112', (form) => pick(form, 'danger-yes')),
  at('danger, not sure', (form) => pick(form, 'danger-unsure')),
  at('who', toWho),
  at('who, nothing chosen', toWho, next),
  at('about me', toMe),
  at('about me, not safe', toMe, (form) => pick(form, 'safe-no')),
  at('age', toAge),
  at('under 18', toAge, (form) => pick(form, 'age-young')),
  at('of age', toAge, (form) => pick(form, 'age-adult')),
  at('my own words, empty', toAge, (form) => pick(form, 'age-adult'), next, next),
  at('for work', toWork),
  at('staff of this gemeente', toWork, (form) => pick(form, 'employer-this-gemeente')),
  at('form of exploitation', toForm),
  at('form of exploitation, nothing chosen', toForm, next),
  at('signs', toSigns),
  at('signs, present danger', toSigns, (form) => choose(form, 'ALG-13', 'ARB-01')),
  at('describe', toDescribe),
  at('describe, empty', toDescribe, next),
  at('place', toPlace),
  at('place, nothing chosen', toPlace, next),
  at('source', toSource),
  at('source, nothing chosen', toSource, next),
  at('how well-known', toKnown),
  at('how well-known, nothing chosen', toKnown, next),
  at('name', toName),
  at('name, empty', toName, next),
  at('how to reach me', toReach),
  at('how to reach me, empty', toReach, next),
  at('how to reach me, wrong', toReach, (form) => write(form, 'phone', '12'), (form) => write(form, 'email', 'x'), next),
  at('review', toReview),
  at('sending', sending()),
  at('uncertain', sending({kind: 'waiting', outcome: 'uncertain', automatic: true})),
  at('not sent', sending({kind: 'waiting', outcome: 'unsent', automatic: true})),
  at('not sent, tries are over', sending({kind: 'waiting', outcome: 'unsent', automatic: false})),
  at('refused', sending({kind: 'refused', reason: 'other', problems: []})),
  at('too long', sending({kind: 'refused', reason: 'too-large', problems: []})),
  at(
    'refused at a field',
    sending({kind: 'refused', reason: 'invalid', problems: [{pointer: '/answers/what', detail: 'te kort'}]}),
  ),
  at('received', sending({kind: 'received', receipt})),
  at('received, without a number', sending({kind: 'received', receipt: {...receipt, reference: ''}})),
];
