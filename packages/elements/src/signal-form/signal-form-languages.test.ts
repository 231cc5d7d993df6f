import {aTimeout, expect, fixture, html} from '@open-wc/testing';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {openRoot} from '../../../../test/support/open-root.js';
import {compilePseudo} from '../../../../test/support/pseudo-language.js';
import {acceptGemeente} from '../services.js';
import './define.js';
import {
  exampleGemeente,
  exampleSafety,
  exampleServices,
  signalFormExamples,
  visitor,
} from './signal-form.examples.js';
import type {SignalFormElement} from './signal-form-element.js';

const show = async (gemeente: CompiledGemeente, width?: number): Promise<SignalFormElement> => {
  const box = await fixture<HTMLElement>(
    html`<div><baken-signal-form .gemeente=${gemeente}><p>Bel 112.</p></baken-signal-form></div>`,
  );
  if (width !== undefined) box.style.inlineSize = `${width}px`;
  const form = box.querySelector('baken-signal-form');
  if (!form) throw new Error('There is no form.');
  await form.updateComplete;
  return form;
};

const reach = async (form: SignalFormElement, name: string): Promise<SignalFormElement> => {
  await signalFormExamples.find((example) => example.name === name)?.reach(form);
  return form;
};

const find = <T extends HTMLElement = HTMLElement>(form: SignalFormElement, selector: string): T | null =>
  openRoot(form).querySelector<T>(selector);
const has = (form: SignalFormElement, selector: string): boolean => find(form, selector) !== null;
const text = (element: Element | ShadowRoot | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const focusedId = (form: SignalFormElement): string | undefined => openRoot(form).activeElement?.id;

const chooseLanguage = async (form: SignalFormElement, language: string): Promise<void> => {
  const menu = find<HTMLSelectElement>(form, '#language');
  if (!menu) throw new Error('There is no language menu.');
  menu.value = language;
  menu.dispatchEvent(new Event('change'));
  await aTimeout(0);
  await form.updateComplete;
};

const pseudo = acceptGemeente(compilePseudo());

describe('baken-signal-form in other languages', () => {
  for (const {name, reach: go} of signalFormExamples) {
    it(`keeps in its frame of 320 px when words are 40 % longer: ${name}`, async () => {
      const form = await show(pseudo, 320);
      await go(form);
      expect(form.parentElement?.scrollWidth).to.equal(320);
    });

    it(`is accessible in Arabic, from right to left: ${name}`, async () => {
      const form = await show(exampleGemeente('ar'), 320);
      await go(form);
      expect(getComputedStyle(find(form, '.room') ?? form).direction).to.equal('rtl');
      await expect(form).to.be.accessible();
      expect(form.parentElement?.scrollWidth).to.equal(320);
    });
  }

  for (const language of ['en', 'pl', 'ro', 'bg', 'es', 'uk', 'ar']) {
    it(`draws every screen in ${language}, and says that no person reviewed the translation`, async () => {
      const gemeente = exampleGemeente(language);
      const form = await show(gemeente);
      expect(find(form, '.room')?.lang).to.equal(language);
      expect(text(find(form, '.main > .stack > .meta'))).to.contain(gemeente.unreviewed);
      await reach(form, 'review');
      expect(text(openRoot(form))).to.contain(gemeente.unreviewed);
    });
  }

  it('says nothing of a translation in Dutch', async () => {
    const form = await show(exampleGemeente('nl'));
    expect(has(form, '.main > .stack > .meta')).to.equal(false);
  });

  it('names each language in itself, and says of those that are not switched on that they hold 112', async () => {
    const form = await show(exampleGemeente('nl'));
    const options = [...(find<HTMLSelectElement>(form, '#language')?.options ?? [])];
    // WebKit writes some of them with a capital.
    expect(options.map(({lang, textContent}) => [lang, textContent.trim().toLowerCase()])).to.deep.equal([
      ['nl', 'nederlands'],
      ['en', 'english'],
      ['pl', 'polski – 112'],
      ['ro', 'română – 112'],
      ['bg', 'български – 112'],
      ['es', 'español – 112'],
      ['uk', 'українська – 112'],
      ['ar', 'العربية – 112'],
    ]);
  });

  it('lets free text run in the direction of its own letters', async () => {
    const form = await reach(await show(exampleGemeente('ar')), 'describe');
    await visitor.write(form, 'what', 'Zes mannen');
    const field = find<HTMLTextAreaElement>(form, '#what');
    expect(field && getComputedStyle(field).direction).to.equal('ltr');
    await visitor.write(form, 'what', 'ستة رجال');
    expect(field && getComputedStyle(field).direction).to.equal('rtl');
  });

  it('keeps the digits of a telephone number in their order in Arabic', async () => {
    const form = await show(exampleGemeente('ar'));
    for (const number of openRoot(form).querySelectorAll('.num')) {
      expect(getComputedStyle(number).direction, text(number)).to.equal('ltr');
    }
    expect(has(form, '.num')).to.equal(true);
  });

  it('shows what to say to 112 in Dutch beside the translation, and only there', async () => {
    const polish = await reach(await show(exampleGemeente('pl')), 'call 112');
    const lines = [...openRoot(polish).querySelectorAll('.side li')].slice(0, 2);
    const dutchIn = (line: Element): string => text(line.querySelector('[lang=nl]'));
    expect(lines.map(dutchIn)).to.deep.equal([
      '"Ik spreek Pools."',
      '"Ik denk dat iemand wordt gedwongen." Of: "Ik word gedwongen."',
    ]);
    expect(lines.map((line) => text(line).replace(dutchIn(line), ''))).to.deep.equal([
      '„Mój język: polski.”',
      '„Myślę, że ktoś jest zmuszany.” Lub: „Ktoś mnie zmusza.”',
    ]);
    expect(openRoot(polish).querySelectorAll('.side [lang=nl]').length).to.equal(5);
    const dutch = await reach(await show(exampleGemeente('nl')), 'call 112');
    expect(has(dutch, '.side [lang=nl]')).to.equal(false);
  });

  describe('for someone in danger whose language is not switched on', () => {
    const open = async (name: string, language: string): Promise<SignalFormElement> => {
      const form = await reach(await show(exampleGemeente('nl')), name);
      await chooseLanguage(form, language);
      return form;
    };

    for (const language of ['pl', 'ro', 'bg', 'es', 'uk', 'ar']) {
      it(`says in ${language} how to call, to leave and to get an interpreter`, async () => {
        const form = await show(exampleGemeente('nl'), 320);
        await chooseLanguage(form, language);
        const [step] = exampleSafety(language).steps;
        expect(find(form, '.room')?.lang).to.equal(language);
        expect(text(find(form, 'h2'))).to.equal(step?.title);
        expect(find<HTMLAnchorElement>(form, '.button.danger')?.href).to.equal('tel:112');
        for (const line of step?.body ?? []) expect(text(find(form, '.main'))).to.contain(line);
        expect(openRoot(form).querySelectorAll('.call').length).to.equal(5);
        expect(focusedId(form)).to.equal('title');
        await expect(form).to.be.accessible();
        expect(form.parentElement?.scrollWidth).to.equal(320);
      });
    }

    it('comes back to the same question, with every answer', async () => {
      const form = await open('describe', 'ar');
      expect(has(form, 'textarea')).to.equal(false);
      await chooseLanguage(form, 'uk');
      find(form, '.stack-s .quiet')?.click();
      await aTimeout(0);
      await form.updateComplete;
      expect(find(form, '.room')?.lang).to.equal('nl');
      expect(has(form, '#what')).to.equal(true);
      expect(focusedId(form)).to.equal('title');
      await visitor.write(form, 'what', 'Zes mannen');
      await chooseLanguage(form, 'pl');
      await chooseLanguage(form, 'en');
      expect(find(form, '.room')?.lang).to.equal('en');
      expect(find<HTMLTextAreaElement>(form, '#what')?.value).to.equal('Zes mannen');
    });

    it('sends nothing and shows no answer, also when everything is filled in', async () => {
      const form = await open('review', 'pl');
      expect(has(form, '.review')).to.equal(false);
      expect(has(form, '.buttons .button:not(.danger)')).to.equal(false);
      await chooseLanguage(form, 'nl');
      expect(has(form, '.review')).to.equal(true);
    });

    it('forgets every answer when the visitor leaves', async () => {
      const form = await open('describe', 'pl');
      form.wipe();
      await chooseLanguage(form, 'nl');
      expect(has(form, '#danger-yes')).to.equal(true);
    });

    it('keeps the form, and sets the menu back, when the file does not come', async () => {
      const {translate} = exampleServices;
      const {warn} = console;
      console.warn = () => undefined;
      exampleServices.translate = () => Promise.reject(new Error('gone'));
      const form = await reach(await show(exampleGemeente('nl')), 'describe');
      await chooseLanguage(form, 'pl');
      exampleServices.translate = translate;
      console.warn = warn;
      expect(has(form, '#what')).to.equal(true);
      expect(find<HTMLSelectElement>(form, '#language')?.value).to.equal('nl');
    });
  });
});
