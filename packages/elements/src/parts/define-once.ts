import {version} from './version.js';

const mark = Symbol.for('baken.version');

/**
 * Defines an element unless its tag is taken: a second copy on the page never throws. What is there stays;
 * another version of Baken, or another library, is named on the console. Does nothing in Node.
 */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const there = customElements.get(tag);
  if (there === undefined) {
    Object.defineProperty(element, mark, {value: version});
    customElements.define(tag, element);
    return;
  }
  const theirs: unknown = Reflect.get(there, mark);
  if (theirs === version) return;
  console.warn(`Baken ${version}: <${tag}> stays as ${theirs ? `Baken ${theirs}` : 'another script'} defined it. Load one version.`);
}
