import {html, type TemplateResult} from 'lit';

/** One path each, on a grid of 24 px, stroke 1.75, no fill: things, never people in trouble. */
const paths = {
  exit: 'M13 4.5H5v15h8M10 12h10.5m-3.75-3.75L20.5 12l-3.75 3.75',
  back: 'm14.5 6-6 6 6 6',
  next: 'm9.5 6 6 6-6 6',
  globe: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM3.5 12h17M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17z',
  phone: 'M6.5 3.75h2.7l1.5 4.2-2 1.5a11.5 11.5 0 0 0 5.85 5.85l1.5-2 4.2 1.5v2.7a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.95a2 2 0 0 1 2-2.2z',
  chat: 'M4 5h16v11.5h-8L7.5 20v-3.5H4z',
  info: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM12 11.25v5M12 7.9h.01',
  alert: 'M12 4 21 19.5H3zM12 10v4.25M12 16.9h.01',
  ok: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8.25 12.25l2.5 2.5 5-5.25',
  no: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8 12h8',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  question: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7M12 16.4h.01',
  dots: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8 12h.01M12 12h.01M16 12h.01',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  print: 'M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 14h10v6H7z',
  heart: 'M12 19.5 5.2 12.7a4.3 4.3 0 0 1 6.1-6.1l.7.7.7-.7a4.3 4.3 0 0 1 6.1 6.1zM4 20 20 4',
  helmet: 'M4.5 16a7.5 7.5 0 0 1 15 0M9.5 12V6.5h5V12M3 16h18v2.5H3z',
  home: 'M3 11 12 4l9 7M5 9.5V20h14V9.5M12 9v4M10 13h4l1 4.5H9z',
  parcel: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  coins: 'M5.5 12.5h13L17 20H7zM7 8.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM12.5 5.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0z',
  cross: 'M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z',
  rings: 'M4 14a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM10 14a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM7 5.5l2-2 2 2-2 2z',
  user: 'M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM4.5 20c1-8 14-8 15 0',
  users: 'M5.5 8.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM2.5 19.5c1-7 12-7 13 0M15.5 5.5a3.5 3.5 0 0 1 0 6M17.5 14c2 .5 3 2 3.5 5.5',
  briefcase: 'M3.5 8h17v11.5h-17zM9 8V5h6v3M3.5 13h17',
  name: 'M4 5.5h16v13H4zM7 11a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM6 16c1-2 5-2 6 0M14.5 10H18M14.5 13.5H18',
  letter: 'M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6',
  mask: 'M12 4l7.5 2.5v5c0 4.5-3 7-7.5 8.5-4.5-1.5-7.5-4-7.5-8.5v-5zM9 12h6',
} as const;

export type IconName = keyof typeof paths;

/** Draws an icon beside a word; assistive technology does not see it. An unknown name draws nothing. */
export function icon(name: string, kind = ''): TemplateResult {
  const path = Object.hasOwn(paths, name) ? paths[name as IconName] : '';
  return html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
