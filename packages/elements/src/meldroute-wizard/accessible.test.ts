import {expect, fixture, html} from '@open-wc/testing';

import {openRoot} from '../../../../test/support/open-root.js';
import './define.js';
import {exampleStaff, meldrouteWizardExamples} from './meldroute-wizard.examples.js';
import type {MeldrouteWizardElement} from './meldroute-wizard-element.js';

/** A wizard is as narrow as the page lets it be, so the width of the window is not what counts. */
const show = async (language: string, width: number): Promise<MeldrouteWizardElement> => {
  const box = await fixture<HTMLElement>(
    html`<div><baken-meldroute-wizard .gemeente=${exampleStaff(language)}></baken-meldroute-wizard></div>`,
  );
  box.style.inlineSize = `${width}px`;
  const wizard = box.querySelector('baken-meldroute-wizard');
  if (!wizard) throw new Error('There is no wizard.');
  await wizard.updateComplete;
  return wizard;
};

describe('baken-meldroute-wizard, every state', () => {
  for (const {name, reach} of meldrouteWizardExamples) {
    for (const [language, width] of [['nl', 320], ['en', 1280]] as const) {
      it(`is accessible, as wide as its place, and keeps nothing: ${name} (${language}, ${width} px)`, async () => {
        const wizard = await show(language, width);
        await reach(wizard);
        await expect(wizard).to.be.accessible();
        expect(wizard.parentElement?.scrollWidth, 'nothing sticks out').to.equal(width);
        expect(openRoot(wizard).textContent).to.not.match(/undefined|\[object|\bNaN\b|\{\w+\}/);
        // Nothing may keep or pass on what is chosen or typed.
        for (const control of openRoot(wizard).querySelectorAll('input, textarea, select')) {
          expect(control.getAttribute('autocomplete')).to.equal('off');
          if (!control.classList.contains('input')) continue;
          expect(control.getAttribute('spellcheck')).to.equal('false');
          expect(control.getAttribute('writingsuggestions')).to.equal('false');
          expect(control.getAttribute('translate')).to.equal('no');
        }
      });
    }
  }
});
