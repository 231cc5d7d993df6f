import {css} from './sheet.js';

/**
 * The shared look. Nothing on `:host` but `display`: a reset of the host page (`*{margin:0;border:0}`) beats `:host`.
 * Text is measured from `--_t`, at least 16 px, because many sites set the root font to 10 px; space is in pixels.
 */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    scroll-margin-block: 20vh;
  }
  /* Nothing of what a page hands down to all that is in it, but these two; the second is what a language does. */
  .baken {
    all: initial;
    color-scheme: inherit;
    -webkit-locale: inherit;
    -webkit-text-size-adjust: 100%;
    -webkit-user-select: text;
    --_t: max(1rem, 16px);
    container-type: inline-size;
    display: block;
    color: var(--_text);
    font: 400 var(--_t) / 1.55 system-ui, sans-serif;
    overflow-wrap: break-word;
  }
  /* Below our own font, so that an empty token of a theme gives that. Twice, or what inherits all of it has none. */
  .baken.baken > * {
    font-family: var(--_font);
  }
  .frame {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    overflow: clip;
  }
  .main {
    padding: 16px clamp(16px, 3.2cqi, 40px) clamp(24px, 3.2cqi, 40px);
    min-width: 0;
  }
  .main > *,
  .side > * {
    max-width: 44em;
  }
  .side {
    padding: 24px clamp(16px, 3.2cqi, 40px);
    background: var(--_sunken);
    border-block-start: 1px solid var(--_line);
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  legend {
    display: block;
    width: 100%;
  }
  h2,
  h3,
  legend {
    color: var(--_heading-color);
    font-family: var(--_heading-font);
    font-weight: var(--_heading-weight);
    line-height: 1.2;
    text-wrap: balance;
  }
  h2 {
    font-size: calc(var(--_t) * 1.5);
    width: fit-content;
  }
  h3,
  .label {
    font-size: calc(var(--_t) * 1.1);
    line-height: 1.35;
  }
  .lead {
    font-size: calc(var(--_t) * 1.1);
  }
  .hint {
    color: var(--_subtle);
  }
  .meta {
    color: var(--_subtle);
    font-size: calc(var(--_t) * 0.9);
  }
  .block {
    display: block;
    font-family: var(--_font);
    font-weight: 400;
  }
  .read {
    max-width: 36em;
  }
  .num {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack > * + * {
    margin-block-start: 16px;
  }
  .stack-s > * + * {
    margin-block-start: 8px;
  }
  .stack-l > * + * {
    margin-block-start: 32px;
  }
  .plain {
    list-style: none;
  }
  .dots {
    padding-inline-start: 1.25em;
  }
  :is(.dots, .review) li + li {
    margin-block-start: 4px;
  }
  a,
  .quiet,
  summary > span {
    color: var(--_link);
    text-decoration: underline 1px;
    text-underline-offset: 0.18em;
  }
  :is(a, .quiet):hover {
    color: var(--_link-hover);
    text-decoration-thickness: 2px;
  }
  h2,
  h3,
  a,
  .quiet,
  summary {
    border-radius: 4px;
  }
  .icon {
    width: 24px;
    height: 24px;
    flex: none;
    /* The colour of a drawing is not forced by itself, so it may be too dark for the page. */
    forced-color-adjust: auto;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.s {
    width: 20px;
    height: 20px;
  }
  .baken:dir(rtl) .icon.flip {
    transform: scaleX(-1);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-height: 44px;
    margin-block-end: 16px;
  }
  .bar > :last-child:not(:first-child) {
    margin-inline-start: auto;
  }
  .quiet {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 44px;
    padding: 0 6px;
    margin-inline: -6px;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .lang {
    position: relative;
    display: inline-flex;
    align-items: center;
  }
  .lang > .icon {
    position: absolute;
    inset-inline-start: 12px;
    color: var(--_subtle);
    pointer-events: none;
  }
  .input,
  .lang select {
    font: inherit;
    color: inherit;
    background: var(--_raised);
    border: 1px solid var(--_input-border);
    border-radius: var(--_input-radius);
  }
  .lang select {
    font-size: calc(var(--_t) * 0.9);
    min-height: 44px;
    padding-inline: 40px 8px;
    cursor: pointer;
    max-width: 11em;
  }

  .answers {
    display: grid;
    gap: 12px;
    margin-block-start: 24px;
  }
  .choice {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 16px;
    min-height: 52px;
    padding: 12px 16px;
    background: var(--_raised);
    border: 1px solid var(--_input-border);
    border-radius: var(--_radius);
  }
  .choice:hover {
    border-color: var(--_button);
  }
  .choice:has(:checked) {
    outline: 2px solid var(--_button);
    outline-offset: -2px;
  }
  :is(.choice, .tick):is(:hover, :has(:checked)) {
    background: var(--_tint);
  }
  .choice label {
    font-weight: var(--_label-weight);
    line-height: 1.35;
  }
  .choice label,
  .tick label {
    cursor: pointer;
  }
  .choice label::after,
  .tick label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .choice .hint {
    font-size: calc(var(--_t) * 0.9);
    line-height: 1.45;
    margin-block-start: 2px;
  }
  .choice > .icon {
    width: 32px;
    height: 32px;
    color: var(--_subtle);
  }
  .choice.danger > .icon {
    color: var(--_danger);
  }
  .choice.pic {
    grid-template: auto 1fr / auto minmax(0, 1fr) auto;
    align-items: start;
    padding: 16px;
    min-height: 80px;
  }
  .choice.pic .words {
    display: contents;
  }
  .choice.pic label {
    grid-column: 2;
    min-height: 24px;
  }
  .choice.pic .hint {
    grid-column: 2 / -1;
    grid-row: 2;
    margin-block-start: 4px;
  }
  .choice.pic input {
    grid-column: 3;
    grid-row: 1;
  }
  .choice.pic > .icon {
    grid-column: 1;
    grid-row: 1 / span 2;
    width: 48px;
    height: 48px;
    padding: 8px;
    border-radius: min(var(--_button-radius), 14px);
    background: var(--_tint);
    color: var(--_button);
  }
  .choice.pic:is(:has(:checked), :hover) > .icon {
    background: var(--_button);
    color: var(--_on-button);
  }
  [type='radio'],
  [type='checkbox'] {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--_button);
    cursor: pointer;
  }
  .ticks {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    margin-block-start: 12px;
  }
  .tick {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    align-items: center;
    min-height: 52px;
    padding: 10px 16px;
    line-height: 1.35;
  }
  .tick + .tick {
    border-block-start: 1px solid var(--_line);
  }
  .tick:has(:checked) label {
    font-weight: var(--_label-weight);
  }

  .field {
    display: grid;
    gap: 8px;
  }
  .field > legend + * {
    margin-block-start: 8px;
  }
  .label {
    color: var(--_text);
    font-family: var(--_font);
    font-weight: var(--_label-weight);
  }
  .label .hint {
    font-weight: 400;
    display: inline-block;
  }
  .input {
    width: 100%;
    min-height: 48px;
    padding: 10px 14px;
  }
  textarea.input {
    min-height: 144px;
    resize: vertical;
  }
  .bad {
    margin-inline-start: -16px;
    border-inline-start: 4px solid var(--_danger);
    padding-inline-start: 12px;
  }
  .bad .answers {
    margin-block-start: 0;
  }
  .bad :is(.input, .choice) {
    border-color: var(--_danger);
  }
  .error,
  .summary h2 {
    display: flex;
    gap: 8px;
    align-items: start;
    color: var(--_danger);
  }
  .error {
    font-weight: 600;
    line-height: 1.35;
  }
  .error .icon {
    margin-block-start: 0.1em;
  }
  .summary {
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_danger-tint);
    padding: 16px;
    margin-block-end: 24px;
  }
  .summary h2 {
    font-size: calc(var(--_t) * 1.1);
  }
  .summary ul {
    margin-block-start: 8px;
    padding-inline-start: 32px;
  }
  .summary a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--_danger);
    font-weight: 600;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: center;
    margin-block-start: 32px;
  }
  .button {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px;
    max-width: 100%;
    min-height: 52px;
    padding: 10px 24px;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    border: 1px solid transparent;
    border-radius: var(--_button-radius);
    background: var(--_button);
    color: var(--_on-button);
    cursor: pointer;
  }
  .button:hover {
    background: var(--_button-hover);
    color: var(--_on-button);
    text-decoration: underline;
  }
  .button.second {
    background: var(--_raised);
    color: var(--_link);
    border-color: var(--_input-border);
  }
  .button.second:hover {
    background: var(--_tint);
    color: var(--_link-hover);
    border-color: var(--_link);
  }
  .button.danger {
    background: var(--_danger-solid);
    color: #fff;
  }
  .button.big {
    font-size: calc(var(--_t) * 1.25);
    min-height: 64px;
    padding-inline: 32px;
  }
  .button.small {
    min-height: 44px;
    padding: 6px 16px;
  }

  .panel {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    border: 1px solid var(--_mark, var(--_line));
    line-height: 1.5;
  }
  .panel > .icon {
    color: var(--_mark, var(--_subtle));
  }
  .panel.tint {
    --_mark: var(--_button);
    --_link: var(--_text);
    background: var(--_tint);
  }
  .panel.danger {
    --_mark: var(--_danger);
    background: var(--_danger-tint);
  }
  .panel.warning {
    --_mark: var(--_warning);
    background: var(--_warning-tint);
  }
  .panel:not(.tint) h3 {
    color: var(--_mark, var(--_heading-color));
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    cursor: pointer;
    color: var(--_link);
    list-style: none;
  }
  [open] > summary > .icon {
    rotate: 90deg;
  }
  details > .body {
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: 16px;
    margin-block: 4px 12px;
  }

  .call {
    padding-block: 12px;
    display: grid;
  }
  .call + .call {
    border-block-start: 1px solid var(--_line);
  }
  .call .who {
    line-height: 1.35;
  }
  .call a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    width: fit-content;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .call a:has(.num) {
    font-size: calc(var(--_t) * 1.1);
  }
  /* A box of its own, so that Chromium keeps the space before it in the name of a heading. */
  .example {
    display: inline-block;
    font-size: calc(var(--_t) * 0.9);
    color: var(--_subtle);
    border: 1px dashed var(--_control);
    border-radius: 4px;
    padding: 0 6px;
    white-space: nowrap;
    font-weight: 400;
  }

  @container (max-width: 28em) {
    .buttons > .button {
      width: 100%;
    }
    .buttons > .button.small {
      width: auto;
      flex: 1 1 9em;
    }
    .buttons > .quiet {
      margin-inline: auto;
    }
  }
  @container (min-width: 40em) {
    .frame {
      --_t: max(1.0625rem, 17px);
      font-size: var(--_t);
    }
    h2 {
      font-size: calc(var(--_t) * 1.8);
    }
    .grid {
      grid-template-columns: 1fr 1fr;
    }
    .grid > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 56em) {
    .two {
      display: grid;
      grid-template-columns: minmax(0, 50em) minmax(20em, 1fr);
    }
    .two > .side {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
      padding: 32px 24px;
    }
    .main {
      padding-block-start: 24px;
    }
  }
  @media (forced-colors: active) {
    .tick:has(:checked) {
      text-decoration: underline;
    }
    .button,
    .panel {
      border: 1px solid CanvasText;
    }
  }

  /*
   * The last, so that it wins from what shows a choice or an error. Fields show it at any focus: WebKitGTK 2.50 says
   * that a radio button reached by an arrow key is not :focus-visible. The label draws the ring around the whole card.
   */
  :focus-visible,
  .input:focus,
  [type='checkbox']:focus,
  .choice :focus + .words label::after {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
    box-shadow: 0 0 0 7px var(--_surface);
  }
  .choice :focus + .words label::after {
    border-radius: var(--_radius);
    z-index: 1;
  }
  .choice :focus {
    outline: 0;
    box-shadow: none;
  }
`;
