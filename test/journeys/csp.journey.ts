import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Choices} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {build} from 'vite';

import type {Browser, Page} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {Keyboard} from '../support/keyboard.js';
import {startTestSite, type TestSite} from '../support/start-site.js';
import {until} from '../support/until.js';
import {answerAll, awaitHeading, openForm, pressSend, sentence, walkToReview} from '../support/walk-form.js';
import {asRecord, openStaff, staffSentence, walkRecord, walkToResult} from '../support/walk-staff.js';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
  + "require-trusted-types-for 'script'";
const reports = 'report-uri /csp-report';

/** Runs first on the page: keeps every report that is raised. */
const watch = `globalThis.raised = [];
document.addEventListener('securitypolicyviolation', (event) => {
  raised.push([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample].join(' '));
});`;

/** What a page with its own Lit runs. */
const hostEntry = `import {html, render} from 'lit';
const place = document.createElement('p');
document.body.append(place);
render(html\`<b id="host-lit">\${'Lit of the page'}</b>\`, place);`;

/** Bundles the script of the host: its own copy of Lit, which makes the policy \`lit-html\`. */
async function bundleHost(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {write: false, rolldownOptions: {input: 'host', output: {format: 'es', codeSplitting: false}}},
    plugins: [{
      name: 'host',
      resolveId: (id) => (id === 'host' ? '\0host' : undefined),
      load: (id) => (id === '\0host' ? hostEntry : undefined),
    }],
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('Vite made no script of the host.');
  return chunk.code;
}

/** A short way through the meldroute. */
const choices: Choices = {
  'start': ['signal'],
  'danger': ['yes'],
  'about-gemeente': ['no'],
  'what-known': ['feeling'],
  'name-safe': ['yes'],
  'self': ['fine'],
};

const policies = {
  'alone, under trusted-types baken': {policy: `${strict}; trusted-types baken; ${reports}`, hasLit: false},
  'beside a page with its own Lit, under trusted-types baken lit-html': {
    policy: `${strict}; trusted-types baken lit-html; ${reports}`,
    hasLit: true,
  },
};

for (const [name, {policy, hasLit}] of Object.entries(policies)) {
  for (const engine of chooseEngines()) {
    describe(`the form ${name}, in ${engine}`, () => {
      let site: TestSite;
      let browser: Browser;
      const open = async (path: string) => {
        const page = await browser.newPage();
        await openForm(page, `${site.origin}${path}`);
        return page;
      };

      before(async () => {
        const host = hasLit ? await bundleHost() : '';
        site = await startTestSite({
          isOpen: engine === 'webkit',
          policy,
          files: {'/watch.js': watch, '/host.js': host, '/bad.js': "document.body.innerHTML += '<p>bad</p>';"},
          // A favicon of data: is the demo's own, not of the form.
          change: (html) => html
            .replace(/<link rel="icon"[^>]*>/, '')
            .replace('<head>', '<head><script src="/watch.js"></script>')
            .replace('</body>', `${hasLit ? '<script type="module" src="/host.js"></script>' : ''}</body>`),
        });
        browser = await launchBrowser(engine);
      });
      after(async () => {
        await browser?.close();
        await site?.stop();
      });
      // Without an icon in the page a browser asks for this one by itself, and reports its own request.
      const isOurs = (report: string) => !report.includes('/favicon.ico');
      const countReports = () =>
        site.requests.filter(({url, body}) => url.startsWith('/csp-report') && isOurs(body)).length;
      const readRaised = async (page: Page) =>
        (await page.evaluate(() => (globalThis as unknown as {raised: string[]}).raised)).filter(isOurs);

      it('works from the first question to the receipt, and no report is raised', async () => {
        const [gemeente] = site.gemeenten as [CompiledGemeente];
        const page = await open(`/${gemeente.gemeente.id}/signaal`);
        try {
          const keyboard = new Keyboard(page);
          const answers = answerAll(gemeente, {danger: 'no', who: 'other', form: 'arbeid', known: 'confidential'});
          await walkToReview(page, keyboard, gemeente, answers);
          await pressSend(keyboard, gemeente);
          await awaitHeading(page, keyboard, sentence(gemeente, 'received.title'));
          if (hasLit) assert.match(await page.text(), /Lit of the page/);
          assert.deepEqual(await readRaised(page), []);
          assert.equal(countReports(), 0);
        } finally {
          await page.close();
        }
      });

      // What is downloaded and printed is in the hands of the browser: Chromium saves and prints without asking anyone.
      it('works for staff: wizard, checklist and cards, with print, copy and vCard, and no report is raised', async () => {
        const [{gemeente}] = site.gemeenten as [CompiledGemeente];
        const answer = await fetch(`${site.origin}/assets/${gemeente.id}.staff.nl.json`);
        const staff = (await answer.json()) as CompiledStaff;
        const say = (key: string) => staffSentence(staff, key);
        const page = await browser.newPage();
        try {
          const keyboard = new Keyboard(page);
          const press = (name: string) => keyboard.activate({role: 'button', name});
          const intranet = `${site.origin}/${gemeente.id}/intranet`;
          await openStaff(page, `${intranet}/tekens`, 'baken-risk-checklist', 'baken-meldroute-wizard');
          const [sign] = staff.staff.signs.filter(({weight}) => weight === 'NU');
          await keyboard.tick(sign?.text ?? '');
          await keyboard.tabTo({role: 'button', name: say('checklist.wizard')}, {limit: 120});
          await page.press('Enter');
          await awaitHeading(page, keyboard, say(`node.${staff.staff.meldroute.start}.title`));
          await walkToResult(page, keyboard, staff, choices);
          if (engine === 'chromium') {
            await keyboard.tabTo({role: 'button', name: say('wizard.print')}, {limit: 120});
            await page.press('Enter');
            await keyboard.tabTo({role: 'button', name: say('wizard.copy')});
            await page.press('Enter');
            // The button to register stands before them.
            await keyboard.tabTo({role: 'button', name: say('wizard.register')}, {limit: 120, back: true});
          }
          await walkRecord(page, keyboard, staff, answerAll(asRecord(staff), {}));
          await press(say('wizard.review.send'));
          await awaitHeading(page, keyboard, say('wizard.received.title'));
          assert.deepEqual(await readRaised(page), []);
          for (const path of [`/${gemeente.id}/contact`, `/${gemeente.id}/intranet/contact`]) {
            await openStaff(page, site.origin + path, 'baken-contact-card');
            const isSaved = await page.evaluate(() => {
              const root = document.querySelector('baken-contact-card')?.shadowRoot;
              const button = root?.querySelector<HTMLElement>('details.save button');
              button?.click();
              return button !== undefined && button !== null;
            });
            assert.ok(isSaved, `a contact to save on ${path}`);
            // A refused download is reported with the next frame.
            await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
            assert.deepEqual(await readRaised(page), [], path);
          }
          assert.equal(countReports(), 0);
        } finally {
          await page.close();
        }
      });

      it('would be reported if it broke the policy', async () => {
        const [gemeente] = site.gemeenten as [CompiledGemeente];
        const page = await open(`/${gemeente.gemeente.id}/signaal`);
        try {
          await page.evaluate(() => {
            const style = document.createElement('style');
            style.textContent = 'p { color: red; }';
            document.head.append(style);
          });
          await until('a report', () => countReports() > 0);
          assert.match((await readRaised(page)).join(), /style-src/);
        } finally {
          await page.close();
        }
      });
    });
  }
}
