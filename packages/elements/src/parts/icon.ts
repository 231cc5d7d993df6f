import {html, type TemplateResult} from 'lit';

/** One path each, on a grid of 24 px, stroke 1.75, no fill: things, never people in trouble. */
const paths = {
  exit: 'M13 4.5H5v15h8M10 12h10.5m-3.75-3.75L20.5 12l-3.75 3.75',
  back: 'm14.5 6-6 6 6 6',
  next: 'm9.5 6 6 6-6 6',
  globe: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM3.5 12h17M12 3.5c2.3 2.4 3.5 5.2 3.5 8.5s-1.2 6.1-3.5 8.5c-2.3-2.4-3.5-5.2-3.5-8.5s1.2-6.1 3.5-8.5z',
  phone: 'M6.5 3.75h2.7l1.5 4.2-2 1.5a11.5 11.5 0 0 0 5.85 5.85l1.5-2 4.2 1.5v2.7a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.95a2 2 0 0 1 2-2.2z',
  chat: 'M4 5h16v11.5h-8L7.5 20v-3.5H4z',
  info: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM12 11.25v5M12 7.9h.01',
  alert: 'M12 4 21 19.5H3zM12 10v4.25M12 16.9h.01',
  ok: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8.25 12.25l2.5 2.5 5-5.25',
  no: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8 12h8',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  question: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7M12 16.4h.01',
  dots: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8 12h.01M12 12h.01M16 12h.01',
  copy: 'M10 8.5h8A1.5 1.5 0 0 1 19.5 10v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 8.5 18v-8A1.5 1.5 0 0 1 10 8.5zM15.5 8.5v-4h-11v11h4',
  print: 'M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 14h10v6H7z',
  heart: 'M12 19.5 5.2 12.7a4.3 4.3 0 0 1 6.1-6.1l.7.7.7-.7a4.3 4.3 0 0 1 6.1 6.1zM4 20 20 4',
  helmet: 'M4.5 16a7.5 7.5 0 0 1 15 0M9.5 9V6.5h5V9M9.5 9v3.5M14.5 9v3.5M3 16h18v2.5H3z',
  home: 'M3 11 12 3.75 21 11M5.25 9.25v11h13.5v-11M12 8.75v4M9.75 12.75h4.5l1.25 4.75h-7zM12 15v2.5',
  parcel: 'M4 8.2 12 4l8 4.2v7.6L12 20l-8-4.2zM4 8.2l8 4.2 8-4.2M12 12.4V20M8 6.1l8 4.2',
  coins: 'M5.5 12.5h13L17.2 20.25H6.8zM7.5 8.5a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0zM12 5.5a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0-4.5 0z',
  cross: 'M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z',
  rings: 'M3.5 14a5.25 5.25 0 1 0 10.5 0a5.25 5.25 0 1 0-10.5 0zM10 14a5.25 5.25 0 1 0 10.5 0a5.25 5.25 0 1 0-10.5 0zM6.75 5.5l2-2 2 2-2 2z',
  user: 'M8.25 8a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0zM4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  users: 'M5.75 8.5a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0zM2.75 19c.6-3.5 3-5.25 6.25-5.25s5.65 1.75 6.25 5.25M15.5 5.5a3.25 3.25 0 0 1 0 6M17.5 14c2 .6 3.3 2.3 3.75 5',
  briefcase: 'M3.5 8h17v11.5h-17zM8.75 8V4.75h6.5V8M3.5 13h17M12 12v2',
  name: 'M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM7 11a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0zM6 15.5c.5-1.3 1.5-2 2.75-2s2.25.7 2.75 2M14 10h4M14 13.5h3',
  lock: 'M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6',
  mask: 'M12 3.75 19.5 6.5v5c0 4.3-3 7.3-7.5 8.75C7.5 18.8 4.5 15.8 4.5 11.5v-5zM9 12h6',
  eye: 'M2.75 12c2-4 5.25-6 9.25-6s7.25 2 9.25 6c-2 4-5.25 6-9.25 6s-7.25-2-9.25-6zM9.25 12a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0-5.5 0z',
} as const;

export type IconName = keyof typeof paths;

/** Draws an icon beside a word; assistive technology does not see it. An unknown name draws nothing. */
export function icon(name: string, kind = ''): TemplateResult {
  const path = Object.hasOwn(paths, name) ? paths[name as IconName] : '';
  return html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
