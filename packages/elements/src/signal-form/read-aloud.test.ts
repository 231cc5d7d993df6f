import {fakeSpeech} from './fake-speech.js';

import {expect, fixture, html} from '@open-wc/testing';

import {openRoot} from '../../../../test/support/open-root.js';
import './define.js';
import {exampleGemeente, signalFormExamples, visitor} from './signal-form.examples.js';
import type {SignalFormElement} from './signal-form-element.js';

const here = {lang: 'nl-NL', localService: true};

const show = async (language = 'nl'): Promise<SignalFormElement> => {
  const form = await fixture<SignalFormElement>(
    html`<baken-signal-form .gemeente=${exampleGemeente(language)}></baken-signal-form>`,
  );
  await form.updateComplete;
  return form;
};

const reach = async (form: SignalFormElement, name: string): Promise<void> =>
  signalFormExamples.find((example) => example.name === name)?.reach(form);

const findButton = (form: SignalFormElement): HTMLButtonElement | undefined =>
  [...openRoot(form).querySelectorAll<HTMLButtonElement>('.bar button')].find(
    ({textContent}) => textContent.trim() === 'Lees voor of stop',
  );

const press = (form: SignalFormElement): void => {
  const button = findButton(form);
  if (!button) throw new Error('There is no button to read aloud.');
  button.click();
};

describe('reading a screen aloud', () => {
  beforeEach(() => {
    fakeSpeech.voices = [here];
    fakeSpeech.said = [];
    fakeSpeech.speaking = false;
  });

  it('is offered only with a voice for the language that is on the device itself', async () => {
    for (const [voices, isOffered] of [
      [[], false],
      [[{lang: 'nl-NL', localService: false}], false],
      [[{lang: 'pl-PL', localService: true}], false],
      [[{lang: 'pl-PL', localService: true}, here], true],
    ] as const) {
      fakeSpeech.voices = [...voices];
      expect(findButton(await show()) !== undefined, JSON.stringify(voices)).to.equal(isOffered);
    }
    expect(fakeSpeech.said, 'nobody asked').to.deep.equal([]);
  });

  it('reads the question and its answers with that voice, and not the menu of languages', async () => {
    const remote = {lang: 'nl-NL', localService: false};
    fakeSpeech.voices = [remote, here];
    press(await show());
    const [said] = fakeSpeech.said;
    expect(said?.voice).to.equal(here);
    expect(said?.text).to.match(/Is er nu gevaar\?[^]*Nee, niet op dit moment[^]*Verder/);
    expect(said?.text).not.to.contain('English');
  });

  it('stops when it is pressed again, on another screen, when all is wiped and when the form goes', async () => {
    const form = await show();
    for (const [what, stop] of [
      ['pressed again', () => press(form)],
      ['another screen', () => visitor.choose(form, 'danger-no').then(() => visitor.next(form))],
      ['wiped', () => form.wipe()],
      ['removed', async () => {
        form.remove();
        await Promise.resolve();
      }],
    ] as const) {
      press(form);
      expect(fakeSpeech.speaking, what).to.equal(true);
      await stop();
      expect(fakeSpeech.speaking, what).to.equal(false);
    }
  });

  it('says nothing that someone typed', async () => {
    const form = await show();
    await reach(form, 'review');
    expect(openRoot(form).textContent).to.contain('Zes mannen');
    press(form);
    expect(fakeSpeech.said[0]?.text).to.contain('Klopt').and.not.to.contain('Zes mannen');
    press(form);
    await visitor.back(form);
    for (const field of openRoot(form).querySelectorAll<HTMLInputElement>('.input')) field.value = 'Zes mannen';
    press(form);
    expect(fakeSpeech.said[1]?.text).not.to.contain('Zes mannen');
  });

  it('keeps in its frame of 320 px, and is accessible', async () => {
    const form = await show();
    form.style.inlineSize = '320px';
    form.style.display = 'block';
    await reach(form, 'who');
    expect(findButton(form)).not.to.equal(undefined);
    expect(form.scrollWidth).to.equal(320);
    await expect(form).to.be.accessible();
  });
});
