import {html, type TemplateResult} from 'lit/html.js';

/** Icons of the card alone, drawn as those of `icon`; apart, so that the file of the form does not grow. */
const paths = {
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 7v5l3 2',
  bill: 'M6 4h12v16l-3-2-3 2-3-2-3 2zM9.5 8.5h5M9.5 12.5h5',
  save: 'M12 4v11m-4-4 4 4 4-4M5 19h14',
} as const;

/** Draws an icon beside a word; assistive technology does not see it. */
export function cardIcon(name: keyof typeof paths, kind = ''): TemplateResult {
  return html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]}></path></svg>`;
}
