#!/usr/bin/env node
import {runCli} from './run-cli.js';

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  today: new Date().toISOString().slice(0, 10),
});
