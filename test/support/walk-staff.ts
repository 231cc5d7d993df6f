import {type Answers, findRoute} from '@baken/model/rules/answers';
import type {Step} from '@baken/model/rules/gemeente';
import type {Choices, MeldrouteNode} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {walkMeldroute} from '@baken/model/rules/walk-meldroute';

import type {Json, Page} from './browser.js';
import type {Keyboard} from './keyboard.js';
import {until} from './until.js';
import {awaitHeading, fillStep, goOn} from './walk-form.js';

/** The elements for staff. */
export const WIZARD = 'baken-meldroute-wizard';
export const CHECKLIST = 'baken-risk-checklist';

/** Gives a text of the widgets for staff, its placeholders filled. Throws when the staff file has none. */
export function staffSentence(
  {texts, staff, gemeente, language}: CompiledStaff,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = staff.texts[key] ?? texts[key];
  if (text === undefined) throw new Error(`${gemeente.id}.staff.${language}.json has no text "${key}".`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The staff file with the questions of the record in place of those for residents: then a form walks it. */
export function asRecord(staff: CompiledStaff): CompiledStaff {
  return {...staff, steps: staff.staff.handover.steps, topics: {}};
}

/** Opens a page for staff and waits until its widgets can be used. */
export async function openStaff(page: Page, url: string, ...tags: readonly string[]): Promise<void> {
  await page.goto(url);
  await until(`${tags.join(' and ')} to be ready`, () =>
    page.evaluate(
      (names) => names.every((name) => document.querySelector(name)?.hasAttribute('data-ready')),
      tags,
    ), {explain: async () => `${await page.text()}\nConsole: ${(await page.console()).join('\n')}`});
}

/** The answers on the path of these choices, node by node. */
export function listPath(staff: CompiledStaff, choices: Choices): readonly (readonly [MeldrouteNode, readonly string[]])[] {
  const {visited} = walkMeldroute(staff.staff.meldroute, choices);
  return visited.map((node) => [node, choices[node.id] ?? []]);
}

/** Answers one question of the meldroute with the keyboard; the screen is there already. */
export async function fillNode(
  keyboard: Keyboard,
  staff: CompiledStaff,
  node: MeldrouteNode,
  chosen: readonly string[],
): Promise<void> {
  const title = staffSentence(staff, `node.${node.id}.title`);
  for (const {id, purpose, choice} of node.answers.filter((answer) => chosen.includes(answer.id))) {
    if (node.kind === 'note') return;
    if (node.kind === 'consent') {
      const group = staffSentence(staff, `purpose.${purpose}.label`);
      await keyboard.choose(staffSentence(staff, `consent.${choice}`), group);
    } else {
      const name = staffSentence(staff, `answer.${node.id}.${id}.label`);
      await (node.kind === 'many' ? keyboard.tick(name) : keyboard.choose(name, title));
    }
  }
}

/** Goes on from a question of the meldroute with its button. */
export async function leaveNode(keyboard: Keyboard, staff: CompiledStaff, {id, kind, answers}: MeldrouteNode): Promise<void> {
  const key = kind === 'note' ? `answer.${id}.${answers[0]?.id}.label` : 'next';
  await keyboard.activate({role: 'button', name: staffSentence(staff, key)});
}

/**
 * Walks an open wizard to its result, with the keyboard alone. `onNode` runs when a question is answered, before going
 * on. The first question is on the screen already.
 */
export async function walkToResult(
  page: Page,
  keyboard: Keyboard,
  staff: CompiledStaff,
  choices: Choices,
  onNode: (node: MeldrouteNode) => Promise<void> = async () => {},
): Promise<void> {
  for (const [index, [node, chosen]] of listPath(staff, choices).entries()) {
    if (index > 0) await awaitHeading(page, keyboard, staffSentence(staff, `node.${node.id}.title`));
    await fillNode(keyboard, staff, node, chosen);
    await onNode(node);
    await leaveNode(keyboard, staff, node);
  }
  await awaitHeading(page, keyboard, staffSentence(staff, 'wizard.result.title'));
}

/** Walks from the result through the record to its review, with the keyboard alone. */
export async function walkRecord(
  page: Page,
  keyboard: Keyboard,
  staff: CompiledStaff,
  answers: Answers,
  onStep: (step: Step) => Promise<void> = async () => {},
): Promise<void> {
  const record = asRecord(staff);
  await keyboard.activate({role: 'button', name: staffSentence(staff, 'wizard.register')});
  for (const step of findRoute(record, answers).steps) {
    await awaitHeading(page, keyboard, step.title);
    await fillStep(keyboard, record, step, answers);
    await onStep(step);
    await goOn(keyboard, record, step);
  }
  await awaitHeading(page, keyboard, staffSentence(staff, 'wizard.review.title'));
}

/** Runs a function in the closed root of an element of the page. Only Chromium's own tools can. */
export async function inRoot<Args extends readonly Json[], Result>(
  page: Page,
  tag: string,
  run: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const {cdp} = page;
  if (!cdp) throw new Error(`${page.engine} opens no closed roots.`);
  const found = await cdp.send('Runtime.evaluate', {expression: `document.querySelector(${JSON.stringify(tag)})`});
  const {objectId = ''} = found.result;
  const {node} = await cdp.send('DOM.describeNode', {objectId, depth: 1, pierce: true});
  const {backendNodeId} = node.shadowRoots?.[0] ?? {};
  if (backendNodeId === undefined) throw new Error(`<${tag}> has no root.`);
  const {object} = await cdp.send('DOM.resolveNode', {backendNodeId});
  const called = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function (...args) { return (${toFunction(run)})(this, ...args); }`,
    arguments: args.map((value) => ({value})),
    awaitPromise: true,
    returnByValue: true,
  });
  const {exceptionDetails: thrown} = called;
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return called.result.value as Result;
}

/** The source of a function that brings its own helper along, as the loader of the tests asks for. */
const toFunction = (run: (...args: never[]) => unknown): string =>
  `((__name) => (${String(run)}))((of) => of)`;

/** Clicks through an open wizard to a screen with this title: fast, for tests that are not about the keyboard. */
export async function clickOn(page: Page, ids: readonly string[], title: string): Promise<void> {
  const heading = await inRoot(page, WIZARD, async (root, ids) => {
    for (const id of ids) root.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.click();
    root.querySelector<HTMLElement>(':is(form, .main) > .buttons > .button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    return root.querySelector('#title')?.textContent ?? '';
  }, ids);
  if (heading.trim() !== title) throw new Error(`After ${ids.join(', ')}: "${heading}" in place of "${title}".`);
}

/** Clicks through an open wizard, from its first question to the result. */
export async function clickToResult(page: Page, staff: CompiledStaff, choices: Choices): Promise<void> {
  const path = listPath(staff, choices);
  for (const [index, [node, chosen]] of path.entries()) {
    const next = path[index + 1]?.[0];
    const title = staffSentence(staff, next ? `node.${next.id}.title` : 'wizard.result.title');
    await clickOn(page, node.kind === 'note' ? [] : chosen.map((id) => `${node.id}-${id}`), title);
  }
}
