/** The name of a language (BCP 47) in itself, written as that language writes it: `polski`. */
export const languageName = (code: string): string => new Intl.DisplayNames(code, {type: 'language'}).of(code) ?? code;
