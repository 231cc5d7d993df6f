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
