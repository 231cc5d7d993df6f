import {html, type Html} from './html.js';
import type {Words} from './words.js';

/** What differs between two pages. */
export interface PageParts {
  /** The whole text of `<title>`. Neutral: it stays in the history of a shared device. */
  readonly title: string;
  readonly words: Words;
  /** Class on `<html>` that carries the house style. */
  readonly theme: string;
  /** Paths of style sheets, in order. */
  readonly styles: readonly string[];
  /** The one script of the page, as a gemeente writes it down. */
  readonly script?: {readonly src: string; readonly integrity: string | undefined};
  /** The name beside the mark; a link when there is somewhere to go. */
  readonly brand: {readonly name: string; readonly href?: string};
  readonly main: Html;
  readonly footer: Html;
}

function renderBrand({name, href}: PageParts['brand']): Html {
  const content = html`<span class="mark" aria-hidden="true"></span><span>${name}</span>`;
  return href === undefined
    ? html`<span class="brand">${content}</span>`
    : html`<a class="brand" href="${href}">${content}</a>`;
}

function renderScript({src, integrity}: NonNullable<PageParts['script']>): Html {
  return html`<script type="module" src="${src}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

/** Writes a whole page: the skip link, the banner that every page of the demo carries, and the landmarks. */
export function renderPage({title, words, theme, styles, script, brand, main, footer}: PageParts): Html {
  return html`<!doctype html>
<html lang="nl" class="${theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  ${styles.map((style) => html`<link rel="stylesheet" href="${style}">\n  `)}${script && renderScript(script)}
</head>
<body>
  <a class="skip" href="#inhoud">${words('skip')}</a>
  <aside class="banner" aria-label="${words('banner.label')}"><p>${words('banner.text')}</p></aside>
  <header class="head"><div class="wide head-row">${renderBrand(brand)}</div></header>
  <main class="main" id="inhoud" tabindex="-1"><div class="wide">${main}</div></main>
  <footer class="foot"><div class="wide">${footer}</div></footer>
</body>
</html>
`;
}
