import {html, type TemplateResult} from 'lit/html.js';

const ring = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z';

/** Icons that only staff see, drawn as those of `icon`; apart, so that the public file does not grow. */
const paths: Readonly<Record<string, string>> = {
  clock: `${ring}M12 7v5l3 2`,
  trash: 'M4 6h16M9 6V4h6v2M6 6l1 14h10l1-14M10 10v6M14 10v6',
  not: `${ring}M9 9l6 6m0-6-6 6`,
};

/** Draws an icon beside a word; assistive technology does not see it. */
export function staffIcon(name: 'clock' | 'trash' | 'not', kind = ''): TemplateResult {
  return html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]}></path></svg>`;
}
