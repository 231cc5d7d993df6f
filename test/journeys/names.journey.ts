import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, it} from 'node:test';

import {type Demo, startDemo} from '@baken/demo/start-demo';
import type {Answers} from '@baken/model/rules/answers';
import type {Choices} from '@baken/model/rules/meldroute';
import type {Signal} from '@baken/model/rules/signal';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {openStorage} from '@baken/receiver/open-storage';

import {treeKeys} from '../support/accessibility-tree.js';
import type {Engine, Page} from '../support/browser.js';
import {chooseEngines, launchBrowser} from '../support/browsers.js';
import {compareControls, listControls} from '../support/computed-names.js';
import {distFolder} from '../support/start-site.js';
import {
  openWidgets,
  readStaff,
  recordOf,
  register,
  say,
  seeingKeys,
  walkQuestions,
  type WizardKeys,
} from '../support/walk-wizard.js';

const gemeente = 'groningen';
const choices: Choices = {
  'start': ['signal'],
  'danger': ['unsure'],
  'about-gemeente': ['no'],
  'what-known': ['victim'],
  'under-18': ['no'],
  'contact': ['alone'],
  'wants-help': ['yes'],
  'consent': ['help-yes', 'sharing-later'],
  'shelter': ['no'],
  'form': ['work'],
  'pattern': ['yes'],
  'name-safe': ['yes'],
  'self': ['fine'],
};

const answers: Answers = {
  'facts': 'Vijf mannen slapen in één kamer.',
  'ongoing': 'yes',
  'basis': ['seen'],
  'staff-name': 'Sam',
};

/** The controls of each screen of a walk, one line for each. */
type Screens = Readonly<Record<string, readonly string[]>>;

const engines = chooseEngines();

describe('names and roles that a screen reader gets, from the first question to the reference', () => {
  let folder: string;
  let demo: Demo;
  let staff: CompiledStaff;
  let inChromium: Screens = {};

  /** Walks and registers, lists the controls of each screen, and finds the signal in the receiver. */
  const walk = async (engine: Engine, keysOf: (page: Page) => WizardKeys): Promise<Screens> => {
    const browser = await launchBrowser(engine);
    const screens: Record<string, readonly string[]> = {};
    try {
      const page = await browser.newPage();
      await openWidgets(page, `${demo.pages}/${gemeente}/intranet/meldroute`, 'baken-meldroute-wizard');
      const keys = keysOf(page);
      const list = async (screen: string) => {
        screens[screen] = await listControls(page);
      };
      await walkQuestions(keys, staff, choices, list);
      await register(keys, staff, {choices, answers}, list);
      await keys.press(say(staff, 'wizard.received.plan'));
      await keys.arriveAt(say(staff, 'wizard.result.title'));
      await list('result, registered');
    } finally {
      await browser.close();
    }
    return screens;
  };

  /** The signals in the receiver of the demo, which it stops. */
  const stopAndRead = async (): Promise<readonly Signal[]> => {
    await demo.stop();
    const storage = await openStorage({dataFolder: folder});
    const rows = await storage.list(100).finally(() => storage.close());
    return rows.map(({body}) => JSON.parse(Buffer.from(body).toString()) as Signal);
  };

  const start = async (isOpen: boolean) => {
    folder = await mkdtemp(join(tmpdir(), 'baken-names-'));
    demo = await startDemo({
      ports: {pages: 0, receiver: 0, inbox: 0, integrity: 0},
      dataDir: folder,
      distDir: distFolder(isOpen),
    });
    staff = await readStaff(demo.pages, gemeente);
  };
  afterEach(async () => {
    await demo?.stop();
    await rm(folder, {recursive: true, force: true});
  });

  it('are enough to register a signal by the accessibility tree of Chromium alone, in closed roots', async () => {
    await start(false);
    inChromium = await walk('chromium', treeKeys);
    const stored = await stopAndRead();
    const record = recordOf(staff, answers);
    assert.deepEqual(stored.map((one) => [one.channel, one.route?.choices, one.answers, one.contact]), [
      ['staff', choices, record.answers, record.contact],
    ]);
    const nodes = staff.staff.meldroute.nodes.filter(({id}) => choices[id]);
    assert.equal(nodes.length, Object.keys(choices).length);
    for (const {id, answers: all} of nodes) {
      const listed = inChromium[`question ${id}`]?.filter((line) => line.startsWith('radio'));
      assert.deepEqual(listed, all.map((answer) => answer.purpose === undefined
        ? `radio "${say(staff, `answer.${id}.${answer.id}.label`)}" of "${say(staff, `node.${id}.title`)}"`
        : `radio "${say(staff, `consent.${answer.choice}`)}" of "${say(staff, `purpose.${answer.purpose}.label`)}"`));
    }
  });

  const sources = {firefox: 'its accessibility tree', webkit: 'the computed role and label of its driver'};
  for (const engine of engines.filter((one) => one !== 'chromium')) {
    it(`are the same in ${engine}, by ${sources[engine]}`, async () => {
      await start(true);
      const screens = await walk(engine, seeingKeys);
      assert.equal((await stopAndRead()).length, 1);
      assert.deepEqual(Object.keys(screens), Object.keys(inChromium));
      for (const [screen, lines] of Object.entries(inChromium)) {
        assert.deepEqual(compareControls(screens[screen] ?? [], lines), [], screen);
      }
    });
  }
});
