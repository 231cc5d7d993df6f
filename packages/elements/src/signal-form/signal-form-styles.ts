import {css} from '../parts/sheet.js';

export const signalFormStyles = css`
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
  .side > h3 {
    margin-block-end: 8px;
  }
  .stamp {
    margin-block-start: 16px;
  }

  .review {
    margin-block: 24px 32px;
  }
  .review > div {
    display: grid;
    gap: 4px 16px;
    grid-template-columns: minmax(0, 1fr) auto;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .review > div:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .review dt {
    align-self: center;
    font-weight: var(--_label-weight);
  }
  .review .answer {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .review li {
    white-space: pre-line;
  }

  .outcome {
    display: grid;
    justify-items: start;
    gap: 16px;
  }
  .outcome > .icon {
    width: 48px;
    height: 48px;
    margin-inline-start: -6px;
    stroke-width: 1.5;
  }
  .ok > .icon,
  .can .icon {
    color: var(--_success);
  }
  .maybe > .icon {
    color: var(--_warning);
  }
  .ring {
    width: 48px;
    height: 48px;
    border: 4px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ring {
      animation: turn 1200ms linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .reference {
    width: 100%;
    padding: 24px;
    background: var(--_sunken);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_button-radius) * 1.5);
  }
  .code {
    font-size: calc(var(--_t) * 2.2);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.02em;
  }
  .cando {
    display: grid;
    gap: 24px;
    margin-block: 8px;
  }
  .ticklist {
    display: grid;
    gap: 8px;
  }
  .ticklist li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
  }
  .cannot .icon {
    color: var(--_subtle);
  }

  .stop {
    border-block-start: 6px solid var(--_danger-solid);
  }
  :is(.stop, .end) .main {
    display: grid;
    gap: 24px;
    align-content: start;
  }
  :is(.stop, .end) :is(.bar, .buttons) {
    margin-block: 0;
  }
  .stop h2 {
    font-size: calc(var(--_t) * 2.2);
  }

  /* Room for the leave button at the bottom of a phone: it may never lie on the last answer. */
  @media (max-width: 40em) {
    .room {
      padding-block-end: 76px;
    }
  }
  @container (max-width: 28em) {
    .stop .button {
      width: 100%;
    }
  }
  @container (min-width: 40em) {
    .review > div {
      grid-template-columns: 12em minmax(0, 1fr) auto;
    }
    .review :is(dt, .answer) {
      align-self: start;
      padding-block: 10px;
    }
    .review .answer {
      grid-column: 2;
      grid-row: 1;
    }
    .cando {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    .bar,
    .buttons,
    .side,
    details {
      display: none;
    }
    .frame {
      border: 0;
    }
  }
`;
