import file from '../bridge.json' with {type: 'json'};

/** What decides one of the properties that the widgets draw with. */
export interface BridgeProperty {
  /** Custom properties of a page, the first that is there decides: ours, `--utrecht-*`, `--nl-*`, a theme's own. */
  readonly names: readonly string[];
  /** What is drawn where a page has none of them, as CSS. */
  readonly default: string;
  /** The colour on which it must be seen, by its name here, and the least contrast (WCAG 2) that it must have. */
  readonly on?: string;
  readonly least?: number;
  /** What is drawn where it has less; the default without it. */
  readonly instead?: string;
}

/** All that `bridge.json` says. */
export interface Bridge {
  /** Our own colours, which a page may set by `--baken-color-<name>`. */
  readonly colors: Readonly<Record<string, {readonly light: string; readonly dark: string}>>;
  /** What is made of others; `radius` is for cards, whose words a round corner would cut. */
  readonly mixes: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, BridgeProperty>>;
}

/** The bridge between the tokens of a page and what the widgets draw with. */
export const bridge: Bridge = file;
