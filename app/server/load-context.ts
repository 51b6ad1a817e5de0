import type {Logger} from 'pino';
import type {Config} from '../config.server.ts';
import type {DoorName} from '../domain/access/doors.ts';
import type {Session} from '../domain/access/sessions.server.ts';
import type {LiveEvents} from '../domain/live/live-events.ts';
import type {TypedAgain} from '../http/last-resort-page.server.ts';
import type {Squeeze} from '../http/squeezed.server.ts';
import type {PlaceFound} from '../domain/places/find-place.server.ts';
import type {Sql} from '../../db/client.ts';
import type {SearchService} from '../../search/service.ts';
import type {Vocabulary} from '../../search/understanding/vocabulary.ts';

/** What the server is made of: built once at start and shared by every request. */
export interface ServerParts {
  sql: Sql;
  search: SearchService;
  places: {find(words: string): Promise<PlaceFound>};
  vocabulary: Vocabulary;
  /** Tells open pages that something has changed. */
  live: LiveEvents;
  log: Logger;
  /** What seals the secrets of code apps. */
  siteSecret: string;
}

/** What every loader and action is given. */
interface LoadContext extends ServerParts {
  config: Config;
  /** Of this one answer: scripts without it do not run. */
  nonce: string;
  /** How the page may be sent to this browser. */
  squeeze: Squeeze;
  /** What went wrong while the page was made, for how it is answered (guard-routes.ts). */
  failed?: {isDatabaseAway: boolean; typed: TypedAgain | null};
  /** Who is signed in. */
  viewer: Session | null;
  /** Who has given the right password and not yet a code. */
  halfSession: Session | null;
  /** The network address the request came from. */
  address: string | null;
  /** Aborted once the connection is closed, however that came about. */
  gone: AbortSignal;
  /** Writes into the audit that someone was refused at a door. */
  noteRefusal(door: DoorName): Promise<void>;
  /** Keeps what was typed until its owner has signed in again. Returns the cookie that finds it. */
  holdForm(path: string, form: FormData): Promise<string | null>;
  /** Forgets what was kept for this page, as it has been sent. */
  dropHeldForm(path: string): Promise<void>;
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is the only thing that can be added to
  interface AppLoadContext extends LoadContext {}
}
