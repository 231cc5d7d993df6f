import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, posix, relative} from 'node:path';

import {build} from 'vite';

import {servePages} from '../../test/support/serve-pages.js';
import {globSync} from '../glob-sync.mjs';
import {root} from '../install-packages.mjs';

/** The stories of one widget. */
export interface Stories {
  readonly widget: string;
  readonly file: string;
  /** The names of the exports, in the order of the file. */
  readonly names: readonly string[];
}

/** The page on which stories are drawn, on a free port. */
export interface StoryPage {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly stories: readonly Stories[];
  close(): Promise<void>;
}

const page = `<!doctype html>
<html><head><meta charset="utf-8"><title>Pictures</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/baken.css"></head><body></body></html>`;

/** Lists the stories of a project. Storybook too reads their names from the text. */
function listStories(project: string): readonly Stories[] {
  return ['packages/elements/src', 'stories']
    .flatMap((folder) => globSync(posix.join(relative(root, project), folder), /\.stories\.ts$/))
    .map((path) => {
      const file = join(root, path);
      const names = [...readFileSync(file, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);
      return {widget: basename(file, '.stories.ts'), file, names};
    });
}

/** Builds the stories of a project, this one or a checkout of it in a folder below, and serves them. */
export async function serveStories(project: string = root): Promise<StoryPage> {
  const stories = listStories(project);
  const folder = mkdtempSync(join(tmpdir(), 'baken-pictures-'));
  const remove = () => rmSync(folder, {recursive: true, force: true});
  try {
    await build({
      root: project,
      configFile: join(project, 'vite.config.ts'),
      mode: 'pictures',
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir: folder,
        target: 'esnext',
        minify: false,
        modulePreload: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: {
            'mount-story': join(import.meta.dirname, 'mount-story.ts'),
            themes: join(project, '.storybook/themes.ts'),
            ...Object.fromEntries(stories.map(({widget, file}) => [`stories/${widget}`, file])),
          },
          preserveEntrySignatures: 'strict',
          output: {entryFileNames: '[name].js'},
        },
      },
    });
  } catch (error) {
    remove();
    throw error;
  }
  const pages = await servePages(folder, ({url}, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else if (url === '/baken.css') {
      response.setHeader('content-type', 'text/css').end(readFileSync(join(project, 'packages/embed/src/baken.css')));
    } else return false;
    return true;
  });
  return {
    origin: pages.origin,
    stories,
    close: async () => {
      await pages.close();
      remove();
    },
  };
}
