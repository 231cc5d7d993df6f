import {css} from '../parts/sheet.js';

/** The look of the cards, after the base styles: one column on a phone, two where there is room. */
export const contactCardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-inline-size: 0;
    padding: clamp(16px, 5cqi, 24px);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .note {
    margin-block-start: 16px;
  }
  .head {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .card h2 {
    font-size: calc(var(--_t) * 1.2);
    line-height: 1.3;
  }
  .card h3 {
    font-size: calc(var(--_t) * 1.1);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    padding-block: 2px;
    padding-inline: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: 16px;
    color: var(--_subtle);
    font-size: calc(var(--_t) * 0.9);
    font-weight: 600;
  }
  .tag > .icon {
    inline-size: 18px;
    block-size: 18px;
  }
  .tag.open {
    border-color: transparent;
    background: color-mix(in srgb, var(--_success) 10%, var(--_surface));
    color: var(--_success);
  }
  .tag.shut {
    border-color: transparent;
    background: var(--_warning-tint);
    color: var(--_warning);
  }
  .tag > span {
    text-wrap: balance;
  }
  .actions {
    display: grid;
    gap: 12px;
  }
  .actions .button {
    flex-wrap: nowrap;
    padding-inline: 16px;
    text-align: start;
  }
  .actions .num {
    font-size: calc(var(--_t) * 1.1);
  }
  .instead {
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .instead > .actions {
    margin-block-start: 4px;
  }
  .also {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
  }
  .also .target {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .facts {
    list-style: none;
  }
  .facts > li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 10px;
    align-items: start;
    padding-block: 4px;
  }
  .facts .icon {
    margin-block-start: 2px;
    color: var(--_subtle);
  }
  .target {
    display: inline-block;
    min-block-size: 44px;
    padding-block: 10px;
    margin-block: -10px;
    line-height: 24px;
  }
  .facts > li:has(.target) {
    padding-block: 10px;
  }
  .save {
    margin-block-start: auto;
    padding-block-start: 4px;
    border-block-start: 1px solid var(--_line);
  }
  .save > summary {
    gap: 10px;
  }
  .save > .body > * + * {
    margin-block-start: 12px;
  }
  @container (min-width: 44em) {
    .cards:has(> :nth-child(2)) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 24px;
    }
    .cards:not(:has(> :nth-child(2))) > .card {
      max-inline-size: 36em;
    }
  }
  @media (forced-colors: active) {
    .tag.tag {
      border-color: CanvasText;
    }
  }
  /* What is true now is not true on paper, where nobody can follow a link either. */
  @media print {
    .card {
      break-inside: avoid;
    }
    .save,
    .tag:not(.always) {
      display: none;
    }
    .button.button {
      border-color: currentColor;
      background: none;
      color: inherit;
    }
    [href^='http']::after {
      content: ' ' attr(href);
      font-weight: 400;
    }
  }
`;
