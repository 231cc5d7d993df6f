import {PGLITE_WARNING} from '@baken/receiver/open-pglite';

import {type DemoPorts, portVariables, startDemo} from './start-demo.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const readPorts = (): Partial<DemoPorts> => {
  const ports: {-readonly [Name in keyof DemoPorts]?: number} = {};
  for (const name of ['pages', 'receiver', 'inbox', 'integrity'] as const) {
    const text = process.env[portVariables[name]];
    if (text === undefined || text === '') continue;
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65_535) {
      throw new Error(`${portVariables[name]} is ${JSON.stringify(text)}. Write a number from 0 to 65535.`);
    }
    ports[name] = port;
  }
  return ports;
};

const run = async (): Promise<void> => {
  const {DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DIST_DIR: distDir} = process.env;
  const folders = {...(dataDir ? {dataDir} : {}), ...(distDir ? {distDir} : {})};
  const demo = await startDemo({ports: readPorts(), databaseUrl, ...folders});
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => void demo.stop());
  say(databaseUrl ? 'Storage: PostgreSQL.' : `Storage: PGlite in ${dataDir || '.data'}. ${PGLITE_WARNING}`);
  say(`Pages:     ${demo.pages}/`);
  for (const id of demo.gemeenten) say(`           ${demo.pages}/${id}/`);
  say(`Inbox:     ${demo.inbox}/`);
  say(`Receiver:  ${demo.receiver}/v1/health`);
  say(`Integrity: ${demo.integrity}/v1/health (signals about someone of a gemeente, stored apart)`);
  say('Stop with Ctrl+C. What arrived is still there at the next start.');
};

run().catch((failure: unknown) => {
  process.stderr.write(`The demo did not start. ${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
