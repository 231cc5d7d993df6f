import {type Answer, type Answers, findRoute} from '@baken/model/rules/answers';
import {listRefused} from '@baken/model/rules/consent';
import type {Question, Step} from '@baken/model/rules/gemeente';
import type {Choices, MeldrouteNode} from '@baken/model/rules/meldroute';
import type {Signal} from '@baken/model/rules/signal';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {walkMeldroute} from '@baken/model/rules/walk-meldroute';

import type {Page} from './browser.js';
import {Keyboard} from './keyboard.js';
import {until} from './until.js';
import {answerAll, awaitHeading} from './walk-form.js';

/** Keys, and a way to tell what they reach. A name must be the whole name. */
export interface WizardKeys {
  /** Chooses a radio button of a question. */
  choose(name: string, group: string): Promise<void>;
  /** Ticks a checkbox; `group` is the question that it belongs to. */
  tick(name: string, group?: string): Promise<void>;
  /** Types into an empty field. */
  fill(name: string, text: string): Promise<void>;
  /** Goes to a button with Tab and presses Enter on it. */
  press(name: string): Promise<void>;
  /** Waits until the heading of a screen has the focus. */
  arriveAt(title: string): Promise<void>;
}

/** Called on each screen, before anything is done there. `screen` tells screens apart. */
export type OnScreen = (screen: string) => Promise<void>;

const passOn: OnScreen = async () => {};

/** The keys of someone who sees the page: rejects at each stop where the focus is not drawn or not in sight. */
export function seeingKeys(page: Page): WizardKeys {
  const keyboard = new Keyboard(page);
  return {
    choose: (name, group) => keyboard.choose(name, group),
    tick: (name, group) => keyboard.tick(name, group),
    fill: (name, text) => keyboard.fill(name, text),
    press: (name) => keyboard.activate({role: 'button', name}),
    arriveAt: (title) => awaitHeading(page, keyboard, title),
  };
}

/** Reads the file for staff of a sample gemeente in Dutch, as its pages do. */
export async function readStaff(pages: string, gemeente: string): Promise<CompiledStaff> {
  const answer = await fetch(`${pages}/assets/${gemeente}.staff.nl.json`);
  return (await answer.json()) as CompiledStaff;
}

/** Gives a sentence of the staff widgets. Throws when the file has none. */
export function say({gemeente, language, texts, staff}: CompiledStaff, key: string): string {
  const text = staff.texts[key] ?? texts[key];
  if (text === undefined) throw new Error(`${gemeente.id}.staff.${language}.json has no text "${key}".`);
  return text;
}

/** Opens a page and waits until its widgets can be used. Rejects when the page has put the focus anywhere. */
export async function openWidgets(page: Page, url: string, ...widgets: readonly string[]): Promise<void> {
  await page.goto(url);
  await until(`${widgets.join(' and ')} to be ready`, () =>
    page.evaluate((...names: string[]) =>
      names.every((name) => document.querySelector(name)?.hasAttribute('data-ready')), ...widgets), {
    explain: async () => `${await page.text()}\nConsole: ${(await page.console()).join('\n')}`,
  });
  const focused = await page.focused();
  if (focused) throw new Error(`The page put the focus on ${focused.role} "${focused.name}" by itself.`);
}

async function answerNode(keys: WizardKeys, staff: CompiledStaff, node: MeldrouteNode, chosen: readonly string[]):
  Promise<void> {
  const title = say(staff, `node.${node.id}.title`);
  for (const id of node.kind === 'note' ? [] : chosen) {
    const answer = node.answers.find((one) => one.id === id);
    if (node.kind === 'consent') {
      await keys.choose(say(staff, `consent.${answer?.choice}`), say(staff, `purpose.${answer?.purpose}.label`));
    } else {
      const label = say(staff, `answer.${node.id}.${id}.label`);
      await (node.kind === 'many' ? keys.tick(label, title) : keys.choose(label, title));
    }
  }
}

/**
 * Answers every question of the meldroute, from the first one, which has no focus yet or has it on its heading, to what
 * there is to do. Gives how many questions there were. Rejects when the choices do not lead to the end.
 */
export async function walkQuestions(
  keys: WizardKeys,
  staff: CompiledStaff,
  choices: Choices,
  onScreen: OnScreen = passOn,
): Promise<number> {
  const {visited, current} = walkMeldroute(staff.staff.meldroute, choices);
  if (current) throw new Error(`The choices stop at "${current.id}": choose one of its answers too.`);
  for (const [index, node] of visited.entries()) {
    if (index > 0) await keys.arriveAt(say(staff, `node.${node.id}.title`));
    await onScreen(`question ${node.id}`);
    const chosen = choices[node.id] ?? [];
    await answerNode(keys, staff, node, chosen);
    await keys.press(say(staff, node.kind === 'note' ? `answer.${node.id}.${chosen[0]}.label` : 'next'));
  }
  await keys.arriveAt(say(staff, 'wizard.result.title'));
  await onScreen('result');
  return visited.length;
}

/** The file with the questions of the record in place of those for residents. */
const askRecord = (staff: CompiledStaff): CompiledStaff => ({...staff, steps: staff.staff.handover.steps, topics: {}});

/** Answers every question of the record with words that are easily spoiled. */
export function writeRecord(staff: CompiledStaff): Answers {
  return answerAll(askRecord(staff), {});
}

async function fillQuestion(keys: WizardKeys, question: Question, name: string, answer: Answer): Promise<void> {
  const labelOf = (id: string): string => question.options?.find((option) => option.id === id)?.label ?? id;
  if (typeof answer !== 'string') for (const id of answer) await keys.tick(labelOf(id), name);
  else if (question.type === 'one') await keys.choose(labelOf(answer), name);
  else await keys.fill(name, answer);
}

/** From what there is to do to the reference: fills in the record, looks it over and sends it. */
export async function register(
  keys: WizardKeys,
  staff: CompiledStaff,
  {choices, answers}: {readonly choices: Choices; readonly answers: Answers},
  onScreen: OnScreen = passOn,
): Promise<void> {
  const hasRefused = listRefused(walkMeldroute(staff.staff.meldroute, choices).outcome.consent).length > 0;
  const nameOf = (step: Step, {id, label, error}: Question): string => {
    if (label === undefined) return step.title;
    return error || (hasRefused && id === 'weighing') ? label : `${label} ${say(staff, 'optional')}`;
  };
  await keys.press(say(staff, 'wizard.register'));
  for (const step of findRoute(askRecord(staff), answers).steps) {
    await keys.arriveAt(step.title);
    await onScreen(`record ${step.id}`);
    for (const question of step.questions) {
      const answer = answers[question.id];
      if (answer !== undefined) await fillQuestion(keys, question, nameOf(step, question), answer);
    }
    await keys.press(say(staff, 'next'));
  }
  await keys.arriveAt(say(staff, 'wizard.review.title'));
  await onScreen('review');
  await keys.press(say(staff, 'wizard.review.send'));
  await keys.arriveAt(say(staff, 'wizard.received.title'));
  await onScreen('received');
}

/** What must be stored of the record: each answer as given, those of contact questions under `contact`. */
export function recordOf(staff: CompiledStaff, answers: Answers): Pick<Signal, 'answers' | 'contact'> {
  const questions = findRoute(askRecord(staff), answers).steps.flatMap((step) => step.questions);
  const given = questions.filter(({id}) => answers[id] !== undefined);
  const contact = given.filter((question) => question.contact);
  return {
    answers: Object.fromEntries(given.filter((one) => !one.contact).map(({id}) => [id, answers[id] ?? ''])),
    contact: contact.length === 0 ? null : Object.fromEntries(contact.map((one) => [one.contact, answers[one.id]])),
  };
}
