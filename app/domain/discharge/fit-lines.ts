/**
 * Shortens what stands in a box of the one-page summary so that every box fits when all are full. How wide words are in
 * print is reckoned roughly, on the wide side; the test that prints the page holds it to the truth.
 */

/** Printed lines of a box, and of any one thing in it. */
const BOX_LINES = 10;
const ITEM_LINES = 4;
/** Width of a printed line, in widths of the letter m of its type. */
const LINE_EMS = 23;
const SPACE_EMS = 0.32;
const MORE = 'More stands in the record';

const WIDE = /[A-Z@%&mwMW—…]/;
/** Beyond Latin, Greek and Cyrillic letters are as wide as they are high. */
const emsOf = (letter: string) => (letter > '\u052f' ? 1.05 : WIDE.test(letter) ? 0.9 : 0.56);

/** How many printed lines some words take, at most: broken between words, and within one only where it fills a line. */
export function printedLines(words: string): number {
  let lines = 1;
  let used = 0;
  for (const word of words.split(' ')) {
    const ems = [...word].reduce((sum, letter) => sum + emsOf(letter), 0);
    if (used > 0 && used + SPACE_EMS + ems > LINE_EMS) {
      lines += 1;
      used = 0;
    }
    const all = used + (used > 0 ? SPACE_EMS : 0) + ems;
    lines += Math.max(0, Math.ceil(all / LINE_EMS) - 1);
    used = all % LINE_EMS;
  }
  return lines;
}

/** The lines of a box, cut to what fits. Whatever was left out is said. */
export function fitLines(lines: string[]): string[] {
  const plain = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const fitted: string[] = [];
  let left = BOX_LINES;
  for (const [place, line] of plain.entries()) {
    const isLast = place === plain.length - 1;
    // One line is kept for saying that there is more.
    const room = Math.min(ITEM_LINES, left - (isLast ? 0 : 1));
    if (room < 1) return [...fitted, MORE];
    const cut = cutTo(line, room);
    fitted.push(cut);
    left -= printedLines(cut);
  }
  return fitted;
}

function cutTo(words: string, lines: number): string {
  if (printedLines(words) <= lines) return words;
  let cut = [...words];
  while (printedLines(`${cut.join('')}…`) > lines) cut = cut.slice(0, Math.max(1, Math.floor(cut.length * 0.95)));
  return `${cut.join('').trimEnd()}…`;
}
