import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {DeliveryState} from '@baken/model/rules/delivery';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import type {Signal} from '@baken/model/rules/signal';
import {canOffer, offerSigns} from '../parts/hand-over.js';
import {acceptGemeente} from '../services.js';
import {openRoot} from '../../../../test/support/open-root.js';
import {
  employee,
  exampleServices,
  exampleStaff,
  meldrouteWizardExamples,
  setExampleStates,
} from './meldroute-wizard.examples.js';
import type {MeldrouteWizardElement} from './meldroute-wizard-element.js';

/** The clipboard of this page: what was copied last, and whether it refuses. The wizard takes it when it loads. */
const board = {copied: '', refuses: false};
Object.defineProperty(navigator, 'clipboard', {
  configurable: true,
  value: {
    writeText: async (copied: string) => {
      if (board.refuses) throw new DOMException('not allowed', 'NotAllowedError');
      board.copied = copied;
    },
  },
});
await import('./define.js');

const show = async (language = 'nl'): Promise<MeldrouteWizardElement> => {
  const wizard = await fixture<MeldrouteWizardElement>(
    html`<baken-meldroute-wizard .gemeente=${exampleStaff(language)}><p>Bel 112.</p></baken-meldroute-wizard>`,
  );
  await wizard.updateComplete;
  return wizard;
};

const example = async (name: string, language = 'nl'): Promise<MeldrouteWizardElement> => {
  const wizard = await show(language);
  const found = meldrouteWizardExamples.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no example "${name}".`);
  await found.reach(wizard);
  return wizard;
};

const root = (wizard: MeldrouteWizardElement): ShadowRoot => openRoot(wizard);
const focused = (wizard: MeldrouteWizardElement): Element | null => root(wizard).activeElement;
const text = (wizard: MeldrouteWizardElement): string => root(wizard).textContent ?? '';
const titleOf = (wizard: MeldrouteWizardElement): string => root(wizard).querySelector('#title')?.textContent ?? '';
const isFallback = (wizard: MeldrouteWizardElement): boolean =>
  root(wizard).querySelector('slot') !== null && root(wizard).querySelector('input, h2') === null;
/** Not the frame itself: to print a frame in a failure takes for ever. */
const hasFrame = (wizard: MeldrouteWizardElement): boolean => root(wizard).querySelector('iframe') !== null;
const press = async (wizard: MeldrouteWizardElement, selector: string): Promise<void> => {
  const found = root(wizard).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  found.click();
  await aTimeout(0);
  await wizard.updateComplete;
};
const pressText = async (wizard: MeldrouteWizardElement, row: string): Promise<void> => {
  const found = [...root(wizard).querySelectorAll<HTMLElement>('dl button')].find((button) =>
    button.closest('div')?.textContent?.includes(row),
  );
  if (!found) throw new Error(`There is no way to change "${row}".`);
  found.click();
  await wizard.updateComplete;
};

interface Printed {
  readonly text: string;
  readonly title: string;
  /** The class of the size of the letters. */
  readonly letters: string;
  readonly pages: number;
}

/** Catches what goes into the frame that prints, without a printer. */
const printing = async (wizard: MeldrouteWizardElement): Promise<Printed> => {
  let caught: Printed = {text: '', title: '', letters: '', pages: 0};
  const catchFrame = ({target}: Event): void => {
    const frame = target as HTMLIFrameElement;
    const view = frame.contentWindow;
    if (!view) return;
    view.print = () => {
      const {body, title} = view.document;
      const bottom = body.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      caught = {text: body.innerText, title, letters: body.className, pages: bottom / ((297 - 24) * 96 / 25.4)};
    };
  };
  root(wizard).addEventListener('load', catchFrame, {capture: true});
  await press(wizard, '.side .buttons .button');
  await aTimeout(50);
  root(wizard).removeEventListener('load', catchFrame, {capture: true});
  return caught;
};

/** Gives what is copied. */
const copying = async (wizard: MeldrouteWizardElement): Promise<string> => {
  board.copied = '';
  await press(wizard, '.side .buttons .button:last-child');
  return board.copied;
};

describe('baken-meldroute-wizard', () => {
  it('chooses nothing beforehand, in no question and in no field', async () => {
    for (const name of ['first question', 'about whom', 'consent, not asked', 'record']) {
      const wizard = await example(name);
      expect(root(wizard).querySelector('input:checked'), name).to.equal(null);
    }
  });

  it('takes no focus when it appears', async () => {
    const wizard = await show();
    expect(document.activeElement).to.not.equal(wizard);
  });

  it('moves the focus to the heading of each next screen, and to the summary of errors', async () => {
    const wizard = await example('certain 112');
    expect(focused(wizard)?.id).to.equal('title');
    await employee.next(wizard);
    expect(focused(wizard)?.id).to.equal('summary');
    await press(wizard, '.summary a');
    expect((focused(wizard) as HTMLInputElement).name).to.equal('wants-help');
    expect(location.hash, 'the address stays').to.equal('');
  });

  it('is walked by keyboard alone', async () => {
    const wizard = await show();
    root(wizard).querySelector<HTMLElement>('#title')?.focus();
    const titles = new Set<string>();
    for (let question = 0; question < 8 && !root(wizard).querySelector('.routes'); question += 1) {
      titles.add(titleOf(wizard));
      expect(focused(wizard)?.id).to.equal('title');
      while (!focused(wizard)?.matches('form :is(input, button)')) await sendKeys({press: 'Tab'});
      if (focused(wizard)?.matches('input')) await sendKeys({type: ' '});
      await sendKeys({press: 'Enter'});
      await wizard.updateComplete;
    }
    expect(titles.size, 'each answer leads on').to.be.greaterThan(5);
  });

  it('stays at a question until someone goes on, also at the first', async () => {
    const wizard = await show();
    const before = titleOf(wizard);
    await employee.choose(wizard, 'start-signal');
    expect(titleOf(wizard)).to.equal(before);
    expect(root(wizard).querySelector<HTMLInputElement>('#start-signal')?.checked).to.equal(true);
  });

  it('goes back without losing an answer', async () => {
    const wizard = await example('consent');
    await employee.back(wizard);
    await employee.back(wizard);
    expect(root(wizard).querySelector<HTMLInputElement>('#contact-alone')?.checked).to.equal(true);
    await employee.next(wizard);
    await employee.next(wizard);
    expect(root(wizard).querySelector<HTMLInputElement>('#consent-help-yes')?.checked).to.equal(true);
  });

  it('drops later answers from the plan when an earlier one leads elsewhere, and takes them up again', async () => {
    const wizard = await example('result');
    expect(text(wizard)).to.contain('Regel hulp voor de persoon');
    await pressText(wizard, 'Wat weet je?');
    await employee.choose(wizard, 'what-known-feeling');
    await employee.next(wizard);
    expect(titleOf(wizard)).to.equal('Dit ga je doen');
    expect(text(wizard)).to.not.contain('Regel hulp voor de persoon');
    await pressText(wizard, 'Wat weet je?');
    await employee.choose(wizard, 'what-known-victim');
    await employee.next(wizard);
    expect(titleOf(wizard), 'nothing has to be answered twice').to.equal('Dit ga je doen');
    expect(text(wizard)).to.contain('Regel hulp voor de persoon');
  });

  it('shows the way to 112 as soon as an answer names danger, and takes it away with the answer', async () => {
    const wizard = await example('danger chosen');
    const link = (): HTMLAnchorElement | null => root(wizard).querySelector('[role=status] .panel.danger a');
    expect(link()?.href).to.equal('tel:112');
    await employee.choose(wizard, 'start-signal');
    expect(link()).to.equal(null);
  });

  it('keeps 112 above every later question, and moves to the list of what is certain', async () => {
    const wizard = await example('consent');
    expect(root(wizard).querySelector<HTMLAnchorElement>('.first a')?.href).to.equal('tel:112');
    await press(wizard, '.first .quiet');
    expect(focused(wizard)?.id).to.equal('sure');
    expect(root(wizard).querySelector<HTMLAnchorElement>('.sure .now a')?.href).to.equal('tel:112');
  });

  it('shows the signs of present danger to who is not sure', async () => {
    const wizard = await example('danger, not sure');
    const urgent = exampleStaff('nl').staff.signs.filter(({weight}) => weight === 'NU');
    expect(urgent.length).to.be.greaterThan(5);
    const panel = root(wizard).querySelector('form .panel.warning');
    for (const sign of urgent) expect(panel?.textContent).to.contain(sign.text);
  });

  it('leaves a purpose that nobody asked about open, and says so', async () => {
    const wizard = await example('consent, not asked');
    await employee.next(wizard);
    expect(titleOf(wizard)).to.not.contain('toestemming');
    expect(root(wizard).querySelector('.given')?.textContent).to.contain('Nog niet gevraagd');
  });

  it('changes consent in the result only as consent can change, and the steps with it', async () => {
    const wizard = await example('result');
    expect(text(wizard)).to.contain('Regel hulp voor de persoon');
    expect(root(wizard).querySelector('#consent-help-later'), 'a yes is not asked later').to.equal(null);
    await press(wizard, '#consent-help-no');
    expect(text(wizard)).to.not.contain('Regel hulp voor de persoon');
    expect(text(wizard)).to.contain('Overleg zonder naam');
    expect(root(wizard).querySelector('[role=status].meta')?.textContent).to.contain('bijgewerkt');
    expect(focused(wizard)?.id, 'the focus stays near').to.equal('consent-help-yes');
    await press(wizard, '#consent-help-yes');
    expect(text(wizard)).to.contain('Regel hulp voor de persoon');
  });

  it('shows a no to everything for each purpose, with nothing to change but the answer itself', async () => {
    const wizard = await example('result, refused help');
    const states = root(wizard).querySelector('.states');
    expect([...(states?.querySelectorAll('dd.answer') ?? [])].map((said) => said.textContent)).to.deep.equal(
      ['Nee', 'Nee', 'Nee', 'Nee'],
    );
    expect(states?.querySelector('button')).to.equal(null);
    expect(text(wizard)).to.contain('Deel geen naam, en schrijf je afweging op.');
  });

  it('keeps nothing of what was said for a way that is no longer walked', async () => {
    const wizard = await example('result');
    await pressText(wizard, 'Wil de persoon hulp');
    await employee.choose(wizard, 'wants-help-help-only');
    await employee.next(wizard);
    expect(titleOf(wizard)).to.equal('Waarvoor geeft de persoon nog toestemming?');
    await employee.choose(wizard, 'consent-help-sharing-no');
    await employee.next(wizard);
    const said = [...root(wizard).querySelectorAll('.states dd.answer')].map((one) => one.textContent);
    expect(said).to.deep.equal(['Ja', 'Nee', 'Nog niet gevraagd', 'Nee']);
    expect(root(wizard).querySelector('#consent-police-yes')).to.equal(null);
    expect(root(wizard).querySelector('#consent-sharing-yes')).to.not.equal(null);
  });

  it('asks for the weighing when something was refused, and for nothing otherwise', async () => {
    const wizard = await example('record');
    await employee.write(wizard, 'facts', 'Zes mannen');
    for (let step = 0; step < 3; step += 1) await employee.next(wizard);
    await employee.next(wizard);
    expect(root(wizard).querySelector('#weighing')?.getAttribute('aria-invalid')).to.equal('true');
    await pressText(wizard, 'Waarvoor geeft');
    await employee.choose(wizard, 'consent-police-yes');
    await employee.next(wizard);
    await employee.register(wizard);
    for (let step = 0; step < 4; step += 1) await employee.next(wizard);
    expect(root(wizard).querySelector('.review')).to.not.equal(null);
  });

  it('names what is missing in words, never in a number', async () => {
    const wizard = await example('review');
    const panel = root(wizard).querySelector('.panel.warning')?.textContent ?? '';
    expect(panel).to.contain('wie');
    expect(panel).to.not.contain('waar,');
    expect(panel).to.not.match(/\d|%/);
  });

  describe('when someone of the gemeente is involved', () => {
    it('shows, prints and copies no contact and no reader with that role', async () => {
      const wizard = await example('result, integrity');
      const involved = exampleStaff('nl').staff.cards.filter(({roles}) => roles.includes('leidinggevende'));
      const line = exampleStaff('nl').staff.cards.filter(({roles}) => roles.includes('aandachtsfunctionaris'));
      expect(line.length).to.equal(1);
      const copied = await copying(wizard);
      const {text: printed} = await printing(wizard);
      expect(copied).to.contain('Zorg voor jezelf');
      expect(printed).to.contain('Zorg voor jezelf');
      for (const where of [text(wizard), copied, printed]) {
        for (const {name} of [...involved, ...line]) expect(where).to.not.contain(name);
      }
      const both = await example('result, nobody to register with');
      const cards = exampleStaff('nl').staff.cards.filter(({roles}) =>
        roles.some((role) => ['integriteitscoordinator', 'aandachtsfunctionaris'].includes(role)),
      );
      const steps = root(both).querySelector('.main')?.textContent ?? '';
      for (const {name, email} of cards) {
        expect(steps).to.not.contain(name);
        expect(steps).to.not.contain(email);
      }
    });

    it('refuses to register without a reader who is not involved, and says what to do', async () => {
      const wizard = await example('result, nobody to register with');
      expect(text(wizard)).to.contain('Vastleggen kan hier nu niet');
      expect(root(wizard).querySelector('.act > button'), 'no way to register').to.equal(null);
      expect(root(wizard).querySelectorAll('.route').length).to.be.greaterThan(1);
    });

    it('sends only to the endpoint for such signals', async () => {
      const urls: string[] = [];
      const {deliver} = exampleServices;
      exampleServices.deliver = (job) => {
        urls.push(job.gemeente.endpoint.url);
        return deliver(job);
      };
      for (const name of ['result', 'result, integrity']) {
        const wizard = await example(name);
        await employee.register(wizard);
        await employee.write(wizard, 'facts', 'Zes mannen');
        for (let step = 0; step < 3; step += 1) await employee.next(wizard);
        await employee.write(wizard, 'weighing', 'Alleen de plek.');
        await employee.next(wizard);
        await employee.next(wizard);
        await aTimeout(10);
      }
      exampleServices.deliver = deliver;
      const [normal, integrity] = exampleStaff('nl').staff.endpoints;
      expect(urls).to.deep.equal([normal?.url, integrity?.url]);
    });
  });

  const waits = ['sending', 'uncertain', 'not sent', 'not sent, tries are over'];
  for (const name of [...waits, 'refused', 'too long', 'refused at a field']) {
    it(`says received only when the backend proved it: ${name}`, async () => {
      const wizard = await example(name);
      expect(text(wizard)).to.not.contain('VOOR-BEELD');
      expect(root(wizard).querySelector('.outcome.ok')).to.equal(null);
    });
  }

  it('says received, with the number, when the backend proved it', async () => {
    expect(text(await example('received'))).to.contain('VOOR-BEELD');
  });

  it('starts each screen with fresh controls, so that none brings back what was typed in another', async () => {
    const wizard = await example('record');
    await employee.write(wizard, 'facts', 'KANARIE');
    const fields = [...root(wizard).querySelectorAll('.input')];
    await employee.next(wizard);
    expect(fields.some(({isConnected}) => isConnected)).to.equal(false);
  });

  it('keeps the steps after registering, ticks it off, and forgets what was written', async () => {
    const wizard = await example('result, registered');
    expect(text(wizard)).to.contain('VOOR-BEELD');
    expect(root(wizard).querySelector<HTMLInputElement>('#done-report')?.checked).to.equal(true);
    expect(root(wizard).querySelector('.act > button'), 'not twice').to.equal(null);
    expect(text(wizard)).to.not.contain('Zes mannen');
  });

  it('keeps the number, takes the tick back and offers another signal when an answer changes after it', async () => {
    const wizard = await example('result, registered');
    await press(wizard, '#consent-help-no');
    expect(text(wizard)).to.contain('Vastgelegd onder nummer VOOR-BEELD, met de antwoorden van toen');
    expect(text(wizard)).to.contain('Wat je daarna wijzigde, staat er niet in.');
    const route = root(wizard).querySelector('#done-report')?.closest('.route');
    expect(route?.querySelector('input')?.checked).to.equal(false);
    const why = 'Je wijziging is nog niet vastgelegd. Daarom staat Gedaan weer uit.';
    expect(route?.textContent).to.contain(why);
    expect(root(wizard).querySelector('[role=status].meta')?.textContent, 'said aloud').to.contain(why);
    expect(route?.querySelector('.act > button')?.textContent?.trim()).to.equal('Leg het opnieuw vast');
    await employee.choose(wizard, 'done-report');
    expect(route?.textContent, 'ticked again by hand').to.not.contain(why);
    await employee.register(wizard);
    expect(root(wizard).querySelector<HTMLTextAreaElement>('#facts')?.value).to.equal('');
  });

  it('shows what the backend refused at its field', async () => {
    const wizard = await example('refused at a field');
    expect(root(wizard).querySelector('#facts')?.getAttribute('aria-invalid')).to.equal('true');
    expect(root(wizard).querySelector('#facts-error')?.textContent).to.contain('te kort');
    expect(focused(wizard)?.id).to.equal('summary');
    await employee.write(wizard, 'facts', 'Zes mannen slapen in de loods.');
    await employee.next(wizard);
    expect(root(wizard).querySelector('.review'), 'a changed answer goes on').to.not.equal(null);
  });

  it('lets the page stop a sending, and tells it nothing else', async () => {
    const wizard = await example('review');
    const stop = (event: Event): void => {
      event.preventDefault();
    };
    document.addEventListener('baken-registering', stop);
    setTimeout(() => void employee.next(wizard));
    const event = await oneEvent(wizard, 'baken-registering');
    document.removeEventListener('baken-registering', stop);
    const plain = Object.getOwnPropertyNames(new Event('x'));
    expect(Object.getOwnPropertyNames(event)).to.deep.equal(plain);
    expect(root(wizard).querySelector('.review'), 'the review stays').to.not.equal(null);
    const wait = oneEvent(wizard, 'baken-registered');
    setExampleStates({kind: 'received', receipt: {id: 'a', digest: 'b', reference: 'X', receivedAt: ''}});
    setTimeout(() => void employee.next(wizard));
    expect(Object.getOwnPropertyNames(await wait)).to.deep.equal(plain);
  });

  it('sends one signal for one press, however often it is pressed', async () => {
    const wizard = await example('review');
    const {deliver} = exampleServices;
    let sent = 0;
    exampleServices.deliver = (job) => {
      sent += 1;
      return deliver(job);
    };
    setExampleStates({kind: 'sending'});
    const button = root(wizard).querySelector<HTMLElement>('.main > .buttons .button');
    for (let times = 0; times < 5; times += 1) button?.click();
    await aTimeout(10);
    exampleServices.deliver = deliver;
    expect(sent).to.equal(1);
  });

  it('keeps no bytes that were still being made when everything was wiped', async () => {
    const wizard = await example('review');
    const {seal, deliver} = exampleServices;
    const finish: (() => void)[] = [];
    const bodies: string[] = [];
    exampleServices.seal = async (signal) => {
      await new Promise<void>((resolve) => {
        finish.push(resolve);
      });
      return seal(signal);
    };
    exampleServices.deliver = (job) => {
      bodies.push(job.envelope.body);
      return deliver(job);
    };
    await employee.next(wizard);
    wizard.wipe();
    await meldrouteWizardExamples.find(({name}) => name === 'record')?.reach(wizard);
    await employee.write(wizard, 'facts', 'Iets anders');
    for (let step = 0; step < 3; step += 1) await employee.next(wizard);
    await employee.write(wizard, 'weighing', 'Alleen de plek.');
    await employee.next(wizard);
    await employee.next(wizard);
    for (const end of finish) end();
    await aTimeout(10);
    exampleServices.seal = seal;
    exampleServices.deliver = deliver;
    expect(finish.length).to.equal(2);
    expect(bodies.length, 'only the second').to.equal(1);
    expect(bodies[0]).to.contain('Iets anders');
    expect(bodies[0]).to.not.contain('Zes mannen slapen');
  });

  it('makes the bytes once for every try, and other bytes under another id after any change', async () => {
    const signals: {readonly id: string; readonly channel: string; readonly checklist?: readonly string[]}[] = [];
    const {seal} = exampleServices;
    exampleServices.seal = async (signal) => {
      const envelope = await seal(signal);
      signals.push(JSON.parse(envelope.body));
      return envelope;
    };
    const wizard = await example('uncertain');
    const again = '.main > .buttons .button';
    await press(wizard, again);
    expect(signals.length, 'sent again').to.equal(1);
    await press(wizard, '.main > .buttons .quiet');
    await press(wizard, again);
    expect(signals.length, 'seen again and sent again').to.equal(1);
    expect(offerSigns('wizard', ['ARB-01'], wizard), 'a record under way stays as it was sent').to.equal(false);
    await press(wizard, '.main > .buttons .quiet');
    offerSigns('wizard', ['ARB-01'], wizard);
    await wizard.updateComplete;
    await press(wizard, again);
    exampleServices.seal = seal;
    expect(signals.length).to.equal(2);
    expect(signals[1]?.id).to.not.equal(signals[0]?.id);
    expect(signals.map(({channel}) => channel)).to.deep.equal(['staff', 'staff']);
    expect(signals.map(({checklist}) => checklist)).to.deep.equal([undefined, ['ARB-01']]);
  });

  it('keeps a late receipt of a delivery that a changed answer gave up for what it is: that of an earlier version', async () => {
    const {deliver} = exampleServices;
    const ears: ((state: DeliveryState) => void)[] = [];
    exampleServices.deliver = (job) => {
      ears.push(job.onState);
      return deliver(job);
    };
    const wizard = await example('uncertain');
    exampleServices.deliver = deliver;
    await press(wizard, '.main > .buttons .quiet');
    await pressText(wizard, 'Zes mannen');
    await employee.write(wizard, 'facts', 'Vijf mannen');
    ears[0]?.({kind: 'received', receipt: {id: 'a', digest: 'b', reference: 'OUD', receivedAt: ''}});
    await wizard.updateComplete;
    expect(root(wizard).querySelector<HTMLTextAreaElement>('#facts')?.value).to.equal('Vijf mannen');
    expect(text(wizard)).to.not.contain('OUD');
    await employee.next(wizard);
    expect(root(wizard).querySelector('.review'), 'still to be sent').to.not.equal(null);
    expect(text(wizard)).to.contain('onder nummer OUD, met de antwoorden van toen');
  });

  describe('once the answers change after sending', () => {
    const maybe = 'Een eerdere versie is misschien al aangekomen';

    /** Keeps how each delivery was stopped, and which ids and addresses were sent. */
    const watchSending = () => {
      const {deliver} = exampleServices;
      const stops: (boolean | undefined)[] = [];
      const sent: {readonly id: string; readonly url: string}[] = [];
      exampleServices.deliver = (job) => {
        sent.push({id: job.envelope.id, url: job.gemeente.endpoint.url});
        return {...deliver(job), stop: (abort?: boolean) => void stops.push(abort)};
      };
      return {stops, sent, end: () => void (exampleServices.deliver = deliver)};
    };

    const changes: readonly [what: string, change: (wizard: MeldrouteWizardElement) => Promise<void>][] = [
      ['a word', async (wizard) => {
        await pressText(wizard, 'Zes mannen');
        await employee.write(wizard, 'facts', 'Vijf mannen');
      }],
      ['an answer', async (wizard) => {
        await pressText(wizard, 'Wat weet je?');
        await employee.choose(wizard, 'what-known-place');
      }],
      ['a sign', async (wizard) => {
        offerSigns('wizard', ['ARB-01'], wizard);
        await wizard.updateComplete;
      }],
    ];
    for (const [what, change] of changes) {
      it(`breaks off what is under way: ${what}`, async () => {
        const watch = watchSending();
        const wizard = await example('review, sent before');
        expect(watch.stops).to.deep.equal([]);
        await change(wizard);
        watch.end();
        expect(watch.stops).to.deep.equal([true]);
      });
    }

    it('lets what is under way arrive when everything is wiped or the page is left: a lost signal hurts', async () => {
      const watch = watchSending();
      await employee.wipe(await example('review, sent before'));
      await example('uncertain');
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      (await example('uncertain')).remove();
      await aTimeout(0);
      watch.end();
      expect(watch.stops.length).to.be.greaterThan(2);
      expect(watch.stops.some(Boolean)).to.equal(false);
    });

    it('says before it that a change makes a second signal, in the outcome and in the review', async () => {
      for (const name of ['uncertain', 'review, sent before']) {
        expect(text(await example(name)), name).to.contain('Wijzig je eerst iets? Dan wordt het een tweede signaal.');
      }
      expect(text(await example('review'))).to.not.contain('tweede signaal');
    });

    it('says where an earlier version may lie, by which code, and what to do: in review, outcome and result', async () => {
      const watch = watchSending();
      const review = await example('review, changed after sending');
      const earlier = (wizard: MeldrouteWizardElement): string =>
        [...root(wizard).querySelectorAll('.main .panel.warning')].find((panel) => panel.textContent?.includes(maybe))
          ?.textContent ?? '';
      const expectAll = (wizard: MeldrouteWizardElement, place: string): void => {
        const said = earlier(wizard);
        expect(said, place).to.contain('aandachtsfunctionaris mensenhandel');
        expect(said, place).to.contain(`begint met ${watch.sent[0]?.id.slice(0, 8)}.`);
        expect(said, place).to.contain('Bel die lezer, zeg wat er anders is');
        expect(said, place).to.contain('tweede signaal');
        expect(said, place).to.not.contain('betrokken');
      };
      expectAll(review, 'review');
      setExampleStates({kind: 'sending'}, {kind: 'waiting', outcome: 'uncertain', automatic: true});
      await press(review, '.main > .buttons .button');
      expectAll(review, 'outcome');
      setExampleStates({kind: 'received', receipt: {id: 'a', digest: 'b', reference: 'TWEE', receivedAt: ''}});
      await press(review, '.main > .buttons .button');
      expectAll(review, 'received');
      expect(text(review)).to.contain('TWEE').and.to.contain('Ze staan los van elkaar');
      await employee.next(review);
      expectAll(review, 'result');
      watch.end();
      expect(new Set(watch.sent.map(({id}) => id)).size, 'two records').to.equal(2);
      await employee.wipe(review);
      expect(text(review)).to.not.contain(maybe);
    });

    it('says plainly that it may have reached who is now involved, and does not send anyone to them', async () => {
      const wizard = await example('result, about who may have read it');
      const said = root(wizard).querySelector('.main .panel.warning')?.textContent ?? '';
      expect(said).to.contain('Let op: het kan al gelezen zijn door wie betrokken is.');
      expect(said).to.contain('aandachtsfunctionaris mensenhandel');
      expect(said).to.contain('Bel die lezer hier niet over.');
      expect(said).to.not.contain('Bel die lezer, zeg');
    });

    it('sends nobody back to the usual line once it is about someone of the gemeente', async () => {
      const wizard = await example('review, changed after sending');
      await pressText(wizard, 'Gaat het over iemand');
      await employee.walk(wizard, 'about-gemeente-yes');
      await employee.choose(wizard, 'about-whom-leidinggevende');
      await employee.next(wizard);
      const said = [...root(wizard).querySelectorAll('.main .panel.warning')].map(({textContent}) => textContent).join();
      expect(said).to.contain(maybe);
      expect(said).to.not.contain('betrokken');
      expect(said).to.contain('Bel die lezer hier niet over.');
    });

    it('says nothing of an earlier version that surely was not stored', async () => {
      for (const name of ['not sent', 'refused', 'too long']) {
        const wizard = await example(name);
        await press(wizard, `.main > .buttons .${name === 'not sent' ? 'quiet' : 'button'}`);
        expect(text(wizard), name).to.not.contain('tweede signaal');
        await pressText(wizard, 'Zes mannen');
        await employee.write(wizard, 'facts', 'Vijf mannen');
        await employee.next(wizard);
        expect(root(wizard).querySelector('.review'), name).to.not.equal(null);
        expect(text(wizard), name).to.not.contain(maybe);
      }
    });
  });

  describe('as time goes on', () => {
    const RealDate = Date;
    const {setTimeout: realSetTimeout, clearTimeout: realClearTimeout} = window;
    const waiting = new Map<number, {readonly run: () => void; readonly wait: number}>();
    let moment = 0;
    let last = 0;

    /** Sets the clock of the device. */
    const set = (iso: string): void => {
      moment = RealDate.parse(iso);
    };
    const tagsOf = (wizard: MeldrouteWizardElement, route: string): readonly string[] => {
      const item = root(wizard).querySelector(`#done-${route}`)?.closest('.route');
      return [...(item?.querySelectorAll('.tag, .reach .day') ?? [])].map(({textContent}) => textContent?.trim() ?? '');
    };
    const comeBack = async (wizard: MeldrouteWizardElement): Promise<void> => {
      document.dispatchEvent(new Event('visibilitychange'));
      await wizard.updateComplete;
    };

    beforeEach(() => {
      waiting.clear();
      window.Date = class extends RealDate {
        constructor(...given: unknown[]) {
          super(...((given.length === 0 ? [moment] : given) as [number]));
        }
      } as DateConstructor;
      window.setTimeout = ((run: () => void, wait: number) => {
        last += 1;
        waiting.set(last, {run, wait});
        return last;
      }) as typeof setTimeout;
      window.clearTimeout = ((id: number) => void waiting.delete(id)) as typeof clearTimeout;
    });
    afterEach(() => {
      window.Date = RealDate;
      window.setTimeout = realSetTimeout;
      window.clearTimeout = realClearTimeout;
    });

    it('counts deadlines from when the steps were first shown, and says the next morning what that means', async () => {
      set('2026-11-24T10:40+01:00');
      const wizard = await example('result');
      expect(tagsOf(wizard, 'report')[0]).to.equal('Vandaag');
      expect(tagsOf(wizard, 'nazorg')[0]).to.equal('2 werkdagen');
      for (const [target, type] of [[document, 'visibilitychange'], [window, 'pageshow']] as const) {
        set(type === 'pageshow' ? '2026-11-26T08:30+01:00' : '2026-11-25T08:30+01:00');
        target.dispatchEvent(new Event(type));
        await wizard.updateComplete;
        expect(text(wizard)).to.contain('Opgesteld op dinsdag 24 november 2026, 10.40 uur.');
        expect(tagsOf(wizard, 'report')[0], type).to.equal('Te laat: doe het nu');
        expect(tagsOf(wizard, 'nazorg')[0]).to.equal(type === 'pageshow' ? 'Vandaag' : 'Morgen');
      }
      await employee.choose(wizard, 'consent-help-no');
      expect(text(wizard), 'a changed answer gives no more time').to.contain('Opgesteld op dinsdag 24 november');
      await employee.choose(wizard, 'done-report');
      expect(tagsOf(wizard, 'report'), 'what is done is not late').to.not.contain('Te laat: doe het nu');
    });

    it('takes the moment of the first question for nothing: the steps count from when they are there', async () => {
      set('2026-11-24T16:00+01:00');
      const wizard = await show();
      await employee.choose(wizard, 'start-support');
      set('2026-11-25T09:00+01:00');
      await employee.next(wizard);
      expect(text(wizard)).to.contain('Opgesteld op woensdag 25 november 2026, 9.00 uur.');
    });

    it('says by itself that someone closed, and moves neither the focus nor what was chosen', async () => {
      set('2026-11-24T16:00+01:00');
      const wizard = await example('result, longest');
      expect(tagsOf(wizard, 'registration')).to.contain('Nu open');
      await employee.choose(wizard, 'done-registration');
      const box = root(wizard).querySelector<HTMLInputElement>('#done-registration');
      box?.focus();
      const title = root(wizard).querySelector('#title');
      const top = title?.getBoundingClientRect().top;
      expect([...waiting.values()].map(({wait}) => wait), 'one timer').to.deep.equal([3_600_000]);
      set('2026-11-24T17:00+01:00');
      const [[id, {run}] = [0, {run: () => {}}]] = waiting;
      waiting.delete(id);
      run();
      await wizard.updateComplete;
      expect(tagsOf(wizard, 'registration')).to.contain('Nu dicht');
      expect(focused(wizard)).to.equal(box);
      expect(box?.checked).to.equal(true);
      expect(root(wizard).querySelector('#title')).to.equal(title);
      expect(title?.getBoundingClientRect().top).to.equal(top);
    });

    it('waits for nothing once it is off the page, and goes on when it comes back', async () => {
      set('2026-11-24T16:00+01:00');
      const wizard = await example('result');
      const {parentElement: place} = wizard;
      expect(waiting.size).to.equal(1);
      wizard.remove();
      expect(waiting.size).to.equal(0);
      place?.append(wizard);
      await wizard.updateComplete;
      expect(waiting.size).to.equal(1);
    });

    it('leaves what is typed and where the cursor stands when the page comes back', async () => {
      set('2026-11-24T16:00+01:00');
      const wizard = await example('record');
      await employee.write(wizard, 'facts', 'Half een zin');
      const field = root(wizard).querySelector<HTMLTextAreaElement>('#facts');
      field?.focus();
      field?.setSelectionRange(4, 4);
      set('2026-11-25T08:30+01:00');
      await comeBack(wizard);
      expect(focused(wizard)).to.equal(field);
      expect([field?.value, field?.selectionStart]).to.deep.equal(['Half een zin', 4]);
    });
  });

  it('keeps 112 in sight while the record is written and read over', async () => {
    for (const name of ['record', 'record, weighing', 'review']) {
      expect(root(await example(name)).querySelector('.main a[href="tel:112"]'), name).to.not.equal(null);
    }
  });

  it('takes signs from a checklist on the page, shows them in words, and lets them go again', async () => {
    const wizard = await show();
    expect(offerSigns('wizard', ['ARB-01', 'NOT-A-SIGN'], wizard)).to.equal(true);
    await wizard.updateComplete;
    const sign = exampleStaff('nl').staff.signs.find(({id}) => id === 'ARB-01');
    expect(text(wizard)).to.contain('1 teken meegenomen');
    expect(text(wizard)).to.contain(sign?.text);
    expect(focused(wizard)?.id).to.equal('title');
    await press(wizard, '.side section .quiet');
    expect(text(wizard)).to.not.contain('teken meegenomen');
  });

  describe('when a sign that means danger now comes from a checklist', () => {
    it('shows 112 at once and at every question, as for an answer that names danger; and not without the sign', async () => {
      const wizard = await example('signs of danger from the checklist');
      const calls = (): readonly (string | undefined)[] =>
        ['[role=status] .panel.danger a', '.first a', '.sure .now a'].map(
          (place) => root(wizard).querySelector<HTMLAnchorElement>(place)?.href,
        );
      expect(calls()).to.deep.equal(['tel:112', 'tel:112', 'tel:112']);
      await employee.walk(wizard, 'start-signal');
      expect(calls(), 'said once, and kept in sight').to.deep.equal([undefined, 'tel:112', 'tel:112']);
      await press(wizard, '.side section:last-of-type .quiet');
      expect(text(wizard)).to.not.contain('meegenomen');
      expect(calls()).to.deep.equal([undefined, undefined, undefined]);
      const other = await example('signs from the checklist');
      expect(root(other).querySelector('.main a[href="tel:112"]:not(details a)')).to.equal(null);
    });

    it('puts 112 first in the steps, also in those that are there already, and in the record', async () => {
      const wizard = await show();
      await employee.walk(wizard, 'start-support');
      const first = (): Element | null => root(wizard).querySelector('.route');
      expect(first()?.classList.contains('now')).to.equal(false);
      offerSigns('wizard', ['ALG-13'], wizard);
      await wizard.updateComplete;
      expect(first()?.classList.contains('now')).to.equal(true);
      expect(await copying(wizard)).to.contain('1. Nu: Bel 112');
      const {seal} = exampleServices;
      let routes: readonly string[] = [];
      exampleServices.seal = async (signal) => {
        ({routes} = (signal as Signal).route ?? {routes});
        return seal(signal);
      };
      await employee.register(wizard);
      expect(root(wizard).querySelector('.main a[href="tel:112"]'), 'while writing').to.not.equal(null);
      await employee.write(wizard, 'facts', 'Zes mannen');
      for (let step = 0; step < 5; step += 1) await employee.next(wizard);
      await aTimeout(10);
      exampleServices.seal = seal;
      expect(routes[0]).to.equal('call-112');
    });
  });

  it('gives the ids of signs to no method of lists that a page could have replaced', async () => {
    const wizard = await show();
    const heard: string[] = [];
    const restore: (() => void)[] = [];
    const holds = (list: unknown): boolean => {
      if (typeof list !== 'object' || list === null) return false;
      for (let index = 0; index < (list as {length?: number}).length!; index += 1) {
        if ((list as readonly unknown[])[index] === 'ARB-01') return true;
      }
      return false;
    };
    for (const name of Object.getOwnPropertyNames(Array.prototype)) {
      const own = Object.getOwnPropertyDescriptor(Array.prototype, name);
      const original: unknown = own?.value;
      if (!own || typeof original !== 'function' || name === 'constructor') continue;
      const value = function (this: unknown, ...given: unknown[]): unknown {
        if (holds(this) || holds(given)) heard[heard.length] = name;
        return Reflect.apply(original, this, given) as unknown;
      };
      Object.defineProperty(Array.prototype, name, {...own, value});
      restore[restore.length] = () => Object.defineProperty(Array.prototype, name, own);
    }
    offerSigns('wizard', ['ARB-01'], wizard);
    await wizard.updateComplete;
    for (let index = 0; index < restore.length; index += 1) restore[index]?.();
    expect(text(wizard)).to.contain('1 teken meegenomen');
    expect(heard).to.deep.equal([]);
  });

  it('sends only signs that its own file holds', async () => {
    const {seal} = exampleServices;
    let checklist: readonly string[] | undefined;
    exampleServices.seal = async (signal) => {
      ({checklist} = signal as Signal);
      return seal(signal);
    };
    const wizard = await example('review');
    offerSigns('wizard', ['NOT-A-SIGN', 'ARB-01', 'ARB-01'], wizard);
    await wizard.updateComplete;
    expect(text(wizard)).to.contain('1 teken meegenomen');
    await employee.next(wizard);
    await aTimeout(10);
    exampleServices.seal = seal;
    expect(checklist).to.deep.equal(['ARB-01']);
  });

  it('takes no signs while it shows its fallback or is off the page', async () => {
    const {error} = console;
    console.error = () => undefined;
    const wizard = await show();
    const {parentElement: page} = wizard;
    expect(canOffer('wizard', document.body)).to.equal(true);
    wizard.remove();
    expect(canOffer('wizard', document.body)).to.equal(false);
    page?.append(wizard);
    await wizard.updateComplete;
    expect(canOffer('wizard', document.body)).to.equal(true);
    console.error = error;
  });

  describe('printing', () => {
    it('prints one sheet with a neutral title, and leaves nothing behind', async () => {
      const wizard = await example('result, longest');
      const {title} = document;
      const light = document.documentElement.outerHTML;
      const length = window.length;
      const {text: printed, title: name, pages} = await printing(wizard);
      expect(name).to.equal('Mijn stappen');
      expect(pages, 'one page of A4 between margins of 12 mm').to.be.within(0.5, 1);
      expect(printed).to.contain('Bel 112');
      expect(document.title).to.equal(title);
      expect(window.length, 'no frame that the page can reach').to.equal(length);
      expect(document.documentElement.outerHTML).to.equal(light);
      const frame = root(wizard).querySelector('iframe');
      frame?.contentWindow?.dispatchEvent(new Event('afterprint'));
      expect(hasFrame(wizard)).to.equal(false);
    });

    it('prints a short plan in the largest letters', async () => {
      const {letters} = await printing(await example('result, only support'));
      expect(letters).to.equal('fit-0');
    });

    it('takes the sheet away when everything is wiped before the printing is over', async () => {
      const wizard = await example('result');
      await printing(wizard);
      expect(hasFrame(wizard)).to.equal(true);
      wizard.wipe();
      expect(hasFrame(wizard)).to.equal(false);
    });
  });

  it('copies the steps as plain text, and says so; or says that it could not', async () => {
    const wizard = await example('result');
    const copied = await copying(wizard);
    expect(copied).to.contain('1. Nu: Bel 112');
    expect(copied).to.contain('- Hulp en opvang: Ja');
    expect(copied).to.not.match(/undefined|\[object|<|\{/);
    expect(root(wizard).querySelector('[role=status].meta')?.textContent).to.contain('gekopieerd');
    board.refuses = true;
    expect(await copying(wizard)).to.equal('');
    board.refuses = false;
    expect(root(wizard).querySelector('[role=status].meta')?.textContent).to.contain('lukt hier niet');
  });

  it('copies past a page that replaced the clipboard after the wizard loaded', async () => {
    const wizard = await example('result');
    const heard: string[] = [];
    const {clipboard} = navigator;
    const spy = {writeText: async (copied: string) => void heard.push(copied)};
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: spy});
    const copied = await copying(wizard);
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
    expect(heard).to.deep.equal([]);
    expect(copied).to.contain('Bel 112');
  });

  // The other engines ask at once what to open such an address with, and wait for an answer.
  if (navigator.userAgent.includes('Chrome/')) {
    it('keeps everything when a mail or a call is started from it', async () => {
      const wizard = await example('result, longest');
      let isLeft = false;
      const leave = (): void => {
        isLeft = true;
      };
      addEventListener('pagehide', leave);
      const links = [...root(wizard).querySelectorAll<HTMLAnchorElement>('a[href^="mailto:"], a[href^="tel:"]')];
      const [mail, call] = ['mailto:', 'tel:'].map((start) => links.find(({href}) => href.startsWith(start)));
      expect([mail?.protocol, call?.protocol]).to.deep.equal(['mailto:', 'tel:']);
      for (const link of [mail, call]) {
        link?.focus();
        link?.click();
        await aTimeout(300);
      }
      removeEventListener('pagehide', leave);
      expect(isLeft).to.equal(false);
      expect(titleOf(wizard)).to.equal('Dit ga je doen');
      expect(root(wizard).querySelectorAll('.route').length).to.be.greaterThan(3);
    });
  }

  it('wipes everything at once, and goes back to the first question', async () => {
    for (const name of ['consent', 'result', 'record', 'review', 'signs from the checklist']) {
      const wizard = await example(name);
      await employee.wipe(wizard);
      expect(focused(wizard)?.id, name).to.equal('title');
      expect(root(wizard).querySelector<HTMLInputElement>('#start-signal')?.checked, name).to.equal(false);
      expect(root(wizard).querySelector('.given'), name).to.equal(null);
      expect(text(wizard), name).to.not.contain('meegenomen');
      expect(root(wizard).querySelector('.main [role=status]')?.textContent, name).to.contain('weg');
    }
    const wizard = await example('received');
    await press(wizard, '.main > .buttons .quiet');
    expect(text(wizard)).to.not.contain('VOOR-BEELD');
  });

  it('wipes everything when the page is hidden, left, or the wizard is taken off it', async () => {
    const wizard = await example('record');
    await employee.write(wizard, 'facts', 'KANARIE');
    const field = root(wizard).querySelector<HTMLTextAreaElement>('#facts');
    dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(field?.value).to.equal('');
    expect(root(wizard).querySelector<HTMLInputElement>('#start-signal')?.checked).to.equal(false);

    const other = await example('record');
    await employee.write(other, 'facts', 'KANARIE');
    const {parentElement: place} = other;
    document.body.append(other);
    await aTimeout(0);
    expect(root(other).querySelector<HTMLTextAreaElement>('#facts')?.value, 'moved').to.equal('KANARIE');
    other.remove();
    await aTimeout(0);
    place?.append(other);
    await other.updateComplete;
    expect(root(other).querySelector('#start-signal'), 'taken off').to.not.equal(null);
  });

  it('keeps what is typed and chosen from listeners in the bubble phase, and from the light DOM', async () => {
    const wizard = await example('record');
    const heard: string[] = [];
    const types = ['input', 'beforeinput', 'keydown', 'keyup', 'keypress', 'change', 'paste', 'submit', 'copy'];
    const listen = (event: Event): void => void heard.push(event.type);
    for (const type of types) addEventListener(type, listen);
    const light = document.documentElement.outerHTML;
    root(wizard).querySelector<HTMLElement>('#facts')?.focus();
    await sendKeys({type: 'geheim'});
    await employee.next(wizard);
    for (const type of types) removeEventListener(type, listen);
    expect(heard).to.deep.equal([]);
    expect(document.documentElement.outerHTML).to.equal(light);
    expect(sessionStorage.length + localStorage.length).to.equal(0);
    expect(JSON.stringify(history.state ?? '')).to.not.contain('geheim');
  });

  it('changes the language without losing an answer', async () => {
    const wizard = await show();
    await employee.choose(wizard, 'start-doubt');
    const menu = root(wizard).querySelector<HTMLSelectElement>('#language');
    if (!menu) throw new Error('There is no language menu.');
    menu.value = 'en';
    menu.dispatchEvent(new Event('change'));
    await aTimeout(0);
    await wizard.updateComplete;
    expect(root(wizard).querySelector('[lang=en]')).to.not.equal(null);
    expect(root(wizard).querySelector<HTMLInputElement>('#start-doubt')?.checked).to.equal(true);
  });

  it('stays as it is for who started, when the page takes the gemeente away', async () => {
    const wizard = await example('record');
    await employee.write(wizard, 'facts', 'Half een zin');
    wizard.gemeente = undefined;
    await wizard.updateComplete;
    expect(root(wizard).querySelector<HTMLTextAreaElement>('#facts')?.value).to.equal('Half een zin');
  });

  describe('when the page puts another gemeente in place', () => {
    const {staff, ...file} = exampleStaff('nl');
    const other = acceptGemeente({
      ...file,
      gemeente: {id: 'ander', name: 'Anderdam', code: '9999'},
      staff: {
        ...staff,
        endpoints: staff.endpoints.map((one) => ({...one, url: 'https://anderdam.example/signals'})),
        texts: {...staff.texts, 'wizard.for': 'Dit is voor medewerkers van Anderdam.'},
      },
    } as CompiledGemeente);
    const change = async (wizard: MeldrouteWizardElement): Promise<void> => {
      wizard.gemeente = other;
      await wizard.updateComplete;
    };
    const own = `Dit is voor medewerkers van ${file.gemeente.name}.`;

    it('says for which gemeente it is, and is for another one as long as nobody started', async () => {
      const wizard = await show();
      expect(text(wizard)).to.contain(own);
      await change(wizard);
      expect(text(wizard)).to.contain('Anderdam');
    });

    it('stays for the gemeente of who started, from the first answer or sign on, until everything is wiped', async () => {
      const chosen = await show();
      await employee.choose(chosen, 'start-signal');
      for (const wizard of [chosen, await example('signs from the checklist'), await example('review')]) {
        await change(wizard);
        expect(text(wizard)).to.contain(own);
        await employee.wipe(wizard);
        expect(text(wizard)).to.contain('Anderdam');
        expect(text(wizard)).to.not.contain(own);
      }
    });

    it('sends to where the one who started was told it goes', async () => {
      const {seal, deliver} = exampleServices;
      const sent: string[] = [];
      exampleServices.seal = async (signal) => {
        sent.push((signal as Signal).gemeente);
        return seal(signal);
      };
      exampleServices.deliver = (job) => {
        sent.push(job.gemeente.endpoint.url);
        return deliver(job);
      };
      const wizard = await example('review');
      await change(wizard);
      await employee.next(wizard);
      await aTimeout(10);
      Object.assign(exampleServices, {seal, deliver});
      expect(sent).to.deep.equal([file.gemeente.code, staff.endpoints[0]?.url]);
    });
  });

  describe('with a file it may not use', () => {
    const broken = (change: (gemeente: Record<string, unknown>) => void): CompiledGemeente => {
      const copy = structuredClone(exampleStaff('nl')) as unknown as Record<string, unknown>;
      change(copy);
      return copy as unknown as CompiledGemeente;
    };
    const staffOf = (gemeente: Record<string, unknown>): Record<string, unknown> =>
      gemeente['staff'] as Record<string, unknown>;
    const forget = (key: string) => (gemeente: Record<string, unknown>) =>
      delete (staffOf(gemeente)['texts'] as Record<string, string>)[key];

    it('shows the fallback for a file that our loader did not accept', async () => {
      const wizard = await show();
      wizard.gemeente = broken(() => undefined);
      await wizard.updateComplete;
      expect(isFallback(wizard)).to.equal(true);
    });

    it('shows the fallback for the file for residents, and says once what it needs', async () => {
      const {error} = console;
      const said: string[] = [];
      console.error = (message: string) => void said.push(message);
      const wizard = await show();
      wizard.gemeente = acceptGemeente(broken((gemeente) => delete gemeente['staff']));
      await wizard.updateComplete;
      wizard.requestUpdate();
      await wizard.updateComplete;
      console.error = error;
      expect(isFallback(wizard)).to.equal(true);
      expect(said.length).to.equal(1);
      expect(said[0]).to.contain('x.staff.json');
    });

    it('comes to rest at its fallback on a page that breaks drawing itself', async () => {
      const {error} = console;
      let errors = 0;
      console.error = () => {
        errors += 1;
      };
      const {importNode} = document;
      document.importNode = () => {
        throw new Error('broken');
      };
      const wizard = document.createElement('baken-meldroute-wizard');
      wizard.gemeente = exampleStaff('nl');
      document.body.append(wizard);
      await aTimeout(20);
      wizard.requestUpdate();
      await aTimeout(20);
      document.importNode = importNode;
      console.error = error;
      wizard.remove();
      expect(errors).to.equal(1);
      expect(isFallback(wizard)).to.equal(true);
    });

    const faults: readonly [fault: string, change: (gemeente: Record<string, unknown>) => void][] = [
      ['a sentence of a later screen is missing', forget('wizard.review.send')],
      ['a question of a later step has no words', forget('node.self.title')],
      ['a route has no words', forget('route.nidos.title')],
      ['a sign is no text', (file) => ((staffOf(file)['signs'] as {text: unknown}[])[3]!.text = {})],
      [
        'a number is a script',
        (file) => {
          const cards = staffOf(file)['cards'] as {id: string; phone: unknown}[];
          cards.find(({id}) => id === '112')!.phone = {dial: 'javascript:x', shown: 'x'};
        },
      ],
      [
        'a link is a script',
        (file) => {
          for (const card of staffOf(file)['cards'] as {url?: string}[]) if (card.url) card.url = 'javascript:alert(1)';
        },
      ],
    ];
    for (const [fault, change] of faults) {
      it(`shows the fallback, never half a wizard, when ${fault}`, async () => {
        const {error} = console;
        let errors = 0;
        console.error = () => {
          errors += 1;
        };
        const wizard = await show();
        wizard.gemeente = acceptGemeente(broken(change));
        await wizard.updateComplete;
        // It stays so, and at rest: an update that fails and asks for the next one would freeze the page.
        wizard.requestUpdate();
        await aTimeout(20);
        console.error = error;
        expect(errors).to.equal(1);
        expect(isFallback(wizard)).to.equal(true);
        expect(wizard.hasAttribute('data-ready')).to.equal(false);
      });
    }
  });
});
