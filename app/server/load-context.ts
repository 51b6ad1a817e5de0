import type {Logger} from 'pino';
import type {Config} from '../config.server.ts';
import type {PlaceFound} from '../domain/places/find-place.server.ts';
import type {Sql} from '../../db/client.ts';
import type {SearchService} from '../../search/service.ts';
import type {Vocabulary} from '../../search/vocabulary.ts';

/** What the server is made of: built once at start and shared by every request. */
export interface ServerParts {
  sql: Sql;
  search: SearchService;
  places: {find(words: string): Promise<PlaceFound>};
  vocabulary: Vocabulary;
  log: Logger;
}

/** What every loader and action is given. */
export interface LoadContext extends ServerParts {
  config: Config;
  /** Of this one answer: scripts without it do not run. */
  nonce: string;
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is the only thing that can be added to
  interface AppLoadContext extends LoadContext {}
}
