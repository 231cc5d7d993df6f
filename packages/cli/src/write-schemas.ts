import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {contentFolder} from './load-content.js';
import {makeSchemas} from './make-schemas.js';

const folder = join(contentFolder, 'schemas');
await mkdir(folder, {recursive: true});
for (const [name, text] of Object.entries(await makeSchemas())) await writeFile(join(folder, name), text);
