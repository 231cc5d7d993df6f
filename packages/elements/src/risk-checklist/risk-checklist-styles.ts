import {css} from '../parts/sheet.js';

export const riskChecklistStyles = css`
  .bar {
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .bar > .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    margin-inline-start: auto;
  }
  .said {
    flex-basis: 100%;
    text-align: end;
  }
  .said:empty {
    display: none;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }
  .chip {
    position: relative;
    display: inline-flex;
  }
  .chip input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
  }
  .chip label {
    display: inline-grid;
    align-content: center;
    min-block-size: 44px;
    padding-inline: 14px;
    border: 1px solid var(--_input-border);
    border-radius: 22px;
    background: var(--_raised);
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
  }
  /* The room that the label takes when it is chosen, so that nothing moves. */
  .chip label::after {
    content: attr(data-label) / '';
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-weight: 600;
  }
  .chip :hover + label {
    background: var(--_tint);
    border-color: var(--_button);
  }
  .chip :checked + label {
    background: var(--_button);
    border-color: var(--_button);
    color: var(--_on-button);
    font-weight: 600;
  }
  .chip :focus + label {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
    box-shadow: 0 0 0 7px var(--_surface);
    z-index: 1;
  }

  .search {
    position: relative;
  }
  .search > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 14px;
    margin-block: auto;
    color: var(--_subtle);
    pointer-events: none;
  }
  .search > .input {
    padding-inline-start: 50px;
    appearance: none;
  }

  .notice {
    padding: 0 16px 16px;
    background: var(--_tint);
  }
  .notice .button {
    margin-block-start: 12px;
  }
  .folds {
    border-block-end: 1px solid var(--_line);
  }
  .fold {
    border-block-start: 1px solid var(--_line);
  }
  .fold > summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    min-block-size: 52px;
    gap: 4px 12px;
    padding-block: 8px;
    line-height: 1.35;
  }
  .fold > summary > span:nth-of-type(1) {
    font-weight: var(--_label-weight);
  }
  .fold > summary > .meta {
    text-align: end;
    text-decoration: none;
  }
  .fold > summary b {
    color: var(--_text);
    font-weight: 600;
  }
  .fold > fieldset {
    padding-block-end: 24px;
  }
  .fold .ticks {
    margin-block-start: 4px;
  }

  .side h3.act {
    font-size: calc(var(--_t) * 1.3);
    line-height: 1.2;
  }
  .side h3.act + p {
    margin-block-start: 12px;
  }
  .before {
    font-weight: 600;
  }
  .wide {
    inline-size: 100%;
  }
  .side .dots {
    padding-inline-start: 1.1em;
  }

  /* One line that keeps the advice in sight on a narrow page. Only where there is height enough to leave focus free. */
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    max-inline-size: none;
    margin: 24px -16px -24px;
    padding: 4px 16px;
    background: var(--_surface);
    border-block-start: 2px solid var(--_button);
    line-height: 1.35;
  }
  .line > p {
    flex: 1 1 8em;
    font-weight: 600;
    text-wrap: balance;
  }
  .line.now {
    border-block-start-color: var(--_danger-solid);
  }
  .line.empty {
    display: block;
    block-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
  }
  @media (min-height: 30em) {
    .line {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
    }
  }

  .case p + p {
    margin-block-start: 12px;
  }
  .outcomes > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
    line-height: 1.45;
  }
  .outcomes > li:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .outcomes .icon {
    margin-block-start: 0.1em;
    color: var(--_subtle);
  }
  :is(.seen, .maybe) .icon {
    color: var(--_success);
  }
  :is(.missed, .extra) .icon {
    color: var(--_warning);
  }

  @container (max-width: 56em) {
    .practice > .side {
      border-block-start: 0;
      border-block-end: 1px solid var(--_line);
    }
  }
  @container (min-width: 56em) {
    .two.practice {
      grid-template-columns: 24em minmax(0, 1fr);
    }
    .two.practice > .side {
      border-inline-start: 0;
      border-inline-end: 1px solid var(--_line);
    }
    .stick {
      position: sticky;
      inset-block-start: 24px;
    }
    /* Stuck, it cannot scroll from under a header of the page. */
    .stick:has(:focus-visible) {
      position: static;
    }
    .line,
    .line.empty {
      position: absolute;
      display: block;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .line > .quiet {
      display: none;
    }
    /* The advice with 112 stands beside it: one filled button for one decision. */
    .notice .button.danger {
      background: none;
      border-color: currentColor;
      color: var(--_danger);
    }
  }
  @media (forced-colors: active) {
    .chip :checked + label {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
    .chip :focus + label {
      outline-color: CanvasText;
    }
  }
  @media print {
    .bar,
    .line {
      display: none;
    }
  }
`;
