import type {StorybookConfig} from '@storybook/web-components-vite';

import {findOpenStories} from './find-stories.js';

const everything = ['../packages/elements/src/**/*.stories.ts', '../stories/**/*.stories.ts'];

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  // A Storybook is put on the web: without being asked it leaves out what only staff may see.
  stories: process.env['BAKEN_STAFF_STORIES'] === '1' ? everything : findOpenStories().map((path) => `../${path}`),
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  managerHead: (head = '') => `${head}<meta name="robots" content="noindex">`,
  previewHead: (head = '') => `${head}<meta name="robots" content="noindex">`,
};

export default config;
