import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {contrast, readColor, toHex} from './theme-colors.js';

describe('a colour', () => {
  const read = (text: string, scheme: 'light' | 'dark' = 'light'): string => {
    const reading = readColor(text, {scheme, text: [1, 2, 3]});
    return reading.kind === 'color' ? toHex(reading.shade) : reading.kind;
  };

  for (const [written, expected] of [
    ['#0a0', '#00aa00'],
    [' RED ', '#ff0000'],
    ['rgb(0 93 115)', '#005d73'],
    ['rgba(0, 93, 115, 1)', '#005d73'],
    ['hsl(120deg 100% 25%)', '#008000'],
    ['currentColor', '#010203'],
    ['color-mix(in srgb, #000 25%, #fff)', '#bfbfbf'],
    ['color-mix(in srgb, #000, #fff 25%)', '#404040'],
    ['light-dark(#fff, light-dark(red, #000))', '#ffffff'],
    ['#0008', 'clear'],
    ['transparent', 'clear'],
    ['rgb(0 0 0 / 95%)', 'clear'],
    ['color-mix(in srgb, #000 25%, #fff 25%)', 'clear'],
    ['color-mix(in srgb, #000, transparent)', 'clear'],
    ['CanvasText', 'unknown'],
    ['color-mix(in hsl, red, blue)', 'unknown'],
    ['rgb(from red r g b)', 'unknown'],
    ['hsl(calc(10 * 2) 100% 25%)', 'unknown'],
    ['banana', 'none'],
    ['8px', 'none'],
    ['url(x.png)', 'none'],
    ['#ff', 'none'],
    ['', 'none'],
  ] as const) {
    it(`${JSON.stringify(written)} is read as ${expected}`, () => assert.equal(read(written), expected));
  }

  it('that is said for light and dark at once follows the scheme', () => {
    assert.equal(read('light-dark(#fff, light-dark(red, #000))', 'dark'), '#000000');
  });
});

describe('contrast', () => {
  it('is that of WCAG 2, whichever colour comes first', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrast([255, 255, 255], [0, 0, 0]), 21);
    assert.equal(contrast([118, 118, 118], [255, 255, 255]).toFixed(2), '4.54');
  });
});
