import type {CompiledGemeente, Contact} from '@baken/model/rules/gemeente';
import {listSigns} from '@baken/model/rules/signs';

import {html, type Html} from './html.js';
import {type PageParts, renderPage} from './page-layout.js';
import {type Address, createWords, type WordKey, type Words} from './words.js';

/** What the pages of one gemeente need. */
export interface GemeenteSite {
  /** The compiled file in the first language. */
  readonly gemeente: CompiledGemeente;
  readonly address: Address;
  /** `integrity` of the shipped scripts, by file name. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** The topic of the page about nuisance: the report button chooses its first questions by it. */
const NUISANCE = 'woonoverlast';

/** The number of signs that the page about nuisance shows; the form shows them all. */
const SIGNS_SHOWN = 4;

/**
 * The numbers on the pages of a gemeente, as far as it shows them at all. Only these: the name of a regional desk
 * can tell who looks over a shoulder what the page is for.
 */
const CALLS = ['112', 'politie', 'meld-misdaad-anoniem'];

/** Who residents can turn to, besides the first desk of the gemeente. The other contacts are for staff. */
const RESIDENTS = [
  '112',
  'politie',
  'comensha',
  'meld-misdaad-anoniem',
  'veilig-thuis',
  'arbeidsinspectie',
  'kindertelefoon',
];

const icon = (path: string): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`;

const icons = {
  chevron: icon('m9.5 6 6 6-6 6'),
  phone: icon(
    'M6.5 3.75h2.7l1.5 4.2-2 1.5a11.5 11.5 0 0 0 5.85 5.85l1.5-2 4.2 1.5v2.7a2 2 0 0 1-2.2 2' +
      'A16.5 16.5 0 0 1 4.5 5.95a2 2 0 0 1 2-2.2z',
  ),
};

/** The words of one gemeente, with its name filled in. */
export function wordsOf({gemeente, address}: Pick<GemeenteSite, 'gemeente' | 'address'>): Words {
  return createWords(address, {gemeente: gemeente.gemeente.name});
}

/** Writes a page in the house style of a gemeente. */
export function renderGemeentePage(
  site: GemeenteSite,
  page: Pick<PageParts, 'title' | 'main'> & {
    /** File name of the shipped script; a page with one also loads the style sheet of the snippet. */
    readonly script?: string;
    /** The site for staff in place of the one for residents. */
    readonly isIntranet?: true;
  },
): Html {
  const {content, gemeente: {id}} = site.gemeente;
  const {title, main, script, isIntranet = false} = page;
  const words = wordsOf(site);
  const review = content === 'unreviewed' ? words('footer.unreviewed') : words('footer.reviewed', content);
  const styles = ['/styles/base.css', `/styles/${id}.css`];
  return renderPage({
    title: words(isIntranet ? 'intranet.page' : 'site.title', {page: title}),
    words,
    theme: `${id}-theme`,
    ...(script === undefined
      ? {styles}
      : {
          styles: [...styles, '/assets/baken.css'],
          script: {src: `/assets/${script}`, integrity: site.integrity[script]},
        }),
    brand: isIntranet
      ? {name: words('intranet.name'), href: `/${id}/intranet/`}
      : {name: words('site.name'), href: `/${id}/`},
    main,
    footer: html`<p>${words('footer.example')} ${review} ${
      isIntranet ? words('intranet.private') : undefined
    }</p><p><a href="/">${words('footer.all')}</a></p>`,
  });
}

/** Writes where a page is: `home` is the address of the first page, the parents are names. */
export function renderTrail(words: Words, home: string, parents: readonly string[], page: string): Html {
  return html`<nav class="trail" aria-label="${words('trail.label')}"><ol>
      <li><a href="${home}">${words('trail.home')}</a></li>
      ${parents.map((parent) => html`<li>${parent}</li>`)}<li aria-current="page">${page}</li>
    </ol></nav>`;
}

function callsOf({help, contacts}: CompiledGemeente): readonly Contact[] {
  return CALLS.flatMap((id) => contacts.filter((contact) => contact.id === id && contact.phone && help.includes(id)));
}

function renderCall({name, phone, hours}: Contact): Html {
  return html`
        <li>
          <span class="calls-name">${name}</span>
          <a class="calls-number" href="tel:${phone?.dial}">${icons.phone}${phone?.shown}</a>
          ${hours === undefined ? undefined : html`<span class="calls-hours">${hours}</span>`}
        </li>`;
}

function renderCalls(site: GemeenteSite): Html {
  return html`<section class="calls" aria-labelledby="bellen">
        <h2 id="bellen">${wordsOf(site)('calls.heading')}</h2>
        ${renderNumbers(site)}
      </section>`;
}

/** Writes the numbers that every page may show; also what stands in a contact card until it has loaded. */
export function renderNumbers({gemeente}: GemeenteSite): Html {
  return html`<ul>${callsOf(gemeente).map(renderCall)}</ul>`;
}

/** Writes one of the things to do on a first page. */
export function renderTask(href: string, title: string, text: string): Html {
  return html`<li class="task"><h3><a href="${href}">${title}</a></h3><p>${text}</p>${icons.chevron}</li>`;
}

/** Writes the first page of a gemeente. */
export function renderHome(site: GemeenteSite): Html {
  const words = wordsOf(site);
  const {id} = site.gemeente.gemeente;
  return renderGemeentePage(site, {
    title: words('home.title'),
    main: html`
    <div class="hero"><h1>${words('home.heading')}</h1><p class="lead">${words('home.lead')}</p></div>
    <div class="columns">
      <div class="text">
        <h2 class="first">${words('home.tasks')}</h2>
        <ul class="tasks">
          ${renderTask(`/${id}/woonoverlast`, words('home.nuisance.title'), words('home.nuisance.text'))}
          ${renderTask(`/${id}/signaal`, words('home.signal.title'), words('home.signal.text'))}
          ${renderTask(`/${id}/contact`, words('home.contact.title'), words('home.contact.text'))}
        </ul>
        <h2>${words('home.about.heading')}</h2>
        <p>${words('home.about.text')}</p>
      </div>
      ${renderCalls(site)}
    </div>`,
  });
}

/** Writes the page of a neighbouring process: text of the gemeente around a report button. */
export function renderNuisance(site: GemeenteSite): Html {
  const words = wordsOf(site);
  const {gemeente} = site;
  const {id} = gemeente.gemeente;
  // A sign of present danger belongs with 112, not in a list to keep an eye on.
  const signs = (gemeente.topics[NUISANCE]?.signs ?? [])
    .flatMap((sign) => listSigns(gemeente).filter(({id, isUrgent}) => id === sign && !isUrgent))
    .slice(0, SIGNS_SHOWN);
  return renderGemeentePage(site, {
    title: words('nuisance.title'),
    script: 'baken-button.js',
    main: html`
    ${renderTrail(words, `/${id}/`, [words('trail.living')], words('nuisance.title'))}
    <div class="columns">
      <div class="text">
        <h1>${words('nuisance.title')}</h1>
        <p class="lead">${words('nuisance.lead')}</p>
        <p>${words('nuisance.more')}</p>
        <div class="report">
          <div><h2>${words('nuisance.report.heading')}</h2><p>${words('nuisance.report.text')}</p></div>
          <baken-report-button topic="${NUISANCE}" config-src="/assets/${id}.json"><a href="/${id}/signaal">${
            words('nuisance.report.link')
          }</a></baken-report-button>
        </div>
        ${signs.length > 0 ? html`<h2>${words('nuisance.signs')}</h2>
        <ul>${signs.map((sign) => html`<li>${sign.label}</li>`)}</ul>` : undefined}
        <h2>${words('nuisance.plain.heading')}</h2>
        <p>${words('nuisance.plain.text')}</p>
      </div>
      ${renderCalls(site)}
    </div>`,
  });
}

function phoneOf(gemeente: CompiledGemeente, id: string): Html | undefined {
  const phone = gemeente.contacts.find((contact) => contact.id === id)?.phone;
  return phone && html`<a href="tel:${phone.dial}">${phone.shown}</a>`;
}

/** Writes what a visitor does when a widget does not load: the two numbers, with links. */
export function renderFallback(site: GemeenteSite): Html {
  const {gemeente} = site;
  return html`<p>${renderSentence(wordsOf(site), 'signal.fallback', {
    police: phoneOf(gemeente, 'politie'),
    emergency: phoneOf(gemeente, '112'),
  })}</p>`;
}

/** Fills a sentence with links where it has placeholders. */
function renderSentence(words: Words, key: WordKey, links: Readonly<Record<string, Html | undefined>>): Html {
  const marks = Object.fromEntries(Object.keys(links).map((name) => [name, `{${name}}`]));
  return html`${words(key, marks).split(/(\{\w+\})/).map((part) => links[part.slice(1, -1)] ?? part)}`;
}

/** Writes the page with the signal form: the snippet as published, and one paragraph under it. */
export function renderSignal(site: GemeenteSite): Html {
  const words = wordsOf(site);
  const {id} = site.gemeente.gemeente;
  return renderGemeentePage(site, {
    title: words('signal.title'),
    script: 'baken.js',
    main: html`
    ${renderTrail(words, `/${id}/`, [], words('signal.title'))}
    <h1>${words('signal.title')}</h1>
    <p class="lead">${words('signal.lead')}</p>
    <baken-gemeente config-src="/assets/${id}.json">
      <baken-signal-form>${renderFallback(site)}</baken-signal-form>
    </baken-gemeente>
    <p class="below">${renderSentence(words, 'signal.below', {
      nuisance: html`<a href="/${id}/woonoverlast">${words('signal.below.nuisance')}</a>`,
      home: html`<a href="/${id}/">${words('signal.below.home')}</a>`,
    })}</p>`,
  });
}

/** Writes the page with the contact cards: who can be called, and who is open now. */
export function renderContact(site: GemeenteSite): Html {
  const words = wordsOf(site);
  const {steps, gemeente: {id}} = site.gemeente;
  // The compiled file names the first desk only where it asks for it.
  const [desk] = steps.find((step) => step.id === 'work-advice')?.contacts ?? [];
  const [emergency, police, ...others] = RESIDENTS;
  const asked = [emergency, police, desk, ...others].filter((one) => one !== undefined);
  return renderGemeentePage(site, {
    title: words('contact.title'),
    script: 'baken-contacts.js',
    main: html`
    ${renderTrail(words, `/${id}/`, [], words('contact.title'))}
    <h1>${words('contact.heading')}</h1>
    <p class="lead">${words('contact.lead')}</p>
    <baken-contact-card contact="${asked.join(' ')}" config-src="/assets/${id}.json">
      <div class="calls">${renderNumbers(site)}</div>
    </baken-contact-card>`,
  });
}
