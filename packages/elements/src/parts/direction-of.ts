/** The writing direction of a language (BCP 47). */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  /^ar\b/.test(language) ? 'rtl' : 'ltr';
