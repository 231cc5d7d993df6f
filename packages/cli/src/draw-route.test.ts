import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {DescribedMeldroute} from './describe-route.js';
import {drawRoute} from './draw-route.js';
import {listRoute} from './list-route.js';

const described: DescribedMeldroute = {
  title: 'Meldroute van A & "B"',
  version: 'Versie a@1.',
  questions: [
    {
      id: 'first',
      number: 1,
      kind: 'one',
      title: 'Is het < 1 dag?',
      ways: [
        {to: 'second', answers: ['Ja (1)', 'Misschien']},
        {to: 'end', answers: ['Nee']},
      ],
    },
    {id: 'second', number: 2, kind: 'many', title: 'Wie?', ways: [{to: 'end', answers: ['Iemand', 'Niemand (1)']}]},
  ],
  routes: [{id: 'call', number: 1, title: 'Bel', lines: ['Wie: politie.', 'Termijn: nu.']}],
  say: (name) => name,
};

describe('the picture of a meldroute', () => {
  it('is XML, whatever signs the words have', () => {
    const svg = drawRoute(described);
    assert.match(svg, /Meldroute van A &amp; &quot;B&quot;/);
    assert.match(svg, /1\. Is het &lt; 1 dag\?/);
    assert.doesNotMatch(svg, /&(?!(amp|lt|gt|quot);)|NaN|undefined/);
  });

  it('has answers at the lines when they lead different ways, and in the box when they do not', () => {
    const svg = drawRoute(described);
    assert.match(svg, /text-anchor="middle"[^>]*><tspan[^>]*>Ja \(1\) · Misschien</);
    assert.match(svg, /<text><tspan[^>]*>Iemand · Niemand \(1\)</);
    assert.equal([...svg.matchAll(/marker-end/g)].length, 3);
  });

  it('can be drawn of questions that lead back to themselves: such a line is left out', () => {
    const [first, second] = described.questions;
    assert.ok(first && second);
    const back = {...second, ways: [{to: 'first', answers: ['Terug']}, {to: 'second', answers: ['Nog eens']}]};
    const svg = drawRoute({...described, questions: [first, back]});
    assert.doesNotMatch(svg, /NaN/);
    assert.equal([...svg.matchAll(/marker-end/g)].length, 2);
  });
});

describe('the list of a meldroute', () => {
  it('says where each answer leads', () => {
    assert.equal(
      listRoute(described),
      [
        '# Meldroute van A & "B"\n\nVersie a@1.\n\n## route-questions\n',
        '1. Is het < 1 dag?\n   - Ja (1) → route-to\n   - Misschien → route-to\n   - Nee → route-end\n',
        '2. Wie?\n   - Iemand → route-end\n   - Niemand (1) → route-end\n',
        '## route-routes\n',
        '1. Bel\n   - Wie: politie.\n   - Termijn: nu.\n',
      ].join('\n'),
    );
  });
});
