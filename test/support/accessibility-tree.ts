import type {Protocol} from 'puppeteer-core';

import type {Page} from './browser.js';
import {isSameName} from './keyboard.js';
import {until} from './until.js';
import type {WizardKeys} from './walk-wizard.js';

type Node = Protocol.Accessibility.AXNode;

/** One node of Chromium's accessibility tree, which is what a screen reader gets. */
export interface TreeNode {
  /** Tells nodes apart while the page does not change them. */
  readonly id: string;
  readonly role: string;
  readonly name: string;
  /** Roles and names of what stands around it, the nearest first. */
  readonly around: readonly {readonly role: string; readonly name: string}[];
  readonly canFocus: boolean;
  readonly hasFocus: boolean;
  readonly isChecked: boolean;
  readonly value: string;
}

/** Chromium's own names for what ARIA calls otherwise. */
const roles: Readonly<Record<string, string>> = {DisclosureTriangle: 'button', PopUpButton: 'combobox'};

/** Gives the text of a value in the tree, or an empty one. */
export const textOf = (value: Protocol.Accessibility.AXValue | undefined): string =>
  typeof value?.value === 'string' ? value.value : '';

/** Gives the role as ARIA calls it. */
export const roleOf = ({role}: Node): string => roles[textOf(role)] ?? textOf(role);

/** Gives a state or property of a node, such as `level`. */
export const propertyOf = ({properties = []}: Node, name: string): unknown =>
  properties.find((property) => property.name === name)?.value.value;

/** Reads the whole accessibility tree of a page in Chromium, closed roots included, in the order of reading. */
export async function readTree({cdp}: Page): Promise<readonly TreeNode[]> {
  if (!cdp) throw new Error('Only Chromium gives its accessibility tree.');
  const {nodes} = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const around = (node: Node): Node[] => {
    const parent = byId.get(node.parentId ?? '');
    return parent ? [parent, ...around(parent)] : [];
  };
  const inOrder = (node: Node): Node[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? inOrder(child) : [];
    }),
  ];
  return nodes.filter(({parentId}) => parentId === undefined).flatMap(inOrder).filter(({ignored}) => !ignored)
    .map((node) => ({
      id: node.nodeId,
      role: roleOf(node),
      name: textOf(node.name),
      around: around(node)
        .filter(({ignored}) => !ignored)
        .map((one) => ({role: roleOf(one), name: textOf(one.name)})),
      canFocus: propertyOf(node, 'focusable') === true,
      hasFocus: propertyOf(node, 'focused') === true && roleOf(node) !== 'RootWebArea',
      isChecked: propertyOf(node, 'checked') === 'true',
      value: textOf(node.value),
    }));
}

/** Tells whether a node is a group of controls: a question. */
export const isGroup = ({role}: {readonly role: string}): boolean => role === 'group' || role === 'radiogroup';

/** How to know a control: its role, its name, and for an answer the name of the question. */
interface Wanted {
  readonly role: string;
  readonly name?: string;
  readonly group?: string;
}

const fits = ({role, name, group}: Wanted, node: TreeNode): boolean =>
  node.role === role &&
  (name === undefined || isSameName(name, node.name)) &&
  (group === undefined || node.around.some((one) => isGroup(one) && isSameName(group, one.name)));

const tell = ({role, name}: {readonly role: string; readonly name?: string}): string => `${role} "${name ?? ''}"`;

const MOST_STOPS = 60;

/**
 * The keys of someone who sees nothing: all that is known of the page is role, name and state in Chromium's
 * accessibility tree. The focus is moved with Tab and arrows until the tree gives it to the control that is wanted.
 */
export function treeKeys(page: Page): WizardKeys {
  const findFocused = async (): Promise<TreeNode | undefined> => (await readTree(page)).find(({hasFocus}) => hasFocus);

  /** A role and a name must be enough to know one control. */
  const findOnly = async (wanted: Wanted): Promise<void> => {
    const found = (await readTree(page)).filter((node) => fits(wanted, node));
    const {group} = wanted;
    if (found.length !== 1) {
      throw new Error(`${tell(wanted)} of "${group ?? ''}" is ${found.length} times in the tree, not once.`);
    }
  };

  /** Presses a key until what is wanted has the focus. The tree follows the key a moment later. */
  const move = async (wanted: Wanted, key: string): Promise<TreeNode> => {
    const stops: string[] = [];
    let focused = await findFocused();
    while (!focused || !fits(wanted, focused)) {
      if (stops.length > MOST_STOPS) throw new Error(`No ${tell(wanted)} with ${key}. Stops: ${stops.join('; ')}.`);
      const last = focused?.id;
      await page.press(key);
      focused = await until(`the focus to leave ${focused ? tell(focused) : 'the page'}`, async () => {
        const next = await findFocused();
        return next && next.id !== last ? next : undefined;
      });
      stops.push(tell(focused));
    }
    return focused;
  };

  const check = async (wanted: Wanted, {isChecked}: TreeNode): Promise<void> => {
    if (!isChecked) await page.press('Space');
    await until(`${tell(wanted)} to be checked`, async () => {
      const focused = await findFocused();
      return focused !== undefined && fits(wanted, focused) && focused.isChecked;
    });
  };

  return {
    choose: async (name, group) => {
      const wanted = {role: 'radio', name, group};
      await findOnly(wanted);
      await move({role: 'radio', group}, 'Tab');
      await check(wanted, await move(wanted, 'ArrowDown'));
    },
    tick: async (name, group) => {
      const wanted = {role: 'checkbox', name, ...(group === undefined ? {} : {group})};
      await findOnly(wanted);
      await check(wanted, await move(wanted, 'Tab'));
    },
    fill: async (name, text) => {
      const wanted = {role: 'textbox', name};
      await findOnly(wanted);
      await move(wanted, 'Tab');
      await page.type(text);
      const read = async (): Promise<string | undefined> => (await findFocused())?.value;
      await until(`${tell(wanted)} to hold the text`, async () => (await read()) === text, {
        explain: async () => `It holds ${JSON.stringify(await read())}.`,
      });
    },
    press: async (name) => {
      const wanted = {role: 'button', name};
      await findOnly(wanted);
      await move(wanted, 'Tab');
      await page.press('Enter');
    },
    arriveAt: async (title) => {
      const wanted = {role: 'heading', name: title};
      await until(`${tell(wanted)} to have the focus`, async () => {
        const focused = await findFocused();
        return focused && fits(wanted, focused);
      }, {explain: async () => (await readTree(page)).map(tell).join('\n')});
    },
  };
}
