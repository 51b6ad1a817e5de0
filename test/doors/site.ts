/** The built site on a database of its own, in this process, and requests to it as somebody. */
import type {ServerBuild} from '@remix-run/node';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {createServer as createHttpServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import pino from 'pino';
import {readConfig} from '../../app/config.server.ts';
import {startSession} from '../../app/domain/access/sessions.server.ts';
import {findPlace} from '../../app/domain/places/find-place.server.ts';
import {createServer} from '../../app/server/create-server.ts';
import type {LiveEvents} from '../../app/domain/live/live-events.ts';
import {startLiveEvents} from '../../app/server/live-events.ts';
import {within} from '../../db/within.ts';
import {createSearch} from '../../search/create-search.ts';
import {loadVocabulary} from '../../search/understanding/vocabulary.ts';
import type {TestDatabase} from '../setup/database.ts';

const root = resolve(import.meta.dirname, '../..');

/** Of every test site. */
export const SITE_SECRET = 'a secret of forty characters, for a test';

export interface Site {
  build: ServerBuild;
  /** Where it listens: `http://127.0.0.1:…`. */
  address: string;
  live: LiveEvents;
  /** Sends a request; with a staff id as someone who has just signed in, with a token as someone who has before. */
  ask(path: string, options?: Asked): Promise<Response>;
  /** Starts a session and gives its token. */
  signIn(staffId: string): Promise<string>;
  close(): Promise<void>;
}

interface Asked {
  method?: string;
  staffId?: string | null;
  token?: string;
  form?: Record<string, string>;
  /** In place of, or besides, the header by which a browser says that the form is ours. */
  headers?: Record<string, string>;
}

/** @param settings of the environment, as `app/config.server.ts` reads them */
export async function testSite({web: sql}: TestDatabase, settings: Record<string, string> = {}): Promise<Site> {
  if (!existsSync(`${root}/build/server/index.js`)) throw new Error('Build the pages first: npm run build');
  const build = (await import(`${root}/build/server/index.js`)) as ServerBuild;
  const config = readConfig({NODE_ENV: 'test', ...settings});
  const log = pino({level: 'silent'});
  const search = await createSearch({sql, engine: null, log, withSync: false});
  const places = {find: (words: string) => findPlace(sql, words, {postcodesUrl: null})};
  const siteSecret = SITE_SECRET;
  const live = await startLiveEvents(sql, log, 1000);
  const site = await createServer(config, {
    sql,
    search,
    places,
    vocabulary: await loadVocabulary(sql),
    live,
    log,
    siteSecret,
  });
  const server = createHttpServer(site.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = (staffId: string) =>
    within(sql, {purpose: 'sign-in'}, (tx) => startSession(tx, staffId, 'full', 'A test'));
  return {
    build,
    address,
    live,
    signIn,
    async ask(path, {method = 'GET', staffId, token, form, headers: more = {'sec-fetch-site': 'same-origin'}} = {}) {
      const session = token ?? (staffId ? await signIn(staffId) : null);
      // Packing and unpacking thousands of pages on one machine would be a good part of all the work.
      const headers = {
        'accept-encoding': 'identity',
        ...more,
        ...(session ? {cookie: `__Host-fingerpost=${session}`} : {}),
      };
      const body = method === 'POST' ? new URLSearchParams(form ?? {}) : undefined;
      return fetch(`${address}${path}`, {method, headers, body, redirect: 'manual'});
    },
    async close() {
      await live.close();
      server.closeAllConnections();
      server.close();
      await site.close();
      await search.close();
    },
  };
}
