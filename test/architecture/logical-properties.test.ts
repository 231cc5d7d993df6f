import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {globSync} from '../../scripts/glob-sync.mjs';

/** Finds declarations that name a side of the screen, which is the wrong side in Arabic. */
function findPhysical(css: string): readonly string[] {
  const declarations = css.match(/(?<![\w-])[a-z-]+:\s[^;{}]+(?=;)/g) ?? [];
  return declarations.filter((declaration) => {
    const [, property = '', value = ''] = /^([a-z-]+):\s+([^]*)$/.exec(declaration) ?? [];
    if (/(^|-)(left|right)(-|$)/.test(property) || /(?<![\w-])(left|right)(?![\w-])/.test(value)) return true;
    if (!/^(margin|padding|inset|border-width|border-radius)$/.test(property)) return false;
    // Four values go round the clock: the second is right, the fourth is left.
    let bare = value;
    while (/\([^()]+\)/.test(bare)) bare = bare.replace(/\([^()]+\)/g, '()').replaceAll('()', '');
    const [, right, , left] = bare.trim().split(/\s+/);
    return left !== undefined && left !== right;
  });
}

test('a side of the screen is found, however it is written', () => {
  const wrong = ['margin-left: 1px', 'text-align: right', 'padding: 2px 12px 2px 8px', 'border-top-right-radius: 1px'];
  for (const declaration of wrong) assert.deepEqual(findPhysical(`a { ${declaration}; }`), [declaration]);
  const fine = ['margin-inline-start: 1px', 'padding: 0 1px 2px', 'text-align: start', 'inset: 0 auto 0 auto'];
  for (const declaration of fine) assert.deepEqual(findPhysical(`a { ${declaration}; }`), [], declaration);
});

test('the look of every widget works from right to left', () => {
  const files = [
    ...globSync('packages/elements/src', /(-styles|\/leave-\w+)\.ts$/),
    ...globSync('packages/embed/src', /\.css$/),
  ];
  assert.ok(files.length > 5);
  const found = files.flatMap((file) => findPhysical(readFileSync(file, 'utf8')).map((one) => `${file}: ${one}`));
  assert.deepEqual(found, []);
});
