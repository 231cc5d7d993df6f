import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import {dirname, join, relative, sep} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {parseAst} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Which package may import what, apart from its own files: a whole specifier, or all below it with `/*`.
 * `node` stands for what Node has built in. Change this table only together with a record in docs/decisions.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  content: [],
  // Nothing may import it: the tool finds it when it is there, so that nothing published holds it.
  'content-staff': [],
  model: ['zod/mini'],
  transport: ['@baken/model/rules/*'],
  theme: [],
  elements: ['@baken/model/rules/*', '@baken/theme/*', 'lit', 'lit/*', '@lit/context', '#root-mode'],
  embed: ['@baken/elements/*', '@baken/transport/*', '@baken/model/rules/*', '@lit/context'],
  receiver: ['@baken/model/*', '@baken/transport/*', '@baken/theme/*', '@baken/content/*', 'zod/mini', 'node', 'pg', '@electric-sql/pglite'],
  cli: [
    ...['model', 'transport', 'theme', 'content'].map((name) => `@baken/${name}/*`),
    ...['zod/mini', 'node', 'postcss', 'colorjs.io'],
  ],
  demo: [
    ...['model', 'transport', 'theme', 'content', 'receiver', 'cli', 'embed'].map((name) => `@baken/${name}/*`),
    'node',
  ],
};

/** What else a part of a package may not import. */
const narrower: readonly (readonly [path: RegExp, refused: RegExp, remedy: string])[] = [
  [
    /^packages\/model\/src\/rules\//,
    /^zod|(^|\/)(schemas|compile)\//,
    'rules run in the browser without zod: what checks a shape belongs in schemas, what runs at build time in compile',
  ],
];

/** Shared pieces of `elements`: every other folder is a widget. */
const sharedFolders = new Set(['parts', 'testing']);

interface Source {
  /** From the folder of the project, with forward slashes. */
  readonly path: string;
  readonly code: string;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function* specifiersIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const one of node) yield* specifiersIn(one);
  } else if (typeof node === 'object' && node !== null) {
    const {type, source, argument} = node as {
      readonly type?: string;
      readonly source?: {readonly value?: unknown} | null;
      readonly argument?: {readonly value?: unknown};
    };
    const isImport = /^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression)$/.test(type ?? '');
    if (isImport && typeof source?.value === 'string') yield source.value;
    if (type === 'TSImportType') yield String(source?.value ?? argument?.value);
    for (const inner of Object.values(node)) yield* specifiersIn(inner);
  }
}

const packageOf = (specifier: string): string =>
  specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

const isBuiltin = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier);

const matches = (rule: string, specifier: string): boolean =>
  rule.endsWith('/*') ? specifier.startsWith(rule.slice(0, -1)) : rule === specifier;

/** Names every import of a file that its layer forbids, with the remedy. */
function checkSource({path, code}: Source, manifests: Readonly<Record<string, Manifest>>): string[] {
  const [, name = ''] = path.split('/');
  const allowed = layers[name] ?? [];
  const own = manifests[name]?.dependencies ?? {};
  const tools = manifests['']?.devDependencies ?? {};
  const isTest = /\.(test|stories|examples)\.ts$|\/src\/testing\//.test(path);
  const widget = /^packages\/elements\/src\/([^/]+)\//.exec(path)?.[1];
  const faults: string[] = [];
  for (const specifier of specifiersIn(parseAst(code, {lang: 'ts'}))) {
    const fault = (remedy: string): number => faults.push(`${path} imports ${specifier}: ${remedy}`);
    for (const [place, refused, remedy] of narrower) {
      if (!isTest && place.test(path) && refused.test(specifier)) fault(remedy);
    }
    if (specifier.startsWith('.')) {
      const target = join(dirname(path), specifier).split(sep).join('/');
      const [, targetWidget] = /^packages\/elements\/src\/([^/]+)\//.exec(target) ?? [];
      if (isTest && target.startsWith('test/support/')) continue;
      if (!target.startsWith(`packages/${name}/`)) fault('import another package by its name, @baken/<package>/…');
      else if (widget && targetWidget && targetWidget !== widget && !sharedFolders.has(targetWidget)) {
        fault('a widget never imports another widget: put what both need in packages/elements/src/parts');
      }
      continue;
    }
    // A test may use the project's tools, Node, the content as data, and lit to put an element on a page.
    const inTests = ['@baken/content', 'lit', ...Object.keys(tools)];
    if (isTest && (isBuiltin(specifier) || inTests.includes(packageOf(specifier)))) continue;
    const isAllowed = allowed.some((rule) => (rule === 'node' ? isBuiltin(specifier) : matches(rule, specifier)));
    if (!isAllowed) {
      fault(`the layer ${name} may import ${allowed.join(', ') || 'nothing'}; move the code to the layer that may`);
    } else if (!isBuiltin(specifier) && !specifier.startsWith('#') && !(packageOf(specifier) in own)) {
      fault(`write ${packageOf(specifier)} in the dependencies of packages/${name}/package.json`);
    }
  }
  return faults;
}

/** Names every dependency that its layer has no use for. */
function checkManifest(name: string, {dependencies = {}}: Manifest): string[] {
  const allowed = layers[name];
  if (!allowed) return [`packages/${name} has no layer: add it to the table in test/architecture/layers.test.ts`];
  return Object.keys(dependencies)
    .filter((dependency) => !allowed.some((rule) => packageOf(rule.replace(/\/\*$/, '')) === dependency))
    .map((dependency) => `packages/${name}/package.json depends on ${dependency}, which its layer may not import`);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    if (['node_modules', 'dist', 'dist-open', '.data'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

const names = readdirSync(join(root, 'packages'));
const manifests: Record<string, Manifest> = {'': readManifest('.')};
for (const name of names) manifests[name] = readManifest(`packages/${name}`);
const sources: Source[] = names
  .map((name) => join(root, 'packages', name, 'src'))
  .filter((folder) => existsSync(folder))
  .flatMap(listFiles)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({path: relative(root, file).split(sep).join('/'), code: readFileSync(file, 'utf8')}));

describe('the layers', () => {
  it('hold for every import of every package', () => {
    assert.ok(sources.length > 50, `found only ${sources.length} sources`);
    assert.deepEqual(sources.flatMap((source) => checkSource(source, manifests)), []);
  });

  it('hold for every dependency in a package.json', () => {
    assert.deepEqual(names.flatMap((name) => checkManifest(name, manifests[name] ?? {})), []);
  });

  it('know every package, and no package that is gone', () => {
    assert.deepEqual(Object.keys(layers).toSorted(), names.toSorted());
  });

  it('leave content without code', () => {
    const files = ['content', 'content-staff'].flatMap((name) => listFiles(join(root, 'packages', name)));
    assert.deepEqual(files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)), []);
  });
});

describe('the check of the layers', () => {
  const fixture = {
    elements: {dependencies: {lit: '3', '@baken/model': '0.1.0'}},
    model: {dependencies: {zod: '4'}},
    receiver: {dependencies: {}},
    content: {},
    '': {devDependencies: {'@open-wc/testing': '4'}},
  };
  const check = (path: string, code: string): string => checkSource({path, code}, fixture).join('\n');
  const form = 'packages/elements/src/signal-form/signal-form-element.ts';

  const refused: readonly (readonly [what: string, path: string, code: string, remedy: RegExp])[] = [
    ['a layer above', 'packages/model/src/rules/a.ts', "import {a} from '@baken/elements/services';", /the layer model may import/],
    ['a type of a layer above', 'packages/model/src/rules/a.ts', "import type {A} from '@baken/embed/accept';", /the layer model/],
    ['a type written in place', 'packages/model/src/rules/a.ts', "export type A = import('lit').LitElement;", /the layer model/],
    ['something passed on', form, "export * from '@baken/transport/deliver';", /the layer elements/],
    ['something loaded later', form, "void import('@baken/transport/deliver');", /the layer elements/],
    ['schemas in an element', form, "import {a} from '@baken/model/schemas/signal';", /the layer elements/],
    ['another widget', form, "import {a} from '../quick-exit/leave.js';", /parts/],
    ['another package by its folder', form, "import {a} from '../../../model/src/rules/a.js';", /by its name/],
    ['zod in a rule', 'packages/model/src/rules/a.ts', "import * as z from 'zod/mini';", /without zod/],
    ['schemas in a rule', 'packages/model/src/rules/a.ts', "import {a} from '../schemas/signal.js';", /without zod/],
    ['classic zod', 'packages/model/src/schemas/a.ts', "import {z} from 'zod';", /the layer model/],
    ['Node in the model', 'packages/model/src/compile/a.ts', "import {join} from 'node:path';", /the layer model/],
    ['content for staff in the tool', 'packages/cli/src/a.ts', "import a from '@baken/content-staff/signs.json';", /the layer cli/],
    ['what package.json does not list', 'packages/receiver/src/a.ts', "import pg from 'pg';", /dependencies of packages\/receiver/],
    ['a test tool outside tests', form, "import {expect} from '@open-wc/testing';", /the layer elements/],
  ];
  for (const [what, path, code, remedy] of refused) {
    it(`reports ${what}`, () => assert.match(check(path, code), remedy));
  }

  it('accepts what a layer may import, shared parts, and tools in tests', () => {
    assert.equal(check(form, "import {html} from 'lit';\nimport {field} from '../parts/fields.js';"), '');
    assert.equal(check('packages/elements/src/a.test.ts', "import {expect} from '@open-wc/testing';"), '');
  });

  it('reports a dependency without use in its layer, and a package without a layer', () => {
    assert.match(checkManifest('elements', {dependencies: {zod: '4'}}).join(), /depends on zod/);
    assert.match(checkManifest('labs', {}).join(), /has no layer/);
  });
});
