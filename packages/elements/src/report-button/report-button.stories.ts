import type {Meta, StoryObj} from '@storybook/web-components-vite';

import './define.js';
import {reportButtonExamples} from './report-button.examples.js';

const meta: Meta = {title: 'Report button', component: 'baken-report-button'};

export default meta;

const story = (wanted: string): StoryObj => {
  const example = reportButtonExamples.find(({name}) => name === wanted);
  if (!example) throw new Error(`There is no example "${wanted}".`);
  return {name: wanted, render: example.render};
};

// Storybook reads the names of stories from the text of this file, so each is written out.
export const OpensTheForm = story('a link that opens the form');
export const BesideASubject = story('beside a neighbouring subject');
export const AlwaysToThePage = story('always to the page');
