/** Understands the one search box: names, dates, numbers, postcodes and references, in any order and mixture. */
import {keysOfEightFigures, takeBirthDates} from './birth-words.ts';
import {nameWords} from './names.ts';
import {readNhsNumber} from './nhs-number.ts';
import {phoneEnd, readPhone} from './phone.ts';
import {readReference} from './reference.ts';
import type {SearchKey, SearchPart} from './search-parts.ts';

/** Longer than any name with everything else beside it. */
export const SEARCH_LIMIT = 200;
const MOST_NAME_WORDS = 8;
/** Words that say what follows and are nobody's name. */
const LABELS =
  /(?<!\p{L})(?:d\.?o\.?b\.?|date of birth|born|nhs(?: (?:no|number))?|tel(?:ephone)?|phone|mobile|post ?code|ref(?:erence)?|aged?)(?!\p{L})[:.]?/giu;

/**
 * The parts of what was typed; someone is found by all of them together.
 * @param today 'YYYY-MM-DD'
 */
export function readSearch(typed: string, today: string): SearchPart[] {
  const parts: SearchPart[] = [];
  let rest = typed.slice(0, SEARCH_LIMIT).normalize('NFKC');
  const take = (pattern: RegExp, read: (found: string) => SearchPart | null) => {
    rest = rest.replace(pattern, (found: string) => {
      const part = read(found);
      if (part) parts.push(part);
      return part ? ' ' : found;
    });
  };

  take(/[^\s@<>]+@[^\s@<>]+/g, (found) => one('e-mail', 'email', found.toLowerCase()));
  take(/(?<![\p{L}\d])p[-\s]?[\p{L}\d]{3}[-\s]?[\p{L}\d]{3}(?![\p{L}\d])/giu, (found) => {
    const reference = readReference(found);
    return reference ? one('reference', 'reference', reference) : null;
  });
  const dated = takeBirthDates(rest, today);
  parts.push(...dated.parts);
  rest = dated.rest;
  take(/(?<![\p{L}\d])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}(?![\p{L}\d])/giu, (found) => {
    const plain = found.replace(/\s/g, '').toUpperCase();
    return one('postcode', 'postcode', `${plain.slice(0, -3)} ${plain.slice(-3)}`);
  });
  take(/(?:\+|\(|(?<![\p{L}\d]))[\d][\d\s().\u2010-\u2015/-]{4,}\d(?![\p{L}\d])/gu, readNumber);
  take(/(?<![\p{L}\d])[a-z]{1,2}\d[a-z\d]?(?![\p{L}\d])/giu, (found) =>
    one('postcode', 'outcode', found.toUpperCase()),
  );
  // Somebody else's reference: letters and figures together, or a number that is nothing else.
  take(/(?<![\p{L}\d])(?=[\p{L}/-]*\d)[\p{L}\d][\p{L}\d/-]{2,}(?![\p{L}\d])/gu, (found) =>
    one('number', 'reference', plainReference(found)),
  );

  const words = nameWords(rest.replace(LABELS, ' ')).filter((word) => !/^\d+$/.test(word));
  for (const word of words.slice(0, MOST_NAME_WORDS))
    parts.push({what: 'name', word, keys: [{kind: 'name', key: word, weight: 1}]});
  return parts;
}

/** How a reference of somebody else's is compared: capitals and figures only. */
export const plainReference = (typed: string): string => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A run of figures may be an NHS number, a telephone number, the end of one, a date or a reference: all are looked for. */
function readNumber(found: string): SearchPart | null {
  const digits = found.replace(/\D/g, '');
  const keys: SearchKey[] = [];
  const nhs = readNhsNumber(digits);
  const phone = readPhone(found);
  const date = digits.length === 8 ? keysOfEightFigures(digits) : [];
  if (nhs) keys.push({kind: 'nhs', key: nhs, weight: 1});
  if (phone) keys.push({kind: 'phone', key: phone, weight: 1});
  keys.push(...date);
  if (!phone && digits.length >= 6 && digits.length <= 8)
    keys.push({kind: 'phone_end', key: phoneEnd(digits), weight: 0.9});
  keys.push({kind: 'reference', key: digits, weight: 0.9});
  const what = nhs ? 'NHS number' : phone ? 'telephone' : date.length > 0 ? 'birth date' : 'number';
  return {what, keys};
}

function one(what: SearchPart['what'], kind: SearchKey['kind'], key: string): SearchPart {
  return {what, keys: [{kind, key, weight: 1}]};
}
