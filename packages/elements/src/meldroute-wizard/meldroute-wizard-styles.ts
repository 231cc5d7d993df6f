import {css} from '../parts/sheet.js';

export const meldrouteWizardStyles = css`
  ol {
    margin: 0;
    padding: 0;
  }

  /* What is certain. */
  .panel + .step {
    margin-block-start: 24px;
  }
  .panel .buttons {
    gap: 8px 16px;
    margin-block-start: 8px;
  }
  .panel .buttons > .button.small {
    flex: none;
  }
  .panel .buttons > .quiet {
    margin-inline: -6px;
  }
  /* The same while the record is written; there it also stands on a wide screen. */
  .panel.danger:not(.first) + .step {
    margin-block-start: 24px;
  }
  .sure {
    list-style: none;
    display: grid;
    gap: 12px;
    margin-block-start: 12px;
  }
  .sure > li {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 16px;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    line-height: 1.45;
  }
  .sure > .now {
    border: 2px solid var(--_danger);
    padding: 15px;
  }
  .sure .who {
    font-weight: 600;
  }
  .given {
    font-size: calc(var(--_t) * 0.95);
    margin-block-start: 8px;
  }
  .given > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    padding-block: 6px;
    border-block-start: 1px solid var(--_line);
    line-height: 1.4;
  }
  .given > :last-child {
    border-block-end: 1px solid var(--_line);
  }
  .given + p {
    margin-block-start: 8px;
  }
  .given dt {
    color: var(--_subtle);
    grid-column: 1;
  }
  .given .answer {
    grid-column: 1;
    font-weight: 600;
  }
  .given .change {
    grid-column: 2;
    grid-row: 1 / span 2;
  }

  /* The question. */
  .purpose .answers {
    grid-template-columns: 1fr 1fr;
    margin-block-start: 8px;
  }
  .purpose .answers > :nth-child(3) {
    grid-column: 1 / -1;
  }
  .purpose .choice {
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 12px;
  }
  .call-now {
    padding-block: 8px;
  }
  form > .panel,
  [role='status'] > .panel {
    margin-block-start: 24px;
  }
  .more {
    margin-block-start: 32px;
  }

  /* The result. */
  .routes {
    list-style: none;
    margin-block-start: 24px;
  }
  .route,
  .what,
  .reach {
    grid-template-columns: minmax(0, 1fr);
  }
  /* Dark, the red of the button is too near to that of the panel around it. */
  .button.danger.small {
    border-color: var(--_danger);
  }
  .route {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px 24px;
    padding-block: 24px;
    border-block-start: 1px solid var(--_line);
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    align-content: start;
    line-height: 1.4;
  }
  .day {
    color: var(--_subtle);
    font-size: calc(var(--_t) * 0.9);
  }
  .day b {
    color: var(--_text);
    font-weight: 600;
  }
  .what {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .say {
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--_line);
    max-inline-size: 36em;
  }
  .now .say {
    border-color: var(--_danger);
  }
  .reach {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .reach .buttons,
  .route .buttons {
    gap: 12px 16px;
    margin-block-start: 0;
  }
  .reach .name {
    font-weight: 600;
    line-height: 1.35;
  }
  .done {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
  }
  .done label {
    cursor: pointer;
  }
  .done label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .finished :is(h3, .say) {
    color: var(--_subtle);
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: center;
  }
  .act > .button {
    flex-wrap: nowrap;
    padding-inline: 12px;
  }
  .end {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 24px;
  }
  .states > div {
    grid-template-columns: minmax(0, 1fr);
  }
  .states .change {
    grid-column: 1;
    grid-row: auto;
  }
  .side h3 {
    margin-block-end: 8px;
  }
  .side .buttons {
    gap: 12px;
    margin-block-start: 12px;
  }
  .switch {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }

  /* Registering. */
  .review .answer {
    max-inline-size: 36em;
  }
  .review li + li {
    margin-block-start: 4px;
  }

  /* The frame that prints, seen by nobody. */
  .away {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
  }
  .away > iframe {
    inline-size: 186mm;
    block-size: 270mm;
    border: 0;
  }

  @container (max-width: 28em) {
    .act > .button {
      flex: 1 1 auto;
    }
  }
  @container (min-width: 40em) {
    .purpose .answers {
      grid-template-columns: repeat(3, 1fr);
    }
    .purpose .answers > :nth-child(3) {
      grid-column: auto;
    }
    .route {
      grid-template-columns: 10em minmax(0, 1fr);
    }
    .when {
      display: grid;
      justify-items: start;
    }
    .day b {
      display: block;
    }
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
  }
  @container (min-width: 56em) {
    .first {
      display: none;
    }
  }
  @media print {
    .bar,
    .buttons,
    .act .button,
    details {
      display: none;
    }
    .frame {
      border: 0;
    }
  }
`;
