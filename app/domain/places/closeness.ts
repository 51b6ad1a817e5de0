/** Taken as understood, and shown so, from here on: one slip in a word of four letters, two in one of eight … */
const FEW_SLIPS = 0.75;
/** … or this much alike by trigrams, which forgive a word left out. */
const MUCH_ALIKE = 0.6;
/** But only when nothing else comes this near to it. */
const AHEAD_BY = 0.1;
/** Not worth offering below this. */
const WORTH_OFFERING = 0.4;
/** A place of our own area is likelier to be meant than one far away. */
const HOME_ADVANTAGE = 0.12;

interface Spelling {
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
    .map((row) => {
      const bySlips = 1 - slips(typed, row.spelling) / Math.max(typed.length, row.spelling.length);
      // Words in common count only from the start: 'jealotts' is Jealott's Hill, but 'high street' is not Ascot High Street.
      const byTrigrams = typed[0] === row.spelling[0] ? row.similarity : 0;
      return {
        row,
        isClose: bySlips >= FEW_SLIPS || byTrigrams >= MUCH_ALIKE,
        score: Math.max(bySlips, byTrigrams) + (row.isOurs ? HOME_ADVANTAGE : 0),
      };
    })
    .sort((one, other) => other.score - one.score);
  const [first] = scored;
  const next = scored.find(({row}) => row.name !== first?.row.name);
  const isClear = first?.isClose && first.score - (next?.score ?? 0) >= AHEAD_BY;
  return {
    clear: isClear ? first.row : null,
    likely: scored.filter(({score}) => score >= WORTH_OFFERING).map(({row}) => row),
  };
}

/** The words with each two neighbouring letters swapped: a slip that leaves trigrams with little to go by ('oxfrod'). */
export function withLettersSwapped(words: string): string[] {
  return Array.from(
    {length: Math.max(0, words.length - 1)},
    (_, at) => words.slice(0, at) + words[at + 1]! + words[at]! + words.slice(at + 2),
  );
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
