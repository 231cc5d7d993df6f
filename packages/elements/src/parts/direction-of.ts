/** The writing direction of a language (BCP 47). */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  /^(ar|dv|fa|he|ps|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
