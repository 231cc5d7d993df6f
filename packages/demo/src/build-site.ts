import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import type {CompleteSample} from './compile-samples.js';
import {type GemeenteSite, renderContact, renderHome, renderNuisance, renderSignal} from './gemeente-pages.js';
import {renderIndex, renderNotice} from './index-page.js';
import type {ShippedFiles} from './shipped-files.js';
import {pagePolicy, siteHeaders} from './site-headers.js';
import {createPage, createResource, type Resource, type Site} from './site.js';
import {renderIntranet} from './staff-pages.js';

const stylesDir = fileURLToPath(new URL('../styles/', import.meta.url));

/** Reads the style sheets of the demo: by path, ready to serve. */
export async function readStyles(): Promise<ReadonlyMap<string, Resource>> {
  const styles = new Map<string, Resource>();
  for (const name of await readdir(stylesDir)) {
    styles.set(`/styles/${name}`, createResource(name, await readFile(join(stylesDir, name))));
  }
  return styles;
}

/** Makes every page and file of the sample gemeenten. Rejects when a gemeente has no house style. */
export async function buildSite(from: {
  readonly samples: readonly CompleteSample[];
  readonly shipped: ShippedFiles;
  /** Origins of the receivers; the pages may connect to them. */
  readonly receivers: readonly string[];
  /** Address of the inbox, for the link on the first page. */
  readonly inbox: string;
}): Promise<Site> {
  const {samples, shipped} = from;
  const resources = new Map(await readStyles());
  const sites: GemeenteSite[] = [];
  const intranets: GemeenteSite[] = [];
  const addFile = (name: string, file: object): void => {
    resources.set(`/assets/${name}`, createResource(name, Buffer.from(JSON.stringify(file))));
  };
  for (const {address, files, contacts, staff} of samples) {
    const [gemeente] = files;
    if (!gemeente) continue;
    const site = {gemeente, address, integrity: shipped.integrity};
    const {id} = gemeente.gemeente;
    if (!resources.has(`/styles/${id}.css`)) {
      throw new Error(`${stylesDir}${id}.css is not there. Write the house style of ${id}.`);
    }
    sites.push(site);
    resources.set(`/${id}/`, createPage(renderHome(site)));
    resources.set(`/${id}/woonoverlast`, createPage(renderNuisance(site)));
    resources.set(`/${id}/signaal`, createPage(renderSignal(site)));
    resources.set(`/${id}/contact`, createPage(renderContact(site)));
    for (const file of files) addFile(`${id}.${file.language}.json`, file);
    for (const file of contacts) addFile(`${id}.contacts.${file.language}.json`, file);
    if (staff.length === 0) continue;
    intranets.push(site);
    for (const [path, page] of renderIntranet(site)) resources.set(path, createPage(page));
    for (const file of staff) addFile(`${id}.staff.${file.language}.json`, file);
  }
  for (const [name, resource] of shipped.resources) resources.set(`/assets/${name}`, resource);
  resources.set('/', createPage(renderIndex({sites, intranets, inbox: from.inbox})));
  resources.set('/robots.txt', createResource('robots.txt', Buffer.from('User-agent: *\nDisallow: /\n')));
  return {resources, headers: siteHeaders(pagePolicy(from.receivers)), missing: createPage(renderNotice('missing'))};
}
