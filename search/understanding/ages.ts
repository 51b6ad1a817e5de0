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
/** 'Daughter 15 is cutting herself', 'a lad of 3': who it is, and then a number with nothing that it could count. */
const SOMEBODY = new Set(
  (
    'son daughter child boy girl lad lass kid baby teenager man woman lady bloke mum mother dad father nan gran granny grandma grandad grandson ' +
    'granddaughter husband wife partner brother sister uncle aunt auntie neighbour friend he she'
  ).split(' '),
);
const GOES_ON = new Set(
  (
    'is was and who whos has hasnt had with wont cant doesnt isnt wants needs keeps lives living in still just now not hardly never ' +
    'recently feeling struggling looking'
  ).split(' '),
);
/** 'In year 8' is a class at school, and its children are this much older. */
const SCHOOL_YEAR = new Set(['year', 'yr']);
const OLDER_THAN_YEAR = 4;
const LAST_SCHOOL_YEAR = 13;
/** 'Under 10s' are mostly a little younger; 'over 80s' may be of any age from there. */
const UNDER = new Set(['under', 'u']);
const OVER = new Set(['over']);
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
  const found = decadeAt(words, at) ?? schoolYearAt(words, at) ?? boundAt(words, at) ?? yearsAt(words, at);
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

/** 'My son in year 8'. */
function schoolYearAt(words: string[], at: number): Years | null {
  const year =
    SCHOOL_YEAR.has(words[at]!) && /^\d{1,2}s?$/.test(words[at + 1] ?? '') ? parseInt(words[at + 1]!, 10) : 0;
  const isClass = year >= 1 && year <= LAST_SCHOOL_YEAR && !OLD.has(words[at + 2] ?? '');
  return isClass ? {years: year + OLDER_THAN_YEAR, length: 2} : null;
}

/** 'Under 10s football', 'over 80s'. */
function boundAt(words: string[], at: number): Years | null {
  const number = /^(\d{1,2})s?$/.exec(words[at + 1] ?? '')?.[1];
  if (!number || YEARS.has(words[at + 2] ?? '')) return null;
  if (UNDER.has(words[at]!) && Number(number) <= 25) return {years: Math.max(0, Number(number) - 1), length: 2};
  return OVER.has(words[at]!) && Number(number) >= 60 ? {years: Number(number) + MIDDLE, length: 2} : null;
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
  const isSaid = AGE_BEFORE.has(words[at - 1] ?? '') || endsWithAge(words, at, value) || isOfSomebody(words, at, value);
  return number.isDigits && isSaid ? {years: value, length} : null;
}

/** 'Pregnant and 17', 'redundant at 56': a number to end with is an age where it is no hour of the day. */
const endsWithAge = (words: string[], at: number, value: number): boolean =>
  at >= 2 && at === words.length - 1 && (words[at - 1] === 'and' ? value >= 10 : words[at - 1] === 'at' && value > 24);

/** 'Dad 82 lives alone', 'a girl of 9', and '18 just left care' to begin with. */
function isOfSomebody(words: string[], at: number, value: number): boolean {
  const next = words[at + 1];
  if (at === 0) return value >= 13 && next !== undefined && GOES_ON.has(next) && next !== 'in';
  const who = words[at - 1] === 'of' ? words[at - 2] : words[at - 1];
  return SOMEBODY.has(who ?? '') && (next === undefined || GOES_ON.has(next));
}

function numberAt(words: string[], at: number): {value: number; length: number; isDigits: boolean} | null {
  if (/^\d{1,3}$/.test(words[at]!)) return {value: Number(words[at]), length: 1, isDigits: true};
  const value = NUMBERS.get(words[at]!);
  if (value === undefined) return null;
  const ones = value >= 20 ? (NUMBERS.get(words[at + 1] ?? '') ?? 0) : 0;
  const isPair = ones > 0 && ones < 10;
  return {value: value + (isPair ? ones : 0), length: isPair ? 2 : 1, isDigits: false};
}
