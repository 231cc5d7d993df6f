import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {loadSheet, ThemeSourceError} from './theme-source.js';

const css = ':root {--a: "é"}';
const tooMuch = Buffer.alloc(5_000_001, ' ');

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/ok.css': (response) => response.writeHead(200, {'content-type': 'text/css'}).end(css),
  '/moved.css': (response) => response.writeHead(302, {location: '/ok.css'}).end(),
  '/page': (response) => response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end('<html>'),
  '/long.css': (response) => response.writeHead(200, {'content-type': 'text/css'}).end(tooMuch),
  '/broken.css': (response) => {
    response.writeHead(200, {'content-type': 'text/css', 'content-length': '1000'}).write(css);
    setTimeout(() => response.destroy(), 20);
  },
};

const fails = (place: string, message: string, details: Readonly<Record<string, string>>): Promise<void> =>
  assert.rejects(loadSheet(place), (error) => {
    assert.ok(error instanceof ThemeSourceError, String(error));
    assert.equal(error.message, message);
    assert.deepEqual(error.details, details);
    return true;
  });

describe('a style sheet', () => {
  let folder = '';
  let server: Server;
  let origin = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baken-sheet-'));
    server = createServer(({url = ''}, response) => {
      const answer = answers[url];
      if (answer) answer(response);
      else response.writeHead(404).end('no');
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, {recursive: true});
  });

  it('is read from a file', async () => {
    await writeFile(join(folder, 'ok.css'), css);
    assert.equal(await loadSheet(join(folder, 'ok.css')), css);
  });

  it('is read from an address, also one that has moved', async () => {
    assert.equal(await loadSheet(`${origin}/ok.css`), css);
    assert.equal(await loadSheet(`${origin}/moved.css`), css);
  });

  it('is refused when the address has none', () =>
    fails(`${origin}/gone.css`, 'theme-status', {file: `${origin}/gone.css`, status: '404'}));

  it('is refused when the address is of a page', () =>
    fails(`${origin}/page`, 'theme-type', {file: `${origin}/page`, type: 'text/html; charset=utf-8'}));

  it('is refused when it is too long', async () => {
    await fails(`${origin}/long.css`, 'theme-long', {file: `${origin}/long.css`});
    const file = join(folder, 'long.css');
    await writeFile(file, tooMuch);
    await fails(file, 'theme-long', {file});
  });

  it('is refused when nobody answers, or stops half way', async () => {
    // A port that was free a moment ago.
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const {port} = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    const file = `http://127.0.0.1:${port}/x.css`;
    await fails(file, 'theme-offline', {file});
    await fails(`${origin}/broken.css`, 'theme-offline', {file: `${origin}/broken.css`});
  });

  it('is refused when there is no such file, or it is a folder', async () => {
    const file = join(folder, 'gone.css');
    await fails(file, 'unreadable', {file});
    await fails(folder, 'unreadable', {file: folder});
  });

  it('is refused at an address of another kind', () => fails('ftp://x/y.css', 'theme-scheme', {file: 'ftp://x/y.css'}));
});
