/** The language in force at a node, as written in the nearest `lang`, through shadow roots; `undefined` without one. */
export function nearestLanguage(start: Node): string | undefined {
  for (let at: Node | null = start; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const language = at instanceof Element ? at.getAttribute('lang') : null;
    if (language) return language;
  }
  return undefined;
}
