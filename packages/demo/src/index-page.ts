import type {GemeenteSite} from './gemeente-pages.js';
import {html, type Html} from './html.js';
import {renderPage} from './page-layout.js';
import {createWords} from './words.js';

const words = createWords('u');

function renderIntranets(sites: readonly GemeenteSite[]): Html {
  return html`<section class="text inbox-link" aria-labelledby="intranet">
      <h2 id="intranet">${words('index.intranet.title')}</h2>
      <p>${words('index.intranet.text')}</p>
      <ul class="intranets">${sites.map(({gemeente: {gemeente: {id, name}}}) => html`
        <li><a href="/${id}/intranet/">${words('intranet.name', {gemeente: name})}</a></li>`)}
      </ul>
    </section>`;
}

/**
 * Writes the page that leads to every sample gemeente, each card in the house style of its own, and to the pages for
 * staff of those that have them.
 */
export function renderIndex(from: {
  readonly sites: readonly GemeenteSite[];
  readonly intranets: readonly GemeenteSite[];
  /** Address of the inbox. */
  readonly inbox: string;
}): Html {
  const {sites, intranets, inbox} = from;
  const gemeenten = sites.map(({gemeente}) => gemeente.gemeente);
  return renderPage({
    title: words('index.title'),
    words,
    theme: 'demo-theme',
    styles: ['/styles/base.css', '/styles/demo.css', ...gemeenten.map(({id}) => `/styles/${id}.css`)],
    brand: {name: words('index.title')},
    main: html`
    <h1>${words('index.heading')}</h1>
    <p class="lead">${words('index.lead')}</p>
    <ul class="gemeenten" aria-label="${words('index.list')}">${gemeenten.map(({id, name}) => html`
      <li class="card ${id}-theme">
        <div class="card-head">
          <span class="mark" aria-hidden="true"></span>
          <h2><a href="/${id}/">${words('site.name', {gemeente: name})}</a></h2>
        </div>
        <p class="card-open" aria-hidden="true">${words('index.open')}</p>
      </li>`)}
    </ul>
    ${intranets.length > 0 ? renderIntranets(intranets) : undefined}
    <section class="text inbox-link" aria-labelledby="postvak"><h2 id="postvak">${words('index.inbox.title')}</h2><p>${
      words('index.inbox.text')
    } <a href="${inbox}">${words('index.inbox.link')}</a></p></section>`,
    footer: html`<p>${words('index.footer')}</p>`,
  });
}

/** Writes a page that only says what went wrong: `missing` for an address that leads nowhere. */
export function renderNotice(what: 'missing' | 'failed'): Html {
  return renderPage({
    title: words(`${what}.title`),
    words,
    theme: 'demo-theme',
    styles: ['/styles/base.css', '/styles/demo.css'],
    brand: {name: words('index.title'), href: '/'},
    main: html`
    <h1>${words(`${what}.title`)}</h1>
    <p class="lead">${words(`${what}.text`)}</p>
    <p><a href="/">${words(`${what}.link`)}</a></p>`,
    footer: html`<p>${words('index.footer')}</p>`,
  });
}
