import {html, nothing, type TemplateResult} from 'lit/html.js';

import type {AnswerError} from '@baken/model/rules/answers';

import {icon} from './icon.js';
import {need, type Words} from './words.js';

/** The id of the heading of every screen: it gets the focus when the screen changes. */
export const TITLE_ID = 'title';

/** Something to draw, or nothing. */
export type Drawn = TemplateResult | typeof nothing;

/** The heading of a screen. */
export const title = (text: string): TemplateResult => html`<h2 id=${TITLE_ID} tabindex="-1">${need(text)}</h2>`;

/** A paragraph, or nothing without a sentence. */
export const paragraph = (text: string | undefined, kind = ''): Drawn =>
  text === undefined ? nothing : html`<p class=${kind}>${need(text)}</p>`;

/** A button that does something at once; `before` is its icon. */
export const button = (text: string, onClick: () => void, kind = 'button', before: Drawn = nothing): TemplateResult =>
  html`<button type="button" class=${kind} @click=${onClick}>${before}${need(text)}</button>`;

/** A box with an icon, a heading and what belongs under it. `kind` is `tint`, `danger`, `warning` or empty. */
export const panel = (kind: string, name: string, heading: string, body: Drawn): TemplateResult =>
  html`<div class="panel ${kind}">
    ${icon(name)}
    <div class="stack-s">
      <h3>${need(heading)}</h3>
      ${body}
    </div>
  </div>`;

/** What most people skip, behind a line that opens it. */
export const more = (heading: string, body: Drawn): TemplateResult => html`<details>
  <summary>${icon('next', 's flip')}<span>${need(heading)}</span></summary>
  <div class="body stack-s">${body}</div>
</details>`;

/** The way to 112. */
export const callEmergency = (words: Words, kind = ''): TemplateResult => {
  const [before, after] = words.get('call', {number: '\n'}).split('\n');
  return html`<a class="button danger ${kind}" href="tel:112"
    >${icon('phone', 's')}<span>${before}<bdi class="num" dir="ltr">112</bdi>${after}</span></a
  >`;
};

/** What keeps someone at this screen, above it, each line a link to its field. Nothing without errors. */
export const errorSummary = (
  errors: readonly AnswerError[],
  words: Words,
  onShowError: (question: string) => void,
): Drawn =>
  errors.length === 0
    ? nothing
    : html`<div class="summary" role="group" aria-labelledby="summary">
        <h2 id="summary" tabindex="-1">
          ${icon('alert')}<span>${words.count('error.title', errors.length)}</span>
        </h2>
        <ul>
          ${errors.map(
            ({question, message}) =>
              html`<li>
                <a
                  href="#${question}"
                  @click=${(event: Event) => {
                    event.preventDefault();
                    onShowError(question);
                  }}
                  >${message}</a
                >
              </li>`,
          )}
        </ul>
      </div>`;
