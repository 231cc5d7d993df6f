import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../packages/elements/src/**/*.stories.ts', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  managerHead: (head = '') => `${head}<meta name="robots" content="noindex">`,
  previewHead: (head = '') => `${head}<meta name="robots" content="noindex">`,
};

export default config;
