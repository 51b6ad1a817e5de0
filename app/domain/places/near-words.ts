/** Words people put before a place: 'near Ascot', 'close to Ascot'. Longer ones first. */
const BEFORE_A_PLACE = [
  'close to',
  'next to',
  'near to',
  'near by',
  'somewhere in',
  'near',
  'nearby',
  'nr',
  'in',
  'around',
  'round',
  'by',
  'at',
];
/** Words people put after it that say nothing more. */
const AFTER_A_PLACE = [
  ...['area', 'please', 'uk', 'england', 'town centre', 'town', 'village', 'high street', 'high st'],
  ...['train station', 'railway station', 'bus station', 'station', 'shops'],
];

/** Takes 'near', 'in' and their like from the front of normalised words, and 'area' or 'please' from the end. */
export function withoutNearWords(words: string): string {
  const before = BEFORE_A_PLACE.find((start) => words.startsWith(`${start} `));
  const rest = before ? words.slice(before.length + 1) : words;
  const after = AFTER_A_PLACE.find((end) => rest.endsWith(` ${end}`));
  return after ? rest.slice(0, -after.length - 1) : rest;
}
