import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {parseAst} from 'vite';

const root = new URL('../../packages/embed/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const scripts = ['baken.js', 'baken-button.js', 'baken-contacts.js', 'baken-staff.js'];

for (const folder of ['dist', 'dist-open']) {
  describe(`the shipped files in ${folder}`, () => {
    const integrity = JSON.parse(read(`${folder}/integrity.json`)) as Record<string, string>;

    it('are the scripts, the style sheet and their hashes, and no chunk beside them', () => {
      const names = readdirSync(new URL(folder, root)).toSorted();
      assert.deepEqual(names, [...scripts, 'baken.css', 'integrity.json'].toSorted());
    });

    it('have the bytes that integrity.json says', () => {
      for (const name of [...scripts, 'baken.css']) {
        const hash = createHash('sha384').update(readFileSync(new URL(`${folder}/${name}`, root))).digest('base64');
        assert.equal(integrity[name], `sha384-${hash}`, name);
      }
    });

    it('define the elements that each is for, and no other', () => {
      const tagsIn = (name: string): readonly string[] =>
        [...new Set(read(`${folder}/${name}`).match(/(?<=\(["'`])baken-[a-z-]+(?=["'`],[A-Za-z_$])/g))].toSorted();
      assert.deepEqual(tagsIn('baken.js'), ['baken-gemeente', 'baken-quick-exit', 'baken-signal-form']);
      assert.deepEqual(tagsIn('baken-button.js'), ['baken-report-button']);
      assert.deepEqual(tagsIn('baken-contacts.js'), ['baken-contact-card']);
      assert.deepEqual(tagsIn('baken-staff.js'), [
        'baken-contact-card', 'baken-gemeente', 'baken-meldroute-wizard', 'baken-quick-exit', 'baken-report-button',
        'baken-risk-checklist', 'baken-signal-form',
      ]);
    });

    it('load baken.js from the button with its own hash', () => {
      assert.ok(read(`${folder}/baken-button.js`).includes(integrity['baken.js'] ?? 'no hash'));
    });

    for (const name of scripts) {
      const code = read(`${folder}/${name}`);

      it(`hold no byte of zod in ${name}`, () => {
        assert.doesNotMatch(code, /\bzod\b|_zod|\$Zod|invalid_type|unrecognized_keys/i);
      });

      it(`import nothing in ${name}`, () => {
        const {body} = parseAst(code) as {body: readonly {readonly type: string; readonly source?: unknown}[]};
        assert.deepEqual(body.filter(({type, source}) => type === 'ImportDeclaration' || source), []);
        assert.doesNotMatch(code, /\bimport\s*\(/);
      });

      it(`run no text as code in ${name}`, () => {
        assert.doesNotMatch(code, /\beval\s*\(|\bnew Function\b|\bFunction\s*\(/);
      });

      it(`make no Trusted Types policy in ${name} but "baken"`, () => {
        assert.deepEqual([...new Set(code.match(/createPolicy\([^,]+/g))], ['createPolicy("baken"']);
      });

      it(`keep no template of several lines in ${name}`, () => {
        assert.doesNotMatch(code, /`[^`]*\n[ \t]{2,}</);
      });
    }
  });
}

describe('the closed and the open files', () => {
  it('differ in nothing but the roots and the hash of baken.js', () => {
    // The minifier gives names by how often a letter stands in the text, so "closed" changes them.
    const plain = (text: string): string =>
      text.replace(/sha384-[\w+/=]+/g, '').replaceAll('"closed"', '"open"').replace(/\b[A-Za-z_$][\w$]?\b/g, '_');
    assert.notEqual(read('dist/baken.js'), read('dist-open/baken.js'));
    // Not `equal`, which would print both files.
    for (const name of scripts) assert.ok(plain(read(`dist/${name}`)) === plain(read(`dist-open/${name}`)), name);
  });
});
