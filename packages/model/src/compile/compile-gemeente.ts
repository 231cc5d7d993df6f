import {type CompiledContacts, CONTACTS_FORMAT} from '../rules/contact-card.js';
import type {CompiledGemeente, Topic} from '../rules/gemeente.js';
import type {CompiledStaff} from '../rules/staff.js';
import type {Content, StaffContent} from '../schemas/content.js';
import {gemeenteSchema, type ResolvedGemeente} from '../schemas/gemeente.js';
import {type ArrangedStep, arrangeSteps} from './arrange-steps.js';
import {checkContact, leaveOutUncertain, listTopics} from './check-contacts.js';
import {compileCards, compileCardTexts, compileHolidays, linkCards} from './compile-cards.js';
import {checkSteps, findLate112, listConditions} from './check-steps.js';
import {type Arranged, compileLanguage} from './compile-language.js';
import {compileStaff} from './compile-staff.js';
import {explainIssues} from './explain.js';
import {dropLost, type Layer, mergeLayers} from './merge.js';
import {findNearest} from './nearest.js';
import {createReport, type Finding, makeFinding, type Origins, type Report} from './report.js';
import {isStaffKind, readChain, type SourceFile} from './source-files.js';
import {joinCatalogues, openPublicWords, type Words} from './words.js';

/** Compiled files by language, or every error. `merged` is there as soon as the files could be merged. */
export type CompileResult =
  | {
      readonly ok: true;
      readonly compiled: Readonly<Record<string, CompiledGemeente>>;
      /** What contact cards for residents need. */
      readonly contacts: Readonly<Record<string, CompiledContacts>>;
      /** Only when the first file is a staff file. */
      readonly staff?: Readonly<Record<string, CompiledStaff>>;
      readonly merged: Readonly<Record<string, unknown>>;
      readonly warnings: readonly Finding[];
    }
  | {
      readonly ok: false;
      readonly errors: readonly Finding[];
      readonly merged?: Readonly<Record<string, unknown>>;
      readonly warnings: readonly Finding[];
    };

/** Keys that say what a file itself is: a region's do not become its gemeente's. */
const ownKeys = ['format', '$schema', 'extends', 'id', 'name', 'code', 'reviewed'];

const completeGemeente = gemeenteSchema('resolved');

const withoutOwnKeys = (layer: Layer): Layer => ({
  ...layer,
  value: Object.fromEntries(Object.entries(layer.value).filter(([key]) => !ownKeys.includes(key))),
});

function nationalLayers({contacts, questions, topics}: Content): readonly Layer[] {
  return [
    {file: 'content/contacts.json', value: {contacts: contacts.contacts}},
    {file: 'content/questions.json', value: {steps: questions.steps}},
    {file: 'content/topics.json', value: {topics: topics.topics}},
  ];
}

/** Puts the gemeente's own entry and intranet where the questions ask for them. */
function fillContacts(gemeente: ResolvedGemeente, steps: readonly ArrangedStep[]): readonly ArrangedStep[] {
  const own: Readonly<Record<string, string | undefined>> = {
    '{entry}': gemeente.entry,
    '{intranet}': gemeente.intranet === undefined ? undefined : 'intranet',
  };
  return steps.map((step) => {
    if (!step.contacts) return step;
    const ids = step.contacts.map((id) => (Object.hasOwn(own, id) ? own[id] : id)).filter((id) => id !== undefined);
    return {...step, contacts: [...new Set(ids)]};
  });
}

/** The intranet is shown as a contact with a link, so it needs no place of its own on the screen. */
function addIntranet(gemeente: ResolvedGemeente): ResolvedGemeente {
  const {intranet, contacts = []} = gemeente;
  if (intranet === undefined || contacts.some(({id}) => id === 'intranet')) return gemeente;
  const contact = {id: 'intranet', url: {url: intranet}, example: gemeente.example ? (true as const) : undefined};
  return {...gemeente, contacts: [...contacts, contact]};
}

/** Checks that every contact that is named exists, and gives the ids of those that are shown. */
function checkReferences(
  gemeente: ResolvedGemeente,
  steps: readonly ArrangedStep[],
  report: Report,
): ReadonlySet<string> {
  const known = new Set((gemeente.contacts ?? []).map(({id}) => id));
  const shown = new Set<string>();
  const check = (id: string, path: string): void => {
    shown.add(id);
    if (!known.has(id)) report.error(path, id, 'contact-unknown', {name: id, nearest: findNearest(id, known)});
  };
  check(gemeente.entry, 'entry');
  gemeente.help.forEach((id, index) => check(id, `help/${index}`));
  for (const step of steps) {
    step.contacts?.forEach((id) => {
      if (id !== gemeente.entry) check(id, `steps/${step.id}/contacts`);
    });
    if (step.panel?.contact !== undefined) check(step.panel.contact, `steps/${step.id}/panel/contact`);
  }
  const dials112 = gemeente.help.some((id) =>
    gemeente.contacts?.some((contact) => contact.id === id && contact.phone?.dial === '112'),
  );
  if (!dials112) report.error('help', gemeente.help, 'help-112');
  return shown;
}

/** What the order of a topic is compared with. */
interface TopicSetting {
  readonly steps: readonly ArrangedStep[];
  readonly content: Content;
  /** Without it the order of the steps is wrong by itself, and no topic is to blame. */
  readonly isSound: boolean;
}

/** Steps may trade places only if danger and 112 stay first, and answers come before what needs them. */
function checkTopicOrder(path: string, order: readonly string[], setting: TopicSetting, report: Report): void {
  const {steps, content, isSound} = setting;
  for (const name of order.filter((id, index) => order.indexOf(id) !== index)) {
    report.error(path, name, 'order-twice', {name});
  }
  if (!isSound) return;
  const named = order.map((name) => steps.find(({id}) => id === name));
  let place = 0;
  const moved = steps.map((step) => (named.includes(step) ? (named[place++] ?? step) : step));
  if (moved[0] !== steps[0] || findLate112(moved, content).length > 0) report.error(path, order, 'danger-first');
  const asked = new Set<string>();
  for (const step of moved) {
    for (const [name] of listConditions(step)) {
      const isLater = !asked.has(name) && steps.some((one) => one.questions.some(({id}) => id === name));
      if (isLater) report.error(path, order, 'when-later', {name, step: step.id});
    }
    for (const {id} of step.questions) asked.add(id);
  }
}

function compileTopics(
  gemeente: ResolvedGemeente,
  setting: TopicSetting,
  signs: Arranged['trusted']['signs'],
  report: Report,
): Readonly<Record<string, Topic>> {
  const {content, steps} = setting;
  const allSteps = (gemeente.steps ?? []).map(({id}) => id);
  const allSigns = content.signs.signs.map(({id}) => id);
  const topics: Record<string, Topic> = {};
  for (const {id, order = [], signs: wanted = []} of gemeente.topics ?? []) {
    for (const step of order.filter((name) => !allSteps.includes(name))) {
      report.error(`topics/${id}/order`, step, 'step-unknown', {name: step, nearest: findNearest(step, allSteps)});
    }
    for (const sign of wanted.filter((name) => !allSigns.includes(name))) {
      report.error(`topics/${id}/signs`, sign, 'sign-unknown', {name: sign, nearest: findNearest(sign, allSigns)});
    }
    const kept = order.filter((name) => steps.some((step) => step.id === name));
    checkTopicOrder(`topics/${id}/order`, kept, setting, report);
    topics[id] = {order: kept, signs: wanted.filter((name) => signs.some((sign) => sign.id === name))};
  }
  return topics;
}

/** The language to which every page falls back: a gemeente without it would show no form on a page without `lang`. */
const NATIONAL_LANGUAGE = 'nl';

/** Gives the chosen languages that can be used, and reports the others. */
function checkLanguages(gemeente: ResolvedGemeente, content: Content, report: Report): readonly string[] {
  const base = joinCatalogues(content, 'nl');
  if (!gemeente.languages.includes(NATIONAL_LANGUAGE)) report.error('languages', gemeente.languages, 'language-national');
  return gemeente.languages.filter((language, index) => {
    const path = `languages/${index}`;
    if (gemeente.languages.indexOf(language) !== index) {
      report.error(path, language, 'language-twice', {name: language});
      return false;
    }
    if (!Object.hasOwn(content.texts, language)) {
      report.error(path, language, 'language-unknown', {name: language, names: Object.keys(content.texts).join(', ')});
      return false;
    }
    const catalogue = {...joinCatalogues(content, language), ...gemeente.texts?.[language]};
    const missing = Object.keys(base).filter((key) => !Object.hasOwn(catalogue, key));
    if (missing.length === 0) return true;
    const [example] = missing;
    report.error(path, language, 'language-incomplete', {name: language, count: missing.length, example});
    return false;
  });
}

function checkRest(gemeente: ResolvedGemeente, origins: Origins, shown: ReadonlySet<string>, report: Report): void {
  for (const language of Object.keys(gemeente.texts ?? {})) {
    if (!gemeente.languages.includes(language)) {
      const nearest = findNearest(language, gemeente.languages);
      report.warn(`texts/${language}`, gemeente.texts?.[language], 'texts-unused', {name: language, nearest});
    }
  }
  for (const {id} of gemeente.contacts ?? []) {
    const isOwn = origins.get(`contacts/${id}`)?.line !== undefined;
    if (isOwn && !shown.has(id)) report.warn(`contacts/${id}`, id, 'contact-unused', {name: id});
  }
  if (!gemeente.reviewed) report.warn('reviewed', undefined, 'unreviewed');
}

/** Writes the file with all contacts that residents may see, also those that the form does not show. */
function compileContacts(
  file: CompiledGemeente,
  {contacts = [], confirm, help}: ResolvedGemeente,
  content: Content,
  words: Words,
  report: Report,
): CompiledContacts {
  const {gemeente, language, languages, example} = file;
  const confirmed = new Set(Object.keys(confirm ?? {}));
  const known = new Set(contacts.map(({id}) => id));
  const cards = compileCards({contacts, at: 'contacts', confirmed, known}, language, words, report);
  return {
    format: CONTACTS_FORMAT,
    gemeente,
    language,
    languages,
    ...(example ? {example} : {}),
    content: file.content,
    cards: linkCards(cards, help),
    holidays: compileHolidays(content),
    texts: compileCardTexts(content, language, words),
  };
}

/** Leaves out what was said before in the same words: a staff file repeats what the public file says. */
function dropRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({file, key, message}) => {
    const once = JSON.stringify([file, key, message]);
    return !seen.has(once) && seen.add(once);
  });
}

/**
 * Merges, checks and compiles the configuration of a gemeente. The first of `files` is the one to compile, the
 * others are what it builds on; `collectFiles` finds them. A staff file needs `staffContent`, which is not published.
 * `today` is an ISO day, to see which contacts are old; without it nothing is said of that.
 * Gives every error at once, each with file, key, what was found and what to write. Never throws, reads nothing
 * but what it is given, and gives the same output for the same input.
 */
export function compileGemeente(input: {
  readonly files: readonly SourceFile[];
  readonly content: Content;
  readonly staffContent?: StaffContent | undefined;
  readonly today?: string;
}): CompileResult {
  const {files, content, staffContent, today} = input;
  const chain = readChain(files, content.messages);
  if (chain.errors.length > 0) return {ok: false, errors: chain.errors, warnings: []};

  const staffLayers = chain.layers.filter(({kind}) => isStaffKind(kind));
  const publicLayers = chain.layers.filter(({kind}) => !isStaffKind(kind));
  const layers = publicLayers.map((layer) => (layer.kind === 'regio' ? withoutOwnKeys(layer) : layer));
  const {merged, origins, lost} = mergeLayers([...nationalLayers(content), ...layers]);
  for (const {id} of content.signs.signs) origins.set(`signs/${id}`, {file: 'content/signs.json'});
  const entry = publicLayers.at(-1)?.file ?? '';
  const report = createReport({messages: content.messages, origins, entry});
  dropLost({merged, lost}, report);

  const complete = completeGemeente.safeParse(merged);
  if (!complete.success) {
    for (const {path, value, code, details} of explainIssues(completeGemeente, merged, complete.error.issues)) {
      report.error(path, value, code, details);
    }
    return {ok: false, errors: report.errors, warnings: report.warnings, merged};
  }

  const gemeente = addIntranet(complete.data);
  const {contacts: all = [], confirm} = gemeente;
  const arrangedSteps = arrangeSteps(gemeente, content, report);
  checkSteps(gemeente, arrangedSteps, content, report);
  const isSound = report.errors.length === 0;
  const steps = fillContacts(gemeente, arrangedSteps);
  const shown = checkReferences(gemeente, steps, report);
  const setting = {today, topics: listTopics(gemeente, content)};
  for (const contact of all) {
    if (contact.id !== 'intranet') checkContact(contact, `contacts/${contact.id}`, setting, report);
  }
  const trusted = leaveOutUncertain({contacts: all, signs: content.signs.signs, confirm, shown}, report);
  const topics = compileTopics(gemeente, {steps, content, isSound}, trusted.signs, report);
  const languages = checkLanguages(gemeente, content, report);
  checkRest(gemeente, origins, shown, report);

  const compiled: Record<string, CompiledGemeente> = {};
  const contacts: Record<string, CompiledContacts> = {};
  for (const language of languages) {
    const words = openPublicWords(gemeente, content, language, report);
    const file = compileLanguage({gemeente, content, steps, topics, trusted}, language, words, report);
    compiled[language] = file;
    contacts[language] = compileContacts(file, gemeente, content, words, report);
    words.checkOwn();
  }

  const [staffFile] = files;
  const isStaff = staffLayers.length > 0;
  const staff =
    isStaff && staffContent
      ? compileStaff({layers: staffLayers, content, staffContent, gemeente, origins, compiled, today})
      : undefined;
  const errors = [...report.errors, ...(staff?.errors ?? [])];
  if (isStaff && !staffContent) {
    const origin = {file: staffFile?.name ?? '', line: 1};
    errors.push(makeFinding({messages: content.messages, origin, key: '', value: undefined, code: 'staff-content'}));
  }
  const result = {
    merged: staff ? mergeLayers([merged, staff.merged].map((value) => ({file: '', value}))).merged : merged,
    warnings: dropRepeats([...report.warnings, ...(staff?.warnings ?? [])]),
  };
  if (errors.length > 0) return {ok: false, errors: dropRepeats(errors), ...result};
  return {ok: true, compiled, contacts, ...(staff ? {staff: staff.staff} : {}), ...result};
}
