import {COMPILED_FORMAT, type CompiledGemeente} from './gemeente.js';

/** Loopback is for demos and development; everything else must be https. */
export const isSafeUrl = (url: unknown): boolean =>
  typeof url === 'string' &&
  (/^https:\/\/[^/\s]+/.test(url) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//.test(url));

/**
 * Decides in the visitor's browser whether a compiled file may be used. Written by hand to stay small:
 * `baken build` already checked everything, this catches the wrong file, a damaged one and an unsafe address.
 * Returns the reason for refusal, or nothing.
 */
export function guardCompiled(data: unknown): string | undefined {
  try {
    const file = data as CompiledGemeente;
    if (file.format !== COMPILED_FORMAT) return 'format';
    if (!/^\d{4}$/.test(file.gemeente.code)) return 'gemeente';
    if (!isSafeUrl(file.endpoint.url) || !isSafeUrl(file.exitUrl) || file.endpoint.credentials) return 'endpoint';
    // In a language that is not switched on there is only what someone in danger needs: nothing is asked there.
    const isForm = !file.safetyLanguages?.includes(file.language);
    if (isForm && !file.steps.some((step) => step.questions.length > 0)) return 'questions';
    if (!file.contacts.some((contact) => contact.phone?.dial === '112')) return '112';
    return undefined;
  } catch {
    // A list that is no list, a text that is an object: not what `baken build` writes.
    return 'shape';
  }
}
