import {html, type TemplateResult} from 'lit/html.js';

/** The states of the report button; the words are those of the page around it. */
export const reportButtonExamples: readonly {readonly name: string; readonly render: () => TemplateResult}[] = [
  {
    name: 'a link that opens the form',
    render: () => html`<baken-report-button><a href="#signaal">Geef een signaal door</a></baken-report-button>`,
  },
  {
    name: 'beside a neighbouring subject',
    render: () => html`
      <baken-report-button topic="woonoverlast">
        <a href="#signaal">Denkt u dat iemand wordt gedwongen?</a>
      </baken-report-button>
    `,
  },
  {
    name: 'always to the page',
    render: () => html`<baken-report-button page><a href="#signaal">Naar het formulier</a></baken-report-button>`,
  },
];
