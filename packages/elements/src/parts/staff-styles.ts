import {css} from './sheet.js';

/** What the widgets for staff have in common, to come after the base styles and the tokens. */
export const staffStyles = css`
  .step {
    color: var(--_subtle);
    font-size: calc(var(--_t) * 0.9);
    font-weight: 600;
    margin-block-end: 4px;
  }
  .fields {
    margin-block-start: 24px;
  }
  .fields > .field > .answers:first-child {
    margin-block-start: 0;
  }
  .after {
    margin-block-start: 32px;
  }
  .side > * + h3,
  .side > * + section {
    margin-block-start: 32px;
  }
  .call {
    grid-template-columns: minmax(0, 1fr);
  }
  .call a {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    padding-block: 2px;
    padding-inline: 8px 10px;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_sunken);
    color: var(--_subtle);
    font-size: calc(var(--_t) * 0.9);
    font-weight: 600;
    line-height: 1.5;
  }
  .tag > .icon {
    inline-size: 16px;
    block-size: 16px;
  }
  .tag.now {
    background: var(--_danger-solid);
    border-color: transparent;
    color: #fff;
  }
  .tag.open {
    border-color: var(--_success);
    color: var(--_success);
  }
  .tag.shut {
    background: var(--_warning-tint);
    border-color: var(--_warning);
    color: var(--_warning);
  }
  .ticklist {
    list-style: none;
    display: grid;
    gap: 8px;
  }
  .ticklist li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    line-height: 1.45;
  }
  .ticklist .icon {
    margin-block-start: 0.15em;
    color: var(--_subtle);
  }
  @media (forced-colors: active) {
    .tag {
      border-color: CanvasText;
    }
  }
`;
