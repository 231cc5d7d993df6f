import {fillIn, type Messages} from '@baken/model/compile/report';
import {
  consentChoices,
  type Deadline,
  END,
  type MeldrouteAnswer,
  type MeldrouteNode,
  type NodeKind,
} from '@baken/model/rules/meldroute';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {listTargets, resolveContacts} from '@baken/model/rules/walk-meldroute';

/** Answers that lead to the same question, with the numbers of the routes that they add: `Ja [yes] (1, 4)`. */
export interface DescribedWay {
  /** The id of the next question, or `end`. */
  readonly to: string;
  readonly answers: readonly string[];
}

export interface DescribedQuestion {
  readonly id: string;
  readonly number: number;
  readonly kind: NodeKind;
  /** The question, in the list with its id. */
  readonly title: string;
  readonly ways: readonly DescribedWay[];
}

export interface DescribedRoute {
  readonly id: string;
  readonly number: number;
  /** The title, in the list with its id. */
  readonly title: string;
  /** Who, contact, deadline and what takes its place, in sentences. */
  readonly lines: readonly string[];
}

/** A meldroute in words, for people who review it. */
export interface DescribedMeldroute {
  readonly title: string;
  readonly version: string;
  readonly questions: readonly DescribedQuestion[];
  readonly routes: readonly DescribedRoute[];
  /** Gives a sentence of the tool by its name. */
  say(name: string, details?: Readonly<Record<string, string | number>>): string;
}

const deadlineNames = {now: 'route-now', today: 'route-today', free: 'route-free'} as const;

/** Says in words what a compiled meldroute holds: for the picture, and with `hasIds` for the list. */
export function describeMeldroute(file: CompiledStaff, messages: Messages, hasIds = false): DescribedMeldroute {
  const {meldroute, cards, texts} = file.staff;
  const say: DescribedMeldroute['say'] = (name, details = {}) =>
    fillIn(messages[`cli.${name}`] ?? name, details);
  const word = (key: string): string => texts[key] ?? key;
  // Whoever changes the meldroute writes ids; in the picture they would only make the letters smaller.
  const withId = (words: string, id: string): string => (hasIds ? `${words} [${id}]` : words);
  const numbers = new Map(meldroute.routes.map(({id}, index) => [id, index + 1]));
  const listNumbers = (ids: readonly string[] = []): string =>
    ids.map((id) => numbers.get(id) ?? id).join(', ');

  const withRoutes = (words: string, {add = []}: MeldrouteAnswer): string =>
    add.length > 0 ? `${words} (${listNumbers(add)})` : words;
  const sayAnswer = (node: MeldrouteNode, answer: MeldrouteAnswer): string =>
    withRoutes(withId(word(`answer.${node.id}.${answer.id}.label`), answer.id), answer);
  const sayConsent = (node: MeldrouteNode): readonly string[] =>
    meldroute.purposes.flatMap((purpose) => {
      const answers = consentChoices.flatMap((choice) =>
        node.answers
          .filter((answer) => answer.purpose === purpose && answer.choice === choice)
          .map((answer) => withRoutes(word(`consent.${choice}`), answer)),
      );
      const label = withId(word(`purpose.${purpose}.label`), purpose);
      return answers.length > 0 ? [`${label}: ${answers.join(' · ')}`] : [];
    });
  const listWays = (node: MeldrouteNode): readonly DescribedWay[] => {
    const targets = [...new Set(listTargets(node).map((target) => target ?? END))];
    if (node.kind === 'consent') return [{to: node.to ?? END, answers: sayConsent(node)}];
    return targets.map((to) => ({
      to,
      answers: node.answers
        .filter((answer) => node.kind === 'many' || (answer.to ?? node.to ?? END) === to)
        .map((answer) => sayAnswer(node, answer)),
    }));
  };

  const sayDeadline = (deadline: Deadline): string => {
    if (deadline.kind !== 'workdays') return say(deadlineNames[deadline.kind]);
    const {days} = deadline;
    return say(days === 0 ? 'route-workdays-0' : days === 1 ? 'route-workdays-1' : 'route-workdays', {days});
  };
  const sayContacts = (contacts: readonly string[]): string =>
    resolveContacts({contacts}, cards, [])
      .map(({name}) => name)
      .join(', ');

  return {
    title: say('route-title', {gemeente: file.gemeente.name}),
    version: say('route-version', {version: `${meldroute.id}@${meldroute.version}`}),
    questions: meldroute.nodes.map((node, index) => ({
      id: node.id,
      number: index + 1,
      kind: node.kind,
      title: withId(word(`node.${node.id}.title`), node.id),
      ways: listWays(node),
    })),
    routes: meldroute.routes.map((route, index) => ({
      id: route.id,
      number: index + 1,
      title: withId(word(`route.${route.id}.title`), route.id),
      lines: [
        say('route-who', {who: word(`route.${route.id}.actor`)}),
        say('route-contact', {names: sayContacts(route.contacts)}),
        [
          say('route-deadline', {deadline: sayDeadline(route.deadline)}),
          ...(route.again === undefined ? [] : [say('route-again', {days: route.again})]),
          ...Object.entries(route.when ?? {}).flatMap(([flag, change]) => [
            ...(change.deadline
              ? [say('route-when-deadline', {flag: word(`flag.${flag}`), deadline: sayDeadline(change.deadline)})]
              : []),
            ...(change.contacts
              ? [say('route-when-contact', {flag: word(`flag.${flag}`), names: sayContacts(change.contacts)})]
              : []),
          ]),
        ].join(' '),
        ...(route.always ? [say('route-always')] : []),
        ...(route.instead ? [say('route-instead', {numbers: listNumbers(route.instead)})] : []),
      ],
    })),
    say,
  };
}
