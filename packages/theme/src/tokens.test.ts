import {expect} from '@open-wc/testing';
import fc from 'fast-check';

import {bridge} from './bridge.js';
import {tokens} from './tokens.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`${tokens} .baken {font-family: "our own"} .baken > * {font-family: var(--_font)}`);

const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!;

/** The red, green and blue that are drawn for a colour, over white. */
function paint(color: string): readonly number[] {
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 1, 1);
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const linear = (channel: number): number =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A page part with tokens on it, and inside it, two shadow roots deep, what a widget draws with. */
class Part {
  readonly #page = document.createElement('div');
  readonly #drawn = document.createElement('p');

  constructor(scheme = 'light') {
    this.#page.style.colorScheme = scheme;
    const host = document.createElement('div');
    const inner = document.createElement('div');
    host.attachShadow({mode: 'open'}).append(inner);
    const root = inner.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [sheet];
    const widget = document.createElement('div');
    widget.className = 'baken';
    widget.append(this.#drawn);
    root.append(widget);
    this.#page.append(host);
    document.body.append(this.#page);
  }

  /** Declares tokens on the page; no value takes one away. */
  set(values: Readonly<Record<string, string | undefined>>): this {
    for (const [name, value] of Object.entries(values)) {
      this.#page.style.removeProperty(name);
      if (value !== undefined) this.#page.style.setProperty(name, value === '' ? ' ' : value);
    }
    return this;
  }

  color(property: string): readonly number[] {
    this.#drawn.style.color = `var(--_${property})`;
    return paint(getComputedStyle(this.#drawn).color);
  }

  get<Style extends 'fontFamily' | 'fontWeight' | 'borderTopLeftRadius'>(style: Style, property: string): string {
    this.#drawn.style[style] = `var(--_${property})`;
    return getComputedStyle(this.#drawn)[style];
  }

  remove(): void {
    this.#page.remove();
  }
}

const properties = Object.entries(bridge.properties);
const colors = properties.filter(([, {on}]) => on !== undefined);

/** How each kind of property is drawn, what a theme may say, and what we say. */
const kinds = properties.map(([property, {names, on, default: ours}]) => {
  if (on !== undefined) return {property, names, read: (part: Part) => part.color(property).join(), theirs: '', ours: ''};
  const style = property.endsWith('radius') ? 'borderTopLeftRadius' : property.endsWith('font') ? 'fontFamily' : 'fontWeight';
  const [theirs, drawn] = {borderTopLeftRadius: ['3px', '3px'], fontFamily: ['theirs', 'theirs'], fontWeight: ['300', '300']}[style];
  return {
    property,
    names,
    read: (part: Part) => part.get(style, property),
    theirs,
    drawn,
    ours: style === 'fontFamily' ? '"our own"' : ours,
  };
});

describe('the tokens', () => {
  let part: Part;
  beforeEach(() => {
    part = new Part();
  });
  afterEach(() => part.remove());

  it('are our own look on a page without a theme', () => {
    for (const [scheme, dark] of [['light', false], ['dark', true]] as const) {
      const plain = new Part(scheme);
      const {action, 'on-action': on, text, control} = bridge.colors;
      const expected = {link: action, 'link-hover': text, button: action, 'button-hover': action, 'on-button': on,
        'heading-color': text, 'input-border': control};
      for (const [property, color] of Object.entries(expected)) {
        expect(plain.color(property), `${property}, ${scheme}`).to.eql(paint((dark ? color?.dark : color?.light) ?? ''));
      }
      plain.remove();
    }
    for (const {property, read, ours} of kinds) if (ours !== '') expect(read(part), property).to.equal(ours);
  });

  for (const {property, names, read, theirs, ours} of kinds) {
    it(`take ${property} from the first name of its chain that the page has`, () => {
      // On white, so that only the order decides. Each name has another value, of which all can be seen.
      const values = names.map((_, index) => (ours === '' ? `rgb(${index * 9} 0 90)` : `${theirs}${index}`));
      if (property === 'on-button') {
        part.set({'--baken-button-primary-action-background-color': '#fff', '--baken-color-raised': '#555'});
      }
      if (property === 'button-hover') part.set({'--baken-button-primary-action-color': '#fff'});
      const value = (index: number): string => {
        if (property.endsWith('radius')) return `${index + 1}px`;
        if (property.endsWith('weight')) return String(100 + index);
        return values[index] ?? '';
      };
      part.set(Object.fromEntries(names.map((name, index) => [name, value(index)])));
      for (const [index, name] of names.entries()) {
        expect(read(part), name).to.equal(ours === '' ? paint(value(index)).join() : value(index));
        part.set({[name]: undefined});
      }
    });

    it(`give our ${property} for an empty token, and for one that says something else`, () => {
      const before = read(part);
      for (const nonsense of ['', 'url(x) 3 banana !']) {
        // Any two words are a font.
        if (nonsense && property.endsWith('font')) continue;
        for (const name of names) expect(read(part.set({[name]: nonsense})), `${name}:${nonsense};`).to.equal(before);
        part.set(Object.fromEntries(names.map((name) => [name, undefined])));
      }
    });
  }

  it('let no round corner of a card be larger than that of a button', () => {
    part.set({'--utrecht-button-border-radius': '9999px'});
    expect(part.get('borderTopLeftRadius', 'button-radius')).to.equal('9999px');
    expect(part.get('borderTopLeftRadius', 'radius')).to.equal('26px');
    part.set({'--utrecht-button-border-radius': '0'});
    expect(part.get('borderTopLeftRadius', 'radius')).to.equal('0px');
  });

  it('follow a theme that says light and dark in one value', () => {
    const dark = new Part('dark');
    for (const one of [part, dark]) one.set({'--utrecht-link-color': 'light-dark(#400, #fcc)'});
    expect(part.color('link')).to.eql([68, 0, 0]);
    expect(dark.color('link')).to.eql([255, 204, 204]);
    dark.remove();
  });

  it('show the colour of the text around it where a theme says currentColor', () => {
    part.set({'--ams-inputs-border-color': 'currentColor'});
    expect(part.color('input-border')).to.eql(paint(getComputedStyle(document.body).color));
  });
});

describe('a colour of a theme', () => {
  const shade = fc.integer({min: 0, max: 0xffffff}).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  for (const [property, {on = '', least = 0, names}] of colors) {
    it(`is drawn as ${property} if its contrast is at least ${least}, and else ours`, () => {
      for (const scheme of ['light', 'dark']) {
        const part = new Part(scheme);
        fc.assert(
          fc.property(shade, shade, (theirs, behind) => {
            // On a colour that does not come from the colour itself.
            const isBehind = on === 'button' || on === 'on-button';
            const button = '--utrecht-button-primary-action-background-color';
            part.set({[names[1] ?? '']: theirs});
            if (on === 'button') part.set({[button]: behind});
            const back = part.color(on);
            const drawn = part.color(property);
            const ratio = contrast(paint(theirs), back);
            // Not at the very edge: a colour that is drawn is rounded to 256 steps, and Firefox rounds an alpha.
            if (Math.abs(ratio / least - 1) < 0.01) return;
            if (ratio > least) expect(drawn, `${theirs} on ${back}`).to.eql(paint(theirs));
            else if (!isBehind) expect(contrast(drawn, back), `instead of ${theirs} on ${back}`).to.be.at.least(least);
            if (on === 'button') expect(contrast(drawn, back), `on ${back}`).to.be.at.least(4.48);
          }),
          {numRuns: 150, seed: 112},
        );
        part.remove();
      }
    });
  }

  it('that is not opaque gives ours: what is behind it is not known', () => {
    for (const scheme of ['light', 'dark']) {
      const part = new Part(scheme);
      for (const [property, {names}] of colors) {
        const ours = part.color(property);
        for (const clear of ['transparent', 'rgba(0, 0, 0, 0)', 'rgb(255 255 255 / 0)', '#0008', '#fff8', 'rgb(0 0 0 / 0.95)', 'rgb(255 255 255 / 0.95)']) {
          part.set({[names[1] ?? '']: clear});
          expect(part.color(property), `${property}: ${clear}, ${scheme}`).to.eql(ours);
        }
        part.set({[names[1] ?? '']: undefined});
      }
      part.remove();
    }
  });
});

describe('what is registered', () => {
  const registered = (name: string): boolean => {
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.setProperty(name, 'url(x) banana');
    const isRegistered = getComputedStyle(probe).getPropertyValue(name) !== 'url(x) banana';
    probe.remove();
    return isRegistered;
  };

  it('is private: never a name of ours that a page sets, nor a name of a theme', () => {
    const publicNames = properties.flatMap(([, {names}]) => names);
    expect(publicNames.filter(registered)).to.eql([]);
    expect(Object.keys(bridge.colors).map((name) => `--baken-color-${name}`).filter(registered)).to.eql([]);
    expect(properties.map(([name]) => `--_${name}`).filter(registered)).to.eql([]);
    expect(colors.map(([name]) => `--_baken-${name}`).filter(registered)).to.eql(colors.map(([name]) => `--_baken-${name}`));
  });

  it('is there once: a second copy of this module on the page gives the same text', async () => {
    const copy = (await import(new URL('./tokens.ts?copy', import.meta.url).href)) as {readonly tokens: string};
    expect(copy.tokens).to.equal(tokens);
  });
});
