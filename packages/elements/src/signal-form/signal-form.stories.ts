import type {Meta, StoryObj} from '@storybook/web-components-vite';

import './define.js';
import {exampleGemeente, signalFormExamples} from './signal-form.examples.js';
import type {SignalFormElement} from './signal-form-element.js';

const meta: Meta = {
  title: 'Signal form',
  component: 'baken-signal-form',
  render: (_args, {globals}) => {
    const form = document.createElement('baken-signal-form');
    form.gemeente = exampleGemeente(String(globals['language'] ?? 'nl'));
    return form;
  },
};

export default meta;

const story = (wanted: string): StoryObj => {
  const example = signalFormExamples.find(({name}) => name === wanted);
  if (!example) throw new Error(`There is no example "${wanted}".`);
  return {
    name: wanted,
    play: async ({canvasElement}) => {
      const form = canvasElement.querySelector<SignalFormElement>('baken-signal-form');
      if (!form) throw new Error('The story has no form.');
      await form.updateComplete;
      await example.reach(form);
    },
  };
};

// Storybook reads the names of stories from the text of this file, so each is written out.
export const Danger = story('danger');
export const DangerNothingChosen = story('danger, nothing chosen');
export const Call112 = story('call 112');
export const DangerNotSure = story('danger, not sure');
export const Who = story('who');
export const WhoNothingChosen = story('who, nothing chosen');
export const AboutMe = story('about me');
export const AboutMeNotSafe = story('about me, not safe');
export const Age = story('age');
export const Under18 = story('under 18');
export const OfAge = story('of age');
export const MyOwnWordsEmpty = story('my own words, empty');
export const ForWork = story('for work');
export const StaffOfThisGemeente = story('staff of this gemeente');
export const FormOfExploitation = story('form of exploitation');
export const FormOfExploitationNothingChosen = story('form of exploitation, nothing chosen');
export const Signs = story('signs');
export const SignsPresentDanger = story('signs, present danger');
export const Describe = story('describe');
export const DescribeEmpty = story('describe, empty');
export const Place = story('place');
export const PlaceNothingChosen = story('place, nothing chosen');
export const Source = story('source');
export const SourceNothingChosen = story('source, nothing chosen');
export const HowWellKnown = story('how well-known');
export const HowWellKnownNothingChosen = story('how well-known, nothing chosen');
export const Name = story('name');
export const NameEmpty = story('name, empty');
export const HowToReachMe = story('how to reach me');
export const HowToReachMeEmpty = story('how to reach me, empty');
export const HowToReachMeWrong = story('how to reach me, wrong');
export const Review = story('review');
export const Sending = story('sending');
export const Uncertain = story('uncertain');
export const NotSent = story('not sent');
export const Refused = story('refused');
export const TooLong = story('too long');
export const RefusedAtAField = story('refused at a field');
export const Received = story('received');
export const NotSentTriesAreOver = story('not sent, tries are over');
export const ReceivedWithoutANumber = story('received, without a number');
