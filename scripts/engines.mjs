import {spawn} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {homedir} from 'node:os';
import {delimiter, join} from 'node:path';

/** The browser engines that a visitor may have, in the order in which the suites use them. */
export const engineNames = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @typedef {(typeof engineNames)[number]} EngineName */

/** @param {string} file @returns {boolean} */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder @returns {string[]} */
const list = (folder) => (existsSync(folder) ? readdirSync(folder).toSorted().toReversed() : []);

/**
 * Finds a program by its name on the path.
 *
 * @param {...string} names Tried in this order.
 * @returns {string | undefined} The whole path.
 */
export function findProgram(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find(isExecutable);
}

/** @returns {string[]} */
function playwrightChromium() {
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    {darwin: join(homedir(), 'Library/Caches/ms-playwright'), win32: join(homedir(), 'AppData/Local/ms-playwright')}[
      /** @type {string} */ (process.platform)
    ] ??
    join(homedir(), '.cache/ms-playwright');
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return list(cache)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .flatMap((folder) => inside.map((file) => join(cache, folder, file)));
}

/** @param {string[]} files @returns {string | undefined} */
const firstOf = (files) => files.find(isExecutable);

/**
 * Finds Chrome or Chromium: what `BAKEN_CHROMIUM` names, what is installed, or what Playwright keeps in its cache.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  return (
    process.env['BAKEN_CHROMIUM'] ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome') ??
    firstOf([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      ...playwrightChromium(),
    ])
  );
}

/**
 * Finds Firefox: what `BAKEN_FIREFOX` names, or what is installed. Playwright's Firefox is a changed one that does
 * not speak WebDriver BiDi as the released browser does, so it is not used.
 *
 * @returns {string | undefined}
 */
export function findFirefox() {
  return (
    process.env['BAKEN_FIREFOX'] ??
    findProgram('firefox-esr', 'firefox') ??
    firstOf([
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ])
  );
}

/**
 * Finds WebKitGTK: its driver, its small browser, and the screen that it draws on. All three are needed.
 *
 * @returns {{driver: string, browser: string, xvfb: string} | undefined}
 */
export function findWebKit() {
  const driver = process.env['BAKEN_WEBKIT_DRIVER'] ?? findProgram('WebKitWebDriver');
  const libraries = ['/usr/lib', '/usr/libexec', ...list('/usr/lib').map((folder) => join('/usr/lib', folder))];
  const builds = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  const browser =
    process.env['BAKEN_MINIBROWSER'] ??
    firstOf(libraries.flatMap((folder) => builds.map((build) => join(folder, build, 'MiniBrowser'))));
  const xvfb = findProgram('Xvfb');
  return driver && browser && xvfb ? {driver, browser, xvfb} : undefined;
}

/**
 * Finds the folder with PostgreSQL's server programs (`initdb`, `postgres`): what `BAKEN_POSTGRES_BIN` names, the
 * newest of Debian's or Homebrew's folders, or the path.
 *
 * @returns {string | undefined}
 */
export function findPostgres() {
  const given = process.env['BAKEN_POSTGRES_BIN'];
  if (given) return given;
  const folders = [
    ...list('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin')),
    ...list('/opt/homebrew/opt').map((name) => join('/opt/homebrew/opt', name, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => isExecutable(join(folder, 'initdb')) && isExecutable(join(folder, 'postgres')));
}

/**
 * Tells which engines can run here.
 *
 * @returns {EngineName[]}
 */
export function findEngines() {
  const found = {chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit()};
  return engineNames.filter((name) => found[name]);
}

/** Chromium's own sandbox refuses to run as root, which is who a container runs as. */
export const chromiumArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts a screen without a monitor (Xvfb) on a free display, and gives its name (`:99`) and the way to end it.
 * Rejects when it does not start within ten seconds.
 *
 * @param {string} program The path of Xvfb.
 * @returns {Promise<{display: string, stop: () => void}>}
 */
export function startScreen(program) {
  return new Promise((resolve, reject) => {
    const screen = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const stop = () => void screen.kill();
    const late = setTimeout(() => {
      stop();
      reject(new Error('Xvfb did not start within ten seconds.'));
    }, 10_000);
    screen.once('error', reject);
    screen.stdio[3]?.once('data', (data) => {
      clearTimeout(late);
      resolve({display: `:${String(data).trim()}`, stop});
    });
  });
}

/**
 * Starts WebKitGTK's driver on a free port with a screen of its own. Ends both when `stop` is called or this process
 * ends. `capabilities` is what a WebDriver client must ask for.
 * Rejects when WebKitGTK is not installed or does not start within ten seconds.
 *
 * @returns {Promise<{port: number, capabilities: Record<string, unknown>, stop: () => void}>}
 */
export async function startWebKitDriver() {
  const found = findWebKit();
  if (!found) throw new Error('WebKitGTK is not here. On Debian: apt-get install webkit2gtk-driver xvfb.');
  const screen = await startScreen(found.xvfb);
  const port = await freePort();
  const driver = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {...process.env, DISPLAY: screen.display},
  });
  const stop = () => {
    driver.kill();
    screen.stop();
  };
  process.once('exit', stop);
  driver.once('error', stop);
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) {
      const options = {binary: found.browser, args: ['--automation']};
      // webdriverio asks for BiDi by default, which WebKitGTK 2.50 refuses with "Failed to match capabilities".
      const capabilities = {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': options,
        'wdio:enforceWebDriverClassic': true,
      };
      return {port, capabilities, stop};
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`${found.driver} did not answer within ten seconds.`);
}
