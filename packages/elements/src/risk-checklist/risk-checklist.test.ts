import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {render} from 'lit/html.js';

import type {CompiledGemeente} from '@baken/model/rules/gemeente';
import {receiveSigns} from '../parts/hand-over.js';
import {StaffWords} from '../parts/staff-words.js';
import {acceptGemeente} from '../services.js';
import {openRoot} from '../../../../test/support/open-root.js';
import './define.js';
import {adviceSide} from './risk-checklist-advice.js';
import {employee, exampleStaff, placeReceivers, riskChecklistExamples} from './risk-checklist.examples.js';
import type {RiskChecklistElement} from './risk-checklist-element.js';
import type {ChecklistView} from './risk-checklist-view.js';

const show = async (language = 'nl', width?: number): Promise<RiskChecklistElement> => {
  const box = await fixture<HTMLElement>(
    html`<div>
      <baken-risk-checklist .gemeente=${exampleStaff(language)}><p>Bel 112.</p></baken-risk-checklist>
    </div>`,
  );
  // A checklist is as narrow as the page lets it be, so the width of the window is not what counts.
  if (width !== undefined) box.style.inlineSize = `${width}px`;
  const checklist = box.querySelector('baken-risk-checklist');
  if (!checklist) throw new Error('There is no checklist.');
  await checklist.updateComplete;
  return checklist;
};

const example = async (name: string, language = 'nl', width?: number): Promise<RiskChecklistElement> => {
  const checklist = await show(language, width);
  const found = riskChecklistExamples.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no example "${name}".`);
  await found.reach(checklist);
  return checklist;
};

const focused = (checklist: RiskChecklistElement): Element | null => openRoot(checklist).activeElement;
const text = (root: Node | null): string => root?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const all = (checklist: RiskChecklistElement): string => text(openRoot(checklist));
const part = (checklist: RiskChecklistElement, selector: string): string =>
  text(openRoot(checklist).querySelector(selector));
const row = (checklist: RiskChecklistElement, id: string): HTMLInputElement | null =>
  openRoot(checklist).querySelector<HTMLInputElement>(`#${id}`);
const word = (key: string): string => exampleStaff('nl').staff.texts[key] ?? `no ${key}`;
const isFallback = (checklist: RiskChecklistElement): boolean =>
  openRoot(checklist).querySelector('slot') !== null && openRoot(checklist).querySelector('input') === null;

/** Runs with the console silent, and gives what it said. */
const hush = async (act: () => Promise<void>): Promise<readonly string[]> => {
  const {error} = console;
  const said: string[] = [];
  console.error = (line: unknown) => void said.push(String(line));
  try {
    await act();
  } finally {
    console.error = error;
  }
  return said;
};

describe('baken-risk-checklist', () => {
  for (const language of ['nl', 'en']) {
    for (const {name, reach} of riskChecklistExamples) {
      it(`is accessible and shows no score: ${name} (${language})`, async () => {
        for (const width of [320, 1280]) {
          const checklist = await show(language, width);
          await reach(checklist);
          await expect(checklist).to.be.accessible();
          expect(checklist.parentElement?.scrollWidth, `nothing sticks out at ${width} px`).to.equal(width);
          expect(all(checklist)).to.not.match(/%|\bscore|\b(punten|points|kans|chance)\b|\d+ van de \d+/i);
        }
      });
    }
  }

  it('is accessible in the dark', async () => {
    document.documentElement.style.colorScheme = 'dark';
    document.body.style.background = 'Canvas';
    for (const name of ['all signs', 'searched', 'danger', 'advice that depends on age', 'practice, compared']) {
      await expect(await example(name, 'nl', 1280), name).to.be.accessible();
    }
    document.documentElement.style.colorScheme = '';
    document.body.style.background = '';
  });

  it('keeps every text inside when letters and lines get the room that WCAG asks for', async () => {
    for (const name of ['searched', 'danger', 'practice, compared', 'with a wizard and a form on the page']) {
      const checklist = await example(name, 'nl', 320);
      const wide = new CSSStyleSheet();
      const room = ['line-height: 1.5', 'letter-spacing: 0.12em', 'word-spacing: 0.16em'];
      wide.replaceSync(`* {${room.map((rule) => `${rule} !important`).join(';')}}`);
      openRoot(checklist).adoptedStyleSheets = [...openRoot(checklist).adoptedStyleSheets, wide];
      expect(checklist.parentElement?.scrollWidth, name).to.equal(320);
      openRoot(checklist).adoptedStyleSheets = openRoot(checklist).adoptedStyleSheets.slice(0, -1);
    }
  });

  it('runs from right to left where the language does, with nothing sticking out', async () => {
    const checklist = await show('nl', 320);
    const room = openRoot(checklist).querySelector('.baken');
    room?.setAttribute('dir', 'rtl');
    await employee.choose(checklist, 'ALG-13', 'ALG-01');
    expect(checklist.parentElement?.scrollWidth).to.equal(320);
    const box = row(checklist, 'ALG-01')?.getBoundingClientRect();
    const label = openRoot(checklist).querySelector('label[for="ALG-01"]')?.getBoundingClientRect();
    expect(box?.left).to.be.greaterThan(label?.right ?? Infinity);
  });

  it('takes no focus when it appears', async () => {
    const checklist = await show();
    expect(document.activeElement).to.not.equal(checklist);
  });

  describe('the list', () => {
    it('shows the signs of a workplace, and all signs again', async () => {
      const checklist = await show();
      const count = (): number => openRoot(checklist).querySelectorAll('.tick').length;
      const {signs, workplaces} = exampleStaff('nl').staff;
      expect(count()).to.equal(signs.length);
      for (const workplace of workplaces) {
        await employee.choose(checklist, `workplace-${workplace.id}`);
        expect(count(), workplace.id).to.equal(workplace.signs.length);
      }
      await employee.choose(checklist, 'workplace-all');
      expect(count()).to.equal(signs.length);
    });

    it('says politely how many signs a search finds, and where there are more', async () => {
      const checklist = await example('one workplace');
      const status = openRoot(checklist).querySelector('#found');
      expect(status?.getAttribute('role')).to.equal('status');
      await employee.search(checklist, 'slaap');
      expect(openRoot(checklist).querySelector('#found'), 'the same region speaks').to.equal(status);
      expect(text(status)).to.match(/^5 tekens met "slaap"/);
      await employee.search(checklist, 'kamelen {count}');
      expect(text(status)).to.contain('"kamelen {count}"');
      await employee.choose(checklist, 'workplace-counter');
      await employee.search(checklist, 'slaap');
      const everywhere = openRoot(checklist).querySelector<HTMLElement>('.field .quiet');
      expect(text(everywhere)).to.match(/7/);
      everywhere?.click();
      expect(openRoot(checklist).querySelectorAll('.tick').length).to.equal(7);
      expect(openRoot(checklist).querySelector<HTMLInputElement>('#workplace-all')?.checked).to.equal(true);
      expect(openRoot(checklist).querySelector<HTMLInputElement>('#find')?.value).to.equal('slaap');
    });

    it('puts the focus on what was found when it searches all workplaces, because that button goes away', async () => {
      const checklist = await example('searched, more elsewhere');
      const everywhere = openRoot(checklist).querySelector<HTMLElement>('.field .quiet');
      everywhere?.focus();
      await sendKeys({press: 'Enter'});
      expect(openRoot(checklist).querySelector('.field .quiet')).to.equal(null);
      expect(focused(checklist)?.id).to.equal('found');
      expect(text(focused(checklist))).to.match(/^7 tekens met "slaap"/);
      await sendKeys({press: 'Tab'});
      const [first] = openRoot(checklist).querySelectorAll('.tick input');
      expect(focused(checklist), 'the first of them is next').to.equal(first);
    });

    it('keeps ticked signs in sight and ticked, whatever is searched', async () => {
      const checklist = await example('one workplace');
      await employee.choose(checklist, 'HUI-02', 'ALG-04');
      for (const query of ['s', 'sl', 'slot', 'kamelen', '']) {
        await employee.search(checklist, query);
        for (const id of ['HUI-02', 'ALG-04']) expect(row(checklist, id)?.checked, `${id}, ${query}`).to.equal(true);
      }
      await employee.choose(checklist, 'workplace-permits');
      expect(row(checklist, 'HUI-02')?.checked).to.equal(true);
    });

    it('leaves a sign in its place when it is unticked below the list, so that the focus stays', async () => {
      const checklist = await example('chosen signs out of the list');
      row(checklist, 'HUI-02')?.focus();
      row(checklist, 'HUI-02')?.click();
      expect(row(checklist, 'HUI-02')?.checked).to.equal(false);
      expect(focused(checklist)?.id).to.equal('HUI-02');
      await employee.search(checklist, 'paspoor');
      expect(row(checklist, 'HUI-02')).to.equal(null);
    });

    it('says in a closed group how many of its signs are ticked', async () => {
      const checklist = await show();
      const group = (): string => part(checklist, 'details:has(#ARB-01) summary');
      expect(group()).to.not.contain('gekozen');
      await employee.choose(checklist, 'ARB-01', 'ARB-02');
      expect(group()).to.contain('2 tekens gekozen');
    });
  });

  describe('a sign that means danger', () => {
    const notice = (checklist: RiskChecklistElement): Element | null => openRoot(checklist).querySelector('.notice');

    it('shows the way to 112 right under it at once, says so, and leaves the focus where it is', async () => {
      const checklist = await example('one workplace');
      const alert = openRoot(checklist).querySelector('[role=alert]');
      expect(text(alert)).to.equal('');
      row(checklist, 'ALG-13')?.focus();
      row(checklist, 'ALG-13')?.click();
      expect(row(checklist, 'ALG-13')?.closest('.tick')?.nextElementSibling).to.equal(notice(checklist));
      expect(notice(checklist)?.querySelector('a')?.href).to.equal('tel:112');
      expect(openRoot(checklist).querySelector('[role=alert]'), 'the region that was there speaks').to.equal(alert);
      expect(text(alert)).to.contain('112');
      expect(focused(checklist)?.id).to.equal('ALG-13');
    });

    it('takes the notice away when it is unticked, unless another one stays', async () => {
      const checklist = await example('one workplace');
      await employee.choose(checklist, 'ALG-13', 'WON-04');
      await employee.choose(checklist, 'WON-04');
      expect(notice(checklist)?.previousElementSibling?.querySelector('input')?.id).to.equal('ALG-13');
      await employee.choose(checklist, 'ALG-13');
      expect(notice(checklist)).to.equal(null);
      expect(part(checklist, '[role=alert]')).to.equal('');
    });
  });

  describe('the advice', () => {
    const cases: readonly [name: string, action: string, because: string][] = [
      ['all signs', 'open', 'checklist.because.none'],
      ['ask advice', 'advice', 'checklist.because.few'],
      ['advice that depends on age', 'advice', 'checklist.depends.title'],
      ['a child, report today', 'today', 'checklist.because.child.one'],
      ['a strong sign, report today', 'today', 'checklist.because.strong.one'],
      ['several signs, report today', 'today', 'checklist.because.several'],
      ['danger', 'now', 'checklist.because.urgent.one'],
    ];
    for (const [name, action, because] of cases) {
      it(`says what to do, with whom and why: ${name}`, async () => {
        const checklist = await example(name);
        expect(part(checklist, '#advice')).to.equal(word(`checklist.action.${action}`));
        expect(part(checklist, '.side')).to.contain(word(because));
        expect(openRoot(checklist).querySelector('.side .plain a'), 'someone to go to').to.not.equal(null);
        expect(openRoot(checklist).querySelector('.side a[href="tel:112"]'), '112 is always there').to.not.equal(null);
      });
    }

    it('names the strong sign that is enough, and no other', async () => {
      const checklist = await example('a strong sign, report today');
      expect(part(checklist, '.side .panel')).to.contain(part(checklist, 'label[for=ARB-03]'));
      expect(part(checklist, '.side .panel')).to.not.contain(part(checklist, 'label[for=ALG-04]'));
      expect(part(checklist, '.side .panel')).to.contain(word('checklist.because.enough'));
    });

    it('asks for the age only where it would change what to do', async () => {
      const depends = word('checklist.depends.title');
      const checklist = await example('advice that depends on age');
      await employee.choose(checklist, 'age-no');
      expect(part(checklist, '.side')).to.not.contain(depends);
      const other = await example('ask advice');
      expect(part(other, '.side')).to.not.contain(depends);
    });

    it('says in one polite line what is ticked and what to do', async () => {
      const checklist = await show();
      const status = openRoot(checklist).querySelector('.line [role=status]');
      expect(text(status)).to.equal('');
      await employee.choose(checklist, 'ALG-04');
      expect(text(status)).to.equal('1 teken gekozen. Vraag advies.');
      await employee.choose(checklist, 'ALG-01');
      expect(text(status)).to.equal('2 tekens gekozen. Meld dit vandaag.');
      expect(openRoot(checklist).querySelector('.line [role=status]')).to.equal(status);
    });

    it('leads to the advice without touching the address', async () => {
      const checklist = await example('ask advice', 'nl', 375);
      const before = location.href;
      await employee.press(checklist, 'checklist.advice.see');
      expect(focused(checklist)?.id).to.equal('advice');
      expect(location.href).to.equal(before);
    });

    it('never covers what has the focus with its line on a narrow page', async () => {
      const checklist = await example('ask advice', 'nl', 375);
      const line = openRoot(checklist).querySelector('.line');
      expect(getComputedStyle(line as Element).position).to.equal('sticky');
      for (const control of openRoot(checklist).querySelectorAll<HTMLElement>('.tick input, .chip input, #find')) {
        if (!control.checkVisibility()) continue;
        control.focus();
        const bottom = control.getBoundingClientRect().bottom;
        expect(bottom, control.id).to.be.at.most((line?.getBoundingClientRect().top ?? 0) + 1);
      }
    });
  });

  describe('the advice at a moment', () => {
    /** Draws the advice as it is at a time in the Netherlands. */
    const adviceAt = (now: string, ids: readonly string[] = [], gemeente = exampleStaff('nl')): string => {
      const view = {
        gemeente,
        words: new StaffWords(gemeente),
        now: new Date(now),
        chosen: Object.fromEntries(ids.map((id) => [id, true])),
        age: undefined,
        canOffer: () => false,
      } as unknown as ChecklistView;
      const place = document.createElement('div');
      render(adviceSide(view), place);
      return text(place);
    };

    it('gives the time before which to report today, or says not to wait when offices are closed', () => {
      expect(adviceAt('2026-11-24T10:00:00Z', ['ALG-01'])).to.contain('vandaag, voor 17:00 uur');
      for (const closed of ['2026-11-24T17:00:00Z', '2026-11-22T10:00:00Z', '2026-12-25T10:00:00Z']) {
        expect(adviceAt(closed, ['ALG-01']), closed).to.contain(word('checklist.before.tonight'));
        expect(adviceAt(closed, ['ALG-01']), closed).to.not.contain('17:00 uur.');
      }
    });

    it('names the police for what cannot wait until an office opens', () => {
      expect(adviceAt('2026-11-22T10:00:00Z', ['ALG-01'])).to.contain('0900-8844');
      expect(adviceAt('2026-11-24T10:00:00Z', ['ALG-01'])).to.not.contain('0900-8844');
      expect(adviceAt('2026-11-22T10:00:00Z', ['ALG-04'])).to.not.contain('0900-8844');
    });

    it('gives two working days to ask advice, and passes over weekends and holidays', () => {
      expect(adviceAt('2026-11-20T10:00:00Z', ['ALG-04'])).to.contain('dinsdag 24 november');
      expect(adviceAt('2026-12-24T10:00:00Z', ['ALG-04'])).to.contain('dinsdag 29 december');
    });

    it('tells who is open until when, and when someone opens again', () => {
      const open = adviceAt('2026-11-24T10:00:00Z');
      expect(open).to.contain('CoMensha. Nu open tot 17:00 uur');
      const closed = adviceAt('2026-11-22T10:00:00Z');
      expect(closed).to.contain('CoMensha. Nu dicht, open op maandag 23 november om 09:00 uur');
    });

    it('counts hours to 24 in English too, and names the day when someone closes on another one', () => {
      const staff = exampleStaff('en');
      const weekly = [{days: [2], from: '20:00', to: '06:00'}];
      const cards = staff.staff.cards.map((card) =>
        card.roles.includes('comensha') ? {...card, opening: {weekly, holidays: 'open' as const}} : card,
      );
      const gemeente = {...staff, staff: {...staff.staff, cards}};
      const at = (now: string): string => adviceAt(now, [], gemeente);
      expect(at('2026-11-24T10:00:00Z')).to.contain('opens on Tuesday, November 24 at 20:00');
      expect(at('2026-11-24T21:00:00Z')).to.contain('Open now until Wednesday, November 25 06:00');
      expect(at('2026-11-25T02:00:00Z')).to.contain('Open now until 06:00');
    });
  });

  describe('handing over', () => {
    const offers = (checklist: RiskChecklistElement): readonly string[] =>
      ['checklist.wizard', 'checklist.report'].filter((key) =>
        [...openRoot(checklist).querySelectorAll('button')].some((button) => text(button) === word(key)),
      );

    it('offers the wizard and the form only while they are on the page', async () => {
      const checklist = await example('a strong sign, report today');
      expect(offers(checklist)).to.deep.equal([]);
      const widget = document.createElement('div');
      checklist.after(widget);
      const stop = receiveSigns('wizard', widget, () => undefined);
      await checklist.updateComplete;
      expect(offers(checklist)).to.deep.equal(['checklist.wizard']);
      const stopForm = receiveSigns('form', widget, () => undefined);
      stop();
      await checklist.updateComplete;
      expect(offers(checklist)).to.deep.equal(['checklist.report']);
      stopForm();
      await checklist.updateComplete;
      expect(offers(checklist)).to.deep.equal([]);
    });

    it('gives the wizard all signs, and the form only those that residents may see', async () => {
      const checklist = await show();
      const taken = await placeReceivers(checklist);
      await employee.choose(checklist, 'workplace-home', 'WON-04', 'ARB-03', 'ALG-01');
      await employee.press(checklist, 'checklist.wizard');
      await employee.press(checklist, 'checklist.report');
      expect(taken[0]?.toSorted()).to.deep.equal(['ALG-01', 'ARB-03', 'WON-04']);
      expect(taken[1]?.toSorted()).to.deep.equal(['ALG-01', 'ARB-03']);
      expect(part(checklist, '.side')).to.contain('Het formulier kent 2 van deze tekens');
    });

    it('does not offer the form when it knows none of the signs', async () => {
      const checklist = await show();
      await placeReceivers(checklist);
      await employee.choose(checklist, 'workplace-home', 'WON-04');
      expect(offers(checklist)).to.deep.equal(['checklist.wizard']);
    });

    it('puts nothing before calling 112', async () => {
      const checklist = await example('danger, with a wizard and a form on the page');
      expect(openRoot(checklist).querySelectorAll('.side .button:not(.second)').length).to.equal(1);
      expect(openRoot(checklist).querySelector('.side .button')?.getAttribute('href')).to.equal('tel:112');
    });
  });

  describe('practice', () => {
    it('compares sign by sign, with what to do and why, and no marks', async () => {
      const checklist = await example('practice, compared');
      const outcome = (kind: string): string => part(checklist, `.outcomes.${kind}`);
      expect(focused(checklist)?.id).to.equal('title');
      expect(outcome('seen')).to.contain(word('case.six-registrations.sign.BAL-01'));
      expect(outcome('missed')).to.contain(word('case.six-registrations.sign.BAL-02'));
      expect(outcome('missed')).to.contain(word('case.six-registrations.sign.BAL-03'));
      expect(outcome('maybe')).to.not.equal('');
      expect(outcome('extra')).to.not.equal('');
      expect(part(checklist, '.main .panel')).to.contain(word('checklist.action.today'));
      expect(part(checklist, '.main .panel')).to.contain(word('case.six-registrations.explanation.1'));
      expect(all(checklist)).to.not.match(/\d+ (van|of) (de )?\d+ tekens/);
    });

    it('goes through every case, says of each that it is made up, and starts again after the last', async () => {
      const checklist = await example('practice');
      const {cases} = exampleStaff('nl').staff;
      for (const [index, {id}] of cases.entries()) {
        expect(part(checklist, '.side h3:last-of-type, .side .stack-s > h3')).to.not.equal('');
        expect(part(checklist, '.side')).to.contain(word(`case.${id}.title`));
        expect(part(checklist, '.side')).to.contain(word('checklist.practice.made-up'));
        await employee.press(checklist, 'checklist.practice.compare');
        expect(part(checklist, '.side')).to.contain(word('checklist.practice.made-up'));
        const isLast = index === cases.length - 1;
        await employee.press(checklist, `checklist.practice.${isLast ? 'first' : 'next'}`);
      }
      expect(part(checklist, '.side')).to.contain(word(`case.${cases[0]?.id}.title`));
    });

    it('shows no way to call for a made-up case, also when a sign means danger', async () => {
      const checklist = await example('practice');
      await employee.choose(checklist, 'ALG-13');
      expect(openRoot(checklist).querySelector('a')).to.equal(null);
      await employee.press(checklist, 'checklist.practice.compare');
      expect(openRoot(checklist).querySelector('a')).to.equal(null);
    });

    it('keeps the real list apart: nothing of a case is ticked in it, and nothing of it is lost', async () => {
      const checklist = await example('ask advice');
      await employee.press(checklist, 'checklist.practice');
      expect(row(checklist, 'ALG-04')?.checked).to.equal(false);
      await employee.choose(checklist, 'BAL-01');
      await employee.press(checklist, 'checklist.practice.stop');
      expect(row(checklist, 'ALG-04')?.checked).to.equal(true);
      expect(row(checklist, 'BAL-01')?.checked).to.equal(false);
      expect(part(checklist, '#advice')).to.equal(word('checklist.action.advice'));
    });

    it('is all there is where the page asks for practice', async () => {
      const checklist = await example('practice only');
      expect(checklist.hasAttribute('practice')).to.equal(true);
      expect(all(checklist)).to.not.contain(word('checklist.practice.stop'));
      expect(openRoot(checklist).querySelector('#find')).to.equal(null);
    });
  });

  describe('forgetting', () => {
    const isClean = (checklist: RiskChecklistElement): boolean =>
      openRoot(checklist).querySelectorAll('.tick input:checked').length === 0 &&
      openRoot(checklist).querySelector<HTMLInputElement>('#find')?.value === '' &&
      openRoot(checklist).querySelector<HTMLInputElement>('#workplace-all')?.checked === true &&
      openRoot(checklist).querySelector('[name=age]:checked') === null;
    const fill = async (): Promise<RiskChecklistElement> => {
      const checklist = await example('one workplace');
      await employee.choose(checklist, 'ALG-13', 'HUI-02', 'age-yes');
      await employee.search(checklist, 'KANARIE');
      return checklist;
    };

    it('wipes all with one button, says so, and goes to the heading', async () => {
      const checklist = await fill();
      await employee.press(checklist, 'checklist.wipe');
      expect(isClean(checklist)).to.equal(true);
      expect(focused(checklist)?.id).to.equal('title');
      expect(part(checklist, '.said')).to.equal(word('checklist.wiped'));
      expect(openRoot(checklist).querySelector('.notice')).to.equal(null);
    });

    it('looks as at the start again after wiping: no group stays open that was opened, and none closed', async () => {
      const folds = (list: RiskChecklistElement): readonly boolean[] =>
        [...openRoot(list).querySelectorAll('details')].map(({open}) => open);
      const checklist = await show();
      const atStart = folds(checklist);
      expect(atStart.filter((isOpen) => isOpen).length).to.equal(1);
      for (const summary of openRoot(checklist).querySelectorAll('summary')) summary.click();
      expect(folds(checklist)).to.deep.equal(atStart.map((isOpen) => !isOpen));
      await employee.press(checklist, 'checklist.wipe');
      expect(folds(checklist)).to.deep.equal(atStart);
      expect(focused(checklist)?.id).to.equal('title');
      openRoot(checklist).querySelector<HTMLElement>('details:has(#ARB-01) summary')?.click();
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      expect(folds(checklist), 'when the page is hidden').to.deep.equal(atStart);
    });

    it('wipes everything at once when the page is hidden', async () => {
      const checklist = await fill();
      const field = openRoot(checklist).querySelector<HTMLInputElement>('#find');
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      expect(field?.value).to.equal('');
      expect(isClean(checklist)).to.equal(true);
      expect(all(checklist)).to.not.contain('KANARIE');
    });

    it('wipes a case too when the page is hidden', async () => {
      const checklist = await example('practice');
      await employee.choose(checklist, 'BAL-01');
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      expect(isClean(checklist)).to.equal(true);
      await employee.press(checklist, 'checklist.practice');
      expect(row(checklist, 'BAL-01')?.checked).to.equal(false);
    });

    it('forgets when it is taken off the page, and keeps all when it is moved', async () => {
      const checklist = await fill();
      const {parentElement: place} = checklist;
      document.body.append(checklist);
      await aTimeout(0);
      expect(row(checklist, 'ALG-13')?.checked).to.equal(true);
      checklist.remove();
      await aTimeout(0);
      place?.append(checklist);
      await checklist.updateComplete;
      expect(isClean(checklist)).to.equal(true);
    });

    it('keeps what is typed and chosen from the page: no event, no address, no light DOM, no console', async () => {
      const checklist = await example('one workplace');
      const heard: string[] = [];
      const types = ['input', 'beforeinput', 'keydown', 'keyup', 'keypress', 'change', 'paste', 'submit'];
      const listen = (event: Event): void => void heard.push(event.type);
      for (const type of types) addEventListener(type, listen);
      const page = (): string =>
        [location.href, document.title, document.body.outerHTML, history.length, localStorage.length].join();
      const before = page();
      const said = await hush(async () => {
        row(checklist, 'find')?.focus();
        await sendKeys({type: 'geheim'});
        row(checklist, 'age-yes')?.click();
        await employee.search(checklist, '');
        await employee.choose(checklist, 'ALG-13', 'WON-04');
      });
      for (const type of types) removeEventListener(type, listen);
      expect(heard).to.deep.equal([]);
      expect(page()).to.equal(before);
      expect(said).to.deep.equal([]);
    });

    it('turns off everything that could keep or pass on what is typed', async () => {
      for (const {reach, name} of riskChecklistExamples) {
        const checklist = await show();
        await reach(checklist);
        for (const control of openRoot(checklist).querySelectorAll('input, select')) {
          expect(control.getAttribute('autocomplete'), name).to.equal('off');
          if (!control.classList.contains('input')) continue;
          expect(control.getAttribute('spellcheck'), name).to.equal('false');
          expect(control.getAttribute('writingsuggestions'), name).to.equal('false');
          expect(control.getAttribute('translate'), name).to.equal('no');
        }
      }
    });
  });

  it('can be walked by keyboard alone: workplace, age, search, a sign, and the way to wipe', async () => {
    const checklist = await show('nl', 375);
    row(checklist, 'workplace-all')?.focus();
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'ArrowRight'});
    expect(focused(checklist)?.id).to.equal('workplace-home');
    expect(openRoot(checklist).querySelectorAll('.tick').length).to.equal(38);
    await sendKeys({press: 'Tab'});
    expect((focused(checklist) as HTMLInputElement | null)?.name).to.equal('age');
    await sendKeys({press: ' '});
    await sendKeys({press: 'Tab'});
    expect(focused(checklist)?.id).to.equal('find');
    await sendKeys({type: 'opgesloten'});
    await sendKeys({press: 'Tab'});
    if (focused(checklist)?.matches('.quiet')) await sendKeys({press: 'Tab'});
    expect(focused(checklist)?.id).to.equal('ALG-13');
    await sendKeys({press: ' '});
    expect(focused(checklist)?.id, 'the focus stays').to.equal('ALG-13');
    await sendKeys({press: 'Tab'});
    expect(focused(checklist)?.getAttribute('href'), '112 is next').to.equal('tel:112');
  });

  it('says after Escape how many more presses leave the page', async () => {
    const checklist = await example('ask advice');
    await sendKeys({press: 'Escape'});
    await checklist.updateComplete;
    expect(part(checklist, '.said')).to.contain('2');
  });

  it('stays as it is for who started, when the page takes the gemeente away', async () => {
    const checklist = await example('ask advice');
    checklist.gemeente = undefined;
    await checklist.updateComplete;
    expect(row(checklist, 'ALG-04')?.checked).to.equal(true);
  });

  it('changes the language without losing a tick', async () => {
    const checklist = await example('ask advice');
    const menu = openRoot(checklist).querySelector<HTMLSelectElement>('#language');
    if (!menu) throw new Error('There is no language menu.');
    menu.value = 'en';
    menu.dispatchEvent(new Event('change'));
    await aTimeout(0);
    await checklist.updateComplete;
    expect(openRoot(checklist).querySelector('[lang=en]')).to.not.equal(null);
    expect(row(checklist, 'ALG-04')?.checked).to.equal(true);
  });

  describe('with a file it may not use', () => {
    type Broken = {[key: string]: unknown} & {staff: {[key: string]: unknown}};
    const broken = (change: (gemeente: Broken) => void): CompiledGemeente => {
      const copy = structuredClone(exampleStaff('nl')) as unknown as Broken;
      change(copy);
      return copy as unknown as CompiledGemeente;
    };

    it('shows the fallback for a file that our loader did not accept', async () => {
      const checklist = await show();
      checklist.gemeente = broken(() => undefined);
      await checklist.updateComplete;
      expect(isFallback(checklist)).to.equal(true);
    });

    it('shows the fallback for a public file, and the console says once which file to put there', async () => {
      const checklist = await show();
      const said = await hush(async () => {
        checklist.gemeente = acceptGemeente(broken((gemeente) => Reflect.deleteProperty(gemeente, 'staff')));
        await checklist.updateComplete;
        checklist.requestUpdate();
        await checklist.updateComplete;
      });
      expect(isFallback(checklist)).to.equal(true);
      expect(said.length).to.equal(1);
      expect(said[0]).to.contain('x.staff.json');
      expect(checklist.hasAttribute('data-ready')).to.equal(false);
      checklist.gemeente = exampleStaff('nl');
      await checklist.updateComplete;
      expect(isFallback(checklist), 'the right file mends it').to.equal(false);
    });

    const without =
      (key: string) =>
      ({staff}: Broken): void => {
        delete (staff['texts'] as Record<string, string>)[key];
      };
    const cardsOf = (staff: Broken['staff']) => staff['cards'] as {id: string; phone?: unknown}[];
    const faults: readonly [fault: string, change: (gemeente: Broken) => void][] = [
      ['a sentence of practice is missing', without('checklist.practice.compare')],
      ['a sentence for the evening is missing', without('checklist.before.tonight')],
      ['a sign is no text', ({staff}) => ((staff['signs'] as {text: unknown}[])[100]!.text = {})],
      ['a group has no heading', ({staff}) => delete (staff['signGroups'] as Record<string, string>)['orgaan']],
      ['a number is a script', ({staff}) => (cardsOf(staff)[1]!.phone = {dial: 'javascript:x', shown: 'x'})],
      ['112 is not there', ({staff}) => (staff['cards'] = cardsOf(staff).filter(({id}) => id !== '112'))],
      ['a case has no title', without('case.locked-room.title')],
    ];
    for (const [fault, change] of faults) {
      it(`shows the fallback, never half a list, when ${fault}`, async () => {
        const checklist = await show();
        const said = await hush(async () => {
          checklist.gemeente = acceptGemeente(broken(change));
          await checklist.updateComplete;
          // It stays so, and at rest: an update that fails and asks for the next one would freeze the page.
          checklist.requestUpdate();
          await aTimeout(20);
        });
        expect(said.length).to.equal(1);
        expect(isFallback(checklist)).to.equal(true);
        expect(checklist.hasAttribute('data-ready')).to.equal(false);
      });
    }
  });
});
