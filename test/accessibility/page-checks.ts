// Runs in the browser: looks at what an example draws, through open roots. Each check gives its faults in words.

const parentOf = (node: Node): Element | undefined => {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  const parent = slot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
};

/** The element and what it stands in, as it is drawn, the nearest first. */
export function* upFrom(element: Element): Generator<Element> {
  for (let next: Element | undefined = element; next; next = parentOf(next)) yield next;
}

/** Every element in the roots below, in the order of the document. */
export function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

/** Makes a test of an element or of anything it stands in; what it finds is kept until the page can change. */
function inAny(test: (style: CSSStyleDeclaration) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const ask = (element: Element): boolean => {
    const kept = known.get(element);
    if (kept !== undefined) return kept;
    if (known.size === 0) queueMicrotask(() => known.clear());
    const parent = parentOf(element);
    const found = test(getComputedStyle(element)) || (parent !== undefined && ask(parent));
    known.set(element, found);
    return found;
  };
  return ask;
}

/** Drawn for who only listens: clipped to nothing. */
const isForTheEar = inAny(({clipPath}) => clipPath === 'inset(50%)');

/** Tells whether a person can see an element. */
export const isSeen = (element: Element): boolean =>
  element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !isForTheEar(element);

/** Lies over the rest by its nature, as the leave button does: it keeps its place while the page scrolls. */
const floats = inAny(({position}) => /fixed|sticky/.test(position));

/** Says which element it is. */
export function describe(element: Element): string {
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `<${element.localName}${element.id && `#${element.id}`}${classes}>${words && ` "${words}"`}`;
}

interface Text {
  readonly element: Element;
  readonly words: string;
  readonly rects: readonly DOMRect[];
}

/** Every text that can be seen, with the boxes of its lines. */
function textsIn(place: Element): Text[] {
  return [place, ...everyElement(place)].flatMap((element) => {
    const nodes = [...element.childNodes].filter((node): node is globalThis.Text =>
      node instanceof Text && node.data.trim() !== '');
    if (nodes.length === 0 || element.localName === 'option' || !isSeen(element)) return [];
    return nodes.map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({width, height}) => width > 0 && height > 0);
      return {element, words: node.data.replace(/\s+/g, ' ').trim(), rects};
    });
  });
}

const tell = ({words, element}: Text): string => `"${words.slice(0, 40)}" in ${describe(element)}`;

/** A pixel of rounding, and one for how far a letter leans out of its box. */
const SLACK = 2;

const paints = (element: Element): boolean => {
  const {backgroundColor, borderTopWidth, borderTopColor, display} = getComputedStyle(element);
  const isClear = (colour: string): boolean => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  return display !== 'inline' && (!isClear(backgroundColor) || (borderTopWidth !== '0px' && !isClear(borderTopColor)));
};

function* findClipped(texts: readonly Text[]): Generator<string> {
  for (const text of texts) {
    for (const element of upFrom(text.element)) {
      const {overflowX, overflowY, position} = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const cutsX = overflowX !== 'visible' || paints(element);
      const cutsY = /hidden|clip/.test(overflowY) || (overflowY === 'visible' && paints(element));
      const isOut = text.rects.some((rect) =>
        (cutsX && (rect.left < box.left - SLACK || rect.right > box.right + SLACK)) ||
        (cutsY && (rect.top < box.top - SLACK || rect.bottom > box.bottom + SLACK)));
      if (isOut) {
        yield `${tell(text)} sticks out of ${describe(element)}`;
        break;
      }
      if (position === 'fixed') break;
    }
  }
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK + 1;

function* findOverlaps(place: Element, texts: readonly Text[]): Generator<string> {
  const boxes = [...everyElement(place)]
    .filter((element) => element.matches('svg, [type="radio"], [type="checkbox"]') && isSeen(element) && !floats(element))
    .map((element) => ({name: describe(element), rects: [element.getBoundingClientRect()]}));
  const lines = texts.filter(({element}) => !floats(element)).map((text) => ({name: tell(text), rects: text.rects}));
  for (const [index, line] of lines.entries()) {
    for (const other of [...lines.slice(index + 1), ...boxes]) {
      const meets = line.rects.some((rect) => other.rects.some((box) => overlap(rect, box)));
      if (meets) yield `${line.name} lies on ${other.name}`;
    }
  }
}

/** The words that a closed list shows must fit beside its arrow. */
function* findShortLists(place: Element): Generator<string> {
  for (const select of everyElement(place)) {
    if (!(select instanceof HTMLSelectElement) || !isSeen(select)) continue;
    const style = getComputedStyle(select);
    const probe = document.createElement('span');
    probe.textContent = select.selectedOptions[0]?.textContent?.trim() ?? '';
    const {font, letterSpacing, wordSpacing} = style;
    Object.assign(probe.style, {font, letterSpacing, wordSpacing, position: 'absolute', whiteSpace: 'nowrap'});
    document.body.append(probe);
    const {width} = probe.getBoundingClientRect();
    probe.remove();
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (width > room + SLACK) yield `${describe(select)} has ${Math.round(room)} px for ${Math.round(width)} px of words`;
  }
}

/** Finds text that is cut off, sticks out of its box, or lies on something else. */
export function findCrowding(place: Element): readonly string[] {
  const texts = textsIn(place);
  return [...findClipped(texts), ...findOverlaps(place, texts), ...findShortLists(place)];
}

/** Finds what is wider than its place, so that someone must scroll sideways to read it. */
export function findOverflow(place: Element): readonly string[] {
  const {scrollWidth, clientWidth} = document.documentElement;
  const room = place.getBoundingClientRect();
  const wide = [...everyElement(place)].filter((element) => isSeen(element) && !floats(element)).flatMap((element) => {
    const {left, right, width} = element.getBoundingClientRect();
    const {overflowX} = getComputedStyle(element);
    const isOut = width > 0 && (left < room.left - 1 || right > room.right + 1);
    const scrolls = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    return isOut || scrolls ? [`${describe(element)} is wider than ${room.width} px`] : [];
  });
  return [...(scrollWidth > clientWidth ? [`the page scrolls sideways: ${scrollWidth} in ${clientWidth} px`] : []), ...wide];
}

/** The distances that WCAG 1.4.12 lets a reader choose. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
  p {margin-block-end: 2em !important}
`);

/** Gives every text of an example the distances of WCAG 1.4.12, as a reader's own style sheet does, or takes them away. */
export function spaceText(place: Element, isSpaced: boolean): void {
  const roots = [...everyElement(place)].flatMap(({shadowRoot}) => shadowRoot ?? []);
  for (const root of [document, ...roots]) {
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
    root.adoptedStyleSheets = isSpaced ? [...others, spacing] : others;
  }
}

const controls = 'a[href], button, input, select, textarea, summary';

/** The dialog that is open in an example: all else is out of reach. */
export const openDialogIn = (place: Element): Element | undefined =>
  [...everyElement(place)].find((element) => element.matches('dialog:modal'));

/** The controls that a person can use, in the order of the document. */
export const controlsIn = (place: Element): HTMLElement[] =>
  [...everyElement(openDialogIn(place) ?? place)].filter((element): element is HTMLElement =>
    element instanceof HTMLElement && element.matches(controls) && element.checkVisibility({visibilityProperty: true}));

/** The box that takes a click: of a radio button or checkbox that of its label too, and of a label that fills a card. */
function targetOf(control: HTMLElement): DOMRect {
  const own = control.getBoundingClientRect();
  const [label] = (control as Partial<HTMLInputElement>).labels ?? [];
  if (!label || !control.matches('[type="radio"], [type="checkbox"]')) return own;
  const {content, position} = getComputedStyle(label, '::after');
  if (content !== 'none' && position === 'absolute' && label.offsetParent) return label.offsetParent.getBoundingClientRect();
  const other = label.getBoundingClientRect();
  const [left, top] = [Math.min(own.left, other.left), Math.min(own.top, other.top)];
  return new DOMRect(left, top, Math.max(own.right, other.right) - left, Math.max(own.bottom, other.bottom) - top);
}

/** A link in a text: WCAG 2.5.8 asks nothing of it, and it gets what a line of the text has. */
const isInText = (control: Element): boolean => getComputedStyle(control).display === 'inline';

/** Finds controls whose target is smaller than 44 CSS pixels either way, and links in a text that are lower than 18. */
export function findSmallTargets(place: Element): readonly string[] {
  return controlsIn(place).flatMap((control) => {
    const {width, height} = targetOf(control);
    const least = isInText(control) ? 18 : 44;
    const isSmall = Math.min(width, height) < least - 0.01;
    return isSmall ? [`${describe(control)} is ${width.toFixed(1)} by ${height.toFixed(1)} px`] : [];
  });
}

/** Finds text of which no element of the widget says the language. */
export const findForeign = (place: Element): readonly string[] =>
  textsIn(place)
    .filter(({element}) => ![...upFrom(element)].some((one) => one !== document.documentElement && one.hasAttribute('lang')))
    .map(tell);

/** Finds drawings that a screen reader would meet, and drawings that stand beside no words. */
export const findSpeaking = (place: Element): readonly string[] =>
  [...everyElement(place)].filter((element) => element.localName === 'svg').flatMap((drawing) => {
    const beside = parentOf(drawing);
    if (!drawing.closest('[aria-hidden="true"]')) return [`the drawing in ${describe(beside ?? drawing)} is told`];
    const words = [...upFrom(drawing)].slice(0, 4).map((one) => (one.textContent ?? '').trim()).join('');
    return words === '' ? [`the drawing in ${describe(beside ?? drawing)} has no words beside it`] : [];
  });

/** Chooses every answer that an example offers and finds what then takes away the screen or the focus. */
export async function findJumps(place: Element, settle: () => Promise<void>): Promise<readonly string[]> {
  const titles = (): string =>
    [...everyElement(place)].filter((one) => one.matches('h2:not(.summary *)')).map(({textContent}) => textContent).join();
  const faults: string[] = [];
  for (const control of controlsIn(place).filter((one) => one.matches('[type="radio"], [type="checkbox"]'))) {
    if (!control.isConnected) continue;
    const before = titles();
    control.focus();
    control.click();
    await settle();
    const root = control.getRootNode();
    if (titles() !== before) faults.push(`${describe(control)} leads to another screen`);
    if (!(root instanceof ShadowRoot) || root.activeElement !== control) faults.push(`${describe(control)} loses the focus`);
  }
  return faults;
}

/** What a control looks like it is called, and where it leads. */
export interface MarkedControl {
  /** The words that a person sees on it or on its label. */
  readonly words: string;
  readonly href: string | undefined;
}

/** Gives each control its number as `data-control`, and tells what a person sees of each, in that order. */
export function markControls(place: Element): readonly MarkedControl[] {
  const read = (element: Element): string => textsIn(element).map(({words}) => words).join(' ');
  return controlsIn(place).map((control, index) => {
    control.dataset['control'] = String(index);
    const labels = control.matches('input, select, textarea') ? [...((control as HTMLInputElement).labels ?? [])] : [];
    const href = control instanceof HTMLAnchorElement ? control.href : undefined;
    return {words: [control.localName === 'select' ? [] : control, ...labels].flat().map(read).join(' ').trim(), href};
  });
}

/** What an element is, whatever its words: its name, classes, kind and state. */
const kindOf = (element: Element): string => {
  const state = ['checked', 'disabled', 'invalid', 'modal'].filter((name) => element.matches(`:${name}`));
  const attributes = ['type', 'role', 'aria-invalid', 'aria-expanded', 'aria-busy', 'dir']
    .flatMap((name) => element.getAttribute(name) ?? []);
  return [element.localName, ...element.classList, ...attributes, ...state].join(' ');
};

const met = new Set<string>();

/** Tells whether an example has anything that no example before it had; words alone are nothing new. */
export function hasNews(place: Element): boolean {
  const before = met.size;
  for (const element of everyElement(place)) if (isSeen(element)) met.add(kindOf(element));
  return met.size > before;
}
