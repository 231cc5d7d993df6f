/** The writing direction of a language (BCP 47). */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
