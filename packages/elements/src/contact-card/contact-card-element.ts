import {html, render, type TemplateResult} from 'lit/html.js';

import {type CardContact, type CompiledContacts} from '@baken/model/rules/contact-card';
import {openingAt} from '@baken/model/rules/opening-hours';
import type {CompiledStaff} from '@baken/model/rules/staff';
import {writeVCard} from '@baken/model/rules/vcard';
import {tokens} from '@baken/theme/tokens';

import {BaseElement} from '../parts/base-element.js';
import {baseStyles} from '../parts/base-styles.js';
import {directionOf} from '../parts/direction-of.js';
import {nearestLanguage} from '../parts/nearest-language.js';
import {sheet} from '../parts/sheet.js';
import {TimeWatch} from '../parts/time-watch.js';
import {Words} from '../parts/words.js';
import {getLoadContacts, isAccepted, isAcceptedContacts} from '../services.js';
import {chooseCards} from './choose-cards.js';
import {contactCard} from './contact-card-view.js';
import {contactCardStyles} from './contact-card-styles.js';

const styles = sheet(tokens + baseStyles + contactCardStyles);

/** The properties that are kept when a page sets them before the element is defined. */
const properties = [
  'contact', 'contactRole', 'topic', 'headingLevel', 'configSrc', 'configIntegrity', 'contacts', 'now',
] as const;

type CardData = Pick<CompiledContacts, 'language' | 'cards' | 'holidays' | 'texts'>;

/** Reads the cards of an accepted file, for residents or for staff. */
function readCards(file: unknown): CardData | undefined {
  if (isAcceptedContacts(file)) return file;
  if (!isAccepted(file) || !('staff' in file)) return undefined;
  const {staff, language} = file as CompiledStaff;
  return {language, cards: staff.cards, holidays: staff.holidays, texts: staff.texts};
}

/** Finds the `baken-gemeente` around a node, through shadow roots. */
function findProvider(start: Node): Element | undefined {
  for (let at: Node | null = start; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at instanceof Element && at.localName === 'baken-gemeente') return at;
  }
  return undefined;
}

/** Gives a file to save, without an address that stays in the history of the page. */
function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: 'text/vcard;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = url;
  // The same name for everyone: a list of downloads tells nobody who was looked up.
  link.download = 'contact.vcf';
  link.click();
  // Some browsers read the file only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Shows how to reach someone: open now or when next, who is open instead, call, chat, mail, what a call costs and what
 * it leaves behind. One contact, or all with a role or a topic; all contacts when the page asks for nothing.
 * Nothing is typed in it, so it takes no keys of the page and does not wait for the file of the form.
 * It says what is true when it is drawn, and draws itself again when that changes.
 *
 * @summary The right number, open now or not, and the next one when it is closed.
 * @tag baken-contact-card
 * @slot - Phone numbers: shown without script, and as long as there is no file.
 * @attribute {string} contact - Ids of contacts, with spaces between them, in the order of showing.
 * @attribute {string} contact-role - Ids of roles: only contacts that have one of them.
 * @attribute {string} topic - Ids of topics: only contacts that know of one, also when another one is closed.
 * @attribute {number} heading-level - The level of the names, 2 to 5; 2 without it.
 * @attribute {string} config-src - Where the file of the gemeente is, when no `baken-gemeente` stands around.
 * @attribute {string} config-integrity - The hash that the file must have (`sha384-…`); of each language, with spaces.
 */
export class ContactCardElement extends BaseElement {
  static readonly observedAttributes = [
    'contact', 'contact-role', 'topic', 'heading-level', 'config-src', 'config-integrity', 'lang',
  ];

  /** Settles when the last drawing that was asked for is done. */
  updateComplete: Promise<void> = Promise.resolve();

  readonly #root: ShadowRoot;
  #contacts: CompiledContacts | CompiledStaff | undefined;
  #now: Date | undefined;
  #loaded: CompiledContacts | undefined;
  #asked = '';
  #src: string | undefined;
  #isPending = false;
  readonly #time = new TimeWatch(() => this.requestUpdate());
  #watch: MutationObserver | undefined;

  constructor() {
    super();
    this.#root = this.attachShadow({mode: 'open'});
    this.#root.adoptedStyleSheets = styles;
    for (const name of properties) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /** Ids of contacts, with spaces between them. */
  get contact(): string {
    return this.getAttribute('contact') ?? '';
  }

  set contact(value: string | undefined) {
    this.#write('contact', value);
  }

  /** Ids of roles. The attribute is not `role`, which has a meaning of its own for assistive technology. */
  get contactRole(): string {
    return this.getAttribute('contact-role') ?? '';
  }

  set contactRole(value: string | undefined) {
    this.#write('contact-role', value);
  }

  /** Ids of topics: forms of exploitation and subjects of pages. */
  get topic(): string {
    return this.getAttribute('topic') ?? '';
  }

  set topic(value: string | undefined) {
    this.#write('topic', value);
  }

  /** The level of the headings with names, from 2 to 5: others stand one level below. */
  get headingLevel(): number {
    const level = Number(this.getAttribute('heading-level'));
    return Number.isInteger(level) && level >= 2 && level <= 5 ? level : 2;
  }

  set headingLevel(value: number | undefined) {
    this.#write('heading-level', value === undefined ? undefined : String(value));
  }

  /** Where the file of the gemeente is, when no `baken-gemeente` stands around. */
  get configSrc(): string | undefined {
    return this.getAttribute('config-src') ?? undefined;
  }

  set configSrc(value: string | undefined) {
    this.#write('config-src', value);
  }

  /** The hash that the file must have (`sha384-…`). */
  get configIntegrity(): string | undefined {
    return this.getAttribute('config-integrity') ?? undefined;
  }

  set configIntegrity(value: string | undefined) {
    this.#write('config-integrity', value);
  }

  /** The compiled file, from `acceptContacts`, or that of staff. Anything else shows the fallback. */
  get contacts(): CompiledContacts | CompiledStaff | undefined {
    return this.#contacts;
  }

  set contacts(value: CompiledContacts | CompiledStaff | undefined) {
    this.#contacts = value;
    this.requestUpdate();
  }

  /** The moment for which the cards are right, for a preview; without it the clock of the device. */
  get now(): Date | undefined {
    return this.#now;
  }

  set now(value: Date | undefined) {
    this.#now = value;
    this.requestUpdate();
  }

  connectedCallback(): void {
    const provider = findProvider(this);
    if (provider) {
      this.#watch = new MutationObserver(() => this.requestUpdate());
      this.#watch.observe(provider, {attributeFilter: ['config-src', 'config-integrity', 'lang']});
    }
    this.#time.start();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#time.stop();
    this.#watch?.disconnect();
    this.#watch = undefined;
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Draws soon: once, however often it is asked. */
  requestUpdate(): void {
    if (this.#isPending || !this.isConnected) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isPending = false;
      if (this.isConnected) this.#draw();
    });
  }

  #write(name: string, value: string | undefined): void {
    if (value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #draw(): void {
    this.#time.rest();
    this.#load();
    const data = readCards(this.#contacts ?? this.#loaded);
    let drawn: TemplateResult | undefined;
    try {
      drawn = data && this.#renderCards(data);
    } catch {
      // Half a card is worse than none.
      console.error('Baken: <baken-contact-card> could not be drawn and shows its fallback.');
    }
    render(drawn ?? html`<slot></slot>`, this.#root);
    this.toggleAttribute('data-ready', drawn !== undefined);
  }

  #renderCards(data: CardData): TemplateResult | undefined {
    const {language, holidays} = data;
    const {topic} = this;
    const cards = chooseCards(data.cards, {contact: this.contact, role: this.contactRole, topic});
    if (cards.length === 0) {
      console.error('Baken: <baken-contact-card> finds no contact with this contact, contact-role and topic.');
      return undefined;
    }
    const now = this.#now ?? new Date();
    const view = {
      words: new Words(data),
      language,
      cards: data.cards,
      holidays,
      topic,
      now,
      headingLevel: this.headingLevel,
      onSave: (card: CardContact) => download(writeVCard(card)),
    };
    const drawn = cards.map((card) => contactCard(card, openingAt(card.opening, now, holidays), view));
    if (!this.#now) this.#drawAgain(data, now);
    return html`<div class="baken" lang=${language} dir=${directionOf(language)}>
      <div class="cards">${drawn}</div>
    </div>`;
  }

  /** Draws again when someone opens or closes, and at midnight, when "tomorrow" becomes "today". */
  #drawAgain({cards, holidays}: CardData, now: Date): void {
    this.#time.wait(now, cards.flatMap(({opening}) => openingAt(opening, now, holidays).changesAt ?? []));
  }

  #load(): void {
    if (this.#contacts) return;
    const provider = this.configSrc === undefined ? findProvider(this) : this;
    const src = provider?.getAttribute('config-src') || undefined;
    const integrity = provider?.getAttribute('config-integrity') ?? undefined;
    const language = nearestLanguage(this) ?? '';
    const asked = src === undefined ? '' : [src, integrity, language].join(' ');
    if (asked === this.#asked) return;
    // In another language the cards that are there stay until the others are.
    if (src !== this.#src) this.#loaded = undefined;
    this.#src = src;
    this.#asked = asked;
    if (src !== undefined) void this.#fetch({src, integrity, language}, asked);
  }

  async #fetch(source: {src: string; integrity: string | undefined; language: string}, asked: string): Promise<void> {
    try {
      const loaded = await getLoadContacts()?.(source);
      if (asked !== this.#asked) return;
      this.#loaded = loaded;
      this.requestUpdate();
    } catch (error) {
      console.error(String(error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baken-contact-card': ContactCardElement;
  }
}
