import {html, nothing, render, type TemplateResult} from 'lit/html.js';

import {exampleMark} from '../parts/contacts.js';
import {css} from '../parts/sheet.js';
import type {StaffWords} from '../parts/staff-words.js';
import {need} from '../parts/words.js';
import type {Plan, PlanContact, PlanStep, SpokenConsent} from './meldroute-wizard-plan.js';

/** One sheet of A4 in black on white: the paper has no theme. Sizes in points; `fit-1` and on are for longer plans. */
const sheetStyles = css`
  /* No room for the header and footer of the browser: they would print the address of the page. */
  @page {
    size: A4;
    margin: 0;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  body {
    color: #000;
    background: #fff;
    font: 10pt / 1.3 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, 'Noto Sans Arabic', sans-serif;
    overflow-wrap: break-word;
  }
  /* As wide as the paper, whatever the frame is: WebKit sizes a frame only once it is drawn. */
  @media screen {
    body {
      inline-size: 186mm;
    }
  }
  @media print {
    body {
      padding: 12mm;
    }
  }
  .fit-1 {
    font-size: 9.5pt;
  }
  .fit-2 {
    font-size: 9pt;
  }
  .fit-3 {
    font-size: 8.5pt;
  }
  .fit-4 {
    font-size: 8pt;
  }
  .fit-5 {
    font-size: 7.5pt;
  }
  .fit-6 {
    font-size: 7pt;
  }
  .fit-7 {
    font-size: 6.5pt;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    justify-content: space-between;
    padding-block-end: 0.5em;
    border-block-end: 1.5pt solid #000;
  }
  h1 {
    font-size: 1.6em;
    line-height: 1.2;
  }
  h2 {
    font-size: 1.1em;
    line-height: 1.25;
  }
  ol,
  ul {
    list-style: none;
  }
  ol {
    columns: 2;
    column-gap: 8mm;
    column-rule: 0.5pt solid #999;
    margin-block: 0.75em;
  }
  ol > li {
    break-inside: avoid;
    padding-block: 0.5em;
    padding-inline-end: 1pt;
    border-block-start: 0.5pt solid #999;
  }
  ol > li:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .head {
    display: flex;
    gap: 0.6em;
    justify-content: space-between;
  }
  .box {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 1pt solid #000;
  }
  .when {
    font-weight: 700;
  }
  .now {
    display: inline-block;
    padding-inline: 0.5em;
    border: 1.5pt solid #000;
  }
  .contact b {
    overflow-wrap: anywhere;
  }
  .num {
    white-space: nowrap;
  }
  h2 + p {
    color: #333;
  }
  .not::before {
    content: '× ';
    font-weight: 700;
  }
  .example {
    border: 0.5pt dashed #666;
    padding-inline: 0.3em;
    line-height: 1;
    white-space: nowrap;
  }
  footer {
    display: grid;
    grid-template-columns: 2fr 1fr;
    gap: 8mm;
    padding-block-start: 0.6em;
    border-block-start: 1.5pt solid #000;
  }
  footer section:first-child ul {
    columns: 2;
    column-gap: 8mm;
  }
  footer li::before {
    content: '– ';
  }
`;

const SIZES = 8;

/** The height of A4 between its margins, less 3 mm for what printers do differently; in CSS pixels. */
const ROOM = ((297 - 24 - 3) * 96) / 25.4;

/** What goes on the paper. */
export interface Sheet {
  readonly plan: Plan;
  readonly consent: readonly SpokenConsent[];
  readonly words: StaffWords;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const contactLine = ({card}: PlanContact, words: StaffWords): TemplateResult => {
  const {phone, email, chat, url} = card;
  return html`<p class="contact">
    ${need(card.name)}${exampleMark(card.example, words)}:
    <b><bdi class=${phone ? 'num' : ''} dir="ltr">${phone?.shown ?? email ?? chat ?? url}</bdi></b>
  </p>`;
};

const stepItem = (step: PlanStep, words: StaffWords): TemplateResult => {
  const contacts = [step.contact, step.instead, ...step.others.slice(0, 2)].filter((contact) => contact !== undefined);
  return html`<li>
    <div class="head">
      <p class="when">
        <span class=${step.route.emergency ? 'now' : ''}>${step.tag}</span
        >${[step.day, step.time, step.again].filter(Boolean).map((part) => `, ${part}`)}
      </p>
      <span class="box"></span>
    </div>
    <h2>${step.title}</h2>
    ${step.actor ? html`<p>${step.actor}</p>` : nothing} ${contacts.map((contact) => contactLine(contact, words))}
    <p>${[...step.say, step.note].filter(Boolean).join(' ')}</p>
    ${step.dont.map((line) => html`<p class="not">${line}</p>`)}
  </li>`;
};

const sheetBody = ({plan, consent, words}: Sheet): TemplateResult => html`
  <header>
    <h1>${words.get('wizard.print.title')}</h1>
    <p>${plan.made}</p>
  </header>
  <ol>
    ${plan.steps.map((step) => stepItem(step, words))}
  </ol>
  <footer>
    <section>
      <h2>${words.get('wizard.dont.title')}</h2>
      <ul>
        ${plan.dont.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
    ${consent.length === 0
      ? nothing
      : html`<section>
          <h2>${words.get('wizard.consent.title')}</h2>
          <ul>
            ${consent.map(({label, said}) => html`<li>${label}: ${said}</li>`)}
          </ul>
        </section>`}
  </footer>
`;

/** Draws the sheet in a document, in the largest letters with which it fits on one page. */
export function fillSheet(paper: Document, sheet: Sheet): void {
  const view = paper.defaultView;
  if (!view) throw new TypeError('the document is not shown');
  // A document only takes style sheets of its own, and these need no `style-src`.
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(sheetStyles);
  paper.adoptedStyleSheets = [styles];
  paper.title = sheet.words.get('wizard.print.title');
  paper.documentElement.lang = sheet.language;
  paper.documentElement.dir = sheet.direction;
  render(sheetBody(sheet), paper.body);
  for (let size = 0; size < SIZES; size += 1) {
    paper.body.className = `fit-${size}`;
    if ((paper.body.lastElementChild?.getBoundingClientRect().bottom ?? 0) <= ROOM) return;
  }
}

/**
 * Prints a sheet from a frame in the root of a widget. The page around it is not printed, keeps its title, and hears
 * nothing: a frame in a closed root is in no list of frames. The frame goes as soon as the printing is over.
 */
export class SheetPrinter {
  #place: HTMLElement | undefined;

  /** Prints; calls `onFail` where the browser gives the frame no document that we may fill. */
  print(root: ShadowRoot, sheet: Sheet, onFail: () => void): void {
    this.stop();
    const place = document.createElement('div');
    const frame = document.createElement('iframe');
    place.className = 'away';
    place.ariaHidden = 'true';
    frame.tabIndex = -1;
    frame.addEventListener('load', () => {
      const paper = frame.contentDocument;
      const view = paper?.defaultView;
      // Firefox may load the empty page after it was stopped.
      if (this.#place !== place) return;
      try {
        if (!paper || !view) throw new TypeError('there is no document');
        fillSheet(paper, sheet);
        view.addEventListener('afterprint', () => this.stop());
        view.print();
      } catch {
        this.stop();
        onFail();
      }
    }, {once: true});
    place.append(frame);
    this.#place = place;
    root.append(place);
  }

  /** Takes the frame away, with all that stands in it. */
  stop(): void {
    this.#place?.remove();
    this.#place = undefined;
  }
}
