/** Marks the text of a style sheet for the build, which shortens what is tagged with this name. */
export const css = String.raw;

/**
 * Makes a constructable sheet from a text that is ours. Sheets are shared by all widgets on the page
 * and need no `style-src`. In Node, where nothing is drawn, it gives an empty list.
 */
export function sheet(text: string): CSSStyleSheet[] {
  if (typeof CSSStyleSheet === 'undefined') return [];
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return [made];
}
