import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {openIntegrity} from '@baken/demo/open-integrity';
import {type Demo, startDemo} from '@baken/demo/start-demo';
import type {Answers} from '@baken/model/rules/answers';
import type {Signal, SignalRoute} from '@baken/model/rules/signal';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {openStorage} from '@baken/receiver/open-storage';
import type {StoredSignal} from '@baken/receiver/storage';
import {startPostgres, type TestPostgres} from '@baken/receiver/testing/start-postgres';

import type {Browser, Page} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {distFolder} from '../support/start-site.js';
import {
  openWidgets,
  readStaff,
  recordOf,
  register,
  say,
  seeingKeys,
  walkQuestions,
  writeRecord,
} from '../support/walk-wizard.js';

/** A way through the meldroute, and what must come of it. */
interface Journey {
  readonly gemeente: string;
  readonly route: SignalRoute;
}

/** An adult who wants help with work, but no registration; Groningen starts at its Zorg- en Veiligheidshuis. */
const adult: Journey = {
  gemeente: 'groningen',
  route: {
    meldroute: 'groningen@1',
    choices: {
      'start': ['signal'],
      'danger': ['no'],
      'about-gemeente': ['no'],
      'what-known': ['victim'],
      'under-18': ['no'],
      'contact': ['alone'],
      'wants-help': ['yes'],
      'consent': ['help-yes', 'police-later', 'registration-no'],
      'shelter': ['no'],
      'form': ['work'],
      'pattern': ['yes'],
      'name-safe': ['rather-not'],
      'self': ['shaken'],
    },
    routes: ['report', 'victim-care', 'inspection', 'nazorg', 'ketenregisseur'],
    flags: ['may-help', 'shield-source'],
    consent: {help: 'yes', police: 'later', registration: 'no'},
  },
};

/** Perhaps a child, that may be gone in a few days; Duinrand has its aandachtsfunctionaris with a neighbour. */
const child: Journey = {
  gemeente: 'duinrand',
  route: {
    meldroute: 'duinrand@1',
    choices: {
      'start': ['signal'],
      'danger': ['days'],
      'about-gemeente': ['no'],
      'what-known': ['victim'],
      'under-18': ['unsure'],
      'child-what': ['work'],
      'meldcode': ['no'],
      'child-age': ['younger'],
      'child-parent': ['no'],
      'consent-parent': ['help-yes', 'sharing-yes'],
      'child-shelter': ['no'],
      'pattern': ['no'],
      'name-safe': ['yes'],
      'self': ['fine'],
    },
    routes: ['police-today', 'veilig-thuis', 'victim-care', 'inspection', 'report'],
    flags: ['urgent', 'may-help', 'may-share'],
    consent: {help: 'yes', sharing: 'yes'},
  },
};

/** Someone only feels that something is wrong, and has ticked signs. */
const feeling: Journey = {
  gemeente: 'diemen',
  route: {
    meldroute: 'default@2',
    choices: {
      'start': ['doubt'],
      'danger': ['unsure'],
      'about-gemeente': ['no'],
      'what-known': ['feeling'],
      'name-safe': ['yes'],
      'self': ['fine'],
    },
    routes: ['report', 'advice'],
    flags: [],
    consent: {},
  },
};

/** The signal is about the own leader and the very person who reads signals. */
const integrity: Journey = {
  gemeente: 'groningen',
  route: {
    meldroute: 'groningen@1',
    choices: {
      'start': ['signal'],
      'danger': ['no'],
      'about-gemeente': ['yes'],
      'about-whom': ['leidinggevende', 'aandachtsfunctionaris'],
      'what-known': ['victim'],
      'under-18': ['no'],
      'contact': ['none'],
      'form': ['work'],
      'pattern': ['no'],
      'name-safe': ['afraid'],
      'self': ['shaken'],
    },
    routes: ['integrity', 'integrity-higher', 'inspection-direct', 'nazorg-confidant', 'anonymous-tips'],
    flags: ['integrity', 'shield-source'],
    consent: {},
  },
};

const workplace = 'permits';
/** In the order of the list: past its end Firefox finds no way back into the page. */
const ticked = ['VER-09', 'ALG-11', 'ARB-01'];

interface Sent {
  readonly journey: Journey;
  readonly staff: CompiledStaff;
  readonly answers: Answers;
  readonly checklist?: readonly string[];
  /** All words on the receipt. */
  readonly receipt: string;
}

const engines = chooseEngines();
const runs = [
  ...engines.map((engine) => ({engine, database: 'PGlite'})),
  ...engines.filter((engine) => engine === 'chromium').map((engine) => ({engine, database: 'PostgreSQL'})),
];

for (const {engine, database} of runs) {
  describe(`an employee with only a keyboard, in ${engine}, on ${database}`, () => {
    let folder: string;
    let postgres: TestPostgres | undefined;
    let demo: Demo;
    let browser: Browser;
    const sent: Sent[] = [];

    const onPage = async (use: (page: Page) => Promise<void>) => {
      const page = await browser.newPage();
      try {
        await use(page);
        assert.deepEqual(await page.console(), []);
      } finally {
        await page.close();
      }
    };
    const walkAndRegister = (journey: Journey) => onPage(async (page) => {
      const staff = await readStaff(demo.pages, journey.gemeente);
      const answers = writeRecord(staff);
      await openWidgets(page, `${demo.pages}/${journey.gemeente}/intranet/meldroute`, 'baken-meldroute-wizard');
      const keys = seeingKeys(page);
      const {choices} = journey.route;
      assert.equal(await walkQuestions(keys, staff, choices), Object.keys(choices).length);
      await register(keys, staff, {choices, answers});
      sent.push({journey, staff, answers, receipt: await page.text()});
    });

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'baken-register-'));
      if (database === 'PostgreSQL') postgres = await startPostgres();
      demo = await startDemo({
        ports: {pages: 0, receiver: 0, inbox: 0, integrity: 0},
        dataDir: folder,
        databaseUrl: postgres?.url,
        // WebKitGTK's driver cannot look into a closed root; the other engines get the files as they are shipped.
        distDir: distFolder(engine === 'webkit'),
      });
      browser = await launchBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await demo?.stop();
      await postgres?.stop();
      await rm(folder, {recursive: true, force: true});
    });

    for (const journey of [adult, child]) {
      const count = Object.keys(journey.route.choices).length;
      it(`answers ${count} questions of ${journey.gemeente} and registers, the focus always in sight`, async () => {
        assert.ok(count >= 12);
        await walkAndRegister(journey);
      });
    }

    it('hands over ticked signs from the checklist, and registers them', () => onPage(async (page) => {
      const {gemeente, route: {choices}} = feeling;
      const staff = await readStaff(demo.pages, gemeente);
      const answers: Answers = {facts: 'Niemand mag zonder de baas met ons praten.'};
      const widgets = ['baken-risk-checklist', 'baken-meldroute-wizard'];
      await openWidgets(page, `${demo.pages}/${gemeente}/intranet/tekens`, ...widgets);
      const keys = seeingKeys(page);
      await keys.choose(say(staff, `workplace.${workplace}`), say(staff, 'checklist.workplace'));
      for (const id of ticked) {
        const sign = staff.staff.signs.find((one) => one.id === id);
        assert.ok(sign, id);
        await keys.tick(sign.text);
      }
      await keys.press(say(staff, 'checklist.wizard'));
      await keys.arriveAt(say(staff, 'node.start.title'));
      await walkQuestions(keys, staff, choices);
      await register(keys, staff, {choices, answers});
      sent.push({journey: feeling, staff, answers, checklist: ticked, receipt: await page.text()});
    }));

    it('finds each record stored once after a restart, with exactly what was chosen, written and ticked', async () => {
      await demo.stop();
      const storage = await openStorage({dataFolder: folder, databaseUrl: postgres?.url});
      let stored: readonly StoredSignal[];
      try {
        stored = await storage.list(100);
      } finally {
        await storage.close();
      }
      assert.equal(sent.length, 3);
      assert.equal(stored.length, sent.length);
      for (const {journey, staff, answers, checklist, receipt} of sent) {
        const found = stored.filter(({gemeente}) => gemeente === staff.gemeente.code);
        const [row] = found;
        assert.equal(found.length, 1, journey.gemeente);
        assert.ok(row);
        assert.equal(row.channel, 'staff');
        assert.ok(receipt.includes(row.reference), `${journey.gemeente}: the receipt shows another reference`);
        const signal = JSON.parse(Buffer.from(row.body).toString()) as Signal;
        const {id, createdAt, client, checklist: ticked, ...rest} = signal;
        assert.equal(id, row.id);
        assert.ok(Math.abs(Date.parse(createdAt) - Date.parse(row.receivedAt)) < 60_000, createdAt);
        // The order says nothing: which signs were ticked does.
        assert.deepEqual(ticked?.toSorted(), checklist?.toSorted());
        assert.match(client.version, /^\d+\.\d+\.\d+/);
        assert.deepEqual(rest, {
          schema: 'baken.signal/1',
          language: 'nl',
          channel: 'staff',
          gemeente: staff.gemeente.code,
          questions: 'handover@1',
          ...recordOf(staff, answers),
          route: journey.route,
          attachments: [],
        });
      }
    });
  });
}

if (engines.includes('chromium')) {
  describe('a signal about the own leader and the aandachtsfunctionaris, with only a keyboard, in chromium', () => {
    let folder: string;
    let demo: Demo;
    let browser: Browser;

    /** Walks to what there is to do and checks that nobody who is involved is named there. */
    const walkToResult = async (page: Page, gemeente: string) => {
      const staff = await readStaff(demo.pages, gemeente);
      await openWidgets(page, `${demo.pages}/${gemeente}/intranet/meldroute`, 'baken-meldroute-wizard');
      const keys = seeingKeys(page);
      const {choices} = integrity.route;
      await walkQuestions(keys, staff, choices);
      const words = await page.text();
      const involved = choices['about-whom'] ?? [];
      for (const {id, name, roles} of staff.staff.cards) {
        if ([id, ...roles].some((role) => involved.includes(role))) assert.ok(!words.includes(name), name);
      }
      return {staff, keys, choices, words};
    };
    const posts = async (page: Page) => (await page.requests()).filter(({method}) => method === 'POST');

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'baken-integrity-'));
      demo = await startDemo({ports: {pages: 0, receiver: 0, inbox: 0, integrity: 0}, dataDir: folder});
      browser = await launchBrowser('chromium');
    });
    after(async () => {
      await browser?.close();
      await demo?.stop();
      await rm(folder, {recursive: true, force: true});
    });

    it('is registered where a gemeente has a reader for it, and the review names only that reader', async () => {
      const page = await browser.newPage();
      const {staff, keys, choices, words} = await walkToResult(page, integrity.gemeente);
      assert.ok(words.includes(say(staff, 'wizard.integrity.title')), words);
      const answers = writeRecord(staff);
      const readers: string[] = [];
      await register(keys, staff, {choices, answers}, async (screen) => {
        if (screen === 'review') readers.push(await page.text());
      });
      const list = say(staff, 'role.integriteitscoordinator');
      assert.ok(readers[0]?.includes(say(staff, 'wizard.readers.text').replace('{list}', list)), readers[0]);
      const [post] = await posts(page);
      const signal = JSON.parse(post?.body ?? '{}') as Signal;
      assert.deepEqual(signal.route, integrity.route);
      assert.ok((await page.text()).includes(say(staff, 'wizard.received.number')));
      await page.close();
    });

    it('is refused where a gemeente has none: nothing can be sent, and routes outside it are shown', async () => {
      const page = await browser.newPage();
      const {staff, words} = await walkToResult(page, 'waterhoek');
      assert.ok(words.includes(say(staff, 'wizard.noreader.title')), words);
      assert.ok(words.includes(say(staff, 'wizard.noreader.text')), words);
      assert.ok(!words.includes(say(staff, 'wizard.register')), words);
      for (const route of ['integrity-outside', 'inspection-direct', 'anonymous-tips']) {
        assert.ok(words.includes(say(staff, `route.${route}.title`)), words);
      }
      assert.deepEqual(await posts(page), []);
      await page.close();
    });

    it('leaves one record, in the receiver for such signals alone, of the gemeente that can read it', async () => {
      await demo.stop();
      const ordinary = await openStorage({dataFolder: folder});
      try {
        assert.deepEqual(await ordinary.list(100), []);
      } finally {
        await ordinary.close();
      }
      const storage = await openIntegrity({dataFolder: folder});
      try {
        const stored = await storage.list(100);
        assert.deepEqual(stored.map(({channel}) => channel), ['staff']);
        const {gemeente, route} = JSON.parse(Buffer.from(stored[0]?.body ?? []).toString()) as Signal;
        assert.equal(gemeente, '0014');
        assert.deepEqual(route, integrity.route);
      } finally {
        await storage.close();
      }
    });
  });
}
