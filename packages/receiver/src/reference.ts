import {randomBytes} from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a reference survives a phone call. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Multiplies by x in GF(32) with x^5 + x^2 + 1. */
const double = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0);

/**
 * Gives the character that completes a reference: a weighted sum in GF(32) over its characters.
 * Any one wrong character, and any two that changed places, give another one.
 */
export function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = double(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

/** Draws a reference such as `4F7K-29QM`: seven random characters (35 bits) and a check character. */
export function createReference(): string {
  const random = Array.from(randomBytes(7), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${random.slice(0, 4)}-${random.slice(4)}${checkCharacter(random)}`;
}
