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

/** What `measurePage` found, in CSS pixels. */
export interface Measured {
  readonly height: number;
  /** What is wider than it may be, in words. */
  readonly wide: readonly string[];
}

/** Finds all elements, inside the roots of others too. */
function findAll(root: Document | ShadowRoot): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...findAll(element.shadowRoot)] : [element],
  );
}

/** Tells whether a box hides a part of what is in it, other than what only a screen reader is to find. */
function cutsOff(element: Element): boolean {
  const {overflowX, clipPath} = getComputedStyle(element);
  const isOpen = overflowX === 'visible' || clipPath !== 'none' || element.clientWidth <= 1;
  return !isOpen && element.scrollWidth > element.clientWidth + 1;
}

/** Measures the page once it stands still. */
export async function measurePage(): Promise<Measured> {
  await settle();
  const {documentElement} = document;
  const wide = [documentElement, ...findAll(document).filter(cutsOff)]
    .filter(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)
    .map(({localName, className, scrollWidth, clientWidth}) => {
      const name = [localName, ...String(className).split(' ').filter(Boolean)].join('.');
      return `${scrollWidth - clientWidth} px too wide for ${name}`;
    });
  return {height: Math.ceil(documentElement.getBoundingClientRect().height), wide: [...new Set(wide)]};
}
