import type {Envelope, Signal} from '@baken/model/rules/signal';

// Taken when the module loads, so that a page that replaces them later does not change what we seal.
const {stringify} = JSON;
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);
const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
const digestOf = subtle?.digest.bind(subtle);

/** Reads the value itself: a page with an old library may have given arrays or strings a `toJSON` that spoils them. */
function readOwn(this: Readonly<Record<string, unknown>>, key: string): unknown {
  const value = this[key];
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}

/**
 * Turns a signal into the one body that every try sends, with the SHA-256 of its UTF-8 bytes.
 * Half characters (lone surrogates) become U+FFFD. Rejects where the page is not a secure context.
 */
export async function sealSignal(signal: Signal): Promise<Envelope> {
  if (!digestOf) throw new Error('sealSignal: no crypto.subtle. Serve the page over https.');
  const body = stringify(signal, readOwn);
  const hash = await digestOf('SHA-256', encode(body));
  const digest = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {id: signal.id, body, digest};
}
