import {expect, fixture, html} from '@open-wc/testing';

import {canOffer, offerSigns, receiveSigns, type ReceiverKind, watchReceivers} from './hand-over.js';

/** Names of the elements that took signs, in order. */
let taken: string[] = [];
let stops: (() => void)[] = [];

const receive = (kind: ReceiverKind, widget: HTMLElement): (() => void) => {
  const stop = receiveSigns(kind, widget, () => void taken.push(widget.id));
  stops.push(stop);
  return stop;
};

const place = async (): Promise<Record<string, HTMLElement>> => {
  const box = await fixture<HTMLElement>(
    html`<div>
      <p id="first"></p>
      <p id="second"></p>
      <p id="from"></p>
      <p id="third"></p>
      <p id="fourth"></p>
    </div>`,
  );
  return Object.fromEntries([...box.children].map((child) => [child.id, child as HTMLElement]));
};

/** Every element by its id; throws for one that the page does not have. */
const at = (elements: Record<string, HTMLElement>, id: string): HTMLElement => {
  const found = elements[id];
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

describe('the hand-over of signs', () => {
  beforeEach(() => {
    taken = [];
    stops = [];
  });
  afterEach(() => {
    for (const stop of stops) stop();
  });

  const orders: readonly [order: readonly string[], nearest: string][] = [
    [['first', 'second', 'third', 'fourth'], 'third'],
    [['fourth', 'third', 'second', 'first'], 'third'],
    [['first', 'fourth'], 'fourth'],
    [['first', 'second'], 'second'],
    [['second', 'first'], 'second'],
    [['second', 'fourth', 'third', 'first'], 'third'],
  ];
  for (const [order, nearest] of orders) {
    it(`goes to the ${nearest} of ${order.join(', ')}: the next in the page, or else the one before`, async () => {
      const elements = await place();
      for (const id of order) receive('wizard', at(elements, id));
      expect(offerSigns('wizard', ['ALG-01'], at(elements, 'from'))).to.equal(true);
      expect(taken).to.deep.equal([nearest]);
    });
  }

  it('goes to its own kind only, and tells when there is none', async () => {
    const elements = await place();
    receive('form', at(elements, 'third'));
    expect(canOffer('wizard', at(elements, 'from'))).to.equal(false);
    expect(canOffer('form', at(elements, 'from'))).to.equal(true);
    expect(offerSigns('wizard', ['ALG-01'], at(elements, 'from'))).to.equal(false);
    expect(taken).to.deep.equal([]);
  });

  it('passes over a receiver that stopped or is off the page', async () => {
    const elements = await place();
    receive('form', at(elements, 'second'));
    const stop = receive('form', at(elements, 'third'));
    receive('form', at(elements, 'fourth'));
    stop();
    stop();
    at(elements, 'fourth').remove();
    offerSigns('form', ['ALG-01'], at(elements, 'from'));
    expect(taken).to.deep.equal(['second']);
  });

  it('finds a receiver within a shadow root, by the place of its host', async () => {
    const elements = await place();
    const inner = document.createElement('p');
    inner.id = 'inner';
    at(elements, 'third').attachShadow({mode: 'closed'}).append(inner);
    receive('form', at(elements, 'fourth'));
    receive('form', inner);
    offerSigns('form', ['ALG-01'], at(elements, 'from'));
    expect(taken).to.deep.equal(['inner']);
  });

  it('says when a receiver comes or goes, until nobody wants to know', async () => {
    const elements = await place();
    let changes = 0;
    const forget = watchReceivers(() => {
      changes += 1;
    });
    const stop = receive('wizard', at(elements, 'third'));
    stop();
    expect(changes).to.equal(2);
    forget();
    receive('wizard', at(elements, 'third'));
    expect(changes).to.equal(2);
  });
});
