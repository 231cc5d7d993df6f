const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Writes an address in one way: without what a server overlooks, or a receiver may overlook. */
function placeOf(address: string): string {
  try {
    const {href, hostname} = new URL(address);
    const [, port = '', path = ''] = /^[a-z]+:\/\/[^/]*?(:\d+)?(\/[^?#]*)/.exec(href) ?? [];
    const host = loopback.includes(hostname) ? loopback[0] : hostname.replace(/\.$/, '');
    return `${host}${port}${decodeURIComponent(path).replace(/\/+/g, '/').replace(/\/$/, '')}`;
  } catch {
    // What is no address leads nowhere, or only to itself.
    return address;
  }
}

/**
 * Tells whether two addresses lead to the same place, however they are written. What stands after `?` makes no other
 * place: a receiver that does not look at it stores both together.
 */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}
