import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {type Demo, startDemo} from '@baken/demo/start-demo';
import {type Answers, findRoute} from '@baken/model/rules/answers';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Signal} from '@baken/model/rules/signal';
import {openStorage} from '@baken/receiver/open-storage';
import type {StoredSignal} from '@baken/receiver/storage';
import {startPostgres, type TestPostgres} from '@baken/receiver/testing/start-postgres';

import type {Browser} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {Keyboard} from '../support/keyboard.js';
import {distFolder} from '../support/start-site.js';
import {answerAll, awaitHeading, openForm, pressSend, sentence, walkToReview} from '../support/walk-form.js';

const wishes = {danger: 'no', who: 'other', form: 'arbeid', known: 'confidential', reply: 'yes'};

interface Sent {
  readonly gemeente: CompiledGemeente;
  readonly answers: Answers;
  /** All words on the receipt. */
  readonly receipt: string;
}

/** What must be stored: each answer as given, those of contact questions under `contact`. */
function expectedOf({gemeente, answers}: Sent): Pick<Signal, 'answers' | 'contact'> {
  const questions = findRoute(gemeente, answers).steps.flatMap((step) => step.questions);
  const pick = (isContact: boolean) => questions.filter(({contact}) => (contact !== undefined) === isContact);
  return {
    answers: Object.fromEntries(pick(false).map(({id}) => [id, answers[id] ?? ''])),
    contact: Object.fromEntries(pick(true).map(({id, contact}) => [contact, answers[id]])),
  };
}

const engines = chooseEngines();
const runs = [
  ...engines.map((engine) => ({engine, database: 'PGlite'})),
  ...engines.filter((engine) => engine === 'chromium').map((engine) => ({engine, database: 'PostgreSQL'})),
];

for (const {engine, database} of runs) {
  describe(`a resident with only a keyboard, in ${engine}, on ${database}`, () => {
    let folder: string;
    let postgres: TestPostgres | undefined;
    let demo: Demo;
    let browser: Browser;
    const sent: Sent[] = [];

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'baken-send-'));
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

    it('sends a signal from the page of each sample gemeente, and sees the focus at every stop', async (t) => {
      assert.ok(demo.gemeenten.length >= 6, demo.gemeenten.join());
      for (const id of demo.gemeenten) {
        await t.test(id, async () => {
          const answer = await fetch(`${demo.pages}/assets/${id}.nl.json`);
          const gemeente = (await answer.json()) as CompiledGemeente;
          const answers = answerAll(gemeente, wishes);
          const page = await browser.newPage();
          try {
            await openForm(page, `${demo.pages}/${id}/signaal`);
            const keyboard = new Keyboard(page);
            await walkToReview(page, keyboard, gemeente, answers);
            await pressSend(keyboard, gemeente);
            await awaitHeading(page, keyboard, sentence(gemeente, 'received.title'));
            sent.push({gemeente, answers, receipt: await page.text()});
            assert.deepEqual(await page.console(), []);
          } finally {
            await page.close();
          }
        });
      }
    });

    it('finds each signal stored once after a restart, with exactly the answers given', async () => {
      await demo.stop();
      const storage = await openStorage({dataFolder: folder, databaseUrl: postgres?.url});
      let stored: readonly StoredSignal[];
      try {
        stored = await storage.list(100);
      } finally {
        await storage.close();
      }
      assert.equal(stored.length, demo.gemeenten.length);
      for (const one of sent) {
        const {code, id} = one.gemeente.gemeente;
        const found = stored.filter(({gemeente}) => gemeente === code);
        const [row] = found;
        assert.equal(found.length, 1, id);
        assert.ok(row);
        const signal = JSON.parse(Buffer.from(row.body).toString()) as Signal;
        const {answers, contact, gemeente, language, channel, questions} = signal;
        assert.deepEqual({answers, contact}, expectedOf(one), id);
        assert.deepEqual([gemeente, language, channel, questions], [code, 'nl', 'public', one.gemeente.questionSet]);
        assert.ok(one.receipt.includes(row.reference), `${id}: the receipt shows another reference`);
      }
    });
  });
}
