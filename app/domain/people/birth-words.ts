/** Birth dates as British people write and say them, taken out of the words of a search. */
import type {SearchKey, SearchPart} from './search-parts.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "'?(\\d{4}|\\d{2})";
/** A date is looked for the other way round as well (03/12 for 12/03), but counts for less. */
const SWAPPED = 0.6;

interface Form {
  pattern: RegExp;
  keys(found: string[], today: string): SearchKey[];
}

/** In the order in which they are looked for: what could be part of a longer form comes after it. */
const FORMS: Form[] = [
  {
    pattern: /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/g,
    keys: ([year, month, day]) => dayKeys(Number(day), Number(month), [Number(year)]),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?![\d/-])/g,
    keys: ([day, month, year], today) => dayKeys(Number(day), Number(month), yearsOf(year!, today)),
  },
  {
    pattern: /(?<!\d\s?)(\d{1,2}) (\d{1,2}) (\d{4})(?!\s?\d)/g,
    keys: ([day, month, year], today) => dayKeys(Number(day), Number(month), yearsOf(year!, today)),
  },
  {
    pattern: new RegExp(`(?<![\\w])${DAY}[\\s-]*(?:of )?${MONTH}[\\s,-]*${YEAR}(?!\\w)`, 'gi'),
    keys: ([day, month, year], today) => dayKeys(Number(day), monthOf(month!), yearsOf(year!, today), false),
  },
  {
    pattern: new RegExp(`(?<![\\w])${MONTH}\\s*${DAY}\\s*,?\\s+${YEAR}(?!\\w)`, 'gi'),
    keys: ([month, day, year], today) => dayKeys(Number(day), monthOf(month!), yearsOf(year!, today), false),
  },
  {
    pattern: new RegExp(`(?<![\\w])${MONTH}\\s+(\\d{4})(?!\\w)`, 'gi'),
    keys: ([month, year]) => [{kind: 'birth', key: `${year}-${two(monthOf(month!))}`, weight: 1}],
  },
  {
    pattern: /(?<!\d)(\d{1,2})\/(\d{4})(?!\d)/g,
    keys: ([month, year]) =>
      Number(month) <= 12 ? [{kind: 'birth', key: `${year}-${two(Number(month))}`, weight: 1}] : [],
  },
  {
    pattern: /(?<![\w])(?:aged?|about)\s*(\d{1,3})(?!\w)|(?<!\w)(\d{1,3})\s*(?:years? old|y\.?o\.?)(?!\w)/gi,
    keys: ([aged, old], today) => ageKeys(Number(aged ?? old), today),
  },
  {
    pattern: /(?<![\w+])(?:born(?: in)?\s*)?(18[89]\d|19\d\d|20\d\d)(?![\w])/gi,
    keys: ([year], today) => (year! <= today ? [{kind: 'birth', key: year!, weight: 1}] : []),
  },
];

/**
 * The dates in `typed`, and what is left of it.
 * @param today 'YYYY-MM-DD', for two-figure years and ages
 */
export function takeBirthDates(typed: string, today: string): {parts: SearchPart[]; rest: string} {
  const parts: SearchPart[] = [];
  let rest = typed;
  for (const {pattern, keys} of FORMS)
    rest = rest.replace(pattern, (whole: string, ...others: unknown[]) => {
      const found = keys(
        others.slice(
          0,
          others.findIndex((other) => typeof other === 'number'),
        ) as string[],
        today,
      );
      if (found.length === 0) return whole;
      parts.push({what: 'birth date', keys: found});
      return ' ';
    });
  return {parts, rest};
}

/** Eight figures on end: '12031950'. */
export function keysOfEightFigures(digits: string): SearchKey[] {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number) as [
    number,
    number,
    number,
  ];
  return year >= 1890 && year < 2100 ? dayKeys(day, month, [year]) : [];
}

/** The keys by which someone born then is found; `age` in years on the day `on` where no date is known. */
export function birthKeys(birthDate: string | null, estimate: {age: number; on: string} | null): string[] {
  if (birthDate) return [birthDate, birthDate.slice(0, 7), birthDate.slice(0, 4)];
  if (!estimate) return [];
  const year = Number(estimate.on.slice(0, 4)) - estimate.age;
  // An estimate is good for two years either way; whoever is of an age was born in that year or the one before.
  return [-3, -2, -1, 0, 1, 2].map((step) => String(year + step));
}

function dayKeys(day: number, month: number, years: number[], maySwap = true): SearchKey[] {
  const keys: SearchKey[] = [];
  for (const year of years) {
    if (isDate(day, month, year)) keys.push({kind: 'birth', key: `${year}-${two(month)}-${two(day)}`, weight: 1});
    if (maySwap && day !== month && isDate(month, day, year))
      keys.push({kind: 'birth', key: `${year}-${two(day)}-${two(month)}`, weight: SWAPPED});
  }
  return keys;
}

function ageKeys(age: number, today: string): SearchKey[] {
  if (age > 125) return [];
  const year = Number(today.slice(0, 4)) - age;
  return [year, year - 1].map((born) => ({kind: 'birth', key: String(born), weight: 1}));
}

/** '50' → 1950; '12' in 2026 → 2012 or 1912: both are looked for. */
function yearsOf(written: string, today: string): number[] {
  const year = Number(written);
  if (written.length === 4) return [year];
  const now = Number(today.slice(0, 4));
  return [2000 + year, 1900 + year].filter((one) => one <= now);
}

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const two = (number: number): string => String(number).padStart(2, '0');

function isDate(day: number, month: number, year: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1880 || year > 2100) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * A whole date in any of these ways, and nothing beside it: 'YYYY-MM-DD', or null. Two-figure years are the latest that
 * are not to come. @param today 'YYYY-MM-DD'
 */
export function readDate(typed: string, today: string): string | null {
  const {parts, rest} = takeBirthDates(typed.normalize('NFKC').trim(), today);
  const keys = parts[0]?.keys ?? (/^\d{8}$/.test(typed.trim()) ? keysOfEightFigures(typed.trim()) : []);
  if (parts.length > 1 || (parts.length === 1 && rest.trim() !== '')) return null;
  const [sure] = keys.filter(({key, weight}) => weight === 1 && key.length === 10);
  return sure?.key ?? null;
}
