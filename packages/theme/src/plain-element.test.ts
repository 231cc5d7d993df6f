import {expect} from '@open-wc/testing';
import {readFile} from '@web/test-runner-commands';

import {paint} from '../../../test/support/measure-contrast.js';

/** Puts the element of the README on a page, and gives the style of what is in it. */
function drawExample(page: HTMLElement): (selector: string) => CSSStyleDeclaration {
  const element = document.createElement('my-notice');
  page.append(element);
  return (selector) => {
    const found = element.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`The example has no ${selector}.`);
    return getComputedStyle(found);
  };
}

describe('a plain element of someone else', () => {
  let page: HTMLElement;

  before(async () => {
    const readme = await readFile({path: '../README.md'});
    const [, code = ''] = /```js\n([^]*?)```/.exec(readme ?? '') ?? [];
    // What a package manager does with the name: a module that is a text has none.
    const module = code.replace('@baken/theme/tokens', new URL('./tokens.ts', import.meta.url).href);
    expect(module).not.to.equal(code);
    await import(URL.createObjectURL(new Blob([module], {type: 'text/javascript'})));
  });
  beforeEach(() => {
    page = document.createElement('div');
    page.style.colorScheme = 'light';
    document.body.append(page);
  });
  afterEach(() => page.remove());

  it('has our look on a page without a theme', () => {
    const style = drawExample(page);
    expect(style('button').backgroundColor).to.equal(style('a').color);
    expect(style('button').borderTopLeftRadius).to.equal('8px');
    expect(style('p').fontFamily).to.equal('system-ui');
  });

  it('has the look of the theme that it stands in', () => {
    const theme = {
      '--utrecht-document-font-family': 'serif',
      '--nl-link-color': 'rgb(80 0 0)',
      '--nl-button-primary-background-color': 'rgb(0 80 0)',
      '--ams-button-border-radius': '0px',
    };
    for (const [name, value] of Object.entries(theme)) page.style.setProperty(name, value);
    const style = drawExample(page);
    expect(paint(style('a').color)).to.eql([80, 0, 0]);
    expect(paint(style('button').backgroundColor)).to.eql([0, 80, 0]);
    expect(style('button').borderTopLeftRadius).to.equal('0px');
    expect(style('p').fontFamily).to.equal('serif');
  });

  it('keeps its own where a token is empty', () => {
    page.style.setProperty('--utrecht-document-font-family', ' ');
    page.style.setProperty('--ams-button-border-radius', ' ');
    const style = drawExample(page);
    expect(style('button').borderTopLeftRadius).to.equal('8px');
    expect(style('p').fontFamily).to.equal('system-ui');
  });
});
