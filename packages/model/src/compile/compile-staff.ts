import type {CompiledGemeente} from '../rules/gemeente.js';
import type {Meldroute} from '../rules/meldroute.js';
import type {CompiledStaff, PracticeCase, StaffData, StaffEndpoint, StaffSign} from '../rules/staff.js';
import type {Content, StaffContent} from '../schemas/content.js';
import {type ResolvedContact, type ResolvedGemeente, type ResolvedStaff, staffSchema} from '../schemas/gemeente.js';
import {arrangeMeldroute} from './arrange-meldroute.js';
import {checkContact, leaveOutUncertain, listTopics, type PathOf} from './check-contacts.js';
import {compileCards, compileCardTexts, compileHolidays, linkCards} from './compile-cards.js';
import {checkMeldroute} from './check-meldroute.js';
import {collectTexts} from './collect-texts.js';
import {compact, compileStep, groupForms, ifTrue} from './compile-language.js';
import {explainIssues} from './explain.js';
import {dropLost, type Layer, mergeLayers} from './merge.js';
import {findNearest} from './nearest.js';
import {createReport, type Finding, type Origins, type Report} from './report.js';
import {isSamePlace} from './same-place.js';
import {joinCatalogues, openWords, type Words} from './words.js';

/** What a staff file is compiled with, besides the file itself. */
export interface StaffInput {
  /** The staff files, what others build on first. */
  readonly layers: readonly Layer[];
  readonly content: Content;
  readonly staffContent: StaffContent;
  readonly gemeente: ResolvedGemeente;
  /** Where the values of the public files stand. */
  readonly origins: Origins;
  /** The public compiled files, by language. */
  readonly compiled: Readonly<Record<string, CompiledGemeente>>;
  /** An ISO day. */
  readonly today: string | undefined;
}

/** The compiled staff files by language, and what is wrong. `merged` is there as soon as the files could be merged. */
export interface StaffResult {
  readonly staff: Readonly<Record<string, CompiledStaff>>;
  readonly merged: Readonly<Record<string, unknown>>;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Keys that say what a file itself is, or that a public file has too. */
const ownKeys = ['format', '$schema', 'extends', 'extendsStaff'];

const completeStaff = staffSchema('resolved');

function mergeStaff(input: StaffInput) {
  const {staffContent, layers} = input;
  const entry = layers.at(-1);
  const shared = layers.map((layer) =>
    layer === entry
      ? layer
      : {...layer, value: Object.fromEntries(Object.entries(layer.value).filter(([key]) => !ownKeys.includes(key)))},
  );
  const national: readonly Layer[] = [
    {file: 'content-staff/meldroute.json', value: {meldroute: staffContent.meldroute}},
    {file: 'content-staff/workplaces.json', value: {workplaces: staffContent.workplaces.workplaces}},
  ];
  const {merged, origins, lost} = mergeLayers([...national, ...shared]);
  const {meldroute} = merged as {readonly meldroute?: Record<string, unknown>};
  // Nobody who adds one role should have to write all others too.
  for (const key of ['roles', 'flags', 'purposes']) {
    const lists = [...national, ...shared].map(({value}) => (value['meldroute'] as typeof meldroute)?.[key] ?? []);
    if (meldroute) meldroute[key] = [...new Set(lists.flat())];
  }
  // The staff files have texts and confirmations of their own.
  for (const [path, origin] of input.origins) {
    if (!/^(texts|confirm)\b/.test(path) && !origins.has(path)) origins.set(path, origin);
  }
  for (const {id} of staffContent.signs.signs) origins.set(`signs/${id}`, {file: 'content-staff/signs.json'});
  return {merged, origins, lost, entry: entry?.file ?? ''};
}

/** A record names the meldroute by its id: another route under the same id would tell the reader something untrue. */
function checkOwnId(layers: readonly Layer[], report: Report): void {
  for (const {value} of layers) {
    const {id, nodes = [], routes = []} = (value['meldroute'] ?? {}) as Partial<Meldroute>;
    const [changed] = [...nodes.map((node) => `nodes/${node.id}`), ...routes.map((route) => `routes/${route.id}`)];
    if (id === undefined && changed !== undefined) {
      report.warn('meldroute/id', undefined, 'meldroute-id', {}, `meldroute/${changed}`);
    }
  }
}

/** Puts the internal contacts on the public ones: with the id of a public contact they say more of it. */
function joinContacts({contacts: open = []}: ResolvedGemeente, layers: readonly Layer[]) {
  const internal = layers.map(({value}) => (value['staffContacts'] ?? []) as readonly {readonly id: string}[]);
  const own = new Set(internal.flat().map(({id}) => id));
  const pathOf: PathOf = (id) => `${own.has(id) ? 'staffContacts' : 'contacts'}/${id}`;
  const {merged} = mergeLayers([open, ...internal].map((contacts) => ({file: '', value: {contacts}})));
  return {contacts: (merged['contacts'] ?? []) as readonly ResolvedContact[], own, pathOf};
}

/** Whoever has a misspelt role would still be shown when that role is involved. */
function checkRoles({staffContacts = []}: ResolvedStaff, known: readonly string[], report: Report): void {
  for (const {id, roles = []} of staffContacts) {
    roles.forEach((role, index) => {
      if (known.includes(role)) return;
      const details = {name: role, nearest: findNearest(role, known)};
      report.error(`staffContacts/${id}/roles/${index}`, role, 'role-unknown', details);
    });
  }
}

/**
 * Where a signal about someone of the gemeente goes, nothing else may arrive: whoever reads that would read along. Also
 * two such endpoints are two places, because each has readers of its own.
 */
function checkApart(endpoints: readonly StaffEndpoint[], {endpoint}: ResolvedGemeente, report: Report): void {
  const ordinary = [{id: 'endpoint', url: endpoint.url}, ...endpoints.filter(({integrity}) => !integrity)];
  const apart = endpoints.filter(({integrity}) => integrity);
  for (const [index, {id, url}] of apart.entries()) {
    const other = [...ordinary, ...apart.slice(0, index)].find((one) => isSamePlace(one.url, url));
    if (other) report.error(`staffEndpoints/${id}/url`, url, 'endpoint-shared', {name: other.id});
  }
}

function compileEndpoints(staff: ResolvedStaff, gemeente: ResolvedGemeente, report: Report): readonly StaffEndpoint[] {
  const {roles} = staff.meldroute;
  const {staffEndpoints: found, staffEndpoints: endpoints = []} = staff;
  for (const {id, readers} of endpoints) {
    readers.forEach((role, index) => {
      if (roles.includes(role)) return;
      const details = {name: role, nearest: findNearest(role, roles)};
      report.error(`staffEndpoints/${id}/readers/${index}`, role, 'role-unknown', details);
    });
  }
  if (!endpoints.some(({integrity}) => !integrity)) report.warn('staffEndpoints', found, 'endpoint-none');
  if (!endpoints.some(({integrity}) => integrity)) report.warn('staffEndpoints', found, 'endpoint-integrity');
  const compiled = endpoints.map(({integrity, ...endpoint}) =>
    compact<StaffEndpoint>({...endpoint, integrity: ifTrue(integrity)}),
  );
  checkApart(compiled, gemeente, report);
  return compiled;
}

type Signs = Content['signs']['signs'];

function compileWorkplaces(staff: ResolvedStaff, all: Signs, trusted: Signs, report: Report): StaffData['workplaces'] {
  const known = all.map(({id}) => id);
  return staff.workplaces.flatMap(({id, off, signs}) => {
    signs.forEach((sign, index) => {
      if (known.includes(sign)) return;
      const details = {name: sign, nearest: findNearest(sign, known)};
      report.error(`workplaces/${id}/signs/${index}`, sign, 'sign-unknown', details);
    });
    return off ? [] : [{id, signs: signs.filter((name) => trusted.some((sign) => sign.id === name))}];
  });
}

/** Opens the sentences for staff: the public ones, with those of the content for staff over them. */
function openStaffWords(input: StaffInput, staff: ResolvedStaff, language: string, report: Report): Words {
  const {gemeente, content, staffContent} = input;
  const {meldroute, workplaces} = staff;
  const card = content.texts['nl']?.['card'];
  const source = {
    catalogue: {
      ...joinCatalogues(content, language),
      ...joinCatalogues(staffContent, language),
      ...gemeente.texts?.[language],
    },
    base: {...card, ...joinCatalogues(staffContent, 'nl')},
    own: staff.texts?.[language] ?? {},
    ids: new Set([...meldroute.nodes, ...meldroute.routes, ...workplaces].map(({id}) => id)),
  };
  return openWords(gemeente, language, source, report);
}

/** Compiles the staff part of a gemeente in each language in which there are words for staff. */
export function compileStaff(input: StaffInput): StaffResult {
  const {content, staffContent, gemeente, today} = input;
  const {handover} = staffContent;
  const {merged, origins, lost, entry} = mergeStaff(input);
  const report = createReport({messages: content.messages, origins, entry});
  dropLost({merged, lost}, report);
  const staffFiles: Record<string, CompiledStaff> = {};
  const result = {staff: staffFiles, merged, errors: report.errors, warnings: report.warnings};
  const complete = completeStaff.safeParse(merged);
  if (!complete.success) {
    for (const {path, value, code, details} of explainIssues(completeStaff, merged, complete.error.issues)) {
      report.error(path, value, code, details);
    }
    return result;
  }

  const staff = complete.data;
  checkOwnId(input.layers, report);
  const meldroute = arrangeMeldroute(staff.meldroute, report);
  const endpoints = compileEndpoints(staff, gemeente, report);
  const {contacts, own, pathOf} = joinContacts(gemeente, input.layers);
  for (const contact of contacts.filter(({id}) => own.has(id))) {
    checkContact(contact, pathOf(contact.id), {today, topics: listTopics(gemeente, content)}, report);
  }
  const nationalRoles = content.contacts.contacts.flatMap(({roles = []}) => roles);
  checkRoles(staff, [...staff.meldroute.roles, ...nationalRoles], report);
  const confirm = {...gemeente.confirm, ...staff.confirm};
  const confirmed = new Set(Object.keys(confirm));
  const known = new Set(contacts.map(({id}) => id));
  const signs = [...content.signs.signs, ...staffContent.signs.signs];
  const trusted = leaveOutUncertain(
    {
      contacts,
      signs,
      confirm,
      shown: known,
      pathOf,
    },
    report,
  );
  const workplaces = compileWorkplaces(staff, signs, trusted.signs, report);
  const isTrusted = (name: string): boolean => trusted.signs.some(({id}) => id === name);
  const cases = staffContent.cases.cases
    .filter(({workplace}) => workplaces.some(({id}) => id === workplace))
    .map(({signs: told, maybe, ...practice}) =>
      compact<PracticeCase>({...practice, signs: told.filter(isTrusted), maybe: maybe?.filter(isTrusted)}),
    );
  const forms = groupForms(content, trusted.signs);
  const widgets = Object.keys(staffContent.texts['nl']?.['widgets'] ?? {});

  const languages = gemeente.languages.filter((language) => Object.hasOwn(staffContent.texts, language));
  for (const language of languages) {
    const file = input.compiled[language];
    if (!file) continue;
    const words = openStaffWords(input, staff, language, report);
    const texts = {
      ...compileCardTexts(content, language, words),
      ...collectTexts({meldroute, workplaces, cases, widgets}, words),
    };
    const cards = linkCards(
      (['contacts', 'staffContacts'] as const).flatMap((at) => {
        const source = contacts.filter(({id}) => own.has(id) === (at === 'staffContacts'));
        return compileCards({contacts: source, at, confirmed, known}, language, words, report);
      }),
      gemeente.help,
    );
    const steps = handover.steps.map((step) =>
      compileStep({...step, questions: step.questions ?? []}, trusted, words),
    );
    const surroundings = {cards, words: (key: string) => Object.hasOwn(texts, key), handover: {steps}};
    checkMeldroute(meldroute, staff.meldroute, surroundings, language, report);
    const data: StaffData = {
      endpoints,
      meldroute,
      handover: {id: handover.id, version: handover.version, steps},
      signs: forms.flatMap((form) =>
        trusted.signs
          .filter((sign) => sign.form === form)
          .map(({id, weight}): StaffSign => ({id, form, weight, text: words.need(`sign.${id}`, `signs/${id}`)})),
      ),
      signGroups: Object.fromEntries(
        forms.map((form) => [form, words.need(`signgroup.${form}`, `forms/${form}`)]),
      ),
      workplaces,
      cases,
      cards,
      holidays: compileHolidays(content),
      texts,
    };
    words.checkOwn();
    staffFiles[language] = {...file, languages, staff: data};
  }
  return result;
}
