import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {createSearch, leaveOutPublic, readAsPlain} from './find-words.js';

const long = "Zeg: \"ik kom terug\" & bel de collega's — één keer, <niet> twee.";
const search = createSearch(['GEH-01', 'GEH-12'], [long, 'Wissen', 'Beste {gemeente}, lees dit eerst rustig door']);

const escapeAll = (text: string): string =>
  text.replace(/[^]/gu, (point) => {
    const units = Array.from({length: point.length}, (_, at) => point.charCodeAt(at));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const names: Readonly<Record<string, string>> = {'&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos'};
const nameEntities = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&${names[sign]};`);
const escapeScript = (text: string): string =>
  text.replace(/'/g, "\\'").replace(/é/g, '\\xe9').replace(/—/g, '\\u{2014}');

const ways: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => text,
  'as JSON': (text) => JSON.stringify(text),
  'as JSON with everything escaped': (text) => `"${escapeAll(text)}"`,
  'as JSON in a string of JavaScript': (text) => JSON.stringify(JSON.stringify(text)),
  'with the escapes of JavaScript': (text) => `'${escapeScript(text)}'`,
  'as HTML with numbers': escapeHtml,
  'as HTML with names': nameEntities,
  'as HTML in JSON': (text) => JSON.stringify(escapeHtml(text)),
  'in a template, broken over lines': (text) => `<p>\n  ${text.replaceAll(' ', '\n   ')}</p>`,
  'in a minified template': (text) => `x=b\`<p>${text}</p><b>y</b>\``,
};

describe('the search', () => {
  for (const [way, write] of Object.entries(ways)) {
    it(`finds a text and an id that are written ${way}`, () => {
      const noise = 'const a = "\\u0041 & b \\" c";\n'.repeat(50);
      assert.deepEqual(search(`${noise}${write(long)}${noise}`), {[long]: 1});
      assert.deepEqual(search(`${noise}${write('GEH-12')} ${noise}`), {'GEH-12': 1});
    });
  }

  it('finds a text at the very start, at the very end, and twice', () => {
    assert.deepEqual(search(long), {[long]: 1});
    assert.deepEqual(search(`${long} ${long}`), {[long]: 2});
  });

  it('finds a short text between quotes of any kind, and not in the middle of others', () => {
    for (const quote of ['"', "'", '`', '\\"', '&quot;']) {
      assert.deepEqual(search(`a=${quote}Wissen${quote}`), {Wissen: 1});
    }
    assert.deepEqual(search('Wissen "Wissen wat er staat" \'Wissen"'), {});
  });

  it('finds a text whose placeholder was filled', () => {
    assert.deepEqual(search('"Beste Diemen, lees dit eerst rustig door"'), {', lees dit eerst rustig door': 1});
  });

  it('takes an id only as a word of its own', () => {
    assert.deepEqual(search('GEH-011 XGEH-01 GEH-0 GEH-02 geh-01'), {});
    assert.deepEqual(search('sign.GEH-01.text {"GEH-12":1}'), {'GEH-01': 1, 'GEH-12': 1});
  });
});

describe('leaveOutPublic', () => {
  it('leaves out what the public says too, alone or in the middle of a sentence, and nothing else', () => {
    const {texts, excluded} = leaveOutPublic(
      ['Bel 112.', 'Balie', 'Kom', 'bel de politie als het kan', 'Bel de politie als het kan', 'Alleen voor ons'],
      ['Bel 112.', 'Wacht aan de balie', 'Komt er iemand?', 'U kunt ook bel de politie als het kan zeggen'],
    );
    assert.deepEqual(texts, ['Kom', 'Bel de politie als het kan', 'Alleen voor ons']);
    assert.deepEqual(excluded, ['Bel 112.', 'Balie', 'bel de politie als het kan']);
  });
});

describe('readAsPlain', () => {
  it('leaves what is no escape as it is', () => {
    assert.equal(readAsPlain('a & b &c; 100% &#9999999; \\'), 'a & b &c; 100% &#9999999; \\');
  });
});
