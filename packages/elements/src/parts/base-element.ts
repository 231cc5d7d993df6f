/** `HTMLElement`, or an empty class in Node, so that the module of a plain element can be imported everywhere. */
export const BaseElement: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
