import {css, sheet} from '../parts/sheet.js';

/** The dialog around the form: the whole window when it is narrow. */
export const reportButtonStyles: CSSStyleSheet[] = sheet(css`
:host {
  display: block;
}
:host([hidden]) {
  display: none;
}
dialog {
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  max-width: none;
  max-height: none;
  margin: 0;
  padding: 0 0 88px;
  scroll-padding-block: 16px 96px;
  border: 0;
  overflow: auto;
  overscroll-behavior: contain;
  background: var(--baken-color-surface, light-dark(#fff, #131b21));
  color: var(--baken-color-text, light-dark(#16222b, #e9eff2));
}
dialog::backdrop {
  background: rgb(22 34 43 / 60%);
}
button {
  display: block;
  position: relative;
  z-index: 1;
  margin: 8px;
  padding: 0 16px;
  min-height: 48px;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-decoration: underline;
  cursor: pointer;
}
button:focus-visible {
  outline: 3px solid;
  outline-offset: -3px;
  border-radius: 4px;
}
@media (min-width: 40.0625em) {
  dialog {
    width: min(1088px, 100% - 48px);
    height: min(960px, 100% - 48px);
    margin: auto;
    padding: 0 16px 16px;
    scroll-padding-block: 80px 16px;
    border-radius: 12px;
  }
  button {
    margin-inline: 0;
  }
  /* The row of the leave button, which is 64 px high. */
  button + * {
    display: block;
    margin-block-start: -64px;
  }
}
`);
