import {cleanDate} from './clean-date.ts';
import {cleanLine} from './clean-text.ts';
import type {Note} from './finding.ts';
import type {ImportedCost} from './imported-service.ts';
import {asObjects, isNothing, type Loose} from './loose-values.ts';

const SYMBOLS: Record<string, string> = {'£': 'GBP', '€': 'EUR', $: 'USD'};
const FREE = /^(free|free of charge|no charge|no cost|nil|gratis|no fee|none)[.!]?$/i;
const MOST = 99_999_999;

/** What it costs: amounts with their words. */
export function cleanCosts(value: unknown, field: string, note: Note): ImportedCost[] {
  return asObjects(value, field, note).flatMap(({item, at}) => cleanCost(item, at, note) ?? []);
}

/** True when the words for the fees say that there are none. */
export function saysFree(fees: string | null): boolean {
  return fees !== null && FREE.test(fees.trim());
}

function cleanCost(item: Loose, at: string, note: Note): ImportedCost | null {
  const {amount, currency, words} = cleanAmount(item.amount, `${at}.amount`, note);
  const validFrom = cleanDate(item.valid_from, `${at}.valid_from`, note);
  let validTo = cleanDate(item.valid_to, `${at}.valid_to`, note);
  if (validFrom && validTo && validTo < validFrom) {
    note(`${at}.valid_to`, 'It would end before it starts, so the end was left out', validTo);
    validTo = null;
  }
  const option = cleanLine(item.option, `${at}.option`, note);
  const description = cleanLine(item.amount_description, `${at}.amount_description`, note) ?? words;
  if (amount === null && !option && !description) return null;
  return {
    valid_from: validFrom,
    valid_to: validTo,
    option,
    currency: cleanCurrency(item.currency, `${at}.currency`, note) ?? currency ?? 'GBP',
    amount,
    amount_description: description,
  };
}

/** '£3.50', 'free', '1,200', 3.5. Two amounts in one field are words, not a number. */
export function cleanAmount(
  value: unknown,
  field: string,
  note: Note,
): {amount: number | null; currency: string | null; words: string | null} {
  const nothing = {amount: null, currency: null, words: null};
  if (isNothing(value)) return nothing;
  if (typeof value === 'number') return {...nothing, amount: checked(value, field, note)};
  if (typeof value !== 'string') {
    note(field, 'Not an amount, so it was left out', value);
    return nothing;
  }
  const text = value.trim();
  if (FREE.test(text)) {
    note(field, 'The amount was written in words', value);
    return {...nothing, amount: 0};
  }
  const match =
    /^(?:(£|€|\$|gbp|eur|usd)\s*)?(-?\d{1,3}(?:,\d{3})+|-?\d+)(?:[.,](\d{1,2}))?\s*(£|€|gbp|eur|usd|pounds?)?$/i.exec(
      text,
    );
  if (!match) {
    const words = cleanLine(value, field, note);
    note(field, 'The amount was words, so it was kept as words', value);
    return {...nothing, words};
  }
  const sign = match[1] ?? match[4] ?? '';
  if (sign) note(field, 'A currency sign was taken out of the amount', value);
  const amount = Number(`${match[2]!.replace(/,/g, '')}.${match[3] ?? '0'}`);
  const currency = SYMBOLS[sign] ?? (/^(gbp|eur|usd)$/i.test(sign) ? sign.toUpperCase() : null);
  return {amount: checked(amount, field, note), currency, words: null};
}

function checked(amount: number, field: string, note: Note): number | null {
  if (Number.isFinite(amount) && amount >= 0 && amount <= MOST) return Math.round(amount * 100) / 100;
  note(field, 'No such amount, so it was left out', amount);
  return null;
}

function cleanCurrency(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value)) return null;
  const text = typeof value === 'string' ? value.trim() : '';
  const code = SYMBOLS[text] ?? (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null);
  if (code !== text) note(field, 'The currency was not a three-letter code', value);
  return code;
}
