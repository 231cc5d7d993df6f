import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

import {findChromium, findFirefox, findPostgres, findWebKit} from './engines.mjs';

/** @typedef {{name: string, isHere: () => boolean, debian: string[], elsewhere: string}} Need */

/** @param {string} name @returns {boolean} */
const isInstalled = (name) => {
  const {stdout} = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], {encoding: 'utf8'});
  return stdout?.startsWith('install ok') ?? false;
};

/** What the suites need beside Node and git. @type {readonly Need[]} */
const needs = [
  {
    name: 'chromium',
    isHere: () => findChromium() !== undefined,
    debian: ['chromium'],
    elsewhere: 'install Chrome or Chromium, or run: npx playwright install chromium',
  },
  {
    name: 'firefox',
    isHere: () => findFirefox() !== undefined,
    debian: ['firefox-esr'],
    elsewhere: 'install Firefox 140 or newer, or name it in BAKEN_FIREFOX',
  },
  {
    name: 'webkit',
    isHere: () => findWebKit() !== undefined,
    debian: ['webkit2gtk-driver', 'xvfb'],
    elsewhere: 'WebKitGTK runs on Linux only: install WebKitWebDriver, MiniBrowser and Xvfb',
  },
  {
    name: 'postgres',
    isHere: () => findPostgres() !== undefined,
    debian: ['postgresql'],
    elsewhere: 'install PostgreSQL 15 or newer, or name its folder of programs in BAKEN_POSTGRES_BIN',
  },
];

/** Whether this run may install packages itself and may therefore leave nothing out. */
export const isDebianRoot =
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Makes sure of browsers and PostgreSQL: installs what is missing as root on Debian, and says elsewhere what to do.
 *
 * @returns {Map<string, string>} What is still missing: the name and what to do about it.
 */
export function provideEngines() {
  if (isDebianRoot) {
    const missing = needs.filter((need) => !need.isHere()).flatMap((need) => need.debian);
    // Without a font that has every script, a page in Arabic or Tigrinya is measured in empty boxes.
    if (!isInstalled('fonts-noto-core')) missing.push('fonts-noto-core');
    if (missing.length > 0) {
      console.log(`Installing Debian packages: ${missing.join(' ')}.`);
      const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
      spawnSync('apt-get', ['update', '-qq'], {stdio: 'inherit', env});
      const args = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
      spawnSync('apt-get', args, {stdio: ['ignore', 'ignore', 'inherit'], env});
    }
  }
  return new Map(needs.filter((need) => !need.isHere()).map((need) => [need.name, need.elsewhere]));
}
