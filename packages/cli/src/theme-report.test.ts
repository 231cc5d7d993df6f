import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {themes, titleOf} from '../../../test/support/themes.js';
import {listOverrides, reportTheme, type ThemeLine} from './theme-report.js';
import {readThemeSheet} from './theme-sheet.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const report = (tokens: Readonly<Record<string, string>>, scheme: 'light' | 'dark' = 'light') =>
  reportTheme(new Map(Object.entries(tokens)), scheme);

function lineOf(property: string, tokens: Readonly<Record<string, string>>, scheme?: 'light' | 'dark'): ThemeLine {
  const line = report(tokens, scheme).lines.find((one) => one.property === property);
  assert.ok(line);
  return line;
}

describe('the report on a theme', () => {
  it('finds a colour that can be seen, and says on what', () => {
    const {state, name, value, drawn, on, least} = lineOf('link', {'--utrecht-link-color': '#004'});
    assert.deepEqual({state, name, value, drawn, on, least},
      {state: 'found', name: '--utrecht-link-color', value: '#004', drawn: '#000044', on: 'sunken', least: 4.6});
  });

  it('says that a theme without a token has ours', () => {
    assert.equal(lineOf('link', {}).state, 'default');
    assert.equal(lineOf('link', {}).drawn, '#005d73');
    assert.equal(lineOf('link', {}, 'dark').drawn, '#84cddd');
    assert.equal(lineOf('font', {}).state, 'default');
  });

  for (const [property, token, value, reason] of [
    ['link', '--utrecht-link-color', '#ccc', 'contrast'],
    ['link', '--utrecht-link-color', '', 'empty'],
    ['link', '--utrecht-link-color', '12px', 'no-color'],
    ['link', '--utrecht-link-color', '#0008', 'clear'],
    ['button', '--utrecht-button-background-color', 'transparent', 'clear'],
    ['button-radius', '--nl-button-border-radius', '', 'empty'],
    ['button-radius', '--nl-button-border-radius', '4', 'no-size'],
    ['button-radius', '--nl-button-border-radius', '50%', 'no-size'],
    ['label-weight', '--ams-label-font-weight', 'bold', 'no-weight'],
    ['font', '--utrecht-document-font-family', '', 'empty'],
  ] as const) {
    it(`replaces ${property} where ${token} is ${JSON.stringify(value)}, and says why`, () => {
      const line = lineOf(property, {[token]: value});
      assert.equal(line.state, 'replaced');
      assert.equal(line.reason, reason);
      assert.equal(line.name, token);
    });
  }

  it('replaces words on a button by black or white, whichever is seen best', () => {
    const on = (button: string): ThemeLine =>
      lineOf('on-button', {'--nl-button-primary-background-color': button, '--nl-button-primary-color': button});
    assert.equal(on('#005d73').drawn, '#ffffff');
    assert.equal(on('#f90').state, 'replaced');
    assert.equal(on('#00f').drawn, '#ffffff');
    // So light that it is replaced as a button; the words are judged on what comes instead.
    assert.equal(on('#ffc').state, 'found');
  });

  it('judges a colour in each scheme on the colours of that scheme', () => {
    const tokens = {'--utrecht-link-color': '#004'};
    assert.equal(lineOf('link', tokens, 'light').state, 'found');
    assert.equal(lineOf('link', tokens, 'dark').state, 'replaced');
  });

  it('judges on the colours that a page set of ours', () => {
    const tokens = {'--utrecht-link-color': '#004', '--baken-color-surface': '#113', '--baken-color-raised': '#113'};
    assert.equal(lineOf('link', tokens).state, 'replaced');
  });

  it('does not guess at what only a browser can compute', () => {
    assert.equal(lineOf('link', {'--utrecht-link-color': 'LinkText'}).state, 'unknown');
  });

  it('has no pair below the contrast that it needs, whatever a theme says', () => {
    for (const color of ['#fff', '#000', '#777', '#f90', '#ff0', '#00f', 'transparent', '']) {
      for (const scheme of ['light', 'dark'] as const) {
        const names = ['heading-color', 'link-color', 'link-hover-color', 'button-background-color', 'button-color',
          'button-hover-background-color', 'textbox-border-color'];
        const {pairs} = report(Object.fromEntries(names.map((name) => [`--utrecht-${name}`, color])), scheme);
        const low = pairs.filter(({ratio, least}) => ratio < least);
        assert.deepEqual(low, [], `${color}, ${scheme}`);
        assert.ok(pairs.length > 20);
      }
    }
  });
});

describe('what a page must set', () => {
  it('is nothing for a theme of which nothing is replaced', () => {
    assert.deepEqual(listOverrides([report({'--utrecht-link-color': '#004'})]), {});
  });

  it('is the value that is drawn, by our own name', () => {
    assert.deepEqual(listOverrides([report({'--utrecht-link-color': '#ccc', '--nl-button-border-radius': '4'})]), {
      '--baken-link-color': '#005d73',
      '--baken-button-border-radius': '8px',
    });
  });

  it('keeps the colour of the theme in the scheme where it can be seen, also where :root does not have its token', () => {
    const tokens = {'--utrecht-link-color': '#004'};
    assert.deepEqual(listOverrides([report(tokens, 'light'), report(tokens, 'dark')]), {
      '--baken-link-color': 'light-dark(#000044, #84cddd)',
    });
  });

  it('leaves nothing to replace', () => {
    const tokens = {'--utrecht-link-color': '#ccc', '--utrecht-button-background-color': '#ff8', '--utrecht-button-color': '#fff',
      '--utrecht-textbox-border-color': '', '--nl-button-border-radius': 'x', '--utrecht-form-label-font-weight': 'bold'};
    const schemes = ['light', 'dark'] as const;
    const overrides = listOverrides(schemes.map((scheme) => report(tokens, scheme)));
    for (const scheme of schemes) {
      const replaced = report({...tokens, ...overrides}, scheme).lines.filter(({state}) => state === 'replaced');
      assert.deepEqual(replaced, [], scheme);
    }
  });
});

describe('the report on a theme of the community', () => {
  const stateNames: Readonly<Record<string, string>> = {'uit het thema': 'found', standaard: 'default', vervangen: 'replaced'};

  interface Row {
    readonly said: string;
    readonly ratio: number | undefined;
  }

  /** What was measured in a browser, by the title of a theme: `link: found --utrecht-link-color`, and the contrast. */
  const measured = new Map(
    read('docs/designers/themes.md').split('\n## ').map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const rows = lines.flatMap((line): readonly Row[] => {
        const [, property, state = '', token = '', ratio] =
          /^\| `([\w-]+)` \| ([a-z ]+) \| (?:`(.+?)`)? \| ([\d.]+)?/.exec(line) ?? [];
        const said = `${property}: ${stateNames[state]} ${token}`.trim();
        return property === undefined ? [] : [{said, ratio: ratio === undefined ? undefined : Number(ratio)}];
      });
      return [title, rows] as const;
    }),
  );

  for (const theme of themes.filter(({files}) => files.length > 0)) {
    it(`says what docs/designers/themes.md measured: ${titleOf(theme)}`, () => {
      const {light, dark} = readThemeSheet(theme.files.map((name) => ({name, css: read(`node_modules/${name}`)})));
      const {lines} = reportTheme((theme.scheme === 'dark' ? dark : light) ?? light, theme.scheme);
      const rows = measured.get(titleOf(theme)) ?? [];
      const said = lines.map(({property, state, name = ''}) => `${property}: ${state} ${name}`.trim());
      assert.deepEqual(said, rows.map((row) => row.said));
      for (const [index, {ratio, property}] of lines.entries()) {
        const seen = rows[index]?.ratio;
        // A browser draws a colour in steps of 1/256.
        if (seen !== undefined) assert.ok(Math.abs((ratio ?? 0) - seen) < 0.06, `${property}: ${ratio}, measured ${seen}`);
      }
      assert.equal(rows.filter(({ratio}) => ratio !== undefined).length, lines.filter(({on, name}) => on && name).length);
    });
  }
});
