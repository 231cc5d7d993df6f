// Runs in the browser: the page on which the stories are drawn to be pictured.
import {render, type TemplateResult} from 'lit/html.js';

import {directionOf} from '../../packages/elements/src/parts/direction-of.js';

/** What a story of Storybook is here. */
interface Story {
  readonly render?: (args: object, context: object) => Node | TemplateResult;
  readonly play?: (context: {readonly canvasElement: HTMLElement}) => Promise<void>;
}

const load = (path: string): Promise<Record<string, Story>> => import(/* @vite-ignore */ new URL(path, location.href).href);

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Waits until what is drawn stands still. */
async function settle(): Promise<void> {
  await document.fonts.ready;
  await frame();
  await frame();
}

/** Reads in which languages the elements of a story can speak, from the compiled file that they were given. */
function languagesOf(root: HTMLElement): readonly string[] {
  for (const element of root.querySelectorAll<HTMLElement & Record<'gemeente' | 'contacts', unknown>>('*')) {
    const file = (element.gemeente ?? element.contacts) as {readonly languages?: readonly string[]} | undefined;
    if (file?.languages) return file.languages;
  }
  return ['nl'];
}

/** Draws a story (the name of its export) of a widget and brings it in its state. Gives the languages it has. */
export async function mountStory(widget: string, name: string, language: string): Promise<readonly string[]> {
  const stories = await load(`stories/${widget}.js`);
  const story = stories[name];
  const draw = story?.render ?? stories['default']?.render;
  if (!draw) throw new Error(`There is no story "${name}" in ${widget}, or it has no way to be drawn.`);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  const root = document.createElement('main');
  document.body.append(root);
  const drawn = draw({}, {globals: {language}});
  if (drawn instanceof Node) root.append(drawn);
  else render(drawn, root);
  await settle();
  await story?.play?.({canvasElement: root});
  return languagesOf(root);
}

/** Names the themes, ours first. */
export async function listThemes(): Promise<readonly string[]> {
  const {themes} = await load('themes.js');
  return Object.keys(themes ?? {}).map((key) => (key === 'default' ? 'ours' : key));
}

/** Puts a theme and a colour scheme on the page. */
export async function dressPage(theme: string, scheme: string): Promise<void> {
  const {themes} = (await load('themes.js')) as unknown as {themes: Record<string, {readonly css: string}>};
  sheet.replaceSync(`
    :root {color-scheme: ${scheme === 'dark' ? 'dark' : 'light'}; background: Canvas; color: CanvasText}
    /* A caret that blinks would be a difference. */
    :root {caret-color: transparent}
    body {margin: 0; padding: 16px; font-family: system-ui, sans-serif}
    /* Without the room that the page keeps free before the script ran. */
    main > * {min-height: 0 !important}
    ${themes[theme === 'ours' ? 'default' : theme]?.css ?? ''}
  `);
}

/** Measures the page, in CSS pixels. `overflow`: by how much something is wider than the page. */
export async function measurePage(): Promise<{readonly height: number; readonly overflow: number}> {
  await settle();
  const {scrollWidth, clientWidth} = document.documentElement;
  const {height} = document.documentElement.getBoundingClientRect();
  return {height: Math.ceil(height), overflow: scrollWidth - clientWidth};
}
