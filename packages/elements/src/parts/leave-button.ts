import {html, nothing, type TemplateResult} from 'lit/html.js';

import {icon} from './icon.js';
import {css} from './sheet.js';
import type {Words} from './words.js';

export interface LeaveButtonOptions {
  readonly label: string;
  /** Says that there are keys as well; left out where no catalogue is loaded yet. */
  readonly words?: Words | undefined;
  /** How many more presses of the key are needed; 0 when nobody pressed. */
  readonly more: number;
  readonly onLeave: () => void;
}

/**
 * Draws the leave button: a bar at the bottom of a narrow window, top right of a wide one. It must stand outside
 * an element with `container-type`, and as the first thing of what scrolls, to stay in sight.
 */
export function leaveButton({label, words, more, onLeave}: LeaveButtonOptions): TemplateResult {
  return html`
    <div class="baken exit" part="exit">
      ${words && !more ? html`<p class="exit-keys">${words.get('leave.keys')}</p>` : nothing}
      <p class="exit-status vh" role="status">${words && more ? words.count('leave.more', more) : ''}</p>
      <button type="button" class="button exit-button" part="exit-button" @click=${onLeave}>
        ${icon('exit', 'flip')}<span>${label}</span>
      </button>
    </div>
  `;
}

/** The look of the leave button, to come after the base styles and the tokens. Ink, never red: found, not alarming. */
export const leaveStyles = css`
  .exit {
    container-type: normal;
    position: fixed;
    inset-inline: 0;
    inset-block-end: 0;
    z-index: 2147483646;
    padding: 10px 16px calc(10px + env(safe-area-inset-bottom, 0px));
    background: var(--_surface);
    border-block-start: 1px solid var(--_line);
  }
  .exit-button {
    width: 100%;
    min-height: 48px;
    padding: 6px 20px;
    background: var(--_text);
    color: var(--_surface);
  }
  .exit-button:hover {
    background: color-mix(in srgb, var(--_text) 85%, var(--_surface));
    color: var(--_surface);
  }
  .exit-keys {
    display: none;
  }
  @media (min-width: 40.0625em) {
    .exit {
      position: sticky;
      inset-block: 0 auto;
      display: flex;
      align-items: center;
      justify-content: flex-end;
      gap: 16px;
      width: fit-content;
      margin-inline-start: auto;
      padding: 8px 0;
      background: none;
      border: 0;
      pointer-events: none;
    }
    .exit > * {
      pointer-events: auto;
    }
    .exit-button {
      width: auto;
    }
    .exit-keys,
    .exit-status:not(:empty) {
      display: block;
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
      color: var(--_subtle);
      font-size: calc(var(--_t) * 0.95);
    }
  }
  @media print {
    .exit {
      display: none;
    }
  }
`;
