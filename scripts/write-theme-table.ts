// `npm run theme:table`, after a change of packages/theme/bridge.json.
import {writeFileSync} from 'node:fs';

import {bridge} from '../packages/theme/src/bridge.js';
import {makeTable} from '../packages/theme/src/make-table.js';

writeFileSync(new URL('../packages/theme/src/table.ts', import.meta.url), makeTable(bridge));
