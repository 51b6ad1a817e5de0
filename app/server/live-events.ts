/**
 * Tells open pages that something has changed. PostgreSQL tells every process over one connection (`listen fingerpost`), and
 * the process passes it on to those of its pages that may hear it. What is told are topics and ids (migration 0032): pages
 * then ask for what they may see. Whoever misses something, because a connection broke, is told to look again.
 */
import type {Logger} from 'pino';
import type {Sql} from '../../db/client.ts';
import {doors} from '../domain/access/doors.ts';
import type {Role} from '../domain/access/roles.ts';
import type {Listener, LiveEvents} from '../domain/live/live-events.ts';
import {stillListening} from '../domain/live/still-listening.server.ts';

/** In one browser only the page in front listens, so this is a dozen windows. */
const MOST_OF_ONE_ACCOUNT = 12;
/** A session's end is noticed within this. */
const LOOK_AGAIN_MS = 30_000;
/** A page is on the screen within a minute of being made; clocks of two servers may be a little apart. */
const REMEMBERED_MS = 60_000;
const APART_MS = 2000;

/** @param lookAgainMs how often to look whether those who listen are still signed in */
export async function startLiveEvents(sql: Sql, log: Logger, lookAgainMs = LOOK_AGAIN_MS): Promise<LiveEvents> {
  const listeners = new Set<Listener>();
  let recent: {at: number; topic: string; id: string}[] = [];
  let wasConnected = false;

  const hear = (payload: string) => {
    const [topic = '', id = ''] = payload.split(' ');
    const now = Date.now();
    recent = recent.filter(({at}) => at > now - REMEMBERED_MS);
    recent.push({at: now, topic, id});
    for (const listener of listeners) if (listener.topics.has(topic)) listener.tell(topic, id);
  };
  const connected = () => {
    if (wasConnected) for (const listener of listeners) listener.tell(null, null);
    wasConnected = true;
  };
  const subscription = await sql.listen('fingerpost', hear, connected);
  const watch = setInterval(() => {
    endThoseOver(sql, listeners).catch((error: unknown) => {
      log.error({err: error}, 'could not look whether those who listen are still signed in');
    });
  }, lookAgainMs);
  watch.unref();

  return {
    listen(listener, since) {
      const own = [...listeners].filter(({staffId}) => staffId === listener.staffId);
      if (own.length >= MOST_OF_ONE_ACCOUNT) return null;
      listeners.add(listener);
      const missed = recent.filter(({at, topic}) => at >= since - APART_MS && listener.topics.has(topic));
      for (const {topic, id} of missed) listener.tell(topic, id);
      return () => void listeners.delete(listener);
    },
    get size() {
      return listeners.size;
    },
    async close() {
      clearInterval(watch);
      for (const listener of listeners) listener.end();
      listeners.clear();
      await subscription.unlisten();
    },
  };
}

/** Ends those whose session is over, or whose account may no longer hear what they hear. */
async function endThoseOver(sql: Sql, listeners: Set<Listener>) {
  if (listeners.size === 0) return;
  // Whoever begins to listen while the database is asked has only just shown who they are.
  const asked = [...listeners];
  const sessionIds = [...new Set(asked.map(({sessionId}) => sessionId))];
  const standing = new Map((await stillListening(sql, sessionIds)).map((one) => [one.sessionId, one]));
  const may: readonly Role[] = doors['desk.live'].read;
  for (const listener of asked) {
    const now = standing.get(listener.sessionId);
    const hearsConcerns = [...listener.topics].some((topic) => topic.startsWith('safeguarding:'));
    if (now?.roles.some((role) => may.includes(role)) && (now.safeguards || !hearsConcerns)) continue;
    listeners.delete(listener);
    listener.end();
  }
}
