import type {ISql} from '../../../../db/client.ts';
import {uuidFrom} from '../../../../db/uuid.ts';
import type {Source} from './read-source.server.ts';

export interface Feed {
  id: string;
  key: string;
  name: string;
  url: string | null;
  licence: string | null;
  isNew: boolean;
}

export interface FeedWishes {
  key?: string;
  name?: string;
  licence?: string;
}

type FeedOutcome = {ok: true; feed: Feed} | {ok: false; reason: string};

const FEED_KEY = /^[a-z0-9][a-z0-9-]*$/;

/**
 * The feed a source belongs to. A key that was only guessed from a file's name must not fall on another feed: services
 * of the one would then be taken for those of the other.
 */
export async function findFeed(sql: ISql, source: Source, wishes: FeedWishes): Promise<FeedOutcome> {
  const key = wishes.key ?? source.suggestedKey;
  if (!FEED_KEY.test(key)) return {ok: false, reason: `A feed key is small letters, digits and hyphens, unlike ${key}`};
  const [known] = await sql<Omit<Feed, 'isNew'>[]>`select id, key, name, url, licence from feeds where key = ${key}`;
  if (!known) {
    const url = source.isUrl ? source.address : null;
    const feed = {id: uuidFrom(`feed:${key}`), key, name: wishes.name ?? key, url, licence: wishes.licence ?? null};
    return {ok: true, feed: {...feed, isNew: true}};
  }
  const [last] = await sql<{source: string}[]>`
    select source from import_runs where feed_id = ${known.id} order by started_at desc, id limit 1
  `;
  if (!wishes.key && last?.source !== source.address) {
    const origin = last ? `was last imported from ${last.source}` : 'was not made by an import';
    return {
      ok: false,
      reason: `There is a feed called ${key} already, which ${origin}. Say which feed this is with --feed.`,
    };
  }
  return {
    ok: true,
    feed: {...known, name: wishes.name ?? known.name, licence: wishes.licence ?? known.licence, isNew: false},
  };
}

/** Records the feed. Needed inside each transaction of a trial run, where it never stays. */
export async function saveFeed(sql: ISql, feed: Feed): Promise<void> {
  await sql`
    insert into feeds (id, key, name, url, licence)
    values (${feed.id}, ${feed.key}, ${feed.name}, ${feed.url}, ${feed.licence})
    on conflict (id) do update
    set name = excluded.name, licence = excluded.licence
    where (feeds.name, feeds.licence) is distinct from (excluded.name, excluded.licence)
  `;
}
