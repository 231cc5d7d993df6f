import {type Answer, type Answers, findRoute} from '@baken/model/rules/answers';
import type {CompiledGemeente, Question, Step} from '@baken/model/rules/gemeente';
import {groupSigns, listSigns} from '@baken/model/rules/signs';

import type {Page} from './browser.js';
import {isSameName, type Keyboard} from './keyboard.js';
import {until} from './until.js';

/** Gives a text of the widgets. Throws when the file of the gemeente has none. */
export function sentence(gemeente: CompiledGemeente, key: string): string {
  const text = gemeente.texts[key];
  if (text === undefined) throw new Error(`${gemeente.gemeente.id}.${gemeente.language}.json has no text "${key}".`);
  return text;
}

const samples: Readonly<Record<string, string>> = {
  phone: '06 12 34 56 78',
  email: 'jo.o\'neil+test@voorbeeld.nl',
  times: 'Na 20.00 uur.\nNooit \'s ochtends: dan is hij thuis.',
};

/** What a test answers to a question that it has no wish about: the second option, or words that are easily spoiled. */
function answerFor(gemeente: CompiledGemeente, question: Question, answers: Answers): Answer {
  const {type, options = []} = question;
  if (type === 'one') return (options[1] ?? options[0])?.id ?? '';
  if (type === 'many') return options.map(({id}) => id);
  if (type === 'signs') {
    const calm = groupSigns(gemeente, question, answers).filter(({key}) => key !== 'urgent');
    return calm.flatMap(({signs}) => signs.slice(0, 1).map(({id}) => id)).slice(0, 2);
  }
  const words = samples[question.contact ?? ''] ?? `Één "${question.id}" & <b>meer</b> \\ €5`;
  return type === 'text' && !question.contact ? `${words}\nen nog een regel` : words;
}

/** Answers every question on the route; `wishes` come first and so decide the route. */
export function answerAll(gemeente: CompiledGemeente, wishes: Answers): Answers {
  const answers: Record<string, Answer> = {...wishes};
  for (;;) {
    const questions = findRoute(gemeente, answers).steps.flatMap((step) => step.questions);
    const open = questions.find(({id}) => answers[id] === undefined);
    if (!open) return answers;
    answers[open.id] = answerFor(gemeente, open, answers);
  }
}

/** The accessible name of a question. */
export function nameOf(gemeente: CompiledGemeente, step: Step, question: Question): string {
  if (question.label === undefined) return step.title;
  const isText = question.type === 'text' || question.type === 'line';
  const isOneOf = isText && step.oneOf?.questions.includes(question.id);
  return question.error || isOneOf ? question.label : `${question.label} ${sentence(gemeente, 'optional')}`;
}

/** Opens a page and waits until its form can be used. Rejects when the page has put the focus anywhere. */
export async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await until('the form to be ready', () =>
    page.evaluate(() => document.querySelector('baken-signal-form')?.hasAttribute('data-ready')), {
    explain: async () => `${await page.text()}\nConsole: ${(await page.console()).join('\n')}`,
  });
  const focused = await page.focused();
  if (focused) throw new Error(`The page put the focus on ${focused.role} "${focused.name}" by itself.`);
}

/** Waits until a heading has the focus, and checks that stop. */
export async function awaitHeading(page: Page, keyboard: Keyboard, title: string): Promise<void> {
  await until(`the heading "${title}" to have the focus`, async () => {
    const focused = await page.focused();
    return focused?.role === 'heading' && isSameName(focused.name, title);
  }, {
    explain: async () => {
      const focused = await page.focused();
      return `Focus: ${focused ? `${focused.role} "${focused.name}"` : 'none'}. On the page:\n${await page.text()}`;
    },
  });
  await keyboard.look();
}

/** Gives the answers to the questions of one step, with the keyboard. */
export async function fillStep(
  keyboard: Keyboard,
  gemeente: CompiledGemeente,
  step: Step,
  answers: Answers,
): Promise<void> {
  for (const question of step.questions) {
    const answer = answers[question.id];
    if (answer === undefined || answer.length === 0) continue;
    const name = nameOf(gemeente, step, question);
    const labelOf = (id: string): string => {
      const found = question.options?.find((option) => option.id === id)?.label
        ?? listSigns(gemeente).find((sign) => sign.id === id)?.label;
      if (found === undefined) throw new Error(`The question "${question.id}" has no answer "${id}".`);
      return found;
    };
    if (typeof answer !== 'string') for (const id of answer) await keyboard.tick(labelOf(id));
    else if (question.type === 'one') await keyboard.choose(labelOf(answer), name);
    else await keyboard.fill(name, answer);
  }
}

/** Goes on from a step with its button. */
export async function goOn(keyboard: Keyboard, gemeente: CompiledGemeente, step: Step): Promise<void> {
  const key = step.questions.length === 0 ? 'next.optional' : 'next';
  await keyboard.activate({role: 'button', name: sentence(gemeente, key)});
}

/**
 * Walks an open form from the first question to the review, with the keyboard alone. `onStep` runs when a step is
 * filled in, before going on. Returns on the review, or on the screen that ends the form.
 */
export async function walkToReview(
  page: Page,
  keyboard: Keyboard,
  gemeente: CompiledGemeente,
  answers: Answers,
  onStep: (step: Step) => Promise<void> = async () => {},
): Promise<void> {
  const {steps} = findRoute(gemeente, answers);
  for (const [index, step] of steps.entries()) {
    if (index > 0) await awaitHeading(page, keyboard, step.title);
    await fillStep(keyboard, gemeente, step, answers);
    await onStep(step);
    if (!step.end) await goOn(keyboard, gemeente, step);
  }
  if (!steps.at(-1)?.end) await awaitHeading(page, keyboard, sentence(gemeente, 'review.title'));
}

/** Presses send on the review. */
export async function pressSend(keyboard: Keyboard, gemeente: CompiledGemeente): Promise<void> {
  await keyboard.activate({role: 'button', name: sentence(gemeente, 'review.send')});
}
