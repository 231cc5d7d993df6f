import type {Meta, StoryObj} from '@storybook/web-components-vite';

import './define.js';
import {exampleStaff, riskChecklistExamples} from './risk-checklist.examples.js';
import type {RiskChecklistElement} from './risk-checklist-element.js';

const meta: Meta = {
  title: 'Staff/Risk checklist',
  component: 'baken-risk-checklist',
  render: (_args, {globals}) => {
    const checklist = document.createElement('baken-risk-checklist');
    checklist.gemeente = exampleStaff(String(globals['language'] ?? 'nl'));
    return checklist;
  },
};

export default meta;

const story = (wanted: string): StoryObj => {
  const example = riskChecklistExamples.find(({name}) => name === wanted);
  if (!example) throw new Error(`There is no example "${wanted}".`);
  return {
    name: wanted,
    play: async ({canvasElement}) => {
      const checklist = canvasElement.querySelector<RiskChecklistElement>('baken-risk-checklist');
      if (!checklist) throw new Error('The story has no checklist.');
      await checklist.updateComplete;
      await example.reach(checklist);
    },
  };
};

// Storybook reads the names of stories from the text of this file, so each is written out.
export const AllSigns = story('all signs');
export const OneWorkplace = story('one workplace');
export const Searched = story('searched');
export const SearchedInVain = story('searched in vain');
export const SearchedMoreElsewhere = story('searched, more elsewhere');
export const ChosenSignsOutOfTheList = story('chosen signs out of the list');
export const AskAdvice = story('ask advice');
export const AdviceThatDependsOnAge = story('advice that depends on age');
export const AChildReportToday = story('a child, report today');
export const AStrongSignReportToday = story('a strong sign, report today');
export const SeveralSignsReportToday = story('several signs, report today');
export const Danger = story('danger');
export const WithAWizardAndAForm = story('with a wizard and a form on the page');
export const DangerWithAWizardAndAForm = story('danger, with a wizard and a form on the page');
export const Wiped = story('wiped');
export const Practice = story('practice');
export const PracticeCompared = story('practice, compared');
export const PracticeAllSeen = story('practice, all seen');
export const PracticeTheLastCase = story('practice, the last case');
export const PracticeOnly = story('practice only');
