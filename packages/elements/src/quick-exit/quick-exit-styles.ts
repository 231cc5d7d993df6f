import {css} from '../parts/sheet.js';

/** The element takes no box of its own, so that the button stays in sight as long as what stands around it. */
export const quickExitStyles = css`
  :host {
    display: contents;
  }
`;
