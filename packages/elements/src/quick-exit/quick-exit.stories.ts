import type {Meta, StoryObj} from '@storybook/web-components-vite';

import './define.js';
import {quickExitExamples} from './quick-exit.examples.js';

const meta: Meta = {title: 'Quick exit', component: 'baken-quick-exit'};

export default meta;

const story = (wanted: string): StoryObj => {
  const example = quickExitExamples.find(({name}) => name === wanted);
  if (!example) throw new Error(`There is no example "${wanted}".`);
  return {name: wanted, render: example.render};
};

// Storybook reads the names of stories from the text of this file, so each is written out.
export const LinkOfThePage = story('with the link of the page');
export const RightToLeft = story('from right to left');
