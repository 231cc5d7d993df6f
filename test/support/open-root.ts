/** Gives the root of a widget that tests run with open roots. Throws where it is closed, or none. */
export function openRoot(element: Element): ShadowRoot {
  const {shadowRoot} = element;
  if (!shadowRoot) throw new Error(`The root of <${element.localName}> is closed, or there is none.`);
  return shadowRoot;
}
