import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';

const files = ['./', './entries/'].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => folder + name),
);

for (const file of files) {
  test(`${file} can be imported in Node, where there is no page`, async () => {
    const loaded: object = await import(new URL(file, import.meta.url).href);
    assert.equal(typeof loaded, 'object');
  });
}

test('there are entries to import', () => {
  assert.ok(files.includes('./entries/baken.ts') && files.includes('./report-button.ts'));
});
