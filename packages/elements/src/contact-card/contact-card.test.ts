import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {CardContact, CompiledContacts} from '@baken/model/rules/contact-card';
import type {CompiledGemeente} from '@baken/model/rules/gemeente';

import {acceptContacts, acceptGemeente, registerLoadContacts} from '../services.js';
import {openRoot} from '../../../../test/support/open-root.js';
import './define.js';
import type {ContactCardElement} from './contact-card-element.js';
import {contactCardExamples, drawExample, exampleContacts} from './contact-card.examples.js';

/** What the loader of these tests was asked for, and what it will answer. */
const asked: {readonly src: string; readonly language: string; readonly integrity?: string | undefined}[] = [];
let answer: () => Promise<CompiledContacts> = async () => exampleContacts('nl');
registerLoadContacts(async (source) => {
  asked.push(source);
  return answer();
});

const example = async (name: string, language = 'nl', width = 640): Promise<ContactCardElement> => {
  const found = contactCardExamples.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no example "${name}".`);
  const box = await fixture<HTMLElement>(html`<div>${drawExample(found, language)}</div>`);
  box.style.inlineSize = `${width}px`;
  const card = box.querySelector('baken-contact-card');
  if (!card) throw new Error('There is no card.');
  await card.updateComplete;
  return card;
};

const all = (card: ContactCardElement, selector: string): HTMLElement[] => [
  ...openRoot(card).querySelectorAll<HTMLElement>(selector),
];
const text = (element: Element | undefined | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const textOf = (card: ContactCardElement, selector: string): string => text(openRoot(card).querySelector(selector));
const names = (card: ContactCardElement): string[] => all(card, 'h2').map(text);
const isFallback = (card: ContactCardElement): boolean =>
  openRoot(card).querySelector('slot') !== null && openRoot(card).querySelector('article') === null;

/** Makes an accepted file with other cards. */
const withCards = (cards: readonly unknown[], change: Partial<CompiledContacts> = {}): CompiledContacts =>
  acceptContacts({...exampleContacts('nl'), cards: cards as readonly CardContact[], ...change});

const show = async (contacts: unknown, now = '2026-11-24T10:00+01:00'): Promise<ContactCardElement> => {
  const card = await fixture<ContactCardElement>(
    html`<baken-contact-card .now=${new Date(now)} .contacts=${contacts as CompiledContacts}
      ><p>Bel 112.</p></baken-contact-card
    >`,
  );
  await card.updateComplete;
  return card;
};

const plain = {id: 'x', name: 'Bureau X', languages: ['nl'], roles: [], topics: []};

/** Keeps the console quiet, and gives what was said. */
const listen = async (act: () => Promise<void>): Promise<string[]> => {
  const said: string[] = [];
  const {error} = console;
  console.error = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await act();
  } finally {
    console.error = error;
  }
  return said;
};

describe('baken-contact-card', () => {
  afterEach(() => {
    asked.length = 0;
    answer = async () => exampleContacts('nl');
  });

  for (const language of ['nl', 'en']) {
    for (const {name} of contactCardExamples) {
      it(`is accessible, and nothing sticks out: ${name} (${language})`, async () => {
        for (const width of [320, 1280]) {
          const card = await example(name, language, width);
          const box = card.parentElement;
          if (!box) throw new Error('The card is not on the page.');
          await expect(box).to.be.accessible();
          for (const details of all(card, 'details') as HTMLDetailsElement[]) details.open = true;
          await expect(box).to.be.accessible();
          expect(card.scrollWidth, `at ${width} px`).to.be.at.most(width);
          for (const target of all(card, 'a, button, summary')) {
            const {width: wide, height, right} = target.getBoundingClientRect();
            expect(Math.min(wide, height), `${text(target)} at ${width} px`).to.be.at.least(43.99);
            expect(right - box.getBoundingClientRect().left, text(target)).to.be.at.most(width);
          }
        }
      });
    }
  }

  const said: readonly (readonly [name: string, nl: string, en: string])[] = [
    ['open', 'Nu open, tot 17.00 uur', 'Open now, until 17:00'],
    ['closed, others open', 'Gesloten, morgen open om 9.00 uur', 'Closed, opens tomorrow at 9:00'],
    ['closed until after the weekend', 'Gesloten, maandag open om 9.00 uur', 'Closed, opens Monday at 9:00'],
    ['closed, nobody else', 'Gesloten, vrijdag open om 18.00 uur', 'Closed, opens Friday at 18:00'],
    ['closed, opens in a week', 'Gesloten, vrijdag open om 18.00 uur', 'Closed, opens Friday at 18:00'],
    ['open until midnight', 'Nu open, tot 24.00 uur', 'Open now, until 24:00'],
    ['a holiday of which nobody knows', 'Feestdag: uren niet zeker', 'Public holiday: hours not certain'],
    ['always open', 'Altijd open', 'Always open'],
    ['hours not known', 'Uren niet bekend: kijk op de site', 'Hours not known: see the website'],
  ];
  for (const [name, nl, en] of said) {
    it(`says in words whether someone is open: ${name}`, async () => {
      expect(textOf(await example(name), '.tag')).to.equal(nl);
      expect(textOf(await example(name, 'en'), '.tag')).to.equal(en);
    });
  }

  it('says today, and the date of a day that is a week away or more', async () => {
    const friday = (from: string, to: string, holidays: string): CompiledContacts =>
      withCards([{...plain, opening: {weekly: [{days: [5], from, to}], holidays}}]);
    const evening = friday('18:30', '24:00', 'open');
    expect(textOf(await show(evening, '2026-11-27T10:00+01:00'), '.tag')).to.equal('Gesloten, vandaag open om 18.30 uur');
    const christmas = friday('09:00', '17:00', 'closed');
    expect(textOf(await show(christmas, '2026-12-19T10:00+01:00'), '.tag')).to.equal(
      'Gesloten, vrijdag 8 januari open om 9.00 uur',
    );
    const never = withCards([{...plain, opening: {weekly: [{days: [], from: '09:00', to: '17:00'}]}}]);
    expect(textOf(await show(never), '.tag')).to.equal('Nu gesloten');
    expect(textOf(await show(withCards([plain])), '.tag')).to.equal('Uren niet bekend');
  });

  it('names the day on which someone closes when that is not today', async () => {
    const said = async (days: readonly number[], from: string, to: string, now: string): Promise<string> =>
      textOf(await show(withCards([{...plain, opening: {weekly: [{days, from, to}], holidays: 'open'}}]), now), '.tag');
    expect(await said([5], '20:00', '06:00', '2026-11-27T22:00+01:00')).to.equal('Nu open, tot zaterdag 6.00 uur');
    expect(await said([5], '20:00', '06:00', '2026-11-28T02:00+01:00')).to.equal('Nu open, tot 6.00 uur');
    const weekend = [6, 7, 1];
    expect(await said(weekend, '00:00', '24:00', '2026-11-28T10:00+01:00')).to.equal('Nu open, tot maandag 24.00 uur');
    expect(await said(weekend, '00:00', '24:00', '2026-11-29T10:00+01:00')).to.equal('Nu open, tot maandag 24.00 uur');
    expect(await said(weekend, '00:00', '24:00', '2026-11-30T10:00+01:00')).to.equal('Nu open, tot 24.00 uur');
    expect(await said([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00', '2026-11-30T10:00+01:00')).to.equal('Nu open');
  });

  it('says that the hours are not known, and under it who is certainly open, by day and by night', async () => {
    for (const now of ['2026-11-24T10:00+01:00', '2026-11-24T03:00+01:00']) {
      const card = await example('hours not known');
      card.now = new Date(now);
      await card.updateComplete;
      const parts = all(card, '.tag, .actions, .instead h3').map(text);
      expect(parts.slice(0, 3)).to.deep.equal([
        'Uren niet bekend: kijk op de site', 'Bel 0800-7000', 'Zeker open: Politie, geen spoed',
      ]);
    }
  });

  it('puts who is open in place of who is closed, and the closed number under it for later', async () => {
    const card = await example('closed, others open');
    expect(textOf(card, '.instead h3')).to.equal('Nu wel open: Veilig Thuis');
    const [button, ...more] = all(card, 'a.button') as HTMLAnchorElement[];
    expect([button?.href, more.length]).to.deep.equal(['tel:08002000', 0]);
    expect(textOf(card, '.also')).to.equal('Ook open: Politie, geen spoed 0900-8844');
    expect(all(card, '.facts li').map(text)).to.include('Later bellen: 033-448 11 86');
    expect((all(card, '.facts a') as HTMLAnchorElement[])[0]?.href).to.equal('tel:+31334481186');
  });

  it('puts who knows of the topic first, and leaves out who does not', async () => {
    const card = await example('closed, another open for the topic');
    expect(textOf(card, '.instead h3')).to.equal('Nu wel open: Politie, geen spoed');
    expect(openRoot(card).querySelector('.also')).to.equal(null);
  });

  it('passes over who is closed too, until someone is open', async () => {
    const office = {weekly: [{days: [2], from: '09:00', to: '17:00'}], holidays: 'closed'};
    const cards = withCards([
      {...plain, opening: office, whenClosed: ['y', 'z', 'a']},
      {...plain, id: 'y', name: 'Y', phone: {dial: '0900', shown: '0900'}, opening: office},
      {...plain, id: 'z', name: 'Z', opening: {always: true}},
      {...plain, id: 'a', name: 'A', chat: 'https://a.example/', opening: {always: true}},
    ]);
    const card = await show(cards, '2026-11-25T10:00+01:00');
    expect(textOf(card, '.instead h3'), 'Y is closed, and nobody can reach Z').to.equal('Nu wel open: A');
  });

  it('offers both on a holiday of which nobody knows, and says who is certainly open', async () => {
    const card = await example('a holiday of which nobody knows');
    expect(textOf(card, '.instead h3')).to.equal('Zeker open: Veilig Thuis');
    const buttons = all(card, 'a.button') as HTMLAnchorElement[];
    expect(buttons.map(({href}) => href)).to.deep.equal(['tel:+31334481186', 'tel:08002000']);
    expect(buttons.filter((button) => !button.classList.contains('second')), 'one is filled').to.have.length(1);
  });

  it('warns for the phone bill unless it is known that nothing stands on it, and never at 112', async () => {
    const warning = 'Dit gesprek kan op de telefoonrekening staan.';
    expect(text(openRoot(await example('open')).querySelector('.card'))).to.contain(warning);
    expect(text(openRoot(await example('closed, others open')).querySelector('.card'))).to.contain(warning);
    expect(text(openRoot(await example('danger')).querySelector('.card'))).to.not.contain('telefoonrekening');
    expect(text(openRoot(await example('chat')).querySelector('.card'))).to.not.contain('telefoonrekening');
    const phone = {dial: '08001234', shown: '0800-1234'};
    const card = await show(withCards([{...plain, phone, phoneBill: 'no', opening: {always: true}}]));
    expect(textOf(card, '.facts')).to.equal('Dit gesprek staat niet op de telefoonrekening.');
  });

  it('says what is known, and nothing of what is not', async () => {
    const facts = async (name: string): Promise<string[]> => all(await example(name), '.facts li').map(text);
    expect(await facts('an example of a gemeente')).to.deep.equal([
      'Maandag tot en met vrijdag, 9.00 tot 17.00 uur. Niet op feestdagen.',
      'Mail naar: zorgcoordinator@voorbeeld.example',
      'Kost evenveel als een gewoon gesprek.',
      'Zij vragen om een naam.',
      'Dit gesprek staat niet op de telefoonrekening.',
      'Talen: Nederlands, Pools, Roemeens, Bulgaars, Oekraïens en Arabisch',
    ]);
    expect(await facts('hours not known')).to.deep.equal([
      'Niet voor spoed. Zij nemen daarna geen contact op.',
      'Naar de site van Meld Misdaad Anoniem (opent in een nieuw tabblad)',
      'Gratis.',
      'Een naam is niet nodig.',
      'Dit gesprek kan op de telefoonrekening staan.',
      'Talen: Nederlands en Engels',
    ]);
    expect((await facts('from abroad'))[1]).to.equal('Vanuit het buitenland: +31 70 333 44 44');
    expect(all(await show(withCards([plain])), '.facts li, .actions, .instead, .save')).to.have.length(0);
  });

  it('marks what is made up, and keeps nobody from it in an address book', async () => {
    const card = await example('an example of a gemeente');
    expect(textOf(card, 'h2')).to.equal('Zorgcoördinator in de regio voorbeeld');
    expect(openRoot(card).querySelector('.save')).to.equal(null);
    expect(openRoot(await example('danger')).querySelector('.save'), 'everyone knows 112').to.equal(null);
  });

  it('marks once what is made up: a name that says so gets no mark', async () => {
    const office = {weekly: [{days: [2], from: '09:00', to: '17:00'}], holidays: 'closed'};
    const made = {...plain, example: true, name: 'Bureau X (voorbeeld)'};
    const card = await show(
      withCards([
        {...made, opening: office, whenClosed: ['y']},
        {...made, id: 'y', chat: 'https://y.example/', opening: {always: true}},
      ]),
      '2026-11-25T10:00+01:00',
    );
    expect(all(card, 'h2, h3').map(text)).to.deep.equal([
      'Bureau X (voorbeeld)', 'Nu wel open: Bureau X (voorbeeld)', 'Bureau X (voorbeeld)',
    ]);
  });

  it('shows the contacts asked for in the order asked, each once', async () => {
    const card = await show(exampleContacts('nl'));
    card.contact = ' politie  112 politie nobody';
    await card.updateComplete;
    expect(names(card)).to.deep.equal(['Politie, geen spoed', 'Noodnummer']);
  });

  it('shows the contacts with one of the roles and one of the topics', async () => {
    const card = await show(exampleContacts('nl'));
    card.contactRole = 'inspection youth';
    card.topic = 'arbeid jeugd';
    await card.updateComplete;
    expect(names(card)).to.deep.equal(['Veilig Thuis', 'Nederlandse Arbeidsinspectie', 'Kindertelefoon', 'Keerpunt']);
    card.contactRole = undefined;
    card.topic = undefined;
    await card.updateComplete;
    expect(names(card)).to.have.length(exampleContacts('nl').cards.length);
  });

  it('gives its headings the level of the page', async () => {
    const card = await example('closed, others open');
    const levels = (): (string | null)[] => all(card, 'h2, h3').map((one) => one.getAttribute('aria-level'));
    expect(levels()).to.deep.equal(['2', '3']);
    card.headingLevel = 4;
    await card.updateComplete;
    expect(levels()).to.deep.equal(['4', '5']);
    card.setAttribute('heading-level', 'one');
    await card.updateComplete;
    expect(levels()).to.deep.equal(['2', '3']);
  });

  it('is walked by keyboard in the order of sight', async () => {
    const card = await example('closed, others open');
    const walked: string[] = [];
    for (let press = 0; press < 5; press++) {
      await sendKeys({press: 'Tab'});
      walked.push(text(openRoot(card).activeElement));
    }
    expect(walked).to.deep.equal([
      'Bel 0800-2000', '0900-8844', '033-448 11 86', 'info@comensha.nl', 'Bewaar dit contact: CoMensha',
    ]);
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Tab'});
    expect(text(openRoot(card).activeElement)).to.equal('Download het bestand: CoMensha');
  });

  it('opens other sites beside the page, and tells them nothing of it', async () => {
    const card = await example('all contacts');
    const links = all(card, 'a[href^="http"]') as HTMLAnchorElement[];
    expect(links.length).to.be.above(5);
    for (const link of links) {
      expect([link.target, link.rel, link.protocol]).to.deep.equal(['_blank', 'noopener noreferrer', 'https:']);
    }
  });

  it('takes no focus and no keys of the page', async () => {
    await example('open');
    expect(document.activeElement).to.equal(document.body);
    const escape = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true});
    document.body.dispatchEvent(escape);
    expect(escape.defaultPrevented).to.equal(false);
  });

  describe('saving', () => {
    const {click} = HTMLAnchorElement.prototype;
    const {createObjectURL} = URL;
    const clicked: HTMLAnchorElement[] = [];
    const made: Blob[] = [];
    beforeEach(() => {
      clicked.length = 0;
      made.length = 0;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        clicked.push(this);
      };
      URL.createObjectURL = (blob: Blob) => {
        made.push(blob);
        return createObjectURL.call(URL, blob);
      };
    });
    afterEach(() => {
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = createObjectURL;
    });

    it('gives a vCard under a name that says nothing, made at the click and no sooner', async () => {
      const card = await example('open');
      expect([made.length, all(card, 'a[download], a[href^="blob:"], a[href^="data:"]').length]).to.deep.equal([0, 0]);
      const [before, address] = [history.length, location.href];
      all(card, '.save button')[0]?.click();
      expect([clicked[0]?.download, clicked[0]?.protocol]).to.deep.equal(['contact.vcf', 'blob:']);
      expect(clicked[0]?.isConnected, 'the page never sees the link').to.equal(false);
      expect(await made[0]?.text()).to.contain('FN:CoMensha\r\n').and.to.contain('TEL;TYPE=voice:+31334481186');
      expect([history.length, location.href]).to.deep.equal([before, address]);
    });

    it('tells beforehand that a file stays on the device', async () => {
      const card = await example('open');
      const id = all(card, '.save button')[0]?.getAttribute('aria-describedby') ?? '';
      const hint = openRoot(card).getElementById(id);
      expect(text(hint)).to.contain('Er komt een bestand op dit apparaat.');
    });
  });

  describe('the clock', () => {
    const {now: realNow} = Date;
    const {setTimeout: realSetTimeout, clearTimeout: realClearTimeout} = window;
    const RealDate = Date;
    const waiting = new Map<number, {readonly run: () => void; readonly wait: number}>();
    let moment = 0;
    let last = 0;

    /** Sets the clock of the device. */
    const set = (iso: string): void => {
      moment = RealDate.parse(iso);
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
      Date.now = realNow;
      window.setTimeout = realSetTimeout;
      window.clearTimeout = realClearTimeout;
    });

    const put = async (contact: string): Promise<ContactCardElement> => {
      const card = document.createElement('baken-contact-card');
      card.contact = contact;
      const ids = ['politie', 'comensha', 'veilig-thuis'];
      card.contacts = withCards(exampleContacts('nl').cards.filter(({id}) => ids.includes(id)));
      document.body.append(card);
      await card.updateComplete;
      return card;
    };
    const hours = (): number[] => [...waiting.values()].map(({wait}) => wait / 3_600_000);

    it('wakes for who is not on the page too: they may be open instead', async () => {
      set('2026-11-24T16:00+01:00');
      const card = await put('politie');
      expect(hours()).to.deep.equal([1]);
      card.remove();
    });

    it('draws itself again when someone closes, by one timer', async () => {
      set('2026-11-24T16:00+01:00');
      const card = await put('comensha politie');
      expect(hours()).to.deep.equal([1]);
      expect(textOf(card, '.tag')).to.equal('Nu open, tot 17.00 uur');
      card.requestUpdate();
      await card.updateComplete;
      expect(hours(), 'still one').to.deep.equal([1]);
      set('2026-11-24T17:00+01:00');
      const [[id, {run}] = [0, {run: () => {}}]] = waiting;
      waiting.delete(id);
      run();
      await card.updateComplete;
      expect(textOf(card, '.tag')).to.equal('Gesloten, morgen open om 9.00 uur');
      expect(hours(), 'until midnight, when tomorrow is today').to.deep.equal([7]);
      card.remove();
    });

    it('draws itself again when a device wakes up or the page comes back, whatever the timer did', async () => {
      for (const [target, type] of [[document, 'visibilitychange'], [window, 'pageshow']] as const) {
        set('2026-11-24T16:00+01:00');
        const card = await put('comensha politie');
        set('2026-11-25T06:30+01:00');
        target.dispatchEvent(new Event(type));
        await card.updateComplete;
        expect(textOf(card, '.tag'), type).to.equal('Gesloten, vandaag open om 9.00 uur');
        card.remove();
      }
    });

    it('counts the hours of a day on which the clock changes', async () => {
      set('2026-03-28T20:00+01:00');
      const card = await put('politie');
      expect(hours()).to.deep.equal([4]);
      set('2026-03-29T00:00+01:00');
      card.requestUpdate();
      await card.updateComplete;
      expect(hours()).to.deep.equal([23]);
      card.remove();
    });

    it('waits for nothing once it is off the page, and goes on when it comes back', async () => {
      set('2026-11-24T16:00+01:00');
      const card = await put('comensha');
      card.remove();
      expect(waiting.size).to.equal(0);
      set('2026-11-24T18:00+01:00');
      document.body.append(card);
      await card.updateComplete;
      expect(textOf(card, '.tag')).to.equal('Gesloten, morgen open om 9.00 uur');
      card.remove();
    });

    it('waits for nothing in a preview', async () => {
      set('2026-11-24T16:00+01:00');
      const card = await put('comensha');
      card.now = new RealDate('2026-11-24T20:00+01:00');
      await card.updateComplete;
      expect(waiting.size).to.equal(0);
      expect(textOf(card, '.tag')).to.equal('Gesloten, morgen open om 9.00 uur');
      card.remove();
    });
  });

  describe('its file', () => {
    it('asks for nothing and shows its fallback when no file is named', async () => {
      const card = await fixture<ContactCardElement>(html`<baken-contact-card><p>Bel 112.</p></baken-contact-card>`);
      expect([asked.length, isFallback(card)]).to.deep.equal([0, true]);
      expect(card.querySelector('p')?.getBoundingClientRect().height).to.be.above(0);
    });

    it('keeps the first loader that was registered', async () => {
      registerLoadContacts(async () => exampleContacts('en'));
      const card = await fixture<ContactCardElement>(
        html`<baken-contact-card config-src="/first.json" contact="112"></baken-contact-card>`,
      );
      await new Promise((settled) => setTimeout(settled));
      expect(names(card)).to.deep.equal(['Noodnummer']);
    });

    it('takes its own config-src, with its hash and the language in force', async () => {
      const card = await fixture<ContactCardElement>(
        html`<div lang="en-GB">
          <baken-contact-card config-src="/x.json" config-integrity="sha384-a" contact="112"></baken-contact-card>
        </div>`,
      ).then((box) => box.querySelector<ContactCardElement>('baken-contact-card'));
      expect(asked).to.deep.equal([{src: '/x.json', integrity: 'sha384-a', language: 'en-GB'}]);
      await new Promise((settled) => setTimeout(settled));
      expect(card && names(card)).to.deep.equal(['Noodnummer']);
    });

    it('takes that of the baken-gemeente around it, through roots, and follows it', async () => {
      const around = document.createElement('baken-gemeente');
      around.setAttribute('config-src', '/around.json');
      around.setAttribute('config-integrity', 'sha384-b');
      const inner = document.createElement('div');
      const card = document.createElement('baken-contact-card');
      inner.attachShadow({mode: 'closed'}).append(card);
      around.append(inner);
      document.body.append(around);
      await card.updateComplete;
      expect(asked).to.deep.equal([{src: '/around.json', integrity: 'sha384-b', language: ''}]);
      around.setAttribute('config-src', '/other.json');
      await new Promise((settled) => setTimeout(settled));
      expect(asked.at(-1)?.src).to.equal('/other.json');
      around.remove();
      around.setAttribute('config-src', '/later.json');
      await new Promise((settled) => setTimeout(settled));
      expect(asked).to.have.length(2);
    });

    it('shows its fallback, and says why, when the file does not come', async () => {
      answer = async () => {
        throw new Error('the file is missing');
      };
      const said = await listen(async () => {
        const card = await fixture<ContactCardElement>(
          html`<baken-contact-card config-src="/y.json"></baken-contact-card>`,
        );
        await new Promise((settled) => setTimeout(settled));
        expect(isFallback(card)).to.equal(true);
      });
      expect(said).to.deep.equal(['Error: the file is missing']);
    });

    it('shows the file that was asked for last, whichever comes first', async () => {
      const answers: ((contacts: CompiledContacts) => void)[] = [];
      answer = () => new Promise((give) => void answers.push(give));
      const card = await fixture<ContactCardElement>(
        html`<baken-contact-card config-src="/z.json" contact="112" lang="nl"></baken-contact-card>`,
      );
      card.lang = 'en';
      await card.updateComplete;
      answers[1]?.(exampleContacts('en'));
      await new Promise((settled) => setTimeout(settled));
      answers[0]?.(exampleContacts('nl'));
      await new Promise((settled) => setTimeout(settled));
      expect(names(card)).to.deep.equal(['Emergency number']);
    });

    it('takes nothing that our loader did not accept: a copy, a gemeente, a text', async () => {
      const copy = structuredClone(exampleContacts('nl'));
      const gemeente = acceptGemeente({...copy} as unknown as CompiledGemeente);
      for (const bad of [copy, gemeente, 'x', 1, null]) expect(isFallback(await show(bad))).to.equal(true);
      expect(Object.isFrozen(exampleContacts('nl').cards[0]?.phone), 'nobody can change the number').to.equal(true);
    });

    it('shows the cards of a staff file', async () => {
      const {cards, holidays, texts} = exampleContacts('nl');
      const staff = {cards: [{...plain, email: 'post@x.example'}, ...cards.slice(0, 1)], holidays, texts};
      const card = await show(acceptGemeente({language: 'nl', staff} as unknown as CompiledGemeente));
      expect(names(card)).to.deep.equal(['Bureau X', 'Noodnummer']);
    });

    it('keeps what a page set before the element was defined', async () => {
      const early = document.createElement('baken-contact-card-early');
      Object.assign(early, {contacts: exampleContacts('nl'), contact: '112', headingLevel: 3});
      document.body.append(early);
      const {ContactCardElement: Base} = await import('./contact-card-element.js');
      customElements.define('baken-contact-card-early', class extends Base {});
      await (early as ContactCardElement).updateComplete;
      expect(names(early as ContactCardElement)).to.deep.equal(['Noodnummer']);
      expect(early.getAttribute('heading-level')).to.equal('3');
      early.remove();
    });
  });

  describe('half a card is worse than none', () => {
    const always = {always: true};
    const phone = {dial: '09001234', shown: '0900-1234'};
    const opening = (days: readonly number[], from: string, to: string): unknown => ({weekly: [{days, from, to}]});
    const faults: readonly (readonly [string, cards: readonly unknown[], change?: Partial<CompiledContacts>])[] = [
      ['a sentence that is missing', [plain], {texts: {}}],
      ['a card that is nothing', [null]],
      ['a name that is none', [{...plain, name: {toString: () => 'x'}}]],
      ['a number that is none', [{...plain, phone: {dial: '0900;ext=1', shown: '0900'}, opening: always}]],
      ['an address that runs', [{...plain, url: ['java', 'script:alert(1)'].join('')}]],
      ['a chat without https', [{...plain, chat: 'http://chat.example/', opening: always}]],
      ['a mail address with a text', [{...plain, email: 'a@b.example?body=x'}]],
      ['a mail address with two', [{...plain, email: 'a@b.example a@c.example'}]],
      ['hours that are none', [{...plain, phone, opening: opening([1, 2, 3, 4, 5, 6, 7], 'x', 'y')}]],
      ['languages that are none', [{...plain, languages: ['nl', 'not a language']}]],
      ['holidays that are none', [{...plain, opening: opening([2], '09:00', '17:00')}], {holidays: [null] as never}],
    ];
    for (const [what, cards, change] of faults) {
      it(`shows the fallback for ${what}`, async () => {
        const said = await listen(async () => {
          expect(isFallback(await show(withCards(cards, change)))).to.equal(true);
        });
        expect(said.join()).to.contain('shows its fallback');
      });
    }

    it('shows the fallback when the page asks for nobody who is there, and says so', async () => {
      const said = await listen(async () => {
        const card = await show(exampleContacts('nl'));
        card.contact = 'nobody';
        await card.updateComplete;
        expect(isFallback(card)).to.equal(true);
        card.contact = '112';
        await card.updateComplete;
        expect(isFallback(card), 'and comes back').to.equal(false);
      });
      expect(said.join()).to.contain('finds no contact');
    });
  });
});
