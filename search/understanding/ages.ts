/** Ages that are said in words: 'I'm 24', 'my ten year old', '9yo', 'in her eighties', 'a 6 month old'. */
import {AGE_BANDS} from '../document-schema.ts';

/** Small numbers as people write them out, and tens. */
const NUMBERS = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, number) => [word, number] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + index * 10] as const),
]);
const DECADES = new Map([
  ...'teens twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, 10 + index * 10] as const),
  ...[20, 30, 40, 50, 60, 70, 80, 90].map((years) => [`${years}s`, years] as const),
]);
/** Right as they are, whether the directory has them or not. */
export const AGE_WORDS = [...NUMBERS.keys(), ...DECADES.keys()];
/** Somebody in their sixties may be past 65 or not: the middle of ten years stands for all. */
const MIDDLE = 5;
const WHOSE = new Set(['my', 'his', 'her', 'their', 'our', 'your']);
const PART_OF_DECADE = new Set(['early', 'mid', 'late']);

/** 'A 13 year old', and 'for 13 yr olds'. */
const OLD = new Set(['old', 'olds']);
const AGE_BEFORE = new Set(['im', 'aged', 'age', 'am', 'is', 'hes', 'shes', 'turned', 'turning']);
const YEARS = new Set(['year', 'years', 'yr', 'yrs', 'yo']);
/** How many of them make a year. Only 'six months old' is an age: 'waited six months' is none. */
const SHORTER = new Map([
  ...['month', 'months'].map((unit) => [unit, 12] as const),
  ...['week', 'weeks'].map((unit) => [unit, 52] as const),
]);
const OLDEST = 110;

interface AgeSaid {
  band: string;
  /** How many words say it. */
  length: number;
}

/** The age that begins with this word, if any. A bare number is no age. */
export function ageAt(words: string[], at: number): AgeSaid | null {
  const found = decadeAt(words, at) ?? yearsAt(words, at);
  if (!found || found.years > OLDEST) return null;
  const band = AGE_BANDS.find(({from, to}) => found.years >= from && found.years <= to)!;
  return {band: band.key, length: found.length};
}

interface Years {
  years: number;
  length: number;
}

/** 'In her late eighties', from 'in' on. */
function decadeAt(words: string[], at: number): Years | null {
  if (words[at] !== 'in' || !WHOSE.has(words[at + 1] ?? '')) return null;
  const length = PART_OF_DECADE.has(words[at + 2] ?? '') ? 4 : 3;
  const decade = DECADES.get(words[at + length - 1] ?? '');
  return decade === undefined ? null : {years: decade + MIDDLE, length};
}

function yearsAt(words: string[], at: number): Years | null {
  const joined = /^(\d{1,2})(?:yo|yrs?)$/.exec(words[at]!);
  if (joined) return {years: Number(joined[1]), length: OLD.has(words[at + 1] ?? '') ? 2 : 1};
  const number = numberAt(words, at);
  if (!number) return null;
  const {value, length} = number;
  const unit = words[at + length] ?? '';
  const isOld = OLD.has(words[at + length + 1] ?? '');
  const inYear = SHORTER.get(unit);
  if (inYear && isOld) return {years: Math.floor(value / inYear), length: length + 2};
  // 'Two years' is seldom an age, where '40 years' mostly is.
  if (YEARS.has(unit) && (isOld || number.isDigits)) return {years: value, length: length + (isOld ? 2 : 1)};
  const isSaid = AGE_BEFORE.has(words[at - 1] ?? '') || endsWithAge(words, at, value);
  return number.isDigits && isSaid ? {years: value, length} : null;
}

/** 'Pregnant and 17', 'redundant at 56': a number to end with is an age where it is no hour of the day. */
const endsWithAge = (words: string[], at: number, value: number): boolean =>
  at >= 2 && at === words.length - 1 && (words[at - 1] === 'and' ? value >= 10 : words[at - 1] === 'at' && value > 24);

function numberAt(words: string[], at: number): {value: number; length: number; isDigits: boolean} | null {
  if (/^\d{1,3}$/.test(words[at]!)) return {value: Number(words[at]), length: 1, isDigits: true};
  const value = NUMBERS.get(words[at]!);
  if (value === undefined) return null;
  const ones = value >= 20 ? (NUMBERS.get(words[at + 1] ?? '') ?? 0) : 0;
  const isPair = ones > 0 && ones < 10;
  return {value: value + (isPair ? ones : 0), length: isPair ? 2 : 1, isDigits: false};
}
