import {END} from '@baken/model/rules/meldroute';

import type {DescribedMeldroute} from './describe-route.js';

/** Writes a meldroute as a list in Markdown: the same as the picture, for who cannot see it, and to compare two. */
export function listRoute({title, version, questions, routes, say}: DescribedMeldroute): string {
  const sayTarget = (to: string): string => {
    const question = questions.find(({id}) => id === to);
    return to === END || !question ? say('route-end') : say('route-to', {number: question.number});
  };
  return [
    `# ${title}`,
    version,
    `## ${say('route-questions')}`,
    ...questions.map(({number, title: question, ways}) =>
      [
        `${number}. ${question}`,
        ...ways.flatMap(({to, answers}) => answers.map((answer) => `   - ${answer} → ${sayTarget(to)}`)),
      ].join('\n'),
    ),
    `## ${say('route-routes')}`,
    ...routes.map(({number, title: route, lines}) =>
      [`${number}. ${route}`, ...lines.map((line) => `   - ${line}`)].join('\n'),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}
