import {readdir, readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

import {type Content, contentSchema} from '@baken/model/schemas/content';

/** The folder of the installed content package. */
export const contentFolder = dirname(createRequire(import.meta.url).resolve('@baken/content/package.json'));

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

/**
 * Reads the national content: forms, signs, questions, contacts and texts.
 * @throws {Error} when a file is missing, is no JSON, or does not have the shape that the model asks.
 */
export async function loadContent(folder = contentFolder): Promise<Content> {
  const content = {
    ...(await readFolder(folder, ['forms', 'signs', 'questions', 'topics', 'contacts'])),
    texts: await readTexts(join(folder, 'texts')),
    messages: await readJson(join(folder, 'check', 'nl.json')),
  };
  const result = contentSchema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`Content in ${folder} is wrong at ${issue?.path.join('/')}: ${issue?.message} (${issue?.code}).`);
}
