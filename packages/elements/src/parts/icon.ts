import {html, type TemplateResult} from 'lit/html.js';

const ring = 'M12 3a9 9 0 1 1-.1 0z';

/**
 * One path each, on a grid of 24 px, stroke 1.75, no fill: things, never people in trouble. A circle is one arc from its
 * top back to just beside it.
 */
const paths: Readonly<Record<string, string>> = {
  exit: 'M13 4H5v16h8M10 12h10m-4-4 4 4-4 4',
  back: 'm14 6-6 6 6 6',
  next: 'm10 6 6 6-6 6',
  globe: `${ring}M3 12h18M12 3c5 5 5 13 0 18c-5-5-5-13 0-18z`,
  phone: 'M5 4h4l2 4-2 2q1 4 5 5l2-2 4 2v5Q5 20 5 4z',
  chat: 'M4 5h16v12h-8l-4 3v-3H4z',
  info: `${ring}M12 11v5M12 8h.01`,
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  ok: `${ring}M8 12l3 3 5-6`,
  no: `${ring}M8 12h8`,
  tick: 'm5 12 5 5 9-10',
  question: `${ring}M9 10a3 3 0 1 1 4 2.5q-1 .5-1 1.5M12 17h.01`,
  dots: `${ring}M8 12h.01M12 12h.01M16 12h.01`,
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  heart: 'M12 20l-7-7a4 4 0 0 1 7-6a4 4 0 0 1 7 6zM4 20 20 4',
  helmet: 'M4 16a8 8 0 0 1 16 0M9 12V6h6v6M3 16h18v3H3z',
  home: 'M3 11l9-7 9 7M5 10v10h14V10M12 9v4M10 13h4l1 4H9z',
  parcel: 'M4 8l8-4 8 4v8l-8 4-8-4zl8 4 8-4M12 12v8',
  coins: 'M5 12h14l-2 8H7zM9 6a2 2 0 1 1-.1 0zM14 3a2 2 0 1 1-.1 0z',
  cross: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  rings: 'M9 9a5 5 0 1 1-.1 0zM15 9a5 5 0 1 1-.1 0zM7 5l2-2 2 2-2 2z',
  user: 'M12 4a4 4 0 1 1-.1 0zM4 20c1-8 15-8 16 0',
  users: 'M9 4a4 4 0 1 1-.1 0zM2 20c1-8 13-8 14 0M16 5a3 3 0 0 1 0 6M18 14c2 1 3 3 4 6',
  briefcase: 'M3 8h18v12H3zM9 8V4h6v4M3 13h18',
  name: 'M3 5h18v14H3zM9 8a2 2 0 1 1-.1 0zM6 16c1-2 5-2 6 0M15 10h3M15 14h3',
  letter: 'M3 6h18v12H3zl9 7 9-7',
  mask: 'M12 4l8 2v5q0 7-8 9q-8-2-8-9V6zM9 12h6',
};

/** Draws an icon beside a word; assistive technology does not see it. An unknown name draws nothing. */
export function icon(name: string, kind = ''): TemplateResult {
  const path = Object.hasOwn(paths, name) ? paths[name] : '';
  return html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}
