/** A theme of the NL Design System community, as its package on npm has it. */
export interface Theme {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  /** Style sheets, below node_modules. */
  readonly files: readonly string[];
  readonly classes: string;
  /** The tokens with which the gemeente draws its own pages; one that is missing it does not have. */
  readonly brand: Readonly<Partial<Record<BrandPart, string>>>;
}

/** What a visitor recognises a gemeente by, by the name of our property. */
export type BrandPart = 'font' | 'button' | 'on-button' | 'link' | 'input-border';

const utrecht = {
  font: '--utrecht-document-font-family',
  button: '--utrecht-button-primary-action-background-color',
  'on-button': '--utrecht-button-primary-action-color',
  link: '--utrecht-link-color',
} as const;

const textbox = {...utrecht, 'input-border': '--utrecht-textbox-border-color'} as const;
const control = {...utrecht, 'input-border': '--utrecht-form-control-border-color'} as const;
const candidate = {...textbox, font: '--nl-paragraph-font-family'} as const;

const theme = (name: string, file: string, classes: string, brand: Theme['brand']): Theme =>
  ({name, scheme: 'light', files: [file], classes, brand});

const darken = (light: Theme, file: string, classes: string): Theme =>
  ({...light, scheme: 'dark', files: [...light.files, file], classes: `${light.classes} ${classes}`});

const dist = {
  ma: '@nl-design-system-community/ma-design-tokens/dist',
  purmerend: '@nl-design-system-community/purmerend-design-tokens/dist',
  rijk: '@rijkshuisstijl-community/design-tokens/dist',
  utrecht: '@utrecht/design-tokens/dist',
};

const own = theme('utrecht', `${dist.utrecht}/theme.css`, 'utrecht-theme', control);
const purmerend = theme('purmerend', `${dist.purmerend}/theme.css`, 'purmerend-theme', textbox);
const ma = theme('ma', `${dist.ma}/theme.css`, 'ma-theme', candidate);

/**
 * The themes that the widgets are tried in. Most belong to one gemeente, which alone may use them: they are there for
 * tests, and neither they nor a picture of them may be in anything that is published.
 */
export const themes: readonly Theme[] = [
  {name: 'none', scheme: 'light', files: [], classes: '', brand: {}},
  {name: 'none', scheme: 'dark', files: [], classes: '', brand: {}},
  own,
  darken(own, `${dist.utrecht}/dark/theme.css`, 'utrecht-theme--dark'),
  theme('amsterdam', '@amsterdam/design-system-tokens/dist/index.theme.css', 'ams-theme', {
    font: '--ams-typography-font-family',
    button: '--ams-button-primary-background-color',
    'on-button': '--ams-button-primary-color',
    link: '--ams-links-color',
    'input-border': '--ams-inputs-border-color',
  }),
  theme('rotterdam', '@gemeente-rotterdam/design-tokens/dist/theme.css', 'rods-theme', textbox),
  theme('den haag', '@gemeente-denhaag/design-tokens-components/dist/theme/index.css', 'denhaag-theme', {
    ...textbox,
    'on-button': '--utrecht-button-color',
  }),
  theme('rvo', '@nl-rvo/design-tokens/dist/index.css', 'rvo-theme', control),
  theme('rijkshuisstijl', `${dist.rijk}/index.css`, 'rhc-theme', textbox),
  ...['hemelblauw', 'groen', 'oranje', 'paars', 'robijnrood'].map((color) =>
    theme(`rijkshuisstijl ${color}`, `${dist.rijk}/uitvoerend-${color}/index.css`, `uitvoerend-${color}`, textbox),
  ),
  purmerend,
  darken(purmerend, `${dist.purmerend}/color-scheme-dark/theme.css`, 'purmerend-theme--color-scheme-dark'),
  theme('voorbeeld', '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css', 'voorbeeld-theme', candidate),
  ma,
  darken(ma, `${dist.ma}/color-scheme-dark/theme.css`, 'ma-theme--color-scheme-dark'),
];

/** What a theme is called in tests and tables. */
export const titleOf = ({name, scheme}: Theme): string => (scheme === 'dark' ? `${name}, dark` : name);
