/** Name, light and dark value of each colour: the look of a page without a theme. */
const colours: readonly string[] = [
  'surface #fff #131b21',
  'under #fff #090e11',
  'raised #fff #1b252c',
  'text #16222b #e9eff2',
  'subtle #4b5a65 #adbac3',
  'line #d5dde1 #35434d',
  'control #62727d #8999a4',
  'action #005d73 #84cddd',
  'action-hover #004455 #a9dfea',
  'on-action #fff #06222a',
  'exit #16222b #e9eff2',
  'on-exit #fff #131b21',
  'danger #b3261e #ffa198',
  'danger-solid #b3261e #c8382e',
  'danger-tint #fdf0ee #351a18',
  'warning #744700 #f0c274',
  'warning-tint #fff6e3 #31260f',
  'success #1b673f #8bd6aa',
  'focus-outline #16222b #fff',
  'focus-inverse #fff #0d1317',
];

/** What a theme may set: for each of our properties the default, and then the names that come before it, ours first. */
const bridge: readonly string[] = [
  'font;system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,"Noto Sans Arabic",sans-serif;' +
    'document-font-family utrecht-document-font-family nl-paragraph-font-family basis-text-font-family-default',
  'heading-font;var(--_font);heading-font-family utrecht-heading-2-font-family utrecht-heading-font-family ' +
    'nl-heading-level-2-font-family basis-heading-font-family',
  'heading-weight;700;heading-font-weight utrecht-heading-2-font-weight utrecht-heading-font-weight ' +
    'nl-heading-level-2-font-weight basis-heading-font-weight',
  'heading-color;var(--_text);heading-color utrecht-heading-2-color utrecht-heading-color ' +
    'nl-heading-level-2-color basis-heading-color',
  'label-weight;600;label-font-weight utrecht-form-label-font-weight nl-form-field-label-font-weight',
  'link;var(--_action);link-color utrecht-link-color nl-link-color',
  'link-hover;var(--_action-hover);link-hover-color utrecht-link-hover-color nl-link-hover-color',
  'button;var(--_action);button-primary-bg utrecht-button-primary-action-background-color ' +
    'nl-button-primary-background-color basis-color-action-1-inverse-bg-default',
  'button-hover;var(--_action-hover);button-primary-hover-bg ' +
    'utrecht-button-primary-action-hover-background-color nl-button-primary-hover-background-color',
  'on-button;var(--_on-action);button-primary-color utrecht-button-primary-action-color nl-button-primary-color ' +
    'basis-color-action-1-inverse-color-default',
  'button-radius;8px;button-border-radius utrecht-button-border-radius nl-button-border-radius basis-border-radius-md',
  'input-radius;8px;input-border-radius utrecht-textbox-border-radius utrecht-form-control-border-radius ' +
    'basis-form-control-border-radius',
  'input-border;var(--_control);input-border-color utrecht-textbox-border-color ' +
    'utrecht-form-control-border-color basis-form-control-border-color',
  'accent;var(--_button);accent-color utrecht-checkbox-checked-background-color utrecht-form-control-accent-color',
];

const chain = (names: string, fallback: string): string =>
  names.split(' ').reduceRight((inner, name) => `var(--${name},${inner})`, fallback);

const declare = (name: string, value: string): string => `--_${name}:${value};`;

const colourRules = (pick: (light: string, dark: string) => string): string =>
  colours
    .map((colour) => {
      const [name = '', light = '', dark = ''] = colour.split(' ');
      return declare(name, `var(--baken-color-${name},${pick(light, dark)})`);
    })
    .join('');

/**
 * The custom properties that all widgets draw with, as the text of a style sheet for `.baken`.
 * They are private (`--_…`) and resolved inside the widget, because a theme often sits on `body` or lower.
 * Dark follows the `color-scheme` of the page; a browser without `light-dark()` or `color-mix()` gets the light values.
 */
export const tokens: string = [
  `.baken{${colourRules((light, dark) => `light-dark(${light},${dark})`)}`,
  ...bridge.map((row) => {
    const [name = '', fallback = '', names = ''] = row.split(';');
    return declare(name, chain(`baken-${names}`, fallback));
  }),
  declare('sunken', 'color-mix(in srgb,var(--_accent) 5%,var(--_under))'),
  declare('tint', 'color-mix(in srgb,var(--_accent) 11%,var(--_raised))'),
  '}',
  `@supports not (color:light-dark(#fff,#000)){.baken{${colourRules((light) => light)}`,
  '--_sunken:#f2f7f8;--_tint:#e0ebee}}',
].join('');
