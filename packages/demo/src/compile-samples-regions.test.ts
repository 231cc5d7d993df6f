import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {before, describe, it} from 'node:test';

import {findStaffFolder, loadContent, loadStaffContent} from '@baken/cli/load-content';
import {compileGemeente, type CompileResult} from '@baken/model/compile/compile-gemeente';
import {mergeLayers} from '@baken/model/compile/merge';
import {collectFiles} from '@baken/model/compile/source-files';
import type {CardContact} from '@baken/model/rules/contact-card';
import type {Deadline, MeldrouteRoute} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {findRoutes, resolveContacts, walkMeldroute} from '@baken/model/rules/walk-meldroute';

import {compileSamples, samplesFolder} from './compile-samples.js';

const docs = await readFile(new URL('../../../docs/editors/meldroute.md', import.meta.url), 'utf8');
let staff: ReadonlyMap<string, CompiledStaff>;

before(async () => {
  const samples = await compileSamples({endpoint: 'http://127.0.0.1:5/v1/signals', pages: 'http://127.0.0.1:6'});
  staff = new Map(samples.flatMap((sample) => sample.staff.slice(0, 1)).map((file) => [file.gemeente.id, file]));
});

function fileOf(id: string): CompiledStaff {
  const file = staff.get(id);
  assert.ok(file, id);
  return file;
}

/** The routes of someone who saw a possible pattern at a home, in no danger and with nobody involved. */
function routesOf({staff: {meldroute}}: CompiledStaff): readonly MeldrouteRoute[] {
  const walk = walkMeldroute(meldroute, {
    start: ['signal'],
    danger: ['no'],
    'about-gemeente': ['no'],
    'what-known': ['place'],
    'place-kind': ['home'],
    'people-there': ['no'],
    pattern: ['yes'],
    'name-safe': ['yes'],
    self: ['fine'],
  });
  assert.ok(walk.outcome.isComplete);
  return findRoutes(meldroute, walk.outcome);
}

function routeOf(file: CompiledStaff, id: string): MeldrouteRoute {
  const route = routesOf(file).find((one) => one.id === id);
  assert.ok(route, `${file.gemeente.id} ${id}`);
  return route;
}

function deskOf(file: CompiledStaff, id: string): CardContact {
  const [desk] = resolveContacts(routeOf(file, id), file.staff.cards, []);
  assert.ok(desk, `${file.gemeente.id} ${id}`);
  return desk;
}

function sayDeadline(deadline: Deadline): string {
  if (deadline.kind !== 'workdays') return deadline.kind === 'today' ? 'vandaag' : deadline.kind;
  return deadline.days === 0 ? 'dezelfde werkdag' : `${deadline.days} werkdagen`;
}
const sayChannel = ({phone, email, url}: CardContact): string => phone?.shown ?? email ?? url ?? '';

const regions = ['groningen', 'blaricum', 'laren', 'duinrand', 'waterhoek', 'almere', 'diemen'];

function sayRow(file: CompiledStaff): string {
  const {meldroute, endpoints} = file.staff;
  const readers = endpoints.find(({integrity}) => integrity)?.readers ?? [];
  const desk = deskOf(file, 'report');
  const cells = [
    file.gemeente.name,
    `${meldroute.id}@${meldroute.version}`,
    desk.name,
    sayChannel(desk),
    sayDeadline(routeOf(file, 'report').deadline),
    deskOf(file, 'ketenregisseur').name,
    sayDeadline(routeOf(file, 'ketenregisseur').deadline),
    readers.map((role) => file.staff.texts[`role.${role}`]).join(', ') || 'niemand',
  ];
  return `| ${cells.join(' | ')} |`;
}

describe('the regions, side by side', () => {
  it('stand in the table of the documentation as they compile', () => {
    const rows = regions.map((id) => sayRow(fileOf(id))).join('\n');
    assert.ok(docs.endsWith(`|---|---|---|---|---|---|---|---|\n${rows}\n`), `The table should be:\n${rows}`);
  });

  it('lead each to its own first desk', () => {
    const desks = Object.fromEntries(regions.map((id) => [id, deskOf(fileOf(id), 'report').id]));
    assert.deepEqual(desks, {
      groningen: 'veiligheidshuis',
      blaricum: 'aandachtsfunctionaris',
      laren: 'aandachtsfunctionaris',
      duinrand: 'aandachtsfunctionaris',
      waterhoek: 'aandachtsfunctionaris',
      almere: 'meld-en-adviespunt',
      diemen: 'aandachtsfunctionaris',
    });
    assert.equal(deskOf(fileOf('almere'), 'report').phone?.shown, '088-222 05 00');
  });

  it('Blaricum and Laren share one meldroute and one care coordinator, with contacts of their own', () => {
    const [blaricum, laren] = [fileOf('blaricum').staff, fileOf('laren').staff];
    assert.deepEqual(blaricum.meldroute, laren.meldroute);
    const card = (cards: readonly CardContact[], id: string) => cards.find((one) => one.id === id);
    assert.deepEqual(card(blaricum.cards, 'zorgcoordinator-regio'), card(laren.cards, 'zorgcoordinator-regio'));
    for (const id of ['aandachtsfunctionaris', 'integriteitscoordinator', 'vertrouwenspersoon']) {
      assert.notEqual(card(blaricum.cards, id)?.email, card(laren.cards, id)?.email, id);
    }
  });

  it('Duinrand and Waterhoek have one aandachtsfunctionaris', () => {
    assert.deepEqual(deskOf(fileOf('duinrand'), 'report'), deskOf(fileOf('waterhoek'), 'report'));
    assert.notDeepEqual(fileOf('duinrand').staff.meldroute, fileOf('waterhoek').staff.meldroute);
  });

  it('Groningen leaves the Veiligheidshuis out when someone there is involved', () => {
    const {meldroute, cards} = fileOf('groningen').staff;
    const outcome = {added: ['advice'], flags: [], involved: ['veiligheidshuis'], consent: {}, isComplete: true};
    const routes = findRoutes(meldroute, outcome);
    const reached = routes.flatMap((route) => resolveContacts(route, cards, outcome.involved)).map(({id}) => id);
    assert.ok(reached.length > 0);
    assert.ok(!reached.includes('veiligheidshuis'), reached.join());
    assert.ok(!routes.some(({via}) => via?.includes('veiligheidshuis')));
  });

  it('only Waterhoek has no endpoint for signals about someone of the gemeente', () => {
    const without = regions.filter((id) => !fileOf(id).staff.endpoints.some(({integrity}) => integrity));
    assert.deepEqual(without, ['waterhoek']);
  });
});

describe('the examples for editors', () => {
  const examples = [...docs.matchAll(/## ([^\n]+)\n(?:(?!\n## )[^])*?```json\n([^]*?)```/g)];

  async function compileWith(example: Readonly<Record<string, unknown>>): Promise<CompileResult> {
    const entry = `${samplesFolder}diemen.staff.json`;
    const files = await collectFiles(entry, (path) => readFile(path, 'utf8').catch(() => undefined));
    const own = JSON.parse(files[0]?.text ?? '') as Record<string, unknown>;
    const {merged} = mergeLayers([own, example].map((value) => ({file: entry, value})));
    return compileGemeente({
      files: [{name: entry, text: JSON.stringify(merged)}, ...files.slice(1)],
      content: await loadContent(),
      staffContent: await loadStaffContent(findStaffFolder() ?? ''),
    });
  }

  it('compile: each example in configuration.md', async () => {
    const guide = await readFile(new URL('../../../docs/editors/configuration.md', import.meta.url), 'utf8');
    const texts = [...guide.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text);
    const whole = (format: string): string => texts.find((text) => text.includes(`"${format}"`)) ?? '';
    const [own, staffOwn] = [whole('baken.gemeente-source/1'), whole('baken.gemeente-staff-source/1')];
    const content = await loadContent();
    const staffContent = await loadStaffContent(findStaffFolder() ?? '');
    const put = (text: string, part: string): string => {
      const values = [text, part].map((one) => ({file: '', value: JSON.parse(one) as Record<string, unknown>}));
      return JSON.stringify(mergeLayers(values).merged);
    };
    assert.equal(texts.length, 8);
    for (const text of texts) {
      const isStaff = text === staffOwn || text.includes('"workplaces"');
      const isWhole = text === own || text === staffOwn;
      const files = [
        {name: 'diemen.staff.json', text: isStaff && !isWhole ? put(staffOwn, text) : staffOwn},
        {name: 'diemen.json', text: isStaff || isWhole ? own : put(own, text)},
      ];
      const result = compileGemeente({files, content, staffContent, today: '2026-11-22'});
      assert.deepEqual(result.ok ? [] : result.errors, [], text);
      const normal = [
        'contacts/fairwork/phone',
        'contacts/chat-met-fier',
        'contacts/marechaussee/hours',
        'signs/BED-04',
        'languages/1',
        'reviewed',
      ];
      for (const key of normal) assert.ok(guide.includes(`\`${key}\``), key);
      const confirmed = text.includes('"confirm"') ? normal.slice(1) : normal;
      assert.deepEqual(result.warnings.map(({key}) => key).sort(), [...confirmed].sort(), text);
    }
  });

  it('compile: each example in languages.md, which switches on a language or confirms one', async () => {
    const read = async (name: string): Promise<readonly string[]> => {
      const guide = await readFile(new URL(`../../../docs/editors/${name}.md`, import.meta.url), 'utf8');
      return [...guide.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text);
    };
    const [[own = ''], texts] = await Promise.all([read('configuration'), read('languages')]);
    const content = await loadContent();
    const results = texts.map((text) => {
      const layers = [own, text].map((one) => ({file: '', value: JSON.parse(one) as Record<string, unknown>}));
      const files = [{name: 'diemen.json', text: JSON.stringify(mergeLayers(layers).merged)}];
      return compileGemeente({files, content, today: '2026-11-22'});
    });
    for (const result of results) assert.deepEqual(result.ok ? [] : result.errors, []);
    const [polish, confirmed] = results;
    assert.ok(polish?.ok && polish.compiled['pl']?.unreviewed && !polish.safety['pl']);
    assert.ok(confirmed?.ok && !confirmed.compiled['en']?.unreviewed);
  });

  it('are as many as the documentation has', () => assert.equal(examples.length, docs.split('```json').length - 1));

  for (const [, title, text = ''] of examples) {
    it(`compile, and change the meldroute of Diemen: ${title}`, async () => {
      const result = await compileWith(JSON.parse(text) as Record<string, unknown>);
      assert.deepEqual(result.ok ? [] : result.errors, []);
      assert.deepEqual(result.warnings.filter(({key}) => key.startsWith('meldroute')), []);
      const changed = result.ok ? result.staff?.['nl']?.staff : undefined;
      assert.notDeepEqual(changed?.meldroute, fileOf('diemen').staff.meldroute);
    });
  }
});
