import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Makes a folder with shipped files that do nothing, and gives its path. */
export async function createDist(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baken-demo-dist-'));
  await writeFile(join(folder, 'baken.css'), '');
  await writeFile(join(folder, 'baken.js'), `// ${'x'.repeat(2000)}`);
  for (const name of ['button', 'contacts', 'staff']) await writeFile(join(folder, `baken-${name}.js`), '');
  const integrity = {
    'baken.js': 'sha384-form',
    'baken-button.js': 'sha384-button',
    'baken-contacts.js': 'sha384-contacts',
    'baken-staff.js': 'sha384-staff',
    'baken.css': 'sha384-style',
  };
  await writeFile(join(folder, 'integrity.json'), JSON.stringify(integrity));
  return folder;
}
