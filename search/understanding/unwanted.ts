/**
 * What somebody says that they do not mean: 'something social but not bingo', 'it's nothing to do with money'. Read as they stand, such words would find just
 * that. Only where it is said outright: 'not', 'no' and 'don't want' by themselves mostly tell what is wrong ('no food', 'don't want to be here').
 */
const OPENINGS = [
  'not (?:to do with|about|because of|for(?! profit)|interested in|looking for|after)',
  "(?:but|and|just|it['’]?s|that['’]?s) not (?:a|an|any|the)",
  'but not',
  'nothing to do with(?! (?:my|our|your|his|her|their|him|them|it)(?:self|selves)?\\b)',
  "(?:don['’]?t|do not|doesn['’]?t|does not) want (?:a|an|any|the)",
  'rather than',
  'other than',
  'anything but',
  'except(?: for)?',
  'apart from',
].join('|');
/** Times and ways that 'not' by itself rules out: 'not evenings', 'counselling, not online'. */
const WAYS =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|online|zoom|video|the (?:phone|internet)|phone calls?)';
const ENDS = "[.,;:!?\\n]|\\b(?:but|and|because|so|or just|i|i['’]m|we|he|she|they|it['’]?s)\\b";
const UNWANTED = new RegExp(
  `\\b(?:(?:${OPENINGS})\\s+.+?(?=${ENDS}|$)|(?:(?:but|and|just)\\s+)?not\\s+(?:(?:in|on|at|by|over)\\s+)?(?:(?:the|an?)\\s+)?${WAYS}\\b)`,
  'gis',
);

/** The text without it; as it was, where nothing would be left to go by. `saysEnough` tells of a text whether there is. */
export function withoutUnwanted(text: string, saysEnough: (rest: string) => boolean): string {
  const rest = text.replace(UNWANTED, ' ');
  return rest !== text && saysEnough(rest) ? rest : text;
}
