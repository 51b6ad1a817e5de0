import {fix, parse} from 'postcode';
import type {Note} from './finding.ts';
import {asText} from './loose-values.ts';

const OUTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\s*[0-9][A-Z]?)?$/;

/** A postcode in its usual form: upper case, one space. Half a postcode is kept as its first half; anything else is left out. */
export function cleanPostcode(value: unknown, field: string, note: Note): string | null {
  const given = asText(value, field, note)?.trim();
  if (!given) return null;
  const text = given
    .slice(0, 40)
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const whole = parse(text);
  if (whole.valid) return whole.postcode;
  const mended = parse(fix(text));
  if (mended.valid) {
    note(field, 'The postcode was mended', given);
    return mended.postcode;
  }
  // 'GB', 'England' or the town may stand beside it.
  const inside = /\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})\b/.exec(text);
  if (inside) {
    note(field, 'The postcode was mended', given);
    return `${inside[1]} ${inside[2]}`;
  }
  const outcode = OUTCODE.exec(text)?.[1];
  if (outcode) {
    note(field, 'Only half a postcode', given);
    return outcode;
  }
  note(field, 'Not a UK postcode, so it was left out', given);
  return null;
}
