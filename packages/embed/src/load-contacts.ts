import {acceptContacts} from '@baken/elements/services';
import {type CompiledContacts, CONTACTS_FORMAT} from '@baken/model/rules/contact-card';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {guardContacts} from '@baken/model/rules/guard-contacts';
import {guardStaff} from '@baken/model/rules/guard-staff';
import type {CompiledStaff} from '@baken/model/rules/staff';

import {GemeenteError} from './gemeente-error.js';
import {type FileSource, loadFile} from './load-file.js';
import {loadGemeente} from './load-gemeente.js';

function refuse(file: string, reason: string | undefined): void {
  if (reason === undefined) return;
  throw new GemeenteError(file, 'refused', `its check "${reason}" fails. Put baken build's file there.`);
}

/** Makes the value that cards accept: a frozen copy that nobody else holds. Throws a `GemeenteError`. */
function acceptFile(data: unknown, file: string): CompiledContacts {
  const copy: unknown = JSON.parse(JSON.stringify(data));
  refuse(file, guardContacts(copy));
  return acceptContacts(copy as CompiledContacts);
}

/** So that a card that asks again gets the same value. */
const fromStaff = new WeakMap<CompiledGemeente, CompiledContacts>();

async function loadFromStaff(source: FileSource): Promise<CompiledContacts> {
  const file = await loadGemeente(source);
  const known = fromStaff.get(file);
  if (known) return known;
  refuse(source.src, guardStaff(file));
  const {gemeente, language, languages, unreviewed, example, content, staff: {cards, holidays, texts}} = file as CompiledStaff;
  const contacts = acceptContacts({
    format: CONTACTS_FORMAT,
    gemeente,
    language,
    languages,
    ...(unreviewed && {unreviewed}),
    ...(example && {example}),
    content,
    cards,
    holidays,
    texts,
  });
  fromStaff.set(file, contacts);
  return contacts;
}

/**
 * Loads the contact cards of a gemeente: for `x.json` the file `x.contacts.<language>.json`, one request for all cards
 * of the page; for `x.staff.json` the staff file itself, in the same request as the widgets for staff.
 * A language that the gemeente does not have gives its first language. Rejects with a `GemeenteError`.
 */
export function loadContacts(source: FileSource): Promise<CompiledContacts> {
  return /\.staff\.json(?=\?|$)/.test(source.src) ? loadFromStaff(source) : loadFile(source, '.contacts', acceptFile);
}
