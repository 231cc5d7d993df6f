const rightToLeft = ['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'];

/** The writing direction of a language (BCP 47). */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
