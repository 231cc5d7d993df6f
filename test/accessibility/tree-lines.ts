import type {Protocol} from 'puppeteer-core';

import {propertyOf, roleOf, textOf} from '../support/accessibility-tree.js';
import type {Page} from '../support/browser.js';
import {PLACE} from './widgets.js';

type Node = Protocol.Accessibility.AXNode;

/** What a screen reader does not tell: boxes without a meaning, the lines of a text, what a closed list would hold. */
const silent = new Set(
  ['generic', 'none', 'paragraph', 'InlineTextBox', 'LineBreak', 'MenuListPopup', 'LabelText', 'Legend', 'ListMarker'],
);
const withAllInside = new Set(['InlineTextBox', 'MenuListPopup', 'LabelText', 'ListMarker']);

/** States that are told only when they differ from what everything has. */
const states: readonly (readonly [name: string, usual: readonly unknown[]])[] = [
  ['level', []],
  ['checked', []],
  ['expanded', []],
  ['pressed', []],
  ['selected', [false]],
  ['required', [false]],
  ['invalid', ['false']],
  ['disabled', [false]],
  ['readonly', [false]],
  ['modal', [false]],
  ['live', []],
  ['busy', [false]],
  ['focused', [false]],
];

/** The code of a signal begins with another number each time. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/\b[0-9a-f]{8}\b/g, '########').trim();
const bare = (text: string): string => text.replace(/\s+/g, '');

const describe = (node: Node): string => {
  const role = roleOf(node) === 'StaticText' ? 'text' : roleOf(node);
  const [name, value, description] = [node.name, node.value, node.description].map((one) => tidy(textOf(one)));
  const told = states.flatMap(([state, usual]) => {
    const found = propertyOf(node, state);
    // The level of an item says how deep its list lies, which its place here says too.
    if (found === undefined || usual.includes(found) || (state === 'level' && role === 'listitem')) return [];
    return [found === true ? state : `${state}=${String(found)}`];
  });
  return [
    role,
    ...(name ? [JSON.stringify(name)] : []),
    ...told,
    ...(value && value !== name ? [`value=${JSON.stringify(value)}`] : []),
    ...(description ? [`description=${JSON.stringify(description)}`] : []),
  ].join(' ');
};

/**
 * Reads an example, or the dialog that it opened over the page, from Chromium's accessibility tree: one line for each
 * thing, with its role, name and states, indented by what it stands in.
 */
export async function readTreeLines({cdp}: Page): Promise<readonly string[]> {
  if (!cdp) throw new Error('Only Chromium gives its accessibility tree.');
  const {nodes} = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const write = (node: Node, depth: number, named: string): string[] => {
    const role = roleOf(node);
    const name = bare(textOf(node.name));
    if (withAllInside.has(role) && !node.ignored) return [];
    // The words of a button are its name, which is told once.
    if (role === 'StaticText' && (name === '' || named.includes(name))) return [];
    const isTold = !node.ignored && !silent.has(role);
    const inside = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      const words = role === 'textbox' ? bare(textOf(node.value)) : name;
      return child ? write(child, isTold ? depth + 1 : depth, isTold ? words : named) : [];
    });
    return isTold ? [`${'  '.repeat(depth)}${describe(node)}`, ...inside] : inside;
  };
  const place = nodes.find((node) => roleOf(node) === 'region' && textOf(node.name) === PLACE);
  const dialog = nodes.find((node) => roleOf(node) === 'dialog' && !node.ignored);
  if (dialog) return write(dialog, 0, '');
  if (!place) throw new Error('The example is not in the accessibility tree.');
  return (place.childIds ?? []).flatMap((id) => write(byId.get(id) ?? place, 0, ''));
}
