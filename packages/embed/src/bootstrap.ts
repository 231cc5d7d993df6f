const widgets = ['gemeente', 'signal-form', 'report-button', 'quick-exit'];
const attributes = ['config-src', 'config-integrity', 'lang', 'topic', 'page', 'close-label'];

function upgrade(place: HTMLElement): void {
  const name = place.dataset['baken'] ?? '';
  const tag = `baken-${name}`;
  if (!widgets.includes(name) || place.querySelector(`:scope > ${tag}`)) return;
  const widget = document.createElement(tag);
  for (const attribute of attributes) {
    const value = place.getAttribute(`data-${attribute}`);
    if (value !== null) widget.setAttribute(attribute, value);
  }
  widget.append(...place.childNodes);
  place.append(widget);
}

function upgradeAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-baken]')) upgrade(place);
}

/**
 * Lets `bootstrap` make more widgets, with more attributes: those that only some of the shipped files have.
 * Call it before `bootstrap`.
 */
export function allowAlso(names: readonly string[], more: readonly string[]): void {
  widgets.push(...names);
  attributes.push(...more);
}

/**
 * Puts a widget into every `<div data-baken="signal-form" data-config-src="…">`, for editors that strip tags they do
 * not know: now, and when the page adds one later. What stood in the `div` becomes the fallback of the widget.
 */
export function bootstrap(): void {
  if (typeof document === 'undefined') return;
  const start = (): void => {
    upgradeAll();
    new MutationObserver(upgradeAll).observe(document.documentElement, {childList: true, subtree: true});
  };
  // Before the end of the page a `div` may not have all its content yet.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
