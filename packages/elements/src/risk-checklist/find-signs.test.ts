import {expect} from '@open-wc/testing';

import {EVERYWHERE, foldText, groupSigns, searchSigns, signsAt} from './find-signs.js';
import {exampleStaff} from './risk-checklist.examples.js';

const {staff} = exampleStaff('nl');
const find = (query: string): readonly string[] =>
  searchSigns(staff.signs, query, staff.signGroups).map(({text}) => text);

describe('searching signs', () => {
  it('needs neither capitals nor accents, in the query or in the text', () => {
    expect(foldText('COÖRDINATOR één')).to.equal(foldText('coordinator een'));
    expect(find('PASPOORT')).to.deep.equal(find('paspoort'));
    expect(find('páspóórt')).to.deep.equal(find('paspoort'));
  });

  const pairs = [['slaap', 'slapen'], ['huis', 'huizen'], ['reis', 'reizen'], ['brief', 'brieven']] as const;
  for (const [query, word] of pairs) {
    it(`finds "${word}" with "${query}", as Dutch spells them`, () => {
      expect(foldText(word)).to.contain(foldText(query));
    });
  }

  it('wants every word of the query, in any order, in the text or in the heading of the form', () => {
    const both = find('werk slaapt');
    expect(both).to.deep.equal(find('slaapt werk'));
    expect(both.length).to.be.greaterThan(0);
    expect(both.length).to.be.lessThan(find('werk').length);
    for (const {form, text} of staff.signs.filter((sign) => sign.form === 'bedelarij')) {
      expect(find('bedelen'), form).to.contain(text);
    }
  });

  it('gives all signs for an empty query, and none for a word that is nowhere', () => {
    expect(find('  ').length).to.equal(staff.signs.length);
    expect(find('kamelen')).to.deep.equal([]);
  });

  it('takes no query for a pattern', () => {
    for (const query of ['.*', '[', '(?:', '\\', '^', '{term}']) expect(find(query), query).to.deep.equal([]);
  });
});

describe('signs of a workplace', () => {
  it('are those of its list, in its order; all for every workplace and for an unknown one', () => {
    for (const {id, signs} of staff.workplaces) {
      expect(signsAt(staff, id).map((sign) => sign.id)).to.deep.equal(signs);
    }
    for (const id of [EVERYWHERE, 'toString', '']) expect(signsAt(staff, id)).to.equal(staff.signs);
  });

  it('stand in groups: danger first, each sign once', () => {
    for (const {id} of staff.workplaces) {
      const groups = groupSigns(signsAt(staff, id));
      const all = groups.flatMap(({signs}) => signs);
      expect(all.length).to.equal(new Set(all).size);
      expect(all.length).to.equal(signsAt(staff, id).length);
      const [first] = groups;
      expect(first?.key).to.equal('urgent');
      expect(first?.signs.every(({weight}) => weight === 'NU')).to.equal(true);
    }
  });
});
