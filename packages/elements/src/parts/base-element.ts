/** `HTMLElement`, or an empty class in Node, so that the module of a plain element can be imported everywhere. */
export const BaseElement: typeof HTMLElement =
  typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;
