import {consentChoices, type Meldroute} from '../rules/meldroute.js';
import type {PracticeCase, StaffData} from '../rules/staff.js';
import type {Words} from './words.js';

/**
 * Collects the words of what is left of the meldroute after merging, of the workplaces and of the cases. Words of the
 * meldroute that are missing are for `inspectMeldroute` to find; the others are reported here.
 */
export function collectTexts(
  from: {
    readonly meldroute: Meldroute;
    readonly workplaces: StaffData['workplaces'];
    readonly cases: readonly PracticeCase[];
    /** Keys of the widgets' own sentences. */
    readonly widgets: readonly string[];
  },
  words: Words,
): Readonly<Record<string, string>> {
  const {meldroute, workplaces, cases, widgets} = from;
  const texts: Record<string, string> = {};
  const find = (...keys: readonly string[]): void => {
    for (const key of keys) {
      const sentence = words.find(key);
      if (sentence !== undefined) texts[key] = sentence;
    }
  };
  const need = (key: string, at: string): void => {
    texts[key] = words.need(key, at);
  };
  const list = (key: string): void => words.list(key).forEach((sentence, index) => {
    texts[`${key}.${index + 1}`] = sentence;
  });

  for (const {id, kind, answers} of meldroute.nodes) {
    find(`node.${id}.title`, `node.${id}.hint`, `node.${id}.why`);
    list(`node.${id}.body`);
    if (kind === 'consent') continue;
    for (const answer of answers) find(`answer.${id}.${answer.id}.label`, `answer.${id}.${answer.id}.hint`);
  }
  for (const {id} of meldroute.routes) {
    find(`route.${id}.title`, `route.${id}.actor`, `route.${id}.note`);
    list(`route.${id}.say`);
    list(`route.${id}.dont`);
  }
  find(...meldroute.roles.map((id) => `role.${id}`), ...meldroute.flags.map((id) => `flag.${id}`));
  for (const id of meldroute.purposes) find(`purpose.${id}.label`, `purpose.${id}.hint`);
  find(...consentChoices.map((choice) => `consent.${choice}`));

  for (const {id} of workplaces) need(`workplace.${id}`, `workplaces/${id}`);
  for (const {id, signs, maybe = []} of cases) {
    const at = `cases/${id}`;
    for (const key of [`case.${id}.title`, `case.${id}.text.1`, `case.${id}.explanation.1`]) need(key, at);
    list(`case.${id}.text`);
    list(`case.${id}.explanation`);
    for (const sign of [...signs, ...maybe]) need(`case.${id}.sign.${sign}`, at);
  }
  for (const key of widgets) need(key, 'texts');
  return texts;
}
