import {findEngines} from '../../scripts/engines.mjs';
import type {Browser, Engine} from './browser.js';
import {launchChromium} from './chromium.js';
import {launchFirefox} from './firefox.js';
import {launchWebKit} from './webkit.js';

/** Starts a browser. Rejects with what to install when it is not here. */
export function launchBrowser(engine: Engine): Promise<Browser> {
  return {chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit}[engine]();
}

/** The engines to test with: those installed, or of these the ones that `BAKEN_ENGINES` names (`chromium,firefox`). */
export function chooseEngines(): Engine[] {
  const wanted = process.env['BAKEN_ENGINES']?.split(',');
  return findEngines().filter((engine) => !wanted || wanted.includes(engine));
}
