import fc from 'fast-check';

import {acceptGemeente} from '@baken/elements/services';
import type {SignalFormElement} from '@baken/elements/signal-form';
import {guardCompiled} from '@baken/model/rules/guard';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {compileExample} from './example-gemeente.js';
import {mutateCompiled} from './mutate-compiled.js';
import {openRoot} from './open-root.js';

/** How many of the damaged files ended how. */
export interface NeverHalfCount {
  refused: number;
  fallback: number;
  form: number;
}

const nameOf = (control: Element, root: ParentNode): string => {
  const by = control.getAttribute('aria-labelledby');
  // Not by a selector: `CSS.escape` writes U+0000 as another character, and a damaged id may hold it.
  const labels = [...root.querySelectorAll('label')];
  const label = by === null ? labels.find(({htmlFor}) => htmlFor === control.id) : root.querySelector(`#${by}`);
  return label?.textContent?.trim() ?? '';
};

/** Says what is half about a screen that is not the fallback; nothing when it is whole. */
function findHalf(root: ShadowRoot): string | undefined {
  const text = root.textContent ?? '';
  if (/undefined|\[object|\bNaN\b|function\s*\(/.test(text)) return `shows "${text.slice(0, 200)}"`;
  if (!root.querySelector('h2')?.textContent?.trim()) return 'has no heading';
  for (const control of root.querySelectorAll('input, textarea, select')) {
    if (nameOf(control, root) === '') return `has a nameless ${control.localName} #${control.id}`;
  }
  for (const button of root.querySelectorAll('button, a')) {
    if (!button.textContent?.trim()) return `has a nameless ${button.localName}`;
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!/^(tel:\+?\d+|https:\/\/.+|mailto:.+)$/.test(link.href) && !link.closest('.summary')) return `links to ${link.href}`;
  }
  if (!root.querySelector('.exit-button')) return 'has no way to leave';
  return undefined;
}

const isFallback = (root: ShadowRoot): boolean => root.childElementCount === 1 && root.querySelector('slot') !== null;

/** Answers what is asked and goes on, as a visitor in a hurry. Tells whether there was a way on. */
async function goOn(form: SignalFormElement): Promise<boolean> {
  const root = openRoot(form);
  const groups = new Set([...root.querySelectorAll<HTMLInputElement>('[type=radio]')].map(({name}) => name));
  for (const name of groups) {
    const options = [...root.querySelectorAll<HTMLInputElement>('[type=radio]')].filter((radio) => radio.name === name);
    (options.find(({id}) => /-(no|other|confidential)$/.test(id)) ?? options.at(-1))?.click();
  }
  for (const field of root.querySelectorAll<HTMLInputElement>('.input')) {
    field.value = 'naam@voorbeeld.nl 012345';
    field.dispatchEvent(new InputEvent('input'));
  }
  const next = root.querySelector<HTMLElement>('form > .buttons .button');
  next?.click();
  await form.updateComplete;
  return next !== null;
}

/**
 * Shows damaged compiled files in a real form, and walks each as far as it goes. Every screen must be whole, or the
 * fallback must stand there: never half a form. Throws with the damaged file when one is half.
 */
export async function checkNeverHalf(runs: number, place: HTMLElement): Promise<NeverHalfCount> {
  const count: NeverHalfCount = {refused: 0, fallback: 0, form: 0};
  const {error} = console;
  console.error = () => undefined;
  const check = async (value: unknown): Promise<void> => {
    if (guardCompiled(value) !== undefined) {
      count.refused += 1;
      return;
    }
    const form = document.createElement('baken-signal-form');
    form.textContent = 'Bel 112.';
    form.gemeente = acceptGemeente(value as CompiledGemeente);
    place.replaceChildren(form);
    await form.updateComplete;
    const root = openRoot(form);
    let ended: keyof NeverHalfCount = 'form';
    for (let screen = 0; screen < 14; screen += 1) {
      if (isFallback(root)) {
        ended = 'fallback';
        break;
      }
      const half = findHalf(root);
      if (half !== undefined) throw new Error(`Screen ${screen + 1} is half: it ${half}.`);
      if (!(await goOn(form))) break;
    }
    count[ended] += 1;
  };
  try {
    const files = Object.values(compileExample());
    await fc.assert(fc.asyncProperty(mutateCompiled(files), check), {numRuns: runs, includeErrorInReport: true});
  } finally {
    console.error = error;
    place.replaceChildren();
  }
  return count;
}
