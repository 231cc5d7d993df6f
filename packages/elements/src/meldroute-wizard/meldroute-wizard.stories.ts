import type {Meta, StoryObj} from '@storybook/web-components-vite';

import './define.js';
import {exampleStaff, meldrouteWizardExamples} from './meldroute-wizard.examples.js';
import type {MeldrouteWizardElement} from './meldroute-wizard-element.js';

const meta: Meta = {
  title: 'Meldroute wizard',
  component: 'baken-meldroute-wizard',
  render: (_args, {globals}) => {
    const wizard = document.createElement('baken-meldroute-wizard');
    wizard.gemeente = exampleStaff(String(globals['language'] ?? 'nl'));
    return wizard;
  },
};

export default meta;

const story = (wanted: string): StoryObj => {
  const example = meldrouteWizardExamples.find(({name}) => name === wanted);
  if (!example) throw new Error(`There is no example "${wanted}".`);
  return {
    name: wanted,
    play: async ({canvasElement}) => {
      const wizard = canvasElement.querySelector<MeldrouteWizardElement>('baken-meldroute-wizard');
      if (!wizard) throw new Error('The story has no wizard.');
      await wizard.updateComplete;
      await example.reach(wizard);
    },
  };
};

// Storybook reads the names of stories from the text of this file, so each is written out.
export const FirstQuestion = story('first question');
export const NothingChosen = story('nothing chosen');
export const DangerChosen = story('danger chosen');
export const DangerNotSure = story('danger, not sure');
export const Certain112 = story('certain 112');
export const AboutWhom = story('about whom');
export const AboutWhomNothingChosen = story('about whom, nothing chosen');
export const Explanation = story('explanation');
export const Consent = story('consent');
export const ConsentNotAsked = story('consent, not asked');
export const SignsFromTheChecklist = story('signs from the checklist');
export const Result = story('result');
export const ResultOnlySupport = story('result, only support');
export const ResultLongest = story('result, longest');
export const ResultRefusedHelp = story('result, refused help');
export const ResultIntegrity = story('result, integrity');
export const ResultNobodyToRegisterWith = story('result, nobody to register with');
export const Record = story('record');
export const RecordEmpty = story('record, empty');
export const RecordWeighing = story('record, weighing');
export const Review = story('review');
export const Sending = story('sending');
export const Uncertain = story('uncertain');
export const NotSent = story('not sent');
export const NotSentTriesAreOver = story('not sent, tries are over');
export const Refused = story('refused');
export const TooLong = story('too long');
export const RefusedAtAField = story('refused at a field');
export const Received = story('received');
export const ReceivedWithoutANumber = story('received, without a number');
export const ResultRegistered = story('result, registered');
