import {expect, fixture, html} from '@open-wc/testing';

import {checkNeverHalf} from '../../../../test/support/never-half.js';
import './define.js';
import './signal-form.examples.js';

describe('baken-signal-form with a damaged file', () => {
  it('shows the whole form or the fallback, never half a form', async function () {
    this.timeout(120_000);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const count = await checkNeverHalf(150, place);
    // All three ends must occur, or the damage is too little or too much to prove anything.
    expect(count.refused).to.be.greaterThan(0);
    expect(count.fallback).to.be.greaterThan(0);
    expect(count.form).to.be.greaterThan(0);
  });
});
