import {globSync} from './glob-sync.mjs';

const inBrowser = /^packages\/(elements|embed|theme)\/src\//;

/** Every test file, by who runs it. Paths are from the folder of the project. */
export function findTestFiles() {
  const beside = globSync('packages', /\/src\/.*\.test\.ts$/);
  const above = globSync('test', /\.(test|journey)\.ts$/);
  const isBrowser = (/** @type {string} */ file) => inBrowser.test(file) && !file.endsWith('.node.test.ts');
  // These start browsers themselves.
  const isSupport = (/** @type {string} */ file) => file.startsWith('test/support/');
  return {
    node: [
      ...beside.filter((file) => !isBrowser(file)),
      ...above.filter((file) => file.endsWith('.test.ts') && !file.endsWith('.built.test.ts') && !isSupport(file)),
    ],
    support: above.filter((file) => file.endsWith('.test.ts') && isSupport(file)),
    browser: beside.filter(isBrowser),
    built: above.filter((file) => file.endsWith('.built.test.ts')),
    journeys: above.filter((file) => file.endsWith('.journey.ts')),
  };
}

const node = process.execPath;

/** A test that takes longer hangs. A journey goes through three browsers and may take as long as a file of them. */
const minutes = {test: 3, journey: 15};

/** @param {string[]} files @param {number} atOnce @param {number} limit In minutes. @returns {string[]} */
const nodeTest = (files, atOnce, limit = minutes.test) => [
  node,
  '--conditions=baken-source',
  '--import',
  'tsx',
  '--test',
  `--test-concurrency=${atOnce}`,
  `--test-timeout=${limit * 60_000}`,
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/count-reporter.mjs',
  '--test-reporter-destination=stderr',
  ...files,
];

/** @param {string} path @param {...string} args @returns {string[]} */
const tool = (path, ...args) => [node, `node_modules/${path}`, ...args];

/** @param {string} engine @param {string[]} files @returns {string[]} */
const webTest = (engine, files) =>
  tool('@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs', '--files', ...files, '--', engine);

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} [alone] Runs before the others and not beside one: what comes after it reads what it makes.
 * @property {boolean} [quick] Part of `npm run test:quick`.
 * @property {string[]} [needs] Engines without which it cannot run.
 * @property {string[]} [files] The test files. An empty list is an error: a suite without tests proves nothing.
 * @property {string} [engine] The browser engine in which the files run.
 * @property {boolean} [counts] It counts its own tests and prints the count on stderr; else each command is one test.
 * @property {string[][]} commands
 */

/**
 * Lists the suites in the order of running: first those that run alone, then the longest.
 *
 * @param {readonly string[]} words Keeps only the test files whose path contains one of these; none keeps all.
 * @returns {Suite[]}
 */
export function listSuites(words) {
  const found = findTestFiles();
  /** @param {string[]} files @returns {string[]} */
  const keep = (files) => files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  const nodeFiles = keep(found.node);
  const browser = keep(found.browser);
  const support = keep(found.support);
  const built = keep(found.built);
  const journeys = keep(found.journeys);
  const tsc = (/** @type {string} */ project) => tool('typescript/bin/tsc', '-p', project);
  return [
    {name: 'types', alone: true, quick: true, commands: [tsc('.'), tsc('packages/model')]},
    {name: 'lint', alone: true, quick: true, commands: [tool('oxlint/bin/oxlint', '--deny-warnings')]},
    {name: 'build', alone: true, quick: true, commands: [[node, 'scripts/build.mjs'], [node, 'scripts/build.mjs', '--open-roots']]},
    {name: 'journeys', needs: ['chromium'], files: journeys, counts: true, commands: [nodeTest(journeys, 2, minutes.journey)]},
    {name: 'node', quick: true, files: nodeFiles, counts: true, commands: [nodeTest(nodeFiles, 2)]},
    ...['chromium', 'firefox', 'webkit'].map((engine) => ({
      name: engine,
      quick: engine === 'chromium',
      needs: [engine],
      files: browser,
      counts: true,
      commands: [webTest(engine, browser)],
    })),
    {
      name: 'storybook',
      commands: [
        [node, 'scripts/storybook.mjs', 'build', '--quiet'],
        [node, 'scripts/storybook.mjs', 'build', '--quiet', '--staff'],
      ],
    },
    {name: 'support', needs: ['chromium'], files: support, counts: true, commands: [nodeTest(support, 1)]},
    {name: 'built', needs: ['chromium'], files: built, counts: true, commands: [nodeTest(built, 1)]},
  ];
}
