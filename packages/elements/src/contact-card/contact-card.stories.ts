import type {Meta, StoryObj} from '@storybook/web-components-vite';

import './define.js';
import {contactCardExamples, drawExample} from './contact-card.examples.js';

const meta: Meta = {title: 'Contact card', component: 'baken-contact-card'};

export default meta;

const story = (wanted: string): StoryObj => {
  const example = contactCardExamples.find(({name}) => name === wanted);
  if (!example) throw new Error(`There is no example "${wanted}".`);
  return {name: wanted, render: (_args, {globals}) => drawExample(example, String(globals['language'] ?? 'nl'))};
};

// Storybook reads the names of stories from the text of this file, so each is written out.
export const Open = story('open');
export const ClosedOthersOpen = story('closed, others open');
export const ClosedOpenForTopic = story('closed, another open for the topic');
export const ClosedUntilAfterWeekend = story('closed until after the weekend');
export const ClosedNobodyElse = story('closed, nobody else');
export const ClosedOpensInAWeek = story('closed, opens in a week');
export const OpenUntilMidnight = story('open until midnight');
export const HolidayNobodyKnows = story('a holiday of which nobody knows');
export const AlwaysOpen = story('always open');
export const Danger = story('danger');
export const HoursNotKnown = story('hours not known');
export const FromAbroad = story('from abroad');
export const Chat = story('chat');
export const ExampleOfGemeente = story('an example of a gemeente');
export const SetByRole = story('a set by role');
export const SetByTopic = story('a set by topic');
export const PageWithContacts = story('a page with contacts');
export const AllContacts = story('all contacts');
