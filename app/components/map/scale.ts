import type {Text} from '../../i18n/en.ts';

export interface Scale {
  miles: number;
  pixels: number;
}

const YARDS_IN_A_MILE = 1760;
/** Lengths that people have a feeling for. */
const LENGTHS = [
  50 / YARDS_IN_A_MILE,
  100 / YARDS_IN_A_MILE,
  200 / YARDS_IN_A_MILE,
  ...[0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200],
];

/** The longest round length that fits into `most` pixels. */
export function scaleFor(milesPerPixel: number, most = 110): Scale {
  const fitting = LENGTHS.filter((miles) => miles / milesPerPixel <= most);
  const miles = fitting.at(-1) ?? LENGTHS[0]!;
  return {miles, pixels: Math.round(miles / milesPerPixel)};
}

/** '2 miles', '½ mile', '200 yards'. */
export function lengthInWords(miles: number, words: Text['map']['scale']): string {
  if (miles === 0.5) return words.halfMile;
  if (miles === 0.25) return words.quarterMile;
  return miles < 0.25 ? words.yards(Math.round(miles * YARDS_IN_A_MILE)) : words.miles(miles);
}
