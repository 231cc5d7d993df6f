// Runs in the browser: compares colours as they are drawn. Each check gives its faults in words.
import {controlsIn, describe, everyElement, isSeen, upFrom} from './page-checks.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const known = new Map<string, Colour>();

/** The colour that a system colour has now: the person chooses it, and what a canvas makes of its name is another. */
function systemColour(name: string): Colour {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.body.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  return toColour(color);
}

/** Reads a computed colour as a screen draws it. */
function toColour(text: string): Colour {
  const found = known.get(text);
  if (found || !canvas) return found ?? [0, 0, 0, 0];
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const colour: Colour = [red, green, blue, alpha / 255];
  known.set(text, colour);
  return colour;
}

const over = ([r, g, b, alpha]: Colour, [r2, g2, b2]: Colour): Colour =>
  [r * alpha + r2 * (1 - alpha), g * alpha + g2 * (1 - alpha), b * alpha + b2 * (1 - alpha), 1];

/** The colour behind what stands in an element; the page itself has one. */
function backgroundOf(element: Element | undefined): Colour {
  if (!element) return systemColour('Canvas');
  const own = toColour(getComputedStyle(element).backgroundColor);
  if (own[3] === 1) return own;
  const [, parent] = upFrom(element);
  return over(own, backgroundOf(parent));
}

const luminance = ([r, g, b]: Colour): number => {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(over(one, other)), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const parentOf = (element: Element): Element | undefined => [...upFrom(element)][1];

/** What WCAG 1.4.11 asks of what someone must see to know a control or its state. */
const LEAST = 3;
const say = (element: Element, what: string, found: number): string => `${describe(element)}: ${what} ${found.toFixed(2)}`;

const hasBorder = ({borderTopStyle, borderTopWidth}: CSSStyleDeclaration): boolean =>
  borderTopStyle !== 'none' && borderTopWidth !== '0px';

/** The edge of a control against what is around it: its border, or where its own colour begins. */
function edgeOf(element: Element): number {
  const style = getComputedStyle(element);
  const around = backgroundOf(parentOf(element));
  const fill = contrast(toColour(style.backgroundColor), around);
  return hasBorder(style) ? Math.max(fill, contrast(toColour(style.borderTopColor), around)) : fill;
}

/** Fields and buttons that look like one must have an edge; a link and a button that looks like one are known by a line. */
const needsEdge = (control: HTMLElement): boolean =>
  control.matches('select, textarea, input:not([type="radio"], [type="checkbox"])') ||
  (control.matches('button, a') && !/underline/.test(getComputedStyle(control).textDecorationLine));

/** Finds fields, buttons and drawings that do not stand out from what is behind them. */
export function findFaint(place: Element): readonly string[] {
  const edges = controlsIn(place).filter((control) => needsEdge(control) && isSeen(control)).flatMap((control) => {
    const found = edgeOf(control);
    return found < LEAST ? [say(control, 'its edge has a contrast of', found)] : [];
  });
  const drawings = [...everyElement(place)].filter((element) => element.localName === 'svg' && isSeen(element));
  return [...edges, ...drawings.flatMap((drawing) => {
    // Drawn in the colour of the text. In forced colours Chromium tells the stroke as it was before.
    const found = contrast(toColour(getComputedStyle(drawing).color), backgroundOf(drawing));
    return found < LEAST ? [say(parentOf(drawing) ?? drawing, 'its drawing has a contrast of', found)] : [];
  })];
}

/** What a person who forces colours can have chosen; a mark is drawn in one of these. */
const systemColours = 'CanvasText LinkText VisitedText ButtonText ButtonBorder FieldText GrayText Highlight'.split(' ');

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Finds borders, drawings and focus rings that are not drawn, or keep a colour of their own, in forced colours. */
export function findOwnColours(place: Element): readonly string[] {
  const allowed = new Set(systemColours.map((name) => systemColour(name).join()));
  const own = (element: Element, what: string, colour: string): string[] => {
    const read = toColour(colour);
    return read[3] === 0 || allowed.has(read.join()) ? [] : [`${describe(element)}: ${what} is ${colour}`];
  };
  return [...everyElement(place)].filter(isSeen).flatMap((element) => {
    const style = getComputedStyle(element);
    const borders = sides
      .filter((side) => style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px')
      .flatMap((side) => own(element, 'its border', style[`border${side}Color`]));
    return [
      ...borders.slice(0, 1),
      ...(element.localName === 'svg' ? own(element, 'its drawing', style.color) : []),
    ];
  }).concat(ringsIn(place).flatMap(({control, colours}) =>
    colours.length > 0 ? colours.flatMap((colour) => own(control, 'its ring', colour)) : `${describe(control)}: no ring`));
}

interface Ring {
  readonly control: HTMLElement;
  readonly colours: readonly string[];
}

/** The colours of the ring around each control when it has the focus, which goes to each. */
function ringsIn(place: Element): readonly Ring[] {
  return controlsIn(place).map((control) => {
    control.focus();
    const near = [control, ...((control as Partial<HTMLInputElement>).labels ?? [])];
    const colours = near.flatMap((element) => ['', '::after'].flatMap((pseudo) => {
      const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(element, pseudo || null);
      return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? [] : [outlineColor];
    }));
    return {control, colours};
  });
}

/** Finds controls whose focus ring cannot be told from what is around it. The focus goes to each. */
export function findFaintRings(place: Element): readonly string[] {
  return ringsIn(place).flatMap(({control, colours}) => {
    const around = backgroundOf(parentOf(control));
    const found = Math.max(0, ...colours.map((colour) => contrast(toColour(colour), around)));
    return found < LEAST ? [say(control, 'its focus ring has a contrast of', found)] : [];
  });
}
