/** The root of the signal form and the wizard: open for axe, Storybook, tests and npm users. */
export const rootMode: ShadowRootMode = 'open';
