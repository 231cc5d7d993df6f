/** A box in CSS pixels, from the upper left corner of what is in view. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a page itself can tell about one of its elements. */
export interface Inspected {
  readonly tag: string;
  /** Its `id`; empty when it has none. */
  readonly id: string;
  /** What a person sees of the control: its own box, or that of its label where the input itself is not drawn. */
  readonly rect: Rect;
  /** The box of the element itself. */
  readonly box: Rect;
  /** `undefined` for what cannot be checked or chosen. */
  readonly checked?: boolean;
  readonly value?: string;
  readonly invalid: boolean;
  /** A focus ring is drawn: an outline or a shadow on the control or the card around it. */
  readonly ringed: boolean;
  /** The control that had the focus before looks as it did then: it showed no focus of its own. */
  readonly ringStays: boolean;
  /** What hides a part of the control; `undefined` when it is in sight. */
  readonly hiddenBy?: string;
}

/**
 * Looks at one element from inside the page. Runs in the page: it may use nothing but its arguments.
 * `closedRoots` are the closed roots around the element, which a page cannot reach by itself.
 */
export function inspectElement(element: Element, closedRoots: readonly ShadowRoot[]): Inspected {
  const rootOf = (host: Element): ShadowRoot | undefined =>
    host.shadowRoot ?? closedRoots.find((root) => root.host === host);
  const parentOf = (node: Element): Element | undefined => {
    if (node.parentElement) return node.parentElement;
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? root.host : undefined;
  };
  const around = (node: Element): Element[] => {
    const found: Element[] = [];
    for (let next = parentOf(node); next; next = parentOf(next)) found.push(next);
    return found;
  };
  const boxOf = (node: Element): Rect => {
    const {x, y, width, height} = node.getBoundingClientRect();
    return {x, y, width, height};
  };

  const field = element as Partial<HTMLInputElement>;
  const labels = [...(field.labels ?? [])];
  const box = boxOf(element);
  const drawn = box.width > 1 && box.height > 1 && getComputedStyle(element).opacity !== '0';
  const target = drawn ? element : (labels[0] ?? parentOf(element) ?? element);
  const rect = boxOf(target);

  // The ring may sit on the card around the input (`:has(:focus-visible)`), on its label, or on a box beside it.
  const ringsOf = (node: Element): string[] => {
    const near = [node, ...around(node).slice(0, 3), ...((node as HTMLInputElement).labels ?? [])];
    if (node !== target && node === element && node.nextElementSibling) near.push(node.nextElementSibling);
    return near.flatMap((one) =>
      ['', '::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(one, pseudo || null);
        if (pseudo && style.content === 'none') return '';
        const {outlineStyle, outlineWidth, outlineColor, boxShadow} = style;
        const outlined = outlineStyle !== 'none' && outlineWidth !== '0px' && !/^rgba\(.*, 0\)$/.test(outlineColor);
        // A shadow drawn inward is how a chosen card looks, not how focus looks.
        const shadows = boxShadow.split(/,(?![^(]*\))/).filter((shadow) => !/^none$|\binset\b/.test(shadow));
        return [...(outlined ? [outlineStyle, outlineWidth, outlineColor] : []), ...shadows].join(' ');
      }),
    );
  };
  const rings = ringsOf(element);
  interface Seen {
    readonly element: Element;
    readonly rings: string;
  }
  const memory = globalThis as {[key: symbol]: {now: Seen; before: Seen | undefined} | undefined};
  const key = Symbol.for('test.focus');
  const seen = memory[key];
  // A control may be looked at many times while it has the focus: `before` is the one that had it before.
  const before = seen?.now.element === element ? seen.before : seen?.now;
  memory[key] = {now: {element, rings: rings.join('|')}, before};
  const ringStays = before?.element.isConnected === true && ringsOf(before.element).join('|') === before.rings;

  const describe = (node: Element): string => {
    const words = (node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const classes = [...node.classList].map((name) => `.${name}`).join('');
    return `<${node.localName}${node.id && `#${node.id}`}${classes}>${words && ` "${words}"`}`;
  };
  const hitAt = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    for (let root = hit && rootOf(hit); hit && root; root = rootOf(hit)) {
      const inner: Element | null = root.elementFromPoint(x, y);
      if (!inner || inner.getRootNode() !== root) break;
      hit = inner;
    }
    return hit;
  };
  const cards = new Set(
    around(target)
      .slice(0, 3)
      .filter((card) => {
        const outer = card.getBoundingClientRect();
        return card !== document.body && card !== document.documentElement && outer.top <= rect.y + 1
          && outer.bottom >= rect.y + rect.height - 1;
      }),
  );
  const isOwn = (hit: Element): boolean =>
    cards.has(hit) ||
    [hit, ...around(hit)].some((one) => one === element || one === target || labels.some((label) => label === one));
  const findCover = (): string | undefined => {
    if (rect.width === 0 || rect.height === 0) return 'nothing is drawn';
    const window = {right: document.documentElement.clientWidth, bottom: globalThis.innerHeight};
    const shown = {
      left: Math.max(0, rect.x),
      top: Math.max(0, rect.y),
      right: Math.min(window.right, rect.x + rect.width),
      bottom: Math.min(window.bottom, rect.y + rect.height),
    };
    const [width, height] = [shown.right - shown.left, shown.bottom - shown.top];
    // Chromium leaves a tall field partly under the edge when it gets the focus; most of a target must be in sight.
    const enough = 18;
    if (width < Math.min(rect.width, enough) || height < Math.min(rect.height, enough)) {
      const [x, y] = [Math.round(rect.x), Math.round(rect.y)];
      const size = `${Math.round(rect.width)}x${Math.round(rect.height)}`;
      return `the edge of the window (${size} at ${x},${y} in ${window.right}x${window.bottom})`;
    }
    for (const [dx, dy] of [[0.5, 0.5], [0.15, 0.2], [0.85, 0.2], [0.15, 0.8], [0.85, 0.8]] as const) {
      const hit = hitAt(shown.left + width * dx, shown.top + height * dy);
      if (hit && !isOwn(hit)) return describe(hit);
    }
    return undefined;
  };
  const hiddenBy = findCover();

  const aria = element.getAttribute('aria-checked');
  const isChoice = field.type === 'radio' || field.type === 'checkbox';
  const checked = isChoice ? field.checked : aria === null ? undefined : aria === 'true';
  const isText = element.localName === 'textarea' || element.localName === 'select' || element.localName === 'input';
  return {
    tag: element.localName,
    id: element.id,
    rect,
    box,
    ...(checked === undefined ? {} : {checked}),
    ...(isText && !isChoice ? {value: field.value ?? ''} : {}),
    invalid: element.getAttribute('aria-invalid') === 'true',
    ringed: rings.some((ring) => ring !== ''),
    ringStays,
    ...(hiddenBy === undefined ? {} : {hiddenBy}),
  };
}
