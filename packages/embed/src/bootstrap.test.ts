import {expect, fixture} from '@open-wc/testing';

import {waitUntil} from '../../../test/support/wait-until.js';
import {allowAlso, bootstrap} from './bootstrap.js';

describe('bootstrap', () => {
  it('puts the widget in a div that the page has, with its settings and its content as fallback', async () => {
    const place = await fixture<HTMLElement>(
      '<div data-baken="signal-form" data-config-src="/a.json" data-topic="adres" data-lang="en"><p>Bel ons</p></div>',
    );
    bootstrap();
    const form = place.querySelector(':scope > baken-signal-form');
    expect(form).to.have.attribute('config-src', '/a.json');
    expect(form).to.have.attribute('topic', 'adres');
    expect(form).to.have.attribute('lang', 'en');
    expect(form?.querySelector('p')).to.have.text('Bel ons');
  });

  it('does the same for a div that the page adds later', async () => {
    bootstrap();
    const place = await fixture('<section><div data-baken="report-button"><a href="/s">Meld</a></div></section>');
    await waitUntil(() => place.querySelector('baken-report-button > a'));
  });

  it('puts a widget into its provider when both are divs', async () => {
    const place = await fixture('<div data-baken="gemeente"><div data-baken="quick-exit"></div></div>');
    bootstrap();
    expect(place.querySelector('baken-gemeente > div > baken-quick-exit')).to.not.equal(null);
  });

  it('puts it there once, also when two of our files are on the page', async () => {
    const place = await fixture('<div data-baken="signal-form"></div>');
    bootstrap();
    bootstrap();
    expect(place.querySelectorAll('baken-signal-form')).to.have.length(1);
  });

  it('makes no other element, and passes on no other attribute, than those it knows', async () => {
    const bad = await fixture('<div data-baken="frame"></div>');
    const place = await fixture('<div data-baken="signal-form" data-onclick="alert(1)" data-style="color:red"></div>');
    bootstrap();
    expect(bad.childElementCount).to.equal(0);
    expect(place.firstElementChild?.getAttributeNames()).to.deep.equal([]);
  });

  it('makes a widget that only some files have, with its attributes, after such a file said so', async () => {
    const before = await fixture<HTMLElement>(
      '<div data-baken="contact-card" data-contact="politie" data-heading-level="3" data-config-src="/a.json"></div>',
    );
    bootstrap();
    expect(before.childElementCount).to.equal(0);
    allowAlso(['contact-card'], ['contact', 'heading-level']);
    bootstrap();
    const made = before.querySelector(':scope > baken-contact-card');
    expect(made).to.have.attribute('contact', 'politie');
    expect(made).to.have.attribute('heading-level', '3');
    expect(made).to.have.attribute('config-src', '/a.json');
  });
});
