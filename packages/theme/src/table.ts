// Written by `npm run theme:table` from bridge.json.
export const families =
  'baken utrecht nl ams basis';
export const colors =
  'surface #fff #131b21|raised #fff #1b252c|text #16222b #e9eff2|subtle #4b5a65 #adbac3|line #d5dde1 #35434d|contro' +
  'l #62727d #8999a4|action #005d73 #84cddd|on-action #fff #000|danger #b3261e #ffa198|danger-solid #b3261e #c8382e' +
  '|danger-tint #fdf0ee #351a18|warning #744700 #f0c274|warning-tint #fff6e3 #31260f|success #1b673f #8bd6aa';
export const bridge =
  'heading-color;var(--_text);01.heading-2-color 1.heading-color 2.heading-level-2-color 34.heading-color;tint;4.5|' +
  'link;var(--_action);012.link-color 3.links-color;sunken;4.6|link-hover;var(--_text);012.link-hover-color 3.links' +
  '-hover-color;tint;4.5|button;var(--_action);01.button-primary-action-background-color 23.button-primary-backgrou' +
  'nd-color 1.button-background-color;raised;3.35|on-button;var(--_on-action);01.button-primary-action-color 23.but' +
  'ton-primary-color 1.button-color;button;4.5;lab(from var(--_button) calc(1e6*(49.5 - l)) 0 0)|button-hover;var(-' +
  '-_button);01.button-primary-action-hover-background-color 23.button-primary-hover-background-color 1.button-hove' +
  'r-background-color;on-button;4.5|input-border;var(--_control);01.textbox-border-color 1.form-control-border-colo' +
  'r 1.form-input-border-color 3.inputs-border-color 4.form-control-border-color;raised;3|button-radius;8px;0123.bu' +
  'tton-border-radius 4.border-radius-md|input-radius;8px;01.textbox-border-radius 1.form-control-border-radius 3.i' +
  'nputs-border-radius 4.form-control-border-radius|label-weight;600;01.form-label-font-weight 2.form-field-label-f' +
  'ont-weight 3.label-font-weight|heading-weight;700;01.heading-2-font-weight 1.heading-font-weight 2.heading-level' +
  '-2-font-weight 34.heading-font-weight|heading-font;var(--_font);01.heading-2-font-family 1.heading-font-family 2' +
  '.heading-level-2-font-family 34.heading-font-family|font;inherit;01.document-font-family 2.paragraph-font-family' +
  ' 3.typography-font-family 4.text-font-family-default';
export const mixes =
  '--_sunken:color-mix(in srgb,var(--_button) 5%,var(--_surface));--_tint:color-mix(in srgb,var(--_button) 11%,var(' +
  '--_raised));--_radius:min(var(--_button-radius),26px);';
