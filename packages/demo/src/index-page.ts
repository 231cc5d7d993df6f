import type {GemeenteSite} from './gemeente-pages.js';
import {html, type Html} from './html.js';
import {renderPage} from './page-layout.js';
import {createWords} from './words.js';

const words = createWords('u');

/** Writes the page that leads to every sample gemeente, each card in the house style of its own. */
export function renderIndex(sites: readonly GemeenteSite[], inbox: string): Html {
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
