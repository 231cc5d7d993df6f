// `npm run accessibility`: writes the tables from their data; with `-- --snapshots` also what assistive technology gets. With
// `-- --axe` it shows every example to axe in every language, scheme and width, and keeps when that was.
import {writeFileSync} from 'node:fs';

import {axeFile, findWithAxe, readAxeRecord} from './axe.js';
import {drawPages, findFaults, pathOf, readConformance} from './conformance.js';
import {openGallery} from './open-gallery.js';
import {writeSnapshots} from './snapshots.js';
import {readTreeLines} from './tree-lines.js';
import {widgetNames} from './widgets.js';

const conformance = readConformance();
const faults = findFaults(conformance);
if (faults.length > 0) throw new Error(`docs/accessibility/conformance.json:\n${faults.join('\n')}`);
for (const [path, text] of drawPages(conformance)) writeFileSync(pathOf(path), text);

if (process.argv.includes('--snapshots')) {
  const gallery = await openGallery();
  try {
    for (const widget of widgetNames) {
      const trees = new Map<string, readonly string[]>();
      const {page, names, ask} = await gallery.open(widget);
      for (const name of names) {
        await ask('show', name);
        trees.set(name, await readTreeLines(page));
      }
      writeSnapshots(widget, trees);
    }
  } finally {
    await gallery.close();
  }
}

if (process.argv.includes('--axe')) {
  const gallery = await openGallery();
  const record = await readAxeRecord();
  let [runs, violations] = [0, 0];
  try {
    for (const widget of widgetNames) {
      const found = await findWithAxe(gallery, widget, (cells) => cells);
      const decided = record.decisions.filter((one) => one.widget === widget).map(({result}) => result);
      console.log(`${widget}: ${found.runs} runs, ${found.violations.length} faults`);
      for (const fault of found.violations) console.log(`  ${fault}`);
      for (const one of found.incomplete.filter((one) => !decided.includes(one))) console.log(`  to decide: ${one}`);
      for (const one of decided.filter((one) => !found.incomplete.includes(one))) console.log(`  not met: ${one}`);
      runs += found.runs;
      violations += found.violations.length;
    }
  } finally {
    await gallery.close();
  }
  const whole = {on: new Date().toISOString().slice(0, 10), runs, violations};
  writeFileSync(axeFile, `${JSON.stringify({...record, whole}, undefined, 2)}\n`);
}
