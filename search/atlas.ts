/**
 * Where every listing is, in memory: a few dozen bytes each, so 100,000 listings take some tens of megabytes. It turns a circle
 * into cells, gives exact distances, and holds the handful of facts that ranking weighs. Read from `listings`, kept fresh by `changed_at`.
 */
import type {ISql} from '../db/client.ts';
import {cellAgainstCircle, cellAt, cellName, childrenOf, largestCellsAround, LEVELS, type Level} from './cells.ts';
import {milesBetween, type LatLng} from './distance.ts';
import type {Space} from './document-schema.ts';
import {TermIndex} from './terms.ts';

export interface AtlasEntry {
  number: number;
  serviceId: string;
  points: LatLng[];
  needs: string[];
  covers: string[];
  tokens: string[];
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

export class Atlas {
  readonly #entries = new Map<number, AtlasEntry>();
  readonly terms = new TermIndex();
  readonly #cells = new Map<Level, Map<number, AtlasEntry[]>>(LEVELS.map((level) => [level, new Map()]));
  #readTo: string | null = null;

  get size(): number {
    return this.#entries.size;
  }

  get(number: number): AtlasEntry | undefined {
    return this.#entries.get(number);
  }

  entries(): Iterable<AtlasEntry> {
    return this.#entries.values();
  }

  /** Reads what has changed since the last time. Returns how many rows that was. */
  async refresh(sql: ISql): Promise<number> {
    const rows = await sql<(Row & {isListed: boolean; changedAt: string})[]>`
      select number, service_id, is_listed, latitudes, longitudes, tokens, terms,
        changed_at::text,
        array(select jsonb_array_elements_text(document -> 'needs')) as needs,
        array(select jsonb_array_elements_text(document -> 'covers')) as covers,
        document ->> 'space' as space,
        document ->> 'checkedOn' as checked_on
      from listings
      where ${this.#readTo ? sql`changed_at > ${this.#readTo}::timestamptz - interval '10 seconds'` : sql`is_listed`}
      order by changed_at
    `;
    for (const row of rows) {
      this.remove(row.number);
      if (row.isListed) this.add(entryFrom(row, this.terms.pack(row.terms)));
    }
    this.#readTo = rows.at(-1)?.changedAt ?? this.#readTo;
    return rows.length;
  }

  add(entry: AtlasEntry): void {
    this.#entries.set(entry.number, entry);
    for (const {list} of this.#placesOf(entry)) if (!list.includes(entry)) list.push(entry);
  }

  remove(number: number): void {
    const entry = this.#entries.get(number);
    if (!entry) return;
    this.#entries.delete(number);
    this.terms.release(entry.terms);
    for (const {level, cell, list} of this.#placesOf(entry)) {
      const left = list.filter((other) => other !== entry);
      if (left.length > 0) this.#cells.get(level)!.set(cell, left);
      else this.#cells.get(level)!.delete(cell);
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
    const visit = (depth: number, cell: number): void => {
      const level = LEVELS[depth]!;
      const entries = this.#cells.get(level)!.get(cell);
      if (!entries) return;
      const lies = cellAgainstCircle(level, cell, centre, miles);
      if (lies === 'outside') return;
      if (lies === 'whole') {
        cells.push(cellName(level, cell));
      } else if (entries.length <= FEW || depth === LEVELS.length - 1) {
        for (const entry of entries) {
          if (entry.points.some((point) => milesBetween(centre, point) <= miles)) numbers.add(entry.number);
        }
      } else {
        for (const child of childrenOf(level, cell)) visit(depth + 1, child);
      }
    };
    for (const cell of largestCellsAround(centre, miles)) visit(0, cell);
    return {cells, numbers: [...numbers]};
  }

  /** The listings with a place within `miles`, one by one: for an engine that knows no cells. */
  numbersWithin(centre: LatLng, miles: number): number[] {
    const {cells, numbers} = this.cover(centre, miles);
    const found = new Set(numbers);
    for (const name of cells) {
      const level = LEVELS['abcd'.indexOf(name[0]!)]!;
      for (const entry of this.#cells.get(level)!.get(parseInt(name.slice(1), 36)) ?? []) found.add(entry.number);
    }
    return [...found];
  }

  /** How many listings lie within `miles`: the size of a ring, for choosing one. Counts whole cells without looking inside. */
  countWithin(centre: LatLng, miles: number): number {
    let count = 0;
    const visit = (depth: number, cell: number): void => {
      const level = LEVELS[depth]!;
      const entries = this.#cells.get(level)!.get(cell);
      if (!entries) return;
      const lies = cellAgainstCircle(level, cell, centre, miles);
      if (lies === 'outside') return;
      if (lies === 'whole' || depth === LEVELS.length - 1) count += entries.length;
      else for (const child of childrenOf(level, cell)) visit(depth + 1, child);
    };
    for (const cell of largestCellsAround(centre, miles)) visit(0, cell);
    return count;
  }

  #placesOf(entry: AtlasEntry): {level: Level; cell: number; list: AtlasEntry[]}[] {
    return LEVELS.flatMap((level) => {
      const ofLevel = this.#cells.get(level)!;
      return [...new Set(entry.points.map((point) => cellAt(level, point)))].map((cell) => {
        let list = ofLevel.get(cell);
        if (!list) ofLevel.set(cell, (list = []));
        return {level, cell, list};
      });
    });
  }
}

type Row = Omit<AtlasEntry, 'points' | 'terms'> & {terms: string[]; latitudes: number[]; longitudes: number[]};

const entryFrom = (
  {number, serviceId, latitudes, longitudes, needs, covers, tokens, space, checkedOn}: Row,
  terms: Uint32Array,
): AtlasEntry => ({
  terms,
  number,
  serviceId,
  points: latitudes.map((latitude, index) => ({latitude, longitude: longitudes[index]!})),
  needs,
  covers,
  tokens: tokens.map(shared),
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
