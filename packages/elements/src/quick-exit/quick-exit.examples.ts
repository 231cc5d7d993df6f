import {html, type TemplateResult} from 'lit/html.js';

/** The states of the leave button; the words are those of the page around it. */
export const quickExitExamples: readonly {readonly name: string; readonly render: () => TemplateResult}[] = [
  {
    name: 'with the link of the page',
    render: () => html`
      <baken-quick-exit><a href="https://www.rijksoverheid.nl/" rel="noreferrer">Direct verlaten</a></baken-quick-exit>
    `,
  },
  {
    name: 'from right to left',
    render: () => html`
      <div dir="rtl" lang="ar">
        <baken-quick-exit><a href="https://www.rijksoverheid.nl/" rel="noreferrer">مغادرة فورا</a></baken-quick-exit>
      </div>
    `,
  },
];
