import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {assertNone} from './assert-none.js';
import {type AxeRecord, type Cell, cellsOf, findWithAxe, readAxeRecord} from './axe.js';
import {type OpenGallery, openGallery} from './open-gallery.js';
import {widgetNames} from './widgets.js';

/** One in three examples, each in one cell, all cells in turn: a step of five passes through all 12, and all 8. */
const turn = (cells: readonly Cell[], example: number): readonly Cell[] =>
  cells.filter((_, index) => example % 3 === 0 && index === ((example / 3) * 5) % cells.length);

describe('what axe finds in the examples, and what it leaves to people', () => {
  let gallery: OpenGallery;
  let known: AxeRecord;
  before(async () => {
    known = await readAxeRecord();
    gallery = await openGallery();
  });
  after(() => gallery?.close());

  for (const widget of widgetNames) {
    it(`${widget}: has no fault, and a decision for each result that axe could not decide`, async () => {
      const {runs, violations, incomplete} = await findWithAxe(gallery, widget, turn);
      assert.ok(runs > 0, `${runs} runs`);
      assertNone(violations);
      const decided = known.decisions.filter((one) => one.widget === widget).map(({result}) => result);
      assertNone(incomplete.filter((result) => !decided.includes(result)), 'Decide on it in axe-incomplete.json.');
    });
  }

  it('has a reason and a date for each decision', () => {
    for (const {result, decision, on} of known.decisions) {
      assert.ok(decision.length > 20 && /^\d{4}-\d\d-\d\d$/.test(on), result);
    }
  });

  it('found nothing when every example was last shown in every language, scheme and width', () => {
    assert.match(known.whole?.on ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.equal(known.whole?.violations, 0);
    assert.ok((known.whole?.runs ?? 0) >= widgetNames.reduce((sum, widget) => sum + cellsOf(widget).length, 0));
  });
});
