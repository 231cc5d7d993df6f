import {expect, fixture, html} from '@open-wc/testing';
import {a11ySnapshot} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';

import {openRoot} from '../../../test/support/open-root.js';
import './contact-card/define.js';
import {contactCardExamples, drawExample} from './contact-card/contact-card.examples.js';
import './meldroute-wizard/define.js';
import {exampleStaff, meldrouteWizardExamples} from './meldroute-wizard/meldroute-wizard.examples.js';
import type {MeldrouteWizardElement} from './meldroute-wizard/meldroute-wizard-element.js';
import './risk-checklist/define.js';
import {riskChecklistExamples} from './risk-checklist/risk-checklist.examples.js';
import type {RiskChecklistElement} from './risk-checklist/risk-checklist-element.js';
import './signal-form/define.js';
import {exampleGemeente, signalFormExamples} from './signal-form/signal-form.examples.js';
import type {SignalFormElement} from './signal-form/signal-form-element.js';

interface TreeNode {
  readonly name?: string;
  readonly children?: readonly TreeNode[];
}

const namesIn = ({name = '', children = []}: TreeNode): readonly string[] => [name, ...children.flatMap(namesIn)];

const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
const letters = (text: string): string => text.replace(/\s/g, '');

/** How many letters stand before each space. */
const spacesOf = (text: string): readonly number[] =>
  [...text.matchAll(/\s+/g)].map(({index}) => letters(text.slice(0, index)).length);

/** The texts of a widget that have lost a space in the names that the engine computes, and how many names there are. */
async function findRunTogether(element: Element): Promise<{readonly lost: readonly string[]; readonly seen: number}> {
  const names = namesIn((await a11ySnapshot({})) as unknown as TreeNode).map(tidy);
  const written = [...openRoot(element).querySelectorAll('button, a, h1, h2, h3, summary, label, legend')]
    .map(({textContent}) => tidy(textContent))
    .filter((text) => text.includes(' '));
  const found = written.map((text) => ({text, name: names.find((name) => letters(name) === letters(text))}));
  const seen = found.filter(({name}) => name !== undefined);
  const lost = seen.filter(({text, name = ''}) => {
    const kept = spacesOf(name);
    return !spacesOf(text).every((space) => kept.includes(space));
  });
  return {lost: lost.map(({name = ''}) => name), seen: seen.length};
}

const staff = exampleStaff('nl');

/** A state of a widget: how it is drawn, and how it is reached. */
interface State {
  readonly state: string;
  readonly draw: () => TemplateResult;
  readonly reach?: (element: Element) => Promise<void>;
}

const states: readonly State[] = [
  ...signalFormExamples.map(({name, reach}) => ({
    state: `form, ${name}`,
    draw: () => html`<baken-signal-form .gemeente=${exampleGemeente('nl')}></baken-signal-form>`,
    reach: (element: Element) => reach(element as SignalFormElement),
  })),
  ...riskChecklistExamples.map(({name, reach}) => ({
    state: `checklist, ${name}`,
    draw: () => html`<baken-risk-checklist .gemeente=${staff}></baken-risk-checklist>`,
    reach: (element: Element) => reach(element as RiskChecklistElement),
  })),
  ...meldrouteWizardExamples.map(({name, reach}) => ({
    state: `wizard, ${name}`,
    draw: () => html`<baken-meldroute-wizard .gemeente=${staff}></baken-meldroute-wizard>`,
    reach: (element: Element) => reach(element as MeldrouteWizardElement),
  })),
  ...contactCardExamples.map((example) => ({state: `card, ${example.name}`, draw: () => drawExample(example)})),
];

// Only Chromium gives its accessibility tree here. For the other engines: test/journeys/names.journey.ts.
if (navigator.userAgent.includes('Chrome/')) {
  describe('names that Chromium computes', () => {
    it('have each space that is written', async function () {
      this.timeout(120_000);
      const lost: string[] = [];
      for (const {state, draw, reach} of states) {
        const place = await fixture<HTMLElement>(html`<div>${draw()}</div>`);
        const [element] = place.children;
        if (!element) throw new Error(`There is nothing of ${state}.`);
        await (element as SignalFormElement).updateComplete;
        await reach?.(element);
        const {lost: here, seen} = await findRunTogether(element);
        expect(seen, state).to.be.greaterThan(0);
        lost.push(...here.map((name) => `${state}: ${name}`));
        place.remove();
      }
      expect(lost).to.deep.equal([]);
    });
  });
}
