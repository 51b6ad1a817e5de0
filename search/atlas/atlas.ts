/**
 * Where every listing is, in memory: a few dozen bytes each, so 100,000 listings take some tens of megabytes. It turns a circle
 * into cells, gives exact distances, and holds the handful of facts that ranking weighs. Read from `listings`, kept fresh by `changed_at`.
 */
import {LRUCache} from 'lru-cache';
import type {ISql} from '../../db/client.ts';
import type {Bits} from './bits.ts';
import {CellIndex} from './cell-index.ts';
import {milesToNearest, type LatLng} from './distance.ts';
import type {Space} from '../document-schema.ts';
import {isAudience} from '../ordering/fit.ts';
import {Postings} from './postings.ts';
import {quality} from '../ordering/ranking.ts';
import type {MapBounds} from '../search-schema.ts';
import {TermIndex} from '../understanding/terms.ts';
import {TokenIndex} from './token-index.ts';

export interface AtlasEntry {
  number: number;
  serviceId: string;
  points: LatLng[];
  needs: string[];
  /** Kinds of service, the main one first. */
  types: string[];
  covers: string[];
  tokens: string[];
  /** Those of them that say for whom it is. */
  audiences: string[];
  /** The ages it takes, in whole years, both included. */
  youngest: number;
  oldest: number;
  /** Its words, packed: see `terms.ts`. */
  terms: Uint32Array;
  space: Space;
  checkedOn: string | null;
}

/** At 100,000 listings each takes 12 kilobytes. */
const MOST_CIRCLES = 1000;
/** Where there is no upper limit of age. */
const OLDEST = 120;
const AT_A_TIME = 1000;
/** A change is stamped when it is written and seen when it is committed, which may be this much later (`sync.ts` waits for the engine). */
const LOOK_BACK = '90 seconds';

export class Atlas {
  readonly #entries = new Map<number, AtlasEntry>();
  /** The same by their place in the sets of `tokens`. */
  readonly #places: AtlasEntry[] = [];
  readonly terms = new TermIndex();
  /** Who has what: see `allTokensOf`. */
  readonly tokens = new TokenIndex();
  readonly postings = new Postings();
  readonly cells = new CellIndex();
  readonly #circles = new LRUCache<string, Bits>({max: MOST_CIRCLES});
  /** When it was last read, by the database's clock. */
  #readAt: string | null = null;
  /** What has been read of the stretch that is looked at again, so that nothing is read twice for it: number and when it had changed. */
  #recent = new Map<number, string>();
  #reading: Promise<unknown> = Promise.resolve();

  get size(): number {
    return this.#entries.size;
  }

  get(number: number): AtlasEntry | undefined {
    return this.#entries.get(number);
  }

  /** The listing at a place in the sets of `tokens`. */
  at(place: number): AtlasEntry {
    return this.#places[place]!;
  }

  entries(): Iterable<AtlasEntry> {
    return this.#entries.values();
  }

  /** Reads what has changed since the last time. Returns how many rows that was. One at a time, so that no older row can overwrite a newer one. */
  refresh(sql: ISql): Promise<number> {
    const before = this.#reading.catch(() => {});
    const reading = before.then(() => this.#readChanged(sql));
    this.#reading = reading;
    return reading;
  }

  async #readChanged(sql: ISql): Promise<number> {
    const [clock] = await sql<{now: string; lookBack: string}[]>`
      select now()::text as now, (coalesce(${this.#readAt}::timestamptz, now()) - ${LOOK_BACK}::interval)::text as look_back
    `;
    const {now, lookBack} = clock!;
    const changed = await sql<{number: number; changedAt: string}[]>`
      select number, changed_at::text from listings where changed_at > ${lookBack}::timestamptz
    `;
    const unread = changed.flatMap((row) => (this.#recent.get(row.number) === row.changedAt ? [] : row.number));
    const isFirst = this.#readAt === null;
    const read = isFirst || unread.length > 0 ? await this.#read(sql, isFirst ? null : unread) : 0;
    this.#readAt = now;
    this.#recent = new Map(changed.map((row) => [row.number, row.changedAt]));
    return read;
  }

  /** Reads these listings, or with null all of them, some at a time: the rows of 100,000 at once would take a gigabyte. Returns how many. */
  async #read(sql: ISql, numbers: number[] | null): Promise<number> {
    let read = 0;
    const all = sql<Row[]>`
      select number, service_id, is_listed, latitudes, longitudes, tokens, terms,
        array(select jsonb_array_elements_text(document -> 'needs')) as needs,
        array(select jsonb_array_elements_text(document -> 'covers')) as covers,
        coalesce((document -> 'minimumAge')::integer, 0) as youngest,
        coalesce((document -> 'maximumAge')::integer, ${OLDEST}) as oldest,
        document ->> 'space' as space,
        document ->> 'checkedOn' as checked_on
      from listings
      where ${numbers ? sql`number = any(${numbers}::integer[])` : sql`is_listed`}
      order by changed_at
    `;
    for await (const rows of all.cursor(AT_A_TIME)) {
      for (const row of rows) {
        this.remove(row.number);
        if (row.isListed) this.add(entryFrom(row, this.terms.pack(row.terms)));
      }
      read += rows.length;
    }
    return read;
  }

  add(entry: AtlasEntry): void {
    this.#entries.set(entry.number, entry);
    this.#circles.clear();
    const place = this.tokens.add(entry.number, allTokensOf(entry));
    this.#places[place] = entry;
    this.postings.add(place, entry.terms);
    this.cells.add(entry.number, place, entry.points);
  }

  remove(number: number): void {
    const entry = this.#entries.get(number);
    if (!entry) return;
    this.#entries.delete(number);
    this.#circles.clear();
    this.postings.remove(this.tokens.remove(number, allTokensOf(entry)), entry.terms);
    this.terms.release(entry.terms);
    this.cells.remove(number, entry.points);
  }

  /** Miles to the nearest of a listing's places; null when it has none or is not known. */
  milesTo(number: number, from: LatLng): number | null {
    const points = this.#entries.get(number)?.points;
    return points && points.length > 0 ? milesToNearest(points, from) : null;
  }

  /** The listings with a place within `miles`, and within the frame if there is one; not to be changed. Filters, pages and the map ask for the same circle again, so those of late are kept. */
  bitsWithin(centre: LatLng, miles: number, frame?: MapBounds | null): Bits {
    const key = [centre.latitude, centre.longitude, miles, ...(frame ? Object.values(frame) : [])].join(',');
    const known = this.#circles.get(key);
    if (known) return known;
    const bits = this.tokens.none();
    this.cells.mark(bits, centre, miles, frame);
    this.#circles.set(key, bits);
    return bits;
  }

  /** The listings with a place within `miles`, one by one: for an engine that knows no cells. */
  numbersWithin(centre: LatLng, miles: number, frame?: MapBounds | null): number[] {
    return this.tokens.numbersIn(this.bitsWithin(centre, miles, frame));
  }
}

/** What it can be filtered by, and what else sets are kept of: areas covered, what it is mainly for, how good its standing is. */
function* allTokensOf({tokens, covers, needs, types, space, checkedOn}: AtlasEntry): Iterable<string> {
  yield* tokens;
  for (const area of covers) yield `covers:${area}`;
  if (needs[0]) yield `main:need:${needs[0]}`;
  if (types[0]) yield `main:type:${types[0]}`;
  yield `quality:${String(quality({space, checkedOn})).padStart(3, '0')}`;
}

type Row = Omit<AtlasEntry, 'points' | 'terms' | 'types' | 'audiences'> & {
  isListed: boolean;
  terms: string[];
  latitudes: number[];
  longitudes: number[];
};

const entryFrom = (
  {number, serviceId, latitudes, longitudes, needs, covers, tokens, youngest, oldest, space, checkedOn}: Row,
  terms: Uint32Array,
): AtlasEntry => ({
  terms,
  number,
  serviceId,
  types: tokens.flatMap((token) => (token.startsWith('type:') ? shared(token.slice('type:'.length)) : [])),
  points: latitudes.map((latitude, index) => ({latitude, longitude: longitudes[index]!})),
  needs: needs.map(shared),
  covers: covers.map(shared),
  tokens: tokens.map(shared),
  audiences: tokens.filter(isAudience).map(shared),
  youngest,
  oldest,
  space,
  checkedOn: checkedOn && shared(checkedOn),
});

/** The same few hundred words stand in every entry: one string each, however many listings there are. */
const strings = new Map<string, string>();
function shared(token: string): string {
  const known = strings.get(token);
  if (known !== undefined) return known;
  strings.set(token, token);
  return token;
}
