import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {findOpenStories, isForStaff} from '../../.storybook/find-stories.js';

const widget = 'packages/elements/src/contact-card';

describe('the stories that everyone may see', () => {
  it('hold those of the widgets for residents', () => {
    const open = findOpenStories();
    for (const path of ['packages/elements/src/signal-form/signal-form.stories.ts', 'stories/page.stories.ts']) {
      assert.ok(open.includes(path), path);
    }
  });

  it('hold none of the widgets for staff', () => {
    assert.deepEqual(findOpenStories().filter((path) => /meldroute-wizard|risk-checklist/.test(path)), []);
    for (const name of ['meldroute-wizard', 'risk-checklist']) {
      assert.equal(isForStaff(`packages/elements/src/${name}/${name}.stories.ts`), true);
    }
  });

  const files: Readonly<Record<string, string>> = {
    [`${widget}/direct.stories.ts`]: "import {staff} from '../testing/example-staff.js';",
    [`${widget}/package.stories.ts`]: "import signs from '@baken/content-staff/signs.json' with {type: 'json'};",
    [`${widget}/widget.stories.ts`]: "import '@baken/elements/risk-checklist/define';",
    [`${widget}/folder.stories.ts`]: "import signs from '../../../content-staff/signs.json' with {type: 'json'};",
    [`${widget}/further.stories.ts`]: "import {\n  a,\n  b,\n} from './between.js';",
    [`${widget}/side.stories.ts`]: "import './between.js';",
    [`${widget}/later.stories.ts`]: "void import('./between.js');",
    [`${widget}/passed-on.stories.ts`]: "export * from './between.js';",
    [`${widget}/between.ts`]: "import {round} from './round.js';\nimport {staff} from '../testing/example-staff.js';",
    [`${widget}/round.ts`]: "import {between} from './between.js';",
    [`${widget}/own.stories.ts`]: "import './define.js';\nimport {html} from 'lit';\nimport {a} from './alone.js';",
    [`${widget}/alone.ts`]: "import {b} from './own.stories.js';",
  };
  const read = (path: string): string | undefined => files[path];

  for (const path of Object.keys(files).filter((path) => path.endsWith('.stories.ts') && !path.includes('/own.'))) {
    it(`do not hold ${path}, which imports what is for staff`, () => assert.equal(isForStaff(path, read), true));
  }

  it('hold one that imports nothing of that, also when its imports go round', () => {
    assert.equal(isForStaff(`${widget}/own.stories.ts`, read), false);
  });
});
