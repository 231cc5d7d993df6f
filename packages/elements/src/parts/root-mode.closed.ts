/** The root of the signal form and the wizard: closed in the shipped files, so polite recorders see no answers. */
export const rootMode: ShadowRootMode = 'closed';
