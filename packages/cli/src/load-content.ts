import {readdir, readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

import {type Content, contentSchema, type StaffContent, staffContentSchema} from '@baken/model/schemas/content';

const {resolve} = createRequire(import.meta.url);

/** The folder of the installed content package. */
export const contentFolder = dirname(resolve('@baken/content/package.json'));

/** Finds the folder of the content for staff. It is never published, so it may well not be there. */
export function findStaffFolder(): string | undefined {
  try {
    return dirname(resolve('@baken/content-staff/package.json'));
  } catch {
    return undefined;
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

async function readFolder(path: string, names: readonly string[]): Promise<Record<string, unknown>> {
  const values = names.map(async (name) => [name, await readJson(join(path, `${name}.json`))] as const);
  return Object.fromEntries(await Promise.all(values));
}

/** Reads the catalogues by language and file: `texts.nl.widgets`. */
async function readTexts(folder: string): Promise<Record<string, unknown>> {
  const languages = (await readdir(folder, {withFileTypes: true})).filter((entry) => entry.isDirectory());
  const catalogues = languages.map(async ({name: language}) => {
    const files = (await readdir(join(folder, language))).filter((name) => name.endsWith('.json')).sort();
    const names = files.map((name) => name.slice(0, -'.json'.length));
    return [language, await readFolder(join(folder, language), names)] as const;
  });
  return Object.fromEntries(await Promise.all(catalogues));
}

/** The part of a schema that reading needs: which shape, or what is wrong. */
interface Shape<T> {
  safeParse(value: unknown):
    | {readonly success: true; readonly data: T}
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {readonly path: PropertyKey[]; readonly message: string; readonly code: string}[];
        };
      };
}

function checkShape<T>(schema: Shape<T>, value: unknown, folder: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`Content in ${folder} is wrong at ${issue?.path.join('/')}: ${issue?.message} (${issue?.code}).`);
}

/**
 * Reads the national content: forms, signs, questions, contacts, languages and texts.
 * @throws {Error} when a file is missing, is no JSON, or does not have the shape that the model asks.
 */
export async function loadContent(folder = contentFolder): Promise<Content> {
  const content = {
    ...(await readFolder(folder, ['forms', 'signs', 'questions', 'topics', 'contacts', 'languages'])),
    texts: await readTexts(join(folder, 'texts')),
    messages: await readJson(join(folder, 'check', 'nl.json')),
    plain: await readJson(join(folder, 'check', 'plain.json')),
  };
  return checkShape(contentSchema, content, folder);
}

/**
 * Reads the content for staff: intranet signs, workplaces, the default meldroute, the handover, cases and texts.
 * @throws {Error} as `loadContent` does.
 */
export async function loadStaffContent(folder: string): Promise<StaffContent> {
  const content = {
    ...(await readFolder(folder, ['signs', 'workplaces', 'meldroute', 'handover', 'cases'])),
    texts: await readTexts(join(folder, 'texts')),
  };
  return checkShape(staffContentSchema, content, folder);
}
