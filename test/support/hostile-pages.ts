/** A style sheet of a page that knows nothing of widgets, and what it may do to them. */
export interface HostilePage {
  readonly name: string;
  readonly css: string;
  readonly dir?: 'rtl';
  /**
   * `letters`: the words of a link of the page are the page's own, so they may take more room. `gone`: what a page hides
   * of its own stays hidden. `place`: they stand on the other side.
   */
  readonly links?: 'letters' | 'gone' | 'place';
  /** Who asks for letters of this size gets them. */
  readonly grows?: true;
}

const widgets = [
  'baken-gemeente',
  'baken-signal-form',
  'baken-report-button',
  'baken-quick-exit',
  'baken-contact-card',
  'baken-meldroute-wizard',
  'baken-risk-checklist',
].join(',');

/** What Tailwind 4 does to every page (its `preflight.css`), said in our own words; without what no widget has. */
const preflight = `
*, ::before, ::after, ::backdrop, ::file-selector-button {margin: 0; padding: 0; border: 0 solid; box-sizing: border-box}
html, :host {
  line-height: 1.5; tab-size: 4; font-family: ui-sans-serif, system-ui, sans-serif; font-feature-settings: normal;
  -webkit-text-size-adjust: 100%; -webkit-tap-highlight-color: #0000;
}
h1, h2, h3, h4, h5, h6 {font-size: inherit; font-weight: inherit}
a {color: inherit; text-decoration: inherit; -webkit-text-decoration: inherit}
b, strong {font-weight: bolder}
small {font-size: 80%}
ol, ul, menu {list-style: none}
summary {display: list-item}
img, svg, video, canvas, audio, iframe, embed, object {display: block; vertical-align: middle}
button, input, select, optgroup, textarea, ::file-selector-button {
  font: inherit; letter-spacing: inherit; text-align: inherit; text-transform: inherit; color: inherit;
  background-color: #0000; border-radius: 0; opacity: 1;
}
::placeholder {opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent)}
textarea {resize: vertical}
button, input:where([type=button], [type=submit], [type=reset]) {appearance: button}
[hidden]:where(:not([hidden=until-found])) {display: none !important}`;

/** Each page of the suite that must not change what a widget looks like. */
export const hostilePages: readonly HostilePage[] = [
  {name: 'a reset of all margins, paddings and borders', css: '* {margin: 0; padding: 0; border: 0}'},
  {name: 'the preflight of Tailwind', css: preflight},
  {name: 'all: unset on the widgets', css: `${widgets} {all: unset}`},
  {name: 'all: unset on everything', css: '* {all: unset}'},
  {name: 'a root of 4 px', css: ':root {font-size: 4px}'},
  {name: 'a root of 62.5 %', css: ':root {font-size: 62.5%}'},
  {name: 'a root of 40 px', css: ':root {font-size: 40px}', grows: true},
  {name: 'a page from right to left', css: '', dir: 'rtl', links: 'place'},
  {name: 'letters far apart', css: 'body {letter-spacing: 0.3em; word-spacing: 1em}', links: 'letters'},
  {name: 'lines far apart', css: 'body {line-height: 3}'},
  {name: 'small capitals, indented, centred', css: 'body {text-transform: uppercase; text-indent: 3em; text-align: center; font: italic small-caps 900 24px/3 cursive}', links: 'letters'},
  {name: 'words that never wrap, or anywhere', css: 'body {white-space: nowrap; word-break: break-all; text-wrap: nowrap}', links: 'letters'},
  {name: 'a hidden body', css: 'body {visibility: hidden}', links: 'gone'},
  {name: 'colours of its own', css: 'body {color: #eee; caret-color: #0000; accent-color: red}'},
  {name: 'shadows and fillings of letters', css: 'body {text-shadow: 0 0 9px red; -webkit-text-fill-color: #eee; -webkit-text-stroke: 2px red}', links: 'letters'},
  {name: 'another pointer', css: 'body {cursor: none}'},
  {name: 'nothing to select', css: 'body {-webkit-user-select: none; user-select: none}'},
  {name: 'lists of its own', css: 'body {list-style: square inside; quotes: none; hyphens: auto; tab-size: 1}', links: 'letters'},
  {name: 'no fields of its own', css: 'button, input, select, textarea {all: unset}'},
  {name: 'boxes of another kind, and no movement', css: '* {box-sizing: content-box !important; animation: none !important; transition: none !important}'},
];
