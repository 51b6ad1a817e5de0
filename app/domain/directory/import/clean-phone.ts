import {parsePhoneNumberFromString} from 'libphonenumber-js';
import {cleanLine} from './clean-text.ts';
import {firstCharacters, type Note} from './finding.ts';

interface CleanPhone {
  number: string;
  extension: string | null;
  description: string | null;
}

const NUMBER = /(?:\+|\b)\(?\d(?:[\d\s().]|[-–](?=\s?[\d(]))*\d/g;
const EXTENSION = /\b(?:ext(?:ension|n)?|x)\s*[.:]?\s*(\d{1,6})\b/i;
/** Short numbers that everybody knows; other short runs of digits are years, options or floors. */
const SHORT = new Set([
  '999',
  '111',
  '101',
  '112',
  '105',
  '119',
  '116123',
  '116111',
  '116000',
  '18000',
  '18001',
  '18002',
]);
const EDGES = /^[\s\-–:;,./()|&+]+|[\s\-–:;,/(|&+]+$/g;
/** Words that only say it is a phone number. */
const LABEL = /\b(tel(ephone)?|phone|mobile|mob|landline|call|office|fax|no|number|or|and|on|t|m)\b[.:]*/gi;

/** The numbers in what a publisher wrote as a phone number, and the words beside them as their description. */
export function cleanPhones(value: unknown, field: string, note: Note): CleanPhone[] {
  let text = cleanLine(value, field, note, 500);
  if (!text) return [];
  const given = text;
  const extension = EXTENSION.exec(text)?.[1] ?? null;
  if (extension) text = text.replace(EXTENSION, ' ');
  // '01632 960123 - 07700 900123': a dash between blanks joins two numbers.
  text = text.replace(/\s[-–—]\s/g, ' / ').replace(/^((?:\+|00)\s?44)\s*\(0\)\s*/, '$1 ');
  const runs = [...text.matchAll(NUMBER)].map(([run]) => run).filter(isNumber);
  if (runs.length === 0) {
    note(field, 'No phone number in it, so it was left out', given);
    return [];
  }
  const words = tidyWords(runs.reduce((left, run) => left.replace(run, ' '), text));
  if (words || runs.length > 1) note(field, 'The number and the words around it were taken apart', given);
  return runs.slice(0, 5).map((run, index) => ({
    number: tidyNumber(run, field, note),
    extension: index === 0 ? extension : null,
    description: words,
  }));
}

function isNumber(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  // '01344' alone is the code of a town: nobody answers there.
  const least = digits.startsWith('0') ? 8 : 5;
  return SHORT.has(digits) || (digits.length >= least && digits.length <= 17);
}

function tidyNumber(run: string, field: string, note: Note): string {
  let number = run
    .replace(/[().\-–]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  number = number.replace(/^(?:\+|00)\s?44\s?(?:0\s?)?(?=\d)/, '0');
  const digits = number.replace(/\D/g, '');
  if (/^[12378]\d{9}$/.test(digits) && !number.startsWith('+') && !SHORT.has(digits.slice(0, 3))) {
    note(field, 'The nought at the start of the number was missing', run);
    number = `0${number}`;
  }
  return spaced(number);
}

/** A British number in the groups people read it out in: '01632960123' is hard to take down. Anything else as it is. */
function spaced(number: string): string {
  const parsed = parsePhoneNumberFromString(number, 'GB');
  const isWhole = parsed?.countryCallingCode === '44' && parsed.isPossible() && parsed.nationalNumber.length >= 9;
  return isWhole ? parsed.formatNational() : number;
}

/** The words left beside a number, without the punctuation at their ends. Null when they say nothing. */
function tidyWords(text: string): string | null {
  if (!/\p{L}{2}/u.test(text.replace(LABEL, ' '))) return null;
  const words = text.replace(/\s+/g, ' ').replace(EDGES, '');
  const open = words.split('(').length - words.split(')').length;
  const balanced = open > 0 ? `${words})` : open < 0 ? words.replace(/\)(?=[^)]*$)/, '') : words;
  return firstCharacters(balanced, 300);
}
