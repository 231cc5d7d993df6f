import {expect} from '@open-wc/testing';
import {render} from 'lit/html.js';

import {contactItem} from './contacts.js';
import {Words} from './words.js';

const words = new Words({language: 'nl', texts: {example: 'voorbeeld'}});

const drawn = (name: string, example?: true): string => {
  const place = document.createElement('ul');
  render(contactItem({id: 'x', name, ...(example && {example})}, words), place);
  return place.textContent?.replace(/\s+/g, ' ').trim() ?? '';
};

describe('contactItem', () => {
  it('says once of a contact that it is made up, and of no other', () => {
    expect(drawn('Bureau X', true)).to.equal('Bureau X voorbeeld');
    expect(drawn('Bureau X (voorbeeld)', true)).to.equal('Bureau X (voorbeeld)');
    expect(drawn('Bureau X')).to.equal('Bureau X');
  });
});
