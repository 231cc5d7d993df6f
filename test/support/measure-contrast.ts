/** Red, green and blue from 0 to 255, as they are drawn. */
export type Shade = readonly [number, number, number];

/** Two colours that lie against each other somewhere in a widget. */
export interface Pair {
  /** `text`, or what else must be seen: `border`, `ring`, `icon`, `tick`. */
  readonly kind: 'text' | 'border' | 'ring' | 'icon' | 'tick';
  /** Where: the element, its classes and the start of its words. */
  readonly where: string;
  readonly ratio: number;
}

const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const known = new Map<string, readonly [number, number, number, number]>();

function readColor(color: string): readonly [number, number, number, number] {
  const found = known.get(color);
  if (found || !pen) return found ?? [0, 0, 0, 0];
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = '#0000';
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const read = [red, green, blue, alpha / 255] as const;
  known.set(color, read);
  return read;
}

/** Gives what is seen of a colour that lies over another. */
export function paint(color: string, [red, green, blue]: Shade = [255, 255, 255]): Shade {
  const [r, g, b, alpha] = readColor(color);
  const over = (front: number, back: number): number => Math.round(front * alpha + back * (1 - alpha));
  return [over(r, red), over(g, green), over(b, blue)];
}

const linear = (channel: number): number =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

const luminance = ([red, green, blue]: Shade): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: Shade, other: Shade): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const shorten = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 30);

function nameOf(element: Element): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `${element.localName}${classes} "${shorten(element.textContent ?? '')}"`;
}

const hasEdge = (style: CSSStyleDeclaration): boolean =>
  style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0;

/** What stands in an element, through its root and its slots. */
function childrenOf(element: Element): readonly Node[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : [...element.childNodes];
  }
  return [...(element.shadowRoot ?? element).childNodes];
}

/**
 * Reads every pair of colours that is drawn in an element: its words, the edge of each control, its icons and ticks,
 * and, for elements with `data-focus`, the ring. `ground` is what is seen behind the element.
 */
export function measureContrast(element: Element, ground: Shade): readonly Pair[] {
  const pairs: Pair[] = [];
  const visit = (one: Element, behind: Shade): void => {
    const style = getComputedStyle(one);
    if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath === 'inset(50%)') return;
    const own = paint(style.backgroundColor, behind);
    const add = (kind: Pair['kind'], ratio: number): number => pairs.push({kind, where: nameOf(one), ratio});
    const isField = one.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    const nodes = childrenOf(one);
    const hasWords = nodes.some((node) => node instanceof Text && node.data.trim() !== '');
    if (hasWords || isField) add('text', contrast(paint(style.color, own), own));
    const edge = paint(style.borderTopColor, own);
    if (one.matches('.choice, .input, select, .button.second')) {
      add('border', Math.min(contrast(edge, own), contrast(edge, behind)));
    } else if (one.matches('.button, [type=button].button, baken-report-button > a, baken-quick-exit > a')) {
      add('border', Math.max(contrast(own, behind), hasEdge(style) ? contrast(edge, behind) : 0));
    }
    if (one.matches('.choice') && style.outlineStyle === 'solid') {
      const outline = paint(style.outlineColor, own);
      add('tick', Math.min(contrast(outline, own), contrast(outline, behind)));
    }
    if (one.matches(':checked') && style.accentColor !== 'auto') add('tick', contrast(paint(style.accentColor), behind));
    if (one.matches('svg.icon')) add('icon', contrast(paint(style.stroke, own), own));
    for (const ringed of one.hasAttribute('data-focus') ? [style, getComputedStyle(one, '::after')] : []) {
      if (ringed.outlineStyle === 'none' || parseFloat(ringed.outlineWidth) < 2) continue;
      // The second ring is what the first is seen against, whatever the page behind is.
      const [, second = 'transparent'] = /^(.*?\)) /.exec(ringed.boxShadow) ?? [];
      add('ring', contrast(paint(ringed.outlineColor, own), paint(second, own)));
    }
    if (one.localName === 'select') return;
    for (const node of nodes) if (node instanceof Element) visit(node, own);
  };
  visit(element, ground);
  return pairs;
}
