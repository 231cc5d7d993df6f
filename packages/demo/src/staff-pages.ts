import {
  type GemeenteSite,
  renderFallback,
  renderGemeentePage,
  renderNumbers,
  renderTask,
  renderTrail,
  wordsOf,
} from './gemeente-pages.js';
import {html, type Html} from './html.js';
import type {WordKey} from './words.js';

interface StaffPage {
  /** The last part of its address. */
  readonly path: string;
  /** First part of the keys of its words. */
  readonly key: 'route' | 'signs' | 'practice' | 'people';
  readonly render: (site: GemeenteSite) => Html;
}

const wizard = (site: GemeenteSite): Html =>
  html`<baken-meldroute-wizard>${renderFallback(site)}</baken-meldroute-wizard>`;

const checklist = (site: GemeenteSite): Html =>
  html`<baken-risk-checklist>${renderFallback(site)}</baken-risk-checklist>`;

const pages: readonly StaffPage[] = [
  {path: 'meldroute', key: 'route', render: wizard},
  // The wizard stands under the list, which hands over what was ticked.
  {path: 'tekens', key: 'signs', render: (site) => html`${checklist(site)}\n      ${wizard(site)}`},
  {
    path: 'oefenen',
    key: 'practice',
    render: (site) => html`<baken-risk-checklist practice>${renderFallback(site)}</baken-risk-checklist>`,
  },
  {
    path: 'contact',
    key: 'people',
    render: (site) =>
      html`<baken-contact-card><div class="calls">${renderNumbers(site)}</div></baken-contact-card>`,
  },
];

function renderHome(site: GemeenteSite): Html {
  const words = wordsOf(site);
  const home = `/${site.gemeente.gemeente.id}/intranet/`;
  return renderGemeentePage(site, {
    title: words('intranet.title'),
    isIntranet: true,
    main: html`
    <div class="hero"><h1>${words('intranet.heading')}</h1><p class="lead">${words('intranet.lead')}</p></div>
    <div class="text">
      <h2 class="first">${words('intranet.tasks')}</h2>
      <ul class="tasks">${pages.map(({path, key}) => html`
        ${renderTask(home + path, words(`${key}.title`), words(`${key}.text`))}`)}
      </ul>
    </div>`,
  });
}

function renderStaffPage(site: GemeenteSite, {key, render}: StaffPage): Html {
  const words = wordsOf(site);
  const {id} = site.gemeente.gemeente;
  const title: WordKey = `${key}.title`;
  return renderGemeentePage(site, {
    title: words(title),
    isIntranet: true,
    script: 'baken-staff.js',
    main: html`
    ${renderTrail(words, `/${id}/intranet/`, [], words(title))}
    <h1>${words(title)}</h1>
    <p class="lead">${words(`${key}.lead`)}</p>
    <baken-gemeente config-src="/assets/${id}.staff.json">
      ${render(site)}
    </baken-gemeente>`,
  });
}

/** Writes the pages for staff of a gemeente, by address. They speak to staff as `je`, whatever residents are called. */
export function renderIntranet(site: GemeenteSite): ReadonlyMap<string, Html> {
  const own: GemeenteSite = {...site, address: 'je'};
  const home = `/${site.gemeente.gemeente.id}/intranet/`;
  return new Map([
    [home, renderHome(own)],
    ...pages.map((page) => [home + page.path, renderStaffPage(own, page)] as const),
  ]);
}
