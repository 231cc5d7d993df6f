import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {minify} from 'terser';
import {defaultClientConditions, defineConfig, type Plugin} from 'vite';

import {minifyCss} from './scripts/vite/minify-template.js';
import {minifyTemplatesPlugin} from './scripts/vite/minify-templates.js';
import {sharePolicyPlugin} from './scripts/vite/share-policy.js';
import {trimLitPlugin} from './scripts/vite/trim-lit.mjs';

const embed = join(import.meta.dirname, 'packages/embed');
const {version} = JSON.parse(readFileSync(join(embed, 'package.json'), 'utf8')) as {version: string};

function readIntegrity(folder: string): Record<string, string> {
  const file = join(folder, 'integrity.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

/** Adds the style sheet, and writes `integrity.json`: for each shipped file what `integrity="…"` must say. */
const shipPlugin = (folder: string): Plugin => ({
  name: 'baken:ship',
  apply: 'build',
  generateBundle() {
    const [source = ''] = minifyCss([readFileSync(join(embed, 'src/baken.css'), 'utf8')]);
    this.emitFile({type: 'asset', fileName: 'baken.css', source});
  },
  writeBundle(_options, bundle) {
    const integrity = readIntegrity(folder);
    for (const fileName of Object.keys(bundle)) {
      const bytes = readFileSync(join(folder, fileName));
      integrity[fileName] = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    }
    writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
  },
});

/** Minifies once more what the bundler wrote: its own minifier finds less. Together they are smaller than each alone. */
const minifyAgainPlugin: Plugin = {
  name: 'baken:minify-again',
  apply: 'build',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const {code} = await minify(chunk.code, {module: true, ecma: 2020, compress: {passes: 3, lhs_constants: false}});
      if (code !== undefined) chunk.code = code;
    }
  },
};

/** A shipped file never runs in Node, where the sources ask for these. */
const inBrowser = {
  'typeof customElements': '"object"',
  'typeof CSSStyleSheet': '"function"',
  'typeof document': '"object"',
  'typeof HTMLElement': '"function"',
};

/**
 * The mode `ship-<entry>` writes one shipped file, `packages/embed/dist/<entry>.js`; `BAKEN_OPEN_ROOTS=1` writes the
 * same with open shadow roots to `dist-open`. `scripts/build.mjs` knows the order. Any other mode is Storybook's.
 */
export default defineConfig(({mode}) => {
  const [, entry] = /^ship-(.+)$/.exec(mode) ?? [];
  const isOpen = process.env['BAKEN_OPEN_ROOTS'] === '1';
  const folder = join(embed, isOpen ? 'dist-open' : 'dist');
  const conditions = ['baken-source', ...defaultClientConditions];
  const define = {
    __BAKEN_VERSION__: JSON.stringify(version),
    __BAKEN_JS_INTEGRITY__: JSON.stringify(readIntegrity(folder)['baken.js'] ?? ''),
  };
  if (entry === undefined) return {resolve: {conditions}, define};
  return {
    define: {...define, ...inBrowser},
    resolve: {conditions: isOpen ? conditions : ['baken-closed', ...conditions]},
    plugins: [minifyTemplatesPlugin(), trimLitPlugin(), sharePolicyPlugin(), minifyAgainPlugin, shipPlugin(folder)],
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(embed, 'src/entries', `${entry}.ts`),
        output: {format: 'es', codeSplitting: false, entryFileNames: `${entry}.js`, comments: false},
      },
    },
  };
});
