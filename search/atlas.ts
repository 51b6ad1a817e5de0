/**
 * Where every listing is, in memory: a few dozen bytes each, so 100,000 listings take some tens of megabytes. It turns a circle
 * into cells, gives exact distances, and holds the handful of facts that ranking weighs. Read from `listings`, kept fresh by `changed_at`.
 */
import {LRUCache} from 'lru-cache';
import type {ISql} from '../db/client.ts';
import {
  cellAgainstCircle,
  cellAt,
  cellName,
  childrenOf,
  circleAround,
  largestCellsAround,
  LEVELS,
  type Level,
} from './cells.ts';
import type {Bits} from './bits.ts';
import {Crowd} from './crowd.ts';
import {haversine, milesBetween, type LatLng} from './distance.ts';
import type {Space} from './document-schema.ts';
import {Postings} from './postings.ts';
import {quality} from './ranking.ts';
import {TermIndex} from './terms.ts';
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
  /** The ages it takes, in whole years, both included. */
  youngest: number;
  oldest: number;
  /** Its words, packed: see `terms.ts`. */
  terms: Uint32Array;
  space: Space;
  checkedOn: string | null;
}

/** A circle as the search engine is told it: exactly the listings in `cells` (by name) and `numbers`, no more and no fewer. */
export interface Cover {
  cells: string[];
  numbers: number[];
}

/** Below this many listings an edge cell is settled one by one rather than cut smaller. */
const FEW = 24;
/** At 100,000 listings each takes 12 kilobytes. */
const MOST_CIRCLES = 1000;
/** Where there is no upper limit of age. */
const OLDEST = 120;
/** Up to these distances a circle is roughly told in the second smallest size of cell, or in the second largest. */
const FEW_MILES = 3;
const MANY_MILES = 30;
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
  readonly #cells = new Map<Level, Map<number, Crowd>>(LEVELS.map((level) => [level, new Map()]));
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
    const rows = isFirst || unread.length > 0 ? await this.#read(sql, isFirst ? null : unread) : [];
    this.#readAt = now;
    this.#recent = new Map(changed.map((row) => [row.number, row.changedAt]));
    return rows.length;
  }

  /** Reads these listings, or with null all of them. */
  async #read(sql: ISql, numbers: number[] | null): Promise<Row[]> {
    const rows = await sql<Row[]>`
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
    for (const row of rows) {
      this.remove(row.number);
      if (row.isListed) this.add(entryFrom(row, this.terms.pack(row.terms)));
    }
    return rows;
  }

  add(entry: AtlasEntry): void {
    this.#entries.set(entry.number, entry);
    this.#circles.clear();
    const place = this.tokens.add(entry.number, allTokensOf(entry));
    this.#places[place] = entry;
    this.postings.add(place, entry.terms);
    for (const level of LEVELS) {
      const ofLevel = this.#cells.get(level)!;
      for (const point of entry.points) {
        const cell = cellAt(level, point);
        let crowd = ofLevel.get(cell);
        if (!crowd) ofLevel.set(cell, (crowd = new Crowd()));
        crowd.add(entry.number, place, point);
      }
    }
  }

  remove(number: number): void {
    const entry = this.#entries.get(number);
    if (!entry) return;
    this.#entries.delete(number);
    this.#circles.clear();
    this.postings.remove(this.tokens.remove(number, allTokensOf(entry)), entry.terms);
    this.terms.release(entry.terms);
    for (const level of LEVELS) {
      const ofLevel = this.#cells.get(level)!;
      for (const point of entry.points) {
        const cell = cellAt(level, point);
        const crowd = ofLevel.get(cell);
        crowd?.remove(number);
        if (crowd?.size === 0) ofLevel.delete(cell);
      }
    }
  }

  /** Miles to the nearest of a listing's places; null when it has none or is not known. */
  milesTo(number: number, from: LatLng): number | null {
    const points = this.#entries.get(number)?.points;
    if (!points || points.length === 0) return null;
    return Math.min(...points.map((point) => milesBetween(from, point)));
  }

  /** The listings with a place within `miles` of `centre`, as whole cells plus single numbers at the edge. */
  cover(centre: LatLng, miles: number): Cover {
    const cells: string[] = [];
    const numbers = new Set<number>();
    const isFew = (depth: number, crowd: Crowd) => crowd.size <= FEW || depth === SMALLEST;
    this.#cut(centre, miles, isFew, ({crowd, name, isWhole, isInside}) => {
      if (isWhole) cells.push(name());
      else crowd.collect(isInside, numbers);
    });
    return {cells, numbers: [...numbers]};
  }

  /** The listings with a place within `miles`; not to be changed. Filters, pages and the map ask for the same circle again, so those of late are kept. */
  bitsWithin(centre: LatLng, miles: number): Bits {
    const key = `${centre.latitude},${centre.longitude},${miles}`;
    let bits = this.#circles.get(key);
    if (!bits) this.#circles.set(key, (bits = this.#markWithin(centre, miles)));
    return bits;
  }

  #markWithin(centre: LatLng, miles: number): Bits {
    const bits = this.tokens.none();
    const isFew = (depth: number, crowd: Crowd) => crowd.size <= FEW || depth === SMALLEST;
    this.#cut(centre, miles, isFew, ({crowd, isWhole, isInside}) => crowd.mark(bits, isWhole ? undefined : isInside));
    return bits;
  }

  /** Names of a few cells that together hold every listing within `miles`, and some beyond. */
  cellsTouching(centre: LatLng, miles: number): string[] {
    const cells: string[] = [];
    const last = miles <= FEW_MILES ? 2 : miles <= MANY_MILES ? 1 : 0;
    const isFine = (depth: number) => depth === last;
    this.#cut(centre, miles, isFine, ({name}) => cells.push(name()));
    return cells;
  }

  /** The listings with a place within `miles`, one by one: for an engine that knows no cells. */
  numbersWithin(centre: LatLng, miles: number): number[] {
    return this.tokens.numbersIn(this.bitsWithin(centre, miles));
  }

  /** How many listings lie within `miles`: the size of a ring, for choosing one. Counts whole cells without looking inside. */
  countWithin(centre: LatLng, miles: number): number {
    let count = 0;
    const isSmallest = (depth: number) => depth === SMALLEST;
    this.#cut(centre, miles, isSmallest, ({crowd}) => (count += crowd.size));
    return count;
  }

  /** Cuts a circle into cells: those that lie wholly inside, and those that its edge crosses and that are `settled` rather than cut smaller. */
  #cut(
    centre: LatLng,
    miles: number,
    settled: (depth: number, crowd: Crowd) => boolean,
    visit: (piece: Piece) => void,
  ): void {
    const circle = circleAround(centre, miles);
    const isInside = (place: LatLng) => haversine(centre, place) <= circle.itself;
    const look = (depth: number, cell: number): void => {
      const level = LEVELS[depth]!;
      const crowd = this.#cells.get(level)!.get(cell);
      if (!crowd) return;
      const lies = cellAgainstCircle(level, cell, circle);
      if (lies === 'outside') return;
      const isWhole = lies === 'whole';
      if (isWhole || settled(depth, crowd)) visit({crowd, name: () => cellName(level, cell), isWhole, isInside});
      else for (const child of childrenOf(level, cell)) look(depth + 1, child);
    };
    for (const cell of largestCellsAround(centre, miles)) look(0, cell);
  }
}

const SMALLEST = LEVELS.length - 1;

/** A cell of a circle, and how to tell which of those in it are inside. */
interface Piece {
  crowd: Crowd;
  name: () => string;
  isWhole: boolean;
  isInside: (place: LatLng) => boolean;
}

/** What it can be filtered by, and what else sets are kept of: areas covered, what it is mainly for, how good its standing is. */
function* allTokensOf({tokens, covers, needs, types, space, checkedOn}: AtlasEntry): Iterable<string> {
  yield* tokens;
  for (const area of covers) yield `covers:${area}`;
  if (needs[0]) yield `main:need:${needs[0]}`;
  if (types[0]) yield `main:type:${types[0]}`;
  yield `quality:${String(quality({space, checkedOn})).padStart(3, '0')}`;
}

type Row = Omit<AtlasEntry, 'points' | 'terms' | 'types'> & {
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
  needs,
  covers,
  tokens: tokens.map(shared),
  youngest,
  oldest,
  space,
  checkedOn,
});

/** The same few hundred tokens stand in every entry: one string each, however many listings there are. */
const strings = new Map<string, string>();
function shared(token: string): string {
  const known = strings.get(token);
  if (known !== undefined) return known;
  strings.set(token, token);
  return token;
}
