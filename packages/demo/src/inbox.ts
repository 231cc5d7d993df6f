import type {RequestListener} from 'node:http';

import type {Signal} from '@baken/model/rules/signal';
import type {Storage} from '@baken/receiver/storage';

import {type InboxGemeente, type InboxGroup, type InboxPlace, type InboxSignal, renderInbox} from './inbox-page.js';
import {renderNotice} from './index-page.js';
import {inboxPolicy, siteHeaders} from './site-headers.js';
import {answer, createPage, pathOf, refuseMethod, type Resource} from './site.js';

/** How many signals the inbox shows. */
export const INBOX_LIMIT = 200;

/** The only names by which a browser may ask for the inbox. */
const loopbackHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

const headers = {...siteHeaders(inboxPolicy), 'cache-control': 'no-store'};

/** Puts signals in the groups of their gemeenten, in the order of the gemeenten; the order of signals stays. */
export function groupSignals(
  signals: readonly InboxSignal[],
  gemeenten: readonly InboxGemeente[],
): readonly InboxGroup[] {
  const known = gemeenten.map((gemeente) => gemeente.gemeente.code);
  const codes = new Set([...known, ...signals.map(({signal}) => signal.gemeente)]);
  return [...codes].map((code) => {
    const gemeente = gemeenten.find((candidate) => candidate.gemeente.code === code);
    const own = signals.filter(({signal}) => signal.gemeente === code);
    return {code, ...(gemeente ? {gemeente} : {}), signals: own};
  });
}

/** Serves the inbox: what lies in the two storages at the moment of asking. */
export function serveInbox(from: {
  readonly storage: Pick<Storage, 'list'>;
  /** What arrived at the address for signals about someone of a gemeente. */
  readonly integrity: Pick<Storage, 'list'>;
  readonly gemeenten: readonly InboxGemeente[];
  readonly pages: string;
  readonly styles: ReadonlyMap<string, Resource>;
}): RequestListener {
  const {gemeenten, pages, styles} = from;
  const look = async (storage: Pick<Storage, 'list'>): Promise<InboxPlace> => {
    const stored = await storage.list(INBOX_LIMIT);
    const signals = stored.map(({reference, receivedAt, body}) => ({
      reference,
      receivedAt,
      signal: JSON.parse(new TextDecoder().decode(body)) as Signal,
    }));
    const limit = stored.length === INBOX_LIMIT ? {limit: INBOX_LIMIT} : {};
    return {groups: groupSignals(signals, gemeenten), ...limit};
  };
  const show = async (): Promise<Resource> => {
    const [ordinary, integrity] = await Promise.all([look(from.storage), look(from.integrity)]);
    return createPage(renderInbox({ordinary, integrity, pages}));
  };
  return (request, response) => {
    // A site that points its own name at 127.0.0.1 could read the inbox through the browser of who runs the demo.
    if (!loopbackHost.test(request.headers.host ?? '')) {
      response.writeHead(421, headers).end();
      return;
    }
    if (refuseMethod(request, response, headers)) return;
    const path = pathOf(request);
    const style = styles.get(path);
    if (style) {
      answer(request, response, 200, style, headers);
    } else if (path === '/') {
      show().then(
        (page) => answer(request, response, 200, page, headers),
        () => answer(request, response, 503, createPage(renderNotice('failed')), headers),
      );
    } else {
      answer(request, response, 404, createPage(renderNotice('missing')), headers);
    }
  };
}
