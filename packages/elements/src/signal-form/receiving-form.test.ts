import {aTimeout, expect, fixture, html} from '@open-wc/testing';

import {defineOnce} from '../parts/define-once.js';
import {canOffer, offerSigns} from '../parts/hand-over.js';
import {openRoot} from '../../../../test/support/open-root.js';
import {ReceivingFormElement} from './receiving-form-element.js';
import {exampleGemeente, setExampleStates, signalFormExamples, visitor} from './signal-form.examples.js';

defineOnce('baken-signal-form', ReceivingFormElement);

const show = async (name = 'danger'): Promise<{from: HTMLElement; form: ReceivingFormElement}> => {
  const box = await fixture<HTMLElement>(
    html`<div>
      <p></p>
      <baken-signal-form .gemeente=${exampleGemeente('nl')}></baken-signal-form>
    </div>`,
  );
  const from = box.querySelector('p');
  const form = box.querySelector<ReceivingFormElement>('baken-signal-form');
  if (!from || !form) throw new Error('The page is not complete.');
  await form.updateComplete;
  await signalFormExamples.find((example) => example.name === name)?.reach(form);
  return {from, form};
};

const isTicked = (form: ReceivingFormElement, id: string): boolean | undefined =>
  openRoot(form).querySelector<HTMLInputElement>(`#${id}`)?.checked;

describe('the signal form on a page for staff', () => {
  it('takes signs that it knows, ticks them, and has the focus', async () => {
    const {from, form} = await show('signs');
    expect(offerSigns('form', ['ARB-01', 'NOT-01', 'ALG-04'], from)).to.equal(true);
    expect(isTicked(form, 'ARB-01')).to.equal(true);
    expect(isTicked(form, 'ALG-04')).to.equal(true);
    expect(openRoot(form).activeElement?.id).to.equal('title');
    expect(openRoot(form).textContent).to.contain('2 tekens gekozen');
  });

  it('keeps signs from the first question on, until they are asked for', async () => {
    const {from, form} = await show();
    offerSigns('form', ['ARB-01'], from);
    expect(openRoot(form).querySelector('#danger-yes'), 'danger comes first all the same').to.not.equal(null);
    const {choose, next} = visitor;
    for (const answer of ['danger-no', 'who-other', 'form-arbeid']) {
      await choose(form, answer);
      await next(form);
    }
    expect(isTicked(form, 'ARB-01')).to.equal(true);
  });

  it('leaves a signal that is under way as it was sent, and begins a new one after it was received', async () => {
    const sent = await show('uncertain');
    offerSigns('form', ['ARB-01'], sent.from);
    expect(openRoot(sent.form).querySelector('.outcome')).to.not.equal(null);
    const received = await show('received');
    setExampleStates();
    offerSigns('form', ['ARB-01'], received.from);
    expect(openRoot(received.form).querySelector('#danger-yes')).to.not.equal(null);
  });

  it('is no receiver while it shows its fallback, or when it left the page', async () => {
    const {from, form} = await show();
    const file = form.gemeente;
    form.gemeente = undefined;
    await form.updateComplete;
    expect(canOffer('form', from)).to.equal(false);
    form.gemeente = file;
    await form.updateComplete;
    expect(canOffer('form', from)).to.equal(true);
    form.remove();
    await aTimeout(0);
    expect(canOffer('form', from)).to.equal(false);
  });
});
