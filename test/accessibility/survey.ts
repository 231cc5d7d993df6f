import assert from 'node:assert/strict';

import {textOf} from '../support/accessibility-tree.js';
import type {Page} from '../support/browser.js';
import {Faults, type GalleryPage, type OpenGallery} from './open-gallery.js';
import {compareSnapshot, findStale} from './snapshots.js';
import {readTreeLines} from './tree-lines.js';
import type {WidgetName} from './widgets.js';

/** What is looked at in every example. */
export const looks = [
  'tree', 'waiting', 'drawings', 'names', 'links', 'language', 'spacing', 'narrow', 'zoom', 'large', 'targets', 'contrast',
  'forced', 'motion', 'movement', 'order', 'covered', 'ringless', 'changed', 'zoomedFocus', 'jumps',
] as const;
export type Look = (typeof looks)[number];

/** The faults of each look, once, with where they were met. */
export type Survey = Readonly<Record<Look, readonly string[]>>;

/** The names that Chromium computes for the controls that the page marked, by their number. */
async function readNames({cdp}: Page): Promise<ReadonlyMap<string, string>> {
  if (!cdp) throw new Error('Only Chromium gives its accessibility tree.');
  const {nodes} = await cdp.send('DOM.getFlattenedDocument', {depth: -1, pierce: true});
  const numbers = new Map(nodes.flatMap(({backendNodeId, attributes = []}) => {
    const at = attributes.indexOf('data-control');
    return at % 2 === 0 ? [[backendNodeId, attributes[at + 1] ?? ''] as const] : [];
  }));
  const tree = await cdp.send('Accessibility.getFullAXTree');
  return new Map(tree.nodes.flatMap(({backendDOMNodeId = -1, name}) => {
    const number = numbers.get(backendDOMNodeId);
    return number === undefined ? [] : [[number, textOf(name)] as const];
  }));
}

/** Names are compared without spaces, capitals and signs: engines and catalogues put them differently. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

type Add = (look: Look, faults: readonly string[]) => void;

async function lookAtTree({page, ask}: GalleryPage, widget: WidgetName, name: string, add: Add): Promise<void> {
  const lines = await readTreeLines(page);
  add('tree', [compareSnapshot(widget, name, lines)].flatMap((fault) => fault ?? []));
  // Few examples wait for anything: where nothing does, the tree is the same.
  if ((await ask('elapse')) === 0) return;
  const later = await readTreeLines(page);
  add('waiting', later.filter((line, index) => line !== lines[index]).slice(0, 1));
}

async function lookAtNames({page, ask}: GalleryPage, add: Add): Promise<void> {
  const controls = await ask('markControls');
  const names = await readNames(page);
  const places = new Map<string, string>();
  for (const [index, {words, href}] of controls.entries()) {
    const name = names.get(String(index)) ?? '';
    if (bare(name) === '' || !bare(name).includes(bare(words))) add('names', [`"${words}" has the name "${name}"`]);
    if (href === undefined) continue;
    const other = places.get(bare(name)) ?? href;
    if (other !== href) add('links', [`"${name}" leads to ${other} and to ${href}`]);
    places.set(bare(name), href);
  }
}

/** Presses Tab through an example, from the button before it to the one behind it; `isBack` the other way round. */
async function walk({page, ask}: GalleryPage, isBack: boolean, isStrict: boolean, add: Add): Promise<void> {
  const presses = await ask('startWalk', isBack, isStrict);
  const key = {key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: isBack ? 8 : 0};
  for (let press = 0; press < presses; press++) {
    await page.cdp?.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...key});
  }
  const walked = await ask('finishWalk');
  assert.ok(walked);
  const way = (faults: readonly string[]) => faults.map((fault) => (isBack ? `back: ${fault}` : fault));
  add(isStrict ? 'covered' : 'zoomedFocus', way(walked.covered));
  if (!isStrict) return;
  add('order', way(walked.order));
  add('ringless', way(walked.ringless));
  add('changed', walked.isSame ? [] : way(['the words are other ones']));
}

/** A window of 1280 by 900 pixels has room for a quarter of that, either way, at a zoom of 400 %. */
const ZOOMED = [320, 225] as const;

const crowd = async ({ask}: GalleryPage): Promise<readonly string[]> =>
  [...(await ask('crowding')), ...(await ask('overflow'))];

async function lookAtLayout(shown: GalleryPage, add: Add): Promise<void> {
  const {ask, set} = shown;
  add('targets', await ask('smallTargets'));
  await ask('narrow', 320);
  add('narrow', await crowd(shown));
  await ask('narrow');
  await ask('space', true);
  add('spacing', await crowd(shown));
  await ask('space', false);
  await ask('enlarge', 2);
  add('large', await crowd(shown));
  await ask('enlarge', 1);
  await set({size: [320, 900]});
  add('targets', await ask('smallTargets'));
  await ask('space', true);
  add('spacing', await crowd(shown));
  await ask('space', false);
  await set({size: ZOOMED});
  add('zoom', await crowd(shown));
}

async function lookAtColours({ask, set}: GalleryPage, add: Add): Promise<void> {
  for (const [scheme, motion, look] of [['light', 'reduce', 'motion'], ['dark', 'no-preference', 'movement']] as const) {
    const media = {'prefers-color-scheme': scheme, 'prefers-reduced-motion': motion};
    await set({media});
    add('contrast', [...(await ask('faint')), ...(await ask('faintRings'))]);
    add(look, await ask('motion'));
    // The page may know no dark colours, while the person who forces them wants dark ones.
    await set({media: {...media, 'forced-colors': 'active'}, scheme: 'light'});
    add('forced', await ask('ownColours'));
  }
}

/**
 * Shows every example of a widget once and looks at it in every way, from what changes least to what changes most.
 * Colours, layout and Tab are looked at where an example has anything that none before it had.
 */
export async function survey(gallery: OpenGallery, widget: WidgetName): Promise<Survey> {
  const shown = await gallery.open(widget);
  const {page, names, ask, set} = shown;
  const found = new Map(looks.map((look) => [look, new Faults()]));
  for (const name of names) {
    const add: Add = (look, faults) => found.get(look)?.add(name, faults);
    await ask('show', name);
    await lookAtTree(shown, widget, name, add);
    await ask('unfold', true);
    add('drawings', await ask('speaking'));
    add('language', await ask('foreign'));
    await lookAtNames(shown, add);
    if (!(await ask('hasNews'))) continue;
    await ask('frame', true);
    // Of the folds it is enough to walk once through those of the first example.
    if (name === names[0]) await walk(shown, false, true, add);
    await ask('unfold', false);
    for (const isBack of [false, true]) await walk(shown, isBack, true, add);
    await ask('frame', false);
    if (name === names[0]) {
      await set({size: ZOOMED});
      for (const isBack of [false, true]) await walk(shown, isBack, false, add);
      await set({});
    }
    await ask('unfold', true);
    await lookAtLayout(shown, add);
    await lookAtColours(shown, add);
    await set({});
    await ask('unfold', false);
    add('jumps', await ask('jumps'));
  }
  await page.close();
  found.get('tree')?.add('none', findStale(widget, names));
  return Object.fromEntries([...found].map(([look, faults]) => [look, faults.list()])) as Record<Look, string[]>;
}
