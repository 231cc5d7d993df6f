import {isGroup, readTree} from './accessibility-tree.js';
import type {Page} from './browser.js';
import {isSameName} from './keyboard.js';
import {until} from './until.js';

/** Runs in the page: puts the focus on one control of its main part, through open roots; false when there is none. */
function focusOn(index: number): boolean {
  const found: HTMLElement[] = [];
  const collect = (node: Element): void => {
    if (node.matches('a[href], button, input, select, textarea, summary, [tabindex]')) found.push(node as HTMLElement);
    for (const child of [...(node.shadowRoot?.children ?? []), ...node.children]) collect(child);
  };
  for (const child of document.querySelector('main')?.children ?? []) collect(child);
  // A control that is not drawn, such as one in a closed `details`, takes no focus.
  const drawn = found.filter((one) => one.checkVisibility());
  drawn[index]?.focus();
  return index < drawn.length;
}

/** Runs in the page: puts the focus where the wizard puts it on each screen. */
function focusOnTitle(): void {
  document.querySelector('baken-meldroute-wizard')?.shadowRoot?.querySelector<HTMLElement>('#title')?.focus();
}

/** One line for each control: its role, its name, and the name of the question around it. */
const write = (role: string, name: string, group: string | undefined): string => {
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return `${role} "${tidy(name)}"${group ? ` of "${tidy(group)}"` : ''}`;
};

/**
 * Lists every control and every heading that can have the focus in the main part of a page, in order, as the engine's
 * own accessibility computes role and name. In Chromium they come from its tree, closed roots included, and nothing
 * moves. In Firefox each one gets the focus and is then read from Firefox's tree; in WebKitGTK its driver tells the
 * computed role and label: both need open roots, and the focus ends on the heading of the wizard.
 */
export async function listControls(page: Page): Promise<readonly string[]> {
  if (page.engine === 'chromium') {
    // Chromium's tree also says of the lines of a list to choose from that they can have the focus.
    return (await readTree(page))
      .filter(({role, canFocus, around}) => canFocus && role !== 'option' && around.some((one) => one.role === 'main'))
      .map(({role, name, around}) => write(role, name, around.find(isGroup)?.name));
  }
  const read = async (): Promise<string> => {
    const focused = await page.focused();
    return focused ? write(focused.role, focused.name, focused.groups[0]) : 'nothing has the focus';
  };
  const lines: string[] = [];
  for (let index = 0; await page.evaluate(focusOn, index); index++) {
    // After scrolling, Firefox's tree still has the old places for a frame or two, and there another control's name.
    let line = '';
    lines.push(await until('the accessibility tree to settle', async () => {
      await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      const before = line;
      line = await read();
      return page.engine !== 'firefox' || line === before ? line : '';
    }));
  }
  await page.evaluate(focusOnTitle);
  return lines;
}

/** Tells where the controls of one engine differ from those of another; empty when they are the same. */
export function compareControls(one: readonly string[], other: readonly string[]): readonly string[] {
  return Array.from({length: Math.max(one.length, other.length)}, (_, index) => [one[index] ?? '', other[index] ?? ''])
    .filter(([left = '', right = '']) => !isSameName(left, right))
    .map((pair) => pair.join(' is not '));
}
