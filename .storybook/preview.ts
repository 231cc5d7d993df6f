import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';

import manifest from '../custom-elements.json' with {type: 'json'};
import '../packages/embed/src/baken.css';
import {hostReset} from './host-reset.js';
import {themes} from './themes.js';

setCustomElementsManifest(manifest);

const widths = ['320', '375', '768', '1280'];
const viewports = Object.fromEntries(
  widths.map((width) => [`w${width}`, {name: `${width} px`, styles: {width: `${width}px`, height: '100%'}}]),
);

const banner = document.createElement('p');
banner.textContent = 'Voorbeeld: er wordt niets gemeld. Gevaar? Bel 112.';
banner.lang = 'nl';
banner.dir = 'ltr';
Object.assign(banner.style, {
  position: 'fixed',
  insetInline: '0',
  insetBlockStart: '0',
  zIndex: '1',
  margin: '0',
  padding: '4px 16px',
  background: '#ffe9a8',
  color: '#1d1d1d',
  font: '600 14px/1.4 system-ui, sans-serif',
});
document.body.append(banner);

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

const preview: Preview = {
  initialGlobals: {theme: 'default', language: 'nl', scheme: 'light', reset: 'none'},
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        items: Object.entries(themes).map(([value, {title}]) => ({value, title})),
        dynamicTitle: true,
      },
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          {value: 'nl', title: 'Nederlands'},
          {value: 'en', title: 'English'},
          {value: 'ar', title: 'العربية', right: 'right to left'},
        ],
        dynamicTitle: true,
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Colour scheme',
        icon: 'contrast',
        items: [
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
        ],
        dynamicTitle: true,
      },
    },
    reset: {
      description: 'Reset style sheet of the host',
      toolbar: {
        title: 'Host reset',
        icon: 'lightning',
        items: [
          {value: 'none', title: 'No host reset'},
          {value: 'hard', title: 'Hard host reset'},
        ],
        dynamicTitle: true,
      },
    },
  },
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true},
    docs: {toc: true},
    layout: 'fullscreen',
    viewport: {options: viewports},
  },
  decorators: [
    (story, {globals}) => {
      const {theme, language, scheme, reset} = globals as Record<'theme' | 'language' | 'scheme' | 'reset', string>;
      const {documentElement} = document;
      documentElement.lang = language;
      documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
      sheet.replaceSync(
        [
          `:root {color-scheme: ${scheme === 'dark' ? 'dark' : 'light'}; background: Canvas; color: CanvasText}`,
          // Storybook's own classes on the body say no padding; the banner may not lie on a story.
          ':root body {padding: 48px 16px 16px !important}',
          reset === 'hard' ? hostReset : '',
          themes[theme]?.css ?? '',
        ].join('\n'),
      );
      return story();
    },
  ],
};

export default preview;
