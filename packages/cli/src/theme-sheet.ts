import postcss, {type AtRule, type Container, type Document, type Rule} from 'postcss';

import type {Tokens} from '@baken/theme/resolve-bridge';

/** The tokens that style sheets set for a whole page. */
export interface ThemeSheet {
  readonly light: Tokens;
  /** What the dark scheme has; nothing when the sheets do not speak of a dark scheme. */
  readonly dark?: Tokens;
  /** The selectors that were read. */
  readonly selectors: readonly string[];
  /** What `@import` names: it is not read. */
  readonly imports: readonly string[];
}

/** `:root`, `body`, `.utrecht-theme`, `[data-theme='dark']` and the like: no element inside a page. */
const wholePage = /^(?::root|:host|html|body|\*)?(?:[.#][\w-]+|\[[^\]]+\]|:root|:where\([^()]*\))*$/;

/** A page that is printed, or of which a visitor asked something special, has other tokens. */
const isCommon = ({name, params}: AtRule): boolean =>
  name !== 'media' || /^(?:screen|all|\(\s*prefers-color-scheme\s*:\s*(?:dark|light)\s*\))$/i.test(params.trim());

const isRule = (node: Container | Document | undefined): node is Rule => node?.type === 'rule';

/** Tells where a declaration stands, from the inside out, or nothing when it is not for a whole page. */
function readPlace(rule: Rule): {readonly selectors: readonly string[]; readonly isDark: boolean} | undefined {
  const selectors = rule.selectors.filter((selector) => selector !== '' && wholePage.test(selector));
  let isDark = selectors.length > 0 && selectors.every((selector) => /dark/i.test(selector));
  let around: Container | Document | undefined = rule.parent;
  while (around && around.type !== 'root') {
    if (around.type !== 'atrule' || !isCommon(around as AtRule)) return undefined;
    isDark ||= /prefers-color-scheme\s*:\s*dark/i.test((around as AtRule).params);
    around = around.parent;
  }
  return selectors.length === 0 ? undefined : {selectors, isDark};
}

/** Reads the custom properties of style sheets, the last one last. Throws what PostCSS says of one it cannot read. */
export function readThemeSheet(sheets: readonly {readonly name: string; readonly css: string}[]): ThemeSheet {
  const light = new Map<string, string>();
  const dark = new Map<string, string>();
  const selectors = new Set<string>();
  const imports: string[] = [];
  const important = new Set<string>();
  let isSchemed = false;
  for (const {name, css} of sheets) {
    const root = postcss.parse(css, {from: name});
    root.walkAtRules('import', ({params}) => void imports.push(params));
    root.walkDecls((declaration) => {
      const {prop, value, parent} = declaration;
      const place = isRule(parent) ? readPlace(parent) : undefined;
      if (!place) return;
      if (/light-dark\(/i.test(value) || (prop === 'color-scheme' && /dark/i.test(value))) isSchemed = true;
      if (!prop.startsWith('--')) return;
      for (const selector of place.selectors) selectors.add(selector);
      const key = `${place.isDark} ${prop}`;
      if (declaration.important) important.add(key);
      else if (important.has(key)) return;
      (place.isDark ? dark : light).set(prop, value.trim());
    });
  }
  return {
    light,
    ...(dark.size > 0 || isSchemed ? {dark: new Map([...light, ...dark])} : {}),
    selectors: [...selectors],
    imports,
  };
}
