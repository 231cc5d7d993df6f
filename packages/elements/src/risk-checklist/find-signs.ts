import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {listSigns} from '@baken/model/rules/signs';
import type {StaffData, StaffSign} from '@baken/model/rules/staff';

/** The filter that shows the signs of every workplace. */
export const EVERYWHERE = 'all';

/** Signs under one heading. The key is a form, or `urgent` for signs that mean danger. */
export interface SignGroup {
  readonly key: string;
  readonly signs: readonly StaffSign[];
}

/** How Dutch spells one sound in two ways: "reis" and "reizen", "verblijf" and "verblijven". */
const sameSound: Readonly<Record<string, string>> = {z: 's', v: 'f'};

/**
 * Makes a text comparable: without capitals and accents, and without the spelling that changes when a Dutch word gets
 * longer, so that "slaap" finds "slapen" and "huis" finds "huizen".
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/([a-z])\1/g, '$1')
    .replace(/[zv]/g, (letter) => sameSound[letter] ?? letter);
}

/** The signs that people at a workplace meet, in its order; all signs for `all` and for an unknown workplace. */
export function signsAt({signs, workplaces}: StaffData, workplace: string): readonly StaffSign[] {
  const place = workplaces.find(({id}) => id === workplace);
  return place ? place.signs.flatMap((wanted) => signs.find(({id}) => id === wanted) ?? []) : signs;
}

/** The ids of the signs that residents may see: only those go to the signal form. */
export function signsOfForm(gemeente: CompiledGemeente): readonly string[] {
  return listSigns(gemeente).map(({id}) => id);
}

/** Keeps the signs that hold every word of a query, in their text or in the heading of their form. */
export function searchSigns(
  signs: readonly StaffSign[],
  query: string,
  headings: StaffData['signGroups'],
): readonly StaffSign[] {
  const wanted = foldText(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return signs;
  return signs.filter(({text, form}) => {
    const words = foldText(`${text} ${headings[form] ?? ''}`);
    return wanted.every((word) => words.includes(word));
  });
}

/** Puts signs under their headings, in their order: first those that mean danger, then each form. */
export function groupSigns(signs: readonly StaffSign[]): readonly SignGroup[] {
  const keyOf = ({weight, form}: StaffSign): string => (weight === 'NU' ? 'urgent' : form);
  const keys = ['urgent', ...new Set(signs.filter(({weight}) => weight !== 'NU').map(keyOf))];
  return keys
    .map((key) => ({key, signs: signs.filter((sign) => keyOf(sign) === key)}))
    .filter((group) => group.signs.length > 0);
}
