// `npm test [word…]`: sets up what is missing, runs every suite, and ends with one line "N passed, N failed".
// The first word chooses suites by a part of their name; further words choose test files by a part of their path.
import {spawn} from 'node:child_process';

import {countMark} from './count-reporter.mjs';
import {isDebianRoot, provideEngines} from './provide-engines.mjs';
import {installPackages, root} from './install-packages.mjs';
import {listSuites} from './suites.mjs';

/** A suite that takes longer hangs: the slowest takes a few minutes. */
const suiteLimit = 30 * 60_000;

/** @typedef {{passed: number, failed: number, skipped: string[]}} Count */

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isQuick = process.argv.includes('--quick');
const [suiteWord, ...fileWords] = words;

/**
 * @param {string[]} command
 * @param {(text: string) => void} say Hears what the command prints.
 * @returns {Promise<{code: number, count: Count | undefined}>}
 */
function run([program, ...args], say) {
  return new Promise((resolve) => {
    const child = spawn(/** @type {string} */ (program), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0'},
    });
    const late = setTimeout(() => {
      say(`Stopped: it ran longer than ${suiteLimit / 60_000} minutes.\n`);
      child.kill('SIGKILL');
    }, suiteLimit);
    /** @type {Count | undefined} */
    let count;
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', say);
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith(countMark)) count = JSON.parse(line.slice(countMark.length));
        else say(`${line}\n`);
      }
    });
    child.once('error', (error) => say(`${error.message}\n`));
    child.once('close', (code) => {
      clearTimeout(late);
      if (rest) say(`${rest}\n`);
      resolve({code: code ?? 1, count});
    });
  });
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {(text: string) => void} say
 * @returns {Promise<Count>}
 */
async function runSuite(suite, say) {
  /** @type {Count} */
  const sum = {passed: 0, failed: 0, skipped: []};
  for (const command of suite.commands) {
    const {code, count} = await run(command, say);
    if (!suite.counts) {
      sum[code === 0 ? 'passed' : 'failed']++;
      continue;
    }
    sum.passed += count?.passed ?? 0;
    sum.failed += count?.failed ?? 0;
    sum.skipped.push(...(count?.skipped ?? []));
    const isEmpty = sum.passed + sum.failed + sum.skipped.length === 0;
    if (sum.failed === 0 && (code !== 0 || isEmpty)) {
      say(`The suite "${suite.name}" ${isEmpty ? 'ran no test' : `ended with code ${code}`}: a failure.\n`);
      sum.failed++;
    }
  }
  return sum;
}

installPackages();
const chosen = listSuites(fileWords).filter(({name, quick}) => {
  if (suiteWord !== undefined) return name.includes(suiteWord);
  return !isQuick || quick;
});
if (chosen.length === 0) {
  const names = listSuites([]).map(({name}) => name);
  console.error(`No suite has "${suiteWord}" in its name. Write one of: ${names.join(', ')}.`);
}
const needsEngines = chosen.some(({name, needs}) => needs || name === 'node');
const missing = needsEngines ? provideEngines() : new Map();

/** @type {string[]} */
const left = [];
/** @type {[string, Count, number][]} */
const counts = [];
/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {(text: string) => void} say
 */
async function runOne(suite, say) {
  const lacks = (suite.needs ?? []).filter((need) => missing.has(need));
  if (lacks.length > 0) {
    left.push(...lacks.map((need) => `suite ${suite.name}: there is no ${need}; ${missing.get(need)}`));
    return;
  }
  say(`\n== ${suite.name}\n`);
  if (suite.files?.length === 0) {
    say(`The suite "${suite.name}" found no test files${fileWords.length ? ' with these words' : ''}.\n`);
    counts.push([suite.name, {passed: 0, failed: fileWords.length ? 0 : 1, skipped: []}, 0]);
    return;
  }
  const start = Date.now();
  const count = await runSuite(suite, say);
  counts.push([suite.name, count, Date.now() - start]);
  left.push(...count.skipped.map((test) => `test of ${suite.name}: ${test}`));
}

const first = chosen.filter(({alone}) => alone);
const rest = chosen.filter(({alone}) => !alone);
const isShared = rest.length > 1;
const print = (/** @type {string} */ text) => void process.stdout.write(text);

for (const suite of first) await runOne(suite, print);
// Two at a time, the longest first. What a suite says is kept until it ends, so that no two speak at once.
const takeNext = async () => {
  for (let suite = rest.shift(); suite; suite = rest.shift()) {
    let said = '';
    if (isShared) print(`\nStarted: ${suite.name}\n`);
    await runOne(suite, isShared ? (text) => void (said += text) : print);
    print(said);
  }
};
await Promise.all([takeNext(), takeNext()]);

console.log('');
for (const [name, {passed, failed}, time] of counts) {
  console.log(`${name.padEnd(9)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ` +
    `${(time / 1000).toFixed(1).padStart(7)} s`);
}
for (const line of left) console.log(`Not run: ${line}`);
const passed = counts.reduce((sum, [, count]) => sum + count.passed, 0);
// As root on Debian everything can be installed, so nothing may be left out.
const failed = counts.reduce((sum, [, count]) => sum + count.failed, 0) + (isDebianRoot ? left.length : 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
