import {parseArgs} from 'node:util';

import type {Cell} from './cells.js';

/** What to picture: for each axis the names to keep; without an axis all of it. */
export type Part = {readonly [axis in keyof Cell]?: readonly string[]};

const list = {type: 'string'} as const;
const options = {
  widget: list,
  example: list,
  theme: list,
  scheme: list,
  language: list,
  width: list,
  out: {type: 'string'},
  share: {type: 'string'},
} as const;

/** Says which options there are. */
export const usage = `Options, each a list with commas; without one, all of it:
  --widget signal-form,contact-card   the names of the files with stories
  --example danger,danger-not-sure    the names of stories, in kebab case
  --theme ours                        ours, and the keys of .storybook/themes.ts
  --scheme light,dark,forced
  --language nl,en                    of those that the file of the example has
  --width 320,390,768,1280            any width
And:
  --out pictures                      the folder to write to
  --share 0.0001                      pictures:compare: which share of a picture may differ`;

/** What the command line asks for. */
export interface Wanted {
  readonly part: Part;
  readonly out: string;
  readonly share: number;
  /** What stands there without a dash: folders, or a git ref. */
  readonly names: readonly string[];
}

/** Reads the command line. Throws with the usage when it cannot. */
export function readOptions(args: readonly string[]): Wanted {
  try {
    const {positionals, values} = parseArgs({args: [...args], options, allowPositionals: true});
    const {out = 'pictures', share = '0.0001', ...axes} = values;
    if (!(Number(share) >= 0)) throw new Error(`--share is "${share}": write a number such as 0.0001.`);
    const narrow = axes.width?.split(',').find((width) => !/^[1-9]\d{1,3}$/.test(width));
    if (narrow !== undefined) throw new Error(`--width is "${narrow}": write pixels, such as 320.`);
    const part = Object.fromEntries(Object.entries(axes).map(([axis, names]) => [axis, names.split(',')]));
    return {part, out, share: Number(share), names: positionals};
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {cause: error});
  }
}

/**
 * Keeps of what there is on one axis what is asked for. Throws when something asked for is not there, because a part
 * that pictures nothing would look like one in which nothing changed.
 */
export function keepAsked(part: Part, axis: keyof Cell, there: readonly string[]): readonly string[] {
  const asked = part[axis];
  const unknown = asked?.find((name) => !there.includes(name));
  if (unknown !== undefined) throw new Error(`There is no ${axis} "${unknown}". Write one of: ${there.join(', ')}.`);
  return there.filter((name) => asked?.includes(name) ?? true);
}
