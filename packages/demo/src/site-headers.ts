/** Headers of every page and file of the demo, whatever its content policy. */
export function siteHeaders(contentSecurityPolicy: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  };
}

/** The policy of the gemeente pages. `receivers` are the origins that signals are sent to. */
export function pagePolicy(receivers: readonly string[]): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self' ${receivers.join(' ')}`,
    `require-trusted-types-for 'script'`,
    'trusted-types baken',
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The policy of the inbox: no script at all, because it shows what strangers wrote. */
export const inboxPolicy =
  `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
