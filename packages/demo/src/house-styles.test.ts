import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const folder = new URL('../styles/', import.meta.url);
const names = readdirSync(folder).filter((name) => !['base.css', 'inbox.css'].includes(name));

type Tokens = Readonly<Record<string, string>>;

/** Reads the custom properties of a house style: one set, or two when it has a dark one. */
function readTokens(name: string): readonly Tokens[] {
  const css = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[^]*?\*\//g, '');
  const [light = '', dark] = css.split('@media (prefers-color-scheme: dark)');
  const read = (part: string): Tokens =>
    Object.fromEntries([...part.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value]));
  return dark === undefined ? [read(light)] : [read(light), {...read(light), ...read(dark)}];
}

function resolve(tokens: Tokens, key: string): string | undefined {
  const value = tokens[key];
  const inner = /^var\((--[\w-]+)\)$/.exec(value ?? '')?.[1];
  return inner === undefined ? value : resolve(tokens, inner);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const first = (tokens: Tokens, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => resolve(tokens, key)).find((value) => value !== undefined);

const button = (tokens: Tokens, part: string): string | undefined => first(
  tokens,
  `--utrecht-button-primary-action-${part}`,
  `--nl-button-primary-${part}`,
);

for (const name of names) {
  for (const [index, tokens] of readTokens(name).entries()) {
    const scheme = index === 0 ? 'light' : 'dark';
    test(`${name} (${scheme}): all text can be read`, () => {
      const grounds = ['--site-ground', '--site-surface'].map((key) => resolve(tokens, key));
      const names = ['text', 'subtle', 'heading', 'link', 'link-hover'];
      const onGround = names.map((key) => resolve(tokens, `--site-${key}`));
      const pairs = grounds.flatMap((ground) => onGround.map((text) => [text, ground]));
      pairs.push([resolve(tokens, '--site-on-head'), resolve(tokens, '--site-head')]);
      if (name !== 'demo.css') {
        pairs.push([button(tokens, 'color'), button(tokens, 'background-color')]);
        pairs.push([button(tokens, 'color'), button(tokens, 'hover-background-color')]);
      }
      for (const [text, ground] of pairs) {
        assert.ok(text && ground && contrast(text, ground) >= 4.5, `${text} on ${ground}`);
      }
    });

    test(`${name} (${scheme}): the edge of a field and the ring of focus stand out`, () => {
      const edge = first(
        tokens,
        '--utrecht-textbox-border-color',
        '--utrecht-form-control-border-color',
        '--basis-form-control-border-color',
      );
      const ring = resolve(tokens, '--site-focus');
      for (const ground of ['--site-ground', '--site-surface'].map((key) => resolve(tokens, key))) {
        assert.ok(ring && ground && contrast(ring, ground) >= 3, `${ring} on ${ground}`);
        assert.ok(name === 'demo.css' || (edge && contrast(edge, ground) >= 3), `${edge} on ${ground}`);
      }
    });
  }
}

test('no style sheet fetches a font, a picture or another sheet', () => {
  for (const name of readdirSync(folder)) {
    assert.doesNotMatch(readFileSync(new URL(name, folder), 'utf8'), /url\(|@import|@font-face|image-set/, name);
  }
});

test('a house style sets tokens and nothing of a widget or a page', () => {
  for (const name of names.filter((name) => name !== 'demo.css')) {
    const css = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim());
    const own = `.${name.replace('.css', '')}-theme`;
    assert.ok(selectors.every((selector) => selector === own || selector.startsWith('@media')), selectors.join(', '));
    assert.doesNotMatch(css.replace(/--[\w-]+:[^;]+;/g, ''), /[\w-]+:(?! light)[^;]+;/, name);
  }
});
