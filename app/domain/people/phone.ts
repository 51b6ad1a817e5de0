import {parsePhoneNumberFromString} from 'libphonenumber-js';

/**
 * A telephone number in any usual form ('07700 900 123', '+44 (0)7700 900123', '0044…') as E.164; null when it is none.
 * Where no country is said it is British. Whether the number is in use is not asked: made-up ranges are as good.
 */
export function readPhone(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^00/, '+')
    // A trunk zero in brackets after the country code is not dialled.
    .replace(/\(0\)/, '');
  if (!/^\+?[\d\s().\u2010-\u2015/-]+$/.test(plain)) return null;
  const number = parsePhoneNumberFromString(plain, 'GB');
  if (!number?.isPossible()) return null;
  // British numbers without their code are 'possible' but cannot be dialled from anywhere else.
  if (number.countryCallingCode === '44' && number.nationalNumber.length < 9) return null;
  return number.number;
}

/** '+447700900123' → '07700 900123'; numbers of other countries with their code. */
export function showPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational();
}

/** The last six figures: what people say of a number in their own town. */
export const phoneEnd = (e164: string): string => e164.slice(-6);
