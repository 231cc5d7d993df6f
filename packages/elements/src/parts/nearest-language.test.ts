import {expect, fixture, html} from '@open-wc/testing';

import {nearestLanguage} from './nearest-language.js';

describe('nearestLanguage', () => {
  it('prefers the language of the element itself over that around it', async () => {
    const outer = await fixture(html`<div lang="nl"><p lang="en"></p></div>`);
    expect(nearestLanguage(outer.firstElementChild as Element)).to.equal('en');
  });

  it('skips an empty lang and looks further up', async () => {
    const outer = await fixture(html`<div lang="pl"><p lang=""></p></div>`);
    expect(nearestLanguage(outer.firstElementChild as Element)).to.equal('pl');
  });

  it('looks through closed shadow roots', async () => {
    const host = await fixture(html`<div lang="ro"></div>`);
    const inner = document.createElement('p');
    host.attachShadow({mode: 'closed'}).append(inner);
    expect(nearestLanguage(inner)).to.equal('ro');
  });

  it('knows no language where none is written', () => {
    expect(nearestLanguage(document.createElement('p'))).to.equal(undefined);
  });
});
