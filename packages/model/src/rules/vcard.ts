import type {CardContact} from './contact-card.js';

/** A line of a vCard has at most this many octets; the rest goes on in the next one, after a space. */
const LONGEST_LINE = 75;

/** No control character passes: a line break in a name would begin a property of its own. */
const withoutControls = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ');

const escapeText = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map((line) => withoutControls(line).replace(/[\\,;]/g, '\\$&'))
    .join('\\n');

/** Numbers and addresses are no texts: nothing in them is escaped, so nothing strange may be in them. */
const plainValue = (text: string): string => withoutControls(text).replace(/ /g, '');

function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

/**
 * Writes a contact as a vCard 4.0 (RFC 6350), for the address book of a phone. It holds what the contact holds, and
 * nothing else: no id, no date, no maker.
 */
export function writeVCard(contact: CardContact): string {
  const {name, phone, phoneAbroad, email, url, chat, languages} = contact;
  const note = [contact.note, contact.hours].filter((text) => text !== undefined).join('\n');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${escapeText(name)}`,
    ...[phone, phoneAbroad].flatMap((number) => (number ? [`TEL;TYPE=voice:${plainValue(number.dial)}`] : [])),
    ...(email === undefined ? [] : [`EMAIL:${plainValue(email)}`]),
    ...[url, chat].flatMap((address) => (address === undefined ? [] : [`URL:${plainValue(address)}`])),
    ...languages.map((language) => `LANG:${plainValue(language)}`),
    ...(note === '' ? [] : [`NOTE:${escapeText(note)}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
