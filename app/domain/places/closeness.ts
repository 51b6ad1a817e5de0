/** Taken as understood, and shown so, from here on: one slip in a word of four letters, three in one of ten. */
const CLOSE_ENOUGH = 0.7;
/** But only when nothing else comes this near to it. */
const AHEAD_BY = 0.1;
/** Not worth offering below this. */
const WORTH_OFFERING = 0.4;
/** A place of our own area is likelier to be meant than one far away. */
const HOME_ADVANTAGE = 0.1;

export interface Spelling {
  /** The normalised spelling that looked like the words. */
  spelling: string;
  /** Trigram similarity, 0 to 1. */
  similarity: number;
  name: string;
  isOurs: boolean;
}

/**
 * Sorts lookalikes by how near they are to what was typed, and says whether the first is clearly meant. Trigrams alone are
 * harsh on short words ('Ascto' and 'Ascot' share three of nine), so slips of the finger are counted as well.
 */
export function rankSpellings<Row extends Spelling>(typed: string, rows: Row[]): {clear: Row | null; likely: Row[]} {
  const scored = rows
    .map((row) => ({row, score: closeness(typed, row) + (row.isOurs ? HOME_ADVANTAGE : 0)}))
    .sort((one, other) => other.score - one.score);
  const [first] = scored;
  const next = scored.find(({row}) => row.name !== first?.row.name);
  const isClear =
    first !== undefined && closeness(typed, first.row) >= CLOSE_ENOUGH && first.score - (next?.score ?? 0) >= AHEAD_BY;
  return {
    clear: isClear ? first.row : null,
    likely: scored.filter(({score}) => score >= WORTH_OFFERING).map(({row}) => row),
  };
}

function closeness(typed: string, {spelling, similarity}: Spelling): number {
  return Math.max(similarity, 1 - slips(typed, spelling) / Math.max(typed.length, spelling.length));
}

/** How many slips of the finger apart two words are: a letter missing, added, mistaken, or two swapped. */
export function slips(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({length: other.length + 1}, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length]!;
}
