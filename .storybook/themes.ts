/** A house style to look at: its name and its style sheet, which sets custom properties only. */
export interface Theme {
  readonly title: string;
  readonly css: string;
}

/** The house styles in the toolbar, all made up. Add one by its key. */
export const themes: Readonly<Record<string, Theme>> = {
  default: {title: 'Baken', css: ''},
};
