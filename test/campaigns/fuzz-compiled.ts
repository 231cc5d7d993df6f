/**
 * The long run of damaged compiled files in a real form, in Chromium:
 * `npm run campaign:fuzz-compiled`, with the number of files as the first argument (10,000 without it).
 */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {build} from 'vite';

import {trimLitPlugin} from '../../scripts/vite/trim-lit.mjs';
import {launchBrowser} from '../support/browsers.js';
import {servePages} from '../support/serve-pages.js';
import type {NeverHalfCount} from '../support/never-half.js';

const runs = Number(process.argv[2] ?? 10_000);
/** Small enough for one answer of the browser to stay within its time limit. */
const batch = 250;

const folder = await mkdtemp(join(import.meta.dirname, '../../.cache-fuzz-'));
const entry = join(folder, 'entry.ts');
await writeFile(
  entry,
  `import {exampleServices} from '../packages/elements/src/signal-form/signal-form.examples.js';
import '../packages/elements/src/signal-form/define.js';
import {checkNeverHalf} from '../test/support/never-half.js';
window.checkNeverHalf = (runs) => exampleServices && checkNeverHalf(runs, document.body);
`,
);
const total: NeverHalfCount = {refused: 0, fallback: 0, form: 0};
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [trimLitPlugin()],
    resolve: {conditions: ['baken-source', 'module', 'browser']},
    build: {outDir: folder, emptyOutDir: false, rolldownOptions: {input: entry, output: {entryFileNames: 'entry.js', codeSplitting: false}}},
  });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>-</title><body><script type="module" src="/entry.js"></script>');
  const pages = await servePages(folder);
  const browser = await launchBrowser('chromium');
  const start = Date.now();
  try {
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/index.html`);
    for (let done = 0; done < runs; done += batch) {
      const count = await page.evaluate(
        (wanted: number) =>
          (window as unknown as {checkNeverHalf(runs: number): Promise<NeverHalfCount>}).checkNeverHalf(wanted),
        Math.min(batch, runs - done),
      );
      for (const key of ['refused', 'fallback', 'form'] as const) total[key] += (count as NeverHalfCount)[key];
    }
  } finally {
    await browser.close();
    await pages.close();
  }
  console.log(`${runs} damaged files, never half a form, ${Math.round((Date.now() - start) / 1000)} s.`, total);
} finally {
  await rm(folder, {recursive: true, force: true});
}
