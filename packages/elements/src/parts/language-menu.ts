import {html, type TemplateResult} from 'lit/html.js';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {icon} from './icon.js';
import {languageName} from './language-name.js';
import type {Words} from './words.js';

/**
 * A menu of the languages of a gemeente, each by its own name, and of those in which it only has what someone in danger
 * needs; nothing when there is only one.
 */
export function languageMenu(
  {language, languages, safetyLanguages = []}: Pick<CompiledGemeente, 'language' | 'languages' | 'safetyLanguages'>,
  words: Words,
  onLanguage: (language: string) => void,
): TemplateResult | undefined {
  const all = [...languages, ...safetyLanguages];
  if (all.length < 2) return undefined;
  return html`<span class="lang">
    ${icon('globe', 's')}<label class="vh" for="language">${words.get('language')}</label>
    <select
      id="language"
      autocomplete="off"
      .value=${language}
      @change=${(event: Event) => onLanguage((event.target as HTMLSelectElement).value)}
    >
      ${all.map(
        (code, index) =>
          html`<option value=${code} lang=${code} ?selected=${code === language}>
            ${languageName(code)}${languages[index] ? '' : ' – 112'}
          </option>`,
      )}
    </select>
  </span>`;
}
