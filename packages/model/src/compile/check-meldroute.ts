import {inspectMeldroute, type MeldrouteCode, type MeldrouteSurroundings} from '../rules/inspect-meldroute.js';
import {END, type Meldroute} from '../rules/meldroute.js';
import type {ResolvedMeldroute} from '../schemas/meldroute.js';
import {findNearest} from './nearest.js';
import {isRecord, type Report} from './report.js';

/** The sentence for each finding of the inspection. */
const messages: Readonly<Record<MeldrouteCode, string>> = {
  shape: 'meldroute-shape',
  'duplicate-id': 'meldroute-twice',
  'unknown-target': 'meldroute-target',
  'unknown-route': 'meldroute-route',
  'unknown-role': 'role-unknown',
  'unknown-flag': 'meldroute-flag',
  'unknown-purpose': 'meldroute-purpose',
  'unknown-answer': 'usual',
  'missing-answers': 'meldroute-no-answers',
  'note-answers': 'meldroute-note',
  'consent-answer': 'meldroute-consent',
  'consent-id': 'meldroute-consent-id',
  'danger-without-emergency': 'meldroute-danger',
  'emergency-closed': 'meldroute-emergency',
  unreachable: 'meldroute-unreachable',
  'dead-end': 'meldroute-dead-end',
  cycle: 'meldroute-cycle',
  'long-path': 'meldroute-long',
  'unused-route': 'meldroute-unused',
  'missing-contact': 'meldroute-contact',
  'involved-contact': 'meldroute-involved',
  'no-way-around': 'meldroute-shut',
  'empty-end': 'meldroute-empty',
  'missing-words': 'text-missing',
  'handover-topic': 'meldroute-handover',
};

/** Finds what stands at a path in which things are named by their id. */
function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('/')) {
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      value = items.find((item) => isRecord(item) && item['id'] === key);
    } else value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

const idsOf = (items: readonly {readonly id: string}[]): readonly string[] => items.map(({id}) => id);

/** Where something with this id was switched off, if that is why nothing has it now. */
function findOff(code: MeldrouteCode, id: string, path: string, authored: ResolvedMeldroute): string | undefined {
  const isOff = (items: readonly {readonly id: string; readonly off?: boolean | undefined}[]): boolean =>
    items.some((item) => item.off && item.id === id);
  if (code === 'unknown-route') return isOff(authored.routes) ? `routes/${id}` : undefined;
  if (code === 'unknown-target') return isOff(authored.nodes) ? `nodes/${id}` : undefined;
  if (code !== 'unknown-answer') return undefined;
  const node = authored.nodes.find((one) => path === `nodes/${one.id}/usual`);
  return node && isOff(node.answers) ? `nodes/${node.id}/answers/${id}` : undefined;
}

/**
 * Inspects the meldroute as it is after merging, and says what is wrong at the place where it was written. `authored`
 * still has what is switched off.
 */
export function checkMeldroute(
  meldroute: Meldroute,
  authored: ResolvedMeldroute,
  surroundings: MeldrouteSurroundings,
  language: string,
  report: Report,
): void {
  const candidates = (code: MeldrouteCode, path: string): readonly string[] => {
    if (code === 'unknown-target') return [...idsOf(meldroute.nodes), END];
    if (code === 'unknown-route') return idsOf(meldroute.routes);
    if (code === 'unknown-role') return meldroute.roles;
    if (code === 'unknown-flag') return meldroute.flags;
    if (code === 'unknown-purpose') return meldroute.purposes;
    return idsOf(meldroute.nodes.find(({id}) => path === `nodes/${id}/usual`)?.answers ?? []);
  };
  for (const {code, path, details} of inspectMeldroute(meldroute, surroundings)) {
    const at = path.startsWith('handover') ? path : `meldroute/${path}`;
    if (code === 'missing-words') {
      const name = String(details['key']);
      report.error(`texts/${language}/${name}`, undefined, messages[code], {name}, at);
      continue;
    }
    const id = details['id'] === undefined ? undefined : String(details['id']);
    const off = id === undefined ? undefined : findOff(code, id, path, authored);
    if (id !== undefined && off !== undefined) {
      report.error(`meldroute/${off}/off`, true, 'meldroute-off', {name: id, place: path});
      continue;
    }
    const named = id === undefined ? {} : {name: id, nearest: findNearest(id, candidates(code, path))};
    const say = code === 'unused-route' ? report.warn : report.error;
    say(at, valueAt(meldroute, path), messages[code], {...details, ...named});
  }
}
