import type {CompiledStaff} from '@baken/model/rules/staff';

import {need, Words} from './words.js';

/** The sentences for staff, with those of the public widgets under them. */
export class StaffWords extends Words {
  readonly #texts: Readonly<Record<string, string>>;

  constructor({texts, language, staff}: CompiledStaff) {
    const all = {...texts, ...staff.texts};
    super({texts: all, language});
    this.#texts = all;
  }

  /** The sentence with this key, or nothing: for what a meldroute may leave out. */
  find(key: string): string | undefined {
    return Object.hasOwn(this.#texts, key) ? need(this.#texts[key]) : undefined;
  }

  /** The sentences `<key>.1`, `<key>.2` and on, until one is missing. */
  list(key: string): readonly string[] {
    const lines: string[] = [];
    for (let line = this.find(`${key}.1`); line !== undefined; line = this.find(`${key}.${lines.length + 1}`)) {
      lines.push(line);
    }
    return lines;
  }
}
