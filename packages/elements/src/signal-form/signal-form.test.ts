import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Envelope} from '@baken/model/rules/signal';
import {acceptGemeente} from '../services.js';
import {openRoot} from '../../../../test/support/open-root.js';
import './define.js';
import {exampleGemeente, exampleServices, setExampleStates, signalFormExamples, visitor} from './signal-form.examples.js';
import type {SignalFormElement} from './signal-form-element.js';

const show = async (language = 'nl', width?: number): Promise<SignalFormElement> => {
  const box = await fixture<HTMLElement>(
    html`<div>
      <baken-signal-form .gemeente=${exampleGemeente(language)}><p>Bel 112.</p></baken-signal-form>
    </div>`,
  );
  // A form is as narrow as the page lets it be, so the width of the window is not what counts.
  if (width !== undefined) box.style.inlineSize = `${width}px`;
  const form = box.querySelector('baken-signal-form');
  if (!form) throw new Error('There is no form.');
  await form.updateComplete;
  return form;
};

const example = async (name: string, language = 'nl'): Promise<SignalFormElement> => {
  const form = await show(language);
  await signalFormExamples.find((candidate) => candidate.name === name)?.reach(form);
  return form;
};

const focused = (form: SignalFormElement): Element | null => openRoot(form).activeElement;
const text = (form: SignalFormElement): string => openRoot(form).textContent ?? '';
const isFallback = (form: SignalFormElement): boolean =>
  openRoot(form).querySelector('slot') !== null && openRoot(form).querySelector('input') === null;

describe('baken-signal-form', () => {
  for (const language of ['nl', 'en']) {
    for (const {name, reach} of signalFormExamples) {
      it(`is accessible: ${name} (${language})`, async () => {
        for (const width of [320, 1280]) {
          const form = await show(language, width);
          await reach(form);
          await expect(form).to.be.accessible();
          expect(form.parentElement?.scrollWidth, `nothing sticks out at ${width} px`).to.equal(width);
        }
      });
    }
  }

  it('moves the focus to the heading of each next screen, and to the summary of errors', async () => {
    const form = await example('who');
    expect(focused(form)?.id).to.equal('title');
    await visitor.next(form);
    expect(focused(form)?.id).to.equal('summary');
    (openRoot(form).querySelector('.summary a') as HTMLElement).click();
    await form.updateComplete;
    expect((focused(form) as HTMLInputElement).name).to.equal('who');
    expect(location.hash, 'the address stays').to.equal('');
  });

  it('takes no focus when it appears', async () => {
    const form = await show();
    expect(document.activeElement).to.not.equal(form);
  });

  it('goes back without losing an answer', async () => {
    const form = await example('place');
    await visitor.back(form);
    expect(openRoot(form).querySelector<HTMLTextAreaElement>('#what')?.value).to.contain('Zes mannen');
    await visitor.back(form);
    expect(openRoot(form).querySelector<HTMLInputElement>('#ARB-01')?.checked).to.equal(true);
  });

  it('comes straight back to the review after one answer is changed', async () => {
    const form = await example('review');
    const change = [...openRoot(form).querySelectorAll<HTMLElement>('.review button')].find((button) =>
      button.closest('div')?.textContent?.includes('Kas aan de Voorbeeldweg'),
    );
    change?.click();
    await form.updateComplete;
    await visitor.write(form, 'where', 'Schuur');
    await visitor.next(form);
    expect(text(form)).to.contain('Schuur');
    expect(openRoot(form).querySelector('.review')).to.not.equal(null);
  });

  it('shows the way to 112 at once when a sign means present danger', async () => {
    const form = await example('signs');
    expect(openRoot(form).querySelector('.panel.danger')).to.equal(null);
    await visitor.choose(form, 'ALG-13');
    expect(openRoot(form).querySelector<HTMLAnchorElement>('.panel.danger a')?.href).to.equal('tel:112');
    await visitor.choose(form, 'ALG-13');
    expect(openRoot(form).querySelector('.panel.danger')).to.equal(null);
  });

  it('never keeps "none of these" beside a sign', async () => {
    const form = await example('signs');
    await visitor.choose(form, 'ARB-01', 'signs-none');
    expect(openRoot(form).querySelector<HTMLInputElement>('#ARB-01')?.checked).to.equal(false);
    await visitor.choose(form, 'ARB-01');
    expect(openRoot(form).querySelector<HTMLInputElement>('#signs-none')?.checked).to.equal(false);
  });

  it('says received only when the backend proved it', async () => {
    for (const name of ['sending', 'uncertain', 'not sent', 'refused', 'too long']) {
      const form = await example(name);
      expect(text(form), name).to.not.contain('VOOR-BEELD');
      expect(openRoot(form).querySelector('.outcome.ok'), name).to.equal(null);
    }
    expect(text(await example('received'))).to.contain('VOOR-BEELD');
  });

  it('forgets the answers as soon as they are received', async () => {
    const form = await example('received');
    await visitor.next(form);
    expect(openRoot(form).querySelector('#danger-no')).to.not.equal(null);
    expect(openRoot(form).querySelector<HTMLInputElement>('#danger-no')?.checked).to.equal(false);
  });

  it('shows what the backend refused at its field', async () => {
    const form = await example('refused at a field');
    const field = openRoot(form).querySelector('#what');
    expect(field?.getAttribute('aria-invalid')).to.equal('true');
    expect(openRoot(form).querySelector('#what-error')?.textContent).to.contain('te kort');
    await visitor.write(form, 'what', 'Zes mannen slapen in de loods en krijgen geen loon.');
    await visitor.next(form);
    expect(openRoot(form).querySelector('.review'), 'a changed answer goes on').to.not.equal(null);
  });

  it('lets the page stop a sending, and tells it nothing else', async () => {
    const form = await example('review');
    const stop = (event: Event): void => {
      event.preventDefault();
    };
    document.addEventListener('baken-sending', stop);
    setTimeout(() => void visitor.next(form));
    const event = await oneEvent(form, 'baken-sending');
    document.removeEventListener('baken-sending', stop);
    const plain = Object.getOwnPropertyNames(new Event('x'));
    expect(Object.getOwnPropertyNames(event)).to.deep.equal(plain);
    expect(openRoot(form).querySelector('.review'), 'the review stays').to.not.equal(null);
  });

  it('sends one signal for one press, however often it is pressed', async () => {
    const form = await example('review');
    const original = exampleServices.deliver;
    let sent = 0;
    // Under way, not answered at once: an answer would end it before the other presses count.
    setExampleStates({kind: 'sending'});
    exampleServices.deliver = (job) => {
      sent += 1;
      return original(job);
    };
    const button = openRoot(form).querySelector<HTMLElement>('.main > .buttons .button');
    for (let press = 0; press < 5; press += 1) button?.click();
    await aTimeout(10);
    exampleServices.deliver = original;
    expect(sent).to.equal(1);
  });

  it('never sends bytes that were still being made for answers that are gone', async () => {
    const form = await example('review');
    const {seal, deliver} = exampleServices;
    let finish = (): void => undefined;
    const sent: string[] = [];
    exampleServices.seal = (signal) =>
      new Promise((resolve) => {
        finish = () => resolve({id: 'gone', body: JSON.stringify(signal), digest: ''});
      });
    exampleServices.deliver = (job) => {
      sent.push((job as unknown as {readonly envelope: Envelope}).envelope.id);
      return deliver(job);
    };
    await visitor.next(form);
    form.wipe();
    exampleServices.seal = seal;
    await signalFormExamples.find(({name}) => name === 'review')?.reach(form);
    finish();
    await aTimeout(0);
    await visitor.next(form);
    await aTimeout(10);
    exampleServices.deliver = deliver;
    expect(sent.length).to.equal(1);
    expect(sent[0]).to.not.equal('gone');
  });

  it('takes no failure of bytes that nobody waits for as news of those that took their place', async () => {
    const form = await example('review');
    const {seal} = exampleServices;
    let fail = (): void => undefined;
    exampleServices.seal = () =>
      new Promise((_resolve, reject) => {
        fail = () => reject(new Error('late'));
      });
    await visitor.next(form);
    form.wipe();
    exampleServices.seal = seal;
    await signalFormExamples.find(({name}) => name === 'received')?.reach(form);
    const words = openRoot(form).textContent;
    fail();
    await aTimeout(10);
    expect(openRoot(form).textContent).to.equal(words);
  });

  it('keeps the gemeente with which a visitor started, and takes another one after a wipe', async () => {
    const form = await example('describe');
    const known = exampleGemeente('nl');
    const steps = known.steps.map((step) => ({...step, title: 'Vraag van Anderdorp'}));
    const before = openRoot(form).textContent;
    form.gemeente = acceptGemeente(structuredClone({...known, gemeente: {...known.gemeente, id: 'anderdorp'}, steps}));
    await form.updateComplete;
    expect(openRoot(form).textContent).to.equal(before);
    form.wipe();
    await form.updateComplete;
    expect(openRoot(form).querySelector('#title')?.textContent).to.equal('Vraag van Anderdorp');
    await visitor.choose(form, 'danger-no');
    await visitor.next(form);
    await visitor.back(form);
    expect(openRoot(form).querySelector('#title')?.textContent).to.equal('Vraag van Anderdorp');
  });

  it('makes the bytes once for every try, and other bytes under another id after a change', async () => {
    const form = await example('review');
    const signals: {readonly id: string; readonly answers: {readonly what: string}}[] = [];
    const {seal} = exampleServices;
    exampleServices.seal = async (signal) => {
      const envelope = await seal(signal);
      signals.push(JSON.parse(envelope.body));
      return envelope;
    };
    const press = async (selector: string): Promise<void> => {
      openRoot(form).querySelector<HTMLElement>(selector)?.click();
      await aTimeout(10);
      await form.updateComplete;
    };
    const send = '.main > .buttons .button';
    const see = '.main > .buttons .quiet';
    setExampleStates({kind: 'sending'}, {kind: 'waiting', outcome: 'uncertain', automatic: true});
    await press(send);
    await press(see);
    await press(send);
    expect(signals.length, 'seen again and sent again').to.equal(1);
    expect(signals[0]?.answers.what).to.contain('Zes mannen');
    await press(see);
    const change = [...openRoot(form).querySelectorAll<HTMLElement>('.review button')];
    change.find((button) => button.closest('div')?.textContent?.includes('Zes mannen'))?.click();
    await form.updateComplete;
    await visitor.write(form, 'what', 'Vijf mannen');
    await visitor.next(form);
    await press(send);
    exampleServices.seal = seal;
    expect(signals.length).to.equal(2);
    expect(signals[1]?.answers.what).to.equal('Vijf mannen');
    expect(signals[1]?.id).to.not.equal(signals[0]?.id);
  });

  it('hears nothing more from a delivery that a changed answer gave up', async () => {
    const {deliver} = exampleServices;
    const ears: ((state: DeliveryState) => void)[] = [];
    exampleServices.deliver = (job) => {
      ears.push(job.onState);
      return deliver(job);
    };
    const form = await example('uncertain');
    exampleServices.deliver = deliver;
    openRoot(form).querySelector<HTMLElement>('.main > .buttons .quiet')?.click();
    await form.updateComplete;
    const change = [...openRoot(form).querySelectorAll<HTMLElement>('.review button')];
    change.find((button) => button.closest('div')?.textContent?.includes('Zes mannen'))?.click();
    await form.updateComplete;
    await visitor.write(form, 'what', 'Vijf mannen');
    const receipt = {id: 'a', digest: 'b', reference: 'OUD', receivedAt: '2026-11-22T15:00:00.000Z'};
    expect(ears.length).to.equal(1);
    ears[0]?.({kind: 'received', receipt});
    await form.updateComplete;
    expect(openRoot(form).querySelector<HTMLTextAreaElement>('#what')?.value).to.equal('Vijf mannen');
    expect(text(form)).to.not.contain('OUD');
  });

  it('stays as it is for who started, when the page takes the gemeente away', async () => {
    const form = await example('describe');
    await visitor.write(form, 'what', 'Half een zin');
    form.gemeente = undefined;
    await form.updateComplete;
    expect(openRoot(form).querySelector<HTMLTextAreaElement>('#what')?.value).to.equal('Half een zin');
  });

  it('takes the language that was asked for last, and sets the menu back when a language does not come', async () => {
    const form = await example('describe');
    const {translate} = exampleServices;
    const waiting: ((gemeente: CompiledGemeente) => void)[] = [];
    exampleServices.translate = () => new Promise((resolve) => waiting.push(resolve));
    const menu = openRoot(form).querySelector<HTMLSelectElement>('#language');
    if (!menu) throw new Error('There is no language menu.');
    for (const language of ['en', 'nl']) {
      menu.value = language;
      menu.dispatchEvent(new Event('change'));
    }
    waiting[1]?.(exampleGemeente('nl'));
    waiting[0]?.(exampleGemeente('en'));
    await aTimeout(0);
    await form.updateComplete;
    expect(openRoot(form).querySelector('[lang=nl]')).to.not.equal(null);
    const {warn} = console;
    console.warn = () => undefined;
    exampleServices.translate = () => Promise.reject(new Error('gone'));
    menu.value = 'en';
    menu.dispatchEvent(new Event('change'));
    await aTimeout(0);
    console.warn = warn;
    exampleServices.translate = translate;
    expect(menu.value).to.equal('nl');
  });

  it('forgets the answers when it is taken off the page, and keeps them when it is moved', async () => {
    const form = await example('describe');
    await visitor.write(form, 'what', 'Zes mannen');
    const {parentElement: place} = form;
    document.body.append(form);
    await aTimeout(0);
    expect(openRoot(form).querySelector<HTMLTextAreaElement>('#what')?.value).to.equal('Zes mannen');
    form.remove();
    await aTimeout(0);
    place?.append(form);
    await form.updateComplete;
    expect(openRoot(form).querySelector('#danger-yes')).to.not.equal(null);
  });

  it('wipes everything at once when the page is hidden', async () => {
    const form = await example('describe');
    await visitor.write(form, 'what', 'KANARIE');
    const field = openRoot(form).querySelector<HTMLTextAreaElement>('#what');
    dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(field?.value).to.equal('');
    expect(text(form)).to.not.contain('KANARIE');
    expect(openRoot(form).querySelector('#danger-yes')).to.not.equal(null);
  });

  it('keeps what is typed from listeners in the bubble phase', async () => {
    const form = await example('describe');
    const heard: string[] = [];
    const types = ['input', 'beforeinput', 'keydown', 'keyup', 'keypress', 'change', 'paste', 'submit'];
    const listen = (event: Event): void => void heard.push(event.type);
    for (const type of types) addEventListener(type, listen);
    openRoot(form).querySelector<HTMLElement>('#what')?.focus();
    await sendKeys({type: 'geheim'});
    for (const type of types) removeEventListener(type, listen);
    expect(openRoot(form).querySelector<HTMLTextAreaElement>('#what')?.value).to.equal('geheim');
    expect(heard).to.deep.equal([]);
  });

  // One test for each: all walks in one took longer than a test may, in WebKit on a busy machine.
  for (const {reach, name} of signalFormExamples) {
    it(`turns off everything that could keep or pass on what is typed: ${name}`, async () => {
      const form = await show();
      await reach(form);
      for (const control of openRoot(form).querySelectorAll('input, textarea, select')) {
        expect(control.getAttribute('autocomplete')).to.equal('off');
        if (!control.classList.contains('input')) continue;
        expect(control.getAttribute('spellcheck')).to.equal('false');
        expect(control.getAttribute('writingsuggestions')).to.equal('false');
        expect(control.getAttribute('translate')).to.equal('no');
      }
    });
  }

  it('changes the language without losing an answer', async () => {
    const form = await example('describe');
    await visitor.write(form, 'what', 'Six men');
    const menu = openRoot(form).querySelector<HTMLSelectElement>('#language');
    if (!menu) throw new Error('There is no language menu.');
    menu.value = 'en';
    menu.dispatchEvent(new Event('change'));
    await aTimeout(0);
    await form.updateComplete;
    expect(openRoot(form).querySelector('[lang=en]')).to.not.equal(null);
    expect(openRoot(form).querySelector<HTMLTextAreaElement>('#what')?.value).to.equal('Six men');
  });

  describe('with a file it may not use', () => {
    const broken = (change: (gemeente: Record<string, unknown>) => void): CompiledGemeente => {
      const copy = structuredClone(exampleGemeente('nl')) as unknown as Record<string, unknown>;
      change(copy);
      return copy as unknown as CompiledGemeente;
    };

    it('shows the fallback for a file that our loader did not accept', async () => {
      const form = await show();
      form.gemeente = broken(() => undefined);
      await form.updateComplete;
      expect(isFallback(form)).to.equal(true);
    });

    type Signs = Record<string, {name?: string; signs: Record<string, unknown>}>;
    const faults: readonly [fault: string, change: (gemeente: Record<string, unknown>) => void][] = [
      ['a sentence of a later screen is missing', ({texts}) => delete (texts as Record<string, string>)['review.send']],
      ['a question of a later step has no words', ({steps}) => delete (steps as {title?: string}[])[9]?.title],
      ['a sign is no text', ({signs}) => ((signs as Signs)['arbeid']!.signs['ARB-03'] = {})],
      ['a group of signs has no heading', ({signs}) => delete (signs as Signs)['arbeid']!.name],
      ['it does not say which signs are urgent', (gemeente) => delete gemeente['urgent']],
      ['a number is a script', ({contacts}) => ((contacts as {phone: unknown}[])[1]!.phone = {dial: 'javascript:x', shown: 'x'})],
    ];
    for (const [fault, change] of faults) {
      it(`shows the fallback, never half a form, when ${fault}`, async () => {
        const {error} = console;
        let errors = 0;
        console.error = () => {
          errors += 1;
        };
        const form = await show();
        form.gemeente = acceptGemeente(broken(change));
        await form.updateComplete;
        // It stays so, and at rest: an update that fails and asks for the next one would freeze the page.
        form.requestUpdate();
        await aTimeout(20);
        console.error = error;
        expect(errors).to.equal(1);
        expect(isFallback(form)).to.equal(true);
        expect(form.hasAttribute('data-ready')).to.equal(false);
      });
    }
  });
});
