import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {compileGemeente} from '@baken/model/compile/compile-gemeente';
import {collectFiles} from '@baken/model/compile/source-files';
import type {CompiledStaff} from '@baken/model/rules/staff';

import {describeMeldroute} from './describe-route.js';
import {listRoute} from './list-route.js';
import {findStaffFolder, loadContent, loadStaffContent} from './load-content.js';

const sample = fileURLToPath(new URL('../../demo/gemeenten/duinrand.staff.json', import.meta.url));

describe('the meldroute in words', () => {
  let file: CompiledStaff;
  let blocks: readonly string[];
  before(async () => {
    const content = await loadContent();
    const result = compileGemeente({
      files: await collectFiles(sample, (path) => readFile(path, 'utf8').catch(() => undefined)),
      content,
      staffContent: await loadStaffContent(findStaffFolder() ?? ''),
    });
    const compiled = result.ok ? result.staff?.['nl'] : undefined;
    assert.ok(compiled);
    file = compiled;
    blocks = listRoute(describeMeldroute(file, content.messages, true)).split('\n\n');
  });

  const blockOf = (id: string, ending: string): string => {
    const block = blocks.find((one) => one.split('\n')[0]?.endsWith(`[${id}]`) && one.includes(ending));
    assert.ok(block, id);
    return block;
  };

  it('shows the id of each question and each answer, also those of the gemeente itself', () => {
    const {nodes} = file.staff.meldroute;
    for (const {id, kind, answers} of nodes) {
      const block = blockOf(id, '→');
      const shown = answers.map((answer) => (kind === 'consent' ? answer.purpose : answer.id));
      for (const one of shown) assert.ok(block.includes(` [${one}]`), `${id} ${one}`);
    }
    assert.match(blockOf('place-kind', '→'), /- Een vakantiepark \[park\] \(\d+, \d+\) → vraag \d+\n/);
  });

  it('shows the id of each route', () => {
    for (const {id} of file.staff.meldroute.routes) blockOf(id, 'Termijn:');
  });
});
