/** The name of a language (BCP 47) in itself, as it stands in a menu: `Polski`. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames(code, {type: 'language'}).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
