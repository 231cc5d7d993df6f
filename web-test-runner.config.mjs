// Runs the browser tests in one engine: `npm test -- chromium`, or by itself
// `npx wtr --files 'packages/elements/src/**/*.test.ts' -- firefox`.
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';

import {countMark} from './scripts/count-reporter.mjs';
import {chromiumArguments, findChromium, findFirefox, startWebKitDriver} from './scripts/engines.mjs';
import {trimLitInTests} from './scripts/vite/trim-lit.mjs';

const given = process.argv.includes('--') ? process.argv.at(-1) : 'chromium';
const width = 1280;
const height = 1024;

/** @type {Record<string, () => Promise<import('@web/test-runner').BrowserLauncher>>} */
const launchers = {
  chromium: async () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        executablePath: /** @type {string} */ (findChromium()),
        args: chromiumArguments,
        defaultViewport: {width, height},
      },
    }),
  firefox: async () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: /** @type {string} */ (findFirefox()),
        args: [`--width=${width}`, `--height=${height}`],
      },
    }),
  webkit: async () => {
    const {port, capabilities} = await startWebKitDriver();
    const options = {hostname: '127.0.0.1', port, path: '/', logLevel: /** @type {const} */ ('error'), capabilities};
    return /** @type {import('@web/test-runner').BrowserLauncher} */ (/** @type {unknown} */ (webdriverLauncher(options)));
  },
};

const launch = launchers[given ?? ''];
if (!launch) throw new Error(`There is no engine "${given}". Write one of: ${Object.keys(launchers).join(', ')}.`);

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */

/** @param {TestSuiteResult | undefined} suite @returns {import('@web/test-runner').TestResult[]} */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/** @returns {import('@web/test-runner').Reporter} */
const countReporter = () => ({
  onTestRunFinished({sessions}) {
    const tests = sessions.flatMap((session) => testsOf(session.testResults));
    const skipped = tests.filter((test) => test.skipped).map((test) => `${test.name} (in ${given})`);
    // A file that does not load has no tests, and is a failure all the same.
    const broken = sessions.filter((session) => !session.passed && testsOf(session.testResults).every(({passed}) => passed));
    const count = {
      passed: tests.filter((test) => test.passed && !test.skipped).length,
      failed: tests.filter((test) => !test.passed && !test.skipped).length + broken.length,
      skipped,
    };
    process.stderr.write(`${countMark}${JSON.stringify(count)}\n`);
  },
});

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  browsers: [await launch()],
  concurrency: 1,
  nodeResolve: {exportConditions: ['baken-source']},
  plugins: [trimLitInTests(), a11ySnapshotPlugin(), esbuildPlugin({ts: true, target: 'esnext', tsconfig: 'tsconfig.json'})],
  testFramework: {config: {ui: 'bdd', timeout: '20000'}},
  testsFinishTimeout: 300_000,
  reporters: [defaultReporter({reportTestResults: true, reportTestProgress: false}), countReporter()],
};
