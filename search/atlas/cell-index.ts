/** Listings by the cells they have a place in, in all sizes: what turns a circle into exactly the listings within it. */
import type {Bits} from './bits.ts';
import {
  cellAgainstCircle,
  cellAgainstFrame,
  cellAt,
  cellName,
  childrenOf,
  circleAround,
  largestCellsAround,
  LEVELS,
  type Level,
} from './cells.ts';
import {Crowd, type Holds} from './crowd.ts';
import type {LatLng} from './distance.ts';
import type {MapBounds} from '../search-schema.ts';

/** A circle as the search engine is told it: exactly the listings in `cells` (by name) and `numbers`, no more and no fewer. */
export interface Cover {
  cells: string[];
  numbers: number[];
}

/** Below this many listings an edge cell is settled one by one rather than cut smaller. */
const FEW = 24;
/** Up to these distances a circle is roughly told in the second smallest size of cell, or in the second largest. */
const FEW_MILES = 3;
const MANY_MILES = 30;
export class CellIndex {
  readonly #cells = new Map<Level, Map<number, Crowd>>(LEVELS.map((level) => [level, new Map()]));

  /** @param place where the listing stands among the bits of the token index */
  add(number: number, place: number, points: LatLng[]): void {
    for (const [level, ofLevel] of this.#cells) {
      for (const point of points) {
        const cell = cellAt(level, point);
        let crowd = ofLevel.get(cell);
        if (!crowd) ofLevel.set(cell, (crowd = new Crowd()));
        crowd.add(number, place, point);
      }
    }
  }

  remove(number: number, points: LatLng[]): void {
    for (const [level, ofLevel] of this.#cells) {
      for (const point of points) {
        const cell = cellAt(level, point);
        const crowd = ofLevel.get(cell);
        crowd?.remove(number);
        if (crowd?.size === 0) ofLevel.delete(cell);
      }
    }
  }

  /** The listings with a place within `miles` of `centre` (and within the frame, if there is one), as whole cells plus single numbers at the edge. */
  cover(centre: LatLng, miles: number, frame?: MapBounds | null): Cover {
    const cells: string[] = [];
    const numbers = new Set<number>();
    this.#cut({centre, miles, frame}, isFew, ({crowd, name, isWhole, isInside}) => {
      if (isWhole) cells.push(name());
      else crowd.collect(isInside, numbers);
    });
    return {cells, numbers: [...numbers]};
  }

  /** Marks in `bits` the listings with a place within `miles` of `centre`. */
  mark(bits: Bits, centre: LatLng, miles: number, frame?: MapBounds | null): void {
    const area = {centre, miles, frame};
    this.#cut(area, isFew, ({crowd, isWhole, isInside}) => crowd.mark(bits, isWhole ? undefined : isInside));
  }

  /** Names of a few cells that together hold every listing within `miles`, and some beyond. */
  touching(centre: LatLng, miles: number, frame?: MapBounds | null): string[] {
    const cells: string[] = [];
    const last = miles <= FEW_MILES ? 2 : miles <= MANY_MILES ? 1 : 0;
    const isFine = (depth: number) => depth === last;
    this.#cut({centre, miles, frame}, isFine, ({name}) => cells.push(name()));
    return cells;
  }

  /** How many listings lie within `miles`: the size of a ring, for choosing one. Counts whole cells without looking inside. */
  countWithin(centre: LatLng, miles: number): number {
    let count = 0;
    const isSmallest = (depth: number) => depth === SMALLEST;
    this.#cut({centre, miles}, isSmallest, ({crowd}) => (count += crowd.size));
    return count;
  }

  /** Cuts a circle, or what a frame leaves of it, into cells: those that lie wholly inside, and those that its edge crosses and that are `settled` rather than cut smaller. */
  #cut(
    {centre, miles, frame}: {centre: LatLng; miles: number; frame?: MapBounds | null},
    settled: (depth: number, crowd: Crowd) => boolean,
    visit: (piece: Piece) => void,
  ): void {
    const circle = circleAround(centre, miles);
    const isInside: Holds = (latitude, longitude) =>
      circle.to(latitude, longitude) <= circle.itself && (!frame || isWithinFrame(frame, latitude, longitude));
    const look = (depth: number, cell: number): void => {
      const level = LEVELS[depth]!;
      const crowd = this.#cells.get(level)!.get(cell);
      if (!crowd) return;
      const lies = cellAgainstCircle(level, cell, circle);
      const liesInFrame = frame ? cellAgainstFrame(level, cell, frame) : 'whole';
      if (lies === 'outside' || liesInFrame === 'outside') return;
      const isWhole = lies === 'whole' && liesInFrame === 'whole';
      if (isWhole || settled(depth, crowd)) visit({crowd, name: () => cellName(level, cell), isWhole, isInside});
      else for (const child of childrenOf(level, cell)) look(depth + 1, child);
    };
    for (const cell of largestCellsAround(centre, miles)) look(0, cell);
  }
}

const isWithinFrame = ({west, south, east, north}: MapBounds, latitude: number, longitude: number) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

const SMALLEST = LEVELS.length - 1;
const isFew = (depth: number, crowd: Crowd) => crowd.size <= FEW || depth === SMALLEST;

/** A cell of a circle, and how to tell which of those in it are inside. */
interface Piece {
  crowd: Crowd;
  name: () => string;
  isWhole: boolean;
  isInside: Holds;
}
