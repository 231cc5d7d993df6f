import {css} from './sheet.js';

/** The look of the review before sending and of each outcome, for all that is sent. After the base styles. */
export const sendingStyles = css`
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
    grid-template-columns: minmax(0, 1fr);
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
    border-block-start-color: var(--_button);
    border-radius: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ring {
      animation: turn 1.2s linear infinite;
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
    border-radius: calc(var(--_radius) * 1.5);
  }
  .code {
    font-size: min(2.2em, 10cqi);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.02em;
  }
`;
