// Taken when the module loads: what a page puts in their place later would see which signs are handed over.
const {create, keys} = Object;

/** Which widget takes signs: the wizard for the meldroute, or the signal form. */
export type ReceiverKind = 'wizard' | 'form';

/**
 * Takes the ids of signs, and moves the focus into its widget. The list is made for it alone: it keeps the list as it
 * is, or reads `ids[0]` and on. It may not call a method of the list (`filter`, `for … of`) or fill another list: a page
 * can replace what that uses, and would hear the ids.
 */
export type TakeSigns = (ids: readonly string[]) => void;

/** One live receiver, and the one that came before it. */
interface Receiver {
  readonly kind: ReceiverKind;
  readonly widget: HTMLElement;
  readonly take: TakeSigns;
  before: Receiver | undefined;
}

/** Who wants to know that a receiver came or went. */
interface Watcher {
  readonly onChange: () => void;
  before: Watcher | undefined;
}

// Chains of objects, not a Set or a list: their methods belong to the page, which can replace them after we loaded.
let receivers: Receiver | undefined;
let watchers: Watcher | undefined;

function tellWatchers(): void {
  for (let at = watchers; at; at = at.before) at.onChange();
}

/** Gives the chain without one of its links. */
function unlink<Link extends {before: Link | undefined}>(chain: Link | undefined, gone: Link): Link | undefined {
  if (chain === gone) return gone.before;
  for (let at = chain; at; at = at.before) {
    if (at.before === gone) at.before = gone.before;
  }
  return chain;
}

/** Offers a widget as receiver while it is on the page. Returns the way to stop. */
export function receiveSigns(kind: ReceiverKind, widget: HTMLElement, take: TakeSigns): () => void {
  const receiver: Receiver = {kind, widget, take, before: receivers};
  receivers = receiver;
  tellWatchers();
  return () => {
    receivers = unlink(receivers, receiver);
    tellWatchers();
  };
}

/** Calls back whenever a receiver comes or goes. Returns the way to stop. */
export function watchReceivers(onChange: () => void): () => void {
  const watcher: Watcher = {onChange, before: watchers};
  watchers = watcher;
  return () => {
    watchers = unlink(watchers, watcher);
  };
}

/** The element itself, or the host around it that stands in the page. */
function placeOf(widget: Element): Element {
  let place = widget;
  for (let root = place.getRootNode(); root instanceof ShadowRoot; root = place.getRootNode()) place = root.host;
  return place;
}

const isAfter = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The first receiver after an element in the order of the page, or else the last one before it. */
function findReceiver(kind: ReceiverKind, from: HTMLElement): Receiver | undefined {
  const here = placeOf(from);
  let found: Receiver | undefined;
  for (let at = receivers; at; at = at.before) {
    if (at.kind !== kind || !at.widget.isConnected || at.widget.ownerDocument !== from.ownerDocument) continue;
    if (!found) {
      found = at;
      continue;
    }
    const place = placeOf(at.widget);
    const best = placeOf(found.widget);
    const isFurther = isAfter(best, place);
    if (isAfter(here, place) ? !isAfter(here, best) || !isFurther : !isAfter(here, best) && isFurther) found = at;
  }
  return found;
}

/** Tells whether a receiver of this kind is on the page of `from`. */
export function canOffer(kind: ReceiverKind, from: HTMLElement): boolean {
  return findReceiver(kind, from) !== undefined;
}

/**
 * Gives the ids of signs to the nearest receiver on the page of `from`, which takes the focus: the first one after it,
 * or else the last one before it. Nothing of it is an event, an attribute, a global or a request. Tells whether there
 * was one.
 */
export function offerSigns(kind: ReceiverKind, ids: readonly string[], from: HTMLElement): boolean {
  const receiver = findReceiver(kind, from);
  receiver?.take(ids);
  return receiver !== undefined;
}

/** Gives those of the ids that are known, each once, in the order of what is known. It calls nothing of the page. */
export function keepKnown(ids: readonly string[], known: readonly {readonly id: string}[]): readonly string[] {
  const kept = create(null) as Record<string, true>;
  for (const {id} of known) {
    for (let index = 0; index < ids.length; index++) {
      if (ids[index] === id) kept[id] = true;
    }
  }
  return keys(kept);
}
