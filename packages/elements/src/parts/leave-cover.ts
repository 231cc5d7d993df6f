import {css, sheet} from './sheet.js';

const styles = sheet(css`
dialog {
  inset: 0;
  width: auto;
  height: auto;
  max-width: none;
  max-height: none;
  margin: 0;
  padding: 32px;
  border: 0;
  display: grid;
  place-content: center;
  gap: 8px;
  background: #fff;
  color: #16222b;
  font: 400 16px/1.55 system-ui, sans-serif;
  text-align: center;
}
dialog::backdrop {
  background: #fff;
}
h1 {
  margin: 0;
  font-size: 20px;
}
a {
  padding: 12px;
  color: inherit;
}
a:focus-visible {
  outline: 3px solid;
}
`);

let cover: HTMLElement | undefined;

/**
 * Covers the whole page with a white layer: no name, no colour, no logo. It is a modal dialog of its own, so it lies
 * over an open dialog and all else is inert. It never closes; `go` leaves through the link when the page stays.
 */
export function leaveCover(content: {
  readonly title: string;
  readonly link: string;
  readonly url: string;
  readonly go: () => void;
}): void {
  cover?.remove();
  const host = document.createElement('div');
  // Inline and important, or `*{display:none!important}` of the page would take the cover away.
  host.style.cssText = 'all:initial!important;display:block!important';
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = styles;

  const dialog = document.createElement('dialog');
  dialog.ariaLabel = content.title;
  const heading = document.createElement('h1');
  heading.textContent = content.title;
  const link = document.createElement('a');
  link.href = content.url;
  link.rel = 'noreferrer';
  link.textContent = content.link;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    content.go();
  });
  dialog.append(heading, link);

  const keep = (event: Event): void => event.preventDefault();
  dialog.addEventListener('cancel', keep);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') keep(event);
  });
  // Some browsers close a dialog all the same at the second Escape.
  dialog.addEventListener('close', () => {
    if (dialog.isConnected) dialog.showModal();
  });

  root.append(dialog);
  document.documentElement.append(host);
  dialog.showModal();
  cover = host;
}
